//! A Rocket.Chat server, as far as anybody may see it without a login (graph-api 13).

use std::sync::Arc;

use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{StatusCode, Uri};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Router, extract::State as Shared};
use serde_json::{Value, json};
use url::Url;

use super::listen::{self, ClosedPort, LOOPBACK};
use super::query;
use super::server::SandboxError;
use super::world::Rocket;

/// Opens the server, where this world has one, and tells its address either way.
pub(super) async fn open(rocket: Rocket, held: &mut Vec<ClosedPort>) -> Result<Url, SandboxError> {
    if rocket.private {
        return Ok("http://192.168.0.20:3000/".parse()?);
    }
    if !rocket.reachable {
        let port = listen::hold_closed(held)?;
        return Ok(format!("http://127.0.0.1:{port}/").parse()?);
    }
    let redirects = rocket.redirects;
    let (listener, port) = listen::bind(LOOPBACK, 0).await?;
    listen::serve_routes(listener, routes(rocket));
    let port = if redirects {
        open_redirect(format!("http://localhost:{port}")).await?
    } else {
        port
    };
    Ok(format!("http://127.0.0.1:{port}/").parse()?)
}

/// A server that sends every visitor to another host.
async fn open_redirect(host: String) -> Result<u16, SandboxError> {
    let (listener, port) = listen::bind(LOOPBACK, 0).await?;
    let redirect = async move |uri: Uri| {
        (
            StatusCode::MOVED_PERMANENTLY,
            [(LOCATION, format!("{host}{uri}"))],
        )
    };
    listen::serve_routes(listener, Router::new().fallback(redirect));
    Ok(port)
}

fn routes(rocket: Rocket) -> Router {
    Router::new()
        .route(
            "/",
            get(async || Html("<!DOCTYPE html><title>Rocket.Chat</title>")),
        )
        .route(
            "/api/info",
            get(async || answer(&json!({ "version": "7.10", "success": true }))),
        )
        .route("/api/v1/livechat/config", get(config))
        .with_state(Arc::new(rocket))
}

/// Omnichannel as a visitor meets it. With a department, by id or name, `online` is that department's.
async fn config(Shared(rocket): Shared<Arc<Rocket>>, uri: Uri) -> Response {
    if !rocket.enabled {
        return answer(&json!({ "config": { "enabled": false }, "success": true }));
    }
    let mut departments = rocket
        .departments
        .iter()
        .enumerate()
        .map(|(index, (name, online))| (format!("sandboxdepartment{index}"), *name, *online));
    let online = match query::value(uri.query(), "department") {
        Some(wanted) => departments
            .clone()
            .any(|(id, name, online)| online && (id == wanted || name == wanted)),
        None => rocket.online,
    };
    let departments: Vec<Value> = departments
        .by_ref()
        .map(|(id, name, _)| json!({ "_id": id, "name": name }))
        .collect();
    answer(
        &json!({ "config": { "enabled": true, "departments": departments, "online": online }, "success": true }),
    )
}

fn answer(body: &Value) -> Response {
    ([(CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}
