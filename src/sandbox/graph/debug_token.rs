//! `debug_token`: what Meta knows of a token (graph-api 1.1).

use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};

use super::app::name_of;
use super::auth::{Caller, by_token, death, unparsable};
use super::reply::Reply;
use super::request::Request;
use crate::sandbox::answer::Refusal;
use crate::sandbox::world::{PERSON_ID, World};

/// Answers about `input_token`, to the app's own credentials.
pub(super) fn answer(world: &World, caller: &Caller, request: &Request) -> Result<Reply, Refusal> {
    if *caller != Caller::App {
        let message = "(#100) You must provide an app access token, or a user access token that is an owner or developer of the app";
        return Err(Refusal::new(400, 100, message));
    }
    let Some(input) = request.param("input_token") else {
        return Err(Refusal::missing("input_token"));
    };
    let data = match by_token(world, input) {
        Some(Caller::Page(page)) => known(world, input, Some(&page)),
        Some(Caller::User) => known(world, input, None),
        // An Instagram app is no Facebook app, so its tokens mean nothing on this host.
        Some(Caller::Instagram) => return Err(unparsable()),
        Some(Caller::App) | None => invalid(&unparsable()),
    };
    Ok(Reply::Whole(json!({ "data": data })))
}

fn known(world: &World, input: &str, page: Option<&str>) -> Value {
    // A Page's token that comes from a lasting token of a person does not end.
    let expires = world
        .token
        .expires_in_days
        .filter(|_| input == world.token.text);
    let mut data = json!({
        "app_id": world.token.app_id,
        "type": if page.is_some() { "PAGE" } else { "USER" },
        "application": name_of(world, &world.token.app_id),
        "user_id": PERSON_ID,
        "expires_at": time_in(expires),
        "data_access_expires_at": time_in(world.token.data_access_in_days),
    });
    if let Some(page) = page {
        data["profile_id"] = page.into();
    }
    let rest = death(world).map_or_else(|| valid(world), |death| invalid(&death));
    if let (Value::Object(data), Value::Object(rest)) = (&mut data, rest) {
        data.extend(rest);
    }
    data
}

fn valid(world: &World) -> Value {
    let granted = || {
        world
            .permissions
            .iter()
            .filter(|(_, status)| *status == "granted")
            .map(|(name, _)| name)
    };
    json!({
        "is_valid": true,
        "issued_at": (Utc::now() - TimeDelta::days(30)).timestamp(),
        "scopes": granted().collect::<Vec<_>>(),
        "granular_scopes": granted().map(|scope| granular(world, scope)).collect::<Vec<_>>(),
    })
}

/// A permission, with what it was granted for unless that is everything.
fn granular(world: &World, scope: &str) -> Value {
    match world.token.only_for.iter().find(|(name, _)| *name == scope) {
        Some((_, ids)) => json!({ "scope": scope, "target_ids": ids }),
        None => json!({ "scope": scope }),
    }
}

fn invalid(why: &Refusal) -> Value {
    let mut error = json!({ "code": why.code, "message": why.message });
    if let Some(subcode) = why.subcode {
        error["subcode"] = subcode.into();
    }
    json!({ "is_valid": false, "scopes": [], "error": error })
}

/// Seconds since 1970; 0 is never. An hour more than whole days, so that the days left are counted right while a check runs.
fn time_in(days: Option<i64>) -> i64 {
    days.map_or(0, |days| {
        (Utc::now() + TimeDelta::days(days) + TimeDelta::hours(1)).timestamp()
    })
}
