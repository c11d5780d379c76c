//! Somebody who wrote to the account.

use serde_json::json;

use super::conversations::access_disabled;
use super::kinds::PERSON;
use super::reply::Reply;
use super::request::Request;
use crate::sandbox::answer::Refusal;
use crate::sandbox::world::World;

/// `/{person}`, and whatever else is no other node.
pub(super) fn answer(world: &World, request: &Request) -> Result<Reply, Refusal> {
    let Some(thread) = world
        .threads
        .iter()
        .find(|thread| thread.person == request.node)
    else {
        return Err(stranger(request));
    };
    if request.edge.is_some() {
        return Err(request.no_such_edge(PERSON.name));
    }
    if !world.account.message_access {
        return Err(access_disabled());
    }
    if !world.app.live && !thread.has_role {
        let message = "(#200) Cannot message users who are not admins, developers or testers of the app until it is live.";
        return Err(Refusal::new(403, 200, message).subcode(2_018_028));
    }
    if !world.app.advanced_access && !thread.has_role {
        let message = "(#200) App does not have Advanced Access to instagram_manage_messages permission, and recipient user does not have role on app";
        return Err(Refusal::new(403, 200, message).subcode(2_534_048));
    }
    Ok(Reply::Node(
        &PERSON,
        json!({ "id": thread.person, "is_user_follow_business": true }),
    ))
}

/// An id that nobody here has. Only what is asked for tells whether a person was meant.
fn stranger(request: &Request) -> Refusal {
    if request.selection.names("is_user_follow_business") {
        return Refusal::new(400, 100, "(#100) No matching Instagram user").subcode(2_534_014);
    }
    Refusal::no_such_object(&request.node)
}
