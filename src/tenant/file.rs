//! `igdoctor.toml`: read whole, checked whole, and every error with its line.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{TimeDelta, Utc};
use serde::Deserialize;

use super::entry::{Confirmation, Entry};
use super::sources::Wanted;
use crate::catalog::{self, Catalog};
use crate::files;
use crate::model::Flow;
use crate::platform::{self, Platform, PlatformError};
use crate::secret::Source;
use crate::speech::{did_you_mean, error};
use crate::toml_error::{self, quoted};

/// The tenants of one file.
#[derive(Clone, Debug)]
pub struct TenantFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Its tenants by name.
    pub tenants: BTreeMap<String, Entry>,
}

/// Why a file of tenants cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It cannot be read.
    #[error("{}", error("error-tenant-unreadable", &[("path", &.path.display())]))]
    Unreadable {
        /// As found or given.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Others could have named a command in it, or another callback.
    #[error("{}", error("error-tenant-writable-by-others", &[("path", &.0.display())]))]
    WritableByOthers(PathBuf),
    /// It lies in the working folder, but somebody else put it there.
    #[error("{}", error("error-tenant-of-another", &[("path", &.0.display())]))]
    OfAnother(PathBuf),
    /// It is not what the format asks for.
    #[error("{0}")]
    Invalid(String),
    /// It cannot be written.
    #[error("{}", error("error-tenant-unwritable", &[("path", &.path.display())]))]
    Unwritable {
        /// As found or given.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Somebody else wrote it while it was being changed here.
    #[error("{}", error("error-tenant-changed-meanwhile", &[("path", &.0.display())]))]
    ChangedMeanwhile(PathBuf),
    /// Another process holds it, and goes on holding it.
    #[error("{}", error("error-tenant-being-written", &[("path", &.0.display())]))]
    BeingWritten(PathBuf),
    /// There is no such tenant.
    #[error("{}", unknown(.name, .path, .names))]
    UnknownTenant {
        /// As given.
        name: String,
        /// Where it was looked for.
        path: PathBuf,
        /// Those that are there.
        names: Vec<String>,
    },
}

fn unknown(name: &str, path: &Path, names: &[String]) -> String {
    let path = path.display();
    if names.is_empty() {
        return error(
            "error-tenant-unknown-none",
            &[("name", &name), ("path", &path)],
        );
    }
    let hint = did_you_mean(name, names.iter().map(String::as_str));
    error(
        "error-tenant-unknown",
        &[
            ("name", &name),
            ("path", &path),
            ("hint", &hint),
            ("count", &names.len()),
        ],
    )
}

/// Tenants of igdoctor. No secret belongs here, only where each comes from.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(title = "igdoctor.toml"))]
#[serde(deny_unknown_fields)]
struct Format {
    /// The tenants by name.
    #[serde(default)]
    tenants: BTreeMap<String, Entry>,
}

impl TenantFile {
    /// Reads a file that nobody else can change.
    ///
    /// # Errors
    /// When it cannot be read, could be changed by others, or is wrong; then with the line.
    pub fn read(path: &Path) -> Result<Self, FileError> {
        let unreadable = |source| FileError::Unreadable {
            path: path.to_owned(),
            source,
        };
        if files::others_can_write(path).map_err(unreadable)? {
            return Err(FileError::WritableByOthers(path.to_owned()));
        }
        let text = std::fs::read_to_string(path).map_err(unreadable)?;
        Self::parse(path, &text)
    }

    /// Reads a file that need not be there yet.
    ///
    /// # Errors
    /// As `read`, but for a file that is not there.
    pub fn read_or_none(path: &Path) -> Result<Option<Self>, FileError> {
        match Self::read(path) {
            Err(FileError::Unreadable { source, .. }) if source.kind() == ErrorKind::NotFound => {
                Ok(None)
            }
            read => read.map(Some),
        }
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// When something in it is wrong; the message begins with `path:line:column`.
    pub fn parse(path: &Path, text: &str) -> Result<Self, FileError> {
        let name = path.display().to_string();
        let format: Format = toml::from_str(text)
            .map_err(|fault| FileError::Invalid(toml_error::explain(&name, text, &fault)))?;
        let file = Self {
            path: path.to_owned(),
            tenants: format.tenants,
        };
        file.check().map_err(|fault| {
            let path: Vec<&str> = fault.keys.iter().map(String::as_str).collect();
            let offset = toml_error::offset_of(text, &path);
            FileError::Invalid(toml_error::at(&name, text, offset, &fault.problem))
        })?;
        Ok(file)
    }

    /// JSON Schema of the format.
    #[cfg(feature = "schema")]
    #[must_use]
    pub fn schema() -> schemars::Schema {
        super::schema::of::<Format>()
    }

    /// A tenant by its name.
    ///
    /// # Errors
    /// When there is none; the message names the nearest.
    pub fn tenant(&self, name: &str) -> Result<&Entry, FileError> {
        self.tenants
            .get(name)
            .ok_or_else(|| FileError::UnknownTenant {
                name: name.to_owned(),
                path: self.path.clone(),
                names: self.tenants.keys().cloned().collect(),
            })
    }

    /// The folder that paths in the file are seen from.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }

    /// What the format cannot say: names that must exist, and what must fit together.
    fn check(&self) -> Result<(), Fault> {
        let catalog =
            catalog::load().map_err(|fault| Fault::at(&["tenants"], fault.to_string()))?;
        for (name, entry) in &self.tenants {
            let at = |keys: &[&str], problem: String| {
                let keys = ["tenants", name.as_str()]
                    .into_iter()
                    .chain(keys.iter().copied());
                Fault::at(&keys.collect::<Vec<_>>(), problem)
            };
            check_name(name).map_err(|problem| at(&[], problem))?;
            let platform = entry
                .platform()
                .map_err(|problem| at(&["platform"], problem))?;
            if let (Some(flow), Some(platform)) = (entry.flow, &platform) {
                check_flow(flow, platform).map_err(|problem| at(&["flow"], problem))?;
            }
            for key in entry.severity.keys() {
                let known = catalog.check(key).is_some() || catalog.owner(key).is_some();
                if !known {
                    let all = catalog.checks().iter().flat_map(|check| check.causes());
                    let hint = did_you_mean(key, catalog::ids().into_iter().chain(all));
                    return Err(at(
                        &["severity", key],
                        error(
                            "error-tenant-severity",
                            &[("key", &quoted(key)), ("hint", &hint)],
                        ),
                    ));
                }
            }
            for (index, waiver) in entry.waivers.iter().enumerate() {
                if waiver.check == "token-valid" {
                    return Err(at(
                        &["waivers", &index.to_string(), "check"],
                        error("error-tenant-waiver-token", &[]),
                    ));
                }
            }
            // There is one standard input, and it is read to its end.
            let from_stdin = |wanted: &&Wanted| entry.secrets.of(**wanted) == Some(&Source::Stdin);
            if let Some(second) = Wanted::ALL.iter().filter(from_stdin).nth(1) {
                return Err(at(
                    &["secrets", second.key()],
                    error("error-tenant-two-stdin", &[]),
                ));
            }
            for (index, confirmation) in entry.confirmations.iter().enumerate() {
                if confirmation.at > Utc::now() + TimeDelta::days(1) {
                    return Err(at(
                        &["confirmations", &index.to_string(), "at"],
                        error("error-tenant-day-to-come", &[]),
                    ));
                }
                let (key, problem) =
                    match check_confirmation(catalog, platform.as_ref(), confirmation) {
                        Ok(()) => continue,
                        Err(wrong) => wrong,
                    };
                return Err(at(&["confirmations", &index.to_string(), key], problem));
            }
        }
        Ok(())
    }
}

/// Names go into commands, keyring entries and file names.
pub fn check_name(name: &str) -> Result<(), String> {
    let fits = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    let starts = name.chars().next().is_some_and(char::is_alphanumeric);
    if starts && name.chars().all(fits) && name.chars().count() <= 64 {
        Ok(())
    } else {
        Err(error("error-tenant-name", &[]))
    }
}

/// A flow that the platform does not offer.
pub fn check_flow(flow: Flow, platform: &Platform) -> Result<(), String> {
    if platform.flows.contains(&flow) {
        return Ok(());
    }
    let offered: Vec<&str> = platform.flows.iter().map(|flow| flow.as_str()).collect();
    Err(error(
        "error-tenant-flow",
        &[("platform", &platform.name), ("flows", &offered.join(", "))],
    ))
}

fn check_confirmation(
    catalog: &Catalog,
    platform: Option<&Platform>,
    confirmation: &Confirmation,
) -> Result<(), (&'static str, String)> {
    let Some(check) = catalog.check(&confirmation.check) else {
        let hint = did_you_mean(&confirmation.check, catalog::ids());
        return Err(("check", error("error-tenant-no-check", &[("hint", &hint)])));
    };
    let mut questions: Vec<&str> = check
        .confirm
        .iter()
        .map(|confirm| confirm.when_no.as_str())
        .collect();
    if check.id == "platform-setup" {
        // Of a platform file of one's own the questions are known only when it is read.
        let Some(platform) = platform else {
            return Ok(());
        };
        questions.extend(platform.setup.iter().map(|setup| setup.id.as_str()));
    }
    if questions.is_empty() {
        return Err((
            "check",
            error("error-tenant-nothing-to-see", &[("check", &check.id)]),
        ));
    }
    match &confirmation.question {
        Some(question) if !questions.contains(&question.as_str()) => {
            let hint = did_you_mean(question, questions.iter().copied());
            Err((
                "question",
                error(
                    "error-tenant-no-question",
                    &[("hint", &hint), ("known", &questions.join(", "))],
                ),
            ))
        }
        _ => Ok(()),
    }
}

impl Entry {
    /// Its platform, if that is one that igdoctor knows. A file of one's own is read only when it is used.
    fn platform(&self) -> Result<Option<Platform>, String> {
        let named = match self.platform.as_deref() {
            Some(path) if platform::is_path(path) => return Ok(None),
            named => named.unwrap_or(platform::DEFAULT),
        };
        Platform::find(named)
            .map(Some)
            .map_err(|fault| match fault {
                // A value of the file is repeated only where it is nearly right.
                PlatformError::Unknown { .. } => {
                    let known: Vec<&str> = platform::ids().collect();
                    let hint = toml_error::hint(named, &known);
                    error("error-tenant-no-platform", &[("hint", &hint)])
                }
                other => other.to_string(),
            })
    }
}

/// Something wrong at a place in the file, named by its keys.
struct Fault {
    keys: Vec<String>,
    problem: String,
}

impl Fault {
    fn at(keys: &[&str], problem: String) -> Self {
        Self {
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
            problem,
        }
    }
}
