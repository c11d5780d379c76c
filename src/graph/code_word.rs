//! A word by which a message of ours is known among those of others.

/// A word of plain letters: platforms filter emoji, and a phone changes much else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeWord(String);

impl CodeWord {
    /// Takes a word of four to 32 letters from a to z; large or small is the same.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        let fits =
            (4..=32).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        fits.then(|| Self(word.to_ascii_lowercase()))
    }

    /// The word, in small letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a text has it as a word of its own. Keyboards make the first letter large and put a dot behind it.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        text.split(|c: char| !c.is_alphanumeric())
            .any(|word| word.eq_ignore_ascii_case(&self.0))
    }
}
