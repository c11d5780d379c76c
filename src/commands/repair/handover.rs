//! The page that a customer sends to support: what was wrong, what was done by whom, what is left, and for whom. Markdown, nothing secret.

use std::path::Path;

use anyhow::{Context, Result};

use super::progress::{By, Did, Found, Progress};
use super::session::Session;
use crate::commands::flags::cannot_write;
use crate::evidence::Saved;
use crate::files::write_private;
use crate::model::{Actor, Arg, Outcome};
use crate::report::{CheckReport, Report};
use crate::speech::Speech;
use crate::terminal::harmless;
use crate::words::platform_name;

pub(super) fn write(session: &Session<'_>, progress: &Progress, path: &Path) -> Result<()> {
    let text = page(session, progress);
    write_private(path, text.as_bytes()).with_context(|| cannot_write("--handover", path))
}

fn page(session: &Session<'_>, progress: &Progress) -> String {
    let (saved, report) = session.seen();
    let speech = session.speech;
    let mut page = Page(String::new());
    head(&mut page, session, saved, progress);
    page.heading(&speech.say("handover-found"));
    for found in &progress.found {
        page.item(&of_found(speech, found));
    }
    if progress.found.is_empty() {
        page.line(&speech.say("handover-none"));
    }
    page.heading(&speech.say("handover-did"));
    for did in &progress.did {
        page.item(&of_did(speech, report, did));
    }
    if progress.did.is_empty() {
        page.line(&speech.say("handover-nothing"));
    }
    let seen: Vec<String> = report
        .checks
        .iter()
        .filter_map(|check| of_seen(speech, check))
        .collect();
    if !seen.is_empty() {
        page.heading(&speech.say("handover-seen"));
    }
    for text in seen {
        page.item(&text);
    }
    page.heading(&speech.say("handover-left"));
    let mut left = report
        .checks
        .iter()
        .filter(|check| is_left(check))
        .peekable();
    if left.peek().is_none() {
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

/// Whom it is about, and what they see.
fn head(page: &mut Page, session: &Session<'_>, saved: &Saved, progress: &Progress) {
    let speech = session.speech;
    let tenant = &session.report().tenant;
    let name = tenant.name.as_ref().or(tenant.username.as_ref());
    let name = name.or(tenant.page_id.as_ref());
    let platform = platform_name(&saved.expect.platform, speech);
    let name = name.unwrap_or(&platform);
    page.line(&format!(
        "# {}",
        speech.say_with("handover-title", &[("tenant", &Arg::from(escaped(name)))])
    ));
    page.line("");
    let platform = escaped(&platform);
    page.line(&speech.say_with(
        "handover-about",
        &[
            ("platform", &Arg::from(platform)),
            ("began", &Arg::from(progress.began_at)),
        ],
    ));
    page.line("");
    for (key, id) in [
        ("handover-page", &tenant.page_id),
        ("handover-account", &tenant.instagram_id),
    ] {
        if let Some(id) = id {
            page.item(&speech.say_with(key, &[("id", &Arg::from(id.as_str()))]));
        }
    }
    if let Some(symptom) = progress.symptom {
        let symptom = Arg::from(speech.say(&format!("symptom-{symptom}")));
        page.item(&speech.say_with("handover-symptom", &[("symptom", &symptom)]));
    }
}

/// What was done, by whom, and when.
fn of_did(speech: &Speech, report: &Report, did: &Did) -> String {
    let by = speech.say(match did.by {
        By::Igdoctor => "handover-by-igdoctor",
        By::Person => "handover-by-person",
    });
    let at = speech.show(&Arg::from(did.at));
    let check = report.checks.iter().find(|check| check.id == did.check);
    let title = check.map_or(String::new(), |check| escaped(&check.title) + " ");
    format!("{title}(`{}`): {by}, {at}", did.check)
}

/// What a person saw to be well, and when.
fn of_seen(speech: &Speech, check: &CheckReport) -> Option<String> {
    let by_person = matches!(check.args.get("by"), Some(Arg::Text(by)) if by == "person");
    let at = check.args.get("seen_at")?;
    (by_person && check.outcome == Outcome::Pass).then(|| {
        let title = escaped(&check.title);
        format!("{title} (`{}`), {}", check.id, speech.show(at))
    })
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
        escaped(&check.message),
        check.id
    )
}

/// Names from outside cannot become markup: neither what has a sign of its own, nor an address that some readers turn into a link.
fn escaped(text: &str) -> String {
    let text = harmless(text);
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        let link = rest.starts_with("://")
            || (c == '.' && before.to_ascii_lowercase().ends_with("www"))
            || (c == '@' && before.ends_with(|c: char| c.is_alphanumeric()));
        if link || "\\`*_[]<>#|~&".contains(c) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_become_markup() {
        assert_eq!(
            escaped(
                "<b>*Casa* _Azul_</b> [x](https://evil.example) www.evil.example a@b.example &lt; #1"
            ),
            "\\<b\\>\\*Casa\\* \\_Azul\\_\\</b\\> \\[x\\](https\\://evil.example) www\\.evil.example a\\@b.example \\&lt; \\#1"
        );
        assert_eq!(escaped("a\n# b"), "a\\\\u{a}\\# b");
        assert_eq!(escaped("@casa.azul “Casa” → 1."), "@casa.azul “Casa” → 1.");
    }
}
