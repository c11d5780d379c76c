//! Tokens of Facebook Login: a code becomes a short-lived token, and a token a long-lived one.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::codes::{self, Refused};
use crate::sandbox::answer::Refusal;
use crate::sandbox::graph::auth::{Who, by_token, unparsable};
use crate::sandbox::graph::request::Request;
use crate::sandbox::world::{Kind, World};

/// Life of a short-lived token.
pub(super) const SHORT: TimeDelta = TimeDelta::minutes(90);
/// Life of a long-lived token, in both flows.
pub(super) const LONG: TimeDelta = TimeDelta::seconds(5_183_944);

/// `/oauth/access_token`
pub(super) fn answer(world: &mut World, request: &Request) -> Result<Value, Refusal> {
    check_app(world, request)?;
    match request.param("grant_type") {
        None | Some("authorization_code") => code(world, request),
        Some("fb_exchange_token") => exchange(world, request),
        Some(_) => Err(Refusal::new(400, 100, "Invalid grant_type")),
    }
}

fn check_app(world: &World, request: &Request) -> Result<(), Refusal> {
    if request.param("client_id") != Some(&world.app.id) {
        let message =
            "Error validating application. Cannot get application info due to a system error.";
        return Err(Refusal::new(400, 101, message));
    }
    match request.param("client_secret") {
        Some(secret) if secret == world.app.secret => Ok(()),
        Some(_) => Err(Refusal::new(400, 1, "Error validating client secret.")),
        None => Err(Refusal::new(400, 1, "Missing client_secret parameter.")),
    }
}

fn code(world: &mut World, request: &Request) -> Result<Value, Refusal> {
    let grant = codes::redeem(world, request.param("code"), request.param("redirect_uri"))
        .map_err(|why| match why {
            Refused::Unknown => Refusal::new(400, 100, "Invalid verification code format."),
            Refused::Used => {
                Refusal::new(400, 100, "This authorization code has been used.").subcode(36_009)
            }
            Refused::Expired => {
                Refusal::new(400, 100, "This authorization code has expired.").subcode(36_007)
            }
            Refused::OtherRedirect => Refusal::new(
                400,
                100,
                "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request",
            )
            .subcode(36_008),
        })?;
    let token = world.issue(Kind::User, false, Some(SHORT), grant);
    Ok(body(&token, Some(SHORT)))
}

/// A person's token becomes one that lives for 60 days, a Page's one that does not end.
fn exchange(world: &mut World, request: &Request) -> Result<Value, Refusal> {
    let Some(given) = request.param("fb_exchange_token") else {
        return Err(Refusal::missing("fb_exchange_token"));
    };
    let caller = by_token(world, given).ok_or_else(unparsable)?;
    if let Some(death) = caller.death() {
        return Err(death);
    }
    let mut grant = caller.grant;
    let (kind, lives) = match caller.who {
        Who::User => (Kind::User, Some(LONG)),
        Who::Page(id) => {
            grant.ticked = Some(vec![id]);
            (Kind::Page, None)
        }
        Who::App | Who::Instagram => return Err(unparsable()),
    };
    if grant.app_id != world.app.id {
        let message = "Error validating access token: the token belongs to another app";
        return Err(Refusal::new(400, 190, message));
    }
    let token = world.issue(kind, true, lives, grant);
    Ok(body(&token, lives))
}

fn body(token: &str, lives: Option<TimeDelta>) -> Value {
    let mut body = json!({ "access_token": token, "token_type": "bearer" });
    if let Some(lives) = lives {
        body["expires_in"] = lives.num_seconds().into();
    }
    body
}
