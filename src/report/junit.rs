//! The JUnit format: a suite for each tenant, a test for each check.
//!
//! Names are ids, which stay the same in every language, so that a server can follow a test from run to run.

use std::time::Duration;

use chrono::DateTime;
use quick_junit::{
    NonSuccessKind, Report as Junit, SerializeError, TestCase, TestCaseStatus, TestSuite,
};

use super::document::Failed;
use super::prose::{accepted, key, lines, says};
use super::verdict::note_counts;
use super::weight::{Weight, weight};
use super::{CheckReport, Document, Note, Report};
use crate::model::Outcome;
use crate::speech::Speech;
use crate::terminal::harmless;

/// The document.
///
/// # Errors
/// Never for a text in memory; the serializer's signature asks for it.
pub fn render(document: &Document<'_>) -> Result<String, SerializeError> {
    let speech = Speech::new(document.lang);
    let mut junit = Junit::new("igdoctor");
    for located in &document.reports {
        junit.add_test_suite(suite(located.report, &speech));
    }
    for failed in &document.failed {
        junit.add_test_suite(not_checked(failed));
    }
    for note in document.notes.iter().filter(|note| note.is(Note::LEFT)) {
        let mut suite = TestSuite::new("igdoctor");
        suite.add_test_case(errored("igdoctor", &note.kind, &note.message));
        junit.add_test_suite(suite);
    }
    junit.to_string()
}

fn suite(report: &Report, speech: &Speech) -> TestSuite {
    let name = key(report);
    let mut suite = TestSuite::new(&*name);
    suite.set_time(Duration::from_millis(report.duration_ms));
    if let Ok(start) = DateTime::parse_from_rfc3339(&report.started_at) {
        suite.set_timestamp(start);
    }
    let tenant = &report.tenant;
    let facts = [
        ("platform", Some(tenant.platform.clone())),
        ("flow", Some(tenant.flow.to_string())),
        ("access", Some(report.access.to_string())),
        ("page_id", tenant.page_id.clone()),
        ("instagram_id", tenant.instagram_id.clone()),
        ("username", tenant.username.clone()),
        ("version", Some(report.tool.version.clone())),
    ];
    for (key, value) in facts {
        if let Some(value) = value {
            suite.add_property((key, &*harmless(&value)));
        }
    }
    for check in &report.checks {
        suite.add_test_case(case(report, check, &name, speech));
    }
    for note in report.notes.iter().filter(|note| note.counts()) {
        suite.add_test_case(counted(report, note, &name));
    }
    if report.interrupted {
        suite.add_test_case(errored(
            &name,
            "interrupted",
            &speech.say("close-interrupted"),
        ));
    }
    let notes: Vec<String> = report
        .notes
        .iter()
        .map(|note| harmless(&note.message))
        .collect();
    if !notes.is_empty() {
        suite.set_system_out(notes.join("\n"));
    }
    suite
}

fn case(report: &Report, check: &CheckReport, name: &str, speech: &Speech) -> TestCase {
    let weight = weight(report, check);
    let mut status = match weight {
        Weight::Broken => TestCaseStatus::non_success(NonSuccessKind::Failure),
        Weight::Unsure => TestCaseStatus::non_success(NonSuccessKind::Error),
        Weight::Asked | Weight::Accepted | Weight::Skipped => TestCaseStatus::skipped(),
        Weight::Doubtful | Weight::Fine => TestCaseStatus::success(),
    };
    match weight {
        Weight::Broken | Weight::Unsure => {
            status.set_message(says(check));
            status.set_type(check.cause.as_deref().unwrap_or_default());
            status.set_description(lines(check, speech).join("\n"));
        }
        Weight::Asked => {
            status.set_message(says(check));
            status.set_type(Outcome::Ask.as_str());
        }
        Weight::Accepted => {
            let by = check.waiver.as_ref().map(|waiver| accepted(waiver, speech));
            status.set_message(format!("{} ({})", says(check), by.unwrap_or_default()));
            status.set_type(Outcome::Waived.as_str());
        }
        Weight::Skipped => {
            status.set_message(says(check));
            let because = check.because.as_ref();
            status.set_type(
                because.map_or(Outcome::Skipped.as_str(), |because| because.kind.as_str()),
            );
        }
        Weight::Doubtful | Weight::Fine => {}
    }
    let mut case = TestCase::new(&*check.id, status);
    case.set_classname(format!("{name}.{}", check.area));
    if weight == Weight::Doubtful {
        let word = speech.say(&format!("outcome-{}", check.outcome));
        let cause = check.cause.as_deref().unwrap_or_default();
        case.set_system_out(format!(
            "{word} ({cause})\n{}",
            lines(check, speech).join("\n")
        ));
    }
    let stages = check
        .evidence
        .iter()
        .flat_map(|call| call.stages.iter().flatten());
    // Whatever a saved report holds: their sum may be more than there are numbers for.
    let ms = stages.fold(0, |sum: u64, stage| sum.saturating_add(stage.ms));
    case.set_time(Duration::from_millis(ms));
    case
}

/// A note that counts as a warning.
fn counted(report: &Report, note: &Note, name: &str) -> TestCase {
    let message = harmless(&note.message);
    let fails = note_counts(report, note);
    let status = if fails {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_message(&*message).set_type(&*note.kind);
        status
    } else {
        TestCaseStatus::success()
    };
    let mut case = TestCase::new(&*note.kind, status);
    case.set_classname(format!("{name}.notes"));
    if !fails {
        case.set_system_out(message);
    }
    case
}

fn not_checked(failed: &Failed<'_>) -> TestSuite {
    let name = harmless(failed.tenant);
    let mut suite = TestSuite::new(&*name);
    suite.add_test_case(errored(&name, Note::NOT_CHECKED, failed.why));
    suite
}

/// What kept the run from its end.
fn errored(name: &str, kind: &str, why: &str) -> TestCase {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
    status.set_message(harmless(why)).set_type(kind);
    let mut case = TestCase::new(kind, status);
    case.set_classname(format!("{name}.run"));
    case
}
