//! What people and programs get: a row for each tenant in the order of names, its findings, the worst exit code.

use igdoctor::catalog;
use igdoctor::model::Language;
use igdoctor::report::{All, Checked};
use serde_json::Value;

use super::common::tenants::Folder;
use super::common::{Run, check, finish, serve};
use super::{check_all, names, notes, tenant};

/// Well, broken, accepted, a waiver that is over, and one whose token cannot be read.
fn folder() -> Folder {
    let other_page = |name: &str| tenant(name, "").replace("104512345678901", "1");
    let waiver = |name: &str, until: &str| {
        format!(
            "[[tenants.{name}.waivers]]\ncheck = \"page-access\"\nreason = \"moves to another Page\"\nauthor = \"Ana\"\nuntil = {until}\n"
        )
    };
    Folder::new(
        &[
            other_page("praia") + &waiver("praia", "2099-12-31"),
            other_page("loja"),
            tenant("casa-azul", ""),
            tenant("ontem", &waiver("ontem", "2026-01-31")),
            tenant("quebrada", "").replace("env = \"T\"", "file = \"missing.token\""),
        ]
        .concat(),
    )
}

const PART: &[&str] = &["--only", "page-published,connected-tools"];

fn run(more: &[&str]) -> Run {
    let sandbox = serve("healthy-facebook-token", |_| {});
    let mut run = finish(check_all(&folder(), &sandbox, &[PART, more].concat()));
    // The port differs from run to run.
    let url = sandbox.graph_url().to_string();
    run.stdout = run
        .stdout
        .replace(url.trim_end_matches('/'), "http://127.0.0.1:1");
    run
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "../snapshots"}, { insta::assert_snapshot!(name, text) });
}

#[test]
fn a_row_for_each_and_the_findings_below() {
    let all = run(&[]);
    assert_eq!(all.code, 2);
    snapshot("check-all", &all.stdout);
    assert!(!all.stdout.contains("\\u{"), "{}", all.stdout);
    snapshot(
        "check-all-quiet",
        &run(&["--quiet", "--fail-on", "warning"]).stdout,
    );
    let text = run(&["--accessible"]).stdout;
    assert!(!text.contains(['│', '✓', '✗']), "{text}");
    snapshot("check-all-accessible", &text);
}

/// Each finding names the command that checks this one tenant again.
#[test]
fn the_next_command_is_about_the_one_tenant() {
    let text = run(&[]).stdout;
    let command = "igdoctor check --graph-url http://127.0.0.1:1/ loja --only page-access";
    assert!(text.contains(command), "{text}");
}

#[test]
fn the_document_keeps_to_its_schema() {
    let schema: Value =
        serde_json::from_str(include_str!("../../src/report/schema-all.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let run = run(&["--format", "json"]);
    assert_eq!(run.code, 2);
    let document = run.json();
    let errors: Vec<String> = validator
        .iter_errors(&document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(names(&document), ["casa-azul", "loja", "ontem", "praia"]);
    let failed = notes(&document, "tenant-not-checked");
    assert_eq!(failed.len(), 1);
    assert_eq!(failed[0]["args"]["tenant"], "quebrada");
    let why = failed[0]["args"]["why"].as_str().unwrap();
    assert!(why.contains("missing.token"), "{why}");
    let mut unlike = document.clone();
    unlike["reports"][0]["extra"] = 1.into();
    unlike["schema_version"] = "1".into();
    assert!(!validator.is_valid(&unlike));
}

/// Into a file as into standard output.
#[test]
fn the_document_goes_where_it_is_wanted() {
    let sandbox = serve("healthy-facebook-token", |_| {});
    let folder = folder();
    let more = ["--format", "json", "--output", "all.json", "--quiet"];
    let run = finish(check_all(&folder, &sandbox, &[PART, &more].concat()));
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (2, "", "")
    );
    let text = std::fs::read_to_string(folder.path("all.json")).unwrap();
    assert_eq!(names(&serde_json::from_str(&text).unwrap()).len(), 4);
}

/// Without a token every tenant is walked; none is left out for its secret.
#[test]
fn all_can_be_checked_without_a_token() {
    let sandbox = serve("healthy-facebook-token", |_| {});
    let folder = Folder::new(&[tenant("b", ""), tenant("a", "")].concat());
    let args = ["--no-token", "--format", "json", "--only", "inbox-access"];
    let mut command = check_all(&folder, &sandbox, &args);
    command.env_remove("T");
    let run = finish(command);
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert_eq!(names(&run.json()), ["a", "b"]);
    assert_eq!(sandbox.calls(), 0);
}

/// The worst of all, in the order 130, 2, 1, 3, 0.
#[test]
fn the_exit_code_is_the_worst_of_all() {
    let catalog = catalog::load().unwrap();
    let report = |world: &str| serde_json::from_value(check(world, &[]).json()).unwrap();
    let [well, broken, unsure] = [
        "healthy-facebook",
        "connected-tools-off",
        "conversations-throttled",
    ]
    .map(report);
    let one = |code: u8| {
        let report = |report: &igdoctor::report::Report| Checked::Report {
            report: Box::new(report.clone()),
            app: None,
        };
        match code {
            130 => Checked::Left {
                tenant: "a".to_owned(),
                app: None,
            },
            2 => Checked::Failed {
                app: None,
                tenant: "b".to_owned(),
                why: "c".to_owned(),
            },
            1 => report(&broken),
            3 => report(&unsure),
            _ => report(&well),
        }
    };
    let order = [130, 2, 1, 3, 0];
    for (place, worst) in order.into_iter().enumerate() {
        for milder in &order[place..] {
            for codes in [[worst, *milder], [*milder, worst]] {
                let all = All::new(catalog, codes.map(one).into(), Language::En);
                assert_eq!(all.exit_code(), worst, "{codes:?}");
            }
        }
    }
}
