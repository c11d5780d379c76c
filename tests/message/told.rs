//! What is told of a reply that cannot be judged: wrong times, tags and files, each with its own words and exit code 2.

use std::io::Write as _;
use std::process::Stdio;

use crate::common::{igdoctor, outcome, read, run};

#[test]
fn what_cannot_be_is_wrong_usage() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().to_str().unwrap();
    let rows: [(&[&str], &str); 13] = [
        (&["--alike-in-5-min", "0"], "1 at least"),
        (
            &["--kind", "comment", "--last-inbound", "never"],
            "the customer has written",
        ),
        (&["--last-inbound", "yesterday"], "or never"),
        (
            &["--last-inbound", "2999-01-01T00:00:00Z"],
            "is in the future",
        ),
        (&["--text", " "], "holds no text"),
        (
            &["--text-file", "/nowhere/at/all"],
            "cannot read --text-file",
        ),
        (&["--image", folder], "is no ordinary file"),
        (&["--tag", "HUMAN_AGNET"], "HUMAN_AGENT"),
        (
            &["--tag", "HUMAN_AGENT", "--human-agent"],
            "cannot be used with",
        ),
        (&["--kind", "letter"], "private-reply"),
        (&["--tag", "human_agent"], "did you mean `HUMAN_AGENT`"),
        (
            &["--alike-in-5-min", "three", "--lang", "pt-BR"],
            "um número inteiro",
        ),
        (
            &["--thread", "1", "--token-stdin", "--text-file", "-"],
            "standard input",
        ),
    ];
    for (args, says) in rows {
        let run = run(&[&["message"], args].concat());
        assert_eq!(run.code, 2, "{args:?}: {}", run.stdout);
        assert!(run.stderr.contains(says), "{args:?}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{args:?}");
    }
}

/// The line break that an editor puts at the end is not sent.
#[test]
fn a_text_comes_from_standard_input_as_well() {
    for (text, expected) in [
        ("a".repeat(1000) + "\n", "pass"),
        ("a".repeat(1001), "fail"),
    ] {
        let mut command = igdoctor(&["message", "--text-file", "-", "--format", "json"]);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(text.as_bytes())
            .unwrap();
        let run = read(child.wait_with_output().unwrap());
        assert_eq!(
            outcome(&run.json(), "reply-content").0,
            expected,
            "{}",
            run.stderr
        );
    }
    let mut command = igdoctor(&["message", "--text-file", "-"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"\xff\xfe\xfd")
        .unwrap();
    let run = read(child.wait_with_output().unwrap());
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("UTF-8"), "{}", run.stderr);
}

/// What was not told is left to a person: no failure, unless that was wished.
#[test]
fn what_was_not_told_is_asked() {
    let plain = run(&["message", "--platform", "planfix", "--format", "json"]);
    let report = plain.json();
    for id in [
        "reply-window",
        "reply-target",
        "reply-content",
        "reply-bulk",
    ] {
        let cause = format!("confirm-{id}");
        assert_eq!(outcome(&report, id), ("ask", cause.as_str()));
    }
    assert_eq!(
        (plain.code, report["verdict"].as_str()),
        (0, Some("healthy"))
    );
    let strict = run(&["message", "--platform", "planfix", "--strict"]);
    assert_eq!(strict.code, 3);
}
