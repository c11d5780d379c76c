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
use super::world::{Front, Rocket};

/// Opens the server, where this world has one, and tells its address either way.
pub(super) async fn open(rocket: Rocket, held: &mut Vec<ClosedPort>) -> Result<Url, SandboxError> {
    if rocket.private {
        return Ok("http://192.168.0.20:3000/".parse()?);
    }
    if !rocket.reachable {
        let port = listen::hold_closed(held)?;
        return Ok(format!("http://127.0.0.1:{port}/").parse()?);
    }
    let (redirects, front) = (rocket.redirects, rocket.front);
    let (listener, port) = listen::bind(LOOPBACK, 0).await?;
    let own = format!("http://127.0.0.1:{port}/");
    listen::serve_routes(
        listener,
        in_front(front).unwrap_or_else(|| routes(rocket, &own)),
    );
    if redirects {
        let port = open_redirect(format!("http://localhost:{port}")).await?;
        return Ok(format!("http://127.0.0.1:{port}/").parse()?);
    }
    Ok(own.parse()?)
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

/// What answers every request in the server's place, if something does.
fn in_front(front: Front) -> Option<Router> {
    match front {
        Front::Nothing => None,
        Front::Page => {
            let page = async || Html("<!DOCTYPE html><title>Back soon</title>");
            Some(Router::new().fallback(page))
        }
        Front::Login => {
            let login = async || (StatusCode::FOUND, [(LOCATION, "/login?next=/")]);
            Some(Router::new().fallback(login))
        }
    }
}

/// A server that calls this address its own.
fn routes(rocket: Rocket, site_url: &str) -> Router {
    let state = Arc::new((rocket, site_url.to_owned()));
    Router::new()
        .route(
            "/",
            get(async || Html("<!DOCTYPE html><title>Rocket.Chat</title>")),
        )
        .route("/api/info", get(async || answer(&info())))
        .route("/api/v1/livechat/config", get(config))
        .with_state(state)
}

/// What anybody is told who is not logged in.
fn info() -> Value {
    json!({
        "version": "7.10",
        "minimumClientVersions": { "desktop": "3.9.6", "mobile": "4.39.0" },
        "supportedVersions": "sandbox",
        "success": true,
    })
}

/// A server, and what it calls its own address.
type Site = Arc<(Rocket, String)>;

/// Omnichannel as a visitor meets it. With the id of a department, `online` is that department's.
async fn config(Shared(site): Shared<Site>, uri: Uri) -> Response {
    let (rocket, site_url) = site.as_ref();
    if !rocket.enabled {
        return answer(&json!({ "config": { "enabled": false }, "success": true }));
    }
    let departments = rocket.departments.iter().enumerate();
    let departments: Vec<(String, &str, bool)> = departments
        .map(|(index, (name, online))| (format!("sandboxdepartment{index}"), *name, *online))
        .collect();
    let online = match query::value(uri.query(), "department") {
        Some(wanted) => departments
            .iter()
            .any(|(id, _, online)| *online && *id == wanted),
        None => rocket.online,
    };
    let departments: Vec<Value> = departments
        .iter()
        .map(|(id, name, _)| {
            json!({ "_id": id, "name": name, "showOnRegistration": true, "showOnOfflineForm": true })
        })
        .collect();
    answer(&json!({
        "config": {
            "enabled": true,
            "settings": { "registrationForm": true, "displayOfflineForm": true },
            "theme": {},
            "messages": {},
            "departments": departments,
            "triggers": [],
            "resources": { "sound": format!("{site_url}sounds/chime.mp3") },
            "online": online,
        },
        "success": true,
    }))
}

fn answer(body: &Value) -> Response {
    ([(CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}
