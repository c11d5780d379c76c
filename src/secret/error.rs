//! Why a secret could not be read, kept or removed.

use std::path::PathBuf;
use std::process::ExitStatus;

use crate::speech::error;

/// Why a secret could not be read, kept or removed. Never holds any part of it.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The file cannot be read.
    #[error("{}", error("error-secret-unreadable", &[("path", &.path.display())]))]
    Unreadable {
        /// As given.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Other users of the machine could read it.
    #[error("{}", error("error-secret-readable-by-others", &[("path", &.0.display())]))]
    ReadableByOthers(PathBuf),
    /// The file cannot be written or removed.
    #[error("{}", error("error-secret-unwritable", &[("path", &.path.display())]))]
    Unwritable {
        /// As given.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The folder of a file that is to be written is missing.
    #[error("{}", error("error-secret-no-folder", &[("path", &.0.display())]))]
    NoFolder(PathBuf),
    /// Nothing but white space.
    #[error("{}", error("error-secret-empty", &[("source", .0)]))]
    Empty(String),
    /// Something that cannot be sent as a header.
    #[error("{}", error("error-secret-malformed", &[("source", .0)]))]
    Malformed(String),
    /// Too much for a token.
    #[error("{}", error("error-secret-too-large", &[("source", .0), ("limit", &(super::LIMIT / 1024))]))]
    TooLarge(String),
    /// It begins like a document of igdoctor's, and is none.
    #[error("{}", error("error-secret-bad-document", &[("source", .0)]))]
    BadDocument(String),
    /// The environment variable is missing or empty.
    #[error("{}", error("error-secret-unset", &[("name", name), ("what", what)]))]
    Unset {
        /// The variable.
        name: String,
        /// Its key in a tenant's `secrets`, such as `app_secret`.
        what: &'static str,
    },
    /// Standard input failed.
    #[error("{}", error("error-secret-stdin", &[]))]
    Stdin(#[source] std::io::Error),
    /// A source that is not igdoctor's to write.
    #[error("{}", error("error-secret-cannot-store", &[("source", .0), ("why", .1)]))]
    CannotStore(String, &'static str),
    /// A source that is not igdoctor's to empty.
    #[error("{}", error("error-secret-cannot-delete", &[("source", .0), ("why", .1)]))]
    CannotDelete(String, &'static str),
    /// No session bus, no service behind it, or nothing in the service to keep an entry in.
    #[error("{}", error("error-secret-no-keyring", &[("reason", .0)]))]
    NoKeyring(String),
    /// It stayed locked, and nobody could be asked.
    #[error("{}", error("error-secret-locked", &[]))]
    Locked,
    /// It is locked and was not unlocked: somebody said no, or there is no screen to ask on.
    #[error("{}", error("error-secret-dismissed", &[]))]
    Dismissed,
    /// It did not answer in time.
    #[error("{}", error("error-secret-timed-out", &[("seconds", .0)]))]
    TimedOut(u64),
    /// The keyring works and has no such entry.
    #[error("{}", error("error-secret-not-in-keyring", &[("name", .0)]))]
    NotInKeyring(String),
    /// The keyring has it several times, and only a person can tell which is meant.
    #[error("{}", error("error-secret-several-in-keyring", &[("name", .0)]))]
    SeveralInKeyring(String),
    /// Anything else that a keyring says.
    #[error("{}", error("error-secret-keyring", &[("reason", .0)]))]
    Keyring(String),
    /// The program does not exist.
    #[error("{}", error("error-secret-no-such-command", &[("program", .0)]))]
    NoSuchCommand(String),
    /// The program cannot be started.
    #[error("{}", error("error-secret-not-started", &[("program", program)]))]
    NotStarted {
        /// The program alone: arguments may hold anything.
        program: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// The program ended badly. What it wrote last is shown without anything that could be a secret.
    #[error("{}", failed(program, *status, said))]
    Failed {
        /// The program alone.
        program: String,
        /// How it ended.
        status: ExitStatus,
        /// `: ` and its last line, or nothing.
        said: String,
    },
    /// The program took too long, and was ended with all that it had started.
    #[error("{}", error("error-secret-too-slow", &[("program", program), ("seconds", seconds)]))]
    TooSlow {
        /// The program alone.
        program: String,
        /// Its time limit.
        seconds: u64,
    },
}

/// A program that ended badly, by itself or by a signal.
fn failed(program: &str, status: ExitStatus, said: &str) -> String {
    match status.code() {
        Some(code) => error(
            "error-secret-failed",
            &[("program", &program), ("code", &code), ("said", &said)],
        ),
        None => error(
            "error-secret-killed",
            &[("program", &program), ("status", &status), ("said", &said)],
        ),
    }
}
