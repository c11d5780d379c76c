//! What is repaired: a tenant, what the flags describe, or a world of the sandbox; and where its changes are written down.

use anyhow::{Context, Result, ensure};

use super::Flags;
use crate::catalog::Catalog;
use crate::commands::asking::SANDBOX_PAUSE;
use crate::commands::auth::target;
use crate::commands::connection::{Choose, TenantFlags, Whom};
use crate::commands::flags::AskFlags;
use crate::engine::Manner;
use crate::repair::Journal;
use crate::sandbox::{self, Sandbox};
use crate::secret::Source;
use crate::tenant::Tenant;
use crate::tenant::effective::Origin;
use crate::tenant::sources::Wanted;
use crate::terminal::Prompt;
use crate::words::Speech;

/// What is repaired.
pub(in crate::commands) struct Place {
    /// Its name in the journal.
    pub name: String,
    /// The tenant, with what is held of it.
    pub tenant: Tenant,
    /// How Meta is asked.
    pub manner: Manner,
    /// Where a new token goes, if igdoctor keeps it.
    pub keeps_token: Option<Source>,
    /// Changes so far, and to come.
    pub journal: Journal,
    /// The world that is being served, and the folder of its journal, as long as this lives.
    _sandbox: Option<(Sandbox, tempfile::TempDir)>,
}

impl Place {
    pub fn find(
        catalog: &'static Catalog,
        flags: &Flags,
        asker: Option<&Prompt<'_>>,
        speech: &Speech,
    ) -> Result<Self> {
        match &flags.sandbox {
            Some(world) => Self::world(flags, world),
            None => Self::real(
                catalog,
                &flags.tenant,
                &flags.ask,
                &|names| target::choose_one(asker, &speech.say("login-ask-tenant"), names),
                &|| match asker.filter(|_| !flags.yes && !flags.dry_run) {
                    Some(asker) => {
                        Ok(asker.yes_no(&speech.say("repair-ask-no-token"), Some(true))?)
                    }
                    None => Ok(false),
                },
            ),
        }
    }

    fn world(flags: &Flags, name: &str) -> Result<Self> {
        let named = crate::commands::sandbox::find(name).context("--sandbox")?;
        let world = (named.make)();
        let sandbox = Sandbox::start(world.clone()).context("cannot start the sandbox")?;
        let (tenant, hints) = sandbox::tenant(named.name, &world, &sandbox)?;
        let folder = tempfile::tempdir().context("cannot make a folder for the journal")?;
        Ok(Self {
            name: named.name.to_owned(),
            tenant,
            manner: Manner {
                graph_url: Some(hints.graph_url),
                version: flags.ask.graph_version,
                timeout: flags.ask.timeout,
                pause: SANDBOX_PAUSE,
                record: false,
                roots: Some(hints.roots),
                no_roots: hints.no_roots,
            },
            // It ends with the world, as everything here does.
            keeps_token: Some(Source::File {
                path: folder.path().join("token"),
                shared: false,
            }),
            journal: Journal::open_in(folder.path(), named.name)?,
            _sandbox: Some((sandbox, folder)),
        })
    }

    /// A real connection.
    pub fn real(
        catalog: &'static Catalog,
        flags: &TenantFlags,
        ask: &AskFlags,
        choose: &Choose<'_>,
        without_token: &dyn Fn() -> Result<bool>,
    ) -> Result<Self> {
        let whom = flags.whom(choose)?;
        let held = flags.tenant(catalog, &whom)?;
        let name = match &whom {
            Whom::Tenant { name, .. } => name.clone(),
            Whom::Described => described(&held.tenant),
        };
        // Most customers hold no token: for them the platform's guide is walked, if they like.
        ensure!(
            held.tenant.credentials.token.is_some() || flags.no_token || without_token()?,
            "{}",
            crate::commands::check::no_token(&whom, &held)
        );
        let chosen = flags.source(Wanted::Token, whom.named());
        // One that came by a flag or a variable is not igdoctor's to keep.
        let keeps_token = chosen
            .filter(|chosen| matches!(chosen.origin, Origin::Tenant | Origin::Default))
            .map(|chosen| chosen.source)
            .filter(|source| matches!(source, Source::Keyring(_) | Source::File { .. }));
        Ok(Self {
            journal: Journal::open(&name)?,
            name,
            tenant: held.tenant,
            manner: ask.manner()?,
            keeps_token,
            _sandbox: None,
        })
    }
}

/// A connection without a name is known by its Page or account.
fn described(tenant: &Tenant) -> String {
    let expect = &tenant.expect;
    let id = expect.page_id.as_ref().or(expect.instagram_id.as_ref());
    format!("{}-{}", expect.flow, id.map_or("unnamed", String::as_str))
}
