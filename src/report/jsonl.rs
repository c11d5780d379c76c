//! The report as events, one a line, so that a program can read while the check runs. Together they say what the JSON report says.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::json::inert;
use super::{
    CheckReport, Compared, Document, GraphFacts, Note, PageRow, Report, Tool, Verdict, exit_code,
};
use crate::model::{Access, Flow, Language, Outcome, Severity, Symptom};

/// One line. All keys of an event are always there; `tenant` is the tenant's name in every event that is about one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// A tenant's check has begun.
    Started(Started),
    /// What became of one check: as in the JSON report, in its order, and final.
    Check(Checked),
    /// A tenant's check has ended.
    Finished(Finished),
    /// With `--all`: every tenant's check has ended.
    AllFinished(AllFinished),
}

/// A tenant's check has begun.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Started {
    /// Version of the format.
    pub schema_version: u32,
    /// What writes it.
    pub tool: Tool,
    /// Name of the tenant.
    pub tenant: Option<String>,
    /// Its platform.
    pub platform: String,
    /// Its flow.
    pub flow: Flow,
    /// What we hold.
    pub access: Access,
    /// When asking began, RFC 3339.
    pub started_at: String,
    /// From which severity on findings count.
    pub fail_on: Severity,
    /// `unknown` and `ask` count as well.
    pub strict: bool,
    /// Language of the words.
    pub lang: Language,
    /// Ids of the checks that will come, in order. Where only some were selected, a refusal that tells of another check puts that one behind them.
    pub checks: Vec<String>,
}

/// What became of one check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Checked {
    /// Name of the tenant.
    pub tenant: Option<String>,
    /// The check.
    #[serde(flatten)]
    pub check: CheckReport,
}

/// A tenant's check has ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finished {
    /// Name of the tenant.
    pub tenant: Option<String>,
    /// Its Page.
    pub page_id: Option<String>,
    /// Its Instagram account.
    pub instagram_id: Option<String>,
    /// Name of that account.
    pub username: Option<String>,
    /// Name of the Page.
    pub page_name: Option<String>,
    /// Name of the Meta app.
    pub app_name: Option<String>,
    /// Name of the platform.
    pub platform_name: String,
    /// What the person sees, where they told.
    pub symptom: Option<Symptom>,
    /// The whole in a word; it mirrors the exit code.
    pub verdict: Verdict,
    /// Checks by outcome.
    pub summary: BTreeMap<Outcome, usize>,
    /// What is worth saying about the run itself.
    pub notes: Vec<Note>,
    /// Pages granted to the token, beside those linked and expected.
    pub pages: Vec<PageRow>,
    /// How Meta was asked.
    pub graph: GraphFacts,
    /// How long it took, in milliseconds.
    pub duration_ms: u64,
    /// It was interrupted.
    pub interrupted: bool,
    /// What changed since an earlier report, if it was compared with one.
    pub compared: Option<Compared>,
    /// The exit code of this tenant's check.
    pub exit_code: u8,
}

/// Every tenant's check has ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AllFinished {
    /// Tenants that were checked.
    pub tenants: usize,
    /// What stands above single tenants: an app that is at fault, tenants that could not be checked.
    pub notes: Vec<Note>,
    /// The exit code of the whole.
    pub exit_code: u8,
}

/// The first event of a report. `order` names the checks that will come.
#[must_use]
pub fn started(report: &Report, order: Vec<String>) -> Event {
    Event::Started(Started {
        schema_version: report.schema_version,
        tool: report.tool.clone(),
        tenant: report.tenant.name.clone(),
        platform: report.tenant.platform.clone(),
        flow: report.tenant.flow,
        access: report.access,
        started_at: report.started_at.clone(),
        fail_on: report.fail_on,
        strict: report.strict,
        lang: report.lang,
        checks: order,
    })
}

/// The events of the checks, without the first so many.
pub fn checks(report: &Report, behind: usize) -> impl Iterator<Item = Event> {
    report.checks.iter().skip(behind).map(|check| {
        Event::Check(Checked {
            tenant: report.tenant.name.clone(),
            check: check.clone(),
        })
    })
}

/// The last event of a report.
#[must_use]
pub fn finished(report: &Report) -> Event {
    Event::Finished(Finished {
        tenant: report.tenant.name.clone(),
        page_id: report.tenant.page_id.clone(),
        instagram_id: report.tenant.instagram_id.clone(),
        username: report.tenant.username.clone(),
        page_name: report.tenant.page_name.clone(),
        app_name: report.tenant.app_name.clone(),
        platform_name: report.tenant.platform_name.clone(),
        symptom: report.symptom,
        verdict: report.verdict,
        summary: report.summary.clone(),
        notes: report.notes.clone(),
        pages: report.pages.clone(),
        graph: report.graph.clone(),
        duration_ms: report.duration_ms,
        interrupted: report.interrupted,
        compared: report.compared.clone(),
        exit_code: exit_code(report),
    })
}

/// The last event of many reports.
#[must_use]
pub fn all_finished(document: &Document<'_>) -> Event {
    Event::AllFinished(AllFinished {
        tenants: document.reports.len(),
        notes: document.notes.to_vec(),
        exit_code: document.exit_code,
    })
}

impl Event {
    /// The event as one line, with its end. Whatever a reader could take for the end of a line, or a terminal for a command, is escaped.
    ///
    /// # Errors
    /// Never for events of ours; the serializer's signature asks for it.
    pub fn line(&self) -> serde_json::Result<String> {
        Ok(inert(serde_json::to_string(self)?) + "\n")
    }
}

/// A document as events, all at once.
///
/// # Errors
/// Never for reports of ours; the serializer's signature asks for it.
pub fn render(document: &Document<'_>) -> serde_json::Result<String> {
    let of_report = |report: &Report| -> Vec<Event> {
        let order = report.checks.iter().map(|check| check.id.clone()).collect();
        let begun = std::iter::once(started(report, order));
        begun
            .chain(checks(report, 0))
            .chain([finished(report)])
            .collect()
    };
    let events = document
        .reports
        .iter()
        .flat_map(|one| of_report(one.report));
    let last = document.many.then(|| all_finished(document));
    events.chain(last).map(|event| event.line()).collect()
}
