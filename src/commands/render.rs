//! A report in the form that was asked for. This is the one place that knows every form.

use anyhow::{Result, bail};

use super::flags::Format;
use crate::catalog::Catalog;
use crate::report::Document;

/// The forms that each command writes in its own way.
pub(super) struct Own<'a> {
    /// For a person at a terminal.
    pub human: &'a dyn Fn() -> String,
    /// For a program.
    pub json: &'a dyn Fn() -> Result<String>,
}

/// The text of a document.
///
/// # Errors
/// Never for reports of ours, save that the serializers' signatures ask for it.
pub(super) fn render(
    _catalog: &'static Catalog,
    format: Format,
    document: &Document<'_>,
    own: &Own<'_>,
) -> Result<String> {
    match format {
        Format::Human => Ok((own.human)()),
        Format::Json => (own.json)(),
        Format::Jsonl
        | Format::Junit
        | Format::Sarif
        | Format::Github
        | Format::Markdown
        | Format::Html => bail!(
            "--format {}: not written yet ({} reports)",
            format.name(),
            document.reports.len()
        ),
    }
}
