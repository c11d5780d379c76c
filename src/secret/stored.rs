//! A token with what was known of it when it was stored.

use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use crate::model::TokenKind;
use crate::secret::{Secret, SecretError};

/// A token with the facts that nothing in it shows.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The token.
    pub token: Secret,
    /// Whose it is.
    pub kind: Option<TokenKind>,
    /// The app that issued it.
    pub app_id: Option<String>,
    /// Its end.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was stored.
    pub stored_at: Option<DateTime<Utc>>,
}

/// The same as a document. Keys of a newer igdoctor are passed over.
#[derive(Deserialize)]
struct Read {
    token: SecretString,
    kind: Option<TokenKind>,
    app_id: Option<String>,
    expires_at: Option<DateTime<Utc>>,
    stored_at: Option<DateTime<Utc>>,
}

#[derive(Serialize)]
struct Written<'a> {
    token: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<TokenKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    app_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stored_at: Option<DateTime<Utc>>,
}

impl Stored {
    /// A token of which nothing more is known.
    #[must_use]
    pub const fn bare(token: Secret) -> Self {
        Self {
            token,
            kind: None,
            app_id: None,
            expires_at: None,
            stored_at: None,
        }
    }

    /// What a source holds: a document of igdoctor's, or the token alone. `source` names it in errors.
    pub(super) fn parse(text: &SecretString, source: &str) -> Result<Self, SecretError> {
        let text = text.expose_secret().trim();
        if !text.starts_with('{') {
            return Secret::parse(text, source).map(Self::bare);
        }
        // What serde has to say of it could hold the token.
        let read: Read =
            serde_json::from_str(text).map_err(|_| SecretError::BadDocument(source.to_owned()))?;
        Ok(Self {
            token: Secret::parse(read.token.expose_secret(), source)?,
            kind: read.kind,
            app_id: read.app_id,
            expires_at: read.expires_at,
            stored_at: read.stored_at,
        })
    }

    /// The document: one line of JSON, which is ASCII save for what an app id may hold.
    pub(super) fn document(&self) -> SecretString {
        let written = Written {
            token: self.token.expose(),
            kind: self.kind,
            app_id: self.app_id.as_deref(),
            expires_at: self.expires_at,
            stored_at: self.stored_at,
        };
        // Only maps with keys that are no text, and numbers that are none, cannot be written.
        serde_json::to_string(&written).unwrap_or_default().into()
    }
}
