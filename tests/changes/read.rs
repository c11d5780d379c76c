//! What people and programs read of a comparison.

use serde_json::Value;

use crate::common::{finish, igdoctor, run};
use crate::{Reports, diff, of};

/// A pair with something of every kind.
fn pair(reports: &Reports) -> [std::path::PathBuf; 2] {
    let old = reports.altered("callback-slow", "old", |report| {
        report["started_at"] = "2026-03-05T07:09:00Z".into();
        let lifetime = of(report, "token-lifetime");
        lifetime["outcome"] = "warn".into();
        lifetime["cause"] = "expires-soon".into();
        let skipped = of(report, "page-published");
        skipped["outcome"] = "skipped".into();
        skipped["because"] = serde_json::json!({"kind": "request", "check": null});
    });
    let new = reports.altered("connected-tools-off", "new", |report| {
        report["started_at"] = "2026-03-12T21:30:00Z".into();
        report["tenant"]["name"] = "callback-slow".into();
        let callback = of(report, "webhook-callback");
        callback["outcome"] = "fail".into();
        callback["cause"] = "callback-refuses-verify-token".into();
        let page = of(report, "page-published");
        page["outcome"] = "warn".into();
        page["severity"] = "warning".into();
        page["cause"] = "page-unpublished".into();
    });
    [old, new]
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "../snapshots"}, { insta::assert_snapshot!(name, text) });
}

#[test]
fn a_comparison_in_three_languages() {
    let reports = Reports::new();
    let [old, new] = pair(&reports);
    for language in ["en", "pt-BR", "ru"] {
        let args = [
            "diff",
            old.to_str().unwrap(),
            new.to_str().unwrap(),
            "--lang",
            language,
        ];
        let mut command = igdoctor(&args);
        command.env("COLUMNS", "80");
        snapshot(&format!("diff-80-{language}"), &finish(command).stdout);
    }
}

#[test]
fn quiet_tells_what_is_new_and_verbose_what_stayed() {
    let reports = Reports::new();
    let [old, new] = pair(&reports);
    let quiet = diff(&old, &new, &["--quiet"]).stdout;
    assert!(
        quiet.contains("One new finding") && !quiet.contains("is gone"),
        "{quiet}"
    );
    let verbose = diff(&old, &new, &["--verbose"]).stdout;
    assert!(verbose.contains("The same: token-valid, "), "{verbose}");
    let spoken = diff(&old, &new, &["--accessible"]).stdout;
    assert!(!spoken.contains(['✗', '✓', '→']), "{spoken}");
}

/// The schema that is generated from the types stands in the repository; `UPDATE_SCHEMA=1 cargo test` writes it anew.
#[test]
fn the_document_keeps_to_the_committed_schema() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/schema-diff.json");
    let generated = schemars::schema_for!(igdoctor::report::Diff);
    let generated = serde_json::to_string_pretty(&generated).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &generated).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap();
    assert_eq!(
        committed.replace("\r\n", "\n"),
        generated,
        "run UPDATE_SCHEMA=1 cargo test --test changes"
    );
    let schema: Value = serde_json::from_str(&committed).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let reports = Reports::new();
    let [old, new] = pair(&reports);
    let document = diff(&old, &new, &["--format", "json"]).json();
    let faults: Vec<String> = validator
        .iter_errors(&document)
        .map(|error| error.to_string())
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn the_order_matters_and_is_doubted_where_it_looks_wrong() {
    let reports = Reports::new();
    let [old, new] = pair(&reports);
    assert_eq!(diff(&old, &new, &[]).stderr, "");
    let swapped = diff(&new, &old, &[]);
    assert_eq!(swapped.code, 0);
    assert!(
        swapped.stderr.contains("newer than the second"),
        "{}",
        swapped.stderr
    );
}

#[test]
fn wrong_use_is_told() {
    let reports = Reports::new();
    let report = reports.check("healthy-facebook");
    let report = report.to_str().unwrap();
    for args in [
        &["diff", "-", "-"][..],
        &["diff", report],
        &["diff", report, "/dev/null/nothing"],
        &["diff", report, report, "--format", "junit"],
        &["diff", report, report, "--output", "/dev/null/nothing"],
    ] {
        let run = run(args);
        assert_eq!(run.code, 2, "{args:?}");
        assert_eq!(run.stdout, "", "{args:?}");
    }
}
