//! `--dry-run`: what would be changed, in full, and nothing is. The forms for other programs and for tickets show the findings, with their steps.

use anyhow::Result;

use super::session::Session;
use super::told;
use crate::commands::locate::Locator;
use crate::commands::render::{Own, render};
use crate::report::html::Subject;
use crate::report::{self, Document, html};
use crate::terminal::write_stdout;

/// Shows the plan. The number is the exit code of the check it was made from.
pub(super) fn run(session: &Session<'_>) -> Result<u8> {
    let flags = session.flags;
    let locator = match &flags.sandbox {
        Some(_) => Locator::nowhere(),
        None => Locator::new(flags.tenant.config.as_deref()),
    };
    let document = Document::of_one(session.report(), &|tenant| locator.find(tenant));
    let own = Own {
        human: &|| told::plan(session),
        json: &|| told::plan_json(session),
        html: &|| {
            let subject = Subject {
                report: session.report(),
                platform: &session.seen().0.expect.platform,
                again: None,
            };
            Ok(html::render(session.catalog, &subject)?)
        },
    };
    let text = render(session.catalog, flags.form.format, &document, &own)?;
    write_stdout(&text)?;
    Ok(report::exit_code(session.report()))
}
