//! The form for a ticket: whom it is about, what was found with what to do, the checks in a table, and the calls folded away.
//!
//! A ticket must not call people, link to issues or take a reader to a place that a stranger chose: only links of the catalog are links.

mod escape;
mod finding;

use super::document::Located;
use super::prose::name;
use super::since::earlier;
use super::summary;
use super::wording::are_about_pages;
use super::{CheckReport, Document, Report, trip};
use crate::catalog::Catalog;
use crate::model::{Access, Outcome};
use crate::speech::Speech;
pub(super) use escape::escape;

/// The document.
#[must_use]
pub fn render(catalog: &Catalog, document: &Document<'_>) -> String {
    let speech = Speech::new(document.lang);
    let mut text = String::new();
    if document.many {
        above(&mut text, document, &speech);
    }
    for Located { report, .. } in &document.reports {
        let level = if document.many { "##" } else { "#" };
        one(&mut text, level, catalog, report, &speech);
    }
    text
}

/// What stands above single tenants.
fn above(text: &mut String, document: &Document<'_>, speech: &Speech) {
    text.push_str("# igdoctor\n\n");
    for Located { report, .. } in &document.reports {
        let line = escape(&summary::line(report, speech));
        text.push_str(&format!("- **{}**: {line}\n", escape(&name(report))));
    }
    for note in document.notes {
        text.push_str(&format!("- {}\n", escape(&note.message)));
    }
    text.push('\n');
}

/// One report. `level` is the mark of its heading.
fn one(text: &mut String, level: &str, catalog: &Catalog, report: &Report, speech: &Speech) {
    text.push_str(&format!("{level} igdoctor: {}\n\n", escape(&name(report))));
    text.push_str(&format!(
        "**{}**\n\n",
        escape(&summary::line(report, speech))
    ));
    facts(text, report, speech);
    let way = trip::lines(report, speech);
    list(text, level, "trip-title", way.iter(), speech);
    for (outcome, title) in [
        (&[Outcome::Fail, Outcome::Warn][..], "findings-title"),
        (&[Outcome::Unknown], "unknown-title"),
        (&[Outcome::Ask], report.asks_key()),
        (&[Outcome::Waived], "waived-title"),
    ] {
        let of = outcome.iter().flat_map(|outcome| {
            let checks = report.checks.iter();
            checks.filter(move |check| check.outcome == *outcome)
        });
        let checks: Vec<&CheckReport> = of.collect();
        if checks.is_empty() {
            continue;
        }
        let title = speech.say_with(title, &[("count", &checks.len().into())]);
        // With a token, what is left to a person is beside the point of a ticket; without one it is the point.
        let beside = report.access > Access::None && !report.is_of_reply();
        let folds = outcome == [Outcome::Ask] && beside;
        let (opens, closes) = if folds {
            (
                format!("<details><summary>{title}</summary>\n\n"),
                "</details>\n\n",
            )
        } else {
            (format!("{level}# {title}\n\n"), "")
        };
        text.push_str(&opens);
        for check in checks {
            finding::write(text, level, report, check, speech);
        }
        text.push_str(closes);
    }
    let mut checks = report.checks.iter();
    if checks.any(|check| are_about_pages(catalog, check)) {
        pages(text, level, report, speech);
    }
    notes(text, level, report, speech);
    self::checks(text, level, report, speech);
}

/// Whom it is about, and how it was asked.
fn facts(text: &mut String, report: &Report, speech: &Speech) {
    let tenant = &report.tenant;
    let account = match (&tenant.username, &tenant.instagram_id) {
        (Some(name), Some(id)) => Some(format!("{name} ({id})")),
        (name, id) => name.clone().or_else(|| id.clone()),
    };
    let version = report.graph.version_answered.clone();
    let facts = [
        ("tenant-platform", Some(tenant.platform_name.clone())),
        ("ticket-page", tenant.page_id.clone()),
        ("ticket-account", account),
        (
            "ticket-flow",
            Some(speech.say(&format!("head-flow-{}", tenant.flow))),
        ),
        (
            "ticket-access",
            Some(speech.say(&format!("head-access-{}", report.access))),
        ),
        ("ticket-checked", Some(speech.moment(&report.started_at))),
        ("ticket-compared", earlier(report, speech)),
        (
            "ticket-version",
            Some(version.unwrap_or_else(|| report.graph.version_requested.clone())),
        ),
        ("ticket-tool", Some(report.tool.version.clone())),
    ];
    text.push_str("| | |\n| --- | --- |\n");
    for (key, value) in facts {
        if let Some(value) = value {
            text.push_str(&format!("| {} | {} |\n", speech.say(key), escape(&value)));
        }
    }
    text.push('\n');
}

fn notes(text: &mut String, level: &str, report: &Report, speech: &Speech) {
    let notes = report.notes.iter().map(|note| &note.message);
    list(text, level, "notes-title", notes, speech);
}

/// A list with its title, if there is anything in it.
fn list<'a>(
    text: &mut String,
    level: &str,
    title: &str,
    items: impl ExactSizeIterator<Item = &'a String>,
    speech: &Speech,
) {
    if items.len() == 0 {
        return;
    }
    text.push_str(&format!("{level}# {}\n\n", speech.say(title)));
    for item in items {
        text.push_str(&format!("- {}\n", escape(item)));
    }
    text.push('\n');
}

/// Pages granted, linked and expected.
fn pages(text: &mut String, level: &str, report: &Report, speech: &Speech) {
    if report.pages.is_empty() {
        return;
    }
    text.push_str(&format!("{level}# {}\n\n", speech.say("pages-title")));
    let heads = [
        "pages-page",
        "pages-granted",
        "pages-linked",
        "pages-expected",
    ];
    head(text, &heads, speech);
    let word = |yes: bool| speech.say(if yes { "yes" } else { "no" });
    for page in &report.pages {
        let page_name = match &page.name {
            Some(name) => format!("{name} ({})", page.id),
            None => page.id.clone(),
        };
        let cells = [word(page.granted), word(page.linked), word(page.expected)].join(" | ");
        text.push_str(&format!("| {} | {cells} |\n", escape(&page_name)));
    }
    text.push('\n');
}

/// Every check with its outcome, last: what matters stands above.
fn checks(text: &mut String, level: &str, report: &Report, speech: &Speech) {
    text.push_str(&format!("{level}# {}\n\n", speech.say("ticket-checks")));
    head(
        text,
        &["column-outcome", "column-check", "column-says"],
        speech,
    );
    for check in &report.checks {
        let outcome = speech.say(&format!("outcome-{}", check.outcome));
        let says = match check.outcome {
            Outcome::Skipped => &check.message,
            _ => &check.title,
        };
        text.push_str(&format!(
            "| {outcome} | `{}` | {} |\n",
            check.id,
            escape(says)
        ));
    }
    text.push('\n');
}

fn head(text: &mut String, keys: &[&str], speech: &Speech) {
    let heads: Vec<String> = keys.iter().map(|key| speech.say(key)).collect();
    text.push_str(&format!("| {} |\n", heads.join(" | ")));
    text.push_str(&format!("|{}\n", " --- |".repeat(keys.len())));
}
