//! A failing check in each form, as its reader gets it.

use serde_json::Value;

use crate::common;

/// Without what differs from run to run.
fn steady(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut line = line
            .split(" to Meta in ")
            .next()
            .unwrap_or_default()
            .to_owned();
        for (before, after) in [
            (" time=\"", "\""),
            (" timestamp=\"", "\""),
            ("\"startTimeUtc\": \"", "\""),
            ("| checked at | ", " |"),
            (" ms", ""),
        ] {
            line = without(&line, before, after);
        }
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// SARIF with one rule alone: the words of the others are those of their files.
fn with_one_rule(text: &str) -> String {
    let mut log: Value = serde_json::from_str(text).unwrap();
    let rules = &mut log["runs"][0]["tool"]["driver"]["rules"];
    rules
        .as_array_mut()
        .unwrap()
        .retain(|rule| rule["id"] == "connected-tools");
    serde_json::to_string_pretty(&log).unwrap()
}

/// A line with `…` for what stands between two marks.
fn without(line: &str, before: &str, after: &str) -> String {
    if after.is_empty() {
        let digits = |part: &str| {
            part.trim_end_matches(|c: char| c.is_ascii_digit())
                .to_owned()
        };
        let mut parts: Vec<String> = line.split(before).map(str::to_owned).collect();
        let last = parts.len() - 1;
        parts[..last]
            .iter_mut()
            .for_each(|part| *part = digits(part) + "…");
        return parts.join(before);
    }
    match line
        .split_once(before)
        .and_then(|(head, rest)| Some((head, rest.split_once(after)?.1)))
    {
        Some((head, tail)) => format!("{head}{before}…{after}{tail}"),
        None => line.to_owned(),
    }
}

#[test]
fn a_failing_check_in_each_form() {
    for format in ["junit", "sarif", "github", "markdown"] {
        let text = common::run(&[
            "check",
            "--sandbox",
            "connected-tools-off",
            "--format",
            format,
        ])
        .stdout;
        let text = if format == "sarif" {
            with_one_rule(&text)
        } else {
            text
        };
        insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "../snapshots"}, {
            insta::assert_snapshot!(format!("check-{format}"), steady(&text));
        });
    }
}
