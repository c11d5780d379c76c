//! One check file: identity, needs, refusals, fix and words.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::errors::{Signature, exactness};
use super::foreign::{Foreign, Parts};
use crate::model::{
    Access, Actor, Area, CheckId, FixKind, Flow, Language, Outcome, Question, Routing, Severity,
    Symptom,
};

/// One statement about the setup, as its file describes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// The file's name.
    #[serde(skip)]
    pub id: CheckId,
    /// Its group.
    pub area: Area,
    /// The least access at which it can answer.
    pub tier: Access,
    /// How much its `fail` counts.
    #[serde(default = "error")]
    pub severity: Severity,
    /// Who can usually mend it.
    pub actor: Actor,
    /// The flows that have such a thing.
    #[serde(default = "both_flows")]
    pub flows: Vec<Flow>,
    /// Checks that must not be broken for this one to be judged.
    pub needs: Vec<String>,
    /// The questions whose answers it reads.
    pub asks: Vec<Question>,
    /// Causes of `causes.toml` that it tells; only a check of a reply has such.
    #[serde(default)]
    pub tells: Vec<String>,
    /// What the person sees when it is broken.
    pub symptoms: Vec<Symptom>,
    /// Placeholders of its words.
    #[serde(default)]
    pub args: Vec<String>,
    /// What is wrong here is wrong for every tenant of the app.
    #[serde(default)]
    pub app_wide: bool,
    /// It is made only where somebody asks for it by name.
    #[serde(default)]
    pub opt_in: bool,
    /// Steps of platform guides that it covers.
    #[serde(default)]
    pub guides: Vec<String>,
    /// When its menu paths were last confirmed.
    pub seen: toml::value::Datetime,
    /// Official pages, by language.
    #[serde(default)]
    pub links: BTreeMap<Language, String>,
    /// What refusals mean for it, first match wins.
    #[serde(default, rename = "refusal")]
    pub refusals: Vec<Refusal>,
    /// What may be done about it.
    pub fix: Fix,
    /// Where a cause differs from the check.
    #[serde(default)]
    pub cause: BTreeMap<String, CauseSpec>,
    /// What a person can look at instead, one question each.
    #[serde(default)]
    pub confirm: Vec<Confirm>,
    en: Words,
    #[serde(skip)]
    foreign: Foreign<Words>,
}

/// What may be done.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fix {
    /// Its danger.
    pub kind: FixKind,
}

/// How a cause differs from its check.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CauseSpec {
    /// Other than `fail`.
    pub outcome: Option<Outcome>,
    /// Who can mend this one.
    pub actor: Option<Actor>,
    /// What may be done about this one.
    pub fix: Option<FixKind>,
    /// How much this one counts.
    pub severity: Option<Severity>,
    /// The table of Pages granted, linked and expected answers it.
    #[serde(default)]
    pub pages: bool,
    /// It is wrong for every tenant of the app, though the check's other causes are not.
    #[serde(default)]
    pub app_wide: bool,
}

/// One yes/no question to a person.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirm {
    /// The cause if the person says no.
    pub when_no: String,
    /// Asked only where the platform handles comments.
    #[serde(default)]
    pub comments: bool,
    /// Without a token, asked only where the app is one's own: nobody else can look there.
    #[serde(default)]
    pub own_app: bool,
    /// Asked only where the platform demands a verified Page.
    #[serde(default)]
    pub verified: bool,
    /// Asked only where the platform expects this of conversation routing.
    pub routing: Option<Routing>,
}

/// What a refusal means for a check.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// Only on this question.
    pub question: Option<Question>,
    /// Only in this flow.
    pub flow: Option<Flow>,
    /// Graph's `error.code`.
    pub code: i64,
    /// Graph's `error.error_subcode`; any if absent.
    pub subcode: Option<i64>,
    /// Only without a subcode.
    #[serde(default)]
    pub bare: bool,
    /// `code` may come as code or as subcode.
    #[serde(default)]
    pub either: bool,
    /// Documented start of the message, where nothing else tells errors apart.
    pub prefix: Option<String>,
    /// What the check becomes.
    pub outcome: Outcome,
    /// Why.
    pub cause: String,
}

impl Refusal {
    /// How exactly it knows an error.
    pub(super) fn exactness(&self) -> u8 {
        exactness(
            self.prefix.is_some(),
            self.subcode.is_some() || self.either,
            self.bare,
        )
    }

    /// Whether an error given to a question is this refusal.
    #[must_use]
    pub fn matches(&self, question: Question, signature: &Signature<'_>) -> bool {
        self.question.is_none_or(|only| only == question)
            && self.flow.is_none_or(|only| only == signature.flow)
            && signature.fits(
                self.code,
                self.subcode,
                self.bare,
                self.either,
                self.prefix.as_deref(),
            )
    }
}

/// The words of a check in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// A statement that is true when all is well.
    pub title: String,
    /// Why it is skipped where nothing to compare with was given, in place of the general reason.
    pub config: Option<String>,
    /// Why it matters.
    pub why: String,
    /// The questions of `confirm`.
    #[serde(default)]
    pub confirm: Vec<String>,
    /// Per cause: what was seen, what to do.
    #[serde(default)]
    pub cause: BTreeMap<String, CauseWords>,
    /// Words for slugs that a placeholder can hold.
    #[serde(default)]
    pub value: BTreeMap<String, String>,
}

/// The words of a cause.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CauseWords {
    /// What was seen.
    pub says: String,
    /// What to do, in order.
    pub steps: Vec<String>,
}

const fn error() -> Severity {
    Severity::Error
}

fn both_flows() -> Vec<Flow> {
    Flow::ALL.to_vec()
}

impl Check {
    /// Parses one file.
    pub(super) fn parse(id: CheckId, text: &str) -> Result<Self, toml::de::Error> {
        let mut parts = Parts::of(text);
        let mut check: Self = toml::from_str(&parts.text)?;
        check.id = id;
        check.foreign = parts.take("");
        Ok(check)
    }

    /// The words in a language, if the file has them.
    #[must_use]
    pub fn words(&self, language: Language) -> Option<&Words> {
        match language {
            Language::En => Some(&self.en),
            other => self.foreign.get(other),
        }
    }

    /// The words in a language, else in English.
    #[must_use]
    pub fn words_or_english(&self, language: Language) -> &Words {
        self.words(language).unwrap_or(&self.en)
    }

    /// Its own questions to a person: what each is remembered by, and its name for people, the cause if the answer is no.
    #[must_use]
    pub fn questions(&self) -> Vec<(String, &str)> {
        let named = self.confirm.iter().enumerate();
        named
            .map(|(index, confirm)| (index.to_string(), confirm.when_no.as_str()))
            .collect()
    }

    /// Every cause it owns.
    pub fn causes(&self) -> impl Iterator<Item = &str> {
        self.en.cause.keys().map(String::as_str)
    }

    /// Whether a cause of this check is one of the app, and so of all its tenants.
    #[must_use]
    pub fn is_app_wide(&self, cause: &str) -> bool {
        self.app_wide
            || self
                .cause
                .get(cause)
                .is_some_and(|special| special.app_wide)
    }

    /// The official page in a language, else in English.
    #[must_use]
    pub fn link(&self, language: Language) -> Option<&str> {
        self.links
            .get(&language)
            .or_else(|| self.links.get(&Language::En))
            .map(String::as_str)
    }
}
