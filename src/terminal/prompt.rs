//! Questions to the person at the terminal: the only door through which igdoctor asks. They stand on standard error.
//!
//! A question is one line, and may hold names from outside.

mod answer;
mod keys;
mod lines;
mod menu;

use std::io::{self, IsTerminal};

use dialoguer::console::Term;

use super::restore::{self, Mode, Open};
use super::{Look, put_stderr, say_stderr};
use crate::model::{Arg, Language};
use crate::secret::{Secret, SecretError};
use crate::speech::{Speech, error};

/// Below this nothing can be repainted without breaking.
const NARROW: usize = 20;

/// Asks.
#[derive(Debug)]
pub struct Prompt<'a> {
    look: Look,
    speech: &'a Speech,
    /// Only ever adds text: for a screen reader, and for a terminal that cannot repaint.
    append_only: bool,
}

/// Why there is no answer. Ctrl-C is not among them: it ends the program.
#[derive(Debug, thiserror::Error)]
pub enum PromptError {
    /// The input ended, as by Ctrl-D. Where dialoguer reads key by key it passes over that key.
    #[error("{}", error("error-prompt-closed", &[]))]
    Closed,
    /// The person left the list without choosing.
    #[error("{}", error("error-prompt-left", &[]))]
    Left,
    /// The terminal failed.
    #[error("{}", error("error-prompt-terminal", &[]))]
    Terminal(#[source] io::Error),
}

impl<'a> Prompt<'a> {
    /// A way to ask, if anybody is there to answer: standard input and standard error are a terminal, nothing in the
    /// environment says `CI`, and `--no-input` was not given.
    #[must_use]
    pub fn new(no_input: bool, look: Look, speech: &'a Speech) -> Option<Self> {
        let ci = std::env::var_os("CI").is_some_and(|value| !value.is_empty());
        let there = !no_input && !ci && io::stdin().is_terminal() && io::stderr().is_terminal();
        if !there || !restore::watch() {
            return None;
        }
        // What repaints needs the width there is, whatever `COLUMNS` says.
        let columns = usize::from(Term::stderr().size().1);
        let look = Look {
            width: look.width.min(columns),
            ..look
        };
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Some(Self {
            look,
            speech,
            append_only: look.accessible || dumb || look.width < NARROW,
        })
    }

    /// How questions look, and so what stands above them.
    #[must_use]
    pub const fn look(&self) -> Look {
        self.look
    }

    /// Whether text is only ever added: nothing may be cleared then.
    #[must_use]
    pub const fn only_adds(&self) -> bool {
        self.append_only
    }

    /// Asks for a line. Enter alone gives the default, or an empty answer; white space around an answer is dropped.
    /// What `check` refuses is asked again, with its reason.
    ///
    /// # Errors
    /// When the input ends or the terminal fails.
    pub fn line(
        &self,
        question: &str,
        default: Option<&str>,
        check: impl Fn(&str) -> Result<(), String>,
    ) -> Result<String, PromptError> {
        let hint = default.map(|text| self.look.fit(text, self.look.width / 3));
        let asked = self.asked(question, hint.as_deref());
        loop {
            let typed = self.read(&asked)?;
            let answer = match (typed.is_empty(), default) {
                (true, Some(default)) => default,
                _ => &typed,
            };
            let Err(reason) = check(answer) else {
                let answer = answer.to_owned();
                self.answered(&asked, &answer);
                return Ok(answer);
            };
            self.answered(&asked, &typed);
            self.say(&reason);
        }
    }

    /// Asks yes or no in the person's language. Enter alone gives the default; without one it asks again.
    ///
    /// # Errors
    /// When the input ends or the terminal fails.
    pub fn yes_no(&self, question: &str, default: Option<bool>) -> Result<bool, PromptError> {
        let language = self.speech.language();
        let asked = self.asked(question, Some(&answer::letters(language, default)));
        loop {
            let typed = self.read(&asked)?;
            let meant = if typed.is_empty() {
                default
            } else {
                answer::meant(language, &typed)
            };
            if let Some(meant) = meant {
                let word = self.speech.say(if meant { "yes" } else { "no" });
                self.answered(&asked, &word);
                return Ok(meant);
            }
            self.answered(&asked, &typed);
            let (yes, no) = answer::pair(language);
            self.say(&self.speech.say_with(
                "prompt-yes-no",
                &[
                    ("yes", &Arg::Text(yes.into())),
                    ("no", &Arg::Text(no.into())),
                ],
            ));
        }
    }

    /// Asks for a secret. Nothing of it is shown, not even how long it is.
    ///
    /// # Errors
    /// When the input ends or the terminal fails.
    pub fn hidden(&self, question: &str) -> Result<Secret, PromptError> {
        let hint = self.speech.say("prompt-hidden");
        let asked = self.asked(question, Some(&hint));
        loop {
            match Secret::parse(&lines::hidden(&asked)?, "") {
                Ok(secret) => return Ok(secret),
                Err(SecretError::Empty(_)) => self.say(&self.speech.say("prompt-hidden-empty")),
                Err(_) => self.say(&self.speech.say("prompt-hidden-malformed")),
            }
        }
    }

    /// Asks to choose one of some items, which may come from outside; `default` is the one it starts from.
    ///
    /// # Errors
    /// When nothing is chosen or there is nothing to choose from, when the input ends, or when the terminal fails.
    pub fn choose(
        &self,
        question: &str,
        items: &[String],
        default: usize,
    ) -> Result<usize, PromptError> {
        self.choose_or_answer(question, items, &[], default)
    }

    /// The same where some items are a yes or a no: `means` says which, in the order of the items. They show their
    /// letters, and what means yes or no in any language takes them.
    ///
    /// # Errors
    /// As `choose`.
    pub fn choose_or_answer(
        &self,
        question: &str,
        items: &[String],
        means: &[Option<bool>],
        default: usize,
    ) -> Result<usize, PromptError> {
        let Some(last) = items.len().checked_sub(1) else {
            return Err(PromptError::Left);
        };
        let (yes, no) = answer::pair(self.speech.language());
        let means = |index: usize| means.get(index).copied().flatten();
        let labels = items.iter().enumerate().map(|(index, item)| {
            let letter = means(index).map(|meant| if meant { yes } else { no });
            letter.map_or_else(|| item.clone(), |letter| format!("{item} ({letter})"))
        });
        let choice = Choice {
            labels: labels.collect(),
            means: (0..items.len()).map(means).collect(),
            default: default.min(last),
        };
        if self.append_only {
            self.choose_by_number(question, &choice)
        } else {
            keys::choose(self, question, &choice)
        }
    }

    /// The items with their numbers, all of them; then the number is asked for.
    fn choose_by_number(&self, question: &str, choice: &Choice) -> Result<usize, PromptError> {
        self.say(question);
        for (number, item) in (1..).zip(&choice.labels) {
            say_stderr(&format!("{number}. {}", super::harmless(item)));
        }
        let language = self.speech.language();
        let (yes, no) = answer::pair(language);
        let count = choice.labels.len();
        let said = [
            ("yes", &Arg::Text(yes.into())),
            ("no", &Arg::Text(no.into())),
            ("count", &Arg::Number(count.try_into().unwrap_or(i64::MAX))),
        ];
        let (ask, wrong) = if choice.means.iter().any(Option::is_some) {
            ("prompt-number-or-answer", "prompt-number-or-answer-wrong")
        } else {
            ("prompt-number", "prompt-number-wrong")
        };
        let wrong = self.speech.say_with(wrong, &said);
        let number = |text: &str| {
            let number = text.parse::<usize>().ok();
            let number = number.filter(|number| *number <= count);
            number.or_else(|| choice.answer(language, text).map(|index| index + 1))
        };
        let typed = self.line(
            &self.speech.say_with(ask, &said),
            Some(&(choice.default + 1).to_string()),
            |text| number(text).map(|_| ()).ok_or_else(|| wrong.clone()),
        )?;
        number(&typed)
            .and_then(|number| number.checked_sub(1))
            .ok_or(PromptError::Left)
    }

    /// A question with what may be answered. The last line is where the answer is typed; where it would leave no
    /// room, the question stands above.
    fn asked(&self, question: &str, hint: Option<&str>) -> Asked {
        let question = self.look.typography(&super::harmless(question));
        let hint = hint.map(|hint| format!(" [{hint}]")).unwrap_or_default();
        let ends = question.ends_with(['?', '!', '.', ':']);
        let colon = if ends { "" } else { ":" };
        let painted = |question: &str| self.look.bold(question) + &self.look.dim(&hint);
        let whole = format!("{question}{hint}{colon} ");
        if textwrap::core::display_width(&whole) <= self.look.width * 2 / 3 {
            return Asked {
                above: Vec::new(),
                line: format!("{}{colon} ", painted(&question)),
            };
        }
        let above = textwrap::wrap(&(question + &hint), self.look.prose())
            .iter()
            .map(|line| self.look.bold(line))
            .collect();
        Asked {
            above,
            line: "> ".to_owned(),
        }
    }

    /// Says something between question and answer.
    fn say(&self, text: &str) {
        let text = self.look.typography(&super::harmless(text));
        for line in textwrap::wrap(&text, self.look.prose()) {
            say_stderr(&line);
        }
    }

    /// Reads one line.
    fn read(&self, asked: &Asked) -> Result<String, PromptError> {
        let text = if self.append_only {
            lines::shown(asked)?
        } else {
            keys::line(asked)?
        };
        Ok(text.trim().to_owned())
    }

    /// Leaves question and answer on the screen. Where lines are only added, they stand there already.
    fn answered(&self, asked: &Asked, answer: &str) {
        if !self.append_only {
            put_stderr(&asked.line);
            say_stderr(&super::harmless(answer));
        }
    }
}

/// What can be chosen.
#[derive(Debug)]
struct Choice {
    labels: Vec<String>,
    /// Which of them is a yes or a no.
    means: Vec<Option<bool>>,
    default: usize,
}

impl Choice {
    /// The item that is meant by a word or letter for yes or no.
    fn answer(&self, language: Language, typed: &str) -> Option<usize> {
        let meant = answer::meant(language, typed)?;
        self.means.iter().position(|means| *means == Some(meant))
    }
}

/// A question as it is shown.
#[derive(Debug)]
struct Asked {
    above: Vec<String>,
    line: String,
}

/// What an error of the terminal means, while the prompt is still open: interrupted is the program as a whole.
fn failed(error: io::Error) -> PromptError {
    match error.kind() {
        io::ErrorKind::Interrupted => restore::leave(),
        io::ErrorKind::UnexpectedEof => PromptError::Closed,
        _ => PromptError::Terminal(error),
    }
}
