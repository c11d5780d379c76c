//! The command line as clap sees it. The flags of a verb stand with the verb.

use clap::{Parser, Subcommand};

use crate::commands::{auth, check, diff, explain, list, repair, sandbox, show, tenant, undo};

/// Finds out why Instagram messages do not reach a messaging platform, who can mend it and how.
#[derive(Debug, Parser)]
#[command(name = "igdoctor", version, about, long_about = None, arg_required_else_help = true, after_help = EXAMPLES)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check a connection and print the findings
    Check(Box<check::Flags>),
    /// Mend what is broken: what the API can mend, and what a person can, step by step
    Repair(Box<repair::Flags>),
    /// Take back what repair changed
    Undo(Box<undo::Flags>),
    /// Explain a check, a cause, a symptom, or an error pasted whole
    Explain(explain::Flags),
    /// List the checks
    List(list::Flags),
    /// Show a saved report in another form or language
    Show(show::Flags),
    /// Tell what changed between two saved reports
    Diff(diff::Flags),
    /// The token of a tenant: login, status, refresh, logout
    Auth(auth::Flags),
    /// The tenants in igdoctor.toml: add, list, show, remove
    Tenant(tenant::Flags),
    /// A Graph API on this machine, with worlds that are broken in known ways
    Sandbox(sandbox::Flags),
}

const EXAMPLES: &str = "\
Examples:
  See a diagnosis without an account:
    igdoctor check --sandbox connected-tools-off
  Check a Page; the token comes from IGDOCTOR_TOKEN:
    igdoctor check --platform hunion --page 104512345678901
  Without a token, see what to look at, and where:
    igdoctor check --platform hunion --no-token

Exit codes of `check`: 0 healthy, 1 findings, 2 wrong usage, 3 could not be told, 130 interrupted.";
