//! Waivers: what somebody accepts for a while, by name and with a reason.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::entry::WaiverEntry;

/// A finding that somebody accepts until a day. It stays visible, but counts no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// The check.
    pub check: String,
    /// The one cause that is accepted; none: whatever is found.
    pub cause: Option<String>,
    /// Why it is accepted.
    pub reason: String,
    /// Who accepts it.
    pub author: String,
    /// The last day on which it holds, in UTC.
    pub until: NaiveDate,
}

impl Waiver {
    /// Whether it covers a finding of a check, as of a moment.
    #[must_use]
    pub fn covers(&self, check: &str, cause: &str, now: DateTime<Utc>) -> bool {
        // A token that does not work is never accepted: then nothing was checked.
        check != "token-valid"
            && self.check == check
            && self.cause.as_deref().is_none_or(|only| only == cause)
            && !self.has_expired(now)
    }

    /// Whether its last day is over.
    #[must_use]
    pub fn has_expired(&self, now: DateTime<Utc>) -> bool {
        self.until < now.date_naive()
    }
}

impl From<&WaiverEntry> for Waiver {
    fn from(entry: &WaiverEntry) -> Self {
        Self {
            check: entry.check.clone(),
            cause: entry.cause.clone(),
            reason: entry.reason.clone(),
            author: entry.author.clone(),
            until: entry.until,
        }
    }
}
