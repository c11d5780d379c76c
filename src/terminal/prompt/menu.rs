//! A list to move in with the keys. Nothing of it stays on the screen.

use std::io;

use dialoguer::console::{Key, Term};

use super::{Choice, Look};
use crate::model::Language;

/// Stands before the item that Enter takes, and keeps its place before the others.
const MARKS: [&str; 2] = ["> ", "  "];

/// What is shown, so many rows at a time.
pub(super) struct Menu<'a> {
    pub look: Look,
    pub language: Language,
    pub choice: &'a Choice,
    pub rows: usize,
}

impl Menu<'_> {
    /// The item that was taken; none if the list was left, or is empty.
    pub fn choose(&self, term: &Term) -> io::Result<Option<usize>> {
        let count = self.choice.labels.len();
        if count == 0 {
            return Ok(None);
        }
        let rows = self.rows.max(1);
        let pages = count.div_ceil(rows);
        let mut at = self.choice.default;
        term.hide_cursor()?;
        loop {
            let page = at / rows;
            let shown = (page * rows)..count.min((page + 1) * rows);
            for index in shown.clone() {
                term.write_line(&self.row(index, index == at, pages > 1))?;
            }
            let key = term.read_key();
            term.clear_last_lines(shown.len())?;
            match key? {
                Key::ArrowDown | Key::Tab => at = (at + 1) % count,
                Key::ArrowUp | Key::BackTab => at = (at + count - 1) % count,
                Key::ArrowLeft if pages > 1 => at = (page + pages - 1) % pages * rows,
                Key::ArrowRight if pages > 1 => at = (page + 1) % pages * rows,
                Key::Enter | Key::Char(' ') => return Ok(Some(at)),
                Key::Escape => return Ok(None),
                Key::Char(letter) => {
                    let typed = letter.to_string();
                    if let Some(answer) = self.choice.answer(self.language, &typed) {
                        return Ok(Some(answer));
                    }
                    match letter {
                        'j' => at = (at + 1) % count,
                        'k' => at = (at + count - 1) % count,
                        'h' if pages > 1 => at = (page + pages - 1) % pages * rows,
                        'l' if pages > 1 => at = (page + 1) % pages * rows,
                        'q' => return Ok(None),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
    }

    /// One item, cut to the width there is.
    fn row(&self, index: usize, active: bool, pages: bool) -> String {
        let labels = &self.choice.labels;
        let place = if active && pages {
            format!(" ({}/{})", index + 1, labels.len())
        } else {
            String::new()
        };
        // A full row would let the cursor fall into the next.
        let room = self
            .look
            .width
            .saturating_sub(MARKS[0].len() + place.len() + 1);
        let label = labels.get(index).map(String::as_str).unwrap_or_default();
        let item = self.look.fit(label, room);
        if active {
            let item = self.look.bold(&(MARKS[0].to_owned() + &item));
            item + &self.look.dim(&place)
        } else {
            MARKS[1].to_owned() + &item
        }
    }
}
