//! Somebody who acts in a world while igdoctor looks on: they send the message that `trace` follows, and tell what a person sees.

use chrono::{DateTime, Utc};

use crate::evidence::round_trip::{Place, Sender};

/// Somebody who sends the message with the code word.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Id of the person, as the account knows them.
    pub person: &'static str,
    /// They have a role on the app.
    pub has_role: bool,
    /// Milliseconds from the word to the message; `None`: they never send it.
    pub after_ms: Option<u64>,
    /// How many times they send it.
    pub times: u32,
    /// Meta shows it through the API.
    pub is_shown: bool,
    /// App that holds the conversation from then on, if any.
    pub holder: Option<String>,
    /// What Meta does about the webhook.
    pub delivery: Delivery,
    /// What somebody who looks tells.
    pub tells: Tells,
}

/// What Meta does about the webhook of the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It is sent.
    Sent,
    /// It is sent again, though it was answered.
    Repeated,
    /// Another app signs it.
    WronglySigned,
    /// It is not sent.
    Lost,
}

/// What somebody who looks tells; `None` is “I don't know”.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tells {
    /// Who they are.
    pub sender: Option<Sender>,
    /// It was sent.
    pub sent: Option<bool>,
    /// The platform shows it.
    pub shown: Option<bool>,
    /// Where it is in the Instagram app.
    pub place: Option<Place>,
}

/// A message of a conversation.
#[derive(Clone, Debug)]
pub struct Message {
    /// What it says.
    pub text: String,
    /// When it was sent.
    pub at: DateTime<Utc>,
    /// The account wrote it.
    pub own: bool,
}
