//! The command line as clap sees it. The flags of a verb stand with the verb.

use std::ffi::OsString;

use clap::{CommandFactory, Error, Parser, Subcommand};

use crate::commands::{
    auth, check, completions, diff, explain, language, list, man, message, repair, sandbox, show,
    tenant, trace, undo, webhook,
};
use crate::help::{self, Page};
use crate::model::Language;
use crate::speech::Speech;
use crate::terminal::{harmless, say_text};

/// Finds out why Instagram messages do not reach a messaging platform, who can mend it and how.
#[derive(Debug, Parser)]
#[command(name = "igdoctor", version, about, long_about = None, arg_required_else_help = true, after_help = EXAMPLES)]
pub struct Cli {
    /// Language of the words: en, pt-BR or ru
    // Read by the verbs that have it among their own flags, and before everything else by `language_of_start`.
    #[arg(long, global = true, value_name = "LANG", value_parser = language)]
    lang: Option<Language>,
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
    /// Follow one real message along the path, and tell where it stops
    Trace(Box<trace::Flags>),
    /// Tell whether a reply would be accepted, before it is sent
    Message(Box<message::Flags>),
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
    /// Webhook requests: verify
    Webhook(webhook::Flags),
    /// A Graph API on this machine, with worlds that are broken in known ways
    Sandbox(sandbox::Flags),
    /// Print the script that lets a shell complete commands, flags and names
    Completions(completions::Flags),
    /// Print a page of the manual, to be read with man
    Man(man::Flags),
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

/// The command line in a language.
#[must_use]
pub fn tree(language: Language, page: Page) -> clap::Command {
    let command = Cli::command();
    let command = match page {
        Page::Screen => command,
        // `help` is no command that has a page.
        Page::Manual => command.disable_help_subcommand(true),
    };
    help::translated(command, language, page)
}

/// Reads the command line.
///
/// # Errors
/// The exit code, once help, the version or what is wrong has been told.
pub fn parse(args: impl Iterator<Item = OsString>, language: Language) -> Result<Cli, u8> {
    let args = help_without_language(args.collect());
    Cli::try_parse_from(&args).map_err(|error| {
        // Only who reads help or an error needs the words of it: they are put in place when it has come to that.
        match Speech::of_help(language) {
            None => tell(&error),
            Some(speech) => match tree(language, Page::Screen).try_get_matches_from(&args) {
                Err(error) if error.use_stderr() && !shows_help(&error) => {
                    // What was typed is shown again.
                    let message = help::message(&error, &speech);
                    let lines: Vec<String> = message.lines().map(harmless).collect();
                    say_text(&lines.join("\n"));
                    code(&error)
                }
                Err(error) => tell(&error),
                // What a translated command line takes, the other one refused: its words will do.
                Ok(_) => tell(&error),
            },
        }
    })
}

/// `igdoctor help check --lang ru`: what stands behind `help` is taken for commands, and the language is chosen by then.
fn help_without_language(args: Vec<OsString>) -> Vec<OsString> {
    let mut words = args.iter().skip(1).filter_map(|arg| arg.to_str());
    let verb = words.find(|word| !word.starts_with('-'));
    if verb != Some("help") {
        return args;
    }
    let mut kept = Vec::new();
    let mut args = args.into_iter();
    while let Some(arg) = args.next() {
        match arg.to_str() {
            Some("--lang") => drop(args.next()),
            Some(joined) if joined.starts_with("--lang=") => {}
            _ => kept.push(arg),
        }
    }
    kept
}

/// Whether it is the help, also where it stands for a missing command.
fn shows_help(error: &Error) -> bool {
    use clap::error::ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand};
    matches!(
        error.kind(),
        DisplayHelp | DisplayHelpOnMissingArgumentOrSubcommand
    )
}

/// As clap tells it. A reader who has gone away is no error.
fn tell(error: &Error) -> u8 {
    let _ = error.print();
    code(error)
}

fn code(error: &Error) -> u8 {
    u8::try_from(error.exit_code()).unwrap_or(2)
}
