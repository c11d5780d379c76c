//! Evidence as a file: judged again later, elsewhere, by a newer igdoctor, without any token.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Evidence;
use crate::files::write_private;
use crate::model::{Question, Severity, Symptom};
use crate::speech::error;
use crate::tenant::Expectation;

/// Which checks were wanted, and how their outcomes count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Selection {
    /// `--only`.
    pub only: Vec<String>,
    /// `--skip`.
    pub skip: Vec<String>,
    /// `--with`.
    pub with: Vec<String>,
    /// `--symptom`.
    pub symptom: Option<Symptom>,
    /// `--fail-on`.
    pub fail_on: Option<Severity>,
    /// `--strict`.
    pub strict: bool,
}

/// Evidence with all that is needed to judge it again. Nothing secret.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Saved {
    /// Version of the format.
    pub schema_version: u32,
    /// When it was taken, and so as of when it is judged.
    pub taken_at: DateTime<Utc>,
    /// How long that took.
    pub duration_ms: u64,
    /// What should be true.
    pub expect: Expectation,
    /// What was wanted.
    pub selection: Selection,
    /// Questions that were planned.
    pub planned: Vec<Question>,
    /// How Meta was asked.
    pub asked: Asked,
    /// The answers.
    pub evidence: Evidence,
    /// The run was interrupted.
    #[serde(default)]
    pub interrupted: bool,
}

/// How Meta was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The address, if not Meta's own.
    pub url: Option<String>,
    /// Version asked for.
    pub version_requested: String,
    /// Version answered.
    pub version_answered: Option<String>,
    /// HTTP exchanges.
    pub calls: u32,
    /// Longest chain of them.
    pub rounds: u32,
    /// Highest usage told, in percent.
    pub usage_percent: u64,
}

/// Why an evidence file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SavedError {
    /// It cannot be read.
    #[error("{}", error("error-evidence-unreadable", &[("path", &.path.display())]))]
    Unreadable {
        /// As given.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// It is not such a file.
    #[error("{}", error("error-evidence-invalid", &[("path", &.path.display())]))]
    Invalid {
        /// As given.
        path: PathBuf,
        /// What is wrong, with line and column.
        source: serde_json::Error,
    },
    /// It is from the future.
    #[error("{}", error("error-evidence-newer", &[("path", &.path.display()), ("found", found), ("known", &Saved::SCHEMA_VERSION)]))]
    Newer {
        /// As given.
        path: PathBuf,
        /// Its version.
        found: u64,
    },
    /// It cannot be written.
    #[error("{}", error("error-cannot-write", &[("path", &.path.display())]))]
    Unwritable {
        /// As given.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

impl Selection {
    /// This selection over an earlier one: named checks replace named checks, and what is not said stays as it was.
    #[must_use]
    pub fn over(self, earlier: Self) -> Self {
        let names_checks = !self.only.is_empty()
            || !self.skip.is_empty()
            || !self.with.is_empty()
            || self.symptom.is_some();
        let (fail_on, strict) = (
            self.fail_on.or(earlier.fail_on),
            self.strict || earlier.strict,
        );
        let checks = if names_checks { self } else { earlier };
        Self {
            fail_on,
            strict,
            ..checks
        }
    }
}

impl Saved {
    /// Version that new files get.
    pub const SCHEMA_VERSION: u32 = 1;

    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read, is no evidence, or is of a newer format.
    pub fn read(path: &Path) -> Result<Self, SavedError> {
        #[derive(Deserialize)]
        struct Version {
            schema_version: u64,
        }
        let text = std::fs::read_to_string(path).map_err(|source| SavedError::Unreadable {
            path: path.to_owned(),
            source,
        })?;
        let invalid = |source| SavedError::Invalid {
            path: path.to_owned(),
            source,
        };
        let version: Version = serde_json::from_str(&text).map_err(invalid)?;
        if version.schema_version > u64::from(Self::SCHEMA_VERSION) {
            return Err(SavedError::Newer {
                path: path.to_owned(),
                found: version.schema_version,
            });
        }
        serde_json::from_str(&text).map_err(invalid)
    }

    /// Writes a file, whole or not at all.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), SavedError> {
        let fail = |source| SavedError::Unwritable {
            path: path.to_owned(),
            source,
        };
        let mut text = serde_json::to_vec_pretty(self).map_err(|error| fail(error.into()))?;
        text.push(b'\n');
        write_private(path, &text).map_err(fail)
    }
}
