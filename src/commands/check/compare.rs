//! `check --compare`: what changed since an earlier report.

use std::path::PathBuf;

use anyhow::{Error, Result, anyhow};
use chrono::{DateTime, Utc};
use clap::Args;

use crate::catalog::Catalog;
use crate::commands::saved;
use crate::model::{Language, Outcome};
use crate::report::{Report, Stored, Strangers, TenantFacts, compare, earlier};
use crate::speech;
use crate::tenant::Expectation;
use crate::terminal::harmless;

/// With what to compare.
#[derive(Args, Debug)]
pub struct CompareFlags {
    /// Tell what is new, gone or changed since this report, as --format json wrote it; it must be there and about this tenant
    #[arg(long, value_name = "FILE", help_heading = "What to check")]
    compare: Option<PathBuf>,
    /// Exit with 1 only for what is new or weighs more since that report, with 3 when a finding cannot be compared
    #[arg(long, requires = "compare", help_heading = "What to check")]
    fail_on_new: bool,
}

/// The earlier report, read before anything is asked.
pub(super) struct Earlier {
    file: String,
    stored: Stored,
    fail_on_new: bool,
    /// Every tenant that is checked, where there are many.
    names: Vec<String>,
}

impl CompareFlags {
    /// Reads the earlier report, if one was named.
    ///
    /// # Errors
    /// When it cannot be read. A file that is not there is an error too: a misspelled name would make everything new, or nothing.
    pub fn read(&self) -> Result<Option<Earlier>> {
        let Some(path) = &self.compare else {
            return Ok(None);
        };
        Ok(Some(Earlier {
            file: path.display().to_string(),
            stored: saved::read(path)?,
            fail_on_new: self.fail_on_new,
            names: Vec::new(),
        }))
    }
}

impl Earlier {
    /// The same in a language.
    ///
    /// # Errors
    /// Only if igdoctor was built from broken files.
    pub fn say(&mut self, catalog: &'static Catalog, language: Language) -> Result<()> {
        saved::say(&mut self.stored, catalog, language, &mut Vec::new()).map(drop)
    }

    /// Compares a report, and lets its exit code be by what is new, if that was wished.
    pub fn compare(&self, report: &mut Report) {
        let before = self.about(&report.tenant);
        report.compare(compare(before, report, self.fail_on_new));
    }

    /// Makes sure that it is about the tenant, as far as that is known before anybody is asked.
    ///
    /// # Errors
    /// When it is about others.
    pub fn must_know(&self, expect: &Expectation) -> Result<()> {
        self.must_know_tenant(&facts(expect))
    }

    /// Makes sure that it is about at least one of many tenants.
    ///
    /// # Errors
    /// When it is about others.
    pub fn must_know_one<'a>(&mut self, names: impl Iterator<Item = &'a String>) -> Result<()> {
        self.names = names.cloned().collect();
        let mut known = self.stored.reports().iter();
        let is_known = |name: &String| self.names.contains(name);
        if known.any(|report| report.tenant.name.as_ref().is_none_or(is_known)) {
            return Ok(());
        }
        Err(self.stranger(&self.names.join(", ")))
    }

    /// The same by what was found out.
    ///
    /// # Errors
    /// When it is about others.
    pub fn must_know_tenant(&self, tenant: &TenantFacts) -> Result<()> {
        if self.about(tenant).is_some() {
            return Ok(());
        }
        Err(self.stranger(&tenant.called()))
    }

    fn about(&self, tenant: &TenantFacts) -> Option<&Report> {
        earlier(self.stored.reports(), tenant, &self.names)
    }

    fn stranger(&self, now: &str) -> Error {
        let before = harmless(&Strangers::new(self.stored.reports(), &[]).before);
        let now = harmless(now);
        anyhow!(speech::error(
            "compare-stranger",
            &[("file", &self.file), ("before", &before), ("now", &now)]
        ))
    }

    /// What the earlier report shows about the past: that the app was connected.
    pub fn remind(&self, expect: &mut Expectation, now: DateTime<Utc>) {
        let before = self.about(&facts(expect));
        let connected = before.is_some_and(|before| {
            before.tenant.platform == expect.platform.id
                && is_before(&before.started_at, now)
                && before.checks.iter().any(|check| {
                    // It stays known that it was connected while it goes on being stopped.
                    check.id == "app-connected"
                        && (check.outcome == Outcome::Pass
                            || check.cause.as_deref() == Some("delivery-stopped-by-meta"))
                })
        });
        expect.was_connected |= connected;
    }
}

fn is_before(time: &str, now: DateTime<Utc>) -> bool {
    DateTime::parse_from_rfc3339(time).is_ok_and(|time| time < now)
}

/// What is known of a tenant before anybody is asked.
fn facts(expect: &Expectation) -> TenantFacts {
    TenantFacts {
        name: expect.name.clone(),
        platform: expect.platform.id.clone(),
        flow: expect.flow,
        page_id: expect.page_id.clone(),
        instagram_id: expect.instagram_id.clone(),
        username: None,
        page_name: None,
        app_name: None,
        platform_name: expect.platform.name.clone(),
    }
}
