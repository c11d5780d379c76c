//! What is held of a tenant: its secrets, each read from its one source, and what they give access to.

use anyhow::{Result, bail};
use chrono::Utc;

use super::connection::TenantFlags;
use crate::catalog::Catalog;
use crate::graph::flow_of_token;
use crate::model::Access;
use crate::repair::was_connected;
use crate::secret::{AppKeys, Secret, SecretError, Stored};
use crate::speech;
use crate::tenant::effective::{Effective, Named, Origin};
use crate::tenant::sources::{Chosen, Wanted};
use crate::tenant::{Credentials, Expectation, Remembered, Seen, Tenant};
use crate::terminal::say_stderr;

/// Tells where each secret is to be read from.
pub(super) type Sources<'a> = dyn Fn(Wanted) -> Option<Chosen> + 'a;

/// A tenant, and why its token could not be had where one was only looked for.
#[derive(Debug)]
pub struct Held {
    /// The tenant.
    pub tenant: Tenant,
    /// What the keyring said.
    pub missing: Option<SecretError>,
}

impl Held {
    /// Reads every secret and puts the tenant together.
    ///
    /// # Errors
    /// When something does not fit together, or a secret cannot be read.
    pub(super) fn read(
        flags: &TenantFlags,
        catalog: &Catalog,
        named: Option<Named<'_>>,
        source: &Sources<'_>,
    ) -> Result<Self> {
        let mut missing = None;
        let token = match source(Wanted::Token).filter(|_| !flags.no_token) {
            Some(chosen) => match chosen.source.read(&waiting) {
                Ok(token) => Some(token),
                // Nobody named the keyring, so a token that is not there is none.
                Err(error) if chosen.origin == Origin::Default => {
                    missing = Some(error);
                    None
                }
                Err(error) => return Err(error.into()),
            },
            None => None,
        };
        Ok(Self {
            tenant: assemble(flags, catalog, named, token, source)?,
            missing,
        })
    }
}

/// Puts a tenant together around a token.
///
/// # Errors
/// When something does not fit together, or another secret cannot be read.
pub(super) fn assemble(
    flags: &TenantFlags,
    catalog: &Catalog,
    named: Option<Named<'_>>,
    token: Option<Stored>,
    source: &Sources<'_>,
) -> Result<Tenant> {
    let given = flags.given();
    let by_token = token
        .as_ref()
        .and_then(|stored| flow_of_token(&stored.token));
    let effective = Effective::new(&given, named, by_token)?;
    let secret = |wanted: Wanted| -> Result<Option<Secret>> {
        let chosen = source(wanted);
        let read = chosen.map(|chosen| chosen.source.read_secret(wanted.key(), &waiting));
        Ok(read.transpose()?)
    };
    // Without a token nothing is asked of Meta, so nothing needs to be signed.
    let for_calls = |wanted: Wanted| match flags.no_token {
        true => Ok(None),
        false => secret(wanted),
    };
    let id = |id: &Option<crate::tenant::effective::Sourced<String>>| {
        id.as_ref().map(|id| id.value.clone())
    };
    let app = keys(
        id(&effective.app),
        Wanted::AppSecret,
        for_calls(Wanted::AppSecret)?,
        source,
    )?;
    let instagram_app = keys(
        id(&effective.instagram_app),
        Wanted::InstagramAppSecret,
        for_calls(Wanted::InstagramAppSecret)?,
        source,
    )?;
    let mut expect = effective.expectation(catalog, &given, named)?;
    if let Some(remembered) = named.and_then(|named| Remembered::of(named.name)) {
        add_remembered(&mut expect, &remembered);
    }
    let has_secret = app.as_ref().is_some_and(|keys| keys.secret.is_some());
    expect.access = match &token {
        None => Access::None,
        Some(_) if has_secret => Access::App,
        Some(_) => Access::Token,
    };
    expect.was_connected = named.is_some_and(|named| was_connected(named.name));
    expect.token_flow = by_token;
    let stored = token.as_ref();
    expect.token_expires_at = stored
        .and_then(|stored| stored.expires_at)
        .or(expect.token_expires_at);
    let entry = named.map(|named| named.entry);
    let credentials = Credentials {
        token_kind: stored
            .and_then(|stored| stored.kind)
            .or_else(|| entry.and_then(|entry| entry.token_kind)),
        token: token.map(|stored| stored.token),
        app,
        instagram_app,
        verify_token: secret(Wanted::VerifyToken)?,
    };
    Ok(Tenant {
        expect,
        credentials,
    })
}

/// What is remembered counts where the file says nothing, or nothing that is still believed: the file goes first, however new the other is.
fn add_remembered(expect: &mut Expectation, remembered: &Remembered) {
    let now = Utc::now();
    let answers = remembered.answers().iter();
    let more: Vec<Seen> = answers
        .filter(|seen| expect.seen(&seen.check, &seen.question, now).is_none())
        .cloned()
        .collect();
    expect.answers.extend(more);
}

/// An app, if its id is known; its secret is of no use without.
fn keys(
    id: Option<String>,
    wanted: Wanted,
    secret: Option<Secret>,
    source: &Sources<'_>,
) -> Result<Option<AppKeys>> {
    match (id, secret) {
        (Some(id), secret) => Ok(Some(AppKeys { id, secret })),
        (None, Some(_)) => {
            let (flag, key) = match wanted {
                Wanted::InstagramAppSecret => ("--instagram-app", "instagram_app"),
                _ => ("--app", "app"),
            };
            let from = source(wanted).map(|chosen| chosen.source.to_string());
            bail!(speech::error(
                "error-no-app",
                &[
                    ("what", &wanted.key()),
                    ("source", &from.unwrap_or_default()),
                    ("flag", &flag),
                    ("key", &key),
                ],
            ))
        }
        (None, None) => Ok(None),
    }
}

/// Said while the keyring waits for a person.
pub(super) fn waiting() {
    say_stderr(&speech::error("secret-waiting", &[]));
}
