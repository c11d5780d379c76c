//! `igdoctor diff`: what changed between two saved reports.

use std::path::PathBuf;

use anyhow::{Result, anyhow};
use chrono::DateTime;
use clap::Args;

use super::flags::{FormFlags, LookFlags, Plain, WriteFlags, parse};
use super::saved;
use crate::model::Severity;
use crate::report::{Diff, Report, Stored, human};
use crate::speech::{self, Speech};
use crate::terminal::{harmless, say_stderr};

/// Flags of `diff`.
#[derive(Args, Debug)]
#[command(after_help = "\
new: a finding where there was none
gone: a finding that is fine now
changed: a finding by another cause or outcome, of another severity, or about something else
What could not be told in one of the reports is neither; it is listed as what cannot be compared.

A new fault is a finding at or above --fail-on that is new, has another cause, or weighs more than before. \
Exit code with --fail-on-new: 1 with a new fault; 3 when a finding cannot be compared, or the later report could not be sure; \
else 0. Without it: 0. A file that cannot be read: 2.",
    mut_arg("quiet", |quiet| quiet.help("Only what is new or has changed")))]
pub struct Flags {
    /// The earlier report, as `igdoctor check --format json` wrote it; `-` is standard input
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The later report
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// Exit with 1 when there is a new fault
    #[arg(long)]
    fail_on_new: bool,
    /// From which severity on findings are faults: error or warning (unless told, as the later report was made)
    #[arg(long, value_name = "SEVERITY", value_parser = parse::<Severity>)]
    fail_on: Option<Severity>,
    #[command(flatten)]
    form: FormFlags,
    #[command(flatten)]
    look: LookFlags,
    #[command(flatten)]
    write: WriteFlags,
    /// What stayed the same as well
    #[arg(long, short, overrides_with = "verbose", help_heading = "Output")]
    verbose: bool,
}

/// Compares. The number is the exit code.
///
/// # Errors
/// A file that is no report, or reports about different tenants.
pub fn run(flags: &Flags) -> Result<u8> {
    let catalog = super::catalog()?;
    let delivery = flags
        .write
        .delivery(flags.form.format.into(), flags.verbose);
    delivery.check_file()?;
    let (mut old, mut new) = (saved::read(&flags.old)?, saved::read(&flags.new)?);
    let language = flags.look.language();
    let mut missing = Vec::new();
    saved::say(&mut old, catalog, language, &mut missing)?;
    saved::say(&mut new, catalog, language, &mut missing)?;
    let speech = Speech::new(language);
    if began(&old) > began(&new) {
        say_stderr(&speech.say("diff-swapped"));
    }
    let diff =
        Diff::new(&old, &new, flags.fail_on_new, flags.fail_on, language).map_err(|strangers| {
            let (before, now) = (harmless(&strangers.before), harmless(&strangers.now));
            anyhow!(speech::error(
                "saved-strangers",
                &[("before", &before), ("now", &now)]
            ))
        })?;
    let options = delivery.options(&flags.look, None);
    let human = || human::render_diff(&diff, &options);
    let text = match flags.form.format {
        Plain::Human => human(),
        Plain::Json => diff.json()?,
    };
    delivery.text(&text, &human, &speech)?;
    Ok(diff.exit_code())
}

/// When the first of its reports was begun.
fn began(stored: &Stored) -> Option<DateTime<chrono::FixedOffset>> {
    let time = |report: &Report| DateTime::parse_from_rfc3339(&report.started_at).ok();
    stored.reports().iter().filter_map(time).min()
}
