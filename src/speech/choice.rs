//! Which language the environment wishes for.

use crate::model::Language;

/// A variable names a language that igdoctor does not speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLanguage(pub String);

/// The language of a tag or locale such as `pt-BR`, `pt_PT.UTF-8`, `ru`, whatever its country: all Portuguese is Brazilian here.
#[must_use]
pub fn from_locale(locale: &str) -> Option<Language> {
    let end = locale.find(['-', '_', '.', '@']).unwrap_or(locale.len());
    match locale.get(..end)?.to_ascii_lowercase().as_str() {
        "en" => Some(Language::En),
        "pt" => Some(Language::PtBr),
        "ru" => Some(Language::Ru),
        _ => None,
    }
}

/// The language that `IGDOCTOR_LANG` asks for.
///
/// # Errors
/// When it names one that igdoctor does not speak.
pub fn from_environment() -> Result<Option<Language>, UnknownLanguage> {
    match variable("IGDOCTOR_LANG") {
        None => Ok(None),
        Some(text) => from_locale(&text).map(Some).ok_or(UnknownLanguage(text)),
    }
}

/// The machine's language and the variable that says so: as POSIX has it, the first of these that is set decides, whatever it holds.
#[must_use]
pub fn of_machine() -> Option<(Language, &'static str)> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| Some((variable(name)?, name)))
        .and_then(|(locale, name)| Some((from_locale(&locale)?, name)))
}

fn variable(name: &str) -> Option<String> {
    let value = std::env::var_os(name)?.to_string_lossy().into_owned();
    (!value.is_empty()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_a_language_whatever_its_country_and_encoding() {
        let cases = [
            ("pt-BR", Some(Language::PtBr)),
            ("pt_PT.UTF-8", Some(Language::PtBr)),
            ("PT", Some(Language::PtBr)),
            ("ru_UA.KOI8-U", Some(Language::Ru)),
            ("ru@latin", Some(Language::Ru)),
            ("en_US.UTF-8", Some(Language::En)),
            ("C.UTF-8", None),
            ("POSIX", None),
            ("de_DE", None),
            ("", None),
            ("ß", None),
        ];
        for (locale, language) in cases {
            assert_eq!(from_locale(locale), language, "{locale}");
        }
    }
}
