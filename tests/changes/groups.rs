//! New, gone, changed, the same, and what cannot be compared.

use serde_json::json;

use crate::{Reports, compared, ids, of};

const NEW: &[&str] = &["--fail-on-new"];

#[test]
fn what_broke_is_new_and_what_hides_behind_it_cannot_be_compared() {
    let reports = Reports::new();
    let (fine, broken) = (
        reports.check("healthy-facebook"),
        reports.check("connected-tools-off"),
    );
    let (code, changes) = compared(&fine, &broken, NEW);
    assert_eq!(code, 1);
    assert_eq!(ids(&changes, "new"), ["connected-tools"]);
    let new = &changes["new"][0];
    assert_eq!(new["before"]["outcome"], "pass");
    assert_eq!(new["now"]["cause"], "connected-tools-off");
    assert_eq!(new["counts"], true);
    assert_eq!(
        ids(&changes, "unclear"),
        [
            "default-routing-app",
            "advanced-access",
            "messages-readable"
        ]
    );
    assert_eq!(changes["gone"], json!([]));
    assert_eq!(changes["changed"], json!([]));
    // Without the flag, whatever changed is no failure.
    assert_eq!(compared(&fine, &broken, &[]).0, 0);

    let (code, changes) = compared(&broken, &fine, NEW);
    assert_eq!(code, 0);
    assert_eq!(ids(&changes, "gone"), ["connected-tools"]);
    assert_eq!(changes["new"], json!([]));
}

#[test]
fn a_report_does_not_differ_from_itself() {
    let reports = Reports::new();
    for world in ["connected-tools-off", "time-limit", "no-token-hunion"] {
        let report = reports.check(world);
        let (code, changes) = compared(&report, &report, &[]);
        assert_eq!(code, 0);
        for group in ["new", "gone", "changed", "unclear"] {
            assert_eq!(changes[group], json!([]), "{world}: {group}");
        }
    }
}

#[test]
fn another_cause_is_another_fault() {
    let reports = Reports::new();
    let (expired, revoked) = (
        reports.check("token-expired"),
        reports.check("token-revoked"),
    );
    let (code, changes) = compared(&expired, &revoked, NEW);
    assert_eq!(code, 1);
    assert_eq!(ids(&changes, "changed"), ["token-valid"]);
    assert_eq!(changes["changed"][0]["differs"], json!(["cause"]));
}

#[test]
fn a_warning_is_a_new_fault_only_where_warnings_count() {
    let reports = Reports::new();
    let (fine, warned) = (
        reports.check("healthy-facebook"),
        reports.check("expires-soon"),
    );
    let (code, changes) = compared(&fine, &warned, NEW);
    assert_eq!((code, ids(&changes, "new")), (0, vec!["token-lifetime"]));
    assert_eq!(changes["new"][0]["counts"], false);
    let strict = ["--fail-on-new", "--fail-on", "warning"];
    assert_eq!(compared(&fine, &warned, &strict).0, 1);
}

#[test]
fn what_weighs_more_than_before_is_a_new_fault_and_what_weighs_less_is_none() {
    let reports = Reports::new();
    let grave = reports.check("webhook-inactive");
    let light = reports.altered("webhook-inactive", "light", |report| {
        of(report, "webhook-subscription")["severity"] = "warning".into();
    });
    let (code, changes) = compared(&light, &grave, NEW);
    assert_eq!(
        (code, ids(&changes, "changed")),
        (1, vec!["webhook-subscription"])
    );
    assert_eq!(changes["changed"][0]["differs"], json!(["severity"]));
    assert_eq!(compared(&grave, &light, NEW).0, 0);
}

/// An accepted finding is a finding: it is not gone, and when nobody accepts it any more, it counts anew.
#[test]
fn accepting_a_finding_changes_it() {
    let reports = Reports::new();
    let found = reports.check("connected-tools-off");
    let accepted = reports.altered("connected-tools-off", "accepted", |report| {
        let check = of(report, "connected-tools");
        check["outcome"] = "waived".into();
        check["waiver"] =
            json!({"outcome": "fail", "reason": "r", "author": "a", "until": "2027-01-01"});
    });
    let (code, changes) = compared(&found, &accepted, NEW);
    assert_eq!(
        (code, ids(&changes, "changed")),
        (0, vec!["connected-tools"])
    );
    let (code, changes) = compared(&accepted, &found, NEW);
    assert_eq!(
        (code, ids(&changes, "changed")),
        (1, vec!["connected-tools"])
    );
    assert_eq!(changes["changed"][0]["differs"], json!(["outcome"]));
}

/// Another permission that lacks is worth a word, but the finding is known; a cause beside the known one is not.
#[test]
fn other_values_are_told_and_other_causes_beside_count() {
    let reports = Reports::new();
    let before = reports.check("webhook-inactive");
    let values = reports.altered("webhook-inactive", "values", |report| {
        of(report, "webhook-subscription")["args"]["object"] = "elsewhere".into();
    });
    let (code, changes) = compared(&before, &values, NEW);
    assert_eq!(code, 0);
    assert_eq!(changes["changed"][0]["differs"], json!(["values"]));
    let beside = reports.altered("webhook-inactive", "beside", |report| {
        of(report, "webhook-subscription")["args"]["also"] = json!(["callback-differs"]);
    });
    let (code, changes) = compared(&before, &beside, NEW);
    assert_eq!(code, 1);
    assert_eq!(changes["changed"][0]["differs"], json!(["cause"]));
    // Times and counts are others in every run.
    let later = reports.altered("webhook-inactive", "later", |report| {
        let args = &mut of(report, "webhook-subscription")["args"];
        args["days"] = 3.into();
        args["at"] = "2026-01-01T00:00:00Z".into();
    });
    assert_eq!(compared(&before, &later, NEW).1["changed"], json!([]));
}

/// A finding of which nobody knows whether it was there before must not pass for an old one.
#[test]
fn a_finding_that_cannot_be_compared_leaves_it_open() {
    let reports = Reports::new();
    let (closed, tools) = (
        reports.check("token-expired"),
        reports.check("connected-tools-off"),
    );
    let (code, changes) = compared(&closed, &tools, NEW);
    assert_eq!(code, 3);
    assert_eq!(ids(&changes, "gone"), ["token-valid"]);
    assert_eq!(changes["new"], json!([]));
    let unclear = changes["unclear"].as_array().unwrap();
    let open = unclear
        .iter()
        .find(|change| change["check"] == "connected-tools");
    assert_eq!(open.unwrap()["counts"], true);
    assert_eq!(open.unwrap()["before"]["because"]["check"], "token-valid");
}

#[test]
fn what_is_no_longer_looked_at_is_not_gone() {
    let reports = Reports::new();
    let before = reports.check("connected-tools-off");
    let without = reports.altered("connected-tools-off", "without", |report| {
        let checks = report["checks"].as_array_mut().unwrap();
        checks.retain(|check| check["id"] != "connected-tools");
    });
    let (_, changes) = compared(&before, &without, &[]);
    assert_eq!(ids(&changes, "unclear"), ["connected-tools"]);
    // A check that the earlier report did not have: what it finds is new.
    let (code, changes) = compared(&without, &before, NEW);
    assert_eq!((code, ids(&changes, "new")), (1, vec!["connected-tools"]));
    assert!(changes["new"][0]["before"].is_null());
}
