//! Secrets: values that cannot be printed by accident.

use std::fmt;
use std::io::Read;
use std::path::{Path, PathBuf};

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

use crate::files::others_can_read;

/// A token, an app secret or a verify token. No `Display`; `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Secret(SecretString);

/// Why a secret could not be read. Never holds any part of it.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The file cannot be read.
    #[error("cannot read the token file {}", .path.display())]
    Unreadable {
        /// As given.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Other users of the machine could read it.
    #[error("the token file {} can be read by other users of this machine; run `chmod 600 {}` first", .0.display(), .0.display())]
    ReadableByOthers(PathBuf),
    /// Nothing but white space.
    #[error("{0} holds no token: it is empty")]
    Empty(String),
    /// Something that cannot be sent as a header.
    #[error(
        "{0} holds characters that no token has (a line break, a space or a control character inside); copy it again"
    )]
    Malformed(String),
    /// Standard input failed.
    #[error("cannot read the token from standard input")]
    Stdin(#[source] std::io::Error),
}

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
        let unreadable = |source| SecretError::Unreadable {
            path: path.to_owned(),
            source,
        };
        if others_can_read(path).map_err(unreadable)? {
            return Err(SecretError::ReadableByOthers(path.to_owned()));
        }
        let text = std::fs::read_to_string(path).map_err(unreadable)?;
        Self::parse(&text, &format!("the token file {}", path.display()))
    }

    /// Reads a token from standard input, to its end.
    ///
    /// # Errors
    /// When it cannot be read or is empty.
    pub fn from_stdin() -> Result<Self, SecretError> {
        let mut text = String::new();
        std::io::stdin()
            .read_to_string(&mut text)
            .map_err(SecretError::Stdin)?;
        Self::parse(&text, "standard input")
    }

    /// Hex HMAC-SHA256 of a message under this secret: the one signature that Meta uses, for proofs and for events (graph-api 1.6, 4.3).
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Self {
        // HMAC takes keys of any length, so there is always a signature.
        let mac = Hmac::<Sha256>::new_from_slice(self.expose().as_bytes());
        let bytes = mac
            .map(|mac| mac.chain_update(message).finalize().into_bytes().to_vec())
            .unwrap_or_default();
        Self(SecretString::from(
            bytes
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect::<String>(),
        ))
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
