//! Faults of TOML files in plain words: `file:line:column: what is wrong`, with the nearest right name.
//!
//! Nothing of a value is ever repeated, unless it is nearly a known word: what was written there by mistake may be a token.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::model::nearest;
use crate::speech::error;

/// So many names are listed beside a suggestion; without a suggestion all are.
const FEW: usize = 8;
/// Names longer than this are no names.
const LONGEST_NAME: usize = 32;

/// What the parser found wrong in a file.
#[must_use]
pub fn explain(file: &str, text: &str, fault: &toml::de::Error) -> String {
    let span = fault.span().unwrap_or_default();
    at(file, text, span.start, &plain(fault.message()))
}

/// Marks a message as one of our own, which repeats nothing of the file and may be shown as it is.
const OURS: char = '\u{1}';

/// An error of our own for a value, to be shown as it is.
#[must_use]
pub fn ours<E: serde::de::Error>(problem: &str) -> E {
    E::custom(format!("{OURS}{problem}"))
}

/// What a value must be, in words of our own, for a visitor's `expecting`.
///
/// # Errors
/// As writing has it.
pub fn expect(f: &mut fmt::Formatter<'_>, key: &str) -> fmt::Result {
    write!(f, "{OURS}{}", error(key, &[]))
}

/// What is wrong at a place of a file.
#[must_use]
pub fn at(file: &str, text: &str, offset: usize, problem: &str) -> String {
    let (line, column) = place(text, offset);
    format!("{file}:{line}:{column}: {problem}")
}

/// Line and column of a byte, both from 1; columns count characters.
#[must_use]
pub fn place(text: &str, offset: usize) -> (usize, usize) {
    let end = (0..=offset.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    let before = &text[..end];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default();
    (line, column.chars().count() + 1)
}

/// The lines, from 1, at which the keys of a table stand.
#[must_use]
pub fn lines_of(text: &str, table: &str) -> BTreeMap<String, usize> {
    let Ok(root) = DeTable::parse(text) else {
        return BTreeMap::new();
    };
    let ends: Vec<usize> = text.match_indices('\n').map(|(end, _)| end).collect();
    let root = root.into_inner();
    let keys = root.get(table).and_then(|table| table.get_ref().as_table());
    let place = |key: &Spanned<DeString<'_>>| {
        let line = ends.partition_point(|end| *end < key.span().start) + 1;
        (key.get_ref().to_string(), line)
    };
    keys.into_iter()
        .flat_map(|table| table.keys())
        .map(place)
        .collect()
}

/// Where the value of a key stands: its path is made of keys, and of numbers in lists. As far as the path exists.
#[must_use]
pub fn offset_of(text: &str, path: &[&str]) -> usize {
    follow(text, path).1
}

/// How many steps of a path exist, and where the last of them stands.
fn follow(text: &str, path: &[&str]) -> (usize, usize) {
    let Ok(root) = DeTable::parse(text) else {
        return (0, 0);
    };
    let (mut steps, mut found): (usize, Range<usize>) = (0, 0..0);
    let mut inside = DeValue::Table(root.into_inner());
    for step in path {
        let next = match inside {
            DeValue::Table(table) => table
                .into_iter()
                .find(|(key, _)| key.get_ref().as_ref() == *step)
                .map(|(key, value)| (key.span(), value)),
            DeValue::Array(list) => step
                .parse()
                .ok()
                .and_then(|index: usize| list.into_iter().nth(index))
                .map(|value| (value.span(), value)),
            _ => None,
        };
        let Some((span, value)) = next else { break };
        found = if matches!(value.get_ref(), DeValue::Table(_)) {
            span
        } else {
            value.span()
        };
        inside = value.into_inner();
        steps += 1;
    }
    (steps, found.start)
}

/// `; did you mean …?` with the known names, as far as they help.
#[must_use]
pub fn hint(word: &str, known: &[&str]) -> String {
    let known: Vec<&str> = known.iter().copied().filter(|name| is_name(name)).collect();
    let list = known
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ");
    match nearest(word, known.iter().copied()) {
        Some(name) if known.len() > FEW => error("error-toml-near", &[("name", &name)]),
        Some(name) => error(
            "error-toml-near-known",
            &[("name", &name), ("known", &list)],
        ),
        None if known.is_empty() => String::new(),
        None => error("error-toml-known", &[("known", &list)]),
    }
}

/// A word as it may be repeated: in backticks if it is a name, else left out.
#[must_use]
pub fn quoted(word: &str) -> String {
    if is_name(word) {
        format!("`{word}`")
    } else {
        "`…`".to_owned()
    }
}

/// The parser's message without values, and in the words of the rest of igdoctor.
fn plain(message: &str) -> String {
    if let Some(ours) = message.strip_prefix(OURS) {
        return ours.to_owned();
    }
    let known = |rest: &str| ticked(rest).into_iter().map(str::to_owned).collect();
    if let Some((word, rest)) = after(message, "unknown field `") {
        let known: Vec<String> = known(rest);
        let names: Vec<&str> = known.iter().map(String::as_str).collect();
        let hint = hint(word, &names);
        return error(
            "error-toml-unknown-key",
            &[("key", &quoted(word)), ("hint", &hint)],
        );
    }
    if let Some((word, rest)) = after(message, "unknown variant `") {
        let known: Vec<String> = known(rest);
        let names: Vec<&str> = known.iter().map(String::as_str).collect();
        // A value, so it is repeated only if it was nearly right.
        let word = nearest(word, names.iter().copied())
            .filter(|_| is_name(word))
            .map_or("", |_| word);
        let hint = hint(word, &names);
        return if word.is_empty() {
            error("error-toml-unknown-here", &[("hint", &hint)])
        } else {
            error(
                "error-toml-unknown-value",
                &[("value", &word), ("hint", &hint)],
            )
        };
    }
    if let Some((word, _)) = after(message, "missing field `") {
        return error("error-toml-missing", &[("key", &word)]);
    }
    if message == "duplicate key" {
        return error("error-toml-duplicate", &[]);
    }
    // What was expected stands last; before it stands the value, which may itself hold anything.
    let (found, expected) = message.rsplit_once(", expected ").unwrap_or_default();
    if let Some(found) = found.strip_prefix("invalid type: ") {
        error(
            "error-toml-type",
            &[("wanted", &wanted(expected)), ("found", &kind(found))],
        )
    } else if found.starts_with("invalid value: ") {
        error("error-toml-value", &[("wanted", &wanted(expected))])
    } else {
        // The parser's own words, which are English.
        error("error-toml-other", &[("message", &clean(message))])
    }
}

/// The word that begins after `start` and ends with a backtick, and what follows it.
fn after<'a>(message: &'a str, start: &str) -> Option<(&'a str, &'a str)> {
    let rest = message.strip_prefix(start)?;
    // The word may hold backticks itself; what serde says goes on after the last one before these.
    let end = ["`, expected ", "`, there are no "]
        .iter()
        .filter_map(|end| rest.rfind(end))
        .min()
        .or_else(|| rest.rfind('`'))?;
    Some((&rest[..end], &rest[end + 1..]))
}

/// Words in backticks.
fn ticked(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// What a value must be.
fn wanted(expected: &str) -> String {
    if let Some(ours) = expected.strip_prefix(OURS) {
        return ours.to_owned();
    }
    let key = match expected {
        "a boolean" => "error-toml-boolean",
        "a sequence" => "error-toml-list",
        "a map" => "error-toml-table",
        "a string" | "a borrowed string" => "error-toml-quoted",
        "u8" | "u16" | "u32" | "u64" | "usize" => "error-toml-count",
        "i8" | "i16" | "i32" | "i64" => "error-toml-whole",
        other if other.starts_with("struct ") => "error-toml-table",
        other => return clean(other),
    };
    error(key, &[])
}

/// What kind of value was found, without the value.
fn kind(found: &str) -> String {
    let key = match found.split([' ', '`']).next().unwrap_or_default() {
        "string" | "character" => "error-toml-text",
        "integer" => "error-toml-whole",
        "floating" => "error-toml-number",
        "boolean" => "error-toml-boolean",
        "sequence" => "error-toml-list",
        "map" => "error-toml-table",
        _ => "error-toml-this",
    };
    error(key, &[])
}

/// Any other message, without what stands in quotes and without what looks like no word.
fn clean(message: &str) -> String {
    let mut out = String::with_capacity(message.len());
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('"') {
        out.push_str(before);
        // The parser names the quote itself: expected `"`.
        if before.ends_with('`') && after.starts_with('`') {
            out.push('"');
            rest = after;
        } else {
            out.push_str("a text");
            rest = past_quote(after);
        }
    }
    out.push_str(rest);
    out.split(' ')
        .map(|word| {
            let inner = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
            if inner.is_empty() || is_name(inner) {
                word.to_owned()
            } else {
                "…".to_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
        .replace("string a text", "a text")
}

/// What follows the quote that ends a text; a quote after a backslash belongs to the text.
fn past_quote(text: &str) -> &str {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' if !escaped => return &text[at + 1..],
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    ""
}

/// Whether a word looks like the name of something, and not like a token, a secret or an id.
fn is_name(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let token = ["EAA", "IGAA", "IGQ"]
        .iter()
        .any(|start| word.contains(start));
    word.chars().count() <= LONGEST_NAME
        && digits <= 4
        && !token
        && !word.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters() {
        let text = "a = 1\né = \"ü\" x";
        assert_eq!(place(text, 0), (1, 1));
        assert_eq!(place(text, text.find('x').unwrap()), (2, 9));
        assert_eq!(place(text, 8), (2, 2), "inside nothing is a character cut");
        assert_eq!(place(text, 9_999), (2, 10));
        assert_eq!(place("", 3), (1, 1));
    }

    #[test]
    fn every_key_of_a_table_has_its_line() {
        let text = "# é\n[tenants.a]\nx = 1\n\n[tenants.\"b c\"]\n[[tenants.a.waivers]]\n";
        let lines = lines_of(text, "tenants");
        assert_eq!(lines, BTreeMap::from([("a".into(), 2), ("b c".into(), 5)]));
        assert!(lines_of("tenants = 1", "tenants").is_empty());
        assert!(lines_of("tenants = [", "tenants").is_empty());
    }

    #[test]
    fn values_are_never_repeated() {
        for message in [
            "invalid type: string \"canary, expected x\", expected a boolean",
            "invalid value: string \"can\\\"ary\", expected canary-free text",
            "unknown variant `canary`, expected one of `facebook`, `instagram`",
            "unknown variant `can`ary`, expected `facebook`",
            "unknown field `EAAGcanary`, expected `name`",
            "odd string \"canary\" here",
            "odd canary0123456789 here",
            "invalid type: integer `12345canary`, expected a string",
        ] {
            let shown = plain(message).replace("canary-free", "");
            assert!(!shown.contains("canary"), "{message}: {shown}");
            assert!(!shown.contains("ary"), "{message}: {shown}");
        }
    }

    #[test]
    fn near_names_are_suggested() {
        let shown = plain("unknown field `pge`, expected one of `page`, `name`");
        assert_eq!(
            shown,
            "unknown key `pge`; did you mean `page`? Known: `page`, `name`"
        );
        let shown = plain("unknown variant `facebok`, expected `facebook` or `instagram`");
        assert!(shown.contains("did you mean `facebook`?"), "{shown}");
        assert_eq!(
            plain("missing field `name`"),
            "the key `name` is missing".to_owned()
        );
    }
}
