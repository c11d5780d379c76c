//! Applying one change: read, unite, write down, write, read again. A write is repeated only where reading showed that it did not happen.

use std::time::Duration;

use super::change::{Change, united};
use super::journal::{Journal, JournalError};
use super::state::{Keys, Now, read};
use crate::catalog::ErrorClass;
use crate::fault;
use crate::graph::{Failure, Graph, GraphError, Trouble, TroubleKind};
use crate::secret::{AppKeys, Secret};

/// A write whose answer got lost is made at most so many times, each after it was read that it did not happen.
const WRITES: usize = 2;

/// Makes and takes back changes of one tenant.
#[derive(Debug)]
pub struct Mender<'a> {
    /// Meta.
    pub graph: &'a Graph,
    /// The Page's or account's own token.
    pub token: &'a Secret,
    /// The app.
    pub app: Option<&'a AppKeys>,
    /// The verify token of the callback.
    pub verify_token: Option<&'a Secret>,
    /// The address that Meta should call, where the app has no webhook yet.
    pub callback_url: Option<&'a str>,
    /// Longest time for one write. It may happen all the same.
    pub patience: Duration,
    /// Where changes are written down.
    pub journal: &'a Journal,
}

/// What came of a change.
#[derive(Debug)]
pub enum Applied {
    /// It was made, and read to be there. Fields that Meta does not take were left out.
    Done {
        /// Its number in the journal.
        id: u64,
        /// Fields left out.
        left_out: Vec<String>,
    },
    /// Everything was there already: nothing was written.
    Nothing,
    /// Meta refused; nothing was changed.
    Refused(GraphError),
    /// Meta said yes, but reading does not show it.
    NotTaken {
        /// Its number in the journal.
        id: u64,
    },
    /// Whether it happened could not be read. The journal keeps it open; the next run looks.
    Unknown {
        /// Its number in the journal.
        id: u64,
        /// What went wrong.
        failure: Failure,
    },
    /// What is there could not be read, so nothing was written.
    Unreadable(Failure),
}

impl<'a> Mender<'a> {
    pub(super) const fn keys(&self) -> Keys<'a> {
        Keys {
            token: self.token,
            app: self.app,
        }
    }

    /// Makes a change that was planned. What changed since the plan is united with it, never overwritten.
    ///
    /// # Errors
    /// When the journal cannot be written: then nothing is changed either.
    pub async fn apply(&self, check: &str, planned: &Change) -> Result<Applied, JournalError> {
        let mut now = match read(self.graph, &self.keys(), planned).await {
            Ok(now) => now,
            Err(failure) => return Ok(Applied::Unreadable(failure)),
        };
        let mut change = rebased(planned, &now);
        if is_there(&change, &now) {
            return Ok(Applied::Nothing);
        }
        fault::point("repair-before-journal");
        let id = self.journal.begin(check, &change)?;
        fault::point("repair-after-journal");
        let mut left_out = Vec::new();
        for _ in 0..WRITES {
            let failure = loop {
                match self.write(&change, &now).await {
                    Ok(()) => break None,
                    Err(Failure::Refused(error)) if self.is_certain(&error) => {
                        // A refusal is certain: nothing was written, so it may be asked for once more without that field.
                        let Some(field) = refused_field(&change, &error) else {
                            self.journal.not_made(id)?;
                            return Ok(Applied::Refused(error));
                        };
                        left_out.push(field.clone());
                        change = without(&change, &field);
                        self.journal.amend(id, &change)?;
                        if is_there(&change, &now) {
                            self.journal.not_made(id)?;
                            return Ok(Applied::Refused(error));
                        }
                    }
                    Err(failure) => break Some(failure),
                }
            };
            fault::point("repair-after-write");
            let after = match read(self.graph, &self.keys(), &change).await {
                Ok(after) => after,
                Err(failure) => return Ok(Applied::Unknown { id, failure }),
            };
            if is_there(&change, &after) {
                fault::point("repair-before-done");
                self.journal.done(id)?;
                return Ok(Applied::Done { id, left_out });
            }
            if failure.is_none() {
                let Some(taken) = taken_of(&change, &after) else {
                    // Meta said yes, and it is not there: another write would say the same.
                    break;
                };
                left_out.extend(missing(&change, &taken));
                self.journal.amend(id, &taken)?;
                self.journal.done(id)?;
                return Ok(Applied::Done { id, left_out });
            }
            // The answer got lost, and it did not happen: it may be tried once more, from what is there by now.
            change = rebased(&change, &after);
            now = after;
            self.journal.amend(id, &change)?;
        }
        self.journal.not_made(id)?;
        Ok(Applied::NotTaken { id })
    }

    /// Whether a refusal shows that nothing was written. A server that failed, or asks to try again, may have written all the same.
    pub(super) fn is_certain(&self, error: &GraphError) -> bool {
        error.http_status < 500 && error.class(self.graph.flow()) != Some(ErrorClass::Transient)
    }

    /// Makes the one call, within the time there is for it.
    pub(super) async fn write(&self, change: &Change, now: &Now) -> Result<(), Failure> {
        self.in_time(self.call(change, now)).await
    }

    pub(super) async fn in_time(
        &self,
        write: impl Future<Output = Result<(), Failure>>,
    ) -> Result<(), Failure> {
        tokio::time::timeout(self.patience, write)
            .await
            .unwrap_or_else(|_| {
                Err(Failure::Unreachable(Trouble::new(
                    TroubleKind::TimeLimit,
                    "no answer in time",
                )))
            })
    }

    async fn call(&self, change: &Change, now: &Now) -> Result<(), Failure> {
        match change {
            Change::Fields { page_id, after, .. } => {
                self.graph
                    .subscribe(self.token, page_id.as_deref(), after)
                    .await
            }
            Change::Webhook {
                app_id,
                object,
                after,
                ..
            } => {
                let (Some(token), Some(verify_token)) =
                    (self.app.and_then(AppKeys::token), self.verify_token)
                else {
                    return Err(super::state::no_secret());
                };
                let there = match now {
                    Now::Webhook(Some((_, address))) => Some(address.as_str()),
                    _ => self.callback_url,
                };
                let address = there.unwrap_or_default();
                self.graph
                    .add_webhook(
                        (app_id, &token),
                        object,
                        address,
                        &after.fields,
                        verify_token,
                    )
                    .await
            }
            Change::Token { .. } => Err(super::state::no_secret()),
        }
    }
}

/// The change as it looks from what is there now: never fewer than now.
pub(super) fn rebased(planned: &Change, now: &Now) -> Change {
    let mut change = planned.clone();
    match (&mut change, now) {
        (Change::Fields { before, after, .. }, Now::Fields(there)) => {
            let needed = planned.added();
            before.clone_from(there);
            *after = united(
                &united(there.as_deref().unwrap_or_default(), &needed),
                after,
            );
        }
        (Change::Webhook { before, after, .. }, Now::Webhook(there)) => {
            let there = there.as_ref().map(|(webhook, _)| webhook.clone());
            let fields = there.as_ref().map(|webhook| webhook.fields.clone());
            after.fields = united(&fields.unwrap_or_default(), &after.fields);
            *before = there;
        }
        _ => {}
    }
    change
}

/// Whether what the change asks for is there.
pub(super) fn is_there(change: &Change, now: &Now) -> bool {
    let all =
        |wanted: &[String], there: &[String]| wanted.iter().all(|field| there.contains(field));
    match (change, now) {
        (Change::Fields { after, .. }, Now::Fields(Some(there))) => all(after, there),
        (Change::Webhook { after, .. }, Now::Webhook(Some((there, _)))) => {
            there.active && all(&after.fields, &there.fields)
        }
        _ => false,
    }
}

/// The change as far as Meta took it, if it took a part of it: that part can be taken back.
pub(super) fn taken_of(change: &Change, now: &Now) -> Option<Change> {
    let there = match now {
        Now::Fields(there) => there.as_ref()?,
        Now::Webhook(there) => &there.as_ref()?.0.fields,
    };
    let mut taken = change.clone();
    for field in change.added().iter().filter(|field| !there.contains(field)) {
        taken = without(&taken, field);
    }
    (!taken.added().is_empty()).then_some(taken)
}

/// Fields of a change that are not in another.
fn missing(change: &Change, taken: &Change) -> Vec<String> {
    let taken = taken.added();
    let mut all = change.added();
    all.retain(|field| !taken.contains(field));
    all
}

/// The field that Meta does not take: `Param subscribed_fields[N] must be one of {…}`.
fn refused_field(change: &Change, error: &GraphError) -> Option<String> {
    let Change::Fields { before, after, .. } = change else {
        return None;
    };
    if error.code != 100 {
        return None;
    }
    let (_, rest) = error.message.split_once("subscribed_fields[")?;
    let (index, _) = rest.split_once(']')?;
    let field = after.get(index.parse::<usize>().ok()?)?;
    // What was there before was taken once; something else is wrong then.
    let new = before.as_ref().is_none_or(|before| !before.contains(field));
    (new && after.len() > 1).then(|| field.clone())
}

fn without(change: &Change, field: &str) -> Change {
    let mut change = change.clone();
    match &mut change {
        Change::Fields { after, .. } => after.retain(|name| name != field),
        Change::Webhook { after, .. } => after.fields.retain(|name| name != field),
        Change::Token { .. } => {}
    }
    change
}
