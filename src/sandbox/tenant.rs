//! The tenant of a world: what it expects, what it holds, and what a run in its sandbox must know.

use std::net::IpAddr;

use chrono::{TimeDelta, Utc};
use rustls::pki_types::CertificateDer;
use url::Url;

use super::VERIFY_TOKEN;
use super::callback::names;
use super::server::Sandbox;
use super::world::{APP_ID, INSTAGRAM_APP_ID, Kind, World};
use crate::graph::flow_of_token;
use crate::model::{Access, Flow, TokenKind};
use crate::platform::{Platform, PlatformError};
use crate::secret::{AppKeys, Secret};
use crate::tenant::{Credentials, Expectation, Seen, Tenant};

/// What a run in a sandbox must know beyond its tenant.
#[derive(Clone, Debug)]
pub struct Hints {
    /// Address of the world's Graph API.
    pub graph_url: Url,
    /// Root of the world's certificates.
    pub roots: CertificateDer<'static>,
    /// Where the world's public names lead.
    pub names: Vec<(String, Vec<IpAddr>)>,
    /// Opt-in parts that the world needs.
    pub with: Vec<String>,
    /// Time limit that the world needs, in milliseconds.
    pub timeout_ms: Option<u64>,
    /// The machine has no certificates.
    pub no_roots: bool,
    /// The judge of this check panics.
    pub panics: Option<&'static str>,
}

/// The tenant of a world that is being served.
///
/// # Errors
/// Only if igdoctor was built from broken platform files.
pub fn tenant(
    name: &str,
    world: &World,
    sandbox: &Sandbox,
) -> Result<(Tenant, Hints), PlatformError> {
    let credentials = credentials(world);
    let tenant = Tenant {
        expect: expectation(name, world, sandbox, &credentials)?,
        credentials,
    };
    let hints = Hints {
        graph_url: sandbox.graph_url(),
        roots: sandbox.ca_der(),
        names: names(),
        with: world
            .expects
            .with
            .iter()
            .map(|part| (*part).to_owned())
            .collect(),
        timeout_ms: world.expects.timeout_ms,
        no_roots: world.expects.no_roots,
        panics: world.expects.panics,
    };
    Ok((tenant, hints))
}

fn expectation(
    name: &str,
    world: &World,
    sandbox: &Sandbox,
    credentials: &Credentials,
) -> Result<Expectation, PlatformError> {
    let expects = &world.expects;
    let mut platform = Platform::find(world.platform)?;
    if let Some(change) = expects.platform_change {
        change(&mut platform);
    }
    let own_apps = |id: &String| {
        if world.flow == Flow::Instagram {
            vec![id.clone(), INSTAGRAM_APP_ID.to_owned()]
        } else {
            vec![id.clone()]
        }
    };
    let given = expects.callback_given.then(|| sandbox.callback_url());
    let seen = |(check, question, yes): &(&str, &str, bool)| Seen {
        check: (*check).to_owned(),
        question: (*question).to_owned(),
        yes: *yes,
        at: Utc::now() - TimeDelta::days(1),
        by: None,
    };
    Ok(Expectation {
        name: Some(name.to_owned()),
        flow_stated: expects.flow_stated.is_some(),
        access: world.access,
        token_flow: credentials.token.as_ref().and_then(flow_of_token),
        page_id: expects.page_id.clone(),
        instagram_id: expects.instagram_id.clone(),
        app_ids: expects.app_id.as_ref().map(own_apps).unwrap_or_default(),
        callback_url: expects
            .callback_url
            .as_deref()
            .and_then(|url| url.parse().ok())
            .or(given),
        data_deletion_url: Some(sandbox.data_deletion_url()),
        platform_url: sandbox.platform_url(),
        department: expects.department.map(str::to_owned),
        stored_account_id: expects.stored_account_id.clone(),
        stored_username: expects.stored_username.clone(),
        answers: expects.answers.iter().map(seen).collect(),
        was_connected: expects.was_connected,
        ..Expectation::new(platform, expects.flow_stated.unwrap_or(world.flow))
    })
}

fn credentials(world: &World) -> Credentials {
    let secret = |text: &str| Secret::parse(text, "").ok();
    let holds = |access: Access| world.access >= access;
    let own = |text: &str| {
        secret(if world.expects.wrong_secret {
            "sandbox-other-secret"
        } else {
            text
        })
        .filter(|_| holds(Access::App))
    };
    let kind = match world.token.kind {
        Kind::Page => Some(TokenKind::Page),
        Kind::User => Some(TokenKind::User),
        Kind::Instagram => None,
    };
    let instagram = (world.flow == Flow::Instagram).then(|| AppKeys {
        id: INSTAGRAM_APP_ID.to_owned(),
        secret: own(&world.app.instagram_secret),
    });
    Credentials {
        token: secret(&world.token.text).filter(|_| holds(Access::Token)),
        token_kind: kind.filter(|_| world.token.kind_known),
        app: Some(AppKeys {
            id: APP_ID.to_owned(),
            secret: own(&world.app.secret),
        }),
        instagram_app: instagram,
        verify_token: secret(VERIFY_TOKEN).filter(|_| world.expects.knows_verify_token),
    }
}
