//! Which earlier report is about the same tenant.

use super::{Report, TenantFacts};

/// Reports that are about different tenants cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strangers {
    /// Whom the earlier ones are about.
    pub before: String,
    /// Whom the later ones are about.
    pub now: String,
}

/// The earlier report about a tenant, by its name, else by its ids. `others` are the names of all tenants there are now: what was
/// about one of those is about that one still.
#[must_use]
pub fn earlier<'a>(
    before: &'a [Report],
    now: &TenantFacts,
    others: &[String],
) -> Option<&'a Report> {
    let named = |report: &&Report| now.name.is_some() && report.tenant.name == now.name;
    let same = |report: &&Report| {
        let name = report.tenant.name.as_ref();
        is_same(&report.tenant, now) && !name.is_some_and(|name| others.contains(name))
    };
    let by_name = before.iter().find(named);
    by_name.or_else(|| before.iter().find(same))
}

/// Whether two reports may be about one tenant. A name can change, but then the ids and the platform must stay.
fn is_same(before: &TenantFacts, now: &TenantFacts) -> bool {
    let ids = [
        (&before.page_id, &now.page_id),
        (&before.instagram_id, &now.instagram_id),
    ];
    let known = |(before, now): (&Option<String>, &Option<String>)| {
        Some(before.as_deref()? == now.as_deref()?)
    };
    let same_ids = ids.into_iter().find_map(known);
    match (&before.name, &now.name) {
        (Some(one), Some(other)) if one == other => true,
        (Some(_), Some(_)) => same_ids == Some(true) && before.platform == now.platform,
        _ => same_ids.unwrap_or(before.platform == now.platform),
    }
}

impl Strangers {
    /// Names both sides.
    #[must_use]
    pub fn new(before: &[Report], now: &[Report]) -> Self {
        Self {
            before: names(before),
            now: names(now),
        }
    }
}

fn names(reports: &[Report]) -> String {
    let names: Vec<String> = reports
        .iter()
        .map(|report| report.tenant.called())
        .collect();
    names.join(", ")
}

impl TenantFacts {
    /// What tells the tenant from others, and stays the same from run to run: its name, else an id, else its platform.
    #[must_use]
    pub fn key(&self) -> &str {
        let keys = [&self.name, &self.page_id, &self.instagram_id];
        let key = keys.into_iter().flatten().next();
        key.unwrap_or(&self.platform)
    }

    /// What people call the tenant: its name, else the account's, else an id, else its platform.
    #[must_use]
    pub fn called(&self) -> String {
        let username = self.username.as_ref().map(|name| format!("@{name}"));
        let ids = [&self.page_id, &self.instagram_id];
        let ids = ids.into_iter().flatten().next().cloned();
        let known = self.name.clone().or(username).or(ids);
        known.unwrap_or_else(|| self.platform_name.clone())
    }
}
