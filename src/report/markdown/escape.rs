//! Values as text of Markdown that means nothing to it, on GitHub, GitLab and the trackers that follow them.

use crate::terminal::harmless;

/// Keeps a mention, a number or an address from being one, and takes no room.
const JOINER: char = '\u{2060}';

/// A value on one line. What looks like an address becomes code: nobody is led there, and it can be copied.
pub(in crate::report) fn escape(text: &str) -> String {
    let text = harmless(text);
    let words: Vec<String> = text.split(' ').map(word).collect();
    let line = words.join(" ");
    // What would begin a list, a heading or a rule.
    if line.starts_with(['-', '+', '=']) {
        return format!("\\{line}");
    }
    let (digits, rest) =
        line.split_at(line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len());
    let is_number =
        [". ", ") "].iter().any(|end| rest.starts_with(end)) || [".", ")"].contains(&rest);
    if !digits.is_empty() && is_number {
        return format!("{digits}\\{rest}");
    }
    line
}

/// One word.
fn word(word: &str) -> String {
    let lower = word.to_ascii_lowercase();
    if lower.contains("://") || lower.contains("www.") || lower.contains("mailto:") {
        return code(word);
    }
    let mut out = String::with_capacity(word.len());
    let mut rest = word.chars();
    while let Some(c) = rest.next() {
        let before_word = rest
            .clone()
            .next()
            .is_some_and(|c| c.is_ascii_alphanumeric() || c == '#');
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' if before_word => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => out.extend(['\\', c]),
            // These and `:` name people, issues, requests and pictures in one tracker or another.
            '@' | '#' | '!' => out.extend([c, JOINER]),
            c => out.push(c),
        }
    }
    out
}

/// A value as code, whatever backticks are in it; also in a table.
pub(super) fn code(text: &str) -> String {
    let text = harmless(text).replace('|', "\\|");
    let longest = text
        .split(|c| c != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    if longest == 0 {
        return format!("`{text}`");
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence} {text} {fence}")
}

/// A link of the catalog.
pub(super) fn link(address: &str) -> String {
    let bad = |c: char| c.is_whitespace() || c.is_control() || "<>`|".contains(c);
    if address.contains(bad) {
        code(address)
    } else {
        format!("<{address}>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_means_anything() {
        for (text, expected) in [
            ("a|b", "a\\|b"),
            (
                "Settings & privacy &lt; R&D",
                "Settings & privacy &amp;lt; R&amp;D",
            ),
            ("<script>", "&lt;script&gt;"),
            ("@casa #1 !2", "@\u{2060}casa #\u{2060}1 !\u{2060}2"),
            ("[x](y)", "\\[x\\](y)"),
            (
                "see https://evil.example now",
                "see `https://evil.example` now",
            ),
            ("www.evil`.example", "`` www.evil`.example ``"),
            ("- item", "\\- item"),
            ("1. step", "1\\. step"),
            ("0.1.0", "0.1.0"),
            ("a\nb", "a\\\\u{a}b"),
        ] {
            assert_eq!(escape(text), expected, "{text}");
        }
    }
}
