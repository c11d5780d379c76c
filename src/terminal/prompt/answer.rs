//! Yes and no in the languages that igdoctor speaks.

use crate::model::Language;

/// What means yes, in every language.
const YES: &[&str] = &["y", "yes", "s", "sim", "д", "да"];
/// What means no, in every language; one accent is typed in two ways.
const NO: &[&str] = &["n", "no", "não", "na\u{303}o", "nao", "н", "нет"];

/// The letters that are shown, yes first.
pub(super) const fn pair(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::En => ("y", "n"),
        Language::PtBr => ("s", "n"),
        Language::Ru => ("д", "н"),
    }
}

/// The letters as they stand beside a question, such as `y/N`: the capital is what Enter alone gives.
pub(super) fn letters(language: Language, default: Option<bool>) -> String {
    let (yes, no) = pair(language);
    match default {
        Some(true) => format!("{}/{no}", yes.to_uppercase()),
        Some(false) => format!("{yes}/{}", no.to_uppercase()),
        None => format!("{yes}/{no}"),
    }
}

/// What somebody meant, if it is one of the words of any language.
pub(super) fn meant(language: Language, typed: &str) -> Option<bool> {
    let word = typed.to_lowercase();
    // The keys of `н` and `y` are the same: who means `нет` with the keyboard in Latin types `y`.
    if language == Language::Ru && word == "y" {
        return None;
    }
    if YES.contains(&word.as_str()) {
        Some(true)
    } else if NO.contains(&word.as_str()) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_understood_in_every_language() {
        for language in Language::ALL {
            for word in ["Yes", "s", "SIM", "д", "Д", "да", "Да"] {
                assert_eq!(meant(*language, word), Some(true), "{language}: {word}");
            }
            for word in ["n", "N", "no", "não", "NÃO", "nao", "н", "Нет"] {
                assert_eq!(meant(*language, word), Some(false), "{language}: {word}");
            }
            for word in ["", "ok", "yn", "l", "т", "1"] {
                assert_eq!(meant(*language, word), None, "{language}: {word}");
            }
        }
        assert_eq!(meant(Language::En, "y"), Some(true));
        assert_eq!(meant(Language::PtBr, "Y"), Some(true));
    }

    #[test]
    fn a_russian_no_on_a_latin_keyboard_is_no_yes() {
        assert_eq!(meant(Language::Ru, "y"), None);
    }

    #[test]
    fn the_default_is_a_capital() {
        assert_eq!(letters(Language::En, Some(false)), "y/N");
        assert_eq!(letters(Language::PtBr, Some(true)), "S/n");
        assert_eq!(letters(Language::Ru, Some(false)), "д/Н");
        assert_eq!(letters(Language::Ru, None), "д/н");
    }
}
