//! A report in the form that was asked for. This is the one place that knows every form.

use anyhow::Result;

use super::flags::Format;
use crate::catalog::Catalog;
use crate::report::{Document, github, jsonl, junit, markdown, sarif};

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
        Format::Github => Ok(github::render(document)),
        Format::Markdown => Ok(markdown::render(catalog, document)),
        Format::Jsonl => Ok(jsonl::render(document)?),
        Format::Html => (own.html)(),
    }
}
