//! The small pieces of a paste: names, numbers, what stands between them.

use crate::secret::looks_secret;

/// What a name announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// Graph's code.
    Code,
    /// Graph's subcode.
    Subcode,
    /// An HTTP status.
    Status,
    /// Meta's message.
    Message,
    /// Meta's trace id.
    Trace,
    /// `is_transient`.
    Transient,
}

/// A name at the beginning of a text.
pub(super) fn name(text: &str) -> &str {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let end = text.find(|c| !part(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// What a name announces, with the word before it: a `status code` is no code of Meta's.
pub(super) fn key(name: &str, before: &str) -> Option<Key> {
    // No name that counts is longer, and a paste may be one word of a million letters.
    if name.len() > 24 {
        return None;
    }
    let before = if before.len() > 24 { "" } else { before };
    let before = before.to_lowercase();
    let of_http = ["status", "http", "response", "exit", "resposta", "ответа"];
    Some(match name.to_lowercase().as_str() {
        "code" | "código" | "codigo" | "код" if of_http.contains(&before.as_str()) => {
            Key::Status
        }
        "code" | "error_code" | "errorcode" | "err_code" | "error" | "erro" | "código"
        | "codigo" | "код" | "ошибка" | "ошибки" | "oauthexception" | "igapiexception" => {
            Key::Code
        }
        "error_subcode" | "errorsubcode" | "subcode" | "sub_code" | "sub" | "subcódigo"
        | "subcodigo" | "подкод" | "субкод" => Key::Subcode,
        "http" | "status" | "http_status" | "httpstatus" | "status_code" | "statuscode" => {
            Key::Status
        }
        "message" | "error_message" | "errormessage" => Key::Message,
        "fbtrace_id" | "fbtraceid" | "trace" => Key::Trace,
        "is_transient" => Key::Transient,
        _ => return None,
    })
}

/// What follows a name, without what stands between; also whether that was a sign such as `:` or `=`.
pub(super) fn after_separator(text: &str) -> (&str, bool) {
    let mut assigned = false;
    let mut quoted = false;
    let mut rest = text;
    for _ in 0..10 {
        let Some(c) = rest.chars().next() else {
            break;
        };
        match c {
            ':' | '=' | '>' => assigned = true,
            // The quote that ends the name; after the sign, a quote begins the value.
            '"' | '\'' | '`' if !assigned && !quoted => quoted = true,
            ' ' | ']' | '#' | '№' => {}
            _ => break,
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    if let Some(version) = rest
        .strip_prefix("/1.1 ")
        .or_else(|| rest.strip_prefix("/2 "))
    {
        rest = version;
    }
    (rest, assigned)
}

/// Digits at the beginning of a text.
pub(super) fn digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len())
}

/// A number as a code may be, perhaps in quotes, with the bytes it takes.
pub(super) fn number(text: &str) -> Option<(i64, usize)> {
    let bare = text.trim_start_matches(['"', '\'']);
    let quotes = text.len() - bare.len();
    let unsigned = bare.strip_prefix('-').unwrap_or(bare);
    let sign = bare.len() - unsigned.len();
    let count = digits(unsigned);
    let ends = unsigned.get(count..)?.chars().next();
    // Neither an id, nor part of a word, nor of `12.5`.
    let inside = ends.is_some_and(|c| c.is_alphabetic() || c == '_');
    if !(1..=8).contains(&count) || quotes > 1 || inside {
        return None;
    }
    let number = bare.get(..sign + count)?.parse().ok()?;
    Some((number, quotes + sign + count))
}

/// The subcode behind a code: `/463`, ` / -4854002`.
pub(super) fn second(text: &str) -> Option<(i64, usize)> {
    let rest = text.trim_start_matches(' ').strip_prefix('/')?;
    let rest = rest.trim_start_matches(' ');
    let (number, length) = number(rest)?;
    Some((number, text.len() - rest.len() + length))
}

/// The same behind another sign, `.463` or ` 463`: a subcode only where such a pair is known.
pub(super) fn second_perhaps(text: &str) -> Option<(i64, usize)> {
    let rest = text.strip_prefix(['.', ' ', ':', '-'])?;
    let (number, length) = number(rest)?;
    Some((number, text.len() - rest.len() + length))
}

/// Codes that platforms put around an answer: they tell of HTTP, not of Meta.
pub(super) const fn is_status(number: i64) -> bool {
    matches!(number, 400 | 401 | 403 | 404 | 429 | 500 | 502 | 503)
}

/// Where a quoted message ends: at a quote behind which the value is over.
pub(super) fn end_of_message(text: &str, quote: char) -> Option<usize> {
    let end = text.find(quote)?;
    let after = text.get(end + quote.len_utf8()..)?.trim_start_matches(' ');
    let over = after.is_empty() || after.starts_with([',', '}', ']', '\n', ')', ';']);
    over.then_some(end)
}

/// Whether what follows a number names it as a status: `404 Not Found`.
pub(super) fn is_reason(after: &str) -> bool {
    let reasons = [
        "bad request",
        "unauthorized",
        "forbidden",
        "not found",
        "too many requests",
        "internal server error",
        "bad gateway",
        "service unavailable",
    ];
    let after = after
        .trim_start()
        .get(..24)
        .unwrap_or(after.trim_start())
        .to_lowercase();
    reasons.iter().any(|reason| after.starts_with(reason))
}

/// The rest of the line.
pub(super) fn line(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default().trim()
}

/// A trace id, unless it might be a secret.
pub(super) fn trace(text: &str) -> Option<String> {
    let text = text.trim_start_matches(['"', '\'']);
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let trace = text.get(..text.find(|c| !part(c)).unwrap_or(text.len()))?;
    let token = ["EAA", "IGAA", "IGQ"]
        .iter()
        .any(|start| trace.starts_with(start));
    let fits = (6..=32).contains(&trace.len()) && !token && !looks_secret(trace);
    fits.then(|| trace.to_owned())
}
