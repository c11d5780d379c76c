//! Whose token it is, and where it is kept.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::commands::asked::{Asking, asker};
use crate::commands::connection::{TenantFlags, Whom, which};
use crate::commands::flags::{AskFlags, LookFlags, meta_id};
use crate::model::Flow;
use crate::secret::Source;
use crate::speech::{Speech, error};
use crate::tenant::sources::{Chosen, Wanted, choose};
use crate::tenant::{Named, Tenant};
use crate::terminal::{Prompt, PromptError};

/// What every verb of `auth` takes: whose token it is, and how Meta and the person are asked.
#[derive(Args, Debug)]
pub(super) struct Common {
    /// Tenant, by its name in igdoctor.toml
    tenant: Option<String>,
    /// The file of tenants; else igdoctor.toml in this folder, else in your configuration folder
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Id of the platform's Meta app, in place of the tenant's
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    app: Option<String>,
    /// Id of its Instagram app, in place of the tenant's
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    instagram_app: Option<String>,
    #[command(flatten)]
    pub asking: Asking,
    #[command(flatten)]
    pub ask: AskFlags,
    #[command(flatten)]
    pub look: LookFlags,
}

impl Common {
    /// The connection that these flags describe.
    pub fn connection(&self) -> TenantFlags {
        TenantFlags {
            tenant: self.tenant.clone(),
            config: self.config.clone(),
            app: self.app.clone(),
            instagram_app: self.instagram_app.clone(),
            ..TenantFlags::default()
        }
    }

    /// The tenant whose token it is, and the language of its people. Tokens are kept by the tenant's name.
    pub fn whom(&self) -> Result<(Whom, Speech)> {
        let speech = self.look.speech(None);
        let asker = asker(&self.asking, &self.look, &speech);
        // An app is no connection: it is still the tenant's.
        let tenant = TenantFlags {
            tenant: self.tenant.clone(),
            config: self.config.clone(),
            ..TenantFlags::default()
        };
        let whom = tenant
            .whom(&|names| choose_one(asker.as_ref(), &speech.say("login-ask-tenant"), names))?;
        whom.named()
            .with_context(|| error("error-auth-name-tenant", &[]))?;
        let speech = self.look.speech(whom.language());
        Ok((whom, speech))
    }
}

/// One of several tenants, if there is somebody who can choose.
pub(in crate::commands) fn choose_one(
    asker: Option<&Prompt<'_>>,
    question: &str,
    names: &[String],
) -> Result<Option<String>> {
    let Some(asker) = asker else {
        return Err(which(names));
    };
    match asker.choose(question, names, 0) {
        Ok(chosen) => Ok(names.get(chosen).cloned()),
        Err(PromptError::Left) => Err(which(names)),
        Err(fault) => Err(fault.into()),
    }
}

/// Whether one can log in to the tenant's app through the browser: Instagram gives only a code, which takes the secret.
pub(in crate::commands) fn can_log_in(tenant: &Tenant) -> bool {
    let credentials = &tenant.credentials;
    match tenant.expect.flow {
        Flow::Facebook => credentials.app.is_some(),
        Flow::Instagram => {
            let app = credentials.instagram_app.as_ref();
            app.is_some_and(|app| app.secret.is_some())
        }
    }
}

/// Where the token of a tenant is kept. Flags and environment do not count: they are for one run.
pub(in crate::commands) fn place(named: Named<'_>) -> Option<Chosen> {
    choose(Wanted::Token, Some(named), |_| false)
}

/// Where a new token of a tenant is to be kept.
///
/// # Errors
/// When that is not igdoctor's to write.
pub(in crate::commands) fn destination(named: Named<'_>) -> Result<Source> {
    let chosen = place(named).with_context(|| error("error-auth-no-place", &[]))?;
    let name = named.name;
    match &chosen.source {
        Source::Keyring(_) | Source::File { .. } => Ok(chosen.source),
        elsewhere => bail!(error(
            "error-auth-elsewhere",
            &[("tenant", &name), ("source", elsewhere)],
        )),
    }
}
