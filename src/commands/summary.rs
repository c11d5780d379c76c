//! The summary of a step of a GitHub workflow: the report as a ticket, added to what other programs wrote there.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;

use crate::catalog::Catalog;
use crate::report::{Document, markdown};
use crate::speech::{Speech, error};
use crate::terminal::say_stderr;

/// Where a workflow reads the summary of a step from.
const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";
/// GitHub shows nothing at all of a summary with more bytes.
const LARGEST: usize = 1024 * 1024;

/// Adds a document to the summary of the step, if there is one. That it cannot be written is told, and changes nothing about the result.
pub(super) fn add(catalog: &Catalog, document: &Document<'_>) {
    let Some(path) = std::env::var_os(STEP_SUMMARY).filter(|path| !path.is_empty()) else {
        return;
    };
    let text = markdown::render(catalog, document);
    let speech = Speech::new(document.lang);
    if let Err(fault) = append(Path::new(&path), &text, &speech) {
        say_stderr(&error("error-step-summary", &[("error", &fault)]));
    }
}

fn append(path: &Path, text: &str, speech: &Speech) -> io::Result<()> {
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    let there = usize::try_from(file.metadata()?.len()).unwrap_or(LARGEST);
    file.write_all(cut(text, LARGEST.saturating_sub(there), speech).as_bytes())
}

/// What there is room for. That something is missing is said first: the end may be folded away.
fn cut(text: &str, room: usize, speech: &Speech) -> String {
    if text.len() <= room {
        return text.to_owned();
    }
    let said = format!("{}\n\n", speech.say("summary-cut"));
    let Some(room) = room.checked_sub(said.len()) else {
        return String::new();
    };
    let whole = text
        .get(..text.floor_char_boundary(room))
        .unwrap_or_default();
    let end = whole.rfind('\n').map_or(0, |end| end + 1);
    format!("{said}{}", whole.get(..end).unwrap_or_default())
}
