//! From settled checks to a report with its words.

use std::collections::BTreeMap;

use chrono::SecondsFormat;

use super::notes::notes;
use super::pages::pages;
use super::verdict::verdict;
use super::{
    BecauseReport, CheckReport, Exchange, Fix, GraphFacts, Report, TenantFacts, Tool, Verdict,
    Waiver,
};
use crate::catalog::{Catalog, Check};
use crate::engine::Settled;
use crate::evidence::{Evidence, Saved, Watch};
use crate::model::{Because, Language, Outcome, Question, Severity};
use crate::tenant;

/// Version of the format.
pub(super) const SCHEMA_VERSION: u32 = 1;

/// Builds the report of a run, with words in a language.
#[must_use]
pub fn build(
    catalog: &'static Catalog,
    saved: &Saved,
    settled: &[Settled],
    language: Language,
) -> Report {
    let asked = &saved.asked;
    let mut report = Report {
        schema_version: SCHEMA_VERSION,
        tool: Tool::this(),
        tenant: tenant(saved),
        access: saved.expect.access,
        graph: GraphFacts {
            url: asked.url.clone(),
            version_requested: asked.version_requested.clone(),
            version_answered: asked.version_answered.clone(),
            calls: asked.calls,
            rounds: asked.rounds,
        },
        started_at: saved.taken_at.to_rfc3339_opts(SecondsFormat::Secs, true),
        duration_ms: saved.duration_ms,
        interrupted: saved.interrupted,
        fail_on: saved.selection.fail_on.unwrap_or(Severity::Error),
        strict: saved.selection.strict,
        symptom: saved.selection.symptom,
        lang: language,
        verdict: Verdict::Healthy,
        summary: summary(settled.iter().map(|settled| settled.outcome)),
        pages: pages(saved),
        notes: notes(catalog, saved, settled),
        checks: settled
            .iter()
            .filter_map(|settled| {
                Some(check_report(
                    catalog,
                    catalog.check(settled.id)?,
                    settled,
                    saved,
                ))
            })
            .collect(),
        compared: None,
    };
    report.verdict = verdict(&report);
    report.say(catalog, &saved.expect.platform, language);
    report
}

/// How many of these checks, from the first on, can be reported for good, though some answers are still to come.
#[must_use]
pub fn ready(catalog: &Catalog, saved: &Saved, watch: &Watch, settled: &[Settled]) -> usize {
    // Names stand in the words of every check.
    if watch.unless_too_early(|| tenant(saved)).is_none() {
        return 0;
    }
    let can_be_shown = |settled: &&Settled| {
        let check = catalog.check(settled.id);
        let shown = || check.map(|check| exchanges(check, &saved.evidence));
        watch.unless_too_early(shown).is_some()
    };
    settled.iter().take_while(can_be_shown).count()
}

impl Tool {
    /// This igdoctor.
    #[must_use]
    pub fn this() -> Self {
        Self {
            name: "igdoctor".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

fn tenant(saved: &Saved) -> TenantFacts {
    let (expect, evidence) = (&saved.expect, &saved.evidence);
    TenantFacts {
        name: expect.name.clone(),
        platform: expect.platform.id.clone(),
        flow: expect.flow,
        page_id: expect.page_id.clone(),
        instagram_id: expect
            .instagram_id
            .clone()
            .or_else(|| evidence.account_id().map(str::to_owned)),
        username: evidence.username().map(str::to_owned),
        page_name: evidence.page.value().and_then(|page| page.name.clone()),
        app_name: app_name(saved),
        platform_name: expect.platform.name.clone(),
    }
}

/// The app's name, by its own facts or by a token of it.
fn app_name(saved: &Saved) -> Option<String> {
    let evidence = &saved.evidence;
    let app = evidence.app.value().and_then(|app| app.name.clone());
    app.or_else(|| {
        let token = evidence.token.value()?;
        // A token of another app tells that app's name.
        let expected = &saved.expect.app_ids;
        let own = expected.is_empty() || expected.contains(token.app_id.as_ref()?);
        token.app_name.clone().filter(|_| own)
    })
}

/// How many checks have each outcome.
pub(super) fn summary(outcomes: impl Iterator<Item = Outcome>) -> BTreeMap<Outcome, usize> {
    let mut summary: BTreeMap<Outcome, usize> =
        Outcome::ALL.iter().map(|outcome| (*outcome, 0)).collect();
    for outcome in outcomes {
        *summary.entry(outcome).or_default() += 1;
    }
    summary
}

fn check_report(
    catalog: &'static Catalog,
    check: &Check,
    settled: &Settled,
    saved: &Saved,
) -> CheckReport {
    let expect = &saved.expect;
    let facts = settled.cause.map(|cause| catalog.facts(check, cause));
    CheckReport {
        id: settled.id.to_owned(),
        area: check.area,
        outcome: settled.outcome,
        severity: expect
            .severity(check.id, settled.cause)
            .unwrap_or_else(|| facts.map_or(check.severity, |facts| facts.severity)),
        cause: settled.cause.map(str::to_owned),
        args: settled.args.clone(),
        because: settled.because.map(|because| BecauseReport {
            kind: because.kind(),
            check: match because {
                Because::Check(root) => Some(root.to_owned()),
                Because::Of(_) => None,
            },
        }),
        waiver: settled
            .waived
            .and_then(|(outcome, index)| Some(waiver(outcome, expect.waivers.get(index)?))),
        selected: settled.selected,
        actor: facts.map(|facts| facts.actor),
        title: String::new(),
        message: String::new(),
        fix: facts.map(|facts| Fix {
            kind: facts.fix,
            steps: Vec::new(),
            command: None,
        }),
        links: Vec::new(),
        evidence: exchanges(check, &saved.evidence),
    }
}

fn waiver(outcome: Outcome, waiver: &tenant::Waiver) -> Waiver {
    Waiver {
        outcome,
        reason: waiver.reason.clone(),
        author: waiver.author.clone(),
        until: waiver.until.to_string(),
    }
}

fn exchanges(check: &Check, evidence: &Evidence) -> Vec<Exchange> {
    let notes = |question: &Question| {
        let question = *question;
        evidence.notes(question).iter().map(move |note| Exchange {
            question,
            call: note.call.clone(),
            http_status: note.http_status,
            code: note.code,
            subcode: note.subcode,
            trace: note.trace.clone(),
            stages: note.stages.clone(),
        })
    };
    check
        .asks
        .iter()
        .filter(|question| **question != Question::Account)
        .flat_map(notes)
        .collect()
}
