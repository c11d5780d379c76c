//! `check --all`: every tenant of a file, one row each and the findings below, as one document and one exit code.

mod app;
#[path = "../common/mod.rs"]
mod common;
#[cfg(unix)]
mod interrupted;
#[cfg(target_os = "linux")]
mod many;
mod refused;
mod rows;
mod saved;

use std::process::Command;

use common::tenants::Folder;
use igdoctor::sandbox::Sandbox;

/// The token of the served worlds.
const TOKEN: &str = "EAAGsandboxpagetoken0123456789";

/// A tenant of hunion.io whose token comes from the variable `T`, with more lines.
fn tenant(name: &str, lines: &str) -> String {
    format!(
        "[tenants.{name}]\nplatform = \"hunion\"\npage = \"104512345678901\"\nsecrets.token = {{ env = \"T\" }}\n{lines}\n"
    )
}

/// A check of all tenants of a folder in one served world.
fn check_all(folder: &Folder, sandbox: &Sandbox, more: &[&str]) -> Command {
    let mut command = folder.check(sandbox, &[&["--all"], more].concat());
    command.env("T", TOKEN).env("COLUMNS", "80");
    command
}

/// Names of the tenants in the order of the document.
fn names(document: &serde_json::Value) -> Vec<&str> {
    let reports = document["reports"].as_array().unwrap();
    reports
        .iter()
        .map(|report| report["tenant"]["name"].as_str().unwrap())
        .collect()
}

/// The notes of a document by kind.
fn notes<'a>(document: &'a serde_json::Value, kind: &str) -> Vec<&'a serde_json::Value> {
    let notes = document["notes"].as_array().unwrap();
    notes.iter().filter(|note| note["kind"] == kind).collect()
}
