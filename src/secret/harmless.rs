//! Text of others, made fit to be shown: one line, nothing that steers a terminal, nothing that could be a secret.

/// As many characters of it are shown.
const LONGEST: usize = 200;
/// From this length on, letters and digits without a break may be a secret.
const SECRET_FROM: usize = 24;

/// The last line of some text that says anything, without words that could be secrets.
pub(super) fn last_line(text: &str) -> String {
    let line = text
        .split(['\n', '\r'])
        .rev()
        .find(|line| line.chars().any(|c| !c.is_whitespace() && !c.is_control()))
        .unwrap_or_default();
    let line = without_secrets(line);
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

fn without_secrets(text: &str) -> String {
    let in_token = |c: char| c.is_ascii_alphanumeric() || "-_|+=".contains(c);
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .map(|word| {
            if longest_run(word, in_token) >= SECRET_FROM {
                "…".to_owned()
            } else {
                // Characters that turn the direction of the text can make a line lie.
                word.chars().filter(|c| !turns_text(*c)).collect()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a name looks as if somebody pasted a secret in its place.
#[must_use]
pub fn looks_secret(text: &str) -> bool {
    let has = |is: fn(&char) -> bool| text.chars().any(|c| is(&c));
    let mixed = has(char::is_ascii_digit) && has(char::is_ascii_alphabetic);
    let unbroken = longest_run(text, |c| c.is_ascii_alphanumeric()) >= SECRET_FROM;
    // Tokens of Meta's may have dashes and underscores, as names have; but names do not mix letters so.
    let of_meta = ["EAA", "IG"].iter().any(|prefix| text.starts_with(prefix))
        && has(char::is_ascii_lowercase)
        && text.len() >= SECRET_FROM
        && !text.contains(['/', '.', ' ']);
    mixed && (unbroken || of_meta || text.contains('|'))
}

fn longest_run(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.split(|c| !is_part(c))
        .map(str::len)
        .max()
        .unwrap_or_default()
}

const fn turns_text(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_one_line_without_secrets() {
        for (text, shown) in [
            ("first\nsecond \n\n", "second"),
            ("permission denied\r\n", "permission denied"),
            ("\x1b[31mred\x1b[0m alert\x07", "[31mred [0m alert"),
            ("token EAAGm0PX4ZCpsBAKZCanary01 expired", "token … expired"),
            (
                "GET https://x/?access_token=EAAGm0PX4ZCpsBAKZCanary01",
                "GET …",
            ),
            (
                "secret/data/casa-azul: not found",
                "secret/data/casa-azul: not found",
            ),
            ("safe\u{202e}evil", "safeevil"),
            ("", ""),
            (" \n\x1b\n", ""),
        ] {
            assert_eq!(last_line(text), shown);
        }
        assert_eq!(last_line(&"é ".repeat(300)).chars().count(), LONGEST + 1);
    }

    #[test]
    fn pasted_secrets_are_told_from_names() {
        for secret in [
            "EAAGm0PX4ZCpsBAKZCanary01",
            "IGQVJ-short_parts-of_a-token7",
            "0123456789abcdef0123456789abcdef",
            "912301501380919|sandbox-app-secret",
        ] {
            assert!(looks_secret(secret), "{secret}");
        }
        for name in [
            "IGDOCTOR_TOKEN_OF_CASA_AZUL_2",
            "IGDOCTOR_TOKEN_OF_CASA_AZUL_NORTE",
            "casa-azul/token",
            "IG_TOKEN",
            "restaurante-da-praia-de-copacabana/token",
            "tokens/casa-azul.json",
        ] {
            assert!(!looks_secret(name), "{name}");
        }
    }
}
