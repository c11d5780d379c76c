//! Keeping a token. One that cannot be kept where it belongs is never lost: it is handed over in a file that only its owner can read.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::commands::held::waiting;
use crate::places;
use crate::secret::{SecretError, Source, Stored};
use crate::speech;

/// What became of a token.
#[derive(Debug)]
pub(in crate::commands) enum Kept {
    /// It is where it belongs.
    There,
    /// It could not be kept there, for this reason, and lies in this file.
    HandedOver(SecretError, PathBuf),
}

/// Keeps a token.
///
/// # Errors
/// When it can be kept nowhere at all.
pub(in crate::commands) fn keep(tenant: &str, place: &Source, token: &Stored) -> Result<Kept> {
    let Err(error) = place.store(token, &waiting) else {
        return Ok(Kept::There);
    };
    let path = hand_over(tenant, token).with_context(|| error.to_string())?;
    Ok(Kept::HandedOver(error, path))
}

/// Puts a token into a file that only its owner can read, and tells which.
///
/// # Errors
/// When that cannot be written either.
pub(in crate::commands) fn hand_over(tenant: &str, token: &Stored) -> Result<PathBuf> {
    let folder =
        places::state_folder().with_context(|| speech::error("error-auth-no-folder", &[]))?;
    places::make_private(&folder)
        .with_context(|| speech::error("error-auth-folder", &[("path", &folder.display())]))?;
    // Each under a name of its own: an earlier one may still wait to be taken.
    let now = chrono::Utc::now().format("%Y%m%dT%H%M%S%.6fZ");
    let path = folder.join(format!("{tenant}-{now}.token"));
    let file = Source::File {
        path: path.clone(),
        shared: false,
    };
    file.store(token, &waiting)
        .with_context(|| speech::error("error-auth-not-handed-over", &[]))?;
    Ok(path)
}
