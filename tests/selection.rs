//! Selections: what is shown, what counts, what comes along.

mod common;

use common::{check, ids, outcome, run};

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

/// The findings of a check of a world, in the order in which a person reads them.
fn findings(world: &str, more: &[&str]) -> Vec<String> {
    let args = [
        &["check", "--sandbox", world, "--quiet", "--accessible"],
        more,
    ]
    .concat();
    let report = check(world, more).json();
    let known = ids(&report);
    let text = run(&args).stdout;
    let heads = text.lines().filter(|line| line.ends_with(')'));
    let named = heads.filter_map(|line| line.split_whitespace().nth(1));
    named
        .filter(|id| known.contains(id))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_symptom_orders_the_findings_by_what_is_likeliest_behind_it() {
    let all = findings("new-customer", &[]);
    let place = |id: &str| all.iter().position(|known| known == id).unwrap();
    assert!(
        place("connected-tools") < place("page-app-toggles"),
        "{all:?}"
    );
    // What breaks replies and little else comes before what breaks everything.
    assert_eq!(
        findings("new-customer", &["--symptom", "reply-fails"]),
        ["page-app-toggles", "connected-tools", "token-lifetime"]
    );
    // What is broken but cannot be behind it ran along for others, and comes last.
    assert_eq!(
        findings("new-customer", &["--symptom", "no-comments"]),
        [
            "inbox-access",
            "account-fields",
            "token-lifetime",
            "connected-tools"
        ]
    );
    let said = run(&[
        "check",
        "--sandbox",
        "new-customer",
        "--symptom",
        "reply-fails",
    ])
    .words();
    assert!(
        said.contains("“Replies cannot be sent”: what is likeliest"),
        "{said}"
    );
}

/// Programs find the checks in the order of the catalog, whatever is looked for.
#[test]
fn a_symptom_does_not_change_the_order_of_the_report() {
    let all = check("new-customer", &[]).json();
    let some = check("new-customer", &["--symptom", "reply-fails"]).json();
    let kept: Vec<&str> = ids(&all)
        .into_iter()
        .filter(|id| ids(&some).contains(id))
        .collect();
    assert_eq!(ids(&some), kept);
}
