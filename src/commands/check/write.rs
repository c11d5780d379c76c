//! Writing the result of a check: to its file or to standard output, and nothing else there.

use anyhow::{Context, Result};

use super::Flags;
use super::lines::Lines;
use crate::catalog::Catalog;
use crate::commands::again;
use crate::commands::flags::{Format, cannot_write};
use crate::commands::locate::Locator;
use crate::commands::render::{Own, render};
use crate::evidence::Saved;
use crate::files::write_document;
use crate::model::Arg;
use crate::report::{Document, Report, human, json};
use crate::speech::{Speech, error};
use crate::terminal::{ColorChoice, say_stderr, write_stdout};

/// Writes the report. If that happened line by line, only its end is waited for.
pub(super) fn write(
    catalog: &'static Catalog,
    flags: &Flags,
    saved: &Saved,
    report: &Report,
    lines: Option<Lines>,
) -> Result<()> {
    let mut options = options(flags);
    let meant = saved.expect.name.as_deref();
    let unnamed = flags.tenant.tenant.is_none() && flags.sandbox.is_none();
    if let (Some(again), Some(meant), true) = (&mut options.again, meant, unnamed) {
        *again = again::command_about(meant);
    }
    let locator = locator(flags);
    let document = Document::of_one(report, &|tenant| locator.find(tenant));
    let own = Own {
        human: &|| human::render(catalog, &saved.expect.platform, report, &options),
        json: &|| Ok(json::render(report)?),
    };
    self::document(catalog, flags, &document, &own, lines)
}

/// Where the tenants of a run stand. A world of the sandbox stands in no file.
pub(super) fn locator(flags: &Flags) -> Locator {
    match &flags.sandbox {
        Some(_) => Locator::nowhere(),
        None => Locator::new(flags.tenant.config.as_deref()),
    }
}

/// How a report for a person is written.
pub(super) fn options(flags: &Flags) -> human::Options {
    let mut look = flags.look.look();
    if flags.report_file().is_some() && flags.form.format == Format::Human {
        look.color = flags.look.color == ColorChoice::Always;
    }
    human::Options {
        look,
        quiet: flags.quiet,
        verbose: flags.verbose > 0,
        // Saved evidence stays as it is: there is nothing to check again.
        again: flags.evidence.is_none().then(again::command),
    }
}

/// Writes a document to where it belongs.
pub(super) fn document(
    catalog: &'static Catalog,
    flags: &Flags,
    document: &Document<'_>,
    own: &Own<'_>,
    lines: Option<Lines>,
) -> Result<()> {
    let path = flags.report_file();
    let write = |text: &str| match path {
        Some(path) => write_document(path, text.as_bytes()),
        None => write_stdout(text),
    };
    let written = match lines {
        Some(lines) => lines.finish(),
        None => write(&render(catalog, flags.form.format, document, own)?),
    };
    written.with_context(|| match path {
        Some(path) => cannot_write("--output", path),
        None => no_output(),
    })?;
    let Some(path) = path else { return Ok(()) };
    if flags.verbose > 0 {
        write_stdout(&(own.human)()).with_context(no_output)?;
    } else if !flags.quiet {
        let speech = Speech::new(document.lang);
        say_stderr(&speech.say_with(
            "close-saved",
            &[("path", &Arg::Text(path.display().to_string()))],
        ));
    }
    Ok(())
}

fn no_output() -> String {
    error("error-cannot-write-stdout", &[])
}
