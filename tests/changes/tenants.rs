//! Reports of one tenant and of many, in any mixture.

use serde_json::json;

use crate::{Reports, diff};

#[test]
fn tenants_are_found_by_name_and_those_that_came_bring_new_findings() {
    let reports = Reports::new();
    let (fine, broken) = (
        reports.check("healthy-facebook"),
        reports.check("connected-tools-off"),
    );
    let old = reports.all("old", &[("casa", &broken), ("lua", &fine)], json!([]));
    let new = reports.all("new", &[("casa", &broken), ("sol", &broken)], json!([]));
    // Both are about the same Page in these worlds, but a name goes before an id.
    let run = diff(&old, &new, &["--format", "json", "--fail-on-new"]);
    let told = run.json();
    let tenants = told["tenants"].as_array().unwrap();
    assert_eq!(tenants[0]["tenant"]["name"], "casa");
    assert_eq!(tenants[0]["compared"]["new"], json!([]));
    assert_eq!(tenants[0]["verdict"], "healthy");
    assert_eq!(tenants[1]["tenant"]["name"], "sol");
    assert_eq!(tenants[1]["verdict"], "findings");
    assert_eq!(run.code, 1);
}

#[test]
fn tenants_that_left_or_could_not_be_checked_are_named() {
    let reports = Reports::new();
    let (facebook, instagram) = (
        reports.check("healthy-facebook"),
        reports.check("healthy-instagram"),
    );
    let old = reports.all(
        "old",
        &[
            ("casa", &facebook),
            ("lua", &instagram),
            ("sol", &instagram),
        ],
        json!([]),
    );
    let failed = json!([{
        "kind": "tenant-not-checked",
        "args": {"tenant": "sol", "why": "no token"},
        "message": "sol could not be checked: no token",
    }]);
    let new = reports.all("new", &[("casa", &facebook)], failed);
    let run = diff(&old, &new, &["--format", "json"]);
    assert_eq!(run.json()["left"], json!(["lua"]));
    assert_eq!(run.json()["not_checked"], json!(["sol"]));
    assert_eq!(run.code, 0);
    // What broke at a tenant that was not checked, nobody can tell.
    assert_eq!(diff(&old, &new, &["--fail-on-new"]).code, 3);
    let person = diff(&old, &new, &[]).stdout;
    assert!(
        person.contains("Only in the earlier report: lua"),
        "{person}"
    );
    assert!(
        person.contains("Not checked in the later report: sol"),
        "{person}"
    );
}

#[test]
fn one_tenant_is_found_among_many() {
    let reports = Reports::new();
    let (fine, broken) = (
        reports.check("healthy-facebook"),
        reports.check("connected-tools-off"),
    );
    let all = reports.all("all", &[("casa", &fine), ("lua", &fine)], json!([]));
    let one = reports.altered("connected-tools-off", "one", |report| {
        report["tenant"]["name"] = "lua".into();
    });
    let run = diff(&all, &one, &["--format", "json", "--fail-on-new"]);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.json()["tenants"][0]["compared"]["new"][0]["check"],
        "connected-tools"
    );
    // That the others are not in it says nothing of them.
    assert_eq!(run.json()["left"], json!([]));
    // Renamed, it is the same by its ids and its platform.
    assert_eq!(diff(&fine, &broken, &[]).code, 0);
}

#[test]
fn strangers_are_not_compared() {
    let reports = Reports::new();
    let (one, other) = (
        reports.check("healthy-facebook"),
        reports.check("healthy-instagram"),
    );
    let run = diff(&one, &other, &[]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr
            .contains("different tenants (healthy-facebook; healthy-instagram)"),
        "{}",
        run.stderr
    );
}
