//! Taking a change back: what it added goes, what others added meanwhile stays.

use super::apply::{Applied, Mender, is_there, taken_of};
use super::change::Change;
use super::journal::{Entry, Event, JournalError};
use super::state::{Now, read};
use crate::fault;
use crate::graph::Failure;
use crate::secret::AppKeys;

/// What a change that was interrupted turned out to be.
#[derive(Debug)]
pub enum Interrupted {
    /// It happened; the journal says so now.
    Happened,
    /// It did not happen; the journal says so now.
    NotHappened,
    /// It was being taken back, and is gone; the journal says so now.
    TakenBack,
    /// It was being taken back, and is there still; the journal says so now.
    Stays,
    /// It could not be read.
    Unknown(Failure),
}

/// Whether a change can be taken back: it was made and nobody took it back yet.
#[must_use]
pub fn can_be_undone(entry: &Entry) -> bool {
    entry.last == Event::Done && !matches!(entry.change, Change::Token { .. })
}

/// Whether a change was left open by a crash or a lost answer.
#[must_use]
pub const fn is_open(entry: &Entry) -> bool {
    matches!(entry.last, Event::Begun | Event::Amended | Event::Undoing)
}

impl Mender<'_> {
    /// Finds out what became of a change that was left open, and writes that down.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub async fn settle(&self, entry: &Entry) -> Result<Interrupted, JournalError> {
        if matches!(entry.change, Change::Token { .. }) {
            self.journal.not_made(entry.id)?;
            return Ok(Interrupted::NotHappened);
        }
        let (id, change) = (entry.id, &entry.change);
        let now = match read(self.graph, &self.keys(), change).await {
            Ok(now) => now,
            Err(failure) => return Ok(Interrupted::Unknown(failure)),
        };
        if entry.last == Event::Undoing {
            return if is_gone(change, &change.added(), &now) {
                self.journal.undone(id)?;
                Ok(Interrupted::TakenBack)
            } else {
                self.journal.done(id)?;
                Ok(Interrupted::Stays)
            };
        }
        if is_there(change, &now) {
            self.journal.done(id)?;
            return Ok(Interrupted::Happened);
        }
        // A part of it can be taken back as well.
        if let Some(taken) = taken_of(change, &now) {
            self.journal.amend(id, &taken)?;
            self.journal.done(id)?;
            return Ok(Interrupted::Happened);
        }
        self.journal.not_made(id)?;
        Ok(Interrupted::NotHappened)
    }

    /// Takes a change back. Of lists that changed meanwhile only what it added is taken out.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub async fn undo(&self, entry: &Entry) -> Result<Applied, JournalError> {
        let (id, added) = (entry.id, entry.change.added());
        let now = match read(self.graph, &self.keys(), &entry.change).await {
            Ok(now) => now,
            Err(failure) => return Ok(Applied::Unreadable(failure)),
        };
        if is_gone(&entry.change, &added, &now) {
            self.journal.undone(id)?;
            return Ok(Applied::Nothing);
        }
        self.journal.undoing(id)?;
        fault::point("undo-after-journal");
        let failure = match self
            .in_time(self.take_back(&entry.change, &added, &now))
            .await
        {
            Ok(()) => None,
            Err(Failure::Refused(error)) if self.is_certain(&error) => {
                self.journal.done(id)?;
                return Ok(Applied::Refused(error));
            }
            Err(failure) => Some(failure),
        };
        fault::point("undo-after-write");
        match (read(self.graph, &self.keys(), &entry.change).await, failure) {
            (Ok(now), _) if is_gone(&entry.change, &added, &now) => {
                self.journal.undone(id)?;
                Ok(Applied::Done {
                    id,
                    left_out: Vec::new(),
                })
            }
            // It is in force as before, whatever Meta said.
            (Ok(_), _) => {
                self.journal.done(id)?;
                Ok(Applied::NotTaken { id })
            }
            (Err(failure), _) => Ok(Applied::Unknown { id, failure }),
        }
    }

    async fn take_back(&self, change: &Change, added: &[String], now: &Now) -> Result<(), Failure> {
        match (change, now) {
            (Change::Fields { page_id, .. }, Now::Fields(Some(there))) => {
                let rest = without(there, added);
                let page = page_id.as_deref();
                if rest.is_empty() {
                    self.graph.unsubscribe(self.token, page).await
                } else {
                    self.graph.subscribe(self.token, page, &rest).await
                }
            }
            (
                Change::Webhook {
                    app_id,
                    object,
                    before,
                    ..
                },
                Now::Webhook(Some((there, _))),
            ) => {
                let token = self
                    .app
                    .and_then(AppKeys::token)
                    .ok_or_else(super::state::no_secret)?;
                let app = (app_id.as_str(), &token);
                if before.is_none() && without(&there.fields, added).is_empty() {
                    self.graph.remove_webhook(app, object).await
                } else {
                    self.graph.remove_webhook_fields(app, object, added).await
                }
            }
            _ => Ok(()),
        }
    }
}

/// Whether nothing of what a change added is there any more.
fn is_gone(change: &Change, added: &[String], now: &Now) -> bool {
    let none = |there: &[String]| !there.iter().any(|field| added.contains(field));
    match (change, now) {
        (Change::Fields { before: None, .. }, Now::Fields(there)) => there
            .as_ref()
            .is_none_or(|there| none(there) && !there.is_empty()),
        (Change::Fields { .. }, Now::Fields(there)) => there.as_deref().is_none_or(none),
        (Change::Webhook { .. }, Now::Webhook(there)) => there
            .as_ref()
            .is_none_or(|(webhook, _)| none(&webhook.fields)),
        _ => true,
    }
}

fn without(there: &[String], added: &[String]) -> Vec<String> {
    there
        .iter()
        .filter(|field| !added.contains(field))
        .cloned()
        .collect()
}
