//! What a fix writes at Meta, and what was there before.

use serde::{Deserialize, Serialize};

use crate::model::Flow;

/// One change at Meta.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Change {
    /// Fields that the app gets from the Page or account. Concerns this tenant alone.
    Fields {
        /// Which list: the Page's, or in the instagram flow the account's.
        flow: Flow,
        /// The Page.
        page_id: Option<String>,
        /// The app, as far as it is known.
        app_id: Option<String>,
        /// What was there; none: the app was not connected at all.
        before: Option<Vec<String>>,
        /// What is to be there: everything that was, and what is needed.
        after: Vec<String>,
    },
    /// Fields of the app's webhook. Concerns every customer of the app.
    Webhook {
        /// The app.
        app_id: String,
        /// Its name, which a person types to go on.
        app_name: Option<String>,
        /// `instagram`, `page`.
        object: String,
        /// The address, without what it may hide. It stays what it was.
        callback: String,
        /// What was there; none: no webhook of this object.
        before: Option<Webhook>,
        /// What is to be there.
        after: Webhook,
    },
    /// A new token for the old one. What was there cannot come back.
    Token {
        /// How: `exchange` or `refresh`.
        how: Renewal,
    },
}

/// A webhook as far as a repair changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Webhook {
    /// Meta delivers.
    pub active: bool,
    /// Fields delivered.
    pub fields: Vec<String>,
}

/// How a token is renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Renewal {
    /// Facebook Login, with the app's id and secret.
    Exchange,
    /// Instagram Login.
    Refresh,
}

/// What cannot be taken back of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// Nothing: all of it can be taken back.
    Nothing,
    /// A webhook that was switched on cannot be switched off through the API.
    Activation,
    /// The old verify token is not known to anybody but the platform.
    VerifyToken,
    /// An exchanged token.
    OldToken,
}

impl Change {
    /// The call that makes it, as Meta's documentation writes it.
    #[must_use]
    pub fn call(&self) -> String {
        match self {
            Self::Fields {
                flow: Flow::Facebook,
                page_id,
                after,
                ..
            } => format!(
                "POST /{}/subscribed_apps subscribed_fields={}",
                page_id.as_deref().unwrap_or("{page}"),
                after.join(",")
            ),
            Self::Fields { after, .. } => {
                format!(
                    "POST /me/subscribed_apps subscribed_fields={}",
                    after.join(",")
                )
            }
            Self::Webhook {
                app_id,
                object,
                callback,
                after,
                ..
            } => format!(
                "POST /{app_id}/subscriptions object={object} callback_url={callback} fields={} verify_token=…",
                after.fields.join(",")
            ),
            Self::Token {
                how: Renewal::Exchange,
            } => "GET /oauth/access_token grant_type=fb_exchange_token".to_owned(),
            Self::Token {
                how: Renewal::Refresh,
            } => "GET /refresh_access_token grant_type=ig_refresh_token".to_owned(),
        }
    }

    /// Fields that come to what was there.
    #[must_use]
    pub fn added(&self) -> Vec<String> {
        let (before, after) = match self {
            Self::Fields { before, after, .. } => (before.as_ref(), after),
            Self::Webhook { before, after, .. } => {
                (before.as_ref().map(|before| &before.fields), &after.fields)
            }
            Self::Token { .. } => return Vec::new(),
        };
        let new = |field: &&String| before.is_none_or(|before| !before.contains(field));
        after.iter().filter(new).cloned().collect()
    }

    /// Whether customers of the app other than this tenant are concerned.
    #[must_use]
    pub const fn is_app_wide(&self) -> bool {
        matches!(self, Self::Webhook { .. })
    }

    /// What of it cannot be taken back.
    #[must_use]
    pub fn lasting(&self) -> Lasting {
        match self {
            Self::Fields { .. } => Lasting::Nothing,
            Self::Webhook {
                before: Some(before),
                ..
            } if !before.active => Lasting::Activation,
            Self::Webhook {
                before: Some(_), ..
            } => Lasting::VerifyToken,
            Self::Webhook { before: None, .. } => Lasting::Nothing,
            Self::Token { .. } => Lasting::OldToken,
        }
    }
}

/// Everything that was, and what is needed: never fewer than before.
#[must_use]
pub fn united(before: &[String], needed: &[String]) -> Vec<String> {
    let mut all = before.to_vec();
    for field in needed {
        if !all.contains(field) {
            all.push(field.clone());
        }
    }
    all
}
