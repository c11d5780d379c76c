//! Ends that are no wrong usage: errors with an exit code of their own.

use crate::report::{EXIT_FINDINGS, EXIT_INCONCLUSIVE, EXIT_INTERRUPTED, EXIT_USAGE};

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
