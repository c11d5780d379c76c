//! Findings: what was seen, why it matters, who must act, what to do, and the command to check again last.

use super::{Options, Page};
use crate::model::{Arg, Outcome};
use crate::report::{CheckReport, Exchange, Report, Shown};
use crate::terminal::harmless;
use crate::words::Speech;

/// Looks up what a reader is shown of a check beyond its report.
type Lookup<'a> = &'a dyn Fn(&CheckReport) -> Option<Shown>;

/// All findings, then what could not be told, then what only a person can see.
pub(super) fn write(
    page: &mut Page,
    report: &Report,
    options: &Options,
    speech: &Speech,
    shown: Lookup<'_>,
) {
    let of = |outcomes: &[Outcome]| {
        report
            .checks
            .iter()
            .filter(|check| outcomes.contains(&check.outcome))
            .collect::<Vec<_>>()
    };
    let mut found = of(&[Outcome::Fail, Outcome::Warn]);
    found.sort_by_key(|check| check.outcome != Outcome::Fail);
    for (checks, title) in [
        (found, "findings-title"),
        (of(&[Outcome::Unknown]), "unknown-title"),
    ] {
        if checks.is_empty() {
            continue;
        }
        page.heading(&speech.say_with(title, &[("count", &checks.len().into())]));
        page.blank();
        for check in checks {
            finding(page, check, options, speech, shown);
        }
    }
    let asks = of(&[Outcome::Ask]);
    if asks.is_empty() || options.quiet {
        return;
    }
    if report.access == crate::model::Access::None {
        walk(page, &asks, options, speech, shown)
    } else {
        folded(page, &asks, speech, shown)
    }
}

fn finding(
    page: &mut Page,
    check: &CheckReport,
    options: &Options,
    speech: &Speech,
    shown: Lookup<'_>,
) {
    let look = page.look();
    let word = speech.say(&format!("outcome-{}", check.outcome));
    let mark = if look.accessible {
        word
    } else {
        format!("{} {word}", look.symbol(check.outcome))
    };
    let mark = look.paint(look.style(check.outcome).bold(), &mark);
    page.line(0, &format!("{mark}  {}", look.bold(&check.id)));
    page.paragraph(2, &harmless(&check.message));
    if let Some(shown) = shown(check) {
        page.named(2, &speech.say("finding-why"), &shown.why);
    }
    if let Some(Arg::List(also)) = check.args.get("also") {
        page.named(2, &speech.say("finding-also"), &harmless(&also.join(", ")));
    }
    if let Some(actor) = check.actor {
        page.named(
            2,
            &speech.say("finding-who"),
            &speech.say(&format!("actor-{actor}")),
        );
    }
    for (number, step) in check.fix.iter().flat_map(|fix| &fix.steps).enumerate() {
        page.item(&format!("{}.", number + 1), &harmless(step));
    }
    for link in &check.links {
        page.named_whole(2, &speech.say("finding-more"), link);
    }
    // Where something could not be told, the calls that failed are the finding.
    let telling = |exchange: &&Exchange| {
        options.verbose || exchange.code.is_some() || exchange.http_status.is_none()
    };
    if options.verbose || check.outcome == Outcome::Unknown {
        for exchange in check.evidence.iter().filter(telling) {
            page.named(2, &speech.say("finding-evidence"), &evidence(exchange));
        }
    }
    if let Some(again) = &options.again {
        page.named_whole(
            2,
            &speech.say("finding-next"),
            &format!("{again} --only {}", check.id),
        );
    }
    page.blank();
}

/// `conversations: GET /{page}/conversations, HTTP 403, Meta's error 200/2534041, trace A…`
fn evidence(exchange: &Exchange) -> String {
    let mut parts = vec![format!("{}: {}", exchange.question, exchange.call)];
    parts.extend(exchange.http_status.map(|status| format!("HTTP {status}")));
    parts.extend(exchange.code.map(|code| match exchange.subcode {
        Some(subcode) => format!("Meta's error {code}/{subcode}"),
        None => format!("Meta's error {code}"),
    }));
    parts.extend(
        exchange
            .trace
            .as_deref()
            .map(|trace| format!("trace {}", harmless(trace))),
    );
    let stages = exchange
        .stages
        .iter()
        .flatten()
        .map(|stage| format!("{} {} ms", stage.name, stage.ms))
        .collect::<Vec<_>>();
    parts.extend((!stages.is_empty()).then(|| stages.join(" + ")));
    parts.join(", ")
}

/// What only a person can see, in one quiet list: no steps, the questions tell where to look.
fn folded(page: &mut Page, asks: &[&CheckReport], speech: &Speech, shown: Lookup<'_>) {
    let look = page.look();
    page.heading(&speech.say_with("ask-title", &[("count", &asks.len().into())]));
    for check in asks {
        let mark = if look.accessible {
            "-"
        } else {
            look.symbol(Outcome::Ask)
        };
        page.item(mark, &format!("{}: {}", look.bold(&check.id), check.title));
        let questions = shown(check)
            .map(|shown| shown.questions)
            .unwrap_or_default();
        let lines = if questions.is_empty() {
            vec![check.message.clone()]
        } else {
            questions
        };
        for line in lines {
            page.paragraph(4, &harmless(&line));
        }
    }
    page.blank();
}

/// The walk of the platform's guide, for whoever holds no token: where to look, and why.
fn walk(
    page: &mut Page,
    asks: &[&CheckReport],
    options: &Options,
    speech: &Speech,
    shown: Lookup<'_>,
) {
    let look = page.look();
    page.heading(&speech.say_with("walk-title", &[("count", &asks.len().into())]));
    page.blank();
    for (number, check) in asks.iter().enumerate() {
        page.paragraph(0, &format!("{}. {}", number + 1, look.bold(&check.title)));
        let Some(shown) = shown(check) else { continue };
        for question in shown.questions {
            page.item(look.symbol(Outcome::Ask), &harmless(&question));
        }
        page.named(2, &speech.say("finding-why"), &shown.why);
        if options.verbose {
            page.named(
                2,
                &speech.say("finding-who"),
                &check
                    .actor
                    .map(|actor| speech.say(&format!("actor-{actor}")))
                    .unwrap_or_default(),
            );
        }
        page.blank();
    }
}

/// Whether a finding is about which Page or account is which: then the table of Pages answers it.
pub(super) fn about_pages(report: &Report) -> bool {
    const CAUSES: [&str; 8] = [
        "page-not-visible",
        "token-of-other-page",
        "page-not-linked",
        "linked-to-other-page",
        "two-pages-same-account",
        "other-account-linked",
        "page-not-selected",
        "account-not-selected",
    ];
    report
        .checks
        .iter()
        .filter_map(|check| check.cause.as_deref())
        .any(|cause| CAUSES.contains(&cause))
}
