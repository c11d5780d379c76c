//! The page in a real browser, and before a validator: `tests/run` finds or installs both, and names them here.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::common::tenants::Folder;
use super::common::{finish, serve};
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
    hold(&[("hostile", hostile::hostile_page())]);
}

#[test]
fn the_page_of_many_tenants_is_held_to_the_same() {
    let sandbox = serve("connected-tools-off", |_| {});
    let folder = Folder::of(&[("casa-azul", &sandbox), ("flor", &sandbox)]);
    let run = finish(folder.check(&sandbox, &["--all", "--quiet", "--format", "html"]));
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
