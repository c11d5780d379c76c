//! Sending: only what the account sends to itself, because nothing else is sent by igdoctor (graph-api 8).

use axum::http::Method;
use chrono::Utc;
use serde_json::{Value, json};

use super::auth::Caller;
use super::conversations::may_read;
use super::reply::Reply;
use super::request::Request;
use crate::sandbox::actor::mid;
use crate::sandbox::answer::Refusal;
use crate::sandbox::world::{ACCOUNT_ID, Message, World};

/// `/{page}/messages` and `/me/messages`.
pub(super) fn answer(
    world: &mut World,
    caller: &Caller,
    request: &Request,
) -> Result<Reply, Refusal> {
    if request.method != Method::POST {
        return Err(request.no_such_edge("messages"));
    }
    may_read(world, caller)?;
    let json = |name: &str| -> Option<Value> { serde_json::from_str(request.param(name)?).ok() };
    let recipient = json("recipient").ok_or_else(|| Refusal::missing("recipient"))?;
    let message = json("message").ok_or_else(|| Refusal::missing("message"))?;
    let (Some(to), Some(text)) = (recipient["id"].as_str(), message["text"].as_str()) else {
        return Err(Refusal::missing("recipient"));
    };
    let thread = world.threads.iter().position(|thread| thread.person == to);
    let Some(index) = thread.filter(|_| to == ACCOUNT_ID) else {
        return Err(Refusal::new(400, 100, "(#100) No matching Instagram user").subcode(2_534_014));
    };
    let message = Message {
        text: text.to_owned(),
        at: Utc::now(),
        own: true,
    };
    let answer = json!({ "recipient_id": to, "message_id": mid(&message) });
    let mut thread = world.threads.remove(index);
    thread.messages.insert(0, message);
    world.threads.insert(0, thread);
    Ok(Reply::Whole(answer))
}
