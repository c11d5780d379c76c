//! Files: written whole or not at all, and read only where nobody else could have tampered with them.

use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, StdinLock, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use tempfile::NamedTempFile;

use crate::fault;
use crate::speech;

/// Standard input has a reader already.
static STDIN_TAKEN: AtomicBool = AtomicBool::new(false);

/// Standard input, for its one reader: a second one would find nothing, or what was meant for the first.
///
/// # Errors
/// When it was taken before.
pub fn stdin() -> io::Result<StdinLock<'static>> {
    if STDIN_TAKEN.swap(true, Ordering::Relaxed) {
        return Err(io::Error::other(speech::error("error-stdin-taken", &[])));
    }
    Ok(io::stdin().lock())
}

/// Writes a file that only its owner may read, so that it is there whole or not at all; a link to it stays one.
///
/// # Errors
/// When it cannot be written; a file that was there before is then as it was.
pub fn write_private(path: &Path, text: &[u8]) -> io::Result<()> {
    write(path, text, |_| None)
}

/// The same for a file whose readers and place its owner has chosen: it keeps its mode, and a link to it stays one.
/// A new one can be read by its owner alone.
///
/// # Errors
/// When it cannot be written; a file that was there before is then as it was.
pub fn replace(path: &Path, text: &[u8]) -> io::Result<()> {
    write(path, text, |old| Some(old.permissions()))
}

/// Writes a document for whoever runs this: into a file as above, or straight into a device or pipe such as `/dev/stdout`.
///
/// # Errors
/// When it cannot be written.
pub fn write_document(path: &Path, text: &[u8]) -> io::Result<()> {
    let special = path
        .metadata()
        .is_ok_and(|there| !there.is_file() && !there.is_dir());
    if special {
        fs::write(path, text)
    } else {
        write_private(path, text)
    }
}

/// Begins a document that grows while it is read: a file that only its owner may read, or a device or pipe such as `/dev/stdout`.
///
/// # Errors
/// When it cannot be written.
pub fn begin_document(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
        let file = options.mode(0o600).open(path)?;
        if file.metadata()?.is_file() {
            file.set_permissions(Permissions::from_mode(0o600))?;
        }
        Ok(file)
    }
    #[cfg(not(unix))]
    options.open(path)
}

fn write(
    path: &Path,
    text: &[u8],
    mode: impl Fn(&Metadata) -> Option<Permissions>,
) -> io::Result<()> {
    // A file that is not there yet is no link.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let old = path.metadata().ok();
    // A device or a pipe keeps nothing, and something else must not take its place.
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return Err(io::Error::other(speech::error(
            "error-no-ordinary-file",
            &[],
        )));
    }
    let mode = old.as_ref().and_then(mode);
    let mut file = beside(path)?;
    file.write_all(text)?;
    if let Some(mode) = mode {
        file.as_file().set_permissions(mode)?;
    }
    file.as_file().sync_all()?;
    fault::point("write-before-rename");
    file.persist(path)?;
    Ok(())
}

/// A file in the same folder, to be put in the place of another. What goes wrong is told as the system tells it, without the
/// name of a file that nobody knows.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    NamedTempFile::new_in(folder_of(path)).map_err(|error| {
        // The code of the system stands in the text alone.
        let text = error.to_string();
        let code = text.split_once("(os error ");
        let code = code.and_then(|(_, rest)| rest.split_once(')')?.0.parse().ok());
        code.map_or(error, io::Error::from_raw_os_error)
    })
}

/// Whether a file could be written there, found out before there is anything to lose.
///
/// # Errors
/// Why it could not.
pub fn could_write(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if path.exists() && !path.is_file() {
        return Ok(());
    }
    beside(path).map(drop)
}

/// Whether users other than the owner can read a file. Where modes do not exist, nobody else can.
///
/// # Errors
/// When the file cannot be looked at.
pub fn others_can_read(path: &Path) -> io::Result<bool> {
    mode(path).map(|mode| mode & 0o044 != 0)
}

/// Whether users other than the owner can change a file.
///
/// # Errors
/// When the file cannot be looked at.
pub fn others_can_write(path: &Path) -> io::Result<bool> {
    mode(path).map(|mode| mode & 0o022 != 0)
}

#[cfg(unix)]
fn mode(path: &Path) -> io::Result<u32> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(path.metadata()?.permissions().mode())
}

#[cfg(not(unix))]
fn mode(path: &Path) -> io::Result<u32> {
    path.metadata().map(|_| 0)
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}
