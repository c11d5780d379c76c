//! The Instagram account, as its own token sees it, and its edges.

use serde_json::{Value, json};

use super::auth::{Caller, unparsable};
use super::kinds::IG_ACCOUNT;
use super::reply::Reply;
use super::request::Request;
use super::{conversations, media, send, subscribed_apps};
use crate::sandbox::answer::Refusal;
use crate::sandbox::world::{ACCOUNT_ID, SCOPED_ID, World};

/// `/me` and its edges, for an Instagram token.
pub(super) fn answer(
    world: &mut World,
    caller: &Caller,
    request: &Request,
) -> Result<Reply, Refusal> {
    match request.edge.as_deref() {
        None => Ok(Reply::Node(&IG_ACCOUNT, node(world))),
        Some("subscribed_apps") => subscribed_apps::of_account(world, caller, request),
        Some("conversations") => conversations::of_account(world, caller, request),
        Some("messages") => send::answer(world, caller, request),
        Some("media") => media::of_account(world, caller, request),
        // Edges of a person on Facebook, where this token means nothing.
        Some("permissions" | "accounts" | "businesses") => Err(unparsable()),
        Some(_) => Err(request.no_such_edge(IG_ACCOUNT.name)),
    }
}

fn node(world: &World) -> Value {
    json!({
        "id": SCOPED_ID,
        "user_id": ACCOUNT_ID,
        "username": world.account.username,
        "account_type": world.account.account_type,
        "media_count": world.posts.len(),
        "followers_count": 1280,
        "follows_count": 96,
    })
}
