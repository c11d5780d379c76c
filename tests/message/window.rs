//! When a reply is still accepted: 24 hours, 7 days for a person with the tag, 7 days and once for a comment.

use crate::common::outcome;
use crate::{FINE, ago, message};

/// What becomes of `reply-window`, and the exit code.
fn window(platform: &str, more: &[&str]) -> (String, String, i32) {
    let channel = ["--from", "@casa.azul"];
    let from: &[&str] = if platform == "chatt2me" {
        &channel
    } else {
        &[]
    };
    let run = message(&[&["--platform", platform], FINE, from, more].concat());
    let report = run.json();
    let (outcome, cause) = outcome(&report, "reply-window");
    (outcome.to_owned(), cause.to_owned(), run.code)
}

#[test]
fn the_windows_of_direct_messages_end_to_the_hour() {
    const CLOSED: (&str, &str, i32) = ("fail", "window-closed", 1);
    const TAG: (&str, &str, i32) = ("fail", "window-needs-human-agent", 1);
    const ASK: (&str, &str, i32) = ("ask", "window-needs-human-agent", 0);
    const PASS: (&str, &str, i32) = ("pass", "", 0);
    const NEEDLESS: (&str, &str, i32) = ("warn", "human-agent-needless", 0);
    // Hours, then what becomes of it without and with the tag of a person's answer.
    let rows = [
        ("meta-app", 23, PASS, NEEDLESS),
        ("meta-app", 25, TAG, PASS),
        ("meta-app", 6 * 24 + 23, TAG, PASS),
        ("meta-app", 7 * 24 + 1, CLOSED, CLOSED),
        // Planfix says 24 hours and knows no tag.
        ("planfix", 23, PASS, NEEDLESS),
        ("planfix", 25, CLOSED, CLOSED),
        ("planfix", 6 * 24 + 23, CLOSED, CLOSED),
        ("planfix", 7 * 24 + 1, CLOSED, CLOSED),
        // Chatt2.me says 7 days: whether it sets the tag, only its people know.
        ("chatt2me", 23, PASS, NEEDLESS),
        ("chatt2me", 25, ASK, PASS),
        ("chatt2me", 6 * 24 + 23, ASK, PASS),
        ("chatt2me", 7 * 24 + 1, CLOSED, CLOSED),
    ];
    for (platform, hours, without, with) in rows {
        let time = ago(hours);
        let told = ["--last-inbound", time.as_str()];
        for (expected, tag) in [(without, &[][..]), (with, &["--human-agent"][..])] {
            let (outcome, cause, code) = window(platform, &[&told, tag].concat());
            assert_eq!(
                (outcome.as_str(), cause.as_str(), code),
                expected,
                "{platform} {hours} {tag:?}"
            );
        }
    }
}

/// 30 hours after: too late for Planfix, not for Meta with the tag; and Chatt2.me says more than Meta grants.
#[test]
fn where_meta_and_the_platform_differ_both_are_said() {
    let run = message(
        &[
            &[
                "--platform",
                "planfix",
                "--human-agent",
                "--last-inbound",
                &ago(30),
            ],
            FINE,
        ]
        .concat(),
    );
    let report = run.json();
    let check = crate::common::find(&report, "reply-window");
    let says = check["message"].as_str().unwrap();
    assert!(
        says.contains("Meta would take") && says.contains("24 hours only"),
        "{says}"
    );
    assert_eq!(check["args"]["hours"], 30);
    assert_eq!(check["args"]["platform_hours"], 24);
    let run = message(
        &[
            &["--platform", "chatt2me", "--last-inbound", &ago(30)],
            FINE,
        ]
        .concat(),
    );
    let report = run.json();
    let says = crate::common::find(&report, "reply-window")["message"]
        .as_str()
        .unwrap();
    assert!(says.contains("speaks of 7 days"), "{says}");
}

#[test]
fn a_private_reply_is_for_seven_days_and_once() {
    let rows = [
        (ago(6 * 24 + 23), Some("0"), "pass", ""),
        (ago(6 * 24 + 23), Some("1"), "fail", "private-reply-limit"),
        // Whether it is the first one was not told.
        (ago(6 * 24 + 23), None, "ask", "confirm-reply-window"),
        (ago(7 * 24 + 1), Some("0"), "fail", "private-reply-limit"),
        ("never".to_owned(), Some("0"), "fail", "private-reply-limit"),
    ];
    for platform in ["planfix", "meta-app"] {
        for (time, had, expected, cause) in &rows {
            let mut args = vec!["--kind", "private-reply", "--last-inbound", time];
            args.extend(had.iter().flat_map(|had| ["--private-replies", had]));
            let (outcome, found, _) = window(platform, &args);
            assert_eq!(
                (outcome.as_str(), found.as_str()),
                (*expected, *cause),
                "{platform} {args:?}"
            );
        }
    }
}

#[test]
fn what_was_never_begun_or_carries_a_wrong_tag_is_refused() {
    let at = ago(1);
    let rows: [(&[&str], &str, &str); 6] = [
        (&["--last-inbound", "never"], "fail", "user-never-wrote"),
        (&[], "ask", "confirm-reply-window"),
        (
            &["--last-inbound", &at, "--tag", "POST_PURCHASE_UPDATE"],
            "fail",
            "message-tag-retired",
        ),
        (
            &["--last-inbound", &at, "--tag", "HUMAN_AGENT"],
            "warn",
            "human-agent-needless",
        ),
        // A public answer has no window, and takes no tag.
        (&["--kind", "comment"], "pass", ""),
        (
            &["--kind", "comment", "--human-agent"],
            "warn",
            "human-agent-misplaced",
        ),
    ];
    for (args, expected, cause) in rows {
        let (outcome, found, _) = window("meta-app", args);
        assert_eq!(
            (outcome.as_str(), found.as_str()),
            (expected, cause),
            "{args:?}"
        );
    }
}

/// What a person reads of `reply-window`.
fn says(args: &[&str]) -> String {
    let report = message(&[FINE, args].concat()).json();
    let check = crate::common::find(&report, "reply-window");
    check["message"].as_str().unwrap_or_default().to_owned()
}

/// A tag that is not needed is not one that Meta refuses.
#[test]
fn a_tag_too_early_is_no_refusal() {
    let early = says(&["--human-agent", "--last-inbound", &ago(1)]);
    assert!(early.contains("wrote 1 hour ago"), "{early}");
    assert!(early.contains("needs no tag"), "{early}");
    let comment = says(&["--kind", "comment", "--human-agent"]);
    assert!(comment.contains("answers a comment"), "{comment}");
    for told in [early, comment] {
        assert!(
            !told.contains("refuse") && !told.contains("7 days,"),
            "{told}"
        );
    }
}

#[test]
fn how_long_ago_it_was_is_told_in_hours_and_then_in_days() {
    let planfix = |hours: i64| says(&["--platform", "planfix", "--last-inbound", &ago(hours)]);
    let told = planfix(25);
    assert!(
        told.contains("Here that message came 25 hours ago."),
        "{told}"
    );
    assert!(
        !told.contains("After that") && !told.contains("days ago"),
        "{told}"
    );
    let told = planfix(50);
    assert!(told.contains("came more than 2 days ago"), "{told}");
    assert!(!told.contains("hours ago"), "{told}");
    // With the tag there were seven days, and they are over too.
    let report = message(&[FINE, &["--human-agent", "--last-inbound", &ago(169)]].concat()).json();
    let check = crate::common::find(&report, "reply-window");
    let told = check["message"].as_str().unwrap();
    assert!(
        told.contains("for 7 days, and those are over too"),
        "{told}"
    );
    assert!(told.contains("more than 7 days ago"), "{told}");
    assert_eq!(check["args"]["also"], serde_json::Value::Null);
    assert_eq!(check["args"]["hours"], 169);
}
