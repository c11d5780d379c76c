//! A saved report, read again. Whoever wrote it, and whoever changed it since, it is taken for what its checks say.

use chrono::{DateTime, NaiveDate};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use super::build::{SCHEMA_VERSION, summary};
use super::verdict::verdict;
use super::{All, Note, Report};
use crate::catalog::Catalog;
use crate::model::Language;
use crate::platform::Platform;
use crate::speech;
use crate::terminal::harmless;

/// A document with reports.
#[derive(Clone, Debug, PartialEq)]
pub enum Stored {
    /// Of one tenant.
    One(Box<Report>),
    /// Of `--all`.
    All(All),
}

/// Why a text is no document with reports. Nothing of the text is repeated but the names of its keys.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It is no JSON.
    #[error("{}", speech::error("saved-no-json", &[("line", line), ("column", column), ("why", why)]))]
    NoJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the parser says.
        why: String,
    },
    /// It is JSON, but something else.
    #[error("{}", speech::error("saved-no-report", &[]))]
    NoReport,
    /// It is saved evidence, which is judged, not shown.
    #[error("{}", speech::error("saved-evidence", &[]))]
    Evidence,
    /// It is from the future.
    #[error("{}", speech::error("saved-newer", &[("found", found), ("known", &SCHEMA_VERSION)]))]
    Newer {
        /// Its version of the format.
        found: u64,
    },
    /// A part of it is not what the format asks for.
    #[error("{}", speech::error("saved-part", &[("path", path), ("why", why)]))]
    Part {
        /// Where, as in `checks[3].outcome`.
        path: String,
        /// What is wrong there.
        why: String,
    },
}

/// By which keys a document is told from others.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Head {
    schema_version: Option<u64>,
    reports: Option<IgnoredAny>,
    tenant: Option<IgnoredAny>,
    checks: Option<IgnoredAny>,
    evidence: Option<IgnoredAny>,
}

impl Stored {
    /// Reads the text of a document.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        let head: Head = serde_json::from_str(text).map_err(|error| {
            if error.is_data() {
                return ReadError::NoReport;
            }
            let why = error.to_string();
            ReadError::NoJson {
                line: error.line(),
                column: error.column(),
                why: plain(why.split(" at line ").next().unwrap_or_default()),
            }
        })?;
        match head.schema_version {
            Some(found) if found > u64::from(SCHEMA_VERSION) => Err(ReadError::Newer { found }),
            Some(1) if head.reports.is_some() => {
                let mut all: All = part(text)?;
                for (place, report) in all.reports.iter_mut().enumerate() {
                    check(report).map_err(|error| error.within(&format!("reports[{place}].")))?;
                }
                must_be_slugs(kinds("notes", &all.notes))?;
                all.infer_apps();
                Ok(Self::All(all))
            }
            Some(1) if head.checks.is_some() && head.tenant.is_some() => {
                let mut report: Report = part(text)?;
                check(&mut report)?;
                Ok(Self::One(Box::new(report)))
            }
            Some(_) if head.evidence.is_some() => Err(ReadError::Evidence),
            _ => Err(ReadError::NoReport),
        }
    }

    /// The reports, in order.
    #[must_use]
    pub fn reports(&self) -> &[Report] {
        match self {
            Self::One(report) => std::slice::from_ref(report),
            Self::All(all) => &all.reports,
        }
    }

    /// Whether it is about every tenant of a file.
    #[must_use]
    pub const fn is_all(&self) -> bool {
        matches!(self, Self::All(_))
    }

    /// Tenants that it names but that could not be checked.
    pub fn not_checked(&self) -> impl Iterator<Item = &str> {
        let all = match self {
            Self::One(_) => None,
            Self::All(all) => Some(all),
        };
        let failed = all.into_iter().flat_map(All::failed).map(|(name, _)| name);
        let left = all.into_iter().flat_map(All::left).map(String::as_str);
        failed.chain(left)
    }

    /// Says everything in a language. `platforms` are those of the reports, in the same order.
    pub fn say(&mut self, catalog: &'static Catalog, platforms: &[Platform], language: Language) {
        let reports = match self {
            Self::One(report) => std::slice::from_mut(&mut **report),
            Self::All(all) => {
                all.say(language);
                &mut all.reports
            }
        };
        for (report, platform) in reports.iter_mut().zip(platforms) {
            report.say(catalog, platform, language);
        }
    }
}

impl ReadError {
    /// The same error of a part of something larger.
    fn within(self, place: &str) -> Self {
        match self {
            Self::Part { path, why } => Self::Part {
                path: format!("{place}{path}"),
                why,
            },
            other => other,
        }
    }
}

/// A document of a kind, with the path of what does not belong there.
fn part<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut deserializer).map_err(|error| ReadError::Part {
        path: plain(&error.path().to_string()),
        why: plain(&error.inner().to_string()),
    })
}

/// What the parser says, harmless and at no great length: it may repeat what it read.
fn plain(text: &str) -> String {
    const LONG: usize = 200;
    harmless(&text.chars().take(LONG).collect::<String>())
}

/// Ids, causes and times are looked up and compared, so they must be such. What can be counted from the checks is counted from them.
fn check(report: &mut Report) -> Result<(), ReadError> {
    must_be_slugs(slugs(report).into_iter())?;
    let since = report
        .compared
        .as_ref()
        .and_then(|compared| compared.since.as_ref());
    let times = [
        ("started_at", Some(&report.started_at)),
        (
            "compared.since.started_at",
            since.map(|since| &since.started_at),
        ),
    ];
    for (path, time) in times {
        if time.is_some_and(|time| DateTime::parse_from_rfc3339(time).is_err()) {
            return Err(ReadError::Part {
                path: path.to_owned(),
                why: speech::error("saved-no-time", &[]),
            });
        }
    }
    for (place, check) in report.checks.iter().enumerate() {
        let until = check.waiver.as_ref().map(|waiver| &waiver.until);
        if until.is_some_and(|day| day.parse::<NaiveDate>().is_err()) {
            return Err(ReadError::Part {
                path: format!("checks[{place}].waiver.until"),
                why: speech::error("saved-no-day", &[]),
            });
        }
    }
    for check in &mut report.checks {
        // A page of a later igdoctor's check may be opened with a click.
        check.links.retain(|link| link.starts_with("https://"));
    }
    report.summary = summary(report.checks.iter().map(|check| check.outcome));
    report.verdict = verdict(report);
    Ok(())
}

/// Refuses the first text that is no slug.
fn must_be_slugs<'a>(all: impl Iterator<Item = (String, &'a str)>) -> Result<(), ReadError> {
    for (path, text) in all {
        if !is_slug(text) {
            let why = speech::error("saved-no-slug", &[]);
            return Err(ReadError::Part { path, why });
        }
    }
    Ok(())
}

/// The kinds of notes, with their places.
fn kinds<'a>(path: &str, notes: &'a [Note]) -> impl Iterator<Item = (String, &'a str)> {
    let notes = notes.iter().enumerate();
    notes.map(move |(place, note)| (format!("{path}[{place}].kind"), note.kind.as_str()))
}

/// Every id, cause and kind, with its place.
fn slugs(report: &Report) -> Vec<(String, &str)> {
    let mut slugs: Vec<(String, Option<&String>)> = Vec::new();
    for (place, check) in report.checks.iter().enumerate() {
        let path = format!("checks[{place}]");
        let root = check.because.as_ref().and_then(|it| it.check.as_ref());
        slugs.push((format!("{path}.id"), Some(&check.id)));
        slugs.push((format!("{path}.cause"), check.cause.as_ref()));
        slugs.push((format!("{path}.because.check"), root));
    }
    if let Some(compared) = &report.compared {
        for (group, changes) in compared.groups() {
            for (place, change) in changes.iter().enumerate() {
                let path = format!("compared.{group}[{place}]");
                let before = change.before.as_ref().and_then(|it| it.cause.as_ref());
                let now = change.now.as_ref().and_then(|it| it.cause.as_ref());
                slugs.push((format!("{path}.check"), Some(&change.check)));
                slugs.push((format!("{path}.before.cause"), before));
                slugs.push((format!("{path}.now.cause"), now));
            }
        }
        for (place, check) in compared.same.iter().enumerate() {
            slugs.push((format!("compared.same[{place}]"), Some(check)));
        }
    }
    let known = slugs.into_iter();
    let known = known.filter_map(|(path, text)| Some((path, text?.as_str())));
    let compared = report.compared.iter();
    let new = compared.flat_map(|compared| kinds("compared.new_notes", &compared.new_notes));
    known
        .chain(kinds("notes", &report.notes))
        .chain(new)
        .collect()
}

fn is_slug(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=64).contains(&text.len()) && text.chars().all(plain)
}
