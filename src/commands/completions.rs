//! `igdoctor completions`: what a shell needs to complete commands, flags and names, and the answers when it asks.
//!
//! The script only asks back: igdoctor itself knows what fits, down to the tenants of the file at hand. So the script stays right when
//! igdoctor is renewed, and a completion says what the help says, in its language.

mod names;

use std::ffi::OsString;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use clap_complete::env::{EnvCompleter, Shells};

use crate::report::EXIT_HEALTHY;
use crate::speech::error;
use crate::terminal::write_stdout;

/// Tells that a shell asks, and which.
const ASKED_BY: &str = "IGDOCTOR_COMPLETE";

const PROGRAM: &str = "igdoctor";

/// Flags of `completions`.
#[derive(Args, Debug)]
pub struct Flags {
    /// The shell that is to complete
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// A shell that can complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shell {
    Bash,
    Elvish,
    Fish,
    Powershell,
    Zsh,
}

/// Prints the script. Ends with 0.
///
/// # Errors
/// When nothing can be written.
pub fn run(flags: &Flags) -> Result<u8> {
    let value = flags.shell.to_possible_value();
    let shell = value.as_ref().and_then(|value| completer(value.get_name()));
    let shell = shell.with_context(|| error("error-shell-not-built-in", &[]))?;
    let mut script = Vec::new();
    shell.write_registration(ASKED_BY, PROGRAM, PROGRAM, PROGRAM, &mut script)?;
    write_stdout(&String::from_utf8_lossy(&script))?;
    Ok(EXIT_HEALTHY)
}

fn completer(name: &str) -> Option<&'static dyn EnvCompleter> {
    const SHELLS: Shells<'static> = Shells::builtins();
    SHELLS.0.iter().copied().find(|shell| shell.is(name))
}

/// Answers a shell, if one asks. Then there is nothing else to do; what cannot be completed is passed over in silence.
pub fn answered(
    args: impl Iterator<Item = OsString>,
    tree: impl FnOnce() -> clap::Command,
) -> bool {
    let Some(name) = std::env::var_os(ASKED_BY).filter(|name| !name.is_empty()) else {
        return false;
    };
    let Some(shell) = name.to_str().and_then(completer) else {
        return true;
    };
    // What is being typed stands behind `--`.
    let typed: Vec<OsString> = args.skip_while(|arg| arg != "--").skip(1).collect();
    let mut command = names::offered(tree(), &typed);
    let folder = std::env::current_dir().ok();
    let mut answer = Vec::new();
    let told = shell.write_complete(&mut command, typed, folder.as_deref(), &mut answer);
    if told.is_ok() {
        let _ = write_stdout(&String::from_utf8_lossy(&answer));
    }
    true
}
