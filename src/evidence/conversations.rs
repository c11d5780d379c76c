//! `conversations`: the newest Instagram threads: who wrote and when, never what. An empty list proves nothing (graph-api 5.3).

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Record;
use crate::address::is_id;
use crate::graph::{Call, Graph, Trouble, endpoints};
use crate::model::Flow;
use crate::secret::Secret;

/// A thread younger than this is fresh: what it shows of routing holds now.
const FRESH: TimeDelta = TimeDelta::hours(24);

/// A conversation with one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thread {
    /// Time of its last message.
    pub updated: Option<DateTime<Utc>>,
    /// The token's app owns it; absent where Meta does not tell.
    pub is_owner: Option<bool>,
    /// Ids of everybody in it, the account included.
    pub people: Vec<String>,
}

impl Thread {
    /// Its last message is younger than a day.
    #[must_use]
    pub fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        self.updated.is_some_and(|updated| now - updated <= FRESH)
    }
}

/// Everybody who wrote: all people but the account itself, which is in every thread.
#[must_use]
pub fn outsiders(threads: &[Thread], account: Option<&str>) -> Vec<String> {
    let everywhere =
        |id: &String| threads.len() > 1 && threads.iter().all(|thread| thread.people.contains(id));
    let mut seen = BTreeSet::new();
    threads
        .iter()
        .flat_map(|thread| &thread.people)
        .filter(|id| account != Some(id.as_str()) && !everywhere(id) && seen.insert((*id).clone()))
        .cloned()
        .collect()
}

/// Asks for the newest threads: one page of them is enough.
pub async fn ask(
    graph: &Graph,
    token: &Secret,
    page: Option<&str>,
    round: u32,
) -> Record<Vec<Thread>> {
    let endpoint = match graph.flow() {
        Flow::Facebook => &endpoints::PAGE_CONVERSATIONS,
        Flow::Instagram => &endpoints::ACCOUNT_CONVERSATIONS,
    };
    let mut call = Call::new(endpoint, token);
    (call.id, call.round) = (page, round);
    Record::read(graph.get(&call).await, read)
}

fn read(body: Value) -> Result<Vec<Thread>, Trouble> {
    #[derive(Deserialize)]
    struct Page {
        data: Vec<Raw>,
    }
    #[derive(Deserialize)]
    struct Raw {
        updated_time: Option<String>,
        is_owner: Option<bool>,
        participants: Option<People>,
    }
    #[derive(Deserialize)]
    struct People {
        data: Vec<Person>,
    }
    #[derive(Deserialize)]
    struct Person {
        id: String,
    }
    let page: Page = super::decode(body)?;
    let thread = |raw: Raw| Thread {
        updated: raw.updated_time.as_deref().and_then(graph_time),
        is_owner: raw.is_owner,
        people: raw
            .participants
            .map(|people| {
                people
                    .data
                    .into_iter()
                    .map(|person| person.id)
                    .filter(|id| is_id(id))
                    .collect()
            })
            .unwrap_or_default(),
    };
    Ok(page.data.into_iter().map(thread).collect())
}

/// Graph's times look like `2026-11-20T21:12:30+0000`, which is not quite RFC 3339.
fn graph_time(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%z")
        .ok()
        .map(|time| time.with_timezone(&Utc))
}
