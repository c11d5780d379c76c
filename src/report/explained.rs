//! The answer of `explain`: ids and words, as its JSON format has them and its human form lays them out.

mod scope;

use serde::{Deserialize, Serialize};

use super::Fix;
use crate::catalog::ErrorClass;
use crate::explain::Certainty;
use crate::model::{Access, Actor, Area, Flow, Language, Outcome, Severity, Symptom};

pub use scope::{Scope, explanation};

/// Version of the format.
const SCHEMA_VERSION: u32 = 1;

/// An answer. All keys are always there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    /// Version of the format.
    pub schema_version: u32,
    /// Language of the words.
    pub lang: Language,
    /// What was asked about.
    pub kind: Kind,
    /// The error, where it was one.
    pub error: Option<ErrorFacts>,
    /// The check, where it was one.
    pub check: Option<CheckFacts>,
    /// The symptom, where it was one.
    pub symptom: Option<SymptomFacts>,
    /// The causes; of an error the likeliest first.
    pub causes: Vec<CauseFacts>,
    /// Other errors of the same paste.
    pub others: Vec<Other>,
    /// What would make the answer sharper; null where nothing more is needed.
    pub hint: Option<String>,
    /// Why there is no answer, and what else could be asked; null where there is one.
    pub message: Option<String>,
}

/// What was asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A check.
    Check,
    /// A cause.
    Cause,
    /// A symptom.
    Symptom,
    /// An error or a text, known or not.
    Error,
    /// Nothing that was recognized.
    Nothing,
}

/// An error, as far as it could be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ErrorFacts {
    /// Graph's code.
    pub code: Option<i64>,
    /// Graph's subcode.
    pub subcode: Option<i64>,
    /// What kind of thing it is.
    pub class: Option<ErrorClass>,
    /// HTTP status, where one was pasted.
    pub http_status: Option<u16>,
    /// Graph's trace id, where one was pasted.
    pub trace: Option<String>,
    /// What Meta means by it.
    pub message: Option<String>,
}

/// A cause and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CauseFacts {
    /// Its name.
    pub cause: String,
    /// How sure it is, where an error was asked about.
    pub certainty: Option<Certainty>,
    /// The check that owns it; null where only an error, a reply or many tenants show it.
    pub check: Option<String>,
    /// What its check becomes; null without a check.
    pub outcome: Option<Outcome>,
    /// Only for calls with one of these in their path; empty where the call makes no difference.
    pub calls: Vec<String>,
    /// Who can act.
    pub actor: Actor,
    /// The statement of its check, which does not hold where the outcome is `fail` or `warn`; without a check, the problem in a few words.
    pub title: String,
    /// What it means.
    pub message: String,
    /// What to do.
    pub fix: Fix,
    /// Official pages.
    pub links: Vec<String>,
}

/// A check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckFacts {
    /// Its id.
    pub id: String,
    /// Its group.
    pub area: Area,
    /// The least access at which it can answer.
    pub tier: Access,
    /// How much its `fail` counts.
    pub severity: Severity,
    /// Who can usually mend it.
    pub actor: Actor,
    /// The flows that have such a thing.
    pub flows: Vec<Flow>,
    /// Checks without which it makes no sense.
    pub needs: Vec<String>,
    /// What people see when it is broken.
    pub symptoms: Vec<Symptom>,
    /// What it states.
    pub title: String,
    /// Why that matters.
    pub why: String,
    /// What a person can look at, as questions.
    pub questions: Vec<String>,
    /// Official pages.
    pub links: Vec<String>,
}

/// A symptom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SymptomFacts {
    /// Its name.
    pub id: Symptom,
    /// In words.
    pub title: String,
    /// The checks that look for it, in the order of the message path.
    pub checks: Vec<Named>,
}

/// A check by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Named {
    /// Its id.
    pub id: String,
    /// What it states.
    pub title: String,
}

/// Another error of the same paste.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Other {
    /// The error.
    pub error: ErrorFacts,
    /// Its causes, the likeliest first.
    pub causes: Vec<CauseFacts>,
}

impl CauseFacts {
    /// Whether the statement of its check is then untrue, rather than open.
    #[must_use]
    pub fn is_refuted(&self) -> bool {
        matches!(self.outcome, Some(Outcome::Fail | Outcome::Warn))
    }
}

impl Explanation {
    /// Whether it answers anything.
    #[must_use]
    pub fn is_answer(&self) -> bool {
        self.message.is_none()
    }
}

/// `190/463`
pub(super) fn named(code: Option<i64>, subcode: Option<i64>) -> Option<String> {
    match (code, subcode) {
        (Some(code), Some(subcode)) => Some(format!("{code}/{subcode}")),
        (Some(code), None) => Some(code.to_string()),
        (None, subcode) => subcode.map(|subcode| subcode.to_string()),
    }
}
