//! One finding: what was seen, who must act, what to do in order, and the calls folded away.

use super::escape;
use crate::model::Outcome;
use crate::report::prose::{accepted, command, exchange, steps};
use crate::report::since::since;
use crate::report::{CheckReport, Report};
use crate::speech::Speech;

pub(super) fn write(
    text: &mut String,
    level: &str,
    report: &Report,
    check: &CheckReport,
    speech: &Speech,
) {
    let outcome = speech.say(&format!("outcome-{}", check.outcome));
    let title = escape(&check.title);
    text.push_str(&format!("{level}## {outcome}: {title}\n\n"));
    let cause = check.cause.as_deref().unwrap_or_default();
    text.push_str(&format!("`{}` · `{cause}`\n\n", check.id));
    let mut paragraph = |line: String| text.push_str(&format!("{line}\n\n"));
    paragraph(escape(&check.message));
    if let Some(since) = since(report, check, speech) {
        paragraph(format!("**{}**", escape(&since)));
    }
    if let Some(waiver) = &check.waiver {
        paragraph(escape(&accepted(waiver, speech)));
    }
    let mut named =
        |key: &str, value: String| paragraph(format!("**{}:** {value}", speech.say(key)));
    if !check.also().is_empty() {
        named("finding-also", escape(&check.also().join(", ")));
    }
    if let Some(actor) = check.actor.filter(|_| check.outcome != Outcome::Waived) {
        named("finding-who", speech.say(&format!("actor-{actor}")));
    }
    let mut numbered = false;
    for (number, step) in steps(check).enumerate() {
        text.push_str(&format!("{}. {}\n", number + 1, escape(step)));
        numbered = true;
    }
    if numbered {
        text.push('\n');
    }
    let mut named = |key: &str, value: String| {
        text.push_str(&format!("**{}:** {value}\n\n", speech.say(key)));
    };
    if let Some(command) = command(check) {
        named("finding-mend", escape::code(command));
    }
    for link in check
        .links
        .iter()
        .filter(|link| link.starts_with("https://"))
    {
        named("finding-more", escape::link(link));
    }
    evidence(text, check, speech);
}

fn evidence(text: &mut String, check: &CheckReport, speech: &Speech) {
    if check.evidence.is_empty() {
        return;
    }
    let title = speech.say("finding-evidence");
    text.push_str(&format!("<details><summary>{title}</summary>\n\n"));
    for call in &check.evidence {
        text.push_str(&format!("- {}\n", escape::code(&exchange(call, speech))));
    }
    text.push_str("\n</details>\n\n");
}
