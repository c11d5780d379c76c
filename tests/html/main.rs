//! The page: what is in it, that nothing hostile comes alive there, and what a browser makes of it.

#[path = "../common/mod.rs"]
mod common;

mod browser;
mod hostile;
mod look;
mod structure;

use igdoctor::model::Language;

/// A world's report as a page.
pub fn page(world: &str, more: &[&str]) -> String {
    let args = [
        &["check", "--sandbox", world, "--quiet", "--format", "html"],
        more,
    ]
    .concat();
    let run = common::run(&args);
    assert!(
        run.stdout.starts_with("<!DOCTYPE html>"),
        "{world}: {}",
        run.stderr
    );
    run.stdout
}

/// The part of a page in a language.
pub fn voice(page: &str, language: Language) -> &str {
    let start = format!("<div class=\"voice in-{language}");
    let from = page.find(&start).unwrap();
    let rest = &page[from..];
    let end = rest[1..]
        .find("<div class=\"voice")
        .or_else(|| rest.find("</main>"));
    &rest[..end.unwrap()]
}

/// The values of an attribute, in order.
pub fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    let found = page.split(&start as &str).skip(1);
    found.map(|rest| rest.split('"').next().unwrap()).collect()
}
