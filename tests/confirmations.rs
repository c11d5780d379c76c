//! What a person saw where nobody else can look: believed for 90 days, the newest first, and never against Meta's word.
//! And how much findings count for one tenant.

mod common;

use chrono::{DateTime, TimeDelta, Utc};
use common::tenants::{Folder, seen};
use common::{edit, find, finish, judge_again, outcome, save, serve};
use serde_json::{Value, json};
use tempfile::TempPath;

fn at(days: i64) -> DateTime<Utc> {
    Utc::now() + TimeDelta::days(days)
}

/// What Ana saw so many days from now.
fn ana(check: &str, question: &str, yes: bool, days: i64) -> Value {
    json!({"check": check, "question": question, "yes": yes, "at": at(days), "by": "Ana"})
}

fn with_answers(file: &TempPath, answers: &[Value]) -> Value {
    edit(file, |saved| saved["expect"]["answers"] = answers.into());
    judge_again(file, &[]).json()
}

/// The platform asks two things of the inbox; both are answered so many days from now.
fn inbox(file: &TempPath, days: i64) -> String {
    let answers = ["0", "1"].map(|question| ana("inbox-access", question, true, days));
    outcome(&with_answers(file, &answers), "inbox-access")
        .0
        .to_owned()
}

#[test]
fn what_was_seen_is_believed_for_ninety_days() {
    let (_, file) = save("healthy-facebook", &[]);
    for (days, expected) in [(0, "pass"), (-89, "pass"), (-91, "ask"), (-400, "ask")] {
        assert_eq!(inbox(&file, days), expected, "{days}");
    }
    // Clocks differ a little; more than a day is a mistake, and would be believed for too long.
    for (days, expected) in [(2, "ask"), (400, "ask")] {
        assert_eq!(inbox(&file, days), expected, "{days}");
    }
    // As of when the evidence was taken, not of today.
    edit(&file, |saved| {
        saved["taken_at"] = at(91).to_rfc3339().into()
    });
    assert_eq!(inbox(&file, 0), "ask");
}

#[test]
fn the_newest_answer_wins_wherever_it_stands() {
    let (_, file) = save("healthy-facebook", &[]);
    let (old, new) = (
        ana("inbox-access", "0", true, -10),
        ana("inbox-access", "0", false, -2),
    );
    for answers in [[old.clone(), new.clone()], [new, old]] {
        let report = with_answers(&file, &answers);
        assert_eq!(
            outcome(&report, "inbox-access"),
            ("fail", "inbox-access-off")
        );
    }
}

/// A no decides before any question that is still open.
#[test]
fn one_no_is_enough() {
    let (_, file) = save("healthy-facebook", &[]);
    let report = with_answers(&file, &[ana("inbox-access", "1", false, -1)]);
    assert_eq!(
        outcome(&report, "inbox-access"),
        ("fail", "inbox-comments-off")
    );
    let report = with_answers(&file, &[ana("inbox-access", "1", true, -1)]);
    assert_eq!(outcome(&report, "inbox-access").0, "ask");
    assert_eq!(
        find(&report, "inbox-access")["args"]["questions"],
        json!(["0"])
    );
}

/// A person may have looked at another Page.
#[test]
fn what_meta_answers_goes_before_what_a_person_saw() {
    for (world, check, yes, expected) in [
        ("healthy-facebook", "page-published", false, ("pass", "")),
        (
            "page-unpublished",
            "page-published",
            true,
            ("fail", "page-unpublished"),
        ),
        (
            "routed-to-other-app",
            "default-routing-app",
            true,
            ("warn", "routed-to-other-app"),
        ),
        (
            "connected-tools-off",
            "connected-tools",
            true,
            ("fail", "connected-tools-off"),
        ),
    ] {
        let (_, file) = save(world, &[]);
        let answers = ["0", "1"].map(|question| ana(check, question, yes, -1));
        assert_eq!(
            outcome(&with_answers(&file, &answers), check),
            expected,
            "{world}"
        );
    }
}

#[test]
fn who_looked_and_when_is_told() {
    let (_, file) = save("healthy-facebook", &[]);
    let answers = [
        ana("inbox-access", "0", true, -1),
        ana("inbox-access", "1", true, -3),
    ];
    let report = with_answers(&file, &answers);
    let args = &find(&report, "inbox-access")["args"];
    assert_eq!(
        (&args["by"], &args["seen_by"]),
        (&json!("person"), &json!("Ana"))
    );
    let oldest: DateTime<Utc> = args["seen_at"].as_str().unwrap().parse().unwrap();
    assert_eq!(
        oldest.date_naive(),
        at(-3).date_naive(),
        "the oldest look counts"
    );
    let day = at(-3).format("%B %-d, %Y").to_string();
    let shown = |file: &TempPath| {
        let run = common::run(&["check", "--evidence", file.to_str().unwrap()]);
        let text = run.stdout.replace(['┆', '│'], " ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let text = shown(&file);
    assert!(text.contains(&format!("(Ana saw it on {day})")), "{text}");
    with_answers(&file, &[ana("inbox-access", "0", false, -3)]);
    let text = shown(&file);
    assert!(text.contains(&format!("Ana saw it on {day}")), "{text}");
}

/// By the names that people give the questions; left out, all of them are meant.
#[test]
fn a_tenant_confirms_by_name_and_its_evidence_remembers() {
    let sandbox = serve("healthy-planfix", |_| {});
    for (confirmations, expected) in [
        (
            vec![seen("loja", "inbox-access", "inbox-access-off", "yes")],
            "ask",
        ),
        (
            vec![
                seen("loja", "inbox-access", "inbox-access-off", "yes"),
                seen("loja", "inbox-access", "inbox-comments-off", "yes"),
            ],
            "pass",
        ),
        (
            vec![seen("loja", "inbox-access", "-", "yes").replace("question = \"-\"\n", "")],
            "pass",
        ),
        (
            vec![seen("loja", "inbox-access", "inbox-comments-off", "no")],
            "fail",
        ),
    ] {
        let folder = Folder::of(&[("loja", &sandbox)]);
        let entry = std::fs::read_to_string(folder.path("igdoctor.toml")).unwrap();
        folder.put(
            "igdoctor.toml",
            &format!("{entry}\n{}\n", confirmations.join("\n")),
        );
        let args = [
            "loja",
            "--format",
            "json",
            "--quiet",
            "--save-evidence",
            "saved.json",
        ];
        let report = finish(folder.check(&sandbox, &args)).json();
        let again = judge_again(&folder.path("saved.json"), &[]).json();
        for report in [report, again] {
            assert_eq!(outcome(&report, "inbox-access").0, expected);
        }
    }
}

/// What counts how much differs from one customer to the next: by check, and before that by cause.
#[test]
fn severities_of_a_tenant_go_before_the_usual_ones() {
    let sandbox = serve("connected-tools-off", |_| {});
    let plain = Folder::of(&[("a", &sandbox)]);
    let entry = std::fs::read_to_string(plain.path("igdoctor.toml")).unwrap();
    for (severity, code, told) in [
        ("{}", 1, "error"),
        ("{ connected-tools = \"warning\" }", 0, "warning"),
        ("{ connected-tools-off = \"warning\" }", 0, "warning"),
        (
            "{ connected-tools = \"warning\", connected-tools-off = \"error\" }",
            1,
            "error",
        ),
        ("{ no-conversations-yet = \"warning\" }", 1, "error"),
    ] {
        plain.put("igdoctor.toml", &format!("{entry}severity = {severity}\n"));
        let args = [
            "a",
            "--format",
            "json",
            "--quiet",
            "--save-evidence",
            "saved.json",
        ];
        let run = finish(plain.check(&sandbox, &args));
        let again = judge_again(&plain.path("saved.json"), &[]);
        for run in [run, again] {
            assert_eq!(run.code, code, "{severity}: {}", run.stderr);
            let report = run.json();
            let check = find(&report, "connected-tools");
            assert_eq!(
                (&check["outcome"], &check["severity"]),
                (&json!("fail"), &json!(told))
            );
        }
    }
}
