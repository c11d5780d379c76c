//! `debug_token`: what Meta knows of a token (graph-api 1.1).

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::app::name_of;
use super::auth::{Caller, Who, by_token, unparsable};
use super::reply::Reply;
use super::request::Request;
use crate::sandbox::answer::Refusal;
use crate::sandbox::world::{Grant, PERSON_ID, World};

/// Answers about `input_token`, to the app's own credentials.
pub(super) fn answer(world: &World, caller: &Caller, request: &Request) -> Result<Reply, Refusal> {
    if caller.who != Who::App {
        let message = "(#100) You must provide an app access token, or a user access token that is an owner or developer of the app";
        return Err(Refusal::new(400, 100, message));
    }
    let Some(input) = request.param("input_token") else {
        return Err(Refusal::missing("input_token"));
    };
    let data = match by_token(world, input) {
        // An Instagram app is no Facebook app, so its tokens mean nothing on this host.
        Some(caller) if caller.who == Who::Instagram => return Err(unparsable()),
        Some(caller) => known(world, &caller),
        None => invalid(&unparsable()),
    };
    Ok(Reply::Whole(json!({ "data": data })))
}

fn known(world: &World, caller: &Caller) -> Value {
    let grant = &caller.grant;
    let mut data = json!({
        "app_id": grant.app_id,
        "type": "USER",
        "application": name_of(world, &grant.app_id),
        "user_id": PERSON_ID,
        "expires_at": time(grant.expires_at),
        "data_access_expires_at": time(grant.data_access_ends),
    });
    if let Who::Page(page) = &caller.who {
        data["type"] = "PAGE".into();
        data["profile_id"] = page.as_str().into();
    }
    let rest = caller
        .death()
        .map_or_else(|| valid(grant), |death| invalid(&death));
    if let (Value::Object(data), Value::Object(rest)) = (&mut data, rest) {
        data.extend(rest);
    }
    data
}

fn valid(grant: &Grant) -> Value {
    let granted = || {
        grant
            .permissions
            .iter()
            .filter(|(_, status)| *status == "granted")
            .map(|(name, _)| name)
    };
    json!({
        "is_valid": true,
        "issued_at": grant.issued_at.timestamp(),
        "scopes": granted().collect::<Vec<_>>(),
        "granular_scopes": granted().map(|scope| granular(grant, scope)).collect::<Vec<_>>(),
    })
}

/// A permission, with what it was granted for unless that is everything.
fn granular(grant: &Grant, scope: &str) -> Value {
    match grant.only_for.iter().find(|(name, _)| name == scope) {
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

/// Seconds since 1970; 0 is never.
fn time(end: Option<DateTime<Utc>>) -> i64 {
    end.map_or(0, |end| end.timestamp())
}
