//! The JSON format.

use super::Report;

/// The report as one document.
///
/// # Errors
/// Never for a report of ours; the serializer's signature asks for it.
pub fn render(report: &Report) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(report).map(|text| text + "\n")
}
