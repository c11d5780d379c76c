//! Ends that are no wrong usage: errors with an exit code of their own.

use std::error::Error;
use std::io::{self, ErrorKind};

use crate::report::{EXIT_FINDINGS, EXIT_INCONCLUSIVE, EXIT_INTERRUPTED, EXIT_USAGE};
use crate::speech;

/// An error with its exit code.
#[derive(Debug, thiserror::Error)]
#[error("{says}")]
pub(super) struct Ending {
    code: u8,
    says: String,
}

impl Ending {
    /// Meta said no, or the person did: nothing that another try would change.
    pub fn refused(says: impl Into<String>) -> anyhow::Error {
        Self::with(EXIT_FINDINGS, says)
    }

    /// Nobody could tell: Meta did not answer.
    pub fn unknown(says: impl Into<String>) -> anyhow::Error {
        Self::with(EXIT_INCONCLUSIVE, says)
    }

    /// Ctrl-C.
    pub fn interrupted(says: impl Into<String>) -> anyhow::Error {
        Self::with(EXIT_INTERRUPTED, says)
    }

    fn with(code: u8, says: impl Into<String>) -> anyhow::Error {
        let says = says.into();
        Self { code, says }.into()
    }
}

/// The exit code of an error: unless it has one of its own, it is wrong usage or configuration.
#[must_use]
pub fn code_of(error: &anyhow::Error) -> u8 {
    error
        .downcast_ref::<Ending>()
        .map_or(EXIT_USAGE, |ending| ending.code)
}

/// An error with its causes, as a person reads it.
#[must_use]
pub fn told(error: &anyhow::Error) -> String {
    let links: Vec<String> = error.chain().map(link).collect();
    links.join(": ")
}

/// One of them. The system speaks a language of its own, so what it says most often is said in ours.
pub(super) fn link(error: &(dyn Error + 'static)) -> String {
    let known = error.downcast_ref::<io::Error>().and_then(|error| {
        let key = match error.kind() {
            ErrorKind::NotFound => "error-io-not-found",
            ErrorKind::PermissionDenied => "error-io-permission",
            ErrorKind::IsADirectory => "error-io-directory",
            ErrorKind::NotADirectory => "error-io-not-directory",
            ErrorKind::StorageFull => "error-io-full",
            ErrorKind::ReadOnlyFilesystem => "error-io-read-only",
            ErrorKind::AddrInUse => "error-io-in-use",
            _ => return None,
        };
        Some(speech::error(key, &[("code", &error.raw_os_error()?)]))
    });
    known.unwrap_or_else(|| error.to_string())
}
