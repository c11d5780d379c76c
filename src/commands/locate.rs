//! Where a tenant stands, as whoever reads an annotation sees it: the file relative to the checked-out folder, and the line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::report::document::Place;
use crate::tenant;
use crate::toml_error::lines_of;

/// The file of tenants as far as it can be shown, and the lines of its tenants.
pub(super) struct Locator(Option<(String, BTreeMap<String, usize>)>);

impl Locator {
    /// For the file that was named, or the one that is found. What cannot be read or shown is no error here: the check itself told.
    #[must_use]
    pub fn new(named: Option<&Path>) -> Self {
        let file = tenant::find(named).ok().flatten();
        Self(file.and_then(|path| {
            let shown = shown(&path)?;
            let text = std::fs::read_to_string(&path).ok()?;
            Some((shown, lines_of(&text, "tenants")))
        }))
    }

    /// For what is about no tenant of a file.
    #[must_use]
    pub const fn nowhere() -> Self {
        Self(None)
    }

    /// The place of a tenant.
    #[must_use]
    pub fn find(&self, tenant: Option<&str>) -> Place {
        let place = || {
            let (file, lines) = self.0.as_ref()?;
            Some(Place {
                file: file.clone(),
                line: *lines.get(tenant?)?,
            })
        };
        place().unwrap_or_default()
    }
}

/// A path relative to the folder that holds the checked-out files. Nobody can follow a path that leads out of it, and it would tell
/// whose machine this is.
fn shown(path: &Path) -> Option<String> {
    let root = std::env::var_os("GITHUB_WORKSPACE").map(PathBuf::from);
    let root = match root.filter(|root| root.is_absolute()) {
        Some(root) => root,
        None => std::env::current_dir().ok()?,
    };
    let (path, root) = (path.canonicalize().ok()?, root.canonicalize().ok()?);
    let parts = path.strip_prefix(&root).ok()?.components();
    let parts: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}
