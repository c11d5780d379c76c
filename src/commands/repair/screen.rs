//! One step on one screen.

use super::Flags;
use crate::report::CheckReport;
use crate::report::human::Sheet;
use crate::terminal::{Look, harmless, put_stderr, say_stderr};
use crate::words::Speech;

/// Lines that a step's head and the menu below it take.
const MENU: usize = 11;
/// Empties the screen and begins at its top.
const CLEAR: &str = "\u{1b}[2J\u{1b}[H";

/// Shows steps on standard error, where the questions are.
pub(super) struct Screen {
    look: Look,
}

impl Screen {
    pub fn new(flags: &Flags) -> Self {
        Self {
            look: Look::of_stderr(flags.look.color, flags.look.is_accessible()),
        }
    }

    /// A screen for this step alone, below what came of the last one; for a screen reader the text simply goes on.
    pub fn show(&self, speech: &Speech, step: usize, news: &str, text: &str) {
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        if !self.look.accessible && !dumb {
            put_stderr(CLEAR);
        }
        if !news.trim().is_empty() {
            let mut sheet = Sheet::new(self.look);
            sheet.paragraph(0, news.trim());
            say_stderr(&sheet.text());
        }
        let head = speech.say_with("guided-step", &[("step", &step.into())]);
        say_stderr(&self.look.bold(&self.look.typography(&head)));
        say_stderr(text.trim_end());
        say_stderr("");
    }

    /// What is wrong, why it matters, and what to do, in numbered steps.
    pub fn steps(check: &CheckReport, why: &str, flags: &Flags) -> String {
        let whole = Self::laid_out(check, Some(why), flags);
        let rows = terminal_size::terminal_size().map_or(24, |(_, rows)| usize::from(rows.0));
        if whole.lines().count() + MENU <= rows {
            whole
        } else {
            // What to do must be seen; why it matters stands in the help as well.
            Self::laid_out(check, None, flags)
        }
    }

    fn laid_out(check: &CheckReport, why: Option<&str>, flags: &Flags) -> String {
        let mut sheet = Self::sheet(flags);
        sheet.paragraph(0, &harmless(&check.message));
        if let Some(why) = why {
            sheet.paragraph(0, why);
        }
        let steps = check.fix.iter().flat_map(|fix| &fix.steps);
        for (number, step) in (1..).zip(steps) {
            sheet.item(&format!("{number}."), &harmless(step));
        }
        sheet.text()
    }

    /// What a person is asked to look at.
    pub fn question(check: &CheckReport, why: &str, question: &str, flags: &Flags) -> String {
        let mut sheet = Self::sheet(flags);
        sheet.heading(&check.title);
        sheet.paragraph(0, why);
        sheet.blank();
        sheet.paragraph(0, &harmless(question));
        sheet.text()
    }

    fn sheet(flags: &Flags) -> Sheet {
        Sheet::new(Look::of_stderr(
            flags.look.color,
            flags.look.is_accessible(),
        ))
    }
}
