//! Progress on standard error: a spinner per question on a terminal; elsewhere a line at the start and one at the end, and
//! one per question for whoever wants to know more.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use super::say_stderr;
use crate::model::Question;

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Spinners,
    Lines,
    Ends,
    Nothing,
}

/// Shows what is being asked.
#[derive(Debug)]
pub struct Progress {
    mode: Mode,
    bars: MultiProgress,
    open: RefCell<BTreeMap<Question, ProgressBar>>,
}

impl Progress {
    /// Progress that fits the place: spinners where a person watches, few lines elsewhere, more of them if `verbose`,
    /// nothing if that was asked for.
    #[must_use]
    pub fn new(quiet: bool, accessible: bool, verbose: bool) -> Self {
        let watched = io::stderr().is_terminal() && std::env::var_os("CI").is_none() && !accessible;
        let mode = if quiet {
            Mode::Nothing
        } else if watched {
            Mode::Spinners
        } else if verbose {
            Mode::Lines
        } else {
            Mode::Ends
        };
        Self {
            mode,
            bars: MultiProgress::new(),
            open: RefCell::default(),
        }
    }

    /// Whether anything moves: then what is asked can be seen as long as it is asked.
    #[must_use]
    pub fn moves(&self) -> bool {
        self.mode == Mode::Spinners
    }

    /// Says a line, above all that moves.
    pub fn say(&self, line: &str) {
        match self.mode {
            Mode::Nothing => {}
            Mode::Lines | Mode::Ends => say_stderr(line),
            Mode::Spinners => drop(self.bars.println(line)),
        }
    }

    /// A question is being asked; `line` says which.
    pub fn begin(&self, question: Question, line: &str) {
        if self.mode == Mode::Spinners {
            let style = ProgressStyle::with_template("{spinner} {msg}")
                .unwrap_or_else(|_| ProgressStyle::default_spinner());
            let bar = self.bars.add(
                ProgressBar::new_spinner()
                    .with_style(style)
                    .with_message(line.to_owned()),
            );
            bar.enable_steady_tick(Duration::from_millis(100));
            self.open.borrow_mut().insert(question, bar);
        }
    }

    /// It is still being asked; `line` says how far it is.
    pub fn still(&self, question: Question, line: &str) {
        if let Some(bar) = self.open.borrow().get(&question) {
            bar.set_message(line.to_owned());
        }
    }

    /// Something came of it; `line` says what.
    pub fn end(&self, question: Question, line: &str) {
        if let Some(bar) = self.open.borrow_mut().remove(&question) {
            bar.finish_and_clear();
        }
        if self.mode == Mode::Lines {
            say_stderr(line);
        }
    }

    /// Says a line after everything, where a line was said before it.
    pub fn finish(&self, line: &str) {
        if matches!(self.mode, Mode::Lines | Mode::Ends) {
            say_stderr(line);
        }
    }

    /// Leaves the terminal as it was.
    pub fn clear(&self) {
        for bar in std::mem::take(&mut *self.open.borrow_mut()).into_values() {
            bar.finish_and_clear();
        }
        // A terminal that has gone away needs no clearing.
        drop(self.bars.clear());
    }
}
