//! Selections: what is shown, what counts, what comes along.

mod common;

use common::{check, ids, outcome};

#[test]
fn only_brings_along_what_is_needed() {
    let report = check("healthy-facebook", &["--only", "page-published"]).json();
    assert_eq!(
        ids(&report),
        [
            "token-valid",
            "token-app",
            "permission-toggles",
            "page-access",
            "page-published"
        ]
    );
}

#[test]
fn what_needs_a_skipped_check_is_still_judged() {
    let report = check("connected-tools-off", &["--skip", "connected-tools"]).json();
    assert_eq!(outcome(&report, "connected-tools"), ("skipped", "request"));
    // The first check that meets the refusal carries the cause; the next ones fall with it.
    assert_eq!(
        outcome(&report, "default-routing-app"),
        ("fail", "connected-tools-off")
    );
    assert_eq!(
        outcome(&report, "messages-readable"),
        ("skipped", "default-routing-app")
    );
}

#[test]
fn an_owner_that_was_not_wanted_comes_into_the_report_with_its_cause() {
    let report = check("permission-missing", &["--only", "messages-readable"]).json();
    assert_eq!(
        outcome(&report, "required-permissions"),
        ("fail", "permission-missing")
    );
    assert_eq!(
        outcome(&report, "messages-readable"),
        ("skipped", "required-permissions")
    );
}

#[test]
fn a_symptom_selects_what_can_cause_it() {
    let report = check("healthy-facebook", &["--symptom", "private-reply-fails"]).json();
    assert!(ids(&report).contains(&"comments-readable"));
    assert!(!ids(&report).contains(&"webhook-callback"));
}
