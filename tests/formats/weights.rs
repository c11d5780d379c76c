//! What becomes of each outcome in the forms that a CI server reads.

use igdoctor::catalog;
use igdoctor::platform::Platform;
use igdoctor::report::document::Place;
use igdoctor::report::html::Subject;
use igdoctor::report::{Document, Report, compare, html, junit, markdown, sarif};
use serde_json::Value;

use crate::common;

fn text(world: &str, format: &str, more: &[&str]) -> String {
    let args = ["check", "--sandbox", world, "--format", format];
    common::run(&[&args, more].concat()).stdout
}

/// The part of a JUnit document that is about one check.
fn case(world: &str, check: &str, more: &[&str]) -> String {
    let text = text(world, "junit", more);
    let start = text.find(&format!("<testcase name=\"{check}\"")).unwrap();
    let line = text[start..].split('\n').next().unwrap();
    if line.ends_with("/>") {
        return line.to_owned();
    }
    text[start..]
        .split("</testcase>")
        .next()
        .unwrap()
        .to_owned()
}

/// The result of a check in a SARIF document, if there is one.
fn result(world: &str, check: &str, more: &[&str]) -> Option<Value> {
    let log: Value = serde_json::from_str(&text(world, "sarif", more)).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap().clone();
    results.into_iter().find(|result| result["ruleId"] == check)
}

#[test]
fn a_fail_is_a_failure() {
    let case = case("connected-tools-off", "connected-tools", &[]);
    assert!(
        case.contains("<failure message=\"The owner of @casa.azul"),
        "{case}"
    );
    assert!(case.contains("type=\"connected-tools-off\""), "{case}");
    assert!(case.contains("1. Open the Instagram app"), "{case}");
    let result = result("connected-tools-off", "connected-tools", &[]).unwrap();
    assert_eq!(
        (&result["kind"], &result["level"]),
        (&"fail".into(), &"error".into())
    );
}

#[test]
fn what_could_not_be_told_is_an_error() {
    let case = case("conversations-throttled", "connected-tools", &[]);
    assert!(case.contains("<error message="), "{case}");
    let result = result("conversations-throttled", "connected-tools", &[]).unwrap();
    assert_eq!(
        (&result["kind"], &result["level"]),
        (&"open".into(), &"none".into())
    );
}

#[test]
fn a_warning_passes_and_says_so_unless_warnings_count() {
    let below = case("expires-soon", "token-lifetime", &[]);
    assert!(below.contains("<system-out>warn (expires-soon)"), "{below}");
    assert!(!below.contains("<failure"), "{below}");
    let counted = case("expires-soon", "token-lifetime", &["--fail-on", "warning"]);
    assert!(counted.contains("<failure"), "{counted}");
    let github = text("expires-soon", "github", &[]);
    assert!(
        github
            .contains("::warning file=igdoctor.toml,line=1,title=token-lifetime (expires-soon)::"),
        "{github}"
    );
    let github = text("expires-soon", "github", &["--fail-on", "warning"]);
    assert!(
        github.contains("::error file=igdoctor.toml,line=1,title=token-lifetime"),
        "{github}"
    );
}

#[test]
fn what_is_left_to_a_person_is_skipped_unless_strict() {
    let loose = case("healthy-facebook", "inbox-access", &[]);
    assert!(
        loose.contains("<skipped message=\"Meta shows this setting"),
        "{loose}"
    );
    let strict = case("healthy-facebook", "inbox-access", &["--strict"]);
    assert!(
        strict.contains("<error message=\"Meta shows this setting"),
        "{strict}"
    );
    let result = result("healthy-facebook", "inbox-access", &[]).unwrap();
    assert_eq!(
        (&result["kind"], &result["level"]),
        (&"review".into(), &"none".into())
    );
}

#[test]
fn what_was_not_judged_is_skipped_with_its_reason() {
    let case = case("connected-tools-off", "messages-readable", &[]);
    assert!(
        case.contains(
            "<skipped message=\"not checked because of connected-tools\" type=\"check\"/>"
        ),
        "{case}"
    );
    assert!(result("connected-tools-off", "messages-readable", &[]).is_none());
    assert!(
        result("connected-tools-off", "token-valid", &[]).is_none(),
        "what holds is no alert"
    );
}

/// The numbers that a server shows are those of the report.
#[test]
fn junit_counts_every_check() {
    for world in [
        "connected-tools-off",
        "agency-handover",
        "conversations-throttled",
    ] {
        let (summary, text) = (
            common::check(world, &[]).json()["summary"].clone(),
            text(world, "junit", &[]),
        );
        let of = |outcomes: &[&str]| -> u64 {
            outcomes
                .iter()
                .map(|outcome| summary[outcome].as_u64().unwrap())
                .sum()
        };
        let all = of(&[
            "pass", "warn", "fail", "unknown", "ask", "skipped", "waived",
        ]);
        let head = format!(
            "tests=\"{all}\" skipped=\"{}\"",
            of(&["ask", "skipped", "waived"])
        );
        assert!(text.contains(&head), "{world}: {head}");
    }
}

/// Whoever reads the document alone must not take half a run for a whole one.
#[test]
fn an_interrupted_run_is_told_as_an_error() {
    let mut report = common::check("healthy-facebook", &[]).json();
    report["interrupted"] = true.into();
    let report: Report = serde_json::from_value(report).unwrap();
    let document = Document::of_one(&report, &|_| Place::default());
    let text = junit::render(&document).unwrap();
    assert!(text.contains("errors=\"1\""), "{text}");
    assert!(text.contains("<error message=\"Interrupted\""), "{text}");
    let text = sarif::render(catalog::load().unwrap(), &document).unwrap();
    let log: Value = serde_json::from_str(&text).unwrap();
    let invocation = &log["runs"][0]["invocations"][0];
    let expected = (&130.into(), &false.into());
    assert_eq!(
        (&invocation["exitCode"], &invocation["executionSuccessful"]),
        expected
    );
}

/// What changed since an earlier report is marked in the forms that are read one finding at a time.
#[test]
fn a_new_finding_is_marked_as_such() {
    let report = |world: &str| -> Report {
        serde_json::from_value(common::check(world, &[]).json()).unwrap()
    };
    let mut changed = report("connected-tools-off");
    for check in &mut changed.checks {
        if check.id == "connected-tools" {
            check.cause = Some("another".to_owned());
        }
    }
    for (before, state, says) in [
        (Some(report("healthy-facebook")), "new", Some("New since ")),
        (Some(report("connected-tools-off")), "unchanged", None),
        (Some(changed), "updated", Some("Changed since ")),
        (
            Some(report("conversations-throttled")),
            "new",
            Some("May be new"),
        ),
        (
            None,
            "new",
            Some("New: the earlier report does not know this tenant"),
        ),
    ] {
        let mut now = report("connected-tools-off");
        let compared = compare(before.as_ref(), &now, false);
        now.compare(compared);
        let document = Document::of_one(&now, &|_| Place::default());
        let sarif = sarif::render(catalog::load().unwrap(), &document).unwrap();
        crate::inert::sarif(&sarif);
        let log: Value = serde_json::from_str(&sarif).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        let found = results
            .iter()
            .find(|one| one["ruleId"] == "connected-tools");
        assert_eq!(found.unwrap()["baselineState"], state);
        let platform = &Platform::find("hunion").unwrap();
        let subject = Subject {
            report: &now,
            platform,
            again: None,
        };
        let html = html::render(catalog::load().unwrap(), &subject).unwrap();
        let markdown = markdown::render(catalog::load().unwrap(), &document);
        assert!(markdown.contains("| earlier report | "), "{markdown}");
        assert!(html.contains("Earlier report"), "{html}");
        for mark in ["New since ", "Changed since ", "May be new", "New: the"] {
            let is = says.is_some_and(|says| says.starts_with(mark));
            assert_eq!(markdown.contains(mark), is, "{mark}: {markdown}");
            assert_eq!(html.contains(mark), is, "{mark}: {html}");
        }
    }
}

/// Servers replace what they know of an id by what comes next under it: all tenants together are never mistaken for one of them.
#[test]
fn all_tenants_have_an_id_of_their_own_even_where_there_is_but_one() {
    let report = common::check("connected-tools-off", &[]).json();
    let ids = |text: &str| {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let args = ["show", file.path().to_str().unwrap(), "--format"];
        let log: Value = common::run(&[&args[..], &["sarif"]].concat()).json();
        let markdown = common::run(&[&args[..], &["markdown"]].concat()).stdout;
        let github = common::run(&[&args[..], &["github"]].concat()).stdout;
        let run = &log["runs"][0];
        (
            run["automationDetails"]["id"].as_str().unwrap().to_owned(),
            run["invocations"][0]["startTimeUtc"]
                .as_str()
                .unwrap()
                .to_owned(),
            markdown.starts_with("# igdoctor\n"),
            github.contains("title=connected-tools-off%3A connected-tools"),
        )
    };
    let mut other = report.clone();
    other["started_at"] = "2026-03-05T07:09:00+03:00".into();
    let all = serde_json::json!({"schema_version": 1, "reports": [other], "notes": []});
    let (id, start, above, named) = ids(&all.to_string());
    assert_eq!((id.as_str(), above, named), ("igdoctor/", true, true));
    assert_eq!(start, "2026-03-05T04:09:00.000Z");
    let (id, _, above, named) = ids(&report.to_string());
    let one = "igdoctor/connected-tools-off/";
    assert_eq!((id.as_str(), above, named), (one, false, false));
}
