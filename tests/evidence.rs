//! Saved evidence: judged again, elsewhere and later.

mod common;

use common::{edit, ids, judge_again, outcome, save};

#[test]
fn judged_again_the_checks_come_out_identical() {
    for named in igdoctor::sandbox::worlds::all()
        .filter(|world| !["internal-error", "callback-slow"].contains(&world.name))
    {
        let (first, file) = save(named.name, &[]);
        let again = judge_again(&file, &[]);
        assert_eq!(again.code, first.code, "{}: {}", named.name, again.stderr);
        let mut live = first.json();
        // What was saved is not mended: it may be long gone.
        for check in live["checks"].as_array_mut().unwrap() {
            if let Some(command) = check.pointer_mut("/fix/command") {
                *command = serde_json::Value::Null;
            }
        }
        assert!(again.json() == live, "{}", named.name);
    }
}

#[test]
fn another_selection_can_be_judged_from_the_same_evidence() {
    let (_, file) = save("expires-soon", &[]);
    let again = judge_again(&file, &["--only", "token-lifetime", "--fail-on", "warning"]);
    assert_eq!(again.code, 1);
    assert_eq!(
        outcome(&again.json(), "token-lifetime"),
        ("warn", "expires-soon")
    );
}

/// What is not said anew stays as it was when the evidence was taken.
#[test]
fn a_selection_is_kept_where_only_its_weight_changes() {
    let (_, file) = save(
        "expires-soon",
        &["--only", "token-lifetime", "--fail-on", "warning"],
    );
    assert_eq!(judge_again(&file, &[]).code, 1);
    assert_eq!(judge_again(&file, &["--fail-on", "error"]).code, 0);
    assert_eq!(
        ids(&judge_again(&file, &["--strict"]).json()),
        ["token-valid", "token-lifetime"]
    );
}

/// The token had five days when the evidence was taken; however old the file gets, the judgment is of that time.
#[test]
fn it_is_judged_as_of_the_time_it_was_taken() {
    let (_, file) = save("expires-soon", &[]);
    edit(&file, |saved| {
        saved["taken_at"] = "2020-01-01T00:00:00Z".into()
    });
    assert_eq!(
        outcome(&judge_again(&file, &[]).json(), "token-lifetime").0,
        "pass"
    );
}

/// Remembered answers are believed for 90 days.
#[test]
fn what_a_person_saw_is_not_believed_for_ever() {
    let (_, file) = save("inbox-access-off", &[]);
    edit(&file, |saved| {
        saved["expect"]["answers"][0]["at"] = "2020-01-01T00:00:00Z".into()
    });
    assert_eq!(
        outcome(&judge_again(&file, &[]).json(), "inbox-access"),
        ("ask", "confirm-inbox-access")
    );
}
