//! How far a guided repair has come, so that it can go on another day.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::files::write_private;
use crate::model::{Actor, Outcome, Symptom};
use crate::places;
use crate::report::Report;
use crate::speech::error;

/// How far it has come.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Progress {
    schema_version: u32,
    /// When it began.
    pub began_at: DateTime<Utc>,
    /// What the person sees; none: they do not know.
    pub symptom: Option<Symptom>,
    /// What was wrong, or could not be told, by check, in the order in which it came up.
    pub found: Vec<Found>,
    /// What was done, in order.
    pub did: Vec<Did>,
}

/// Something that was wrong, or could not be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Found {
    pub check: String,
    pub outcome: Outcome,
    pub cause: String,
    pub title: String,
    pub message: String,
    pub actor: Option<Actor>,
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Did {
    pub check: String,
    pub by: By,
    pub at: DateTime<Utc>,
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum By {
    /// Through Meta's API.
    Igdoctor,
    /// On Meta's screens.
    Person,
}

impl Progress {
    pub fn new(symptom: Option<Symptom>) -> Self {
        Self {
            schema_version: 1,
            began_at: Utc::now(),
            symptom,
            found: Vec::new(),
            did: Vec::new(),
        }
    }

    /// The one that was stopped half-way, if there is one.
    pub fn stopped(tenant: &str) -> Option<Self> {
        let text = fs::read(path(tenant)?).ok()?;
        let progress: Self = serde_json::from_slice(&text).ok()?;
        // One of a newer igdoctor is not understood here; the walk begins anew.
        (progress.schema_version == 1).then_some(progress)
    }

    /// What a report shows to be wrong is added; what was found before stays.
    pub fn add(&mut self, report: &Report) {
        for check in &report.checks {
            let counts = matches!(
                check.outcome,
                Outcome::Fail | Outcome::Warn | Outcome::Unknown
            );
            let Some(cause) = check.cause.clone().filter(|_| counts) else {
                continue;
            };
            let known = |found: &Found| found.check == check.id && found.cause == cause;
            if self.found.iter().any(known) {
                continue;
            }
            self.found.push(Found {
                check: check.id.clone(),
                outcome: check.outcome,
                cause,
                title: check.title.clone(),
                message: check.message.clone(),
                actor: check.actor,
            });
        }
    }

    pub fn did(&mut self, check: &str, by: By) {
        self.did.push(Did {
            check: check.to_owned(),
            by,
            at: Utc::now(),
        });
    }

    /// Keeps it, so that nothing is lost if the person goes away.
    pub fn save(&self, tenant: &str) -> Result<()> {
        let path = path(tenant).with_context(|| error("error-repair-no-folder", &[]))?;
        if let Some(folder) = path.parent() {
            places::make_private(folder)?;
        }
        write_private(&path, &serde_json::to_vec_pretty(self)?)
            .with_context(|| error("error-cannot-write", &[("path", &path.display())]))
    }

    /// It is over: the next repair begins anew.
    pub fn forget(tenant: &str) {
        // One that stays is offered again, which harms nobody.
        let _ = path(tenant).map(fs::remove_file);
    }
}

fn path(tenant: &str) -> Option<PathBuf> {
    Some(
        places::state_folder()?
            .join("guided")
            .join(format!("{tenant}.json")),
    )
}
