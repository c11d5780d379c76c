//! Secrets: values that cannot be printed by accident, and where they come from.

mod children;
mod command;
mod error;
mod harmless;
mod keyring;
#[cfg(feature = "schema")]
mod schema;
mod source;
mod stored;
mod written;

use std::fmt;
use std::path::Path;

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

pub use children::{children_without_secrets, hide};
pub use error::SecretError;
pub use harmless::looks_secret;
pub use source::Source;
pub use stored::Stored;

/// More than this is no secret: tokens have about 300 characters.
const LIMIT: usize = 64 * 1024;

/// A token, an app secret or a verify token. No `Display`; `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Takes the text as a secret; white space around it, as pasting leaves it, is dropped. `source` names where it came from in errors.
    ///
    /// # Errors
    /// When nothing is left, or when it holds characters that cannot be part of a secret.
    pub fn parse(text: &str, source: &str) -> Result<Self, SecretError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(SecretError::Empty(source.to_owned()));
        }
        if text
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || !c.is_ascii())
        {
            return Err(SecretError::Malformed(source.to_owned()));
        }
        Ok(Self(SecretString::from(text.to_owned())))
    }

    /// Reads a token from a file that only its owner can read.
    ///
    /// # Errors
    /// When it cannot be read, is empty, or others could read it.
    pub fn from_file(path: &Path) -> Result<Self, SecretError> {
        let file = Source::File {
            path: path.to_owned(),
            shared: false,
        };
        file.read(&|| ()).map(|stored| stored.token)
    }

    /// Hex HMAC-SHA256 of a message under this secret: the one signature that Meta uses, for proofs and for events (graph-api 1.6, 4.3).
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Self {
        Self(SecretString::from(
            self.signature(message)
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect::<String>(),
        ))
    }

    /// The same signature as bytes.
    #[must_use]
    pub fn signature(&self, message: &[u8]) -> Vec<u8> {
        // HMAC takes keys of any length, so there is always a signature.
        let mac = Hmac::<Sha256>::new_from_slice(self.expose().as_bytes());
        mac.map(|mac| mac.chain_update(message).finalize().into_bytes().to_vec())
            .unwrap_or_default()
    }

    /// Whether a signature is the one of this message. It takes as long for one that is nearly right as for any other, so that nobody can guess it piece by piece.
    #[must_use]
    pub fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        let mac = Hmac::<Sha256>::new_from_slice(self.expose().as_bytes());
        mac.is_ok_and(|mac| mac.chain_update(message).verify_slice(signature).is_ok())
    }

    /// So much of it that its owner can tell it from others, and nobody can use it.
    #[must_use]
    pub fn masked(&self) -> String {
        let text = self.expose();
        match (text.get(..4), text.get(text.len().saturating_sub(4)..)) {
            (Some(start), Some(end)) if text.len() >= 24 => format!("{start}…{end}"),
            _ => "…".to_owned(),
        }
    }

    /// The secret itself. Only for sending it, or for searching it in what is about to be written.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// An app's id with its secret, if we hold it.
#[derive(Clone, Debug)]
pub struct AppKeys {
    /// Numeric id of the app.
    pub id: String,
    /// With it, access is `app`.
    pub secret: Option<Secret>,
}

impl AppKeys {
    /// The app's own access token, `id|secret`, if the secret is known.
    #[must_use]
    pub fn token(&self) -> Option<Secret> {
        let secret = self.secret.as_ref()?;
        Some(Secret(SecretString::from(format!(
            "{}|{}",
            self.id,
            secret.expose()
        ))))
    }
}
