//! Why a secret could not be read, kept or removed.

use std::path::PathBuf;

/// Where a secret may come from instead of a keyring.
const OTHER_WAYS: &str = "let it come from elsewhere, as igdoctor.toml names it: { env = \"NAME\" }, { file = \"PATH\" } or { command = [\"PROGRAM\", …] }";

/// Why a secret could not be read, kept or removed. Never holds any part of it.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The file cannot be read.
    #[error("cannot read the file {}", .path.display())]
    Unreadable {
        /// As given.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Other users of the machine could read it.
    #[error("the file {} can be read by other users of this machine; run `chmod 600 {}` first", .0.display(), .0.display())]
    ReadableByOthers(PathBuf),
    /// The file cannot be written or removed.
    #[error("cannot write the file {}", .path.display())]
    Unwritable {
        /// As given.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The folder of a file that is to be written is missing.
    #[error("the file {} cannot be written: its folder does not exist; create it first", .0.display())]
    NoFolder(PathBuf),
    /// Nothing but white space.
    #[error("{0} holds no token: it is empty")]
    Empty(String),
    /// Something that cannot be sent as a header.
    #[error(
        "{0} holds characters that no token has (a line break, a space or a control character inside); copy it again"
    )]
    Malformed(String),
    /// Too much for a token.
    #[error("{0} holds more than any token: over {limit} KiB", limit = super::LIMIT / 1024)]
    TooLarge(String),
    /// It begins like a document of igdoctor's, and is none.
    #[error("{0} begins with a brace, but is no token that igdoctor stored; store it again")]
    BadDocument(String),
    /// The environment variable is missing or empty.
    #[error("the environment variable {name}, which {what} is to come from, is not set")]
    Unset {
        /// The variable.
        name: String,
        /// Such as `the token`.
        what: &'static str,
    },
    /// Standard input failed.
    #[error("cannot read the token from standard input")]
    Stdin(#[source] std::io::Error),
    /// A source that is not igdoctor's to write.
    #[error("igdoctor cannot keep a token in {0}: {why}; name {{ keyring = \"…\" }} or {{ file = \"…\" }} instead", why = .1)]
    CannotStore(String, &'static str),
    /// A source that is not igdoctor's to empty.
    #[error("igdoctor cannot remove the token from {0}: {why}", why = .1)]
    CannotDelete(String, &'static str),
    /// No session bus, no service behind it, or nothing in the service to keep an entry in.
    #[error("this machine has no keyring that igdoctor can use ({0}); {OTHER_WAYS}")]
    NoKeyring(String),
    /// It stayed locked, and nobody could be asked.
    #[error("the keyring is locked; unlock it and try again, or {OTHER_WAYS}")]
    Locked,
    /// It is locked and was not unlocked: somebody said no, or there is no screen to ask on.
    #[error(
        "the keyring is locked, and unlocking it was refused or could not be asked for; unlock it and try again, or {OTHER_WAYS}"
    )]
    Dismissed,
    /// It did not answer in time.
    #[error(
        "the keyring did not answer within {0} seconds; unlock it and try again, or {OTHER_WAYS}"
    )]
    TimedOut(u64),
    /// The keyring works and has no such entry.
    #[error("the keyring has no entry {0} of igdoctor's")]
    NotInKeyring(String),
    /// The keyring has it several times, and only a person can tell which is meant.
    #[error(
        "the keyring has several entries {0} of igdoctor's; remove all but one in the system's keyring program"
    )]
    SeveralInKeyring(String),
    /// Anything else that a keyring says.
    #[error("the keyring cannot be used: {0}")]
    Keyring(String),
    /// The program does not exist.
    #[error("the command {0} was not found; give its whole path, or install it")]
    NoSuchCommand(String),
    /// The program cannot be started.
    #[error("the command {program} cannot be started")]
    NotStarted {
        /// The program alone: arguments may hold anything.
        program: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// The program ended badly. What it wrote last is shown without anything that could be a secret.
    #[error("the command {program} failed ({status}){said}")]
    Failed {
        /// The program alone.
        program: String,
        /// How it ended.
        status: std::process::ExitStatus,
        /// `: ` and its last line, or nothing.
        said: String,
    },
    /// The program took too long, and was ended with all that it had started.
    #[error(
        "the command {program} did not finish within {seconds} seconds and was ended; give it longer: timeout = \"2m\""
    )]
    TooSlow {
        /// The program alone.
        program: String,
        /// Its time limit.
        seconds: u64,
    },
}
