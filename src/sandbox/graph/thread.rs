//! One conversation, with its newest messages.

use std::cmp::Reverse;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::auth::{Caller, Who, page_token_needed};
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
    if caller.who == Who::User {
        return Err(page_token_needed());
    }
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
    let messages = messages(world, thread);
    let told = |message: &Message| {
        let (from, to) = if message.own {
            (&account, &person)
        } else {
            (&person, &account)
        };
        json!({
            "id": mid(message), "created_time": time(message.at), "from": from, "to": { "data": [to] }, "message": message.text,
        })
    };
    json!({
        "id": id(thread),
        "updated_time": messages.first().map(|newest| time(newest.at)),
        "is_owner": is_owner(world, thread),
        "participants": { "data": people },
        "messages": { "data": messages.iter().map(told).collect::<Vec<_>>() },
    })
}

/// What somebody wrote before. Nobody but they may see it again.
const PRIVATE: &str = "what somebody wrote";

/// All messages, newest first: those of this very run, and before them what the world says of older ones.
fn messages(world: &World, thread: &Thread) -> Vec<Message> {
    let older = |(minutes, own): (i64, bool)| Message {
        text: PRIVATE.to_owned(),
        at: world.born - TimeDelta::minutes(minutes),
        own,
    };
    let own = thread.own.iter().map(|minutes| (*minutes, true));
    let old = own.chain([(thread.minutes_ago, false)]).map(older);
    let mut all: Vec<Message> = thread.messages.iter().cloned().chain(old).collect();
    all.sort_by_key(|message| Reverse(message.at));
    all
}

fn time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S+0000").to_string()
}

/// The app owns a thread that it holds, and an idle one unless another app is the default.
fn is_owner(world: &World, thread: &Thread) -> bool {
    let holder = thread.owner.as_ref().or(world.default_app.as_ref());
    holder.is_none_or(|app| *app == world.app.id)
}
