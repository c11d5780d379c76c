//! The interface's own strings, in the languages that igdoctor speaks.

mod choice;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::NaiveDate;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::model::{Arg, Language};

pub use choice::{UnknownLanguage, from_environment, from_locale, of_machine};

/// The strings of a language, as Fluent.
const fn strings(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("speech/en.ftl"),
        Language::PtBr => include_str!("speech/pt-BR.ftl"),
        Language::Ru => include_str!("speech/ru.ftl"),
    }
}

/// Speaks one language.
#[derive(Clone)]
pub struct Speech {
    language: Language,
    strings: Rc<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Speech {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Speech({})", self.language)
    }
}

thread_local! {
    /// Strings are read once for each language that is really spoken.
    static READ: RefCell<HashMap<Language, Speech>> = RefCell::default();
}

impl Speech {
    /// Speaks a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        READ.with_borrow_mut(|read| {
            read.entry(language)
                .or_insert_with(|| Self::read(language))
                .clone()
        })
    }

    fn read(language: Language) -> Self {
        let id: LanguageIdentifier = language.as_str().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        // Terminals show the isolation marks as rubbish; bidirectional text is made harmless elsewhere.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(strings(language).to_owned());
        bundle.add_resource_overriding(resource.unwrap_or_else(|(partial, _)| partial));
        Self {
            language,
            strings: Rc::new(bundle),
        }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A string of the interface.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A string of the interface with values. A key that does not exist shows itself; a test makes sure that there is none.
    #[must_use]
    pub fn say_with(&self, key: &str, values: &[(&str, &Arg)]) -> String {
        let Some(pattern) = self
            .strings
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            let value = match value {
                Arg::Number(number) => FluentValue::from(*number),
                other => FluentValue::from(self.show(other)),
            };
            args.set(*name, value);
        }
        self.strings
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }

    /// A day such as `2026-12-01` as people read it; anything else as it stands.
    #[must_use]
    pub fn day(&self, text: &str) -> String {
        text.parse::<NaiveDate>()
            .ok()
            .and_then(|day| day.and_hms_opt(0, 0, 0))
            .map_or_else(|| text.to_owned(), |time| self.show(&time.and_utc().into()))
    }

    /// A value as people read it.
    #[must_use]
    pub fn show(&self, value: &Arg) -> String {
        let Arg::Time(time) = value else {
            return value.to_string();
        };
        let part = |format: &str| Arg::Number(time.format(format).to_string().parse().unwrap_or(0));
        // A year is a name, not a count: as a number it would get a separator.
        let year = Arg::Text(time.format("%Y").to_string());
        self.say_with(
            "date",
            &[
                ("day", &part("%-d")),
                ("month", &part("%-m")),
                ("year", &year),
            ],
        )
    }
}

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
pub fn error(key: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
    let values: Vec<(&str, Arg)> = values
        .iter()
        .map(|(name, value)| (*name, Arg::Text(value.to_string())))
        .collect();
    let values: Vec<(&str, &Arg)> = values.iter().map(|(name, value)| (*name, value)).collect();
    Speech::new(of_errors()).say_with(key, &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_as_people_of_the_language_write_it() {
        let date = "2026-11-21T10:00:00Z".parse::<chrono::DateTime<chrono::Utc>>();
        let date = Arg::Time(date.unwrap());
        let told: Vec<String> = Language::ALL
            .iter()
            .map(|language| Speech::new(*language).show(&date))
            .collect();
        assert_eq!(
            told,
            [
                "November 21, 2026",
                "21 de novembro de 2026",
                "21 ноября 2026 г."
            ]
        );
    }
}
