//! The report for a person at a terminal: the path, the table, then what was found, with what to do last.

mod closing;
mod findings;
mod path;
mod sheet;
pub mod table;

pub use sheet::Sheet;

use super::{Details, Report};
use crate::catalog::Catalog;
use crate::evidence::Saved;
use crate::terminal::{Look, harmless};
use crate::words::Speech;

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
    saved: &Saved,
    report: &Report,
    options: &Options,
) -> String {
    let speech = Speech::new(report.lang);
    let mut sheet = Sheet::new(options.look);
    if !options.quiet {
        head(&mut sheet, saved, report, &speech);
        path::write(&mut sheet, report, &speech);
        table::checks(&mut sheet, report, &speech);
    }
    let details = Details::new(catalog, saved, &speech);
    findings::write(&mut sheet, report, options, &speech, &details);
    if report
        .checks
        .iter()
        .any(|check| details.are_about_pages(check))
    {
        table::pages(&mut sheet, report, &speech);
    }
    if !options.quiet {
        notes(&mut sheet, report, &speech);
    }
    closing::write(&mut sheet, report, &speech);
    sheet.text()
}

/// Whom the report is about, in one line.
fn head(sheet: &mut Sheet, saved: &Saved, report: &Report, speech: &Speech) {
    let mut parts = vec!["igdoctor".to_owned()];
    parts.extend(report.tenant.name.as_deref().map(harmless));
    parts.push(harmless(&saved.expect.platform.name));
    parts.push(speech.say(&format!("head-flow-{}", report.tenant.flow)));
    parts.push(speech.say(&format!("head-access-{}", report.access)));
    sheet.paragraph(0, &parts.join(" · "));
    sheet.blank();
}

fn notes(sheet: &mut Sheet, report: &Report, speech: &Speech) {
    if report.notes.is_empty() {
        return;
    }
    sheet.heading(&speech.say("notes-title"));
    for note in &report.notes {
        sheet.item("-", &harmless(&note.message));
    }
    sheet.blank();
}
