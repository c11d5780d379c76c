//! `conversations`: the newest Instagram threads: who wrote and when, never what. An empty list proves nothing (graph-api 5.3).

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Record;
use crate::address::is_id;
use crate::graph::{Call, Exchange, Graph, Trouble, endpoints};
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
    without_ids(Record::read(asked(graph, token, page, round).await, read))
}

/// The same with the id of each, for whoever watches them.
pub async fn ask_with_ids(
    graph: &Graph,
    token: &Secret,
    page: Option<&str>,
) -> Record<Vec<(String, Thread)>> {
    Record::read(asked(graph, token, page, 1).await, read)
}

/// What is kept of them.
#[must_use]
pub fn without_ids(record: Record<Vec<(String, Thread)>>) -> Record<Vec<Thread>> {
    record.map(|threads| threads.into_iter().map(|(_, thread)| thread).collect())
}

async fn asked(graph: &Graph, token: &Secret, page: Option<&str>, round: u32) -> Exchange {
    let endpoint = match graph.flow() {
        Flow::Facebook => &endpoints::PAGE_CONVERSATIONS,
        Flow::Instagram => &endpoints::ACCOUNT_CONVERSATIONS,
    };
    let mut call = Call::new(endpoint, token);
    (call.id, call.round) = (page, round);
    graph.get(&call).await
}

fn read(body: Value) -> Result<Vec<(String, Thread)>, Trouble> {
    #[derive(Deserialize)]
    struct Page {
        data: Vec<Raw>,
    }
    #[derive(Deserialize)]
    struct Raw {
        #[serde(default)]
        id: String,
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
    let thread = |raw: Raw| {
        let people = raw.participants.map(|people| people.data);
        let ids = people.into_iter().flatten().map(|person| person.id);
        let thread = Thread {
            updated: raw.updated_time.as_deref().and_then(graph_time),
            is_owner: raw.is_owner,
            people: ids.filter(|id| is_id(id)).collect(),
        };
        (raw.id, thread)
    };
    Ok(page.data.into_iter().map(thread).collect())
}

/// Graph's times look like `2026-11-20T21:12:30+0000`, which is not quite RFC 3339.
pub(super) fn graph_time(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%z")
        .ok()
        .map(|time| time.with_timezone(&Utc))
}
