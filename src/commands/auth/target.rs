//! Whose token it is, and where it is kept.

use anyhow::{Context, Result, bail};

use crate::commands::connection::{TenantFlags, Whom, which};
use crate::model::Flow;
use crate::secret::Source;
use crate::tenant::sources::{Chosen, Wanted, choose};
use crate::tenant::{Named, Tenant};
use crate::terminal::{Prompt, PromptError};

/// The tenant whose token it is. Tokens are kept by the tenant's name.
pub(super) fn whom(
    flags: &TenantFlags,
    asker: Option<&Prompt<'_>>,
    question: &str,
) -> Result<Whom> {
    // Here a flag brings a new token; it does not say which connection is meant.
    let flags = TenantFlags {
        token_file: None,
        token_stdin: false,
        ..flags.clone()
    };
    let whom = flags.whom(&|names| {
        let Some(asker) = asker else {
            return Err(which(names));
        };
        match asker.choose(question, names, 0) {
            Ok(chosen) => Ok(names.get(chosen).cloned()),
            Err(PromptError::Left) => Err(which(names)),
            Err(error) => Err(error.into()),
        }
    })?;
    whom.named().context(
        "a token is kept under the name of a tenant. Name one:\n  igdoctor auth login NAME\n\
         Or make one first:\n  igdoctor tenant add NAME",
    )?;
    Ok(whom)
}

/// Whether one can log in to the tenant's app through the browser: Instagram gives only a code, which takes the secret.
pub(super) fn can_log_in(tenant: &Tenant) -> bool {
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
pub(super) fn place(named: Named<'_>) -> Option<Chosen> {
    choose(Wanted::Token, Some(named), |_| false)
}

/// Where a new token of a tenant is to be kept.
///
/// # Errors
/// When that is not igdoctor's to write.
pub(super) fn destination(named: Named<'_>) -> Result<Source> {
    let chosen = place(named).context("this tenant has no place for a token")?;
    let name = named.name;
    match &chosen.source {
        Source::Keyring(_) | Source::File { .. } => Ok(chosen.source),
        elsewhere => bail!(
            "{name} takes its token from {elsewhere}, which igdoctor cannot write. Put the token there yourself, or let the tenant keep it elsewhere: secrets.token = {{ keyring = \"{name}/token\" }}"
        ),
    }
}
