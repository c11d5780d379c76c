//! Writing the result of a check: to its file or to standard output, and nothing else there.

use anyhow::{Context, Result};

use super::Flags;
use crate::catalog::Catalog;
use crate::commands::again;
use crate::commands::flags::Format;
use crate::evidence::Saved;
use crate::files::write_document;
use crate::model::{Arg, Language};
use crate::report::{Report, human, json};
use crate::speech::Speech;
use crate::terminal::{ColorChoice, say_stderr, write_stdout};

/// Writes the report.
pub(super) fn write(
    catalog: &'static Catalog,
    flags: &Flags,
    saved: &Saved,
    report: &Report,
) -> Result<()> {
    let mut options = options(flags);
    let meant = saved.expect.name.as_deref();
    let unnamed = flags.tenant.tenant.is_none() && flags.sandbox.is_none();
    if let (Some(again), Some(meant), true) = (&mut options.again, meant, unnamed) {
        *again = again::command_about(meant);
    }
    document(flags, report.lang, &|format| match format {
        Format::Human => Ok(human::render(
            catalog,
            &saved.expect.platform,
            report,
            &options,
        )),
        Format::Json => json::render(report),
    })
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
    flags: &Flags,
    language: Language,
    text: &dyn Fn(Format) -> serde_json::Result<String>,
) -> Result<()> {
    let document = text(flags.form.format)?;
    let Some(path) = flags.report_file() else {
        return write_stdout(&document).context("cannot write to standard output");
    };
    write_document(path, document.as_bytes())
        .with_context(|| format!("--output: cannot write {}", path.display()))?;
    if flags.verbose > 0 {
        write_stdout(&text(Format::Human)?).context("cannot write to standard output")?;
    } else if !flags.quiet {
        let speech = Speech::new(language);
        say_stderr(&speech.say_with(
            "close-saved",
            &[("path", &Arg::Text(path.display().to_string()))],
        ));
    }
    Ok(())
}
