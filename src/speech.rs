//! The interface's own strings, in the languages that igdoctor speaks.

mod choice;
mod errors;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::model::{Arg, Language};
use crate::packed::{packed, unpacked};

pub use choice::{UnknownLanguage, from_environment, from_locale, of_machine};
pub use errors::{did_you_mean, error, error_with, let_errors_speak, of_errors};

/// The strings of a language, as Fluent.
const fn strings(language: Language) -> &'static [u8] {
    match language {
        Language::En => packed!("src/speech/en.ftl"),
        Language::PtBr => packed!("src/speech/pt-BR.ftl"),
        Language::Ru => packed!("src/speech/ru.ftl"),
    }
}

/// Its errors, and what is said beside them.
const fn errors(language: Language) -> &'static [u8] {
    match language {
        Language::En => packed!("src/speech/errors.en.ftl"),
        Language::PtBr => packed!("src/speech/errors.pt-BR.ftl"),
        Language::Ru => packed!("src/speech/errors.ru.ftl"),
    }
}

type Bundle = FluentBundle<FluentResource>;

/// The strings of the command line itself, its help and its errors. English ones are clap's and the derive's.
const fn help_strings(language: Language) -> Option<&'static [u8]> {
    match language {
        Language::En => None,
        Language::PtBr => Some(packed!("src/speech/help.pt-BR.ftl")),
        Language::Ru => Some(packed!("src/speech/help.ru.ftl")),
    }
}

/// What the worlds of the sandbox show. The English words stand with the worlds.
const fn world_strings(language: Language) -> Option<&'static [u8]> {
    match language {
        Language::En => None,
        Language::PtBr => Some(packed!("src/speech/worlds.pt-BR.ftl")),
        Language::Ru => Some(packed!("src/speech/worlds.ru.ftl")),
    }
}

/// Speaks one language.
#[derive(Clone)]
pub struct Speech {
    language: Language,
    strings: Rc<Bundle>,
    /// Read when the first of them is told: most runs tell none.
    errors: Rc<OnceCell<Bundle>>,
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
        READ.with(|read| match read.try_borrow_mut() {
            Ok(mut read) => read
                .entry(language)
                .or_insert_with(|| Self::read(language, strings(language)))
                .clone(),
            // A panic is told even where it came while strings were read.
            Err(_) => Self::read(language, strings(language)),
        })
    }

    /// Speaks of the command line itself; in English that is clap's to do.
    #[must_use]
    pub fn of_help(language: Language) -> Option<Self> {
        Some(Self::read(language, help_strings(language)?))
    }

    /// Speaks of the worlds of the sandbox; in English they speak for themselves.
    #[must_use]
    pub fn of_worlds(language: Language) -> Option<Self> {
        Some(Self::read(language, world_strings(language)?))
    }

    fn read(language: Language, strings: &[u8]) -> Self {
        Self {
            language,
            strings: Rc::new(bundle(language, strings)),
            errors: Rc::default(),
        }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is such a string.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.strings.has_message(key)
    }

    /// A string of the interface.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A string of the interface with values. A key that does not exist shows itself; a test makes sure that there is none.
    #[must_use]
    pub fn say_with(&self, key: &str, values: &[(&str, &Arg)]) -> String {
        let errors = || {
            let read = || bundle(self.language, errors(self.language));
            self.errors.get_or_init(read)
        };
        let bundle = if self.strings.has_message(key) {
            &self.strings
        } else {
            errors()
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
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
        bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }

    /// A point in time as people read it, to the minute; a text that is none as it stands.
    #[must_use]
    pub fn moment(&self, text: &str) -> String {
        let Ok(time) = DateTime::parse_from_rfc3339(text) else {
            return text.to_owned();
        };
        let time = time.to_utc();
        let day = Arg::Text(self.show(&time.into()));
        let time = Arg::Text(time.format("%H:%M").to_string());
        self.say_with("moment", &[("day", &day), ("time", &time)])
    }

    /// A day such as `2026-12-01` as people read it; anything else as it stands.
    #[must_use]
    pub fn day(&self, text: &str) -> String {
        text.parse::<NaiveDate>()
            .ok()
            .and_then(|day| day.and_hms_opt(0, 0, 0))
            .map_or_else(|| text.to_owned(), |time| self.show(&time.and_utc().into()))
    }

    /// A number with one decimal as people write it: `1.5`, `1,5`.
    #[must_use]
    pub fn decimal(&self, number: f64) -> String {
        let text = format!("{number:.1}");
        match self.language {
            Language::En => text,
            Language::PtBr | Language::Ru => text.replace('.', ","),
        }
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

fn bundle(language: Language, strings: &[u8]) -> Bundle {
    let id: LanguageIdentifier = language.as_str().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![id]);
    // Terminals show the isolation marks as rubbish; bidirectional text is made harmless elsewhere.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(unpacked(strings));
    bundle.add_resource_overriding(resource.unwrap_or_else(|(partial, _)| partial));
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_has_the_separator_of_the_language() {
        let told = Language::ALL
            .iter()
            .map(|language| Speech::new(*language).decimal(1.25 + 0.05));
        assert_eq!(told.collect::<Vec<_>>(), ["1.3", "1,3", "1,3"]);
    }

    /// Its rules are kept by bare languages, and ours has a country.
    #[test]
    fn portuguese_has_its_singular() {
        let speech = Speech::new(Language::PtBr);
        let say = |count: i64| speech.say_with("findings-title", &[("count", &count.into())]);
        assert_eq!([1, 2].map(say), ["Um problema", "2 problemas"]);
    }

    #[test]
    fn a_date_reads_as_people_of_the_language_write_it() {
        let date = "2026-11-21T10:00:00Z".parse::<DateTime<chrono::Utc>>();
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
