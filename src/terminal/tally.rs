//! Progress over many things on standard error: a bar on a terminal, a line each elsewhere.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressStyle};

use super::say_stderr;

/// Shows how many are done.
#[derive(Debug)]
pub enum Tally {
    /// Somebody watches.
    Bar(ProgressBar),
    /// A line each, of so many.
    Lines(usize),
    /// Nothing was asked for.
    Nothing,
}

impl Tally {
    /// A tally that fits the place.
    #[must_use]
    pub fn new(quiet: bool, accessible: bool, count: usize) -> Self {
        let watched = io::stderr().is_terminal() && std::env::var_os("CI").is_none() && !accessible;
        if quiet {
            Self::Nothing
        } else if watched {
            let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}")
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            let count = u64::try_from(count).unwrap_or(u64::MAX);
            Self::Bar(ProgressBar::new(count).with_style(style))
        } else {
            Self::Lines(count)
        }
    }

    /// One more is done: the how many-th, and which it was.
    pub fn step(&self, done: usize, name: &str) {
        match self {
            Self::Bar(bar) => {
                bar.inc(1);
                bar.set_message(name.to_owned());
            }
            Self::Lines(count) => say_stderr(&format!("{done}/{count} {name}")),
            Self::Nothing => {}
        }
    }

    /// Leaves the terminal as it was.
    pub fn clear(&self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}
