//! Writing the result of a check.

use anyhow::Result;

use super::Flags;
use super::lines::Lines;
use crate::catalog::Catalog;
use crate::commands::again;
use crate::commands::deliver::Delivery;
use crate::commands::locate::Locator;
use crate::commands::render::Own;
use crate::evidence::Saved;
use crate::report::html::Subject;
use crate::report::{Document, Report, html, human, json};
use crate::speech::Speech;

/// Writes the report.
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
    let platform = &saved.expect.platform;
    let subject = Subject {
        report,
        platform,
        again: options.again.clone(),
    };
    let own = Own {
        human: &|| human::render(catalog, platform, report, &options),
        json: &|| Ok(json::render(report)?),
        html: &|| Ok(html::render(catalog, &subject)?),
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
    // Saved evidence stays as it is: there is nothing to check again.
    let again = flags.evidence.is_none().then(again::command);
    delivery(flags).options(&flags.look, again)
}

/// Writes a document to where it belongs. If that happened line by line, only its end is waited for.
pub(super) fn document(
    catalog: &'static Catalog,
    flags: &Flags,
    document: &Document<'_>,
    own: &Own<'_>,
    lines: Option<Lines>,
) -> Result<()> {
    let delivery = delivery(flags);
    match lines {
        Some(lines) => delivery.ended(lines.finish(), own.human, &Speech::new(document.lang)),
        None => delivery.document(catalog, document, own),
    }
}

/// Where the report goes.
pub(super) fn delivery(flags: &Flags) -> Delivery<'_> {
    flags.write.delivery(flags.form.format, flags.verbose > 0)
}
