//! The report as a contract: its schema, its exit code in every format, and evidence that gives the same report again.

mod common;

use std::fs;
use std::path::Path;

use common::{check, outcome, run};
use serde_json::Value;

/// The schema that is generated from the types stands in the repository; `UPDATE_SCHEMA=1 cargo test` writes it anew.
#[test]
fn the_committed_schema_is_the_generated_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/schema.json");
    let generated = serde_json::to_string_pretty(&schemars::schema_for!(igdoctor::report::Report))
        .unwrap()
        + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(&path, &generated).unwrap();
    }
    assert_eq!(
        fs::read_to_string(&path).unwrap().replace("\r\n", "\n"),
        generated,
        "run UPDATE_SCHEMA=1 cargo test --test report"
    );
}

#[test]
fn reports_of_every_kind_of_world_keep_to_the_schema() {
    let schema: Value = serde_json::from_str(include_str!("../src/report/schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for world in [
        "healthy-facebook",
        "no-token-hunion",
        "token-expired",
        "page-not-visible",
        "callback-tls-invalid",
        "agency-handover",
        "time-limit",
        "healthy-instagram",
    ] {
        let report = check(world, &[]).json();
        let errors: Vec<String> = validator
            .iter_errors(&report)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{world}: {errors:?}");
    }
}

/// Whoever reads a report may rely on every key, `null` where there is nothing.
#[test]
fn all_keys_are_always_there() {
    let report = check("connected-tools-off", &[]).json();
    for key in [
        "schema_version",
        "tool",
        "tenant",
        "access",
        "graph",
        "started_at",
        "duration_ms",
        "interrupted",
        "fail_on",
        "strict",
        "lang",
        "verdict",
        "summary",
        "pages",
        "notes",
        "checks",
        "compared",
    ] {
        assert!(report.get(key).is_some(), "{key}");
    }
    for check in report["checks"].as_array().unwrap() {
        for key in [
            "id", "area", "outcome", "severity", "cause", "args", "because", "waiver", "actor",
            "title", "message", "fix", "links", "evidence",
        ] {
            assert!(check.get(key).is_some(), "{}: {key}", check["id"]);
        }
    }
    assert_eq!(report["summary"].as_object().unwrap().len(), 7);
    assert_eq!(
        report["checks"].as_array().unwrap().len(),
        igdoctor::catalog::ids().len()
    );
}

/// Exit codes: the same in every format.
#[test]
fn the_exit_code_tells_the_truth_in_every_format() {
    let cases: &[(&str, &[&str], i32)] = &[
        ("healthy-facebook", &[], 0),
        ("healthy-facebook", &["--fail-on", "warning"], 0),
        ("healthy-facebook", &["--strict"], 3),
        ("connected-tools-off", &[], 1),
        ("connected-tools-off", &["--strict"], 1),
        ("expires-soon", &[], 0),
        ("expires-soon", &["--fail-on", "warning"], 1),
        ("page-unpublished", &[], 0),
        ("page-unpublished", &["--fail-on", "warning"], 1),
        ("conversations-throttled", &[], 3),
        ("no-token-hunion", &[], 3),
        ("no-token-hunion", &["--only", "webhook-callback"], 0),
        ("internal-error", &[], 0),
        ("internal-error", &["--strict"], 3),
        ("link-unverifiable", &[], 3),
        ("link-unverifiable", &["--only", "token-valid"], 0),
        ("no-conversations-yet", &[], 0),
    ];
    for (world, flags, code) in cases {
        for format in ["human", "json"] {
            for target in ["-", "file"] {
                let folder = tempfile::tempdir().unwrap();
                let file = folder.path().join("report");
                let output = if target == "-" {
                    "-"
                } else {
                    file.to_str().unwrap()
                };
                let args = [
                    &[
                        "check",
                        "--sandbox",
                        world,
                        "--format",
                        format,
                        "--output",
                        output,
                    ][..],
                    flags,
                ]
                .concat();
                assert_eq!(run(&args).code, *code, "{args:?}");
            }
        }
    }
}

#[test]
fn the_verdict_mirrors_the_exit_code() {
    for (world, verdict) in [
        ("healthy-facebook", "healthy"),
        ("connected-tools-off", "findings"),
        ("conversations-throttled", "inconclusive"),
    ] {
        assert_eq!(check(world, &[]).json()["verdict"], verdict);
    }
}

/// What runs along because another check needs it is shown and counts as a finding, but cannot leave a run without a result.
#[test]
fn only_what_was_selected_can_leave_a_run_without_a_result() {
    let found = check("page-not-linked", &["--only", "instagram-professional"]);
    assert_eq!(found.code, 1);
    assert_eq!(
        outcome(&found.json(), "page-instagram-link"),
        ("fail", "page-not-linked")
    );
    let report = check("conversations-throttled", &["--only", "messages-readable"]);
    assert_eq!(
        outcome(&report.json(), "messages-readable"),
        ("skipped", "connected-tools")
    );
    assert_eq!(report.code, 0);
}

/// Meta's own status of routing is shown where routing is in doubt; a field that would catch what goes elsewhere is worth a word.
#[test]
fn notes_stand_beside_routing_that_is_in_doubt() {
    let kinds = |world: &str| -> Vec<String> {
        let report = check(world, &[]).json();
        report["notes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|note| note["kind"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        kinds("routed-to-other-app"),
        ["callback-probe", "routing-status", "standby-off"]
    );
    assert_eq!(kinds("healthy-facebook"), ["callback-probe"]);
}

/// Addresses are compared whole, though their queries are not shown: another tenant's address may differ there only.
#[test]
fn an_address_may_differ_in_its_query_alone() {
    let roots = tempfile::NamedTempFile::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("evidence.json");
    let sandbox = common::serve("healthy-facebook", |_| {});
    for (query, expected) in [
        ("", ("pass", "")),
        ("?tenant=2", ("fail", "callback-differs")),
    ] {
        let url = format!("{}{query}", sandbox.callback_url());
        let flags = [
            common::IDS,
            &[
                "--callback-url",
                &url,
                "--save-evidence",
                file.to_str().unwrap(),
            ],
        ]
        .concat();
        let mut command = common::check_served(&sandbox, roots.path(), &flags);
        command.env("IGDOCTOR_APP_SECRET", "sandbox-app-secret");
        let first = common::finish(command).json();
        assert_eq!(outcome(&first, "webhook-subscription"), expected);
        let again = run(&[
            "check",
            "--evidence",
            file.to_str().unwrap(),
            "--format",
            "json",
        ])
        .json();
        assert_eq!(
            outcome(&again, "webhook-subscription"),
            expected,
            "judged again"
        );
    }
}

#[test]
fn list_shows_every_check() {
    let list = run(&["list", "--format", "json"]).json();
    let count = igdoctor::catalog::ids().len();
    assert_eq!(list["checks"].as_array().unwrap().len(), count);
    let human = run(&["list"]);
    assert_eq!(human.code, 0);
    assert!(human.stdout.contains(&format!("{count} checks.")));
}

/// A step for a person has nothing that a program could execute; what the API can mend has the command that does.
#[test]
fn only_what_the_api_can_mend_has_a_command() {
    for world in ["app-not-connected", "new-customer", "field-missing"] {
        let report = check(world, &[]).json();
        for check in report["checks"].as_array().unwrap() {
            let broken = ["fail", "warn"].contains(&check["outcome"].as_str().unwrap());
            let manual = check["fix"]["kind"] == "manual";
            let command = &check["fix"]["command"];
            if broken && !manual {
                let id = check["id"].as_str().unwrap();
                let says = format!("igdoctor repair --sandbox {world} --only {id}");
                assert_eq!(command, &says, "{world}");
            } else {
                assert!(command.is_null(), "{world}: {check}");
            }
        }
    }
}
