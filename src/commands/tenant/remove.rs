//! `igdoctor tenant remove`: out of the file; and its secrets out of the keyring, where nobody would find them again.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use crate::commands::asked::{Asking, asker};
use crate::commands::connection::must_have_file;
use crate::commands::flags::LookFlags;
use crate::commands::held::waiting;
use crate::commands::tell::tell;
use crate::model::Arg;
use crate::secret::{SecretError, Source};
use crate::speech::error;
use crate::tenant::Named;
use crate::tenant::edit::Edit;
use crate::tenant::sources::Wanted;

/// Flags of `tenant remove`.
#[derive(Args, Debug)]
pub(super) struct Flags {
    /// Its name
    name: String,
    /// The file of tenants; else igdoctor.toml in this folder, else in your configuration folder
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Do not ask first
    #[arg(long, short)]
    yes: bool,
    #[command(flatten)]
    asking: Asking,
    #[command(flatten)]
    look: LookFlags,
}

pub(super) fn run(flags: &Flags) -> Result<()> {
    let file = must_have_file(flags.config.as_deref())?;
    let named = Named {
        name: &flags.name,
        entry: file.tenant(&flags.name)?,
        folder: file.folder(),
    };
    let speech = flags.look.speech(named.entry.lang);
    let name = Arg::from(flags.name.as_str());
    let path = Arg::Text(file.path.display().to_string());
    let said = [("tenant", &name), ("path", &path)];
    if !flags.yes {
        let Some(asker) = asker(&flags.asking, &flags.look, &speech) else {
            bail!(error(
                "error-tenant-remove-nobody",
                &[("tenant", &flags.name), ("path", &file.path.display())],
            ));
        };
        if !asker.yes_no(&speech.say_with("tenant-remove-ask", &said), Some(false))? {
            return tell(&flags.look, &speech.say("tenant-kept"));
        }
    }
    for entry in of_keyring(named) {
        // As long as a secret may be left behind, the tenant stays, so that it can be found.
        match entry.delete(&waiting) {
            Ok(_) => {}
            // Nobody named the keyring, and there is none here: then nothing can lie in it.
            Err(SecretError::NoKeyring(_)) if !names_keyring(named) => {}
            Err(fault) => return Err(fault.into()),
        }
    }
    let mut edit = Edit::open(&file.path)?;
    edit.remove(&flags.name);
    edit.save()?;
    tell(&flags.look, &speech.say_with("tenant-removed", &said))
}

/// Whether the tenant says that a secret of its own lies in a keyring.
fn names_keyring(named: Named<'_>) -> bool {
    let secrets = &named.entry.secrets;
    let in_keyring = |wanted: &Wanted| matches!(secrets.of(*wanted), Some(Source::Keyring(_)));
    Wanted::ALL.iter().any(in_keyring)
}

/// The keyring entries of a tenant: those it names as its own, and where its token lies if it names nothing.
fn of_keyring(named: Named<'_>) -> Vec<Source> {
    let own = |wanted: &Wanted| {
        let entry = wanted.keyring_entry(named.name);
        let used = match named.entry.secrets.of(*wanted) {
            Some(source) => *source == entry,
            None => *wanted == Wanted::Token,
        };
        used.then_some(entry)
    };
    Wanted::ALL.iter().filter_map(own).collect()
}
