//! Findings: what was seen, why it matters, who must act, what to do, and the command to check again last.

use super::{Options, Sheet};
use crate::model::Outcome;
use crate::report::{CheckReport, Details, Exchange, Report, prose};
use crate::speech::Speech;
use crate::terminal::harmless;

/// All findings, then what could not be told, then what only a person can see.
pub(super) fn write(
    sheet: &mut Sheet,
    report: &Report,
    options: &Options,
    speech: &Speech,
    details: &Details<'_>,
) {
    let of = |outcome: Outcome| {
        let checks = report.checks.iter();
        let mut checks: Vec<_> = checks.filter(|check| check.outcome == outcome).collect();
        checks.sort_by_key(|check| details.distance(check));
        checks
    };
    let (unknown, found): (Vec<_>, Vec<_>) = told(report, details)
        .into_iter()
        .partition(|check| check.outcome == Outcome::Unknown);
    for (checks, title) in [(found, "findings-title"), (unknown, "unknown-title")] {
        if checks.is_empty() {
            continue;
        }
        sheet.heading(&speech.say_with(title, &[("count", &checks.len().into())]));
        if let (Some(symptom), 2..) = (details.symptom(), checks.len()) {
            let seen = speech.say(&format!("symptom-{symptom}")).into();
            sheet.paragraph(
                0,
                &speech.say_with("findings-symptom", &[("symptom", &seen)]),
            );
        }
        sheet.blank();
        for check in checks {
            finding(sheet, check, options, speech, details);
        }
    }
    waived(sheet, &of(Outcome::Waived), speech);
    let asks = of(Outcome::Ask);
    if asks.is_empty() || options.quiet {
        return;
    }
    if report.access == crate::model::Access::None && !report.is_of_reply() {
        walk(sheet, &asks, options, speech, details)
    } else {
        let title = speech.say_with(report.asks_key(), &[("count", &asks.len().into())]);
        sheet.heading(&title);
        folded(sheet, &asks, details)
    }
}

/// One finding.
pub(super) fn finding(
    sheet: &mut Sheet,
    check: &CheckReport,
    options: &Options,
    speech: &Speech,
    details: &Details<'_>,
) {
    let look = sheet.look();
    let word = speech.say(&format!("outcome-{}", check.outcome));
    let mark = look.mark(check.outcome, &word);
    let cause = check.cause.as_deref().unwrap_or_default();
    let name = format!(
        "{} {}",
        look.bold(&check.id),
        look.dim(&format!("({cause})"))
    );
    sheet.line(0, &format!("{mark}  {name}"));
    sheet.paragraph(2, &harmless(&check.message));
    if check.args.contains_key("seen_by") {
        sheet.paragraph(2, &prose::by_person(check, speech));
    }
    sheet.named(2, &speech.say("finding-why"), &details.why(check));
    if !check.also().is_empty() {
        let also = harmless(&check.also().join(", "));
        sheet.named(2, &speech.say("finding-also"), &also);
    }
    if let Some(actor) = check.actor {
        sheet.named(
            2,
            &speech.say("finding-who"),
            &speech.say(&format!("actor-{actor}")),
        );
    }
    for (number, step) in check.fix.iter().flat_map(|fix| &fix.steps).enumerate() {
        sheet.item(&format!("{}.", number + 1), &harmless(step));
    }
    for link in &check.links {
        sheet.named_whole(2, &speech.say("finding-more"), &harmless(link));
    }
    for exchange in check.evidence.iter().filter(|it| tells(check, it, options)) {
        let call = prose::asked(exchange, speech);
        sheet.named(2, &speech.say("finding-evidence"), &call);
    }
    if let Some(command) = check.fix.as_ref().and_then(|fix| fix.command.as_ref()) {
        sheet.named_whole(2, &speech.say("finding-mend"), &harmless(command));
    }
    if let Some(again) = &options.again {
        sheet.named_whole(
            2,
            &speech.say("finding-next"),
            &format!("{again} --only {}", check.id),
        );
    }
    sheet.blank();
}

/// Whether a finding shows this call. Where something could not be told, the calls that failed are the finding; of a server that was probed, how
/// long each stage took says where it ended.
fn tells(check: &CheckReport, exchange: &Exchange, options: &Options) -> bool {
    let failed = exchange.code.is_some() || exchange.http_status.is_none();
    options.verbose
        || (check.outcome == Outcome::Unknown && failed)
        || exchange.stages.iter().flatten().next().is_some()
}

/// What is told one by one, the gravest first: what was found, then what could not be told. Where the person told what they see, what comes
/// nearest to it goes before.
pub(in crate::report) fn told<'a>(
    report: &'a Report,
    details: &Details<'_>,
) -> Vec<&'a CheckReport> {
    let grave = [Outcome::Fail, Outcome::Warn, Outcome::Unknown];
    let mut told: Vec<_> = report
        .checks
        .iter()
        .filter(|check| grave.contains(&check.outcome))
        .collect();
    let gravity = |check: &CheckReport| grave.iter().position(|grave| *grave == check.outcome);
    told.sort_by_key(|check| {
        let (runs_along, others) = details.distance(check);
        (runs_along, gravity(check), others)
    });
    told
}

/// What somebody accepts, with who does, until when and why.
fn waived(sheet: &mut Sheet, checks: &[&CheckReport], speech: &Speech) {
    if checks.is_empty() {
        return;
    }
    sheet.heading(&speech.say_with("waived-title", &[("count", &checks.len().into())]));
    let look = sheet.look();
    for check in checks {
        let Some(waiver) = &check.waiver else {
            continue;
        };
        let text = format!("{}: {}", look.bold(&check.id), harmless(&check.message));
        sheet.item(look.symbol(Outcome::Waived), &text);
        let by = prose::accepted(waiver, speech);
        sheet.paragraph(4, &by);
    }
    sheet.blank();
}

/// What only a person can see, in one quiet list: no steps, the questions tell where to look. Of a reply, the steps tell how to tell it.
fn folded(sheet: &mut Sheet, asks: &[&CheckReport], details: &Details<'_>) {
    let look = sheet.look();
    for check in asks {
        let mark = if look.accessible {
            "-"
        } else {
            look.symbol(Outcome::Ask)
        };
        let title = harmless(&check.title);
        sheet.item(mark, &format!("{}: {title}", look.bold(&check.id)));
        let questions = details.questions(check);
        let lines = if questions.is_empty() {
            vec![check.message.clone()]
        } else {
            questions
        };
        for line in lines {
            sheet.paragraph(4, &harmless(&line));
        }
        for (number, step) in check.steps_to_tell().iter().enumerate() {
            sheet.item(&format!("  {}.", number + 1), &harmless(step));
        }
    }
    sheet.blank();
}

/// The walk of the platform's guide, for whoever holds no token: where to look, and why.
fn walk(
    sheet: &mut Sheet,
    asks: &[&CheckReport],
    options: &Options,
    speech: &Speech,
    details: &Details<'_>,
) {
    let look = sheet.look();
    sheet.heading(&speech.say_with("walk-title", &[("count", &asks.len().into())]));
    sheet.blank();
    for (number, check) in asks.iter().enumerate() {
        sheet.paragraph(
            0,
            &format!("{}. {}", number + 1, look.bold(&harmless(&check.title))),
        );
        for question in details.questions(check) {
            sheet.item(look.symbol(Outcome::Ask), &harmless(&question));
        }
        sheet.named(2, &speech.say("finding-why"), &details.why(check));
        if options.verbose {
            sheet.named(
                2,
                &speech.say("finding-who"),
                &check
                    .actor
                    .map(|actor| speech.say(&format!("actor-{actor}")))
                    .unwrap_or_default(),
            );
        }
        sheet.blank();
    }
}
