//! Many tenants in one report: one report each, in the order of their names, and what only many of them together show.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::notes::note;
use super::verdict::worst;
use super::{Note, Report, exit_code};
use crate::catalog::Catalog;
use crate::model::{Arg, Language, Outcome};
use crate::speech::Speech;

/// So many tenants of one app, and all there are, must show the same fault of the app before the app is blamed.
const MANY: usize = 3;

/// The reports of many tenants, as in the JSON format of version 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct All {
    /// Version of the format.
    pub schema_version: u32,
    /// One report for each tenant that could be checked.
    pub reports: Vec<Report>,
    /// What stands above single tenants: an app that is at fault, tenants that could not be checked.
    pub notes: Vec<Note>,
    /// The app of each report's tenant, as far as that is known.
    #[serde(skip)]
    apps: Vec<Option<String>>,
}

/// What became of one tenant.
#[derive(Debug)]
pub enum Checked {
    /// It was checked. `app` is the app it is connected by, as far as that is known.
    Report {
        /// Its report.
        report: Box<Report>,
        /// Its app.
        app: Option<String>,
    },
    /// Its part of the file, or its secrets, did not allow that.
    Failed {
        /// Its name.
        tenant: String,
        /// The app that it names.
        app: Option<String>,
        /// Why.
        why: String,
    },
    /// The run was interrupted before.
    Left {
        /// Its name.
        tenant: String,
        /// The app that it names.
        app: Option<String>,
    },
}

impl All {
    /// Puts the results together, with words in a language.
    #[must_use]
    pub fn new(catalog: &Catalog, checked: Vec<Checked>, language: Language) -> Self {
        let mut notes = apps_at_fault(catalog, &checked);
        let (mut reports, mut apps, mut left) = (Vec::new(), Vec::new(), Vec::new());
        for one in checked {
            match one {
                Checked::Report { report, app } => {
                    reports.push(*report);
                    apps.push(app);
                }
                Checked::Failed { tenant, why, .. } => notes.push(note(
                    Note::NOT_CHECKED,
                    [("tenant", tenant.into()), ("why", why.into())],
                )),
                Checked::Left { tenant, .. } => left.push(tenant),
            }
        }
        if !left.is_empty() {
            notes.push(note(Note::LEFT, [("tenants", left.into())]));
        }
        let mut all = Self {
            schema_version: 1,
            reports,
            notes,
            apps,
        };
        all.say(language);
        all
    }

    /// Says its notes in a language, in place of what they said before.
    pub(super) fn say(&mut self, language: Language) {
        let speech = Speech::new(language);
        for note in &mut self.notes {
            note.say(&speech);
        }
    }

    /// Finds out for which reports a note on an app speaks, where only the reports are left: those with that finding, if they are as many.
    pub(super) fn infer_apps(&mut self) {
        self.apps = vec![None; self.reports.len()];
        for note in &self.notes {
            let arg = |name: &str| note.args.get(name);
            let (Some(Arg::Text(app)), Some(check), Some(cause), Some(Arg::Number(count))) =
                (arg("app"), arg("check"), arg("cause"), arg("count"))
            else {
                continue;
            };
            let shows = |report: &Report| {
                report.checks.iter().any(|found| {
                    let is = |word: &str, arg: &Arg| *arg == Arg::from(word);
                    is(&found.id, check) && found.cause.as_deref().is_some_and(|it| is(it, cause))
                })
            };
            let places = self.reports.iter().map(shows);
            let places: Vec<usize> = places
                .enumerate()
                .filter_map(|(place, shows)| shows.then_some(place))
                .collect();
            if i64::try_from(places.len()) != Ok(*count) {
                continue;
            }
            for place in places {
                if let Some(of) = self.apps.get_mut(place) {
                    *of = Some(app.clone());
                }
            }
        }
    }

    /// The note that tells of a finding of the report at this place, for all tenants of its app: the place of that note.
    pub(super) fn shared(&self, report: usize, check: &str, cause: &str) -> Option<usize> {
        let app = self.apps.get(report)?.as_deref()?;
        self.notes
            .iter()
            .position(|note| note.blames(app, check, cause))
    }

    /// Tenants that could not be checked, and why.
    pub(super) fn failed(&self) -> impl Iterator<Item = (&str, &str)> {
        let notes = self.notes.iter().filter(|note| note.is(Note::NOT_CHECKED));
        notes.filter_map(
            |note| match (note.args.get("tenant"), note.args.get("why")) {
                (Some(Arg::Text(tenant)), Some(Arg::Text(why))) => {
                    Some((tenant.as_str(), why.as_str()))
                }
                _ => None,
            },
        )
    }

    /// Tenants that were not reached before the run was interrupted.
    pub(super) fn left(&self) -> &[String] {
        let note = self.notes.iter().find(|note| note.is(Note::LEFT));
        match note.and_then(|note| note.args.get("tenants")) {
            Some(Arg::List(tenants)) => tenants,
            _ => &[],
        }
    }

    /// The worst of all exit codes, in the order 130, 2, 1, 3, 0.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        let of_reports = self.reports.iter().map(exit_code);
        let of_notes = self.notes.iter().map(Note::exit_code);
        worst(of_reports.chain(of_notes))
    }

    /// The document of the JSON format.
    ///
    /// # Errors
    /// Never for reports of ours; the serializer's signature asks for it.
    pub fn json(&self) -> serde_json::Result<String> {
        super::json::document(self)
    }
}

/// Apps of which every tenant, and at least three, fails for the same reason that lies with the app: said once for all of them.
fn apps_at_fault(catalog: &Catalog, checked: &[Checked]) -> Vec<Note> {
    let mut by_app: BTreeMap<&str, Vec<Option<&Report>>> = BTreeMap::new();
    for one in checked {
        // Of a tenant that could not be checked nobody knows whether it fails.
        let (report, app) = match one {
            Checked::Report { report, app } => (Some(&**report), app),
            Checked::Failed { app, .. } | Checked::Left { app, .. } => (None, app),
        };
        if let Some(app) = app {
            by_app.entry(app).or_default().push(report);
        }
    }
    let mut notes = Vec::new();
    for (app, tenants) in by_app {
        let reports: Vec<&Report> = tenants.iter().copied().flatten().collect();
        let [first, others @ ..] = reports.as_slice() else {
            continue;
        };
        if reports.len() < MANY || reports.len() < tenants.len() {
            continue;
        }
        let shared = app_wide_faults(catalog, first).into_iter().filter(|fault| {
            others
                .iter()
                .all(|report| app_wide_faults(catalog, report).contains(fault))
        });
        notes.extend(shared.map(|(check, cause)| {
            note(
                Note::APP_AT_FAULT,
                [
                    ("app", app.into()),
                    ("check", check.into()),
                    ("cause", cause.into()),
                    ("count", reports.len().into()),
                ],
            )
        }));
    }
    notes
}

/// What a report shows to be wrong with the app: check and cause.
fn app_wide_faults<'a>(catalog: &Catalog, report: &'a Report) -> Vec<(&'a str, &'a str)> {
    let failed = report
        .checks
        .iter()
        .filter(|check| check.outcome == Outcome::Fail);
    failed
        .filter_map(|check| Some((check.id.as_str(), check.cause.as_deref()?)))
        .filter(|(id, cause)| {
            catalog
                .check(id)
                .is_some_and(|check| check.is_app_wide(cause))
        })
        .collect()
}
