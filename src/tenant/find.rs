//! Where the file of tenants is looked for.

use std::path::{Path, PathBuf};

use super::file::FileError;
use crate::places::{self, TENANT_FILE};

/// The file of tenants: the one that was named, else the one in the working folder, else the user's own, if there is one.
///
/// # Errors
/// When the one in the working folder was put there by somebody else: it could name commands.
pub fn find(named: Option<&Path>) -> Result<Option<PathBuf>, FileError> {
    if let Some(path) = named {
        return Ok(Some(path.to_owned()));
    }
    let here = PathBuf::from(TENANT_FILE);
    if here.is_file() {
        return if is_ours(&here) {
            Ok(Some(here))
        } else {
            Err(FileError::OfAnother(here))
        };
    }
    Ok(places::user_tenant_file().filter(|path| path.is_file()))
}

/// Whether a file belongs to whoever runs this, or to root.
#[cfg(unix)]
fn is_ours(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let me = rustix::process::geteuid().as_raw();
    path.metadata()
        .is_ok_and(|facts| facts.uid() == me || facts.uid() == 0)
}

#[cfg(not(unix))]
const fn is_ours(_path: &Path) -> bool {
    true
}
