//! Who calls, and may they call at all.

use chrono::Utc;

use super::request::Request;
use crate::model::Flow;
use crate::sandbox::answer::Refusal;
use crate::sandbox::signature::hmac_hex;
use crate::sandbox::world::{Grant, INSTAGRAM_APP_ID, Kind, Page, World};

/// Who calls, and what that token may do.
#[derive(Clone, Debug)]
pub(super) struct Caller {
    /// Whose token it is.
    pub who: Who,
    /// What was granted with it. The app's own credentials need no grant.
    pub grant: Grant,
}

/// Whose token a call was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// The app's own credentials.
    App,
    /// A person.
    User,
    /// The Page of this id.
    Page(String),
    /// The Instagram account.
    Instagram,
}

impl Caller {
    /// Whether one of these permissions was granted.
    pub fn may(&self, names: &[&str]) -> bool {
        self.grant
            .permissions
            .iter()
            .any(|(name, status)| *status == "granted" && names.contains(&name.as_str()))
    }

    /// Whether the token sees a Page.
    pub fn sees(&self, page: &Page) -> bool {
        page.visible && ticked(&self.grant, page)
    }

    /// How a dead token is refused. Tokens derived from it die with it.
    pub fn death(&self) -> Option<Refusal> {
        let ended = self.grant.expires_at.is_some_and(|end| end < Utc::now());
        let ended = ended.then_some((
            190,
            Some(463),
            "Error validating access token: Session has expired",
        ));
        let (code, subcode, message) = self.grant.dead.or(ended)?;
        Some(Refusal {
            status: if code == 200 { 403 } else { 400 },
            code,
            subcode,
            message: message.to_owned(),
        })
    }
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
    if caller.who == Who::App {
        return Ok(caller);
    }
    if let Some(death) = caller.death() {
        return Err(death);
    }
    check_proof(world, request, token)?;
    if caller.who == Who::Instagram {
        check_joined(world, request)?;
    }
    Ok(caller)
}

/// Refuses an account that is not attached to the app.
pub(super) fn check_joined(world: &World, request: &Request) -> Result<(), Refusal> {
    if world.account.joined_app {
        return Ok(());
    }
    let method = request.method.as_str().to_lowercase();
    Err(Refusal::new(
        400,
        100,
        format!("Unsupported request - method type: {method}"),
    ))
}

fn by_credentials(world: &World, id: &str, secret: &str) -> Result<Caller, Refusal> {
    let right = match id {
        _ if id == world.app.id => &world.app.secret,
        INSTAGRAM_APP_ID => &world.app.instagram_secret,
        _ => return Err(unparsable()),
    };
    if secret == right {
        let grant = Grant {
            app_id: world.app.id.clone(),
            ..Grant::default()
        };
        Ok(Caller {
            who: Who::App,
            grant,
        })
    } else {
        Err(Refusal::new(
            400,
            190,
            "Invalid OAuth access token signature.",
        ))
    }
}

/// Knows the tenant's token, those that logins brought, and those derived from them.
pub(super) fn by_token(world: &World, token: &str) -> Option<Caller> {
    if token == world.token.text {
        return whose(world, world.token.kind, world.own_grant());
    }
    if let Some(issued) = world.issued.iter().find(|issued| issued.text == token) {
        return whose(world, issued.kind, issued.grant.clone());
    }
    let people = world
        .issued
        .iter()
        .filter(|issued| issued.kind == Kind::User)
        .map(|issued| issued.grant.clone());
    std::iter::once(world.own_grant())
        .chain(people)
        .find_map(|person| derived(world, token, person))
}

fn whose(world: &World, kind: Kind, grant: Grant) -> Option<Caller> {
    let who = match kind {
        Kind::Page => Who::Page(
            world
                .pages
                .iter()
                .find(|page| ticked(&grant, page))?
                .id
                .clone(),
        ),
        Kind::User => Who::User,
        Kind::Instagram => Who::Instagram,
    };
    Some(Caller { who, grant })
}

/// A Page's token, as its list shows it to a person. If it comes from a long-lived one, it does not end.
fn derived(world: &World, token: &str, person: Grant) -> Option<Caller> {
    let page = world
        .pages
        .iter()
        .find(|page| page.visible && ticked(&person, page) && token == page_token(page, &person))?;
    Some(Caller {
        who: Who::Page(page.id.clone()),
        grant: Grant {
            expires_at: person.expires_at.filter(|_| !person.long),
            ..person
        },
    })
}

/// Whether the person ticked a Page when logging in.
fn ticked(grant: &Grant, page: &Page) -> bool {
    grant
        .ticked
        .as_ref()
        .is_none_or(|pages| pages.contains(&page.id))
}

/// Whether a token belongs to the host that stands behind this world's flow.
fn is_at_home(world: &World, caller: &Caller) -> bool {
    (caller.who == Who::Instagram) == (world.flow == Flow::Instagram)
}

/// The token of a Page, derived from a person's.
pub(super) fn page_token(page: &Page, person: &Grant) -> String {
    match person.number {
        0 => format!("EAAP{}sandboxpagetoken", page.id),
        number => format!("EAAP{}sandboxpagetoken{number:06}", page.id),
    }
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

/// Holds the proof of the app's secret, if one is given or demanded, to the secret that signs in this flow.
pub(super) fn check_proof(world: &World, request: &Request, token: &str) -> Result<(), Refusal> {
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
