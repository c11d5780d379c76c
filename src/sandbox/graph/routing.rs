//! Conversation routing: who receives, and who owns a thread (graph-api 6).

use chrono::{TimeDelta, Utc};
use serde_json::json;

use super::kinds::APP;
use super::reply::Reply;
use super::request::Request;
use crate::sandbox::answer::Refusal;
use crate::sandbox::world::{INBOX_APP_ID, World};

/// Control of a thread lasts this long after its last message.
const CONTROL: TimeDelta = TimeDelta::hours(24);

/// Secondary receivers, for the default app alone.
pub(super) fn secondary_receivers(world: &World) -> Result<Reply, Refusal> {
    if !is_default(world) || !world.uncertain.receivers {
        return Err(Refusal::new(
            400,
            100,
            "(#100) Only available to Primary and Secondary Receivers",
        )
        .subcode(2_018_171));
    }
    Ok(Reply::List(
        &APP,
        vec![json!({ "id": INBOX_APP_ID, "name": "Instagram Inbox" })],
    ))
}

/// Owner of a thread. Which app it is, only the owner itself and the default app may know.
pub(super) fn thread_owner(world: &World, request: &Request) -> Result<Reply, Refusal> {
    let Some(person) = request.param("recipient") else {
        return Err(Refusal::missing("recipient"));
    };
    let owned = world
        .threads
        .iter()
        .find(|thread| thread.person == person)
        .and_then(|thread| Some((thread, thread.owner.as_ref()?)));
    let Some((thread, owner)) = owned else {
        return Ok(Reply::Whole(json!({ "data": [] })));
    };
    let expiration = Utc::now() - TimeDelta::minutes(thread.minutes_ago) + CONTROL;
    let mut shown = json!({ "expiration": expiration.timestamp() });
    if *owner == world.app.id || is_default(world) {
        shown["app_id"] = owner.as_str().into();
    }
    Ok(Reply::Whole(json!({ "data": [{ "thread_owner": shown }] })))
}

fn is_default(world: &World) -> bool {
    world.default_app.as_ref() == Some(&world.app.id)
}
