//! The same report in every form and language.

use crate::common::{Run, finish, igdoctor, run};

/// A reply with something of everything: refused by the window and the length, hidden as bulk. The clock is not in it but by full hours.
fn refused(more: &[&str]) -> Run {
    let at = crate::ago(30);
    let text = "я".repeat(600);
    let args = [
        "message",
        "--platform",
        "planfix",
        "--text",
        &text,
        "--last-inbound",
        &at,
        "--alike-in-5-min",
        "4",
    ];
    let mut command = igdoctor(&[&args[..], more].concat());
    command.env("COLUMNS", "80");
    finish(command)
}

#[test]
fn people_read_it_in_their_language() {
    for language in ["en", "pt-BR", "ru"] {
        let run = refused(&["--lang", language]);
        assert_eq!(run.code, 1);
        let time = |line: &str| {
            line.split(" · ")
                .next()
                .unwrap_or_default()
                .trim_end()
                .to_owned()
        };
        let text: Vec<String> = run
            .stdout
            .lines()
            .map(|line| {
                if line.contains("0.0 ") || line.contains("0,0 ") {
                    time(line)
                } else {
                    line.to_owned()
                }
            })
            .collect();
        for line in &text {
            assert!(
                line.chars().count() <= 80 || line.contains("https://"),
                "{line}"
            );
        }
        insta::assert_snapshot!(format!("refused-{language}"), text.join("\n"));
    }
}

#[test]
fn every_form_of_a_report_is_there() {
    let rows = [
        ("json", "\"reply-window\""),
        ("jsonl", "\"event\":\"check\""),
        ("junit", "<testsuite"),
        ("sarif", "\"ruleId\": \"reply-window\""),
        ("github", "::error"),
        ("markdown", "reply-window"),
        ("html", "</html>"),
        ("human", "It would be refused"),
    ];
    for (format, part) in rows {
        let run = refused(&["--format", format]);
        assert_eq!(run.code, 1, "{format}: {}", run.stderr);
        assert!(run.stdout.contains(part), "{format}: {}", run.stdout);
        assert!(!run.stdout.contains("яяяяя"), "{format}");
    }
}

/// What is left open comes with the flags that tell it.
#[test]
fn what_is_open_says_how_to_tell_it() {
    for format in ["human", "markdown", "html"] {
        let run = run(&["message", "--text", "a", "--format", format]);
        assert_eq!(run.code, 0, "{format}");
        for part in ["--last-inbound", "--thread", "--to", "left open"] {
            assert!(run.stdout.contains(part), "{format}: {part}");
        }
    }
}

/// It is about no setup, so there is no path, and nothing that a token would tell.
#[test]
fn a_reply_has_no_message_path() {
    let run = refused(&[]);
    assert!(
        !run.stdout.contains("messages stop here") && !run.stdout.contains("Message path"),
        "{}",
        run.stdout
    );
    let run = refused(&["--format", "html"]);
    assert!(!run.stdout.contains("<figure"), "{}", run.stdout);
}

/// A rule of SARIF is found by its place.
#[test]
fn a_rule_of_sarif_is_the_check_it_names() {
    let report = refused(&["--format", "sarif"]).json();
    let driver = &report["runs"][0]["tool"]["driver"]["rules"];
    for result in report["runs"][0]["results"].as_array().unwrap() {
        let place = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(driver[place]["id"], result["ruleId"]);
    }
}

#[test]
fn a_saved_report_is_shown_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("reply.json");
    let file = file.to_str().unwrap();
    refused(&["--format", "json", "--output", file]);
    let shown = run(&["show", file, "--lang", "ru"]);
    assert_eq!(shown.code, 0, "{}", shown.stderr);
    assert!(
        shown.words().contains("Ответ был бы отклонён"),
        "{}",
        shown.stdout
    );
}
