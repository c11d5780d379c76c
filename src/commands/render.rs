//! A report in the form that was asked for. This is the one place that knows every form.

use std::fs::OpenOptions;
use std::io::Write as _;

use anyhow::Result;

use super::flags::Format;
use crate::catalog::Catalog;
use crate::report::{Document, github, jsonl, junit, markdown, sarif};
use crate::speech::error;
use crate::terminal::say_stderr;

/// The forms that each command writes in its own way.
pub(super) struct Own<'a> {
    /// For a person at a terminal.
    pub human: &'a dyn Fn() -> String,
    /// For a program.
    pub json: &'a dyn Fn() -> Result<String>,
    /// For a browser, in every language: it takes the platforms too.
    pub html: &'a dyn Fn() -> Result<String>,
}

/// The text of a document.
///
/// # Errors
/// Never for reports of ours, save that the serializers' signatures ask for it.
pub(super) fn render(
    catalog: &'static Catalog,
    format: Format,
    document: &Document<'_>,
    own: &Own<'_>,
) -> Result<String> {
    match format {
        Format::Human => Ok((own.human)()),
        Format::Json => (own.json)(),
        Format::Junit => Ok(junit::render(document)?),
        Format::Sarif => Ok(sarif::render(catalog, document)?),
        Format::Github => {
            summarize(document);
            Ok(github::render(document))
        }
        Format::Markdown => Ok(markdown::render(document)),
        Format::Jsonl => Ok(jsonl::render(document)?),
        Format::Html => (own.html)(),
    }
}

/// Where a workflow of GitHub reads the summary of a step from.
const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// Adds the report to the summary of the step. That it cannot be written is told, and changes nothing about the result.
fn summarize(document: &Document<'_>) {
    let Some(path) = std::env::var_os(STEP_SUMMARY).filter(|path| !path.is_empty()) else {
        return;
    };
    let file = OpenOptions::new().append(true).create(true).open(&path);
    let written = file.and_then(|mut file| file.write_all(markdown::render(document).as_bytes()));
    if let Err(fault) = written {
        say_stderr(&error("error-step-summary", &[("error", &fault)]));
    }
}
