//! The document of `--all`, shown again and compared with.

use std::path::Path;

use super::common::tenants::Folder;
use super::common::{Run, finish, serve};
use super::{check_all, names, tenant};

const PART: &[&str] = &["--only", "page-published,connected-tools"];

/// Whether a Page is one that the token may see.
fn folder(pages: &[(&str, bool)]) -> Folder {
    let entries = pages.iter().map(|(name, seen)| {
        let page = if *seen { "104512345678901" } else { "1" };
        tenant(name, "").replace("104512345678901", page)
    });
    Folder::new(&entries.collect::<String>())
}

fn check(pages: &[(&str, bool)], more: &[&str]) -> Run {
    let sandbox = serve("healthy-facebook-token", |_| {});
    let folder = folder(pages);
    finish(check_all(&folder, &sandbox, &[PART, more].concat()))
}

fn keep(file: &Path, pages: &[(&str, bool)]) -> Run {
    let run = check(pages, &["--format", "json"]);
    std::fs::write(file, &run.stdout).unwrap();
    run
}

#[test]
fn it_is_shown_again_as_it_was() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let kept = keep(file.path(), &[("casa", true), ("loja", false)]);
    let path = file.path().to_str().unwrap();
    let shown = super::common::run(&["show", path, "--format", "json"]);
    assert_eq!(shown.code, 0);
    assert_eq!(shown.json(), kept.json());
    let person = super::common::run(&["show", path, "--lang", "pt-BR"]).words();
    assert!(
        person.contains("casa") && person.contains("2 clientes"),
        "{person}"
    );
}

/// A fault of the app was told once for all of its tenants; it is so again, though the document holds no app of theirs.
#[test]
fn a_fault_of_the_app_is_shown_once() {
    let run = super::app::run("app-in-development", 3, &["--format", "json"]);
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &run.stdout).unwrap();
    let shown = super::common::run(&["show", file.path().to_str().unwrap()]);
    let told = shown.stdout.matches("fail  app-published").count();
    assert_eq!(told, 1, "{}", shown.stdout);
}

#[test]
fn only_tenants_with_something_new_fail() {
    let file = tempfile::NamedTempFile::new().unwrap();
    keep(
        file.path(),
        &[("casa", true), ("loja", false), ("lua", true)],
    );
    let path = file.path().to_str().unwrap();
    let flags = ["--compare", path, "--fail-on-new", "--format", "json"];
    let pages = [("casa", true), ("loja", false), ("lua", true)];
    let same = check(&pages, &flags);
    assert_eq!(same.code, 0, "{}", same.stdout);
    // Of a tenant that was not there everything is new.
    let came = check(&[("casa", true), ("loja", false), ("sol", false)], &flags);
    assert_eq!(came.code, 1);
    let document = came.json();
    assert_eq!(names(&document), ["casa", "loja", "sol"]);
    let new = |tenant: usize| {
        document["reports"][tenant]["compared"]["new"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!((new(0), new(1)), (0, 0));
    assert!(new(2) > 0);
    assert!(document["reports"][2]["compared"]["since"].is_null());
    let person = check(&pages, &["--compare", path, "--fail-on-new"]).stdout;
    assert!(person.contains("nothing new"), "{person}");
}

#[test]
fn a_document_about_none_of_the_tenants_is_refused() {
    let file = tempfile::NamedTempFile::new().unwrap();
    keep(file.path(), &[("casa", true)]);
    let run = check(
        &[("sol", true)],
        &["--compare", file.path().to_str().unwrap()],
    );
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(
        run.stderr.contains("about casa, not about sol"),
        "{}",
        run.stderr
    );
}
