//! The forms of a report: each says the same, holds to its own rules, and nothing that comes from outside does anything in it.

#[path = "../common/mod.rs"]
mod common;
mod hostile;
mod inert;
mod look;
mod matrix;
mod places;
mod schemas;
mod weights;

/// Every form that a report is written in.
const FORMATS: [&str; 8] = [
    "human", "json", "jsonl", "junit", "sarif", "github", "markdown", "html",
];

/// Saved evidence in a form, as the run of the binary.
fn again(file: &std::path::Path, format: &str, more: &[&str]) -> common::Run {
    let file = file.to_str().unwrap();
    let args = ["check", "--evidence", file, "--format", format];
    common::run(&[&args, more].concat())
}
