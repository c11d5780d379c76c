//! Reading whole lines, as the terminal gives them. Text is only added.

use std::io;

use super::{Asked, Mode, Open, PromptError, failed, put_stderr, say_stderr};

/// A line that the terminal shows while it is typed.
pub(super) fn shown(asked: &Asked) -> Result<String, PromptError> {
    let _open = Open::new(Mode::Lines).map_err(failed)?;
    ask(asked);
    let line = read().map_err(failed)?;
    if line.is_none() {
        say_stderr("");
    }
    line.ok_or(PromptError::Closed)
}

/// A line of which nothing is shown.
pub(super) fn hidden(asked: &Asked) -> Result<String, PromptError> {
    // First the echo goes, then the question comes: nobody types before that.
    let _open = Open::new(Mode::Hidden).map_err(failed)?;
    ask(asked);
    let line = read_hidden().map_err(failed)?;
    line.ok_or(PromptError::Closed)
}

fn ask(asked: &Asked) {
    for line in &asked.above {
        say_stderr(line);
    }
    put_stderr(&asked.line);
}

/// None at the end of the input.
fn read() -> io::Result<Option<String>> {
    let mut line = String::new();
    let read = io::stdin().read_line(&mut line)?;
    Ok((read > 0).then_some(line))
}

/// Nobody sees the line end, so it is ended here.
#[cfg(unix)]
fn read_hidden() -> io::Result<Option<String>> {
    let line = read();
    say_stderr("");
    line
}

/// Here dialoguer puts out the echo, ends the line, and does not tell the end of the input from an empty line.
#[cfg(not(unix))]
fn read_hidden() -> io::Result<Option<String>> {
    let line = dialoguer::console::Term::stderr().read_secure_line()?;
    Ok(Some(line))
}
