//! The page that a customer sends to support: what was wrong, what was done by whom, what is left, and for whom. Markdown, nothing secret.

use std::path::Path;

use anyhow::{Context, Result};

use super::progress::{By, Found, Progress};
use super::session::Session;
use crate::files::write_private;
use crate::model::{Actor, Arg, Outcome};
use crate::report::{CheckReport, Report};
use crate::terminal::harmless;
use crate::words::Speech;

pub(super) fn write(session: &Session<'_>, progress: &Progress, path: &Path) -> Result<()> {
    let text = page(
        session.speech,
        session.report(),
        progress,
        &session.place.name,
    );
    write_private(path, text.as_bytes())
        .with_context(|| format!("--handover: cannot write {}", path.display()))
}

fn page(speech: &Speech, report: &Report, progress: &Progress, name: &str) -> String {
    let mut page = Page(String::new());
    page.line(&format!(
        "# {}",
        speech.say_with("handover-title", &[("tenant", &Arg::from(name))])
    ));
    page.line(&speech.say_with(
        "handover-about",
        &[
            ("platform", &Arg::from(report.tenant.platform.as_str())),
            ("began", &Arg::from(progress.began_at)),
        ],
    ));
    for (key, id) in [
        ("handover-page", &report.tenant.page_id),
        ("handover-account", &report.tenant.instagram_id),
    ] {
        if let Some(id) = id {
            page.item(&speech.say_with(key, &[("id", &Arg::from(id.as_str()))]));
        }
    }
    page.heading(&speech.say("handover-found"));
    for found in &progress.found {
        page.item(&of_found(speech, found));
    }
    page.heading(&speech.say("handover-did"));
    if progress.did.is_empty() {
        page.line(&speech.say("handover-nothing"));
    }
    for did in &progress.did {
        let by = speech.say(match did.by {
            By::Igdoctor => "handover-by-igdoctor",
            By::Person => "handover-by-person",
        });
        let at = speech.show(&Arg::from(did.at));
        page.item(&format!("`{}`: {by}, {at}", did.check));
    }
    page.heading(&speech.say("handover-left"));
    let left: Vec<&CheckReport> = report
        .checks
        .iter()
        .filter(|check| is_left(check))
        .collect();
    if left.is_empty() {
        page.line(&speech.say("handover-well"));
    }
    for check in left {
        page.item(&of_check(speech, check));
        for step in check.fix.iter().flat_map(|fix| &fix.steps) {
            page.line(&format!("  - {}", escaped(step)));
        }
    }
    page.0
}

fn is_left(check: &CheckReport) -> bool {
    matches!(
        check.outcome,
        Outcome::Fail | Outcome::Warn | Outcome::Unknown | Outcome::Ask
    )
}

fn of_found(speech: &Speech, found: &Found) -> String {
    let word = speech.say(&format!("outcome-{}", found.outcome));
    let text = escaped(&found.message);
    format!(
        "{word}: {} (`{}`, `{}`). {text}",
        escaped(&found.title),
        found.check,
        found.cause
    )
}

fn of_check(speech: &Speech, check: &CheckReport) -> String {
    let word = speech.say(&format!("outcome-{}", check.outcome));
    let cause = check.cause.as_deref().unwrap_or_default();
    let for_whom = |actor: Actor| {
        let actor = speech.say(&format!("actor-{actor}"));
        speech.say_with("handover-for", &[("actor", &Arg::from(actor))])
    };
    let whom = check.actor.map(for_whom).unwrap_or_default();
    format!(
        "{word}: {} (`{}`, `{cause}`). {whom}",
        escaped(&check.title),
        check.id
    )
}

/// Names from outside cannot become markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in harmless(text).chars() {
        if "\\`*_[]<>#|".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

struct Page(String);

impl Page {
    fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn heading(&mut self, text: &str) {
        self.line(&format!("\n## {text}\n"));
    }

    fn item(&mut self, text: &str) {
        self.line(&format!("- {text}"));
    }
}
