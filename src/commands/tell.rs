//! A few words that a command ends with, laid out for where they are read.

use super::flags::LookFlags;
use crate::report::human::Sheet;
use crate::terminal::write_stdout;

/// Tells them on standard output.
///
/// # Errors
/// When it cannot be written.
pub(super) fn tell(look: &LookFlags, text: &str) -> anyhow::Result<()> {
    let mut sheet = Sheet::new(look.look());
    sheet.paragraph(0, text);
    Ok(write_stdout(&sheet.text())?)
}
