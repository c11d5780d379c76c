//! The whole in short, for every form: the verdict, the counts, the cost, and what was left unchecked.

use super::verdict::only_new;
use super::{CheckReport, Note, Report, Verdict};
use crate::model::{Access, Arg, BecauseKind, Outcome, Severity};
use crate::speech::Speech;

/// The verdict, the counts and the cost in one plain line.
pub(super) fn line(report: &Report, speech: &Speech) -> String {
    let (word, _) = verdict(report);
    behind(&speech.say(word), report, speech)
}

pub(super) fn behind(word: &str, report: &Report, speech: &Speech) -> String {
    let (counts, cost) = (counts(report, speech), cost(report, speech));
    format!("{word}: {counts} · {cost}")
}

/// What was left unchecked though it was wanted, and what it would take.
pub(super) fn unchecked(report: &Report, speech: &Speech) -> Vec<String> {
    let checks = report.checks.iter();
    let left: Vec<&str> = checks
        .filter(|check| interrupted(check))
        .map(|check| check.id.as_str())
        .collect();
    let checks = report.checks.iter();
    let needing_secret = checks
        .filter(|check| needs_secret(check, report.access))
        .count();
    let mut texts = Vec::new();
    if !left.is_empty() {
        let left = Arg::Text(left.join(", "));
        texts.push(speech.say_with("close-not-checked", &[("checks", &left)]));
    }
    if needing_secret > 0 {
        texts.push(speech.say_with("close-secret", &[("count", &needing_secret.into())]));
    }
    texts
}

/// Checks by outcome.
pub(super) fn counts(report: &Report, speech: &Speech) -> String {
    let count =
        |outcome: Outcome| Arg::from(report.summary.get(&outcome).copied().unwrap_or_default());
    speech.say_with(
        "close-counts",
        &[
            ("pass", &count(Outcome::Pass)),
            ("warn", &count(Outcome::Warn)),
            ("fail", &count(Outcome::Fail)),
            ("unknown", &count(Outcome::Unknown)),
            ("ask", &count(Outcome::Ask)),
            ("skipped", &count(Outcome::Skipped)),
            ("waived", &count(Outcome::Waived)),
        ],
    )
}

/// Calls and time.
pub(super) fn cost(report: &Report, speech: &Speech) -> String {
    let seconds = Arg::Text(speech.decimal(report.duration_ms as f64 / 1000.0));
    speech.say_with(
        "close-time",
        &[
            ("calls", &i64::from(report.graph.calls).into()),
            ("seconds", &seconds),
        ],
    )
}

pub(super) fn verdict(report: &Report) -> (&'static str, Outcome) {
    if report.interrupted {
        return ("close-interrupted", Outcome::Unknown);
    }
    if report.is_of_reply() {
        return reply(report);
    }
    let judged = |check: &CheckReport| check.outcome != Outcome::Skipped;
    match report.verdict {
        Verdict::Healthy if !report.checks.iter().any(judged) => {
            ("close-nothing", Outcome::Unknown)
        }
        Verdict::Healthy if is_old(report) => ("close-nothing-new", Outcome::Warn),
        Verdict::Healthy if has_warnings(report) => ("close-healthy-warnings", Outcome::Warn),
        Verdict::Healthy => ("close-healthy", Outcome::Pass),
        Verdict::Findings if only_new(report).is_some() => ("close-new", Outcome::Fail),
        Verdict::Findings if is_broken(report) => ("close-findings", Outcome::Fail),
        Verdict::Findings => ("close-findings-warning", Outcome::Warn),
        Verdict::Inconclusive => ("close-inconclusive", Outcome::Unknown),
    }
}

/// Whether a reply would be accepted.
fn reply(report: &Report) -> (&'static str, Outcome) {
    let any = |outcome| report.checks.iter().any(|check| check.outcome == outcome);
    let routed = |check: &CheckReport| check.cause.as_deref() == Some("routed-to-other-app");
    let unheld = |check: &CheckReport| check.args.get("owner") == Some(&Arg::from("unknown"));
    // Whose the conversation is decides too, and often nothing tells.
    let reserved = report.checks.iter().any(unheld);
    if is_broken(report) {
        ("close-reply-refused", Outcome::Fail)
    } else if any(Outcome::Unknown) {
        ("close-reply-unknown", Outcome::Unknown)
    } else if report.checks.iter().any(routed) {
        ("close-reply-doubtful", Outcome::Warn)
    } else if any(Outcome::Ask) && has_warnings(report) {
        ("close-reply-open-warnings", Outcome::Warn)
    } else if any(Outcome::Ask) {
        ("close-reply-open", Outcome::Ask)
    } else {
        match (has_warnings(report), reserved) {
            (true, true) => ("close-reply-warnings-unless", Outcome::Warn),
            (true, false) => ("close-reply-warnings", Outcome::Warn),
            (false, true) => ("close-reply-accepted-unless", Outcome::Pass),
            (false, false) => ("close-reply-accepted", Outcome::Pass),
        }
    }
}

/// Whether something is found that is more than a warning.
pub(super) fn is_broken(report: &Report) -> bool {
    let failed =
        |check: &CheckReport| check.outcome == Outcome::Fail && check.severity == Severity::Error;
    report.checks.iter().any(failed)
}

/// Whether what is found is left out of the verdict, because it is not new.
pub(super) fn is_old(report: &Report) -> bool {
    only_new(report).is_some() && has_warnings(report)
}

/// Whether anything is found at all, be it among the notes.
pub(super) fn has_warnings(report: &Report) -> bool {
    let doubtful = |check: &CheckReport| matches!(check.outcome, Outcome::Fail | Outcome::Warn);
    report.checks.iter().any(doubtful) || report.notes.iter().any(Note::counts)
}

fn interrupted(check: &CheckReport) -> bool {
    check
        .because
        .as_ref()
        .is_some_and(|because| because.kind == BecauseKind::Interrupted)
}

/// Skipped for no other reason than that the app's secret is not known.
fn needs_secret(check: &CheckReport, access: Access) -> bool {
    access == Access::Token
        && check
            .because
            .as_ref()
            .is_some_and(|because| because.kind == BecauseKind::Access)
}
