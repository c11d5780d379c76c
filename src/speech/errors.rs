//! The texts of errors, in one language for the process.

use std::fmt::Display;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::Speech;
use crate::model::{Arg, Language, nearest};

/// The language of errors: like a locale, one for the process.
static ERRORS: AtomicUsize = AtomicUsize::new(0);

/// Lets errors speak a language from now on.
pub fn let_errors_speak(language: Language) {
    let index = Language::ALL.iter().position(|known| *known == language);
    ERRORS.store(index.unwrap_or_default(), Ordering::Relaxed);
}

/// The language in which errors are told.
#[must_use]
pub fn of_errors() -> Language {
    let index = ERRORS.load(Ordering::Relaxed);
    Language::ALL.get(index).copied().unwrap_or(Language::En)
}

/// The text of an error, with its values, in the language of errors.
#[must_use]
pub fn error(key: &str, values: &[(&str, &dyn Display)]) -> String {
    let values: Vec<(&str, Arg)> = values
        .iter()
        .map(|(name, value)| (*name, Arg::Text(value.to_string())))
        .collect();
    let values: Vec<(&str, &Arg)> = values.iter().map(|(name, value)| (*name, value)).collect();
    error_with(key, &values)
}

/// The same with values that choose a plural form.
#[must_use]
pub fn error_with(key: &str, values: &[(&str, &Arg)]) -> String {
    Speech::new(of_errors()).say_with(key, values)
}

/// ` (did you mean …?)` in the language of errors, or nothing if no name is near enough.
#[must_use]
pub fn did_you_mean<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    nearest(word, names)
        .map(|name| error("error-near", &[("name", &name)]))
        .unwrap_or_default()
}
