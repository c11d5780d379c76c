//! Tokens of Instagram Login: a code becomes a short-lived token, that one a long-lived one, and that one is renewed.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::codes::{self, Refused};
use super::facebook::LONG;
use crate::sandbox::answer::Refusal;
use crate::sandbox::graph::auth::{self, Caller, Who};
use crate::sandbox::graph::request::Request;
use crate::sandbox::world::{CodeAnswer, Grant, INSTAGRAM_APP_ID, Kind, SCOPED_ID, World};

/// Life of a short-lived token. Instagram does not tell it.
const SHORT: TimeDelta = TimeDelta::hours(1);

/// `api.instagram.com/oauth/access_token`, whose refusals have a shape of their own.
pub(super) fn code(world: &mut World, request: &Request) -> Result<Value, Refusal> {
    let refused = |message: &str| Refusal::new(400, 400, message);
    if request.param("client_id") != Some(INSTAGRAM_APP_ID) {
        return Err(refused("Invalid platform app"));
    }
    if request.param("client_secret") != Some(&world.app.instagram_secret) {
        return Err(refused("Error validating client secret."));
    }
    if request.param("grant_type") != Some("authorization_code") {
        return Err(refused("Invalid grant_type"));
    }
    let grant = codes::redeem(world, request.param("code"), request.param("redirect_uri"))
        .map_err(|why| match why {
            Refused::Unknown | Refused::Used | Refused::Expired => {
                refused("Matching code was not found or was already used")
            }
            Refused::OtherRedirect => refused(
                "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request",
            ),
        })?;
    let names = granted(&grant);
    let token = world.issue(Kind::Instagram, false, Some(SHORT), grant);
    Ok(match world.login.code_answer {
        CodeAnswer::Listed => json!({ "data": [
            { "access_token": token, "user_id": SCOPED_ID, "permissions": names.join(",") },
        ] }),
        CodeAnswer::Flat => {
            json!({ "access_token": token, "user_id": number(SCOPED_ID), "permissions": names.join(",") })
        }
        CodeAnswer::FlatWithList => {
            json!({ "access_token": token, "user_id": number(SCOPED_ID), "permissions": names })
        }
    })
}

/// `graph.instagram.com/access_token`
pub(super) fn long(world: &mut World, request: &Request) -> Result<Value, Refusal> {
    check_grant_type(request, "ig_exchange_token")?;
    if request.param("client_secret") != Some(&world.app.instagram_secret) {
        return Err(Refusal::new(400, 1, "Error validating client secret."));
    }
    let caller = caller(world, request)?;
    if caller.grant.long {
        let message = "Session key invalid. This could be because the session key has an incorrect format, or because the user has revoked this session";
        return Err(Refusal::new(400, 452, message));
    }
    let token = world.issue(Kind::Instagram, true, Some(LONG), caller.grant);
    Ok(json!({ "access_token": token, "token_type": "bearer", "expires_in": LONG.num_seconds() }))
}

/// `graph.instagram.com/refresh_access_token`. What it says to tokens that cannot be renewed yet is uncertain.
pub(super) fn refresh(world: &mut World, request: &Request) -> Result<Value, Refusal> {
    check_grant_type(request, "ig_refresh_token")?;
    let caller = caller(world, request)?;
    auth::check_proof(world, request, request.token())?;
    if !caller.may(&["instagram_business_basic"]) {
        let message = "(#10) Application does not have permission for this action";
        return Err(Refusal::new(403, 10, message));
    }
    if !caller.grant.long || world.login.too_young {
        let message = "The access token cannot be refreshed: only a long-lived token that is at least 24 hours old can be";
        return Err(Refusal::new(400, 100, message));
    }
    if world.login.refresh_kills_old {
        world.kill(caller.grant.number);
    }
    let permissions = granted(&caller.grant).join(",");
    let token = world.issue(Kind::Instagram, true, Some(LONG), caller.grant);
    Ok(
        json!({ "access_token": token, "token_type": "bearer", "expires_in": LONG.num_seconds(), "permissions": permissions }),
    )
}

fn check_grant_type(request: &Request, right: &str) -> Result<(), Refusal> {
    match request.param("grant_type") {
        Some(given) if given == right => Ok(()),
        Some(_) => Err(Refusal::new(400, 100, "Invalid grant_type")),
        None => Err(Refusal::missing("grant_type")),
    }
}

/// The account whose token is given, if the token lives.
fn caller(world: &World, request: &Request) -> Result<Caller, Refusal> {
    let caller = auth::by_token(world, request.token())
        .filter(|caller| caller.who == Who::Instagram)
        .ok_or_else(auth::unparsable)?;
    if let Some(death) = caller.death() {
        return Err(death);
    }
    auth::check_joined(world, request)?;
    Ok(caller)
}

fn granted(grant: &Grant) -> Vec<String> {
    let granted = grant
        .permissions
        .iter()
        .filter(|(_, status)| *status == "granted");
    granted.map(|(name, _)| name.clone()).collect()
}

fn number(id: &str) -> u64 {
    id.parse().unwrap_or_default()
}
