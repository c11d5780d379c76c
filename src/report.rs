//! The report: ids, values and evidence first, words last. Renderers below it only write what it holds.

mod all;
mod build;
mod compare;
mod diff;
pub mod document;
pub mod explained;
pub mod github;
pub mod html;
pub mod human;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod markdown;
mod notes;
mod pages;
mod pairs;
mod path;
mod prose;
mod read;
pub mod sarif;
mod since;
mod summary;
mod trip;
mod verdict;
pub mod webhook;
mod weight;
mod wording;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use all::{All, Checked};
pub use build::{build, ready};

pub use compare::{Aspect, Change, Compared, Since, State, compare};
pub use diff::{Diff, TenantDiff};
pub use document::Document;
pub use pairs::{Strangers, earlier};
pub use read::{ReadError, Stored};
pub use verdict::{
    EXIT_FINDINGS, EXIT_HEALTHY, EXIT_INCONCLUSIVE, EXIT_INTERRUPTED, EXIT_USAGE, exit_code,
};
pub use wording::Details;

use crate::graph::Stage;
use crate::model::{
    Access, Actor, Area, Arg, Args, BecauseKind, FixKind, Flow, Language, Outcome, Question,
    Severity, Symptom,
};

/// A report, as in the JSON format of version 1. All keys are always there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// Version of the format.
    pub schema_version: u32,
    /// What wrote it.
    pub tool: Tool,
    /// Whom it is about.
    pub tenant: TenantFacts,
    /// What we held.
    pub access: Access,
    /// How Meta was asked.
    pub graph: GraphFacts,
    /// When asking began, RFC 3339.
    pub started_at: String,
    /// How long it took, in milliseconds.
    pub duration_ms: u64,
    /// It was interrupted.
    pub interrupted: bool,
    /// From which severity on findings count.
    pub fail_on: Severity,
    /// `unknown` and `ask` count as well.
    pub strict: bool,
    /// What the person sees, where they told.
    pub symptom: Option<Symptom>,
    /// Language of the words.
    pub lang: Language,
    /// The whole in a word; it mirrors the exit code.
    pub verdict: Verdict,
    /// Checks by outcome.
    pub summary: BTreeMap<Outcome, usize>,
    /// Pages granted to the token, beside those linked and expected.
    pub pages: Vec<PageRow>,
    /// What is worth saying about the run itself.
    pub notes: Vec<Note>,
    /// Every check, in order.
    pub checks: Vec<CheckReport>,
    /// What changed since an earlier report, if it was compared with one.
    pub compared: Option<Compared>,
}

/// What wrote a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tool {
    /// `igdoctor`.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// Whom a report is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TenantFacts {
    /// Name of the tenant.
    pub name: Option<String>,
    /// Its platform.
    pub platform: String,
    /// Its flow.
    pub flow: Flow,
    /// Its Page.
    pub page_id: Option<String>,
    /// Its Instagram account.
    pub instagram_id: Option<String>,
    /// Name of that account.
    pub username: Option<String>,
    /// Name of the Page.
    pub page_name: Option<String>,
    /// Name of the Meta app.
    pub app_name: Option<String>,
    /// Name of the platform.
    pub platform_name: String,
}

/// How Meta was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GraphFacts {
    /// The address, if not Meta's own.
    pub url: Option<String>,
    /// Version asked for.
    pub version_requested: String,
    /// Version answered.
    pub version_answered: Option<String>,
    /// HTTP exchanges.
    pub calls: u32,
    /// Longest chain of calls that waited for each other.
    pub rounds: u32,
}

/// The whole in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Exit code 0.
    Healthy,
    /// Exit code 1.
    Findings,
    /// Exit code 3, or interrupted before anything was found.
    Inconclusive,
}

/// A Page: granted to the token, linked to the account, expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PageRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// The token may see it.
    pub granted: bool,
    /// An Instagram account is linked to it.
    pub linked: bool,
    /// It is the tenant's.
    pub expected: bool,
}

/// Something about the run itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// Stable slug.
    pub kind: String,
    /// Values for its words.
    pub args: Args,
    /// In words.
    pub message: String,
}

/// What became of a check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckReport {
    /// The check.
    pub id: String,
    /// Its group.
    pub area: Area,
    /// What became of it.
    pub outcome: Outcome,
    /// How much a `fail` counts.
    pub severity: Severity,
    /// Why it is not `pass` or `skipped`.
    pub cause: Option<String>,
    /// Values for its words.
    pub args: Args,
    /// Why it is `skipped`.
    pub because: Option<BecauseReport>,
    /// Who accepted it until when.
    pub waiver: Option<Waiver>,
    /// It was named, or everything was; otherwise it ran along because another one needs it.
    pub selected: bool,
    /// Who can mend it.
    pub actor: Option<Actor>,
    /// Its statement.
    pub title: String,
    /// What was seen.
    pub message: String,
    /// What to do.
    pub fix: Option<Fix>,
    /// Official pages.
    pub links: Vec<String>,
    /// Calls that it was judged by.
    pub evidence: Vec<Exchange>,
}

/// Why a check was skipped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BecauseReport {
    /// The kind of reason.
    pub kind: BecauseKind,
    /// The root, if that is another check.
    pub check: Option<String>,
}

/// An outcome that somebody accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Waiver {
    /// What it would be otherwise.
    pub outcome: Outcome,
    /// Why it is accepted.
    pub reason: String,
    /// Who accepted it.
    pub author: String,
    /// Until when.
    pub until: String,
}

/// What to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fix {
    /// Its danger.
    pub kind: FixKind,
    /// Steps, in order.
    pub steps: Vec<String>,
    /// Command that does it.
    pub command: Option<String>,
}

/// One HTTP exchange.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Exchange {
    /// Question it served.
    pub question: Question,
    /// Method and path template.
    pub call: String,
    /// Status of the answer.
    pub http_status: Option<u16>,
    /// Graph's code, if refused.
    pub code: Option<i64>,
    /// Graph's subcode, if refused.
    pub subcode: Option<i64>,
    /// Graph's trace id, if refused.
    pub trace: Option<String>,
    /// Stages of a probe, with their times.
    pub stages: Option<Vec<Stage>>,
}

impl CheckReport {
    /// Causes that were found beside its cause.
    #[must_use]
    pub fn also(&self) -> &[String] {
        match self.args.get("also") {
            Some(Arg::List(also)) => also,
            _ => &[],
        }
    }

    /// Of what is left open about a reply: how to tell it.
    pub(crate) fn steps_to_tell(&self) -> &[String] {
        let steps = self.fix.as_ref().filter(|_| self.area == Area::Reply);
        steps.map_or(&[], |fix| &fix.steps)
    }
}

impl Report {
    /// Whether it is about one reply, not about a setup: there is no path to draw and no guide to walk.
    #[must_use]
    pub fn is_of_reply(&self) -> bool {
        let mut areas = self.checks.iter().map(|check| check.area).peekable();
        areas.peek().is_some() && areas.all(|area| area == Area::Reply)
    }

    /// The key of the title above what is left to a person.
    pub(crate) fn asks_key(&self) -> &'static str {
        if self.is_of_reply() {
            "open-title"
        } else {
            "ask-title"
        }
    }

    /// Takes in what changed since an earlier report; the verdict may be by that.
    pub fn compare(&mut self, compared: Compared) {
        self.compared = Some(compared);
        self.verdict = verdict::verdict(self);
    }
}
