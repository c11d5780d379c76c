//! Text made comparable: one case, no accents, no punctuation, nothing escaped.

use std::str::Utf8Chunk;

/// As many bytes of a paste are looked at, half of them from its beginning and half from its end.
pub const LONGEST: usize = 1 << 20;

/// Of so many bytes of a text, one may be none of a text.
const ODD_OF: usize = 5;

/// What is looked at of a paste, however long it is and whatever bytes it holds.
#[must_use]
pub fn bounded(bytes: &[u8]) -> String {
    if bytes.len() <= LONGEST {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let (half, end) = (LONGEST / 2, bytes.len());
    let parts = [bytes.get(..half), bytes.get(end - half..)];
    parts
        .into_iter()
        .flatten()
        .map(String::from_utf8_lossy)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether bytes are text at all: not a picture, an archive or chance. A few bad bytes in a log do no harm.
#[must_use]
pub fn is_text(bytes: &[u8]) -> bool {
    let is_odd = |c: char| c.is_control() && !c.is_whitespace() && c != '\u{1b}';
    let odd = |chunk: Utf8Chunk<'_>| {
        chunk.invalid().len() + chunk.valid().chars().filter(|c| is_odd(*c)).count()
    };
    let odd: usize = bytes.utf8_chunks().map(odd).sum();
    odd <= bytes.len() / ODD_OF
}

/// The text without the escapes of JSON, however often it was put into other text: `\\\"code\\\":190` becomes `"code":190`.
pub(super) fn unescaped(text: &str) -> String {
    let text = text.replace("&quot;", "\"").replace("&#39;", "'");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if c != '\\' {
            out.push(if c.is_control() && c != '\n' { ' ' } else { c });
            continue;
        }
        rest = rest.trim_start_matches('\\');
        let Some(escaped) = rest.chars().next() else {
            break;
        };
        rest = &rest[escaped.len_utf8()..];
        match escaped {
            'n' | 'r' | 't' => out.push(' '),
            'u' => match unit(rest) {
                Some((c, after)) => {
                    out.push(c);
                    rest = after;
                }
                None => out.push('u'),
            },
            control if control.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

/// The character of an escape such as `\u0041`, after the `u`; halves of a pair say nothing here.
fn unit(text: &str) -> Option<(char, &str)> {
    let (digits, after) = text.split_at_checked(4)?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    let c = char::from_u32(number).filter(|c| !c.is_control());
    Some((c.unwrap_or(' '), after))
}

/// The words alone, each after one space: lower case, without accents and punctuation. An empty list `[]` stays.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    let mut before = ' ';
    for c in text.chars().flat_map(char::to_lowercase) {
        if c == ']' && before == '[' {
            end_word(&mut out);
            out.push_str("[] ");
        } else if c.is_alphanumeric() || c == '_' {
            out.push(without_accent(c));
        } else if !is_mark(c) {
            end_word(&mut out);
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    end_word(&mut out);
    out
}

fn end_word(out: &mut String) {
    if !out.ends_with(' ') {
        out.push(' ');
    }
}

/// Marks that stand inside a word: apostrophes, and accents that are characters of their own.
const fn is_mark(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}')
}

const fn without_accent(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ё' => 'е',
        other => other,
    }
}

/// Words that may lie between the parts of a fragment.
const GAP: usize = 20;

/// How many letters of a plain text a fragment of `texts.toml` recognizes, if it stands there.
pub(super) fn recognizes(fragment: &str, text: &str) -> Option<usize> {
    let parts: Vec<Vec<Word>> = fragment.split('…').map(words).collect();
    let (first, others) = parts.split_first()?;
    let begin = format!(" {}", first.first()?.start);
    let starts = text.match_indices(begin.as_str()).map(|(at, _)| at);
    let letters = parts
        .iter()
        .flatten()
        .map(|word| word.start.chars().count())
        .sum();
    let stands = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        let mut rest = match after(first, rest) {
            Some(rest) => rest,
            None => return false,
        };
        others.iter().all(|part| {
            let found = (0..=GAP).find_map(|_| {
                let found = after(part, rest);
                rest = rest
                    .trim_start()
                    .split_once(' ')
                    .map_or("", |(_, rest)| rest);
                found
            });
            rest = found.unwrap_or_default();
            found.is_some()
        })
    };
    starts.into_iter().any(stands).then_some(letters)
}

/// A word of a fragment, or its beginning.
struct Word {
    start: String,
    is_open: bool,
}

fn words(part: &str) -> Vec<Word> {
    let word = |word: &str| Word {
        start: plain(word).trim().replace(' ', ""),
        is_open: word.ends_with('*'),
    };
    let all = part.split_whitespace().map(word);
    all.filter(|word| !word.start.is_empty()).collect()
}

/// What is left of a text that begins with these words.
fn after<'a>(part: &[Word], text: &'a str) -> Option<&'a str> {
    let mut rest = text;
    for word in part {
        let tail = rest.trim_start().strip_prefix(word.start.as_str())?;
        let end = tail.find(' ').unwrap_or(tail.len());
        if end > 0 && !word.is_open {
            return None;
        }
        rest = tail.get(end..).unwrap_or_default();
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_go_however_often_they_were_escaped() {
        for text in [
            r#"{"code":190}"#,
            r#"{\"code\":190}"#,
            r#"{\\\"code\\\":190}"#,
            "{&quot;code&quot;:190}",
        ] {
            assert_eq!(unescaped(text), r#"{"code":190}"#);
        }
        assert_eq!(unescaped(r"a\u00e7\u00e3o \ud83d \u00"), "ação   u00");
        assert_eq!(unescaped("a\0b\\"), "a b");
    }

    #[test]
    fn fragments_are_found_whatever_the_case_accents_and_punctuation() {
        let text = plain("(#10) A AÇÃO é inválida, porque não é a “dona do tópico”.");
        assert!(recognizes("dona do tópico", &text).is_some());
        assert!(recognizes("acao … dona", &text).is_some());
        assert!(recognizes("inval*", &text).is_some());
        assert!(recognizes("inval* porq* … don* … top*", &text).is_some());
        for other in ["dona do top", "tópico … ação", "cao"] {
            assert!(recognizes(other, &text).is_none(), "{other}");
        }
        assert!(recognizes("scope []", &plain("Invalid scope: [ ]")).is_some());
    }

    #[test]
    fn a_long_paste_is_looked_at_from_both_ends() {
        let mut long = vec![b'x'; 10 * LONGEST];
        long.extend("конец".as_bytes());
        let text = bounded(&long);
        assert!(text.len() <= LONGEST + 4 && text.ends_with("конец"));
    }
}
