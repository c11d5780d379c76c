//! Reading key by key: a line that can be edited, by dialoguer, and a list to move in.

use std::fmt;

use dialoguer::Input;
use dialoguer::console::Term;
use dialoguer::theme::Theme;

use super::menu::Menu;
use super::{Asked, Choice, Mode, Open, Prompt, PromptError, failed, put_stderr, say_stderr};

/// A line. It is not left on the screen.
pub(super) fn line(asked: &Asked) -> Result<String, PromptError> {
    let _open = Open::new(Mode::Keys).map_err(failed)?;
    for line in &asked.above {
        say_stderr(line);
    }
    Input::<String>::with_theme(&Bare)
        .with_prompt(&asked.line)
        .allow_empty(true)
        .report(false)
        .interact_text()
        .map_err(|error| failed(error.into()))
}

/// One of the items. The list is gone afterwards; the question and what was chosen stay.
pub(super) fn choose(
    prompt: &Prompt<'_>,
    question: &str,
    choice: &Choice,
) -> Result<usize, PromptError> {
    let items = &choice.labels;
    let (look, speech) = (prompt.look, prompt.speech);
    let asked = prompt.asked(question, None);
    let term = Term::stderr();
    let rows = usize::from(term.size().0);
    let head = |keys: &str| {
        let mut head = asked.above.clone();
        if head.is_empty() {
            head.push(asked.line.clone());
        }
        head.extend(
            textwrap::wrap(&speech.say(keys), look.prose())
                .iter()
                .map(|line| look.dim(line)),
        );
        head
    };
    // One row is left for the cursor.
    let room = |head: &[String]| rows.saturating_sub(head.len() + 1).max(1);
    let mut above = head("prompt-keys");
    let pages = items.len() > room(&above);
    if pages {
        above = head("prompt-keys-pages");
    }
    for line in &above {
        say_stderr(line);
    }
    let chosen = {
        let _open = Open::new(Mode::Keys).map_err(failed)?;
        let menu = Menu {
            look,
            language: speech.language(),
            choice,
            rows: room(&above),
        };
        let chosen = menu.choose(&term).map_err(failed);
        // An error leaves it hidden.
        let _ = term.show_cursor();
        chosen?
    };
    let _ = term.clear_last_lines(above.len());
    for line in &asked.above {
        say_stderr(line);
    }
    put_stderr(&asked.line);
    let label = chosen.and_then(|index| items.get(index));
    let room = look
        .width
        .saturating_sub(textwrap::core::display_width(&asked.line) + 1);
    say_stderr(&label.map(|item| look.fit(item, room)).unwrap_or_default());
    chosen.ok_or(PromptError::Left)
}

/// A question comes as it is to be shown.
struct Bare;

impl Theme for Bare {
    fn format_input_prompt(
        &self,
        f: &mut dyn fmt::Write,
        prompt: &str,
        _: Option<&str>,
    ) -> fmt::Result {
        f.write_str(prompt)
    }
}
