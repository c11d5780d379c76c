//! `igdoctor man`: a page of the manual.

use anyhow::{Result, bail};
use clap::Args;
use clap_mangen::Man;

use super::flags::language;
use crate::model::Language;
use crate::report::EXIT_HEALTHY;
use crate::speech::{self, Speech};
use crate::terminal::write_stdout;

/// Flags of `man`.
#[derive(Args, Debug)]
pub struct Flags {
    /// The command that the page is about, such as `auth login`; igdoctor itself if left out
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
    /// Language of the words: en, pt-BR or ru
    #[arg(long, value_name = "LANG", value_parser = language, help_heading = "Output")]
    lang: Option<Language>,
}

/// Headings that the generator writes in English only.
const HEADINGS: [&str; 6] = [
    "NAME",
    "SYNOPSIS",
    "DESCRIPTION",
    "SUBCOMMANDS",
    "EXTRA",
    "VERSION",
];

/// Prints the page as roff. `tree` gives the command line in a language.
///
/// # Errors
/// When there is no such command, or nothing can be written.
pub fn run(flags: &Flags, tree: &dyn Fn(Language) -> clap::Command) -> Result<u8> {
    let language = flags.lang.unwrap_or_else(speech::of_errors);
    let mut command = tree(language);
    command.build();
    for name in &flags.command {
        command = match command.find_subcommand(name) {
            Some(inner) => inner.clone(),
            None => bail!(unknown(&command, name)),
        };
    }
    // Without it the synopsis would name every flag.
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim().to_owned();
    let command = command.override_usage(usage);
    let program = format!("igdoctor {}", env!("CARGO_PKG_VERSION"));
    let mut page = Vec::new();
    Man::new(command).source(program).render(&mut page)?;
    let speech = Speech::new(language);
    let page = String::from_utf8_lossy(&page);
    let lines: Vec<String> = page.lines().map(|line| said(line, &speech)).collect();
    write_stdout(&(lines.join("\n") + "\n"))?;
    Ok(EXIT_HEALTHY)
}

fn unknown(command: &clap::Command, name: &str) -> String {
    let known: Vec<&str> = command
        .get_subcommands()
        .map(clap::Command::get_name)
        .collect();
    let known = known.join(", ");
    if known.is_empty() {
        let command = command.get_bin_name().unwrap_or_default();
        return speech::error("man-no-commands", &[("command", &command), ("name", &name)]);
    }
    speech::error("man-unknown", &[("name", &name), ("known", &known)])
}

/// A line of the page, where the generator has words of its own.
fn said(line: &str, speech: &Speech) -> String {
    let heading = line
        .strip_prefix(".SH ")
        .filter(|heading| HEADINGS.contains(heading));
    if let Some(heading) = heading {
        let heading = speech.say(&format!("man-{}", heading.to_lowercase()));
        return format!(".SH \"{heading}\"");
    }
    if line == "\\fIPossible values:\\fR" {
        return format!("\\fI{}\\fR", speech.say("man-values"));
    }
    line.replace("[default: ", &format!("[{} ", speech.say("man-default")))
}
