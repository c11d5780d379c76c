//! `round-trip`: one message with a code word, followed from whoever sent it to the platform (graph-api 8). Of what is read on the
//! way only that word is looked for, and nothing else is kept.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::conversations::graph_time;
use super::decode;
use crate::graph::endpoints::threads;
use crate::graph::webhook::Channel;
use crate::graph::{Call, CodeWord, Exchange, Failure, Graph, Trouble};
use crate::model::{Flow, vocabulary};
use crate::secret::Secret;

vocabulary! {
    /// Who sends the message.
    Sender {
        /// Somebody without a role on the app, as customers are.
        Stranger = "stranger",
        /// Somebody with a role on the app: an app that is not open to everybody serves only these.
        RoleHolder = "role-holder",
        /// The account itself (`--self`).
        Account = "account",
    }
}

vocabulary! {
    /// Where the person finds the message in the Instagram app of the account.
    Place {
        /// Among the other conversations.
        Inbox = "inbox",
        /// Among the message requests.
        Requests = "requests",
        /// Not there at all.
        Nowhere = "nowhere",
    }
}

vocabulary! {
    /// Who holds the conversation in which it was seen.
    Holder {
        /// The app whose token asks.
        Ours = "ours",
        /// Another app, or the inbox of Instagram.
        Other = "other",
    }
}

vocabulary! {
    /// Why nothing was sent.
    Hindrance {
        /// Whoever was asked did not agree, or left.
        Declined = "declined",
        /// Meta shows no conversation of the account with itself.
        NoOwnConversation = "no-own-conversation",
    }
}

/// What came of one message. Times count from the moment at which the word was shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoundTrip {
    /// The word that was looked for.
    pub word: String,
    /// Who sent it, as far as somebody said.
    pub sender: Option<Sender>,
    /// Whether it was sent, as far as somebody said.
    pub sent: Option<bool>,
    /// Why it was not.
    pub hindrance: Option<Hindrance>,
    /// How long it was waited for, in milliseconds.
    pub waited_ms: u64,
    /// Meta was looked at; without a token it cannot be.
    pub looked: bool,
    /// Where Meta shows it.
    pub seen: Option<Seen>,
    /// What the listener heard; `None` if nothing listened.
    pub heard: Option<Heard>,
    /// The platform shows it, as somebody said.
    pub shown: Option<bool>,
    /// When that was said, in milliseconds.
    pub shown_ms: Option<u64>,
    /// Where it is in the Instagram app, as somebody said.
    pub place: Option<Place>,
}

/// The message as the API shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// After how long, in milliseconds.
    pub ms: u64,
    /// How many messages hold the word.
    pub times: u32,
    /// Id of the conversation.
    pub thread: String,
    /// Id of the person, as this account knows them.
    pub person: Option<String>,
    /// Who holds the conversation, where Meta tells.
    pub holder: Option<Holder>,
    /// The app that holds it, where Meta names it.
    pub owner: Option<String>,
}

/// What the listener heard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Heard {
    /// When the message came, in milliseconds.
    pub ms: Option<u64>,
    /// How many times it came.
    pub times: u32,
    /// As what.
    pub channel: Option<Channel>,
    /// For which account, as the webhook says.
    pub account: Option<String>,
    /// Another account that the word came to.
    pub elsewhere: Option<String>,
    /// Rightly signed requests in all.
    pub right: u32,
    /// Requests without a right signature.
    pub wrong: u32,
    /// Handshakes that were answered.
    pub handshakes: u32,
}

impl RoundTrip {
    /// It is certain that Meta has it.
    #[must_use]
    pub fn is_at_meta(&self) -> bool {
        self.seen.is_some() || self.heard.as_ref().is_some_and(|heard| heard.ms.is_some())
    }

    /// Meta showed a message of somebody without a role: then the app serves everybody.
    #[must_use]
    pub fn is_from_stranger(&self) -> bool {
        // A webhook alone may be for another account.
        self.seen.is_some() && self.sender == Some(Sender::Stranger)
    }

    /// Minutes that it was waited for, if it was at least one.
    #[must_use]
    pub fn whole_minutes(&self) -> Option<u64> {
        Some(self.waited_ms / 60_000).filter(|minutes| *minutes > 0)
    }
}

/// A message that holds the word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its time.
    pub created: Option<DateTime<Utc>>,
    /// Who sent it.
    pub from: Option<String>,
}

/// The newest messages of one conversation that hold the word. The texts are read and forgotten.
pub async fn find(
    graph: &Graph,
    token: &Secret,
    thread: &str,
    word: &CodeWord,
) -> Exchange<Vec<Found>> {
    let endpoint = match graph.flow() {
        Flow::Facebook => &threads::THREAD_TEXTS,
        Flow::Instagram => &threads::ACCOUNT_THREAD_TEXTS,
    };
    let mut call = Call::new(endpoint, token);
    call.id = Some(thread);
    let exchange = graph.get(&call).await;
    let read = |body| read_messages(body, word).map_err(Failure::Unreachable);
    Exchange {
        result: exchange.result.and_then(read),
        notes: exchange.notes,
        left_out: exchange.left_out,
    }
}

fn read_messages(body: Value, word: &CodeWord) -> Result<Vec<Found>, Trouble> {
    #[derive(Deserialize)]
    struct Node {
        messages: Option<Messages>,
    }
    #[derive(Deserialize)]
    struct Messages {
        data: Vec<Message>,
    }
    #[derive(Deserialize)]
    struct Message {
        created_time: Option<String>,
        from: Option<Person>,
        message: Option<String>,
    }
    #[derive(Deserialize)]
    struct Person {
        id: Option<String>,
    }
    let node: Node = decode(body)?;
    let messages = node.messages.map(|list| list.data).unwrap_or_default();
    let holds = |message: &Message| {
        message
            .message
            .as_deref()
            .is_some_and(|text| word.is_in(text))
    };
    let found = messages.into_iter().filter(holds).map(|message| Found {
        created: message.created_time.as_deref().and_then(graph_time),
        from: message.from.and_then(|from| from.id),
    });
    Ok(found.collect())
}
