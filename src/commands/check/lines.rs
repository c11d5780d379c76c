//! Lines of one tenant or many, each written as soon as it is its tenant's turn.
//!
//! They are written by a thread of their own: a reader who is slow must not slow down what is being measured.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use crate::files::begin_document;
use crate::terminal::write_stdout;

/// Lines of many tenants, in the order of the tenants.
#[derive(Debug)]
pub(super) struct Lines {
    /// Gone when there is nothing more to write.
    sender: Option<Sender<Message>>,
    writer: Option<JoinHandle<io::Result<()>>>,
}

enum Message {
    /// A line of the tenant at this place.
    Line(usize, String),
    /// The tenant at this place has no more.
    Through(usize),
}

impl Lines {
    /// Lines that go to a file, else to standard output. The file is begun with the first line.
    pub fn to(file: Option<&Path>) -> Self {
        let (sender, receiver) = channel();
        let target = file.map_or(Target::Stdout, |path| Target::Later(path.to_owned()));
        Self {
            sender: Some(sender),
            writer: Some(thread::spawn(move || write_all(&receiver, target))),
        }
    }

    /// A line of the tenant at a place.
    pub fn write(&self, place: usize, line: String) {
        self.send(Message::Line(place, line));
    }

    /// The tenant at a place has no more lines.
    pub fn through(&self, place: usize) {
        self.send(Message::Through(place));
    }

    fn send(&self, message: Message) {
        // A writer that failed tells it at the end.
        if let Some(sender) = &self.sender {
            drop(sender.send(message));
        }
    }

    /// Waits until everything is written.
    ///
    /// # Errors
    /// When something could not be written; a reader who has gone away is no error.
    pub fn finish(mut self) -> io::Result<()> {
        self.wait()
    }

    fn wait(&mut self) -> io::Result<()> {
        self.sender = None;
        let written = self.writer.take().map(JoinHandle::join);
        written
            .unwrap_or(Ok(Ok(())))
            .unwrap_or_else(|_| Err(io::ErrorKind::Other.into()))
    }
}

impl Drop for Lines {
    /// What was said before an error is not lost.
    fn drop(&mut self) {
        drop(self.wait());
    }
}

/// Where lines go.
enum Target {
    Stdout,
    /// A file that is not begun yet.
    Later(PathBuf),
    File(File),
}

impl Target {
    /// Writes a line, through to the reader.
    fn write(&mut self, line: &str) -> io::Result<()> {
        if let Self::Later(path) = self {
            *self = Self::File(begin_document(path)?);
        }
        match self {
            Self::File(file) => match file.write_all(line.as_bytes()) {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
                result => result,
            },
            Self::Stdout | Self::Later(_) => write_stdout(line),
        }
    }
}

fn write_all(receiver: &Receiver<Message>, mut target: Target) -> io::Result<()> {
    let mut turn = 0;
    let mut waiting: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut through: BTreeSet<usize> = BTreeSet::new();
    for message in receiver {
        match message {
            Message::Line(place, line) if place == turn => target.write(&line)?,
            Message::Line(place, line) => waiting.entry(place).or_default().push(line),
            Message::Through(place) => {
                through.insert(place);
                while through.remove(&turn) {
                    turn += 1;
                    for line in waiting.remove(&turn).unwrap_or_default() {
                        target.write(&line)?;
                    }
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenants_come_one_after_the_other_each_as_soon_as_possible() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lines");
        let lines = Lines::to(Some(&file));
        let line = |place, text: &str| lines.write(place, format!("{text}\n"));
        line(1, "b1");
        line(0, "a1");
        line(2, "c1");
        lines.through(2);
        line(1, "b2");
        line(0, "a2");
        lines.through(0);
        line(1, "b3");
        lines.through(1);
        lines.finish().unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        assert_eq!(text, "a1\na2\nb1\nb2\nb3\nc1\n");
    }

    #[test]
    fn without_a_line_no_file_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lines");
        Lines::to(Some(&file)).finish().unwrap();
        assert!(!file.exists());
    }
}
