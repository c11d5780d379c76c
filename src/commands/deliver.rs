//! A report goes to where it was wished: to a file or to standard output, and nothing else there.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::flags::{Format, LookFlags, cannot_write};
use super::render::{Own, render};
use super::summary;
use crate::catalog::Catalog;
use crate::files::{could_write, write_document};
use crate::model::Arg;
use crate::report::{Document, human};
use crate::speech::{Speech, error};
use crate::terminal::{ColorChoice, say_stderr, write_stdout};

/// A file with the flag that names it, if it was named.
pub(super) type Named<'a> = (&'static str, Option<&'a Path>);

/// What was wished.
#[derive(Clone, Copy, Debug)]
pub(super) struct Delivery<'a> {
    /// The form.
    pub format: Format,
    /// The file, as given; `-` and none are standard output.
    pub output: Option<&'a Path>,
    /// Say as little as possible.
    pub quiet: bool,
    /// Say more.
    pub verbose: bool,
}

impl Delivery<'_> {
    /// The file, if not standard output.
    pub fn file(&self) -> Option<&Path> {
        self.output.filter(|path| *path != Path::new("-"))
    }

    /// Looks at all files of a run, each with its flag, before anything is asked: no answer is to be lost for one that cannot be
    /// written, and none is written over another that is read or written.
    ///
    /// # Errors
    /// For the first that cannot be.
    pub fn check_files(&self, read: &[Named<'_>], written: &[Named<'_>]) -> Result<()> {
        let output = [("--output", self.output)];
        all_apart(read.iter().chain(&output).chain(written))?;
        self.check_file()?;
        for (flag, path) in written {
            let Some(path) = path else { continue };
            could_write(path).with_context(|| cannot_write(flag, path))?;
        }
        Ok(())
    }

    /// Tells of a file that cannot be written before there is anything to lose.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn check_file(&self) -> Result<()> {
        let Some(path) = self.file() else {
            return Ok(());
        };
        could_write(path).with_context(|| cannot_write("--output", path))
    }

    /// How a report for a person is written. Files get colors only where they were asked for.
    pub fn options(&self, look: &LookFlags, again: Option<String>) -> human::Options {
        let mut written = look.look();
        if self.file().is_some() && self.format == Format::Human {
            written.color = look.color == ColorChoice::Always;
        }
        human::Options {
            look: written,
            quiet: self.quiet,
            verbose: self.verbose,
            again,
        }
    }

    /// Writes a document.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn document(
        &self,
        catalog: &'static Catalog,
        document: &Document<'_>,
        own: &Own<'_>,
    ) -> Result<()> {
        let text = render(catalog, self.format, document, own)?;
        self.text(&text, own.human, &Speech::new(document.lang))?;
        if self.format == Format::Github {
            summary::add(catalog, document);
        }
        Ok(())
    }

    /// Writes a text; `human` is what a person reads beside a file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn text(&self, text: &str, human: &dyn Fn() -> String, speech: &Speech) -> Result<()> {
        let written = match self.file() {
            Some(path) => write_document(path, text.as_bytes()),
            None => write_stdout(text),
        };
        self.ended(written, human, speech)
    }

    /// Tells how writing ended, be it all at once or line by line.
    ///
    /// # Errors
    /// When it could not be written.
    pub fn ended(
        &self,
        written: io::Result<()>,
        human: &dyn Fn() -> String,
        speech: &Speech,
    ) -> Result<()> {
        let Some(path) = self.file() else {
            return written.with_context(no_output);
        };
        written.with_context(|| cannot_write("--output", path))?;
        if self.verbose {
            write_stdout(&human()).with_context(no_output)?;
        } else if !self.quiet {
            say_stderr(&speech.say_with(
                "close-saved",
                &[("path", &Arg::Text(path.display().to_string()))],
            ));
        }
        Ok(())
    }
}

fn no_output() -> String {
    error("error-cannot-write-stdout", &[])
}

/// Files that are read or written, each with its flag: no two of them are the same, or one would be lost. `-` is no file.
///
/// # Errors
/// For the first two that are.
fn all_apart<'a>(files: impl Iterator<Item = &'a Named<'a>>) -> Result<()> {
    let whole = |path: &Path| {
        path.canonicalize()
            .or_else(|_| std::path::absolute(path))
            .ok()
    };
    let mut seen: Vec<(&str, PathBuf)> = Vec::new();
    for (flag, path) in files {
        let path = path.filter(|path| *path != Path::new("-"));
        let Some((path, whole)) = path.and_then(|path| Some((path, whole(path)?))) else {
            continue;
        };
        if let Some((other, _)) = seen.iter().find(|(_, known)| *known == whole) {
            let told: [(&str, &dyn std::fmt::Display); 3] =
                [("one", other), ("other", flag), ("path", &path.display())];
            bail!(error("error-same-file", &told));
        }
        seen.push((flag, whole));
    }
    Ok(())
}
