//! Saved evidence: judged again, elsewhere and later.

mod common;

use std::fs;

use common::{check, ids, outcome, run};
use serde_json::Value;

#[test]
fn judged_again_the_checks_come_out_identical() {
    for named in igdoctor::sandbox::worlds::all()
        .filter(|world| !["internal-error", "callback-slow"].contains(&world.name))
    {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("evidence.json");
        let first = check(named.name, &["--save-evidence", file.to_str().unwrap()]);
        let again = run(&[
            "check",
            "--evidence",
            file.to_str().unwrap(),
            "--format",
            "json",
            "-q",
        ]);
        assert_eq!(again.code, first.code, "{}: {}", named.name, again.stderr);
        assert_eq!(again.json(), first.json(), "{}", named.name);
    }
}

#[test]
fn another_selection_can_be_judged_from_the_same_evidence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("evidence.json");
    check("expires-soon", &["--save-evidence", file.to_str().unwrap()]);
    let again = run(&[
        "check",
        "--evidence",
        file.to_str().unwrap(),
        "--only",
        "token-lifetime",
        "--fail-on",
        "warning",
        "--format",
        "json",
    ]);
    assert_eq!(again.code, 1);
    assert_eq!(
        outcome(&again.json(), "token-lifetime"),
        ("warn", "expires-soon")
    );
}

/// What is not said anew stays as it was when the evidence was taken.
#[test]
fn a_selection_is_kept_where_only_its_weight_changes() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("evidence.json");
    check(
        "expires-soon",
        &[
            "--only",
            "token-lifetime",
            "--fail-on",
            "warning",
            "--save-evidence",
            file.to_str().unwrap(),
        ],
    );
    let again = |more: &[&str]| {
        run(&[
            &[
                "check",
                "--evidence",
                file.to_str().unwrap(),
                "--format",
                "json",
            ],
            more,
        ]
        .concat())
    };
    assert_eq!(again(&[]).code, 1);
    assert_eq!(again(&["--fail-on", "error"]).code, 0);
    assert_eq!(
        ids(&again(&["--strict"]).json()),
        ["token-valid", "token-lifetime"]
    );
}

/// The token had five days when the evidence was taken; however old the file gets, the judgement is of that time.
#[test]
fn it_is_judged_as_of_the_time_it_was_taken() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("evidence.json");
    check("expires-soon", &["--save-evidence", file.to_str().unwrap()]);
    let mut saved: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    saved["taken_at"] = "2020-01-01T00:00:00Z".into();
    fs::write(&file, saved.to_string()).unwrap();
    let again = run(&[
        "check",
        "--evidence",
        file.to_str().unwrap(),
        "--format",
        "json",
    ]);
    assert_eq!(outcome(&again.json(), "token-lifetime").0, "pass");
}
