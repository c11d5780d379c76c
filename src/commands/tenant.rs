//! `igdoctor tenant`: the tenants of the file.

mod add;
mod list;
mod remove;
mod show;

use anyhow::Result;
use clap::{Args, Subcommand};

/// Flags of `tenant`.
#[derive(Args, Debug)]
pub struct Flags {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Add a tenant; what flags do not say is asked, if somebody is there to answer
    Add(Box<add::Flags>),
    /// List the tenants
    List(list::Flags),
    /// Show every value that holds for a tenant, and where it comes from
    Show(Box<show::Flags>),
    /// Remove a tenant from the file, and its secrets from the keyring
    Remove(remove::Flags),
}

/// Carries out the verb. Ends with 0.
///
/// # Errors
/// Wrong usage or configuration.
pub fn run(flags: &Flags) -> Result<u8> {
    match &flags.verb {
        Verb::Add(flags) => add::run(flags),
        Verb::List(flags) => list::run(flags),
        Verb::Show(flags) => show::run(flags),
        Verb::Remove(flags) => remove::run(flags),
    }?;
    Ok(crate::report::EXIT_HEALTHY)
}
