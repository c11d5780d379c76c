//! igdoctor: finds out why Instagram messages do not reach a messaging platform, who can mend it and how.

// Tests may panic and print; the program may not: no panic is reachable from input, and output goes through `terminal`.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![warn(clippy::print_stdout, clippy::print_stderr, clippy::exit)]

pub mod address;
pub mod catalog;
pub mod cli;
pub mod commands;
pub mod engine;
pub mod evidence;
pub mod explain;
pub mod fault;
pub mod files;
pub mod graph;
pub mod help;
pub mod judge;
pub mod model;
mod packed;
pub mod places;
pub mod plan;
pub mod platform;
pub mod repair;
pub mod report;
pub mod sandbox;
pub mod secret;
pub mod speech;
pub mod tenant;
pub mod terminal;
pub mod toml_error;
pub mod words;

use std::process::ExitCode;

/// Runs the command line and tells how it ended.
#[must_use]
pub fn run() -> ExitCode {
    commands::quiet_panics();
    let language = commands::language_of_start(std::env::args_os().skip(1));
    speech::let_errors_speak(language);
    let tree = |language| cli::tree(language, help::Page::Manual);
    if commands::completions::answered(std::env::args_os(), || tree(language)) {
        return ExitCode::SUCCESS;
    }
    let command = match cli::parse(std::env::args_os(), language) {
        Ok(cli) => cli.command,
        Err(ended) => return ExitCode::from(ended),
    };
    match commands::run(command, &tree) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            terminal::say_text(&speech::error(
                "error",
                &[("what", &commands::told(&error))],
            ));
            ExitCode::from(commands::code_of(&error))
        }
    }
}
