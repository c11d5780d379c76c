//! Questions and their answers: one file per question. Asking lives here, judging does not.

pub mod app;
pub mod app_permissions;
pub mod app_webhooks;
pub mod callback;
pub mod conversations;
pub mod deletion_callback;
pub mod identity;
pub mod issuer;
pub mod media;
pub mod outsider;
pub mod page;
pub mod pages;
pub mod permissions;
pub mod platform;
pub mod probe;
pub mod receivers;
mod record;
pub mod round_trip;
mod saved;
pub mod subscription;
pub mod thread;
pub mod thread_owner;
pub mod token;
mod watch;

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use record::{Answer, NotAsked, Record, State};
pub use saved::{Asked, Saved, SavedError, Selection};
pub use watch::Watch;

use crate::graph::{CallNote, Trouble, TroubleKind};
use crate::model::Question;

/// Why asking ended before everything was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Somebody interrupted it.
    Interrupted,
    /// The time limit of the whole check ran out.
    TimeLimit,
}

impl Ending {
    fn record<T>(self) -> Record<T> {
        match self {
            Self::Interrupted => Record::not_asked(NotAsked::Interrupted),
            Self::TimeLimit => {
                let detail = "the time limit of the whole check ran out".to_owned();
                Record {
                    answer: Answer::Unreachable(Trouble {
                        kind: TroubleKind::TimeLimit,
                        detail,
                    }),
                    notes: Vec::new(),
                }
            }
        }
    }
}

/// Declares the evidence: one record per question.
macro_rules! evidence {
    ($($(#[$doc:meta])* $field:ident: $type:ty = $question:ident),+ $(,)?) => {
        /// The answers to all questions.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Evidence { $($(#[$doc])* pub $field: Record<$type>),+ }

        impl Evidence {
            /// What came of a question.
            #[must_use]
            pub fn state(&self, question: Question) -> State<'_> {
                match question {
                    $(Question::$question => self.$field.state(),)+
                    Question::Account => self.identity.state(),
                }
            }

            /// Notes of the calls that a question took.
            #[must_use]
            pub fn notes(&self, question: Question) -> &[CallNote] {
                match question {
                    $(Question::$question => self.$field.notes(),)+
                    Question::Account => self.identity.notes(),
                }
            }

            /// Leaves a question unasked.
            pub fn leave(&mut self, question: Question, why: NotAsked) {
                match question {
                    $(Question::$question => self.$field = Record::not_asked(why),)+
                    Question::Account => self.identity = Record::not_asked(why),
                }
            }

            /// Marks the questions whose answers are still to come.
            pub fn await_rest(&mut self, open: &BTreeSet<Question>, watch: &Watch) {
                $(if open.contains(&Question::$question) {
                    self.$field = Record { answer: Answer::Awaited(watch.clone()), notes: Vec::new() };
                })+
            }

            /// Takes over what was asked anew; what was not keeps its answer.
            pub fn renew(&mut self, newer: Self) {
                $(if newer.$field.state() != State::NotAsked(NotAsked::NotNeeded) {
                    self.$field = newer.$field;
                })+
            }

            /// Gives the questions that were wanted and have no answer yet the reason why they never will.
            pub fn close(&mut self, wanted: &[Question], why: Ending) {
                $(if wanted.contains(&Question::$question) && self.$field.state() == State::NotAsked(NotAsked::NotNeeded) {
                    self.$field = why.record();
                })+
            }
        }
    };
}

evidence! {
    /// What kind of token.
    token: token::TokenFacts = Token,
    /// Who issued it.
    issuer: issuer::Issuer = Issuer,
    /// Whose it is.
    identity: identity::Identity = Identity,
    /// What it may do.
    permissions: Vec<permissions::Grant> = Permissions,
    /// Pages granted.
    pages: Vec<pages::GrantedPage> = Pages,
    /// The Page.
    page: page::PageFacts = Page,
    /// Apps connected.
    subscription: Vec<subscription::ConnectedApp> = Subscription,
    /// Who wrote, and when.
    conversations: Vec<conversations::Thread> = Conversations,
    /// Secondary receivers.
    receivers: Vec<String> = Receivers,
    /// Posts and their comments.
    media: Vec<media::Post> = Media,
    /// The app's settings.
    app: app::AppFacts = App,
    /// Permissions granted by review.
    app_permissions: Vec<permissions::Grant> = AppPermissions,
    /// The app's webhooks.
    app_webhooks: Vec<app_webhooks::Webhook> = AppWebhooks,
    /// Somebody who wrote.
    outsider: outsider::Outsider = Outsider,
    /// Who owns the newest thread.
    thread_owner: thread_owner::Owner = ThreadOwner,
    /// One conversation; none if Meta shows none with that person.
    thread: Option<thread::Messages> = Thread,
    /// The callback.
    callback: callback::CallbackFacts = Callback,
    /// The addresses for data deletion and for removing the app.
    deletion_callback: deletion_callback::DeletionFacts = DeletionCallback,
    /// The platform.
    platform: platform::PlatformFacts = Platform,
    /// A message on its way.
    round_trip: round_trip::RoundTrip = RoundTrip,
}

impl Evidence {
    /// The question that a question was built on, if that is why it was not asked.
    #[must_use]
    pub fn base(&self, question: Question) -> Question {
        match self.state(question) {
            State::NotAsked(NotAsked::After(base)) if base != question => self.base(base),
            _ => question,
        }
    }

    /// The account that Meta shows: linked to the Page, or the token's own.
    fn account(&self) -> (Option<&page::Linked>, Option<&identity::Account>) {
        let linked = self.page.value().and_then(|page| page.instagram.as_ref());
        (
            linked,
            self.identity
                .value()
                .and_then(|identity| identity.account.as_ref()),
        )
    }

    /// Id of the Instagram account as webhooks carry it, if it was seen.
    #[must_use]
    pub fn account_id(&self) -> Option<&str> {
        let (linked, own) = self.account();
        linked
            .map(|linked| linked.id.as_str())
            .or_else(|| own?.user_id.as_deref())
    }

    /// Name of the Instagram account, if it was seen; also of one that is connected without being professional.
    #[must_use]
    pub fn username(&self) -> Option<&str> {
        let (linked, own) = self.account();
        let connected = self.page.value().and_then(|page| page.connected.as_ref());
        let name = linked
            .or(connected)
            .and_then(|linked| linked.username.as_deref());
        name.or_else(|| Some(own?.username.as_str()))
            .filter(|name| !name.is_empty())
    }
}

/// Reads a JSON value of Meta's into a type of ours.
fn decode<T: DeserializeOwned>(value: Value) -> Result<T, Trouble> {
    serde_json::from_value(value).map_err(|error| Trouble {
        kind: TroubleKind::Unreadable,
        detail: format!("an answer of another shape: {error}"),
    })
}

/// Reads every item of a list.
fn decode_all<T: DeserializeOwned>(list: Vec<Value>) -> Result<Vec<T>, Trouble> {
    list.into_iter().map(decode).collect()
}

/// An id as Meta writes it: a string, or now and then a number.
fn id_text<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}
