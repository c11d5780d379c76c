//! What a person said at prompts, kept for as long as it is believed. What the tenant's file says comes before it.

use std::fs;
use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Seen;
use crate::files;
use crate::places;

/// The answers of one tenant, in the folder of igdoctor's own.
#[derive(Debug)]
pub struct Remembered {
    path: PathBuf,
    answers: Vec<Seen>,
}

#[derive(Serialize, Deserialize)]
struct Format {
    schema_version: u32,
    answers: Vec<Seen>,
}

impl Remembered {
    /// What is remembered of a tenant; nothing where there is no folder, or nothing that can be read: an answer lost is asked again.
    #[must_use]
    pub fn of(tenant: &str) -> Option<Self> {
        let path = places::state_folder()?
            .join("answers")
            .join(format!("{tenant}.json"));
        let answers = fs::read(&path)
            .ok()
            .and_then(|text| serde_json::from_slice::<Format>(&text).ok())
            .map(|format| format.answers)
            .unwrap_or_default();
        Some(Self { path, answers })
    }

    /// The answers, the oldest first.
    #[must_use]
    pub fn answers(&self) -> &[Seen] {
        &self.answers
    }

    /// Keeps an answer in place of an earlier one to the same question.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep(&mut self, seen: Seen) -> io::Result<()> {
        self.answers
            .retain(|old| !old.is_about(&seen.check, &seen.question));
        self.answers.push(seen);
        self.write()
    }

    /// Drops the answer to a question: it was taken back.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn drop(&mut self, check: &str, question: &str) -> io::Result<()> {
        let before = self.answers.len();
        self.answers.retain(|old| !old.is_about(check, question));
        if self.answers.len() == before {
            return Ok(());
        }
        self.write()
    }

    /// Drops everything.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn clear(&mut self) -> io::Result<()> {
        if self.answers.is_empty() {
            return Ok(());
        }
        self.answers.clear();
        self.write()
    }

    fn write(&self) -> io::Result<()> {
        if let Some(folder) = self.path.parent() {
            places::make_private(folder)?;
        }
        let format = Format {
            schema_version: 1,
            answers: self.answers.clone(),
        };
        let text = serde_json::to_vec_pretty(&format)?;
        files::write_private(&self.path, &text)
    }
}
