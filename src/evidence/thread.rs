//! `thread`: one conversation: who wrote and when, never what; and whether the token's app holds it.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::conversations::graph_time;
use super::{Evidence, Record, decode, id_text};
use crate::address::is_id;
use crate::graph::endpoints::threads;
use crate::graph::{Call, Graph, Param, Trouble};
use crate::model::Flow;
use crate::secret::Secret;
use crate::speech::error;
use crate::tenant::Expectation;

/// So many messages of a conversation can be seen; as many are asked for (graph-api 8).
const SHOWN: usize = 20;
/// The longest id; Meta's have about 100 characters.
const LONGEST: usize = 512;

/// Which conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// By its own id.
    Id(String),
    /// The one with this person, by the id that webhooks carry.
    Of(String),
}

/// It is no id of a conversation or a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", error("error-message-thread", &[]))]
pub struct NoThread;

impl FromStr for Which {
    type Err = NoThread;

    fn from_str(text: &str) -> Result<Self, NoThread> {
        if is_id(text) {
            return Ok(Self::Of(text.to_owned()));
        }
        let fits = |c: char| c.is_ascii_alphanumeric() || "_-=:".contains(c);
        let long = (8..=LONGEST).contains(&text.len()) && text.bytes().any(|b| b.is_ascii_digit());
        if long && text.chars().all(fits) {
            return Ok(Self::Id(text.to_owned()));
        }
        Err(NoThread)
    }
}

impl Which {
    /// The person, where the conversation was named by one.
    #[must_use]
    pub fn person(&self) -> Option<String> {
        match self {
            Self::Id(_) => None,
            Self::Of(person) => Some(person.clone()),
        }
    }
}

/// A message, without what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// Who sent it, where Meta tells.
    pub from: Option<String>,
    /// When.
    pub at: Option<DateTime<Utc>>,
}

/// A conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Messages {
    /// Ids of everybody in it, the account included.
    pub people: Vec<String>,
    /// The newest messages.
    pub newest: Vec<Sent>,
    /// There are no older ones.
    pub is_whole: bool,
    /// The token's app holds it; absent where Meta does not tell.
    #[serde(default)]
    pub is_owner: Option<bool>,
}

/// Ids by which the account goes: as webhooks carry it, as its own token sees it, and the Page's.
#[must_use]
pub fn own_ids<'a>(evidence: &'a Evidence, expect: &'a Expectation) -> Vec<&'a str> {
    let identity = evidence.identity.value();
    let page = evidence.page.value();
    let ids = [
        evidence.account_id(),
        expect.instagram_id.as_deref(),
        identity
            .filter(|identity| identity.account.is_some())
            .map(|identity| identity.id.as_str()),
        page.map(|page| page.id.as_str()),
        expect.page_id.as_deref(),
    ];
    ids.into_iter().flatten().collect()
}

impl Messages {
    /// The only one beside the account.
    #[must_use]
    pub fn customer(&self, evidence: &Evidence, expect: &Expectation) -> Option<String> {
        let own = own_ids(evidence, expect);
        let mut others = self.people.iter().filter(|id| !own.contains(&id.as_str()));
        let customer = others.next()?;
        // Where the account is not among them, nobody can tell who is who.
        let is_only = others.next().is_none() && self.people.len() > 1;
        is_only.then(|| customer.clone())
    }
}

/// Asks for one conversation. `page` is the Page whose conversations they are; the token's own account where there is none.
pub async fn ask(
    graph: &Graph,
    token: &Secret,
    which: &Which,
    page: Option<&str>,
    round: u32,
) -> Record<Option<Messages>> {
    let endpoint = match (which, graph.flow()) {
        (Which::Id(_), Flow::Facebook) => &threads::THREAD,
        (Which::Id(_), Flow::Instagram) => &threads::ACCOUNT_THREAD,
        (Which::Of(_), Flow::Facebook) => &threads::PAGE_THREAD,
        (Which::Of(_), Flow::Instagram) => &threads::ACCOUNT_THREAD_WITH,
    };
    let mut call = Call::new(endpoint, token);
    call.round = round;
    match which {
        Which::Id(id) => call.id = Some(id),
        Which::Of(person) => {
            call.id = page;
            call.params
                .push(("user_id", Param::Open(person.to_owned())));
        }
    }
    Record::read(graph.get(&call).await, |body| match which {
        Which::Id(_) => read(body).map(Some),
        Which::Of(_) => first(body)?.map(read).transpose(),
    })
}

/// The only conversation of a list, if there is one.
fn first(body: Value) -> Result<Option<Value>, Trouble> {
    #[derive(Deserialize)]
    struct List {
        data: Vec<Value>,
    }
    let list: List = decode(body)?;
    Ok(list.data.into_iter().next())
}

#[derive(Deserialize)]
struct Raw {
    participants: Option<List<Person>>,
    messages: Option<List<Message>>,
    is_owner: Option<bool>,
}

#[derive(Deserialize)]
struct List<T> {
    data: Vec<T>,
    paging: Option<Paging>,
}

#[derive(Deserialize)]
struct Paging {
    next: Option<Value>,
}

#[derive(Deserialize)]
struct Person {
    #[serde(default, deserialize_with = "id_text")]
    id: Option<String>,
}

#[derive(Deserialize)]
struct Message {
    created_time: Option<String>,
    from: Option<Person>,
}

impl Person {
    fn known(self) -> Option<String> {
        self.id.filter(|id| is_id(id))
    }
}

fn read(body: Value) -> Result<Messages, Trouble> {
    let raw: Raw = decode(body)?;
    let people = raw.participants.map(|people| people.data);
    let people = people.into_iter().flatten().filter_map(Person::known);
    let list = raw.messages;
    let is_last = |list: &List<Message>| {
        list.data.len() < SHOWN && list.paging.as_ref().is_none_or(|it| it.next.is_none())
    };
    let is_whole = list.as_ref().is_some_and(is_last);
    let sent = |message: Message| Sent {
        from: message.from.and_then(Person::known),
        at: message.created_time.as_deref().and_then(graph_time),
    };
    let newest = list.into_iter().flat_map(|list| list.data).map(sent);
    Ok(Messages {
        people: people.collect(),
        newest: newest.collect(),
        is_whole,
        is_owner: raw.is_owner,
    })
}
