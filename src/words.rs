//! Words, added last: the interface's own strings, and the texts of checks filled with values.

mod template;

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use template::{TemplateError, parts};

use crate::catalog::{Catalog, Check};
use crate::model::{Arg, Args, Language};
use crate::platform::Platform;

/// Strings of the interface in English.
const ENGLISH: &str = include_str!("words/en.ftl");

/// Speaks one language.
pub struct Speech {
    language: Language,
    strings: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Speech {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Speech({})", self.language)
    }
}

/// The language that is really spoken where one is wished for.
#[must_use]
pub const fn spoken(wished: Language) -> Language {
    match wished {
        // The others have no strings yet; a report that named them would not tell the truth.
        Language::En | Language::PtBr | Language::Ru => Language::En,
    }
}

impl Speech {
    /// Speaks a language; what it lacks is said in English.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let id: LanguageIdentifier = language.as_str().parse().unwrap_or_default();
        let mut strings = FluentBundle::new(vec![id]);
        // Terminals show the isolation marks as rubbish; bidirectional text is made harmless elsewhere.
        strings.set_use_isolating(false);
        let resource =
            FluentResource::try_new(ENGLISH.to_owned()).unwrap_or_else(|(partial, _)| partial);
        strings.add_resource_overriding(resource);
        Self { language, strings }
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

    /// A value as people read it.
    #[must_use]
    pub fn show(&self, value: &Arg) -> String {
        match value {
            Arg::Time(time) => time.format("%B %-d, %Y").to_string(),
            other => other.to_string(),
        }
    }
}

/// Whom a text is about: phrases that every text may use, with what stands in their place when nothing is known.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Name of the Instagram account.
    pub username: Option<String>,
    /// Name of the Page.
    pub page: Option<String>,
    /// Name of the app.
    pub app: Option<String>,
}

/// Fills the texts of one check.
#[derive(Debug)]
pub struct Writer<'a> {
    speech: &'a Speech,
    catalog: &'static Catalog,
    phrases: BTreeMap<&'static str, String>,
    platform: &'a Platform,
}

/// A finding in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// What was seen.
    pub says: String,
    /// What to do, in order.
    pub steps: Vec<String>,
}

impl<'a> Writer<'a> {
    /// A writer for one tenant.
    #[must_use]
    pub fn new(
        speech: &'a Speech,
        catalog: &'static Catalog,
        platform: &'a Platform,
        about: &About,
    ) -> Self {
        let phrase = |known: &str, unknown: &str, name: &Option<String>| match name {
            Some(name) => speech.say_with(known, &[("name", &Arg::Text(name.clone()))]),
            None => speech.say(unknown),
        };
        let phrases = BTreeMap::from([
            (
                "account",
                phrase("about-account", "about-account-unknown", &about.username),
            ),
            (
                "page",
                phrase("about-page", "about-page-unknown", &about.page),
            ),
            ("app", phrase("about-app", "about-app-unknown", &about.app)),
            ("platform", platform.name.clone()),
            (
                "reconnect",
                platform.words(speech.language()).reconnect.clone(),
            ),
        ]);
        Self {
            speech,
            catalog,
            phrases,
            platform,
        }
    }

    /// The language that it writes.
    #[must_use]
    pub const fn speech(&self) -> &Speech {
        self.speech
    }

    /// The statement of a check.
    #[must_use]
    pub fn title(&self, check: &Check) -> String {
        self.fill(
            check,
            &check.words_or_english(self.speech.language()).title,
            &Args::new(),
        )
    }

    /// Why a check matters.
    #[must_use]
    pub fn why(&self, check: &Check) -> String {
        self.fill(
            check,
            &check.words_or_english(self.speech.language()).why,
            &Args::new(),
        )
    }

    /// Why a check is skipped where nothing to compare with was given.
    #[must_use]
    pub fn nothing_to_compare(&self, check: &Check) -> String {
        let own = check
            .words_or_english(self.speech.language())
            .config
            .as_deref();
        own.map_or_else(
            || self.speech.say("because-config"),
            |text| self.fill(check, text, &Args::new()),
        )
    }

    /// What a cause says and what to do about it.
    #[must_use]
    pub fn cause(&self, check: &Check, cause: &str, args: &Args) -> Text {
        let Some(words) = self.catalog.cause_text(cause, self.speech.language()) else {
            return Text::default();
        };
        // Values keep the words of the check that owns the cause.
        let owner = self.catalog.owner(cause).unwrap_or(check);
        Text {
            says: self.fill(owner, words.says, args),
            steps: words
                .steps
                .iter()
                .map(|step| self.fill(owner, step, args))
                .collect(),
        }
    }

    /// The questions to a person that are still open, each with where to look.
    #[must_use]
    pub fn questions(&self, check: &Check, open: &[String]) -> Vec<String> {
        let words = check.words_or_english(self.speech.language());
        let text = |id: &String| {
            let own = id
                .parse::<usize>()
                .ok()
                .and_then(|index| words.confirm.get(index))
                .map(String::as_str);
            own.or_else(|| self.setup(id))
                .map(|text| self.fill(check, text, &Args::new()))
        };
        open.iter().filter_map(text).collect()
    }

    fn setup(&self, id: &str) -> Option<&str> {
        self.platform
            .setup
            .iter()
            .find(|setup| setup.id == id)
            .map(|setup| setup.words(self.speech.language()))
    }

    fn fill(&self, check: &Check, text: &str, args: &Args) -> String {
        let words = check.words_or_english(self.speech.language());
        let word = |slug: &str| {
            words
                .value
                .get(slug)
                .cloned()
                .unwrap_or_else(|| slug.to_owned())
        };
        let value = |name: &str| -> Option<(String, Option<i64>)> {
            if let Some(phrase) = self.phrases.get(name) {
                return Some((phrase.clone(), None));
            }
            Some(match args.get(name)? {
                Arg::Number(number) => (number.to_string(), Some(*number)),
                Arg::List(open) if name == "questions" => {
                    (self.questions(check, open).join(" "), None)
                }
                Arg::List(list) => (
                    list.iter()
                        .map(|item| word(item))
                        .collect::<Vec<_>>()
                        .join(", "),
                    None,
                ),
                Arg::Text(text) => (word(text), None),
                time @ Arg::Time(_) => (self.speech.show(time), None),
            })
        };
        template::fill(text, self.speech.language(), &value)
    }
}
