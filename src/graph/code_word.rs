//! A word by which a message of ours is known among those of others.

use super::oauth::NoRandomness;

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

    /// A word that nobody uses, easy to read out and to type. No letters that could make it a rude one.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn random() -> Result<Self, NoRandomness> {
        const CONSONANTS: &[u8] = b"bdlmnrstvz";
        const VOWELS: &[u8] = b"aeiou";
        let mut bytes = [0; 8];
        getrandom::fill(&mut bytes)?;
        let letters = bytes.iter().zip([CONSONANTS, VOWELS].iter().cycle());
        let word = letters.map(|(byte, from)| char::from(from[usize::from(*byte) % from.len()]));
        Ok(Self(word.collect()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_random_word_is_one_that_is_taken() {
        for _ in 0..100 {
            let word = CodeWord::random().unwrap();
            assert_eq!(CodeWord::new(word.as_str()), Some(word));
        }
    }
}
