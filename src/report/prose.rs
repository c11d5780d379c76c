//! A check in plain lines, for formats that hold text. Whatever came from outside is harmless in them.

use super::{CheckReport, Exchange, Report, Waiver};
use crate::model::Arg;
use crate::speech::Speech;
use crate::terminal::harmless;

/// What was seen, or the statement where nothing was.
pub(super) fn says(check: &CheckReport) -> String {
    let text = if check.message.is_empty() {
        &check.title
    } else {
        &check.message
    };
    harmless(text)
}

/// What to do, who can, where to read more, and by which calls it was judged: a line each.
pub(super) fn lines(check: &CheckReport, speech: &Speech) -> Vec<String> {
    let mut lines = vec![says(check)];
    lines.extend(advice(check, speech));
    let label = speech.say("finding-evidence");
    let calls = check.evidence.iter().map(|call| exchange(call, speech));
    lines.extend(calls.map(|call| format!("{label}: {call}")));
    lines
}

/// The steps by number, who can take them, the command that does, and where to read more.
pub(super) fn advice(check: &CheckReport, speech: &Speech) -> Vec<String> {
    let mut lines = Vec::new();
    let mut named = |key: &str, value: &str| lines.push(format!("{}: {value}", speech.say(key)));
    if !check.also().is_empty() {
        named("finding-also", &harmless(&check.also().join(", ")));
    }
    if let Some(actor) = check.actor {
        named("finding-who", &speech.say(&format!("actor-{actor}")));
    }
    lines.extend(steps(check).enumerate().map(|(number, step)| {
        let number = number + 1;
        format!("{number}. {}", harmless(step))
    }));
    let mut named = |key: &str, value: &str| lines.push(format!("{}: {value}", speech.say(key)));
    if let Some(command) = command(check) {
        named("finding-mend", &harmless(command));
    }
    for link in &check.links {
        named("finding-more", &harmless(link));
    }
    lines
}

/// The steps.
pub(super) fn steps(check: &CheckReport) -> impl Iterator<Item = &str> {
    let fix = check.fix.iter();
    fix.flat_map(|fix| &fix.steps).map(String::as_str)
}

/// The command that mends it.
pub(super) fn command(check: &CheckReport) -> Option<&str> {
    check.fix.as_ref()?.command.as_deref()
}

/// The same behind the question that it served.
pub(super) fn asked(call: &Exchange, speech: &Speech) -> String {
    format!("{}: {}", call.question, exchange(call, speech))
}

/// `GET /{page}/conversations, HTTP 403, Meta's error 200/2534041, trace A…`
pub(super) fn exchange(exchange: &Exchange, speech: &Speech) -> String {
    let mut parts = vec![harmless(&exchange.call)];
    parts.extend(exchange.http_status.map(|status| format!("HTTP {status}")));
    if let Some(code) = exchange.code {
        let subcode = exchange.subcode.map(|subcode| format!("/{subcode}"));
        let code = Arg::Text(format!("{code}{}", subcode.unwrap_or_default()));
        parts.push(speech.say_with("evidence-error", &[("code", &code)]));
    }
    if let Some(trace) = &exchange.trace {
        let trace = Arg::Text(harmless(trace));
        parts.push(speech.say_with("evidence-trace", &[("trace", &trace)]));
    }
    let stages = exchange.stages.iter().flatten();
    let stages: Vec<String> = stages
        .map(|stage| {
            let (name, ms) = (Arg::Text(harmless(&stage.name)), stage.ms.into());
            speech.say_with("evidence-ms", &[("stage", &name), ("ms", &ms)])
        })
        .collect();
    parts.extend((!stages.is_empty()).then(|| stages.join(" + ")));
    parts.join(", ")
}

/// Who accepts it, until when and why.
pub(super) fn accepted(waiver: &Waiver, speech: &Speech) -> String {
    speech.say_with(
        "waived-by",
        &[
            ("author", &Arg::Text(harmless(&waiver.author))),
            ("until", &Arg::Text(harmless(&speech.day(&waiver.until)))),
            ("reason", &Arg::Text(harmless(&waiver.reason))),
        ],
    )
}

/// Who looked, and when, as far as that is known.
pub(super) fn by_person(check: &CheckReport, speech: &Speech) -> String {
    let none = Arg::from("none");
    let arg = |name: &str| match check.args.get(name).unwrap_or(&none) {
        Arg::Text(text) => Arg::Text(harmless(text)),
        other => other.clone(),
    };
    let (by, at) = (arg("seen_by"), arg("seen_at"));
    harmless(&speech.say_with("found-by-person", &[("by", &by), ("at", &at)]))
}

/// What people call the tenant of a report.
pub(super) fn name(report: &Report) -> String {
    harmless(&report.tenant.called())
}

/// What programs call it.
pub(super) fn key(report: &Report) -> String {
    harmless(report.tenant.key())
}
