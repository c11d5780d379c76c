//! `--dry-run`: what would be changed, in full, and nothing is.

use anyhow::Result;

use super::session::Session;
use super::told;
use crate::commands::flags::Format;
use crate::report;
use crate::terminal::write_stdout;

/// Shows the plan. The number is the exit code of the check it was made from.
pub(super) fn run(session: &Session<'_>) -> Result<u8> {
    let text = match session.flags.form.format {
        Format::Human => told::plan(session),
        Format::Json => told::plan_json(session)?,
    };
    write_stdout(&text)?;
    Ok(report::exit_code(session.report()))
}
