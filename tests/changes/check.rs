//! `check --compare`: what changed since an earlier report, and an exit code by that alone.

use std::path::Path;

use crate::common::{Run, find, finish, igdoctor, outcome, run};
use crate::{Reports, ids};

/// A world's evidence judged against an earlier report, as JSON.
fn against(reports: &Reports, world: &str, earlier: &Path, more: &[&str]) -> Run {
    let evidence = reports.evidence(world);
    let args = [
        "check",
        "--evidence",
        evidence.to_str().unwrap(),
        "--compare",
        earlier.to_str().unwrap(),
    ];
    run(&[&args, more].concat())
}

#[test]
fn only_what_is_new_fails() {
    let reports = Reports::new();
    let fine = reports.check("healthy-facebook");
    let tools = reports.check("connected-tools-off");
    let expired = reports.check("token-expired");
    let cases: [(&str, &Path, &[&str], i32, &str); 8] = [
        ("connected-tools-off", &tools, &[], 1, "findings"),
        (
            "connected-tools-off",
            &tools,
            &["--fail-on-new"],
            0,
            "healthy",
        ),
        (
            "connected-tools-off",
            &fine,
            &["--fail-on-new"],
            1,
            "findings",
        ),
        (
            "connected-tools-off",
            &expired,
            &["--fail-on-new"],
            3,
            "inconclusive",
        ),
        ("healthy-facebook", &tools, &["--fail-on-new"], 0, "healthy"),
        ("token-expired", &tools, &["--fail-on-new"], 1, "findings"),
        (
            "connected-tools-off",
            &tools,
            &["--fail-on-new", "--strict"],
            3,
            "inconclusive",
        ),
        (
            "token-expired",
            &expired,
            &["--fail-on-new", "--fail-on", "warning"],
            0,
            "healthy",
        ),
    ];
    for (world, earlier, flags, code, verdict) in cases {
        for format in [
            "human", "json", "jsonl", "junit", "sarif", "github", "markdown", "html",
        ] {
            let run = against(
                &reports,
                world,
                earlier,
                &[flags, &["--format", format]].concat(),
            );
            if format == "json" {
                assert_eq!(run.json()["verdict"], verdict, "{world} {flags:?}");
            }
            assert_eq!(run.code, code, "{world} {flags:?} {format}: {}", run.stderr);
        }
    }
}

/// Where Meta could not be asked, a zero would be a lie, whatever was known before.
#[test]
fn what_could_not_be_told_stays_open() {
    let reports = Reports::new();
    let throttled = reports.check("conversations-throttled");
    for earlier in [reports.check("healthy-facebook"), throttled] {
        let run = against(
            &reports,
            "conversations-throttled",
            &earlier,
            &["--fail-on-new"],
        );
        assert_eq!(run.code, 3);
    }
}

#[test]
fn the_report_holds_what_changed_and_is_shown_with_it() {
    let reports = Reports::new();
    let fine = reports.check("healthy-facebook");
    reports.check("connected-tools-off");
    let run = against(
        &reports,
        "connected-tools-off",
        &fine,
        &["--format", "json"],
    );
    let report = run.json();
    assert_eq!(ids(&report["compared"], "new"), ["connected-tools"]);
    assert_eq!(report["compared"]["fail_on_new"], false);
    let stored = reports.path("stored");
    std::fs::write(&stored, &run.stdout).unwrap();
    let shown = |language: &str| {
        let file = stored.to_str().unwrap();
        crate::run(&["show", file, "--format", "json", "--lang", language]).json()
    };
    let checked = against(
        &reports,
        "connected-tools-off",
        &fine,
        &["--format", "json", "--lang", "pt-BR"],
    );
    assert_eq!(shown("pt-BR"), checked.json());
    let schema = serde_json::from_str(include_str!("../../src/report/schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&report));
}

#[test]
fn a_person_reads_it_below_the_findings() {
    let reports = Reports::new();
    let fine = reports.altered("healthy-facebook", "fine", |report| {
        report["started_at"] = "2026-03-05T07:09:00Z".into();
    });
    reports.check("connected-tools-off");
    let told = against(&reports, "connected-tools-off", &fine, &[]).stdout;
    let (_, since) = told.split_once("Since March 5, 2026, 07:09 UTC\n").unwrap();
    assert!(
        since.starts_with("  new: connected-tools (connected-tools-off)\n"),
        "{since}"
    );
    assert!(since.contains("Something is broken: "), "{since}");
    let tools = reports.check("connected-tools-off");
    let told = against(&reports, "connected-tools-off", &tools, &["--fail-on-new"]).stdout;
    assert!(told.contains("Nothing new was found: "), "{told}");
}

/// Before anything is asked: a misspelled name must not pass for a first run.
#[test]
fn an_earlier_report_must_be_there_and_about_the_tenant() {
    let reports = Reports::new();
    let other = reports.check("healthy-instagram");
    let evidence = reports.evidence("healthy-instagram");
    for (earlier, says) in [
        (reports.path("nothing"), "cannot be read"),
        (evidence, "saved evidence"),
        (
            other,
            "is about healthy-instagram, not about connected-tools-off",
        ),
    ] {
        let har = reports.path("calls.har");
        let run = run(&[
            "check",
            "--sandbox",
            "connected-tools-off",
            "--compare",
            earlier.to_str().unwrap(),
            "--trace-http",
            har.to_str().unwrap(),
        ]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert!(run.stderr.contains(says), "{}", run.stderr);
        assert!(!har.exists(), "{says}: Meta was asked");
    }
    assert_eq!(
        run(&["check", "--sandbox", "healthy-facebook", "--fail-on-new"]).code,
        2
    );
}

/// Connected before and not now: Meta has stopped it. That stays known while it lasts, and is new only once.
#[test]
fn an_earlier_report_shows_that_the_app_was_connected() {
    let reports = Reports::new();
    reports.check("app-not-connected");
    let fine = reports.altered("healthy-facebook", "fine", |report| {
        report["started_at"] = "2026-03-05T07:09:00Z".into();
    });
    let platform = crate::json_of(&reports.path("app-not-connected"))["tenant"]["platform"].clone();
    crate::common::edit(&fine, |report| report["tenant"]["platform"] = platform);
    let flags = ["--format", "json", "--fail-on-new"];
    let first = against(&reports, "app-not-connected", &fine, &flags);
    let found = ("fail", "delivery-stopped-by-meta");
    assert_eq!(outcome(&first.json(), "app-connected"), found);
    assert_eq!(first.code, 1);
    let second = reports.path("second");
    std::fs::write(&second, &first.stdout).unwrap();
    crate::common::edit(&second, |report| {
        report["started_at"] = "2026-03-06T07:09:00Z".into()
    });
    let then = against(&reports, "app-not-connected", &second, &flags);
    assert_eq!(outcome(&then.json(), "app-connected"), found);
    assert_eq!(then.code, 0);
    assert!(find(&then.json(), "app-connected")["message"].is_string());
    // Whoever subscribes again while the server still fails is disconnected again.
    let told = against(&reports, "app-not-connected", &fine, &[]).stdout;
    assert!(told.contains("(delivery-stopped-by-meta)"), "{told}");
    let place = |step: &str| told.find(step).unwrap_or_else(|| panic!("{step}: {told}"));
    assert!(
        place("1. Mend the platform's server first") < place("2. In hunion.io, remove the channel")
    );
}

/// The command to check again belongs to this tenant, not to this comparison.
#[test]
fn the_command_to_check_again_compares_nothing() {
    let reports = Reports::new();
    let earlier = reports.check("connected-tools-off");
    let mut command = igdoctor(&["check", "--sandbox", "connected-tools-off", "--fail-on-new"]);
    command.arg("--compare").arg(&earlier);
    let told = finish(command).stdout;
    assert!(
        told.contains("igdoctor check --sandbox connected-tools-off --only connected-tools\n"),
        "{told}"
    );
}
