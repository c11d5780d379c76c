//! Two documents compared: each tenant of the later one with what the earlier one says of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::verdict::{verdict, worst};
use super::{
    Compared, EXIT_INCONCLUSIVE, Report, Stored, Strangers, TenantFacts, Tool, Verdict, compare,
    earlier,
};
use crate::model::{Language, Severity};

/// What changed between two documents, as in the JSON format of version 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diff {
    /// Version of the format.
    pub schema_version: u32,
    /// What compared them.
    pub tool: Tool,
    /// Language of the words.
    pub lang: Language,
    /// Each tenant of the later document.
    pub tenants: Vec<TenantDiff>,
    /// Tenants that the later document knows nothing of.
    pub left: Vec<String>,
    /// Tenants that could not be checked in the later document.
    pub not_checked: Vec<String>,
}

/// What changed for one tenant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TenantDiff {
    /// The tenant, as in the later report.
    pub tenant: TenantFacts,
    /// When the later report's asking began, RFC 3339.
    pub started_at: String,
    /// The whole in a word; with `--fail-on-new` by what is new alone.
    pub verdict: Verdict,
    /// What changed.
    pub compared: Compared,
}

impl Diff {
    /// Compares two documents whose words are in one language. `fail_on` stands in for what the later one says.
    ///
    /// # Errors
    /// When they have no tenant in common.
    pub fn new(
        before: &Stored,
        now: &Stored,
        fail_on_new: bool,
        fail_on: Option<Severity>,
        lang: Language,
    ) -> Result<Self, Strangers> {
        let named = now.reports().iter();
        let named = named.filter_map(|report| report.tenant.name.clone());
        let names: Vec<String> = named.chain(now.not_checked().map(str::to_owned)).collect();
        let mut known = BTreeSet::new();
        let mut tenants = Vec::new();
        for report in now.reports() {
            let mut report = report.clone();
            report.fail_on = fail_on.unwrap_or(report.fail_on);
            let before = earlier(before.reports(), &report.tenant, &names);
            known.extend(before.map(|before| before.tenant.key()));
            report.compared = Some(compare(before, &report, fail_on_new));
            tenants.extend(TenantDiff::of(report));
        }
        let failed: BTreeSet<String> = now.not_checked().map(str::to_owned).collect();
        if known.is_empty() && !before.reports().is_empty() && !now.reports().is_empty() {
            return Err(Strangers::new(before.reports(), now.reports()));
        }
        let all = before.reports().iter().map(|report| &report.tenant);
        let left =
            all.filter(|tenant| !known.contains(tenant.key()) && !failed.contains(tenant.key()));
        let left = left.map(TenantFacts::called);
        Ok(Self {
            schema_version: 1,
            tool: Tool::this(),
            lang,
            tenants,
            // One tenant's report does not say that there are no others.
            left: if now.is_all() {
                left.collect()
            } else {
                Vec::new()
            },
            not_checked: failed.into_iter().collect(),
        })
    }

    /// 1 where something new weighs enough, 3 where nobody can tell. That counts only with `--fail-on-new`.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        let asked = |tenant: &&TenantDiff| tenant.compared.fail_on_new;
        let tenants: Vec<&TenantDiff> = self.tenants.iter().filter(asked).collect();
        let codes = tenants.iter().map(|tenant| tenant.verdict.exit_code());
        let lost = !tenants.is_empty() && !self.not_checked.is_empty();
        worst(codes.chain(lost.then_some(EXIT_INCONCLUSIVE)))
    }

    /// The document of the JSON format.
    ///
    /// # Errors
    /// Never for what was compared; the serializer's signature asks for it.
    pub fn json(&self) -> serde_json::Result<String> {
        super::json::document(self)
    }
}

impl TenantDiff {
    fn of(report: Report) -> Option<Self> {
        let verdict = verdict(&report);
        Some(Self {
            tenant: report.tenant,
            started_at: report.started_at,
            verdict,
            compared: report.compared?,
        })
    }
}
