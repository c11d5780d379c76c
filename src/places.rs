//! Where things lie on this machine: the file of tenants, and what igdoctor keeps for itself.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use etcetera::BaseStrategy as _;

/// Name of the file of tenants.
pub const TENANT_FILE: &str = "igdoctor.toml";

/// The file of tenants in the user's own configuration folder, whether it exists or not.
#[must_use]
pub fn user_tenant_file() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("igdoctor").join(TENANT_FILE))
}

/// The folder for the journal, answers given at prompts and the like: `IGDOCTOR_STATE_DIR`, else the user's own.
#[must_use]
pub fn state_folder() -> Option<PathBuf> {
    if let Some(told) = env::var_os("IGDOCTOR_STATE_DIR").filter(|told| !told.is_empty()) {
        return Some(told.into());
    }
    let base = etcetera::choose_base_strategy().ok()?;
    let state = base.state_dir().unwrap_or_else(|| base.data_dir());
    Some(state.join("igdoctor"))
}

/// Makes a folder that only its owner can look into, with those above it.
///
/// # Errors
/// When it cannot be made.
pub fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}
