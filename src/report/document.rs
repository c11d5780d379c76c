//! What the formats for other programs and for tickets are made from: one report or many, and where each tenant stands in its file.

use super::{All, Note, Report, exit_code};
use crate::model::Language;
use crate::places::TENANT_FILE;

/// One report or many, as one document tells them.
#[derive(Debug)]
pub struct Document<'a> {
    /// There are many, or could be.
    pub many: bool,
    /// The reports, in order.
    pub reports: Vec<Located<'a>>,
    /// Tenants that could not be checked, and why.
    pub failed: Vec<Failed<'a>>,
    /// What stands above single tenants.
    pub notes: &'a [Note],
    /// Language of the words.
    pub lang: Language,
    /// The exit code of the run.
    pub exit_code: u8,
}

/// A report with the place of its tenant.
#[derive(Debug)]
pub struct Located<'a> {
    /// The report.
    pub report: &'a Report,
    /// Where its tenant stands.
    pub place: Place,
}

/// A tenant that could not be checked.
#[derive(Debug)]
pub struct Failed<'a> {
    /// Its name.
    pub tenant: &'a str,
    /// Why.
    pub why: &'a str,
    /// Where it stands.
    pub place: Place,
}

/// A line of the tenant file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, relative to the folder that the reader of the document sees, with `/` between its parts.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

impl Default for Place {
    /// Where a tenant would stand if there were a file.
    fn default() -> Self {
        Self {
            file: TENANT_FILE.to_owned(),
            line: 1,
        }
    }
}

/// Finds the place of a tenant by its name.
pub type Find<'a> = dyn Fn(Option<&str>) -> Place + 'a;

impl<'a> Document<'a> {
    /// One report.
    #[must_use]
    pub fn of_one(report: &'a Report, find: &Find<'_>) -> Self {
        let place = find(report.tenant.name.as_deref());
        Self {
            many: false,
            reports: vec![Located { report, place }],
            failed: Vec::new(),
            notes: &[],
            lang: report.lang,
            exit_code: exit_code(report),
        }
    }

    /// Many reports.
    #[must_use]
    pub fn of_all(all: &'a All, lang: Language, find: &Find<'_>) -> Self {
        let located = |report: &'a Report| Located {
            report,
            place: find(report.tenant.name.as_deref()),
        };
        let failed = |(tenant, why): (&'a str, &'a str)| Failed {
            tenant,
            why,
            place: find(Some(tenant)),
        };
        Self {
            many: true,
            reports: all.reports.iter().map(located).collect(),
            failed: all.failed().map(failed).collect(),
            notes: &all.notes,
            lang,
            exit_code: all.exit_code(),
        }
    }
}
