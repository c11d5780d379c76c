//! `subscriptions`: the app's webhooks. A write adds fields, but replaces the address; deleting without an object deletes everything (graph-api 4.1).

use axum::http::Method;
use serde_json::{Value, json};

use super::kinds::WEBHOOK;
use super::reply::Reply;
use super::request::Request;
use crate::model::Flow;
use crate::sandbox::answer::Refusal;
use crate::sandbox::callback::VERIFY_TOKEN;
use crate::sandbox::world::{CALLBACK, Webhook, World};

/// `/{app}/subscriptions`. `callback` is the address of the world's own callback.
pub(super) fn answer(
    world: &mut World,
    callback: &str,
    request: &Request,
) -> Result<Reply, Refusal> {
    match request.method {
        Method::POST if !may_be_written(world, request) => Err(Refusal::new(
            400,
            100,
            "(#100) Subscriptions of the object instagram are configured in the App Dashboard",
        )),
        Method::POST => add(&mut world.app.webhooks, callback, request),
        Method::DELETE => Ok(remove(&mut world.app.webhooks, request)),
        _ => Ok(Reply::List(&WEBHOOK, list(world, callback))),
    }
}

/// Meta may keep webhooks of Instagram to its dashboard.
fn may_be_written(world: &World, request: &Request) -> bool {
    world.uncertain.instagram_webhook_writable || request.param("object") != Some("instagram")
}

fn list(world: &World, callback: &str) -> Vec<Value> {
    let hidden = |webhook: &&Webhook| {
        world.flow == Flow::Instagram
            && !world.uncertain.instagram_webhook_listed
            && webhook.object == "instagram"
    };
    let item = |webhook: &Webhook| {
        let fields: Vec<_> = webhook
            .fields
            .iter()
            .map(|(name, version)| json!({ "name": name, "version": version }))
            .collect();
        let callback_url = if webhook.callback_url == CALLBACK {
            callback
        } else {
            &webhook.callback_url
        };
        json!({ "object": webhook.object, "callback_url": callback_url, "active": webhook.active, "fields": fields })
    };
    world
        .app
        .webhooks
        .iter()
        .filter(|webhook| !hidden(webhook))
        .map(item)
        .collect()
}

fn add(webhooks: &mut Vec<Webhook>, callback: &str, request: &Request) -> Result<Reply, Refusal> {
    let Some(object) = request.param("object") else {
        return Err(Refusal::missing("object"));
    };
    let Some(address) = request.param("callback_url") else {
        return Err(Refusal::missing("callback_url"));
    };
    if request.param("verify_token") != Some(VERIFY_TOKEN) {
        return Err(Refusal::new(
            400,
            2200,
            "(#2200) Callback verification failed with the following errors: HTTP Status Code = 403",
        ));
    }
    let callback_url = if address == callback {
        CALLBACK
    } else {
        address
    }
    .to_owned();
    let index = webhooks
        .iter()
        .position(|webhook| webhook.object == object)
        .unwrap_or_else(|| {
            webhooks.push(Webhook {
                object: object.to_owned(),
                callback_url: String::new(),
                active: false,
                fields: Vec::new(),
            });
            webhooks.len() - 1
        });
    let webhook = &mut webhooks[index];
    (webhook.callback_url, webhook.active) = (callback_url, true);
    for name in request.list("fields") {
        if webhook.fields.iter().all(|(known, _)| *known != name) {
            webhook.fields.push((name, request.version.clone()));
        }
    }
    Ok(Reply::success())
}

fn remove(webhooks: &mut Vec<Webhook>, request: &Request) -> Reply {
    let fields = request.list("fields");
    match request.param("object") {
        None => webhooks.clear(),
        Some(object) if fields.is_empty() => webhooks.retain(|webhook| webhook.object != object),
        Some(object) => {
            if let Some(webhook) = webhooks.iter_mut().find(|webhook| webhook.object == object) {
                webhook.fields.retain(|(name, _)| !fields.contains(name));
            }
        }
    }
    Reply::success()
}
