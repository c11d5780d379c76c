//! Lines of text, wrapped to the width, with hanging indents.

use unicode_width::UnicodeWidthStr;

use crate::terminal::Look;

/// A text that grows line by line.
#[derive(Debug)]
pub struct Sheet {
    look: Look,
    text: String,
}

impl Sheet {
    /// An empty sheet.
    #[must_use]
    pub const fn new(look: Look) -> Self {
        Self {
            look,
            text: String::new(),
        }
    }

    /// How it is written.
    #[must_use]
    pub const fn look(&self) -> Look {
        self.look
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A line as it is, however long.
    pub fn line(&mut self, indent: usize, text: &str) {
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str(self.look.typography(text).trim_end());
        self.text.push('\n');
    }

    /// A heading.
    pub fn heading(&mut self, text: &str) {
        let text = self.look.bold(text);
        self.paragraph(0, &text);
    }

    /// Text, wrapped.
    pub fn paragraph(&mut self, indent: usize, text: &str) {
        let margin = " ".repeat(indent);
        self.wrapped(text, &margin, &margin);
    }

    /// An item of a list: its mark stands before the text, further lines below the text.
    pub fn item(&mut self, mark: &str, text: &str) {
        let mark = self.look.typography(mark);
        let first = format!("  {mark} ");
        let next = " ".repeat(width(&first));
        self.wrapped(text, &first, &next);
    }

    /// A named value: `name: value`, further lines below the value's beginning.
    pub fn named(&mut self, indent: usize, name: &str, text: &str) {
        let margin = " ".repeat(indent);
        self.wrapped(
            &format!("{}: {text}", self.look.dim(name)),
            &margin,
            &margin,
        );
    }

    /// A named value that must stay whole, so that it can be copied: an address, a command. Without room beside its name it gets a line of its own.
    pub fn named_whole(&mut self, indent: usize, name: &str, text: &str) {
        let line = format!("{}: {text}", self.look.dim(name));
        if indent + width(&line) <= self.look.prose() {
            self.line(indent, &line);
        } else {
            self.line(indent, &format!("{}:", self.look.dim(name)));
            self.line(indent + 2, text);
        }
    }

    fn wrapped(&mut self, text: &str, first: &str, next: &str) {
        let text = self.look.typography(text);
        // Addresses must stay whole, so that they can be copied: words are broken nowhere.
        let options = textwrap::Options::new(self.look.prose())
            .initial_indent(first)
            .subsequent_indent(next)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .break_words(false);
        for line in textwrap::wrap(&text, options) {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// Text that is already laid out.
    pub fn add(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Everything so far.
    #[must_use]
    pub fn text(self) -> String {
        self.text
    }
}

/// Columns that text takes, without its color codes.
pub fn width(text: &str) -> usize {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.split_once('m').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain.width()
}
