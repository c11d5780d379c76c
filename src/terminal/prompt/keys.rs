//! Reading key by key, by dialoguer: a line that can be edited, and a list to move in.

use std::fmt;

use dialoguer::console::Term;
use dialoguer::theme::Theme;
use dialoguer::{Input, Select};

use super::{Asked, Look, Mode, Open, Prompt, PromptError, failed, put_stderr, say_stderr};

/// Stands before the item that Enter takes, and keeps its place before the others.
const MARKS: [&str; 2] = ["> ", "  "];

/// A line; `typed` is there to be changed. It is not left on the screen.
pub(super) fn line(asked: &Asked, typed: &str) -> Result<String, PromptError> {
    let _open = Open::new(Mode::Keys).map_err(failed)?;
    for line in &asked.above {
        say_stderr(line);
    }
    Input::<String>::with_theme(&Bare)
        .with_prompt(&asked.line)
        .with_initial_text(typed)
        .allow_empty(true)
        .report(false)
        .interact_text()
        .map_err(|error| failed(error.into()))
}

/// One of the items. The list is gone afterwards; the question and what was chosen stay.
pub(super) fn choose(
    prompt: &Prompt<'_>,
    question: &str,
    items: &[String],
    default: usize,
) -> Result<usize, PromptError> {
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
    let list = List { look, items, pages };
    let chosen = {
        let _open = Open::new(Mode::Keys).map_err(failed)?;
        let select = Select::with_theme(&list)
            .items(0..items.len())
            .default(default)
            .max_length(room(&above));
        let chosen = select
            .interact_on_opt(&term)
            .map_err(|error| failed(error.into()));
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

/// Shows the items by their index: dialoguer measures what it is given in bytes and would clear lines that are not its own.
struct List<'a> {
    look: Look,
    items: &'a [String],
    pages: bool,
}

impl Theme for List<'_> {
    fn format_select_prompt_item(
        &self,
        f: &mut dyn fmt::Write,
        index: &str,
        active: bool,
    ) -> fmt::Result {
        let index: usize = index.parse().map_err(|_| fmt::Error)?;
        let item = self.items.get(index).ok_or(fmt::Error)?;
        let place = if active && self.pages {
            format!(" ({}/{})", index + 1, self.items.len())
        } else {
            String::new()
        };
        // A full row would let the cursor fall into the next.
        let room = self
            .look
            .width
            .saturating_sub(MARKS[0].len() + place.len() + 1);
        let item = self.look.fit(item, room);
        if active {
            write!(
                f,
                "{}{}",
                self.look.bold(&(MARKS[0].to_owned() + &item)),
                self.look.dim(&place)
            )
        } else {
            write!(f, "{}{item}", MARKS[1])
        }
    }
}
