//! A Page and its edges.

use serde_json::{Value, json};

use super::auth::{Caller, Who, page_token_needed};
use super::kinds::PAGE;
use super::reply::Reply;
use super::request::Request;
use super::{conversations, routing, send, subscribed_apps};
use crate::sandbox::answer::Refusal;
use crate::sandbox::world::{ACCOUNT_ID, LEGACY_ID, Page, World};

/// Refuses Pages that the caller must not know of.
pub(super) fn visible(world: &World, caller: &Caller, id: &str) -> Result<(), Refusal> {
    let own = match &caller.who {
        Who::Page(own) => own == id,
        _ => true,
    };
    let sees = own
        && world
            .pages
            .iter()
            .any(|page| page.id == id && caller.sees(page));
    if sees {
        Ok(())
    } else {
        Err(Refusal::no_such_object(id))
    }
}

/// Whether a Page that the caller sees is linked to this professional account.
pub(super) fn links_to(world: &World, caller: &Caller, account: &str) -> bool {
    let links = |page: &Page| {
        is_professional(world, account) && page.linked.as_ref().is_some_and(|(id, _)| id == account)
    };
    world
        .pages
        .iter()
        .any(|page| links(page) && visible(world, caller, &page.id).is_ok())
}

/// `/{page}` and its edges.
pub(super) fn answer(
    world: &mut World,
    caller: &Caller,
    id: &str,
    request: &Request,
) -> Result<Reply, Refusal> {
    let Some(index) = world.pages.iter().position(|page| page.id == id) else {
        return Err(Refusal::no_such_object(id));
    };
    let Some(edge) = request.edge.as_deref() else {
        return Ok(Reply::Node(
            &PAGE,
            node(world, caller, &world.pages[index], request.token()),
        ));
    };
    let needs_page_token = [
        "subscribed_apps",
        "conversations",
        "messages",
        "secondary_receivers",
        "thread_owner",
    ]
    .contains(&edge);
    if needs_page_token && !matches!(caller.who, Who::Page(_)) {
        return Err(page_token_needed());
    }
    match edge {
        "subscribed_apps" => subscribed_apps::of_page(world, caller, index, request),
        "conversations" => conversations::of_page(world, caller, &world.pages[index], request),
        "messages" => send::answer(world, caller, request),
        "secondary_receivers" => routing::secondary_receivers(world),
        "thread_owner" => routing::thread_owner(world, request),
        _ => Err(request.no_such_edge(PAGE.name)),
    }
}

/// A Page with all its fields, from the point of view of the app that issued the token.
pub(super) fn node(world: &World, caller: &Caller, page: &Page, token: &str) -> Value {
    let connected = page
        .apps
        .iter()
        .any(|app| app.app_id == caller.grant.app_id);
    let mut node = json!({
        "id": page.id,
        "name": page.name,
        "access_token": token,
        "category": "Shopping & retail",
        "link": format!("https://www.facebook.com/{}", page.id),
        "followers_count": 1280,
        "fan_count": 1280,
        "is_published": page.published,
        "is_owned": true,
        "is_verified": page.verification != "not_verified",
        "verification_status": page.verification,
        "has_transitioned_to_new_page_experience": true,
        "is_webhooks_subscribed": connected,
        "has_added_app": connected,
        "does_viewer_have_page_permission_link_ig": page.tasks.contains(&"MANAGE"),
        "messaging_feature_status": { "hop_v2": false, "msgr_multi_app": true, "ig_multi_app": world.default_app.is_some() },
    });
    // Meta leaves out what is not there; it is never `null`.
    if let Some((id, username)) = &page.linked {
        let account = linked_account(world, id, username);
        if is_professional(world, id) {
            node["instagram_business_account"] = account.clone();
        }
        node["connected_instagram_account"] = account;
    }
    node
}

/// The tenant's own account goes by the name it has now; of others the world knows only what the link says.
fn linked_account(world: &World, id: &str, username: &str) -> Value {
    if id != ACCOUNT_ID {
        return json!({ "id": id, "username": username });
    }
    let mut account =
        json!({ "id": id, "username": world.account.username, "media_count": world.posts.len() });
    account["ig_id"] = LEGACY_ID.parse::<u64>().unwrap_or_default().into();
    account
}

fn is_professional(world: &World, account: &str) -> bool {
    account != ACCOUNT_ID || world.account.account_type != "PERSONAL"
}
