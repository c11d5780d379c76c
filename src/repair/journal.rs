//! The journal: one JSON line for each step of each change, on disk before the call is made. It makes undo possible and a crash harmless.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::change::Change;
use crate::places;
use crate::speech::error;

/// The changes of one tenant. While it lives, no other repair of this tenant can begin.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    /// Held, so that the lock is.
    _lock: File,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Number of the change.
    pub id: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// What happened to it.
    pub event: Event,
    /// The check that it mends; with `begun` and `amended` alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<String>,
    /// The change; with `begun` and `amended` alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
}

/// What happened to a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// It is about to be made.
    Begun,
    /// It is about to be made otherwise than it was begun.
    Amended,
    /// It was made, and read to be there.
    Done,
    /// It was not made.
    NotMade,
    /// It is about to be taken back.
    Undoing,
    /// It was taken back, and read to be gone.
    Undone,
}

/// A change, with the last that happened to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number.
    pub id: u64,
    /// When it was begun.
    pub at: DateTime<Utc>,
    /// The check that it mends.
    pub check: String,
    /// The change, as it was last begun or amended.
    pub change: Change,
    /// The last that happened.
    pub last: Event,
}

/// Why the journal cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// This account has no folder for it.
    #[error("{}", error("error-journal-no-folder", &[]))]
    NoFolder,
    /// It cannot be read or written.
    #[error("{}", error("error-journal-io", &[("path", &.path.display())]))]
    Io {
        /// Where it lies.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A line of it cannot be read. The last one may be cut short by a crash; any other may not.
    #[error("{}", error("error-journal-broken", &[("path", &.path.display()), ("line", line)]))]
    Broken {
        /// Where it lies.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// Another repair of this tenant is going on.
    #[error("{}", error("error-journal-busy", &[("process", process)]))]
    Busy {
        /// Its process.
        process: String,
    },
}

impl Journal {
    /// Opens the journal of a tenant, if nobody else is mending it.
    ///
    /// # Errors
    /// When somebody is, or the folder cannot be used.
    pub fn open(tenant: &str) -> Result<Self, JournalError> {
        let folder = places::state_folder()
            .ok_or(JournalError::NoFolder)?
            .join("journal");
        Self::open_in(&folder, tenant)
    }

    /// The same in a folder.
    ///
    /// # Errors
    /// As above.
    pub fn open_in(folder: &Path, tenant: &str) -> Result<Self, JournalError> {
        let io = |path: &Path| {
            let path = path.to_owned();
            move |source| JournalError::Io { path, source }
        };
        places::make_private(folder).map_err(io(folder))?;
        let path = folder.join(format!("{tenant}.lock"));
        let lock = lock(&path).map_err(io(&path))?;
        let Some(lock) = lock else {
            let process = fs::read_to_string(&path).unwrap_or_default();
            let process = process.trim();
            let process = if process.is_empty() {
                "unknown"
            } else {
                process
            };
            return Err(JournalError::Busy {
                process: process.to_owned(),
            });
        };
        Ok(Self {
            path: folder.join(format!("{tenant}.jsonl")),
            _lock: lock,
        })
    }

    /// Every change, the oldest first.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn entries(&self) -> Result<Vec<Entry>, JournalError> {
        self.lines().map(entries)
    }

    fn lines(&self) -> Result<Vec<Line>, JournalError> {
        lines(&self.path)
    }

    /// Writes down that a change is about to be made, and tells its number.
    ///
    /// # Errors
    /// When it could not be written to disk: then nothing may be changed.
    pub fn begin(&self, check: &str, change: &Change) -> Result<u64, JournalError> {
        let lines = self.lines()?;
        let id = lines.iter().map(|line| line.id).max().unwrap_or(0) + 1;
        self.add(id, Event::Begun, Some(check), Some(change))?;
        Ok(id)
    }

    pub(super) fn amend(&self, id: u64, change: &Change) -> Result<(), JournalError> {
        self.add(id, Event::Amended, None, Some(change))
    }

    /// It was made, and read to be there.
    ///
    /// # Errors
    /// When it could not be written to disk.
    pub fn done(&self, id: u64) -> Result<(), JournalError> {
        self.add(id, Event::Done, None, None)
    }

    /// It was not made.
    ///
    /// # Errors
    /// When it could not be written to disk.
    pub fn not_made(&self, id: u64) -> Result<(), JournalError> {
        self.add(id, Event::NotMade, None, None)
    }

    pub(super) fn undoing(&self, id: u64) -> Result<(), JournalError> {
        self.add(id, Event::Undoing, None, None)
    }

    pub(super) fn undone(&self, id: u64) -> Result<(), JournalError> {
        self.add(id, Event::Undone, None, None)
    }

    /// Adds a line, and waits until it is on disk.
    fn add(
        &self,
        id: u64,
        event: Event,
        check: Option<&str>,
        change: Option<&Change>,
    ) -> Result<(), JournalError> {
        let line = Line {
            id,
            at: Utc::now(),
            event,
            check: check.map(str::to_owned),
            change: change.cloned(),
        };
        let write = || -> io::Result<()> {
            let mut file = owner_only()
                .read(true)
                .append(true)
                .create(true)
                .open(&self.path)?;
            let mut text = serde_json::to_vec(&line)?;
            text.push(b'\n');
            if !ends_whole(&mut file)? {
                text.insert(0, b'\n');
            }
            file.write_all(&text)?;
            file.sync_all()
        };
        write().map_err(|source| JournalError::Io {
            path: self.path.clone(),
            source,
        })
    }
}

/// Whether the last line has its end. Of one that a crash cut short the piece is taken away, or it would stand in the middle from now on.
fn ends_whole(file: &mut File) -> io::Result<bool> {
    let mut text = Vec::new();
    file.seek(io::SeekFrom::Start(0))?;
    file.read_to_end(&mut text)?;
    let whole = text
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1);
    let piece = &text[whole..];
    if piece.is_empty() {
        return Ok(true);
    }
    if serde_json::from_slice::<Line>(piece).is_ok() {
        return Ok(false);
    }
    file.set_len(u64::try_from(whole).unwrap_or(u64::MAX))?;
    Ok(true)
}

/// Takes the lock and writes our process into it; none if somebody else has it.
fn lock(path: &Path) -> io::Result<Option<File>> {
    let mut file = owner_only()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    match file.try_lock() {
        Ok(()) => {
            file.set_len(0)?;
            write!(file, "{}", std::process::id())?;
            Ok(Some(file))
        }
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

#[cfg(unix)]
fn owner_only() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

#[cfg(not(unix))]
fn owner_only() -> OpenOptions {
    OpenOptions::new()
}

/// Whether a repair once connected the app of a tenant, and nobody took that back: then it was there, whatever Meta shows now.
#[must_use]
pub fn was_connected(tenant: &str) -> bool {
    let path =
        places::state_folder().map(|folder| folder.join("journal").join(format!("{tenant}.jsonl")));
    let connects =
        |entry: &Entry| entry.last == Event::Done && matches!(entry.change, Change::Fields { .. });
    // One that cannot be read shows nothing.
    path.and_then(|path| lines(&path).ok())
        .is_some_and(|lines| entries(lines).iter().any(connects))
}

/// From lines to changes, the oldest first.
fn entries(lines: Vec<Line>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in lines {
        let known = entries.iter_mut().find(|entry| entry.id == line.id);
        match (known, line.check, line.change) {
            (Some(entry), _, change) => {
                entry.last = line.event;
                entry.change = change.unwrap_or_else(|| entry.change.clone());
            }
            (None, Some(check), Some(change)) => entries.push(Entry {
                id: line.id,
                at: line.at,
                check,
                change,
                last: line.event,
            }),
            // The end of a change whose beginning is not there says nothing.
            (None, _, _) => {}
        }
    }
    entries
}

fn lines(path: &Path) -> Result<Vec<Line>, JournalError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => {
            return Err(JournalError::Io {
                path: path.to_owned(),
                source,
            });
        }
    };
    let lines: Vec<&str> = text.lines().collect();
    let mut read = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        match serde_json::from_str(line) {
            Ok(line) => read.push(line),
            // A crash in the middle of the last line: what it was about to say had not happened yet.
            Err(_) if index + 1 == lines.len() && !text.ends_with('\n') => {}
            Err(_) => {
                return Err(JournalError::Broken {
                    path: path.to_owned(),
                    line: index + 1,
                });
            }
        }
    }
    Ok(read)
}
