//! The report for a person at a terminal: the path, the table, then what was found, with what to do last.

pub(super) mod all;
mod changes;
pub(super) mod closing;
mod diff;
mod explained;
pub(super) mod findings;
mod path;
mod sheet;
pub mod table;
mod webhook;

pub use all::render_all;
pub use diff::render_diff;
pub use explained::render_explained;
pub use sheet::Sheet;
pub use webhook::render_webhook;

use super::{Details, Report, trip};
use crate::catalog::Catalog;
use crate::platform::Platform;
use crate::speech::Speech;
use crate::terminal::{Look, harmless};

/// What is shown, and how much of it.
#[derive(Clone, Debug)]
pub struct Options {
    /// How to write.
    pub look: Look,
    /// Only findings and the closing line.
    pub quiet: bool,
    /// Calls as well.
    pub verbose: bool,
    /// The command that was given, without a selection; with one, it checks again. None where there is nothing to ask anew.
    pub again: Option<String>,
}

/// The whole report as text.
#[must_use]
pub fn render(
    catalog: &'static Catalog,
    platform: &Platform,
    report: &Report,
    options: &Options,
) -> String {
    let speech = Speech::new(report.lang);
    let details = Details::new(catalog, platform, report, &speech);
    let mut sheet = Sheet::new(options.look);
    if !options.quiet {
        head(&mut sheet, &details, report, &speech);
        path::write(&mut sheet, report, &speech);
    }
    way(&mut sheet, report, &speech);
    if !options.quiet {
        table::checks(&mut sheet, report, &speech);
    }
    findings::write(&mut sheet, report, options, &speech, &details);
    if report
        .checks
        .iter()
        .any(|check| details.are_about_pages(check))
    {
        table::pages(&mut sheet, report, &speech);
    }
    notes(&mut sheet, report, options, &speech);
    if let Some(compared) = &report.compared {
        changes::in_short(&mut sheet, compared, &speech);
    }
    closing::write(&mut sheet, report, &speech);
    sheet.text()
}

/// The findings alone, each as text.
#[must_use]
pub fn render_findings(
    catalog: &'static Catalog,
    platform: &Platform,
    report: &Report,
    options: &Options,
) -> Vec<Piece> {
    let speech = Speech::new(report.lang);
    let details = Details::new(catalog, platform, report, &speech);
    findings::told(report, &details)
        .into_iter()
        .map(|check| {
            let mut sheet = Sheet::new(options.look);
            findings::finding(&mut sheet, check, options, &speech, &details);
            if details.are_about_pages(check) {
                table::pages(&mut sheet, report, &speech);
            }
            Piece {
                check: check.id.clone(),
                cause: check.cause.clone().unwrap_or_default(),
                text: sheet.text(),
            }
        })
        .collect()
}

/// One finding as text.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The check.
    pub check: String,
    /// Why it is not `pass`.
    pub cause: String,
    /// Its words, laid out.
    pub text: String,
}

/// Whom the report is about, in one line.
fn head(sheet: &mut Sheet, details: &Details<'_>, report: &Report, speech: &Speech) {
    let mut parts = vec!["igdoctor".to_owned()];
    parts.extend(report.tenant.name.as_deref().map(harmless));
    parts.push(harmless(&details.platform()));
    parts.push(speech.say(&format!("head-flow-{}", report.tenant.flow)));
    parts.push(speech.say(&format!("head-access-{}", report.access)));
    sheet.paragraph(0, &parts.join(" · "));
    sheet.blank();
}

/// The way of a message that was followed.
fn way(sheet: &mut Sheet, report: &Report, speech: &Speech) {
    let lines = trip::lines(report, speech);
    if lines.is_empty() {
        return;
    }
    sheet.heading(&speech.say("trip-title"));
    for line in lines {
        sheet.item("-", &line);
    }
    sheet.blank();
}

/// Notes; quietly, only those that count.
fn notes(sheet: &mut Sheet, report: &Report, options: &Options, speech: &Speech) {
    let shown: Vec<_> = report
        .notes
        .iter()
        .filter(|note| !options.quiet || note.counts())
        .collect();
    if shown.is_empty() {
        return;
    }
    sheet.heading(&speech.say("notes-title"));
    for note in shown {
        sheet.item("-", &harmless(&note.message));
    }
    sheet.blank();
}
