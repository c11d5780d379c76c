//! Changes to `igdoctor.toml` that keep its comments and its order.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use toml_edit::{DocumentMut, InlineTable, Item, Key, Table, Value};

use super::file::{FileError, TenantFile};
use super::sources::Wanted;
use crate::files;
use crate::secret::Source;
use crate::speech;

/// How long somebody else may take to write the file. Nobody holds it while a person is asked.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often it is looked whether the file is free.
const PAUSE: Duration = Duration::from_millis(50);

/// What a new file begins with.
fn head() -> String {
    format!("# {}\n\n", speech::error("tenant-file-head", &[]))
}

/// A file of tenants that is being changed. It is held as long as this lives, so no person is asked meanwhile.
#[derive(Debug)]
pub struct Edit {
    path: PathBuf,
    before: Option<String>,
    document: DocumentMut,
    /// Held on the folder, so that nobody else changes the file meanwhile; none where there is none yet, or it cannot be locked.
    _lock: Option<File>,
}

impl Edit {
    /// Opens a file, or begins a new one.
    ///
    /// # Errors
    /// When the file is there, but cannot be read or used, or somebody else goes on writing it.
    pub fn open(path: &Path) -> Result<Self, FileError> {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let lock = File::open(folder).ok();
        if let Some(lock) = &lock {
            take(lock, path)?;
        }
        let before = match std::fs::read_to_string(path) {
            Ok(text) => {
                TenantFile::read(path)?;
                Some(text)
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(source) => {
                return Err(FileError::Unreadable {
                    path: path.to_owned(),
                    source,
                });
            }
        };
        let text = before.as_deref().unwrap_or_default();
        let document = text.parse().map_err(|_| {
            let path = path.display();
            FileError::Invalid(speech::error("error-tenant-not-toml", &[("path", &path)]))
        })?;
        Ok(Self {
            path: path.to_owned(),
            before,
            document,
            _lock: lock,
        })
    }

    /// Whether there is a tenant of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.document
            .get("tenants")
            .and_then(|tenants| tenants.get(name))
            .is_some()
    }

    /// Says something of a tenant, such as `page` or `login.config_id`; what was said before is replaced.
    pub fn set(&mut self, tenant: &str, key: &str, value: &str) {
        let (table, key) = match key.split_once('.') {
            Some((inner, key)) => (
                self.tenant(tenant).and_then(|table| below(table, inner)),
                key,
            ),
            None => (self.tenant(tenant), key),
        };
        if let Some(table) = table {
            table.insert(key, Item::Value(value.into()));
        }
    }

    /// Says where a secret of a tenant comes from.
    pub fn set_source(&mut self, tenant: &str, wanted: Wanted, source: &Source) {
        if let Some(table) = self.tenant(tenant)
            && let Some(secrets) = below(table, "secrets")
        {
            secrets.insert(wanted.key(), Item::Value(inline(source).into()));
        }
    }

    /// Removes a tenant with what is written right above it. What stands at the head of the file stays. Tells whether it was there.
    pub fn remove(&mut self, tenant: &str) -> bool {
        let head = self.head_above(tenant);
        let removed = self.remove_entry(tenant);
        if let Some(head) = head.filter(|_| removed) {
            self.put_head(&head);
        }
        removed
    }

    /// What stands above a tenant that is the first in the file, up to the last empty line: it is about the file.
    fn head_above(&self, tenant: &str) -> Option<String> {
        let table = self.document.get("tenants")?.get(tenant)?.as_table()?;
        let prefix = table.decor().prefix()?.as_str()?;
        let is_first = self.document.to_string().starts_with(prefix);
        let (head, _) = prefix.rsplit_once("\n\n")?;
        is_first.then(|| format!("{head}\n\n"))
    }

    /// Puts it above what is the first in the file now.
    fn put_head(&mut self, head: &str) {
        let tenants = self
            .document
            .get_mut("tenants")
            .and_then(Item::as_table_mut);
        let first = tenants.and_then(|tenants| {
            let tables = tenants
                .iter_mut()
                .filter_map(|(_, item)| item.as_table_mut());
            tables.min_by_key(|table| table.position())
        });
        match first {
            Some(first) => {
                let rest = first.decor().prefix().and_then(|prefix| prefix.as_str());
                let rest = rest.unwrap_or_default().trim_start_matches('\n');
                let whole = format!("{head}{rest}");
                first.decor_mut().set_prefix(whole);
            }
            None => self.document.set_trailing(head),
        }
    }

    fn remove_entry(&mut self, tenant: &str) -> bool {
        self.document
            .get_mut("tenants")
            .and_then(Item::as_table_like_mut)
            .and_then(|tenants| tenants.remove(tenant))
            .is_some()
    }

    /// Writes the file, whole or not at all, and only as something that can be read again.
    ///
    /// # Errors
    /// When it cannot be written, or somebody else changed it meanwhile.
    pub fn save(&self) -> Result<(), FileError> {
        let unwritable = |source| FileError::Unwritable {
            path: self.path.clone(),
            source,
        };
        let mut text = self.document.to_string();
        if self.before.is_none() {
            text.insert_str(0, &head());
        }
        TenantFile::parse(&self.path, &text)?;
        if std::fs::read_to_string(&self.path).ok() != self.before {
            return Err(FileError::ChangedMeanwhile(self.path.clone()));
        }
        if let Some(folder) = self.path.parent() {
            std::fs::create_dir_all(folder).map_err(unwritable)?;
        }
        files::replace(&self.path, text.as_bytes()).map_err(unwritable)
    }

    /// The table of a tenant, made if it is not there. None if something else stands in its place, which `open` has ruled out.
    fn tenant(&mut self, name: &str) -> Option<&mut Table> {
        let document = self.document.as_table_mut();
        let is_new = !document.contains_key("tenants");
        let tenants = below(document, "tenants")?;
        // Its own line would say nothing; where somebody wrote one, it stays with what stands around it.
        if is_new {
            tenants.set_implicit(true);
        }
        below(tenants, name)
    }
}

/// Takes the lock, once whoever has it lets go of it.
fn take(lock: &File, path: &Path) -> Result<(), FileError> {
    let begun = Instant::now();
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(FileError::BeingWritten(path.to_owned())),
            Err(TryLockError::Error(source)) => {
                return Err(FileError::Unwritable {
                    path: path.to_owned(),
                    source,
                });
            }
        }
    }
}

/// A table inside a table, made if it is not there; an inline one becomes one of its own.
fn below<'a>(table: &'a mut Table, key: &str) -> Option<&'a mut Table> {
    if table.get(key).is_some_and(Item::is_inline_table) {
        let inline = table.remove_entry(key);
        let own = inline.and_then(|(name, item)| table_of_its_own(&name, item));
        table.insert(key, Item::Table(own.unwrap_or_default()));
    }
    table
        .entry(key)
        .or_insert_with(toml_edit::table)
        .as_table_mut()
}

/// An inline table as one of its own, with the comments that stood around it.
fn table_of_its_own(name: &Key, inline: Item) -> Option<Table> {
    let before = name.leaf_decor().prefix().cloned();
    let after = inline.as_value()?.decor().suffix().cloned();
    let mut table = inline.into_table().ok()?;
    table.decor_mut().set_prefix(before.unwrap_or_default());
    table.decor_mut().set_suffix(after.unwrap_or_default());
    Some(table)
}

/// A source as the file names it.
fn inline(source: &Source) -> InlineTable {
    let mut table = InlineTable::new();
    let (way, value): (_, Value) = match source {
        Source::Environment(name) => ("env", name.into()),
        Source::Stdin => ("stdin", true.into()),
        Source::File { path, .. } => ("file", path.display().to_string().into()),
        Source::Keyring(entry) => ("keyring", entry.into()),
        Source::Command { args, .. } => ("command", args.iter().collect()),
    };
    table.insert(way, value);
    if matches!(source, Source::File { shared: true, .. }) {
        table.insert("readable_by_others", true.into());
    }
    table
}
