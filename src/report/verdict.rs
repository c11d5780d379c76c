//! The exit code: computed from the report by one function, the same in every format.

use super::{CheckReport, Compared, Note, Report, Verdict};
use crate::model::{Access, Area, BecauseKind, Outcome, Severity};

/// Nothing broken; warnings and open questions to a person are allowed.
pub const EXIT_HEALTHY: u8 = 0;
/// A finding at or above `--fail-on`.
pub const EXIT_FINDINGS: u8 = 1;
/// Wrong usage or configuration: nothing was checked.
pub const EXIT_USAGE: u8 = 2;
/// Could not be told.
pub const EXIT_INCONCLUSIVE: u8 = 3;
/// Interrupted.
pub const EXIT_INTERRUPTED: u8 = 130;

/// The exit code of a report.
#[must_use]
pub fn exit_code(report: &Report) -> u8 {
    if report.interrupted {
        EXIT_INTERRUPTED
    } else if has_findings(report) {
        EXIT_FINDINGS
    } else if is_inconclusive(report) {
        EXIT_INCONCLUSIVE
    } else {
        EXIT_HEALTHY
    }
}

/// The worst of many exit codes, in the order 130, 2, 1, 3, 0.
pub(super) fn worst(codes: impl Iterator<Item = u8>) -> u8 {
    let codes: Vec<u8> = codes.collect();
    let by_gravity = [
        EXIT_INTERRUPTED,
        EXIT_USAGE,
        EXIT_FINDINGS,
        EXIT_INCONCLUSIVE,
    ];
    let mut by_gravity = by_gravity.into_iter();
    let worst = by_gravity.find(|code| codes.contains(code));
    worst.unwrap_or(EXIT_HEALTHY)
}

impl Verdict {
    /// The exit code that it mirrors, of what was not interrupted.
    pub(super) const fn exit_code(self) -> u8 {
        match self {
            Self::Healthy => EXIT_HEALTHY,
            Self::Findings => EXIT_FINDINGS,
            Self::Inconclusive => EXIT_INCONCLUSIVE,
        }
    }
}

impl Note {
    /// The exit code that a note above many tenants stands for.
    pub(super) fn exit_code(&self) -> u8 {
        if self.is(Self::NOT_CHECKED) {
            EXIT_USAGE
        } else if self.is(Self::LEFT) {
            EXIT_INTERRUPTED
        } else {
            EXIT_HEALTHY
        }
    }
}

/// The whole in a word. An interrupted report still says whether something was found.
pub(super) fn verdict(report: &Report) -> Verdict {
    if has_findings(report) {
        Verdict::Findings
    } else if report.interrupted || is_inconclusive(report) {
        Verdict::Inconclusive
    } else {
        Verdict::Healthy
    }
}

/// Whether a check makes the exit code 1. With `--fail-on-new`, only what is new does.
pub(super) fn counts(report: &Report, check: &CheckReport) -> bool {
    weighs(report.fail_on, check.outcome, check.severity)
        && only_new(report).is_none_or(|compared| compared.is_new(&check.id))
}

/// Whether a note makes the exit code 1: an invalid waiver is a warning that stands among the notes. With `--fail-on-new`, only a new one does.
pub(super) fn note_counts(report: &Report, note: &Note) -> bool {
    let is_new = |compared: &Compared| {
        let mut new = compared.new_notes.iter();
        new.any(|new| new.kind == note.kind && new.args == note.args)
    };
    note.counts() && report.fail_on == Severity::Warning && only_new(report).is_none_or(is_new)
}

/// Whether a check would count if anybody could tell that it is new.
pub(super) fn may_count(report: &Report, check: &CheckReport) -> bool {
    only_new(report).is_some_and(|compared| compared.is_unclear(&check.id))
}

/// A `fail` counts at its severity, a `warn` always as a warning.
pub(super) fn weighs(fail_on: Severity, outcome: Outcome, severity: Severity) -> bool {
    match outcome {
        Outcome::Fail => severity >= fail_on,
        Outcome::Warn => fail_on == Severity::Warning,
        _ => false,
    }
}

/// What the report is compared with, if only what is new is to count.
pub(super) fn only_new(report: &Report) -> Option<&Compared> {
    let compared = report.compared.as_ref();
    compared.filter(|compared| compared.fail_on_new)
}

fn has_findings(report: &Report) -> bool {
    let mut notes = report.notes.iter();
    notes.any(|note| note_counts(report, note))
        || report.checks.iter().any(|check| counts(report, check))
}

/// Only what was selected can leave a run without a result; what ran along cannot.
fn is_inconclusive(report: &Report) -> bool {
    let open = |check: &CheckReport| {
        let grave = check.severity == Severity::Error;
        let skipped_for_usage = check
            .because
            .as_ref()
            .is_some_and(|because| because.kind == BecauseKind::Usage);
        let unsure = matches!(check.outcome, Outcome::Unknown | Outcome::Ask);
        // What is left open about a reply was not told; no token would tell it.
        let nobody_looked = report.access == Access::None
            && check.outcome == Outcome::Ask
            && check.area != Area::Reply;
        check.selected
            && ((grave && (check.outcome == Outcome::Unknown || skipped_for_usage))
                || nobody_looked
                || (report.strict && unsure))
    };
    // What may be new is not to pass for old.
    let unsure = only_new(report).is_some_and(Compared::is_unsure);
    unsure || report.checks.iter().any(open)
}
