//! The app's own node, for its own credentials, and the app behind a token.

use serde_json::{Value, json};
use url::Url;

use super::auth::{Caller, Who};
use super::kinds::{APP, PERMISSION};
use super::reply::Reply;
use super::request::Request;
use super::webhooks;
use crate::model::Flow;
use crate::sandbox::answer::Refusal;
use crate::sandbox::signed_requests::DEAUTHORIZE;
use crate::sandbox::world::World;

/// `/app`: the app that issued the token. Whether a token may ask is uncertain.
pub(super) fn issuer(world: &World, caller: &Caller) -> Result<Reply, Refusal> {
    match caller.who {
        Who::App => Ok(Reply::Node(&APP, node(world))),
        _ if world.uncertain.app_of_token => {
            let id = &caller.grant.app_id;
            Ok(Reply::Node(
                &APP,
                json!({ "id": id, "name": name_of(world, id) }),
            ))
        }
        _ => Err(Refusal::no_such_object("app")),
    }
}

/// `/{app}` and its edges.
pub(super) fn answer(
    world: &mut World,
    callback: &str,
    caller: &Caller,
    request: &Request,
) -> Result<Reply, Refusal> {
    if caller.who != Who::App {
        return Err(Refusal::new(
            400,
            15,
            "(#15) This method must be called with an app access_token",
        ));
    }
    match request.edge.as_deref() {
        None => {
            let mut node = node(world);
            // It lies beside the callback, wherever that is.
            if let Ok(url) = callback
                .parse::<Url>()
                .and_then(|url| url.join(DEAUTHORIZE))
            {
                node["deauth_callback_url"] = url.to_string().into();
            }
            Ok(Reply::Node(&APP, node))
        }
        Some("subscriptions") => webhooks::answer(world, callback, request),
        Some("permissions") if world.uncertain.app_permissions => {
            Ok(Reply::List(&PERMISSION, permissions(world)))
        }
        Some(_) => Err(request.no_such_edge(APP.name)),
    }
}

/// Name of the app with this id.
pub(super) fn name_of(world: &World, id: &str) -> String {
    if id == world.app.id {
        world.app.name.clone()
    } else {
        "Other app".to_owned()
    }
}

fn node(world: &World) -> Value {
    let mut node = json!({ "id": world.app.id, "name": world.app.name, "category": "Business", "has_messenger_product": true });
    if world.app.privacy_policy {
        node["privacy_policy_url"] = "https://example.com/privacy".into();
    }
    if world.app.restricted {
        node["restrictions"] = json!({ "age": "25+" });
    }
    node
}

/// Permissions as review left them.
fn permissions(world: &World) -> Vec<Value> {
    let status = if world.app.live && world.app.advanced_access {
        "live"
    } else {
        "unapproved"
    };
    // What review granted to the app does not depend on what a person granted to it.
    let reviewed = match world.flow {
        Flow::Facebook => [
            "pages_manage_metadata",
            "instagram_basic",
            "instagram_manage_messages",
            "instagram_manage_comments",
        ]
        .as_slice(),
        Flow::Instagram => &[
            "instagram_business_basic",
            "instagram_business_manage_messages",
            "instagram_business_manage_comments",
        ],
    };
    reviewed
        .iter()
        .map(|name| json!({ "permission": name, "status": status }))
        .collect()
}
