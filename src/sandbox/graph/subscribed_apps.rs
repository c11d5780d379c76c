//! `subscribed_apps`: apps connected to a Page or account. A write replaces the fields of the token's own app and touches no other (graph-api 3).

use axum::http::Method;
use serde_json::json;

use super::app::name_of;
use super::auth::Caller;
use super::kinds::{CONNECTED_APP, CONNECTED_TO_ACCOUNT};
use super::reply::Reply;
use super::request::Request;
use crate::sandbox::answer::Refusal;
use crate::sandbox::world::{Connected, World};

/// Fields of a Page that concern messages and comments.
const PAGE_FIELDS: &[&str] = &[
    "conversations",
    "feature_access_list",
    "feed",
    "inbox_labels",
    "leadgen",
    "live_videos",
    "mention",
    "message_context",
    "message_deliveries",
    "message_echoes",
    "message_edits",
    "message_mention",
    "message_reactions",
    "message_reads",
    "messages",
    "messaging_account_linking",
    "messaging_appointments",
    "messaging_customer_information",
    "messaging_direct_sends",
    "messaging_feedback",
    "messaging_handovers",
    "messaging_in_thread_lead_form_submit",
    "messaging_integrity",
    "messaging_optins",
    "messaging_optouts",
    "messaging_policy_enforcement",
    "messaging_postbacks",
    "messaging_referrals",
    "ratings",
    "response_feedback",
    "standby",
    "story_share",
    "user_action",
];

/// Fields of an account in the instagram flow.
const ACCOUNT_FIELDS: &[&str] = &[
    "comment_poll_response",
    "comments",
    "creator_marketplace_invited_creator_onboarding",
    "creator_marketplace_projects",
    "delta",
    "follow",
    "live_comments",
    "mentions",
    "message_edit",
    "message_reactions",
    "messages",
    "messaging_handover",
    "messaging_optins",
    "messaging_postbacks",
    "messaging_referral",
    "messaging_seen",
    "onboarding_welcome_message_series",
    "share_to_story",
    "standby",
    "story_insights",
    "story_poll_response",
    "story_reactions",
];

/// Apps connected to a Page.
pub(super) fn of_page(
    world: &mut World,
    caller: &Caller,
    page: usize,
    request: &Request,
) -> Result<Reply, Refusal> {
    if !caller.may(&["pages_manage_metadata"]) {
        return Err(Refusal::new(
            403,
            200,
            "(#200) Requires pages_manage_metadata permission to manage the object",
        ));
    }
    let own = own_app(world, caller);
    let apps = &mut world.pages[page].apps;
    if request.method != Method::GET {
        return write(apps, own, PAGE_FIELDS, request);
    }
    let item = |app: &Connected| json!({ "id": app.app_id, "name": app.name, "category": "Business", "subscribed_fields": app.fields });
    Ok(Reply::List(&CONNECTED_APP, apps.iter().map(item).collect()))
}

/// Apps connected to the account, in the instagram flow.
pub(super) fn of_account(
    world: &mut World,
    caller: &Caller,
    request: &Request,
) -> Result<Reply, Refusal> {
    let own = own_app(world, caller);
    let apps = &mut world.account.apps;
    if request.method != Method::GET {
        return write(apps, own, ACCOUNT_FIELDS, request);
    }
    let item = |app: &Connected| json!({ "app_id": app.app_id, "subscribed_fields": app.fields });
    Ok(Reply::List(
        &CONNECTED_TO_ACCOUNT,
        apps.iter().map(item).collect(),
    ))
}

/// The app that issued the token, not yet connected to anything.
fn own_app(world: &World, caller: &Caller) -> Connected {
    let app_id = caller.grant.app_id.clone();
    Connected {
        name: name_of(world, &app_id),
        app_id,
        fields: Vec::new(),
    }
}

fn write(
    apps: &mut Vec<Connected>,
    own: Connected,
    known: &[&str],
    request: &Request,
) -> Result<Reply, Refusal> {
    if request.method == Method::DELETE {
        apps.retain(|app| app.app_id != own.app_id);
        return Ok(Reply::success());
    }
    let fields = request.list("subscribed_fields");
    if fields.is_empty() {
        return Err(Refusal::missing("subscribed_fields"));
    }
    if let Some(index) = fields
        .iter()
        .position(|field| !known.contains(&field.as_str()))
    {
        let known = known.join(", ");
        return Err(Refusal::new(
            400,
            100,
            format!("(#100) Param subscribed_fields[{index}] must be one of {{{known}}}"),
        ));
    }
    match apps.iter_mut().find(|app| app.app_id == own.app_id) {
        Some(app) => app.fields = fields,
        None => apps.push(Connected { fields, ..own }),
    }
    Ok(Reply::success())
}
