//! `igdoctor auth`: the token of a tenant: taken in, looked at, renewed, thrown away.

mod browser;
mod inspect;
pub(super) mod keep;
mod login;
mod logout;
mod loopback;
mod refresh;
mod renew;
mod status;
pub(super) mod target;
pub(super) mod trade;

use anyhow::Result;
use clap::{Args, Subcommand};

/// Flags of `auth`.
#[derive(Args, Debug)]
pub struct Flags {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Take in a token, by pasting or through the browser; it is inspected before it is stored
    Login(Box<login::Flags>),
    /// Show what is stored of a tenant: where, whose, until when, what is missing, and what to do next
    Status(Box<status::Flags>),
    /// Renew the stored token before it ends; the old one goes only when the new one works
    Refresh(Box<refresh::Flags>),
    /// Remove the stored token from this machine
    Logout(Box<logout::Flags>),
}

/// Carries out the verb. The number is its exit code.
///
/// # Errors
/// Wrong usage or configuration.
pub fn run(flags: &Flags) -> Result<u8> {
    let catalog = super::catalog()?;
    match &flags.verb {
        Verb::Login(flags) => login::run(catalog, flags),
        Verb::Status(flags) => status::run(catalog, flags),
        Verb::Refresh(flags) => refresh::run(catalog, flags),
        Verb::Logout(flags) => logout::run(flags),
    }
}
