//! `igdoctor show`: a saved report again, in another form or another language.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::flags::{LookFlags, ReportFormFlags, WriteFlags};
use super::locate::Locator;
use super::render::Own;
use super::saved;
use crate::catalog::Catalog;
use crate::model::{Arg, Language};
use crate::platform::Platform;
use crate::report::html::Subject;
use crate::report::human::{Options, Sheet};
use crate::report::{All, Document, EXIT_HEALTHY, Report, Stored, html, human, json};
use crate::speech::Speech;
use crate::terminal::harmless;

/// Flags of `show`.
#[derive(Args, Debug)]
#[command(after_help = "\
The words are written anew, in the language of --lang, IGDOCTOR_LANG or this machine, else in English; \
the language in which the report was saved has no say.

The exit code is 0 whatever the report says, and 2 when it cannot be read.")]
pub struct Flags {
    /// The report, as `igdoctor check --format json` wrote it, of one tenant or of --all; `-` is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    form: ReportFormFlags,
    #[command(flatten)]
    look: LookFlags,
    #[command(flatten)]
    write: WriteFlags,
    /// Calls as well
    #[arg(long, short, overrides_with = "verbose", help_heading = "Output")]
    verbose: bool,
}

/// Shows. The number is the exit code.
///
/// # Errors
/// A file that is no report.
pub fn run(flags: &Flags) -> Result<u8> {
    let catalog = super::catalog()?;
    let delivery = flags.write.delivery(flags.form.format, flags.verbose);
    delivery.check_files(&[("FILE", Some(&flags.file))], &[])?;
    let mut stored = saved::read(&flags.file)?;
    let language = flags.look.language();
    let platforms = saved::say(&mut stored, catalog, language, &mut Vec::new())?;
    // What it shows may be long gone, and whoever reads it may be elsewhere: there is no command that checks it again.
    let options = delivery.options(&flags.look, None);
    let locator = Locator::new(None);
    let find = |tenant: Option<&str>| locator.find(tenant);
    match &stored {
        Stored::One(report) => {
            let own = Own {
                human: &|| one(catalog, &platforms, report, &options),
                json: &|| Ok(json::render(report)?),
                html: &|| {
                    let subject = subjects(std::slice::from_ref(report), &platforms).pop();
                    let page = subject.map(|subject| html::render(catalog, &subject));
                    Ok(page.transpose()?.unwrap_or_default())
                },
            };
            delivery.document(catalog, &Document::of_one(report, &find), &own)?;
        }
        Stored::All(all) => {
            let own = Own {
                human: &|| many(catalog, &platforms, all, &options, language),
                json: &|| Ok(all.json()?),
                html: &|| {
                    let subjects = subjects(&all.reports, &platforms);
                    Ok(html::render_all(catalog, &subjects, all, language)?)
                },
            };
            delivery.document(catalog, &Document::of_all(all, language, &find), &own)?;
        }
    }
    Ok(EXIT_HEALTHY)
}

/// The reports, each with its platform, for the page.
fn subjects<'a>(reports: &'a [Report], platforms: &'a [Platform]) -> Vec<Subject<'a>> {
    let pairs = reports.iter().zip(platforms);
    let subject = |(report, platform)| Subject {
        report,
        platform,
        again: None,
    };
    pairs.map(subject).collect()
}

/// One report for a person.
fn one(
    catalog: &'static Catalog,
    platforms: &[Platform],
    report: &Report,
    options: &Options,
) -> String {
    let text = platforms.first().map(|platform| {
        let text = human::render(catalog, platform, report, options);
        format!("{}{text}", from(report, options, report.lang))
    });
    text.unwrap_or_default()
}

/// The reports of many tenants for a person.
fn many(
    catalog: &'static Catalog,
    platforms: &[Platform],
    all: &All,
    options: &Options,
    language: Language,
) -> String {
    let pairs = all.reports.iter().zip(platforms);
    let findings: Vec<_> = pairs
        .map(|(report, platform)| human::render_findings(catalog, platform, report, options))
        .collect();
    let speech = Speech::new(language);
    let findings: Vec<_> = findings.iter().map(Vec::as_slice).collect();
    let text = human::render_all(all, &findings, options, &speech);
    let first = all.reports.first();
    let from = first.map(|first| from(first, options, language));
    format!("{}{text}", from.unwrap_or_default())
}

/// Of when it is, and what wrote it: it is no fresh result.
fn from(report: &Report, options: &Options, language: Language) -> String {
    if options.quiet {
        return String::new();
    }
    let speech = Speech::new(language);
    let moment = Arg::Text(speech.moment(&report.started_at));
    let version = Arg::Text(harmless(&report.tool.version));
    let mut sheet = Sheet::new(options.look);
    let values = [("moment", &moment), ("version", &version)];
    sheet.paragraph(0, &speech.say_with("show-from", &values));
    sheet.blank();
    sheet.text()
}
