//! The page in a real browser, and before a validator: `tests/run` finds or installs both, and names them here.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use super::common::tenants::{Folder, days_from_now};
use super::common::{check, edit, finish, run, save, serve};
use super::{hostile, page};

/// Runs `page.cjs`, which tells each fault on a line. Without a browser there is nothing to run; `left_out` says so.
fn hold(pages: &[(&str, String)]) {
    let (Some(browser), Some(modules)) = (
        std::env::var_os("IGDOCTOR_TEST_BROWSER"),
        std::env::var_os("IGDOCTOR_TEST_PAGE"),
    ) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html/page.cjs");
    let mut command = Command::new("node");
    command.arg(script).arg(modules).arg(browser);
    for (name, text) in pages {
        let path = folder.path().join(format!("{name}.html"));
        fs::write(&path, text).unwrap();
        command.arg(path);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{errors}");
}

#[test]
fn it_is_valid_accessible_and_silent() {
    let with = |world: &str, lang: &str| page(world, &["--lang", lang]);
    hold(&[
        ("broken", with("new-customer", "en")),
        ("healthy", with("healthy-facebook", "ru")),
        ("unknown", with("rate-limited", "pt-BR")),
        ("pages", with("page-not-selected", "ru")),
        ("walk", with("no-token-rocketchat", "pt-BR")),
    ]);
}

#[test]
fn a_hostile_name_does_nothing_in_a_browser() {
    hold(&[
        ("hostile", hostile::hostile_page()),
        ("saved", hostile::saved_page("new-customer")),
    ]);
}

/// What changed since an earlier report, and what somebody accepts.
#[test]
fn a_comparison_and_a_waiver_are_held_to_the_same() {
    let earlier = tempfile::NamedTempFile::new().unwrap();
    fs::write(earlier.path(), check("healthy-facebook", &[]).stdout).unwrap();
    let compared = page(
        "connected-tools-off",
        &["--compare", earlier.path().to_str().unwrap()],
    );
    assert!(compared.contains("New since "));
    let (_, evidence) = save("connected-tools-off", &[]);
    edit(&evidence, |saved| {
        saved["expect"]["waivers"] = json!([{
            "check": "connected-tools", "cause": null, "reason": "The owner is away",
            "author": "Ana", "until": days_from_now(20),
        }]);
    });
    let file = evidence.to_str().unwrap();
    let waived = run(&["check", "--evidence", file, "--format", "html"]).stdout;
    assert!(waived.contains("The owner is away"));
    hold(&[("compared", compared), ("waived", waived)]);
}

#[test]
fn the_page_of_many_tenants_is_held_to_the_same() {
    let sandbox = serve("connected-tools-off", |_| {});
    let folder = Folder::of(&[("casa-azul", &sandbox), ("flor", &sandbox)]);
    let file = fs::read_to_string(folder.path("igdoctor.toml")).unwrap();
    let broken =
        "[tenants.broken]\nplatform = \"hunion\"\nsecrets.token = { file = \"missing\" }\n";
    folder.put("igdoctor.toml", &format!("{file}\n{broken}"));
    let run = finish(folder.check(&sandbox, &["--all", "--quiet", "--format", "html"]));
    assert!(run.stdout.contains("broken"), "{}", run.stderr);
    hold(&[("many", run.stdout)]);
}

/// The rules must be able to bite.
#[test]
fn a_page_with_faults_is_refused() {
    if std::env::var_os("IGDOCTOR_TEST_BROWSER").is_none() {
        return;
    }
    let broken = page("connected-tools-off", &[])
        .replace("--soft: #585c64", "--soft: #dddddd")
        .replace("body:has(#language-ru:checked)", "body:has(#nobody)");
    let refused = std::panic::catch_unwind(|| hold(&[("faulty", broken)])).unwrap_err();
    let said = refused.downcast_ref::<String>().unwrap();
    assert!(said.contains("color-contrast"), "{said}");
    assert!(said.contains("in place of ru"), "{said}");
}
