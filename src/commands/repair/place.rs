//! What is repaired: a tenant, what the flags describe, or a world of the sandbox; and where its changes are written down.

use anyhow::{Context, Result, ensure};
use chrono::Utc;

use super::Flags;
use crate::catalog::Catalog;
use crate::commands::asking::SANDBOX_PAUSE;
use crate::commands::auth::target;
use crate::commands::connection::{Choose, TenantFlags, Whom};
use crate::commands::flags::AskFlags;
use crate::engine::Manner;
use crate::platform::Platform;
use crate::repair::Journal;
use crate::sandbox::{self, Sandbox};
use crate::secret::Source;
use crate::speech::{Speech, error};
use crate::tenant::effective::Origin;
use crate::tenant::sources::Wanted;
use crate::tenant::{Remembered, Tenant};
use crate::terminal::Prompt;

/// What is said without a token.
const NO_TOKEN: [&str; 2] = ["error-repair-begin", "error-repair-tenant-no-token"];

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
    /// Neither a name nor an id tells whose it is: answers of one customer must not count for another.
    pub is_nameless: bool,
    /// What the command that goes on must say beyond what this one said, because it was answered.
    pub more: Vec<String>,
    /// What the tenant's file answers, by check and question.
    filed: Vec<(String, String)>,
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
        if let Some(world) = &flags.sandbox {
            return Self::world(flags, world);
        }
        let guided = asker.filter(|_| !flags.yes && !flags.dry_run);
        let choose =
            |names: &[String]| target::choose_one(asker, &speech.say("login-ask-tenant"), names);
        let without = || {
            let ask =
                |asker: &Prompt<'_>| asker.yes_no(&speech.say("repair-ask-no-token"), Some(true));
            Ok(guided.map(ask).transpose()?.unwrap_or_default())
        };
        let (tenant, ask) = (&flags.tenant, &flags.ask);
        let place = Self::real(catalog, tenant, ask, &choose, &without, NO_TOKEN)?;
        let without_token = place.tenant.credentials.token.is_none();
        match guided.filter(|_| without_token) {
            Some(asker) => place.without_token(catalog, flags, asker, speech),
            None => Ok(place),
        }
    }

    /// Without a token there is a guide to walk through: whose, must be known, and the command that goes on must say it.
    fn without_token(
        mut self,
        catalog: &'static Catalog,
        flags: &Flags,
        asker: &Prompt<'_>,
        speech: &Speech,
    ) -> Result<Self> {
        let mut more = Vec::new();
        if !flags.tenant.no_token {
            more.push("--no-token".to_owned());
        }
        if self.tenant.expect.name.is_none() && flags.tenant.platform.is_none() {
            let platforms = Platform::all()?;
            let names: Vec<String> = platforms.iter().map(|one| one.name.clone()).collect();
            let chosen = asker.choose(&speech.say("tenant-ask-platform"), &names, 0)?;
            let platform = platforms.get(chosen).map(|platform| platform.id.clone());
            more.extend(platform.iter().map(|id| format!("--platform={id}")));
            // The journal of the one before is closed first.
            drop(self);
            let tenant = TenantFlags {
                platform,
                no_token: true,
                ..flags.tenant.clone()
            };
            self = Self::real(
                catalog,
                &tenant,
                &flags.ask,
                &|_| Ok(None),
                &|| Ok(true),
                NO_TOKEN,
            )?;
        }
        Ok(Self { more, ..self })
    }

    /// Whether the tenant's file answers a question.
    pub fn is_filed(&self, check: &str, question: &str) -> bool {
        let about = |(of, which): &(String, String)| of == check && which == question;
        self.filed.iter().any(about)
    }

    fn world(flags: &Flags, name: &str) -> Result<Self> {
        let named = crate::commands::sandbox::find(name).context("--sandbox")?;
        let world = (named.make)();
        let sandbox =
            Sandbox::start(world.clone()).with_context(|| error("error-sandbox-start", &[]))?;
        let (tenant, hints) = sandbox::tenant(named.name, &world, &sandbox)?;
        let folder =
            tempfile::tempdir().with_context(|| error("error-repair-journal-folder", &[]))?;
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
                names: hints.names,
                no_roots: hints.no_roots,
            },
            // It ends with the world, as everything here does.
            keeps_token: Some(Source::File {
                path: folder.path().join("token"),
                shared: false,
            }),
            journal: Journal::open_in(folder.path(), named.name)?,
            is_nameless: false,
            more: Vec::new(),
            filed: Vec::new(),
            _sandbox: Some((sandbox, folder)),
        })
    }

    /// A real connection. The keys are what is said without a token: to whoever just begins, and about a tenant.
    pub fn real(
        catalog: &'static Catalog,
        flags: &TenantFlags,
        ask: &AskFlags,
        choose: &Choose<'_>,
        without_token: &dyn Fn() -> Result<bool>,
        [begin, of_tenant]: [&str; 2],
    ) -> Result<Self> {
        let whom = flags.whom(choose)?;
        let mut held = flags.tenant(catalog, &whom)?;
        let (name, is_nameless) = match &whom {
            Whom::Tenant { name, .. } => (name.clone(), false),
            Whom::Described => described(&held.tenant),
        };
        let expect = &mut held.tenant.expect;
        let remembered = Remembered::of(&name);
        let remembered = remembered.as_ref().map_or(&[][..], Remembered::answers);
        let in_file = expect.answers.iter();
        let filed = in_file
            .filter(|seen| !seen.is_old(Utc::now()) && !remembered.contains(seen))
            .map(|seen| (seen.check.clone(), seen.question.clone()))
            .collect();
        if whom.named().is_none() && !is_nameless {
            expect.answers.extend(remembered.iter().cloned());
        }
        // Most customers hold no token: for them the platform's guide is walked, if they like.
        ensure!(
            held.tenant.credentials.token.is_some() || flags.no_token || without_token()?,
            "{}",
            crate::commands::check::no_token(&whom, &held, begin, of_tenant)
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
            is_nameless,
            more: Vec::new(),
            filed,
            _sandbox: None,
        })
    }
}

/// A connection without a name is known by its Page or account; without those, by its platform, which tells it from few others.
fn described(tenant: &Tenant) -> (String, bool) {
    let expect = &tenant.expect;
    let id = expect.page_id.as_ref().or(expect.instagram_id.as_ref());
    let platform = &expect.platform;
    // A platform of one's own has a path for an id.
    let platform = if platform.is_file() {
        "own"
    } else {
        &platform.id
    };
    let name = id.map_or(platform, String::as_str);
    (format!("{}-{name}", expect.flow), id.is_none())
}
