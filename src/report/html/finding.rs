//! Findings, questions to a person and what somebody accepts, in words, and who must act on them.

use super::Subject;
use crate::model::{Actor, Outcome};
use crate::report::human::findings as told;
use crate::report::since::since;
use crate::report::{CheckReport, Details, Exchange, Report, prose};
use crate::speech::Speech;
use crate::terminal::harmless;

/// A finding.
pub(super) struct Finding {
    /// The check.
    pub check: String,
    /// Why it is not `pass`.
    pub cause: String,
    /// What became of it.
    pub outcome: Outcome,
    /// That in a word.
    pub word: String,
    /// What was seen.
    pub says: String,
    /// Who saw it, where that was a person.
    pub by: Option<String>,
    /// What it is to an earlier report, where it does not stand as it stood.
    pub since: Option<String>,
    /// Why it matters.
    pub why: String,
    /// Other causes in the same check.
    pub also: Option<String>,
    /// Who can mend it.
    pub actor: Option<Actor>,
    /// That in words.
    pub who: String,
    /// What to do.
    pub steps: Vec<String>,
    /// Official pages.
    pub links: Vec<String>,
    /// The command that mends it.
    pub mend: Option<String>,
    /// The command that checks again.
    pub again: Option<String>,
    /// Calls that it was judged by.
    pub evidence: Vec<String>,
}

/// Something that only a person can see.
pub(super) struct Ask {
    /// The check.
    pub check: String,
    /// Its statement.
    pub title: String,
    /// What to look at.
    pub questions: Vec<String>,
    /// Of a reply: how to tell it.
    pub steps: Vec<String>,
    /// Why it matters.
    pub why: String,
    /// Who can mend it.
    pub actor: Option<Actor>,
    /// That in words.
    pub who: String,
    /// Official pages.
    pub links: Vec<String>,
}

/// A finding that somebody accepts.
pub(super) struct Waived {
    /// The check.
    pub check: String,
    /// What was seen.
    pub says: String,
    /// Who accepts it.
    pub author: String,
    /// Until when, for a person.
    pub until: String,
    /// The same for a machine, where it is a day.
    pub datetime: Option<String>,
    /// Why.
    pub reason: String,
}

/// Somebody who must act.
pub(super) struct Who {
    /// Who.
    pub actor: Actor,
    /// That in words.
    pub name: String,
    /// How much there is to do.
    pub count: usize,
}

/// What was found, and what could not be told, the gravest first.
pub(super) fn findings(
    report: &Report,
    subject: &Subject<'_>,
    speech: &Speech,
    details: &Details<'_>,
) -> (Vec<Finding>, Vec<Finding>) {
    told::told(report, details)
        .into_iter()
        .map(|check| finding(report, check, subject, speech, details))
        .partition(|finding| finding.outcome != Outcome::Unknown)
}

fn finding(
    report: &Report,
    check: &CheckReport,
    subject: &Subject<'_>,
    speech: &Speech,
    details: &Details<'_>,
) -> Finding {
    let also = check.also();
    let also = (!also.is_empty()).then(|| harmless(&also.join(", ")));
    let seen_by = check.args.contains_key("seen_by");
    let fix = check.fix.as_ref();
    let again = subject.again.as_ref();
    Finding {
        check: harmless(&check.id),
        cause: harmless(check.cause.as_deref().unwrap_or_default()),
        outcome: check.outcome,
        word: speech.say(&format!("outcome-{}", check.outcome)),
        says: harmless(&check.message),
        by: seen_by.then(|| prose::by_person(check, speech)),
        since: since(report, check, speech),
        why: details.why(check),
        also,
        actor: check.actor,
        who: who(check.actor, speech),
        steps: fix
            .map(|fix| fix.steps.iter().map(|step| harmless(step)).collect())
            .unwrap_or_default(),
        links: links(check),
        mend: fix.and_then(|fix| fix.command.as_deref().map(harmless)),
        again: again.map(|again| harmless(&format!("{again} --only {}", check.id))),
        evidence: evidence(&check.evidence, speech),
    }
}

/// Whatever a saved report holds, only an address on the web becomes a link.
fn links(check: &CheckReport) -> Vec<String> {
    let links = check.links.iter();
    links
        .filter(|link| link.starts_with("https://"))
        .map(|link| harmless(link))
        .collect()
}

fn evidence(exchanges: &[Exchange], speech: &Speech) -> Vec<String> {
    exchanges
        .iter()
        .map(|exchange| prose::asked(exchange, speech))
        .collect()
}

fn who(actor: Option<Actor>, speech: &Speech) -> String {
    actor
        .map(|actor| speech.say(&format!("actor-{actor}")))
        .unwrap_or_default()
}

/// What only a person can see.
pub(super) fn asks(report: &Report, speech: &Speech, details: &Details<'_>) -> Vec<Ask> {
    let of_outcome = |check: &&CheckReport| check.outcome == Outcome::Ask;
    let checks = report.checks.iter().filter(of_outcome);
    checks
        .map(|check| {
            let mut questions = details.questions(check);
            if questions.is_empty() {
                questions.push(check.message.clone());
            }
            Ask {
                check: harmless(&check.id),
                title: harmless(&check.title),
                questions: questions.iter().map(|text| harmless(text)).collect(),
                steps: check
                    .steps_to_tell()
                    .iter()
                    .map(|step| harmless(step))
                    .collect(),
                why: details.why(check),
                actor: check.actor,
                who: who(check.actor, speech),
                links: links(check),
            }
        })
        .collect()
}

/// What somebody accepts.
pub(super) fn waived(report: &Report, speech: &Speech) -> Vec<Waived> {
    let checks = report.checks.iter();
    checks
        .filter(|check| check.outcome == Outcome::Waived)
        .filter_map(|check| {
            let waiver = check.waiver.as_ref()?;
            let is_day = waiver.until.parse::<chrono::NaiveDate>().is_ok();
            Some(Waived {
                check: harmless(&check.id),
                says: harmless(&check.message),
                author: harmless(&waiver.author),
                until: harmless(&speech.day(&waiver.until)),
                datetime: is_day.then(|| waiver.until.clone()),
                reason: harmless(&waiver.reason),
            })
        })
        .collect()
}

/// Who must act, and on how much. Where it is one and the same for all, there is nothing to choose.
pub(super) fn actors<'a>(
    findings: impl Iterator<Item = &'a Finding>,
    asks: &[Ask],
    speech: &Speech,
) -> Vec<Who> {
    let all: Vec<Actor> = findings
        .filter_map(|finding| finding.actor)
        .chain(asks.iter().filter_map(|ask| ask.actor))
        .collect();
    let who: Vec<Who> = Actor::ALL
        .iter()
        .map(|actor| Who {
            actor: *actor,
            name: who(Some(*actor), speech),
            count: all.iter().filter(|other| *other == actor).count(),
        })
        .filter(|who| who.count > 0)
        .collect();
    if who.len() > 1 { who } else { Vec::new() }
}
