//! The JSON format.

use std::fmt::Write as _;

use serde::Serialize;

use super::Report;
use crate::terminal::is_harmful;

/// The report as one document.
///
/// # Errors
/// Never for a report of ours; the serializer's signature asks for it.
pub fn render(report: &Report) -> serde_json::Result<String> {
    document(report)
}

/// A document for a program, which does nothing to the screen of a person who looks at it.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn document(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(value).map(|text| inert(text) + "\n")
}

/// JSON with its control characters and marks that reorder text spelled out. They can stand in strings alone, and are single units of
/// UTF-16; ends of lines stand between values.
#[must_use]
pub(super) fn inert(text: String) -> String {
    let acts = |c: char| matches!(c, '\u{2028}' | '\u{2029}') || (is_harmful(c) && c != '\n');
    // Nearly always there is nothing to do, and a document of many tenants is not copied lightly.
    if !text.chars().any(acts) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if acts(c) {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}
