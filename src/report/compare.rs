//! What changed since an earlier report of the same tenant, check by check.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::verdict::weighs;
use super::{BecauseReport, CheckReport, Note, Report};
use crate::model::{Access, Arg, Args, Outcome, Severity, vocabulary};

/// What changed since an earlier report. What could not be told on one side is neither new nor gone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Compared {
    /// The earlier report; null where it knows nothing of the tenant, whose findings are all new then.
    pub since: Option<Since>,
    /// The exit code and the verdict are by what is new alone (`--fail-on-new`).
    pub fail_on_new: bool,
    /// Findings where there was none.
    pub new: Vec<Change>,
    /// Findings that are no more: it is fine now.
    pub gone: Vec<Change>,
    /// Findings that are others now: by their cause, outcome, severity or values.
    pub changed: Vec<Change>,
    /// What could be told in one of the reports alone, or in neither, for different reasons.
    pub unclear: Vec<Change>,
    /// Findings that stand as they stood.
    #[serde(default)]
    pub still: Vec<Change>,
    /// Checks that stand as they stood, those with findings too.
    pub same: Vec<String>,
    /// Notes that count as a warning and were not there.
    pub new_notes: Vec<Note>,
}

/// The earlier report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Since {
    /// When its asking began, RFC 3339.
    pub started_at: String,
    /// What was held then.
    pub access: Access,
}

/// A check that does not stand as it stood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// The check.
    pub check: String,
    /// It weighs as much as `--fail-on` says and did not before: a new fault. Among `unclear`: it may be one.
    pub counts: bool,
    /// In what it differs, where it was a finding before and is one now.
    pub differs: Vec<Aspect>,
    /// Its statement.
    pub title: String,
    /// How it stood; null where the earlier report did not have it.
    pub before: Option<State>,
    /// How it stands; null where the later report does not have it.
    pub now: Option<State>,
}

/// How a check stands in one report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
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
    /// In words.
    pub message: String,
}

vocabulary! {
    /// In what a finding differs.
    Aspect {
        /// Another cause, or another one beside it.
        Cause = "cause",
        /// Another outcome, or accepted by somebody.
        Outcome = "outcome",
        /// Another severity.
        Severity = "severity",
        /// Other names or ids; times and counts change with every run and say nothing.
        Values = "values",
    }
}

/// What a check tells in one report.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// It holds.
    Fine,
    /// It does not, be it accepted or not.
    Finding,
    /// It could not be told.
    Open,
}

/// Compares a report with an earlier one of the same tenant, or with none.
#[must_use]
pub fn compare(before: Option<&Report>, now: &Report, fail_on_new: bool) -> Compared {
    let mut compared = Compared {
        since: before.map(|before| Since {
            started_at: before.started_at.clone(),
            access: before.access,
        }),
        fail_on_new,
        new: Vec::new(),
        gone: Vec::new(),
        changed: Vec::new(),
        unclear: Vec::new(),
        still: Vec::new(),
        same: Vec::new(),
        new_notes: new_notes(before, now),
    };
    for check in &now.checks {
        let earlier = before.and_then(|before| find(before, &check.id));
        compared.add(now.fail_on, earlier, check);
    }
    // What is no longer looked at may still be broken.
    let lost = before.iter().flat_map(|before| &before.checks);
    let lost = lost.filter(|check| told(check) == Told::Finding && find(now, &check.id).is_none());
    compared
        .unclear
        .extend(lost.map(|check| change(Some(check), None)));
    compared
}

impl Compared {
    /// Whether a check has a fault that it had not.
    #[must_use]
    pub fn is_new(&self, check: &str) -> bool {
        let mut all = self.new.iter().chain(&self.changed);
        all.any(|change| change.counts && change.check == check)
    }

    /// Whether a check has a fault that weighs enough, and nobody can tell whether it is new.
    #[must_use]
    pub fn is_unclear(&self, check: &str) -> bool {
        let mut all = self.unclear.iter();
        all.any(|change| change.counts && change.check == check)
    }

    /// Whether something weighs enough of which nobody can tell whether it is new.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        self.unclear.iter().any(|change| change.counts)
    }

    /// Everything that does not stand as it stood, by the name of its group.
    #[must_use]
    pub fn groups(&self) -> [(&'static str, &[Change]); 4] {
        [
            ("new", &self.new),
            ("gone", &self.gone),
            ("changed", &self.changed),
            ("unclear", &self.unclear),
        ]
    }

    /// The same, to put words into it.
    pub(super) fn changes_mut(&mut self) -> impl Iterator<Item = &mut Change> {
        let groups = [
            &mut self.new,
            &mut self.gone,
            &mut self.changed,
            &mut self.unclear,
            &mut self.still,
        ];
        groups.into_iter().flatten()
    }

    fn add(&mut self, fail_on: Severity, before: Option<&CheckReport>, now: &CheckReport) {
        let weighs = |check: &CheckReport| weighs(fail_on, check.outcome, check.severity);
        let mut change = change(before, Some(now));
        match (before.map(told), told(now)) {
            (None | Some(Told::Fine), Told::Finding) => {
                change.counts = weighs(now);
                self.new.push(change);
            }
            (Some(Told::Finding), Told::Fine) => self.gone.push(change),
            (Some(Told::Finding), Told::Finding) => {
                let before_it = before.unwrap_or(now);
                change.differs = differences(before_it, now);
                if change.differs.is_empty() {
                    self.same.push(now.id.clone());
                    self.still.push(change);
                    return;
                }
                let another = !causes(now).is_subset(&causes(before_it));
                change.counts = weighs(now) && (another || !weighs(before_it));
                self.changed.push(change);
            }
            (Some(Told::Fine), Told::Fine) => self.same.push(now.id.clone()),
            (Some(Told::Open), Told::Open) if is_as_open(before, now) => {
                self.same.push(now.id.clone());
            }
            // Nothing is known from before, and there is nothing to say now.
            (None, _) => {}
            _ => {
                change.counts = weighs(now);
                self.unclear.push(change);
            }
        }
    }
}

fn find<'a>(report: &'a Report, id: &str) -> Option<&'a CheckReport> {
    report.checks.iter().find(|check| check.id == id)
}

fn told(check: &CheckReport) -> Told {
    let accepted = check.waiver.as_ref().map(|waiver| waiver.outcome);
    let outcome = match check.outcome {
        Outcome::Waived => accepted.unwrap_or(Outcome::Fail),
        outcome => outcome,
    };
    match outcome {
        Outcome::Pass => Told::Fine,
        Outcome::Warn | Outcome::Fail | Outcome::Waived => Told::Finding,
        Outcome::Unknown | Outcome::Ask | Outcome::Skipped => Told::Open,
    }
}

fn is_as_open(before: Option<&CheckReport>, now: &CheckReport) -> bool {
    before.is_some_and(|before| before.outcome == now.outcome && before.cause == now.cause)
}

fn change(before: Option<&CheckReport>, now: Option<&CheckReport>) -> Change {
    let either = now.or(before);
    Change {
        check: either.map(|check| check.id.clone()).unwrap_or_default(),
        counts: false,
        differs: Vec::new(),
        title: either.map(|check| check.title.clone()).unwrap_or_default(),
        before: before.map(state),
        now: now.map(state),
    }
}

fn state(check: &CheckReport) -> State {
    State {
        outcome: check.outcome,
        severity: check.severity,
        cause: check.cause.clone(),
        args: check.args.clone(),
        because: check.because.clone(),
        message: check.message.clone(),
    }
}

fn differences(before: &CheckReport, now: &CheckReport) -> Vec<Aspect> {
    let differs = [
        (
            Aspect::Cause,
            before.cause != now.cause || causes(before) != causes(now),
        ),
        (Aspect::Outcome, before.outcome != now.outcome),
        (Aspect::Severity, before.severity != now.severity),
        // Another cause is about other things anyway.
        (
            Aspect::Values,
            before.cause == now.cause && values(before) != values(now),
        ),
    ];
    differs
        .into_iter()
        .filter_map(|(aspect, differs)| differs.then_some(aspect))
        .collect()
}

/// The cause, and those that were found beside it.
fn causes(check: &CheckReport) -> BTreeSet<&str> {
    let also = check.also().iter().map(String::as_str);
    check.cause.as_deref().into_iter().chain(also).collect()
}

/// The names and ids that a finding is about, in no order. Who saw it and when is not what it is about.
fn values(check: &CheckReport) -> Vec<(&str, BTreeSet<&str>)> {
    const ABOUT_THE_SEEING: [&str; 4] = ["also", "by", "seen_by", "seen_at"];
    let about = |name: &str| !ABOUT_THE_SEEING.contains(&name);
    let args = check.args.iter().filter(|(name, _)| about(name));
    args.filter_map(|(name, value)| {
        let values = match value {
            Arg::Number(_) | Arg::Time(_) => return None,
            Arg::Text(text) => BTreeSet::from([text.as_str()]),
            Arg::List(list) => list.iter().map(String::as_str).collect(),
        };
        Some((name.as_str(), values))
    })
    .collect()
}

/// Notes that count as a warning and were not there.
fn new_notes(before: Option<&Report>, now: &Report) -> Vec<Note> {
    let known = |note: &&Note| {
        let mut notes = before.iter().flat_map(|before| &before.notes);
        notes.any(|known| {
            let same = |name: &str| known.args.get(name) == note.args.get(name);
            known.kind == note.kind && ["check", "cause", "problem"].into_iter().all(same)
        })
    };
    let counted = now.notes.iter().filter(|note| note.counts());
    counted.filter(|note| !known(note)).cloned().collect()
}
