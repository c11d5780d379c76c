//! One conversation, with its newest messages.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::auth::Caller;
use super::conversations::{may_read, shown};
use super::kinds::THREAD;
use super::reply::Reply;
use super::request::Request;
use crate::sandbox::actor::mid;
use crate::sandbox::answer::Refusal;
use crate::sandbox::world::{ACCOUNT_ID, Message, Thread, World};

/// How its ids begin.
const PREFIX: &str = "aWdfZAG06MTpJR01lc3NhZ2VUaHJlYWQ6";

/// Id of a conversation.
pub(super) fn id(thread: &Thread) -> String {
    format!("{PREFIX}{}", thread.person)
}

/// Whether a path names a conversation.
pub(super) fn is_named(node: &str) -> bool {
    node.starts_with(PREFIX)
}

/// `/{thread}`.
pub(super) fn answer(world: &World, caller: &Caller, request: &Request) -> Result<Reply, Refusal> {
    may_read(world, caller)?;
    let mut threads = shown(world);
    let Some(thread) = threads.find(|thread| id(thread) == request.node) else {
        return Err(Refusal::no_such_object(&request.node));
    };
    if request.edge.is_some() {
        return Err(request.no_such_edge(THREAD.name));
    }
    Ok(Reply::Node(&THREAD, node(world, thread)))
}

/// A conversation with all that Meta tells of it.
pub(super) fn node(world: &World, thread: &Thread) -> Value {
    let account = json!({ "id": ACCOUNT_ID, "username": world.account.username });
    let person = json!({ "id": thread.person, "username": "cliente" });
    let alone = thread.person == ACCOUNT_ID;
    let people = if alone {
        vec![account.clone()]
    } else {
        vec![account.clone(), person.clone()]
    };
    let told = |message: &Message| {
        json!({
            "id": mid(message), "created_time": time(message.at), "message": message.text,
            "from": if message.own { &account } else { &person },
        })
    };
    json!({
        "id": id(thread),
        "updated_time": time(updated(world, thread)),
        "is_owner": is_owner(world, thread),
        "participants": { "data": people },
        "messages": { "data": thread.messages.iter().map(told).collect::<Vec<_>>() },
    })
}

/// Time of the last message.
fn updated(world: &World, thread: &Thread) -> DateTime<Utc> {
    let newest = thread.messages.first().map(|message| message.at);
    newest.unwrap_or_else(|| world.born - TimeDelta::minutes(thread.minutes_ago))
}

fn time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S+0000").to_string()
}

/// The app owns a thread that it holds, and an idle one unless another app is the default.
fn is_owner(world: &World, thread: &Thread) -> bool {
    let holder = thread.owner.as_ref().or(world.default_app.as_ref());
    holder.is_none_or(|app| *app == world.app.id)
}
