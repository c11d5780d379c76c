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
use crate::evidence::{Evidence, Saved};
use crate::model::{Access, Arg, Because, BecauseKind, Language, Outcome, Question, Severity};
use crate::tenant;
use crate::words::{About, Speech, Writer};

/// Version of the format.
const SCHEMA_VERSION: u32 = 1;

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
        tool: Tool {
            name: "igdoctor".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        },
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
        lang: language,
        verdict: Verdict::Healthy,
        summary: summary(settled),
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
    };
    report.verdict = verdict(&report);
    render(catalog, saved, &mut report);
    report
}

/// Puts the words of the report's language into it.
fn render(catalog: &'static Catalog, saved: &Saved, report: &mut Report) {
    let speech = Speech::new(report.lang);
    let writer = Writer::new(&speech, catalog, &saved.expect.platform, &about(saved));
    let access = report.access;
    for check in &mut report.checks {
        if let Some(facts) = catalog.check(&check.id) {
            write_check(&writer, facts, access, check);
        }
    }
    for note in &mut report.notes {
        note.say(&speech);
    }
}

/// Whom the words are about, by what was seen.
fn about(saved: &Saved) -> About {
    let evidence = &saved.evidence;
    let app = evidence.app.value().and_then(|app| app.name.clone());
    About {
        username: evidence.username().map(str::to_owned),
        page: evidence.page.value().and_then(|page| page.name.clone()),
        app: app.or_else(|| {
            let token = evidence.token.value()?;
            // A token of another app tells that app's name.
            let expected = &saved.expect.app_ids;
            let own = expected.is_empty() || expected.contains(token.app_id.as_ref()?);
            token.app_name.clone().filter(|_| own)
        }),
    }
}

/// Looks up what a reader is shown of a check beyond its report.
#[derive(Debug)]
pub struct Details<'a> {
    writer: Writer<'a>,
    catalog: &'static Catalog,
}

impl<'a> Details<'a> {
    /// For the report of a run.
    #[must_use]
    pub fn new(catalog: &'static Catalog, saved: &'a Saved, speech: &'a Speech) -> Self {
        Self {
            writer: Writer::new(speech, catalog, &saved.expect.platform, &about(saved)),
            catalog,
        }
    }

    /// Why a check matters.
    #[must_use]
    pub fn why(&self, check: &CheckReport) -> String {
        self.catalog
            .check(&check.id)
            .map(|facts| self.writer.why(facts))
            .unwrap_or_default()
    }

    /// Whether a finding is about which Page or account is which: then the table of Pages answers it.
    #[must_use]
    pub fn are_about_pages(&self, check: &CheckReport) -> bool {
        let owner = check
            .cause
            .as_deref()
            .and_then(|cause| Some((self.catalog.owner(cause)?, cause)));
        owner.is_some_and(|(owner, cause)| {
            owner.cause.get(cause).is_some_and(|special| special.pages)
        })
    }

    /// One question to a person, open or not.
    #[must_use]
    pub fn question(&self, check: &str, question: &str) -> Option<String> {
        let facts = self.catalog.check(check)?;
        let mut texts = self.writer.questions(facts, &[question.to_owned()]);
        texts.pop()
    }

    /// The questions to a person that are open.
    #[must_use]
    pub fn questions(&self, check: &CheckReport) -> Vec<String> {
        self.catalog
            .check(&check.id)
            .map(|facts| self.writer.questions(facts, open_questions(check)))
            .unwrap_or_default()
    }
}

fn open_questions(check: &CheckReport) -> &[String] {
    match check.args.get("questions") {
        Some(Arg::List(open)) if check.outcome == Outcome::Ask => open,
        _ => &[],
    }
}

fn write_check(writer: &Writer<'_>, facts: &Check, access: Access, check: &mut CheckReport) {
    check.title = writer.title(facts);
    let text = check
        .cause
        .as_deref()
        .map(|cause| writer.cause(facts, cause, &check.args));
    check.message = match (&text, &check.because) {
        (Some(text), _) => text.says.clone(),
        (None, Some(because)) => because_text(writer, because, facts, access),
        (None, None) => String::new(),
    };
    if let (Some(fix), Some(text)) = (&mut check.fix, text) {
        fix.steps = text.steps;
    }
    check.links = facts
        .link(writer.speech().language())
        .map(str::to_owned)
        .into_iter()
        .collect();
}

fn because_text(
    writer: &Writer<'_>,
    because: &BecauseReport,
    facts: &Check,
    access: Access,
) -> String {
    let speech = writer.speech();
    match (because.kind, &because.check) {
        (BecauseKind::Check, Some(root)) => {
            speech.say_with("because-check", &[("check", &Arg::Text(root.clone()))])
        }
        (BecauseKind::Config, _) => writer.nothing_to_compare(facts),
        (BecauseKind::Access, _) if facts.tier == Access::App && access < Access::App => {
            speech.say("because-access-app")
        }
        (BecauseKind::Access, _) if access == Access::None => speech.say("because-access-none"),
        (BecauseKind::Access, _) => speech.say("because-access-more"),
        (kind, _) => speech.say(&format!("because-{kind}")),
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
    }
}

fn summary(settled: &[Settled]) -> BTreeMap<Outcome, usize> {
    let mut summary: BTreeMap<Outcome, usize> =
        Outcome::ALL.iter().map(|outcome| (*outcome, 0)).collect();
    for check in settled {
        *summary.entry(check.outcome).or_default() += 1;
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
