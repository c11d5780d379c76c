//! Where a secret comes from. The one place that is named is the only one tried.

use std::fmt;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};

use crate::files;
use crate::model::{Arg, Language};
use crate::secret::{LIMIT, Secret, SecretError, Stored, command, hide, keyring};
use crate::speech::{self, Speech};

/// Where a secret comes from.
#[derive(Clone, PartialEq, Eq)]
pub enum Source {
    /// An environment variable. No program that igdoctor starts gets it.
    Environment(String),
    /// Standard input, to its end.
    Stdin,
    /// A file.
    File {
        /// Where it is; `~/` stands for the home folder.
        path: PathBuf,
        /// Other users of the machine may read it.
        shared: bool,
    },
    /// The entry of the system's keyring with this user name, such as `casa-azul/token`.
    Keyring(String),
    /// What a program prints.
    Command {
        /// The program and what it is told. No shell reads it.
        args: Vec<String>,
        /// After this time it is ended.
        timeout: Duration,
    },
}

impl Source {
    /// The same, with paths taken from this folder: that of the file which names the source.
    #[must_use]
    pub fn under(&self, folder: &Path) -> Self {
        let mut source = self.clone();
        match &mut source {
            Self::File { path, .. } => *path = folder.join(at_home(path)),
            // A bare name is looked up in PATH.
            Self::Command { args, .. } => {
                let has_folder = |name: &&mut String| Path::new(name).components().count() > 1;
                if let Some(program) = args.first_mut().filter(has_folder) {
                    let path = folder.join(at_home(Path::new(program)));
                    // A path that is no text cannot be written into the arguments; it is then taken from where we are.
                    if let Some(path) = path.to_str() {
                        path.clone_into(program);
                    }
                }
            }
            Self::Environment(_) | Self::Stdin | Self::Keyring(_) => {}
        }
        source
    }

    /// The token that is there. `waiting` is called once if a keyring makes us wait for a person. Blocks: never call it from async code.
    ///
    /// # Errors
    /// When there is none, or it cannot be had.
    pub fn read(&self, waiting: &dyn Fn()) -> Result<Stored, SecretError> {
        self.read_as("token", waiting)
    }

    /// Another secret, by its key such as `app_secret`; what else a document tells is left out.
    ///
    /// # Errors
    /// When there is none, or it cannot be had.
    pub fn read_secret(
        &self,
        what: &'static str,
        waiting: &dyn Fn(),
    ) -> Result<Secret, SecretError> {
        self.read_as(what, waiting).map(|stored| stored.token)
    }

    fn read_as(&self, what: &'static str, waiting: &dyn Fn()) -> Result<Stored, SecretError> {
        let text = match self {
            Self::Environment(name) => self.environment(name, what)?,
            Self::Stdin => self.limited(
                files::stdin().map_err(SecretError::Stdin)?,
                SecretError::Stdin,
            )?,
            Self::File { path, shared } => self.file(&at_home(path), *shared)?,
            Self::Keyring(name) => keyring::read(name, waiting)?,
            Self::Command { args, timeout } => command::output(args, *timeout, &self.to_string())?,
        };
        Stored::parse(&text, &self.to_string())
    }

    /// Whether a token could be kept there, found out before there is one.
    ///
    /// # Errors
    /// Why it could not.
    pub fn could_store(&self, waiting: &dyn Fn()) -> Result<(), SecretError> {
        match self {
            Self::File { path, .. } => {
                let path = in_a_folder(path)?;
                files::could_write(&path).map_err(|source| SecretError::Unwritable { path, source })
            }
            // Whatever else is wrong with what is there, it will be replaced.
            Self::Keyring(name) => match keyring::read(name, waiting) {
                Ok(_) | Err(SecretError::NotInKeyring(_) | SecretError::Malformed(_)) => Ok(()),
                Err(error) => Err(error),
            },
            Self::Environment(_) | Self::Stdin | Self::Command { .. } => {
                Err(SecretError::CannotStore(self.to_string(), self.not_ours()))
            }
        }
    }

    /// Keeps a token there, in place of what was there.
    ///
    /// # Errors
    /// When it cannot be written, or is not igdoctor's to write.
    pub fn store(&self, stored: &Stored, waiting: &dyn Fn()) -> Result<(), SecretError> {
        match self {
            Self::File { path, .. } => {
                let path = in_a_folder(path)?;
                let text = stored.document();
                files::write_private(&path, text.expose_secret().as_bytes())
                    .map_err(|source| SecretError::Unwritable { path, source })
            }
            Self::Keyring(name) => keyring::store(name, stored.document(), waiting),
            Self::Environment(_) | Self::Stdin | Self::Command { .. } => {
                Err(SecretError::CannotStore(self.to_string(), self.not_ours()))
            }
        }
    }

    /// Removes the token that is there; `false` if none was.
    ///
    /// # Errors
    /// When it cannot be removed, or is not igdoctor's to remove.
    pub fn delete(&self, waiting: &dyn Fn()) -> Result<bool, SecretError> {
        match self {
            Self::File { path, .. } => {
                let path = at_home(path);
                match std::fs::remove_file(&path) {
                    Ok(()) => Ok(true),
                    Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
                    Err(source) => Err(SecretError::Unwritable { path, source }),
                }
            }
            Self::Keyring(name) => keyring::delete(name, waiting),
            Self::Environment(_) | Self::Stdin | Self::Command { .. } => {
                Err(SecretError::CannotDelete(self.to_string(), self.not_ours()))
            }
        }
    }

    /// As people call it in a language. Of a command only the program: its arguments may hold anything.
    #[must_use]
    pub fn said(&self, language: Language) -> String {
        let (key, name) = match self {
            Self::Environment(name) => ("secret-place-environment", name.clone()),
            Self::Stdin => ("secret-place-stdin", String::new()),
            Self::File { path, .. } => ("secret-place-file", path.display().to_string()),
            Self::Keyring(name) => ("secret-place-keyring", name.clone()),
            Self::Command { args, .. } => ("secret-place-command", command::program_of(args)),
        };
        Speech::new(language).say_with(key, &[("name", &Arg::Text(name))])
    }

    /// Why it is not igdoctor's to write, as a slug.
    const fn not_ours(&self) -> &'static str {
        match self {
            Self::Environment(_) => "environment",
            Self::Command { .. } => "command",
            _ => "stdin",
        }
    }

    fn environment(&self, name: &str, what: &'static str) -> Result<SecretString, SecretError> {
        hide(name);
        match std::env::var(name) {
            Ok(text) if !text.is_empty() => Ok(text.into()),
            Ok(_) | Err(std::env::VarError::NotPresent) => Err(SecretError::Unset {
                name: name.to_owned(),
                what,
            }),
            // The value itself is never shown, not even where it is no text.
            Err(std::env::VarError::NotUnicode(_)) => Err(SecretError::Malformed(self.to_string())),
        }
    }

    fn file(&self, path: &Path, shared: bool) -> Result<SecretString, SecretError> {
        let unreadable = |source| SecretError::Unreadable {
            path: path.to_owned(),
            source,
        };
        if !shared && files::others_can_read(path).map_err(unreadable)? {
            return Err(SecretError::ReadableByOthers(path.to_owned()));
        }
        let file = std::fs::File::open(path).map_err(unreadable)?;
        self.limited(file, unreadable)
    }

    fn limited(
        &self,
        from: impl Read,
        failed: impl FnOnce(std::io::Error) -> SecretError,
    ) -> Result<SecretString, SecretError> {
        let mut bytes = Vec::new();
        from.take(LIMIT as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
        if bytes.len() > LIMIT {
            return Err(SecretError::TooLarge(self.to_string()));
        }
        String::from_utf8(bytes)
            .map(SecretString::from)
            .map_err(|_| SecretError::Malformed(self.to_string()))
    }
}

/// A path whose folder is there.
fn in_a_folder(path: &Path) -> Result<PathBuf, SecretError> {
    let path = at_home(path);
    let there = |folder: &Path| folder.as_os_str().is_empty() || folder.is_dir();
    if path.parent().is_none_or(there) {
        Ok(path)
    } else {
        Err(SecretError::NoFolder(path))
    }
}

/// `~/` is the home folder, as in a shell.
fn at_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), std::env::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

impl Source {
    /// For a program, in no language: as `--secret` writes it, and so without what a command is told.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Environment(name) => format!("env:{name}"),
            Self::Stdin => "stdin".to_owned(),
            Self::File { path, .. } => format!("file:{}", path.display()),
            Self::Keyring(entry) => format!("keyring:{entry}"),
            Self::Command { .. } => "command".to_owned(),
        }
    }
}

/// As people call it, in the language of errors.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(speech::of_errors()))
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({self})")
    }
}
