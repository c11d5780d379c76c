//! Words, added last: the texts of checks, filled with values.

mod template;

pub use template::{TemplateError, parts};

use crate::catalog::{Catalog, Check};
use crate::model::{Arg, Args};
use crate::platform::{Advice, Platform};
use crate::speech::Speech;

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

/// What a platform is called.
#[must_use]
pub fn platform_name(platform: &Platform, speech: &Speech) -> String {
    platform_in(Some(platform), template::PLAIN, speech)
}

/// A platform has a name, or is somebody's own app, or any at all, where texts are about no connection.
fn platform_in(platform: Option<&Platform>, form: &str, speech: &Speech) -> String {
    let form = Arg::from(form);
    match platform {
        Some(platform) if platform.is_nameless() => {
            speech.say_with("about-platform-own", &[("form", &form)])
        }
        Some(platform) => {
            let name = Arg::from(platform.name.as_str());
            speech.say_with("about-platform", &[("name", &name), ("form", &form)])
        }
        None => speech.say_with("about-platform-any", &[("form", &form)]),
    }
}

/// More characters than any real name has.
const LONGEST: usize = 200;

/// A name as far as it helps: one of thousands of letters would hide the sentence around it.
fn short(name: &str) -> String {
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

/// Fills the texts of one check.
#[derive(Debug)]
pub struct Writer<'a> {
    speech: &'a Speech,
    catalog: &'static Catalog,
    /// None where texts are about no connection.
    platform: Option<&'a Platform>,
    about: About,
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
        platform: Option<&'a Platform>,
        about: About,
    ) -> Self {
        Self {
            speech,
            catalog,
            platform,
            about,
        }
    }

    /// A phrase that every text may use; `page.gen` asks for one in a grammatical form.
    fn phrase(&self, name: &str) -> Option<String> {
        let (name, form) = name.split_once('.').unwrap_or((name, template::PLAIN));
        let known_as = |known: &str, unknown: &str, name: &Option<String>| {
            let form = Arg::from(form);
            match name {
                Some(name) => {
                    let name = Arg::Text(short(name));
                    self.speech
                        .say_with(known, &[("name", &name), ("form", &form)])
                }
                None => self.speech.say_with(unknown, &[("form", &form)]),
            }
        };
        Some(match name {
            "account" => known_as(
                "about-account",
                "about-account-unknown",
                &self.about.username,
            ),
            "page" => known_as("about-page", "about-page-unknown", &self.about.page),
            "app" => known_as("about-app", "about-app-unknown", &self.about.app),
            "platform" => {
                let bare = form == template::PLAIN;
                let form = if bare { template::IN_TEXT } else { form };
                platform_in(self.platform, form, self.speech)
            }
            "reconnect" => {
                let own =
                    |platform: &Platform| platform.words(self.speech.language()).reconnect.clone();
                self.platform
                    .map_or_else(|| self.speech.say("about-reconnect-any"), own)
            }
            _ => return None,
        })
    }

    /// What the platform is called.
    #[must_use]
    pub fn platform_name(&self) -> String {
        platform_in(self.platform, template::PLAIN, self.speech)
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

    /// Whether there are words for a cause.
    #[must_use]
    pub fn knows(&self, cause: &str) -> bool {
        let language = self.speech.language();
        self.catalog.cause_text(cause, language).is_some()
    }

    /// What a cause says and what to do about it.
    #[must_use]
    pub fn cause(&self, check: &Check, cause: &str, args: &Args) -> Text {
        let Some(words) = self.catalog.cause_text(cause, self.speech.language()) else {
            return Text::default();
        };
        // Values keep the words of the check that owns the cause.
        let owner = self.catalog.owner(cause).unwrap_or(check);
        let (says, steps) = match self.of_platform(cause, args) {
            Some(own) => (own.says.as_str(), own.steps.as_slice()),
            None => (words.says, words.steps),
        };
        Text {
            says: self.fill(owner, says, args),
            steps: steps
                .iter()
                .map(|step| self.fill(owner, step, args))
                // A step that is one clause is left out with it.
                .filter(|step| !step.is_empty())
                .collect(),
        }
    }

    /// The platform's own words for what its address told, if it has some.
    fn of_platform(&self, cause: &str, args: &Args) -> Option<&Advice> {
        let text = |name: &str| match args.get(name) {
            Some(Arg::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        let platform = self.platform?;
        let words = platform.own_words(text("asked")?, text("at"), cause)?;
        Some(words.words(self.speech.language()))
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
        self.platform?
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
            if let Some(phrase) = self.phrase(name) {
                return Some((phrase, None));
            }
            Some(match args.get(name)? {
                Arg::Number(number) => (number.to_string(), Some(*number)),
                Arg::List(open) if name == "questions" => {
                    (self.questions(check, open).join(" "), None)
                }
                Arg::List(list) => (
                    list.iter()
                        .map(|item| short(&word(item)))
                        .collect::<Vec<_>>()
                        .join(", "),
                    None,
                ),
                Arg::Text(text) => (short(&word(text)), None),
                time @ Arg::Time(_) => (self.speech.show(time), None),
            })
        };
        template::fill(text, self.speech.language(), &value)
    }
}
