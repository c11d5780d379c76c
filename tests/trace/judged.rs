//! A trace that was saved is judged again, without Meta and without anybody who knew.

use super::*;

#[test]
fn saved_evidence_of_a_trace_is_judged_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trace.json");
    let path = file.to_str().unwrap();
    let first = trace("not-shown-in-platform", &["--save-evidence", path]);
    let again = common::judge_again(&file, &[]);
    assert_eq!(first.code, again.code);
    let of = |run: &Run| common::find(&run.json(), CHECK).clone();
    assert_eq!(of(&first), of(&again));
}

#[test]
fn a_check_follows_no_message() {
    for flag in ["--only", "--with"] {
        let run = run(&["check", "--sandbox", "healthy-facebook", flag, CHECK]);
        assert_eq!(run.code, 2);
        assert!(
            run.stderr.contains(flag) && run.stderr.contains("igdoctor trace"),
            "{}",
            run.stderr
        );
    }
    let report = common::check("healthy-facebook", &[]).json();
    assert_eq!(common::outcome(&report, CHECK), ("skipped", "opt-in"));
}
