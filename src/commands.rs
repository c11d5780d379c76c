//! One verb, one file.

mod again;
mod asked;
mod asking;
pub mod auth;
mod browser;
pub mod check;
pub mod completions;
mod connection;
mod deliver;
pub mod diff;
mod ending;
pub mod explain;
mod flags;
mod held;
pub mod list;
mod locate;
pub mod man;
pub mod message;
mod render;
pub mod repair;
pub mod sandbox;
mod saved;
pub mod show;
mod signals;
mod summary;
mod tell;
pub mod tenant;
pub mod trace;
pub mod undo;
pub mod webhook;

pub use ending::{code_of, told};
pub use flags::{language, language_of_start};

use crate::catalog::{Catalog, CatalogError};
use crate::cli::Command;
use crate::model::Language;
use crate::speech;

/// Carries out a command. The number is its exit code; `tree` gives the command line in a language, for its manual.
///
/// # Errors
/// Wrong usage or configuration, unless `code_of` says otherwise.
pub fn run(command: Command, tree: &dyn Fn(Language) -> clap::Command) -> anyhow::Result<u8> {
    if let Err(speech::UnknownLanguage(value)) = speech::from_environment() {
        let known = Language::ALL.iter().map(|language| language.as_str());
        let known = known.collect::<Vec<_>>().join(", ");
        anyhow::bail!(speech::error(
            "error-lang-variable",
            &[("value", &value), ("known", &known)]
        ));
    }
    match command {
        Command::Auth(flags) => auth::run(&flags),
        Command::Check(flags) => check::run(&flags),
        Command::Explain(flags) => explain::run(&flags),
        Command::Diff(flags) => diff::run(&flags),
        Command::Completions(flags) => completions::run(&flags),
        Command::List(flags) => list::run(&flags),
        Command::Message(flags) => message::run(&flags),
        Command::Man(flags) => man::run(&flags, tree),
        Command::Repair(flags) => repair::run(&flags),
        Command::Sandbox(flags) => sandbox::run(&flags),
        Command::Show(flags) => show::run(&flags),
        Command::Tenant(flags) => tenant::run(&flags),
        Command::Trace(flags) => trace::run(&flags),
        Command::Undo(flags) => undo::run(&flags),
        Command::Webhook(flags) => webhook::run(&flags),
    }
}

/// The embedded catalog.
fn catalog() -> anyhow::Result<&'static Catalog> {
    crate::catalog::load().map_err(broken_build)
}

fn broken_build(fault: &CatalogError) -> anyhow::Error {
    anyhow::anyhow!(speech::error("error-broken-build", &[("error", fault)]))
}

/// A panic in one judge ends that judge alone, and its report says so; where it happened is told without what it was about.
pub fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        crate::terminal::say_stderr(&speech::error("error-own-fault", &[("place", &place)]));
    }));
}
