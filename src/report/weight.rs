//! How much a check weighs in the formats that a CI server reads: one judgement for all of them, in step with the exit code.

use super::verdict::{counts, may_count};
use super::{CheckReport, Report};
use crate::model::Outcome;

/// What a check is to whoever must decide whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// A finding at or above `--fail-on`.
    Broken,
    /// Could not be told, or whether it is new where that counts; with `--strict` also what is left to a person.
    Unsure,
    /// A finding below `--fail-on`.
    Doubtful,
    /// Left to a person.
    Asked,
    /// Somebody accepts it.
    Accepted,
    /// Not judged.
    Skipped,
    /// It holds.
    Fine,
}

/// What a check of a report weighs.
pub(super) fn weight(report: &Report, check: &CheckReport) -> Weight {
    match check.outcome {
        _ if counts(report, check) => Weight::Broken,
        Outcome::Fail | Outcome::Warn if may_count(report, check) => Weight::Unsure,
        Outcome::Fail | Outcome::Warn => Weight::Doubtful,
        Outcome::Unknown => Weight::Unsure,
        Outcome::Ask if report.strict => Weight::Unsure,
        Outcome::Ask => Weight::Asked,
        Outcome::Waived => Weight::Accepted,
        Outcome::Skipped => Weight::Skipped,
        Outcome::Pass => Weight::Fine,
    }
}
