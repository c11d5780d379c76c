//! The terminal: color, symbols, width, harmless text, writing without noise when the reader has gone.

mod progress;
mod prompt;
mod restore;
mod tally;

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write as _};

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthChar;

pub use progress::Progress;
pub use prompt::{Prompt, PromptError};
pub use restore::Listening;
pub use tally::Tally;

use crate::model::Outcome;

/// Prose is not wrapped wider than this: long lines are hard to read.
const PROSE: usize = 100;
/// Width where none can be known.
const UNKNOWN_WIDTH: usize = 80;

/// When to use color.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless the environment says otherwise.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How a stream is to be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// With color.
    pub color: bool,
    /// With symbols beyond ASCII.
    pub unicode: bool,
    /// Columns.
    pub width: usize,
    /// For a screen reader: no boxes, no symbols, one thing a line.
    pub accessible: bool,
}

impl Look {
    /// How to write to standard output.
    #[must_use]
    pub fn of_stdout(choice: ColorChoice, accessible: bool) -> Self {
        let terminal = io::stdout().is_terminal();
        Self {
            color: color(choice, terminal),
            unicode: speaks_unicode(),
            width: width(terminal),
            accessible,
        }
    }

    /// How to write to standard error, where prompts stand.
    #[must_use]
    pub fn of_stderr(choice: ColorChoice, accessible: bool) -> Self {
        let terminal = io::stderr().is_terminal();
        Self {
            color: color(choice, terminal),
            unicode: speaks_unicode(),
            width: width(terminal),
            accessible,
        }
    }

    /// Columns for prose.
    #[must_use]
    pub fn prose(self) -> usize {
        self.width.clamp(20, PROSE)
    }

    /// Text in a style, if there is color.
    #[must_use]
    pub fn paint(self, style: Style, text: &str) -> String {
        if self.color {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }

    /// Bold text.
    #[must_use]
    pub fn bold(self, text: &str) -> String {
        self.paint(Style::new().bold(), text)
    }

    /// Text that may be passed over.
    #[must_use]
    pub fn dim(self, text: &str) -> String {
        self.paint(Style::new().dimmed(), text)
    }

    /// The symbol of an outcome, never without its word beside it.
    #[must_use]
    pub const fn symbol(self, outcome: Outcome) -> &'static str {
        match (outcome, self.unicode) {
            (Outcome::Pass, true) => "✓",
            (Outcome::Pass, false) => "+",
            (Outcome::Warn, _) => "!",
            (Outcome::Fail, true) => "✗",
            (Outcome::Fail, false) => "x",
            (Outcome::Unknown | Outcome::Ask, _) => "?",
            (Outcome::Skipped, true) => "–",
            (Outcome::Skipped | Outcome::Waived, false) => "-",
            (Outcome::Waived, true) => "○",
        }
    }

    /// A word with the symbol of an outcome before it, in its color; for a screen reader the word alone.
    #[must_use]
    pub fn mark(self, outcome: Outcome, word: &str) -> String {
        if self.accessible {
            return word.to_owned();
        }
        self.paint(
            Self::style(outcome),
            &format!("{} {word}", self.symbol(outcome)),
        )
    }

    /// Style of an outcome, of the sixteen colors that every theme makes readable.
    #[must_use]
    pub const fn style(outcome: Outcome) -> Style {
        let color = match outcome {
            Outcome::Pass => AnsiColor::Green,
            Outcome::Warn => AnsiColor::Yellow,
            Outcome::Fail => AnsiColor::Red,
            Outcome::Unknown => AnsiColor::Magenta,
            Outcome::Ask => AnsiColor::Cyan,
            Outcome::Skipped | Outcome::Waived => return Style::new().dimmed(),
        };
        Style::new().fg_color(Some(anstyle::Color::Ansi(color)))
    }

    /// Text from outside, harmless and cut to so many columns; a mark shows that something was cut off.
    #[must_use]
    pub fn fit(self, text: &str, columns: usize) -> String {
        let text = harmless(text);
        let wide = |c: char| c.width().unwrap_or_default();
        if text.chars().map(wide).sum::<usize>() <= columns {
            return text;
        }
        let mark = self.typography("…");
        let mut room = columns.saturating_sub(mark.chars().count());
        let mut cut = String::new();
        for c in text.chars() {
            let Some(left) = room.checked_sub(wide(c)) else {
                break;
            };
            room = left;
            cut.push(c);
        }
        cut + &mark
    }

    /// Our own typography in ASCII, where the terminal has nothing else.
    #[must_use]
    pub fn typography(self, text: &str) -> String {
        if self.unicode {
            return text.to_owned();
        }
        text.replace(['“', '”'], "\"")
            .replace('’', "'")
            .replace('→', "->")
            .replace('·', "-")
            .replace(['–', '—'], "-")
            .replace('…', "...")
    }
}

/// Decided once: the flag, then `NO_COLOR`, the forcing variables, `TERM=dumb`, then whether it is a terminal.
fn color(choice: ColorChoice, terminal: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let forced =
        |name: &str| std::env::var(name).is_ok_and(|value| !value.is_empty() && value != "0");
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if set("NO_COLOR") => false,
        ColorChoice::Auto if forced("FORCE_COLOR") || forced("CLICOLOR_FORCE") => true,
        ColorChoice::Auto => {
            terminal
                && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
                && std::env::var_os("CLICOLOR").is_none_or(|value| value != "0")
        }
    }
}

/// Whether the locale's encoding is UTF-8. Windows consoles are.
fn speaks_unicode() -> bool {
    if cfg!(windows) {
        return true;
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    locale.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

fn width(terminal: bool) -> usize {
    let told = || {
        std::env::var("COLUMNS")
            .ok()?
            .parse()
            .ok()
            .filter(|columns: &usize| *columns > 0)
    };
    let measured = || {
        terminal_size::terminal_size()
            .map(|(width, _)| usize::from(width.0))
            .filter(|_| terminal)
    };
    told().or_else(measured).unwrap_or(UNKNOWN_WIDTH)
}

/// Text from outside that can do nothing to a terminal or a document: control characters, marks that reorder text, and what Unicode
/// says is no character are spelled out.
#[must_use]
pub fn harmless(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        if is_harmful(c) {
            // Writing to a string cannot fail.
            let _ = write!(clean, "\\u{{{:x}}}", u32::from(c));
        } else {
            clean.push(c);
        }
    }
    clean
}

/// Control characters, marks that reorder text, and what is no character. All of them are single units of UTF-16.
#[must_use]
pub fn is_harmful(c: char) -> bool {
    let reorders = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // XML cannot hold these two, and nothing draws them.
    let is_none = matches!(c, '\u{fffe}' | '\u{ffff}');
    c.is_control() || reorders || is_none
}

/// Whether somebody watches what goes to standard output.
#[must_use]
pub fn is_on_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Writes a document to standard output. A reader who has gone away is no error.
///
/// # Errors
/// When it cannot be written for any other reason.
pub fn write_stdout(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes to standard error without ending the line.
pub fn put_stderr(text: &str) {
    let mut stderr = io::stderr().lock();
    let _ = stderr
        .write_all(text.as_bytes())
        .and_then(|()| stderr.flush());
}

/// Writes text to standard error. On a terminal its lines break between words; piped they stay whole.
pub fn say_text(text: &str) {
    let look = Look::of_stderr(ColorChoice::Never, false);
    let wide = if io::stderr().is_terminal() {
        look.prose()
    } else {
        usize::MAX
    };
    // Addresses and commands must stay whole, so that they can be copied.
    let options = textwrap::Options::new(wide)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(false);
    for line in textwrap::wrap(text, options) {
        say_stderr(&line);
    }
}

/// Writes a line to standard error. There is nobody left to tell when that fails.
pub fn say_stderr(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_is_spelled_out() {
        assert_eq!(
            harmless("a\u{1b}[31mred\u{202e}\n"),
            "a\\u{1b}[31mred\\u{202e}\\u{a}"
        );
        assert_eq!(harmless("Café → ñ 日本"), "Café → ñ 日本");
    }
    #[test]
    fn what_is_too_wide_is_cut_by_columns() {
        let look = Look {
            color: false,
            unicode: true,
            width: 80,
            accessible: false,
        };
        assert_eq!(look.fit("Кафе «Солнце»", 13), "Кафе «Солнце»");
        assert_eq!(look.fit("Кафе «Солнце»", 8), "Кафе «С…");
        assert_eq!(look.fit("日本語のページ", 8), "日本語…");
        assert_eq!(look.fit("a\u{1b}[2Jb", 6), "a\\u{1…");
        let ascii = Look {
            unicode: false,
            ..look
        };
        assert_eq!(ascii.fit("Casa Azul do Sol", 8), "Casa ...");
    }
}
