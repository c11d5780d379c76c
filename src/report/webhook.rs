//! What is in a webhook request, as in the JSON format of version 1. What customers wrote is counted, never shown.

use serde::{Deserialize, Serialize};

use super::{EXIT_FINDINGS, EXIT_HEALTHY, EXIT_INCONCLUSIVE, Tool};
use crate::graph::webhook::{Duty, Event, Payload, Problem, Request, Signature, Standing};
use crate::model::{Language, vocabulary};

vocabulary! {
    /// How the account of an event stands to the tenant's.
    Whose {
        /// It is the tenant's.
        Expected = "expected",
        /// It is another one.
        Other = "other",
        /// It is nobody's: a test by the dashboard.
        Test = "test",
        /// There is nothing to compare it with.
        Unknown = "unknown",
    }
}

/// A webhook request. All keys are always there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Webhook {
    /// Version of the format.
    pub schema_version: u32,
    /// What wrote it.
    pub tool: Tool,
    /// Language of the words.
    pub lang: Language,
    /// It is the question by which Meta makes sure of a callback: it has neither signature nor body.
    pub handshake: bool,
    /// Who signed it.
    pub signature: Option<Signature>,
    /// Bytes of its body.
    pub bytes: usize,
    /// The headers tell of more bytes than there are.
    pub cut: bool,
    /// Why the body is not understood.
    pub problem: Option<Problem>,
    /// What the webhook is about; null where that is not known.
    pub object: Option<String>,
    /// What happened, in order.
    pub events: Vec<WebhookEvent>,
    /// Events beyond those, which were not looked at.
    pub more: usize,
}

/// What happened, and what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WebhookEvent {
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
    /// Whose account it is.
    pub account: Whose,
    /// Of a conversation that changed hands: whose app holds it now.
    pub new_owner: Option<Whose>,
    /// What a platform is to do with it, in words.
    pub message: String,
}

/// What is known of the tenant.
#[derive(Clone, Copy, Debug)]
pub struct Accounts<'a> {
    /// Ids that an entry may have: the account's, and the Page's for object `page`.
    pub instagram: &'a [String],
    /// The Page's.
    pub page: Option<&'a str>,
    /// Ids of the platform's app.
    pub apps: &'a [String],
}

impl Webhook {
    /// Puts together what is known. `duty` says in words what is to be done with an event.
    #[must_use]
    pub fn new(
        request: &Request,
        signature: Signature,
        payload: Payload,
        accounts: Accounts<'_>,
        lang: Language,
        duty: &dyn Fn(&Event) -> String,
    ) -> Self {
        let handshake = request.is_handshake();
        let object = payload.object;
        let standing = signature.standing;
        // Where only the way it was saved spoils it, it is known who signed.
        let trusted = matches!(standing, Standing::Right | Standing::Unchecked)
            || signature.altered.is_some();
        let told = |mut event: Event| {
            let account = whose(&event, object, accounts);
            // Whatever it holds, what stands around it counts first.
            event.duty = match (trusted, object, account) {
                (false, ..) => Duty::Refuse,
                (true, _, Whose::Other) => Duty::OtherAccount,
                (true, Some("page"), _) if account != Whose::Test => Duty::OtherProduct,
                _ => event.duty,
            };
            let owner = event.new_owner_app_id.as_ref();
            WebhookEvent {
                account,
                new_owner: owner.map(|app| whose_app(app, accounts.apps)),
                message: duty(&event),
                event,
            }
        };
        Self {
            schema_version: super::build::SCHEMA_VERSION,
            tool: Tool::this(),
            lang,
            handshake,
            signature: (!handshake).then_some(signature),
            bytes: request.body.len(),
            // A right signature proves that nothing is missing.
            cut: request.is_cut && standing != Standing::Right,
            problem: payload.problem.filter(|_| !handshake),
            object: object.map(str::to_owned),
            events: payload.events.into_iter().map(told).collect(),
            more: payload.more,
        }
    }

    /// 1 where the signature is wrong, 3 where no secret could tell.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self.signature.as_ref().map(|signature| signature.standing) {
            None | Some(Standing::Right) => EXIT_HEALTHY,
            Some(Standing::Unchecked) => EXIT_INCONCLUSIVE,
            Some(Standing::Wrong | Standing::Malformed | Standing::Absent) => EXIT_FINDINGS,
        }
    }

    /// The document.
    ///
    /// # Errors
    /// Never for documents of ours; the serializer's signature asks for it.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}

fn whose_app(app: &String, known: &[String]) -> Whose {
    match known {
        [] => Whose::Unknown,
        known if known.contains(app) => Whose::Expected,
        _ => Whose::Other,
    }
}

fn whose(event: &Event, object: Option<&str>, accounts: Accounts<'_>) -> Whose {
    if event.test {
        return Whose::Test;
    }
    let Some(id) = event.account_id.as_deref() else {
        return Whose::Unknown;
    };
    let known: Vec<&str> = match object {
        Some("page") => accounts.page.into_iter().collect(),
        _ => accounts.instagram.iter().map(String::as_str).collect(),
    };
    match known.as_slice() {
        [] => Whose::Unknown,
        known if known.contains(&id) => Whose::Expected,
        _ => Whose::Other,
    }
}
