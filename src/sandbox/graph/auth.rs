//! Who calls, and may they call at all.

use super::request::Request;
use crate::model::Flow;
use crate::sandbox::answer::Refusal;
use crate::sandbox::signature::hmac_hex;
use crate::sandbox::world::{INSTAGRAM_APP_ID, Kind, Page, World};

/// Whose token a call was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Caller {
    /// The app's own credentials.
    App,
    /// A person.
    User,
    /// The Page of this id.
    Page(String),
    /// The Instagram account.
    Instagram,
}

/// Finds the caller, and refuses those whose every call Meta refuses.
pub(super) fn identify(world: &World, request: &Request) -> Result<Caller, Refusal> {
    let token = request.token();
    let caller = match token.split_once('|') {
        Some((id, secret)) => by_credentials(world, id, secret)?,
        None => by_token(world, token)
            .filter(|caller| is_at_home(world, caller))
            .ok_or_else(unparsable)?,
    };
    if world.app.blocked {
        return Err(Refusal::new(400, 200, "API access blocked."));
    }
    if caller == Caller::App {
        return Ok(caller);
    }
    if let Some(death) = death(world) {
        return Err(death);
    }
    check_proof(world, request, token)?;
    if caller == Caller::Instagram && !world.account.joined_app {
        let method = request.method.as_str().to_lowercase();
        return Err(Refusal::new(
            400,
            100,
            format!("Unsupported request - method type: {method}"),
        ));
    }
    Ok(caller)
}

fn by_credentials(world: &World, id: &str, secret: &str) -> Result<Caller, Refusal> {
    let right = match id {
        _ if id == world.app.id => &world.app.secret,
        INSTAGRAM_APP_ID => &world.app.instagram_secret,
        _ => return Err(unparsable()),
    };
    if secret == right {
        Ok(Caller::App)
    } else {
        Err(Refusal::new(
            400,
            190,
            "Invalid OAuth access token signature.",
        ))
    }
}

/// Knows the tenant's token and those derived from it.
pub(super) fn by_token(world: &World, token: &str) -> Option<Caller> {
    if token != world.token.text {
        let page = world
            .pages
            .iter()
            .find(|page| page.visible && token == page_token(page))?;
        return Some(Caller::Page(page.id.clone()));
    }
    match world.token.kind {
        Kind::Page => world
            .pages
            .first()
            .map(|page| Caller::Page(page.id.clone())),
        Kind::User => Some(Caller::User),
        Kind::Instagram => Some(Caller::Instagram),
    }
}

/// Whether a token belongs to the host that stands behind this world's flow.
fn is_at_home(world: &World, caller: &Caller) -> bool {
    (*caller == Caller::Instagram) == (world.flow == Flow::Instagram)
}

/// The token of a Page, derived from a person's.
pub(super) fn page_token(page: &Page) -> String {
    format!("EAAP{}sandboxpagetoken", page.id)
}

/// How a dead token is refused. Tokens derived from it die with it.
pub(super) fn death(world: &World) -> Option<Refusal> {
    let (code, subcode, message) = world.token.dead?;
    let status = if code == 200 { 403 } else { 400 };
    Some(Refusal {
        status,
        code,
        subcode,
        message: message.to_owned(),
    })
}

/// Nobody's token.
pub(super) fn unparsable() -> Refusal {
    Refusal::new(
        401,
        190,
        "Invalid OAuth access token - Cannot parse access token",
    )
}

/// A call that only a Page's own token may make.
pub(super) fn page_token_needed() -> Refusal {
    Refusal::new(
        400,
        190,
        "A Page access token is required for this call for the new Pages experience.",
    )
    .subcode(2_069_032)
}

/// Whether one of these permissions was granted.
pub(super) fn has_any(world: &World, names: &[&str]) -> bool {
    world
        .permissions
        .iter()
        .any(|(name, status)| *status == "granted" && names.contains(&name.as_str()))
}

/// Holds the proof of the app's secret, if one is given or demanded, to the secret that signs in this flow.
fn check_proof(world: &World, request: &Request, token: &str) -> Result<(), Refusal> {
    let secret = match world.flow {
        Flow::Facebook => &world.app.secret,
        Flow::Instagram => &world.app.instagram_secret,
    };
    match request.param("appsecret_proof") {
        Some(proof) if proof != hmac_hex(secret, token.as_bytes()) => Err(Refusal::new(
            400,
            100,
            "Invalid appsecret_proof provided in the API argument",
        )),
        None if world.app.requires_proof => Err(Refusal::new(
            400,
            100,
            "API calls from the server require an appsecret_proof argument",
        )),
        _ => Ok(()),
    }
}
