//! What people paste: JSON, whole or broken, log lines around it, `(#200) …`, `code=10 / subcode=2534022`, a number alone.
//!
//! It is not parsed but searched: names with numbers behind them, grouped by the braces around them. So it may be cut short, escaped or of
//! any language's notation, and however deep it is nested, nothing recurses.

use super::words::{self, Key};

/// As many braces within each other are told apart.
const DEEPEST: usize = 64;
/// As many errors of one paste are answered.
const MOST: usize = 8;
/// Letters of a message that are kept.
const MESSAGE: usize = 400;

/// One error, as far as it could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Graph's code.
    pub code: Option<i64>,
    /// Graph's subcode.
    pub subcode: Option<i64>,
    /// Meta's message, as it was pasted.
    pub message: String,
    /// What Meta's support asks for.
    pub trace: Option<String>,
    /// Meta says that it will pass.
    pub is_transient: bool,
    /// The code stood in `(#…)` before a message; a `code` beside it says more.
    pub(super) guessed: bool,
}

/// What was found in a paste.
#[derive(Debug, Default)]
pub(super) struct Paste {
    /// Errors, in the order in which they end.
    pub errors: Vec<Found>,
    /// An HTTP status.
    pub http: Option<u16>,
    /// Long numbers that stand alone: a subcode may be among them.
    pub numbers: Vec<i64>,
}

/// Reads a paste. `known` tells which numbers are codes of Meta's, for numbers that no name explains.
pub(super) fn read(text: &str, known: &dyn Fn(i64, Option<i64>) -> bool) -> Paste {
    let mut reader = Reader {
        text,
        at: 0,
        known,
        frames: vec![Found::default()],
        too_deep: 0,
        paste: Paste::default(),
    };
    reader.read();
    reader.paste
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    known: &'a dyn Fn(i64, Option<i64>) -> bool,
    frames: Vec<Found>,
    too_deep: usize,
    paste: Paste,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn read(&mut self) {
        let mut word_before = "";
        let mut line_begins = true;
        while let Some(c) = self.rest().chars().next() {
            if c.is_alphabetic() || c == '_' {
                let name = words::name(self.rest());
                self.at += name.len();
                self.named(name, word_before);
                word_before = name;
                line_begins = false;
                continue;
            }
            if c.is_ascii_digit() || (c == '-' && line_begins) {
                self.number(line_begins);
                line_begins = false;
                continue;
            }
            self.at += c.len_utf8();
            match c {
                '{' if self.frames.len() >= DEEPEST => self.too_deep += 1,
                '{' => self.frames.push(Found::default()),
                '}' if self.too_deep > 0 => self.too_deep -= 1,
                '}' => self.close(),
                '(' => self.parenthesis(),
                _ => {}
            }
            line_begins = c == '\n' || (line_begins && !c.is_alphanumeric());
        }
        while let Some(frame) = self.frames.pop() {
            self.keep(frame);
        }
    }

    fn close(&mut self) {
        if let Some(frame) = self.frames.pop() {
            self.keep(frame);
        }
        if self.frames.is_empty() {
            self.frames.push(Found::default());
        }
    }

    fn keep(&mut self, found: Found) {
        let same = |other: &Found| (other.code, other.subcode) == (found.code, found.subcode);
        let says = found.code.is_some() || found.subcode.is_some();
        if says && self.paste.errors.len() < MOST && !self.paste.errors.iter().any(same) {
            self.paste.errors.push(found);
        }
    }

    /// The error that is being read.
    fn frame(&mut self) -> Option<&mut Found> {
        self.frames.last_mut()
    }

    /// What stands behind a name.
    fn named(&mut self, name: &str, word_before: &str) {
        let Some(key) = words::key(name, word_before) else {
            return;
        };
        let (value, is_assigned) = words::after_separator(self.rest());
        let skipped = self.rest().len() - value.len();
        if key == Key::Message {
            if is_assigned {
                self.at += skipped;
                self.message();
            }
            return;
        }
        if key == Key::Trace {
            let trace = words::trace(value).filter(|_| is_assigned);
            if let Some(frame) = self.frame() {
                frame.trace = trace.or(frame.trace.take());
            }
            return;
        }
        if key == Key::Transient {
            let is = is_assigned && value.starts_with("true");
            if let Some(frame) = self.frame() {
                frame.is_transient |= is;
            }
            return;
        }
        let Some((number, length)) = words::number(value) else {
            return;
        };
        self.at += skipped + length;
        match key {
            Key::Code if words::is_status(number) => self.status(number),
            Key::Code => {
                self.code(number, false);
                let second = words::second(self.rest()).or_else(|| self.second_of(number));
                if let Some((subcode, length)) = second {
                    self.at += length;
                    self.subcode(subcode);
                }
            }
            Key::Subcode => self.subcode(number),
            _ => self.status(number),
        }
    }

    fn status(&mut self, number: i64) {
        let status = u16::try_from(number).ok();
        let status = status.filter(|status| (100..600).contains(status));
        self.paste.http = self.paste.http.or(status);
        // The login of the instagram flow answers with the status as its code.
        if number == 400 && self.text.contains("error_type") {
            self.code(number, false);
        }
    }

    fn code(&mut self, number: i64, guessed: bool) {
        let next = match self.frames.last_mut() {
            Some(frame) if frame.code.is_none() || frame.code == Some(number) => {
                frame.code = Some(number);
                frame.guessed &= guessed;
                return;
            }
            Some(frame) if frame.guessed && !guessed => {
                frame.code = Some(number);
                frame.guessed = false;
                return;
            }
            Some(frame) => std::mem::take(frame),
            None => return,
        };
        self.keep(next);
        if let Some(frame) = self.frame() {
            frame.code = Some(number);
            frame.guessed = guessed;
        }
    }

    fn subcode(&mut self, number: i64) {
        if let Some(frame) = self.frame().filter(|_| number != 0) {
            frame.subcode.get_or_insert(number);
        }
    }

    /// A quoted message is passed over: what looks like a name with a number in it is none. One that holds another error is read on.
    fn message(&mut self) {
        let rest = self.rest();
        let Some(quote) = rest.chars().next().filter(|c| ['"', '\'', '`'].contains(c)) else {
            return;
        };
        let inner = rest.get(1..).unwrap_or_default();
        let Some(end) = words::end_of_message(inner, quote) else {
            return;
        };
        let message = inner.get(..end).unwrap_or_default();
        self.at += end + 2;
        if let Some((number, _)) = message.strip_prefix("(#").and_then(words::number) {
            self.code(number, true);
        }
        if let Some(frame) = self.frame() {
            frame.message = message.chars().take(MESSAGE).collect();
        }
    }

    /// `(#200) …`
    fn parenthesis(&mut self) {
        let Some(after) = self.rest().strip_prefix('#') else {
            return;
        };
        let Some((number, length)) = words::number(after) else {
            return;
        };
        let Some(message) = after.get(length..).and_then(|rest| rest.strip_prefix(')')) else {
            return;
        };
        let message = words::line(message);
        self.at += length + 2;
        self.code(number, true);
        if let Some(frame) = self.frame() {
            frame.message = message.chars().take(MESSAGE).collect();
        }
    }

    /// A subcode behind a code, where only the pair shows that it is one: `190.463`.
    fn second_of(&self, code: i64) -> Option<(i64, usize)> {
        words::second_perhaps(self.rest()).filter(|(subcode, _)| (self.known)(code, Some(*subcode)))
    }

    /// A number without a name: `190/463`, `368`, `100 - message`, or one among others.
    fn number(&mut self, line_begins: bool) {
        let rest = self.rest();
        let Some((number, length)) = words::number(rest) else {
            // A minus sign, or more digits than any code has.
            self.at += words::digits(rest).max(1);
            return;
        };
        self.at += length;
        let after = self.rest();
        if let Some((subcode, length)) = words::second(after) {
            let whole =
                line_begins && words::line(after.get(length..).unwrap_or_default()).is_empty();
            if whole || (self.known)(number, Some(subcode)) {
                self.at += length;
                self.code(number, false);
                self.subcode(subcode);
                return;
            }
        }
        if line_begins && let Some((subcode, length)) = self.second_of(number) {
            self.at += length;
            self.code(number, false);
            self.subcode(subcode);
            return;
        }
        let message = words::line(after);
        let introduces = message.starts_with(['-', '–', '—', ',']) && message.len() > 4;
        let alone = message.is_empty() && !words::is_status(number);
        if line_begins && (alone || (introduces && (self.known)(number, None))) {
            self.code(number, false);
            let message = message.trim_start_matches(['-', '–', '—', ',', ' ']);
            let message = message.split_once("(#").map_or(message, |(before, after)| {
                let inner = after.split_once(')').map_or("", |(_, inner)| inner);
                if before.trim().is_empty() {
                    inner
                } else {
                    message
                }
            });
            if let Some(frame) = self.frame() {
                frame.message = message.trim_start().chars().take(MESSAGE).collect();
            }
        } else if number >= 100_000 {
            self.paste.numbers.push(number);
        } else if words::is_status(number)
            && ((line_begins && message.is_empty()) || words::is_reason(message))
        {
            self.status(number);
        }
    }
}
