//! One step on one screen: its head, what is to be read, and the menu below. Nothing of it ever scrolls away.

use anyhow::Result;

use crate::model::Arg;
use crate::report::CheckReport;
use crate::report::human::Sheet;
use crate::speech::Speech;
use crate::terminal::{Look, Prompt, PromptError, harmless, put_stderr, say_stderr};

/// Empties the screen and begins at its top.
pub(super) const CLEAR: &str = "\u{1b}[2J\u{1b}[H";
/// Rows where none can be known.
const ROWS: usize = 24;
/// Rows that every screen needs besides its text and the items of its menu: the head, a blank line, the question, the
/// keys, and the cursor.
const AROUND: usize = 5;

/// What a step says.
#[derive(Clone, Debug)]
pub(super) struct Scene {
    look: Look,
    number: usize,
    title: String,
    /// What came of the last step.
    pub news: String,
    parts: Vec<Part>,
}

/// Lines that stay together.
#[derive(Clone, Debug)]
struct Part {
    text: String,
    /// Left out where there is no room; it stands in the help as well.
    may_go: bool,
    /// A blank line stands before it, where there is room.
    apart: bool,
}

/// What can be chosen.
pub(super) struct Menu<'a, T> {
    pub ask: &'static str,
    pub items: &'a [(T, &'static str)],
    pub default: T,
}

impl Scene {
    pub fn new(look: Look, number: usize, title: &str, news: String) -> Self {
        Self {
            look,
            number,
            title: harmless(title),
            news,
            parts: Vec::new(),
        }
    }

    fn add(&mut self, may_go: bool, apart: bool, write: impl FnOnce(&mut Sheet)) {
        let mut sheet = Sheet::new(self.look);
        write(&mut sheet);
        let text = sheet.text();
        if !text.trim().is_empty() {
            self.parts.push(Part {
                text,
                may_go,
                apart,
            });
        }
    }

    /// What must be read.
    pub fn paragraph(&mut self, text: &str) {
        self.add(false, true, |sheet| sheet.paragraph(0, text));
    }

    /// What may be read where there is room.
    pub fn may(&mut self, text: &str) {
        self.add(true, true, |sheet| sheet.paragraph(0, text));
    }

    /// Lines that are laid out already.
    pub fn lines(&mut self, text: &str) {
        self.add(false, false, |sheet| sheet.add(text));
    }

    /// What to do, in numbered steps.
    pub fn steps(&mut self, check: &CheckReport) {
        let steps = check.fix.iter().flat_map(|fix| &fix.steps);
        for (number, step) in (1..).zip(steps) {
            self.add(false, number == 1, |sheet| {
                sheet.item(&format!("{number}."), &harmless(step));
            });
        }
    }

    /// The pages of so many rows: one with everything, else one without what may go, else as many as it takes.
    fn pages(&self, room: usize) -> Vec<String> {
        let mut parts: Vec<Part> = Vec::new();
        if !self.news.trim().is_empty() {
            let mut sheet = Sheet::new(self.look);
            sheet.paragraph(0, self.news.trim());
            sheet.blank();
            parts.push(Part {
                text: sheet.text(),
                may_go: false,
                apart: false,
            });
        }
        // What comes first stands below the head, or below the blank line after the news.
        let first = parts.len() + 1;
        parts.extend(self.parts.iter().cloned());
        let rows =
            |parts: &[Part]| -> usize { parts.iter().map(|part| part.text.lines().count()).sum() };
        if rows(&parts) > room {
            parts.retain(|part| !part.may_go);
        }
        let gaps = parts.iter().skip(first).filter(|part| part.apart).count();
        if rows(&parts).saturating_add(gaps) <= room {
            for part in parts.iter_mut().skip(first).filter(|part| part.apart) {
                part.text.insert(0, '\n');
            }
        }
        if rows(&parts) <= room {
            return vec![parts.into_iter().map(|part| part.text).collect()];
        }
        // One row goes to the way on, in the menu.
        let room = room.saturating_sub(1).max(1);
        let mut pages: Vec<Vec<&str>> = vec![Vec::new()];
        for part in &parts {
            let lines: Vec<&str> = part.text.lines().collect();
            let full = |page: &Vec<&str>| page.len() + lines.len() > room && !page.is_empty();
            if pages.last().is_some_and(full) {
                pages.push(Vec::new());
            }
            for line in lines {
                if pages.last().is_some_and(|page| page.len() >= room) {
                    pages.push(Vec::new());
                }
                if let Some(page) = pages.last_mut() {
                    page.push(line);
                }
            }
        }
        pages
            .into_iter()
            .map(|lines| lines.join("\n") + "\n")
            .collect()
    }
}

/// Shows steps on standard error, where the questions are.
pub(super) struct Screen<'a> {
    asker: &'a Prompt<'a>,
    speech: &'a Speech,
}

impl<'a> Screen<'a> {
    pub const fn new(asker: &'a Prompt<'a>, speech: &'a Speech) -> Self {
        Self { asker, speech }
    }

    /// Shows a step and asks what now. What takes more than one screen is read page by page; for a screen reader the
    /// text simply goes on.
    pub fn choose<T: Copy + PartialEq>(&self, scene: &Scene, menu: &Menu<'_, T>) -> Result<T> {
        let pages = if self.asker.only_adds() {
            scene.pages(usize::MAX)
        } else {
            scene.pages(rows().saturating_sub(AROUND + menu.items.len()))
        };
        let mut at = 0;
        loop {
            self.show(scene, &pages, at);
            let last = at + 1 >= pages.len();
            let mut items: Vec<(Option<T>, &str)> = menu
                .items
                .iter()
                .map(|(item, key)| (Some(*item), *key))
                .collect();
            let default = items
                .iter()
                .position(|(item, _)| *item == Some(menu.default))
                .unwrap_or_default();
            let default = match (pages.len() > 1, last) {
                (false, _) => default,
                (true, false) => {
                    items.insert(0, (None, "guided-read-on"));
                    0
                }
                (true, true) => {
                    items.push((None, "guided-from-top"));
                    default
                }
            };
            let labels: Vec<String> = items.iter().map(|(_, key)| self.speech.say(key)).collect();
            let means: Vec<Option<bool>> = items.iter().map(|(_, key)| meant(key)).collect();
            let ask = self.speech.say(menu.ask);
            let chosen = self
                .asker
                .choose_or_answer(&ask, &labels, &means, default)?;
            let (chosen, _) = items.get(chosen).ok_or(PromptError::Left)?;
            match chosen {
                Some(chosen) => return Ok(*chosen),
                None => at = if last { 0 } else { at + 1 },
            }
        }
    }

    fn show(&self, scene: &Scene, pages: &[String], at: usize) {
        let look = scene.look;
        if self.asker.only_adds() {
            say_stderr("");
        } else {
            put_stderr(CLEAR);
        }
        let key = if pages.len() > 1 {
            "guided-step-page"
        } else {
            "guided-step"
        };
        let head = self.speech.say_with(
            key,
            &[
                ("step", &scene.number.into()),
                ("title", &Arg::from(scene.title.as_str())),
                ("page", &(at + 1).into()),
                ("pages", &pages.len().into()),
            ],
        );
        // A screen reader wraps nothing; elsewhere a second line would take the place of the last.
        let head = if self.asker.only_adds() {
            head
        } else {
            look.fit(&head, look.width.saturating_sub(1))
        };
        say_stderr(&look.bold(&look.typography(&head)));
        put_stderr(pages.get(at).map_or("", String::as_str));
        say_stderr("");
    }
}

/// Whether an item is a yes or a no, so that its letter takes it.
fn meant(key: &str) -> Option<bool> {
    match key {
        "guided-yes" => Some(true),
        "guided-no" => Some(false),
        _ => None,
    }
}

fn rows() -> usize {
    terminal_size::terminal_size().map_or(ROWS, |(_, rows)| usize::from(rows.0))
}
