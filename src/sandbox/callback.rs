//! The callback server: what a platform has at the other end of Meta's webhooks, with the faults such servers have.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State as Shared};
use axum::http::header::{CONTENT_LENGTH, LOCATION};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use url::Url;

use super::cut::{Endless, FirstHalf};
use super::listen::{self, ClosedPort, LOOPBACK};
use super::query;
use super::server::SandboxError;
use super::signature::hmac_hex;
use super::signed_requests;
use super::state::State;
use super::tls::Authority;
use super::world::Callback;

/// The verify token of every sandbox callback.
pub const VERIFY_TOKEN: &str = "sandbox-verify-token";

const LOGIN_PAGE: &str = "<!DOCTYPE html><title>Sign in</title><form method=post><input name=user><input name=password type=password></form>";

/// A public name that leads to a private address.
const PRIVATE_NAME: &str = "inbox.example.com";
/// A name that does not exist.
const NO_NAME: &str = "no-such-name.example.com";
/// What a server says that knows no TLS of today: a fatal alert, “protocol version”.
const OLD_TLS: [u8; 7] = [21, 3, 1, 0, 2, 2, 70];

/// Where the public names of the worlds lead: no resolver knows them, and none needs to be asked.
#[must_use]
pub fn names() -> Vec<(String, Vec<IpAddr>)> {
    let private = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 5));
    vec![
        (PRIVATE_NAME.to_owned(), vec![private]),
        (NO_NAME.to_owned(), Vec::new()),
    ]
}

#[derive(Clone)]
struct Server {
    behavior: Callback,
    state: Arc<State>,
}

/// Opens the callback server, where this world has one, and tells its address either way.
pub(super) async fn open(
    behavior: Callback,
    authority: &Authority,
    state: Arc<State>,
    held: &mut Vec<ClosedPort>,
) -> Result<Url, SandboxError> {
    let (host, address) = match behavior {
        Callback::Private => return Ok("https://192.168.0.10/webhook".parse()?),
        Callback::PrivateName => return Ok(format!("https://{PRIVATE_NAME}/webhook").parse()?),
        Callback::NoName => return Ok(format!("https://{NO_NAME}/webhook").parse()?),
        Callback::Absent => {
            let port = listen::hold_closed(held)?;
            return Ok(format!("https://localhost:{port}/webhook").parse()?);
        }
        Callback::Ipv6Only => ("[::1]", IpAddr::V6(Ipv6Addr::LOCALHOST)),
        _ => ("localhost", LOOPBACK),
    };
    let (listener, port) = listen::bind(address, 0).await?;
    if behavior == Callback::OldTls {
        listen::answer_all(listener, &OLD_TLS);
        return Ok(format!("https://{host}:{port}/webhook").parse()?);
    }
    let server = Server {
        behavior,
        state: Arc::clone(&state),
    };
    let webhook = Router::new().route("/webhook", get(handshake).post(event));
    let routes = webhook
        .layer(middleware::from_fn_with_state(server.clone(), in_front))
        .with_state(server);
    let routes = routes.merge(signed_requests::routes(state));
    listen::serve_routes_securely(listener, authority.config(behavior)?, routes);
    Ok(format!("https://{host}:{port}/webhook").parse()?)
}

/// What stands before the platform's own code: it answers in its place, or holds it up.
async fn in_front(Shared(server): Shared<Server>, request: Request, next: Next) -> Response {
    match server.behavior {
        Callback::Redirects => (StatusCode::FOUND, [(LOCATION, "/webhook/")]).into_response(),
        Callback::LoginRedirect => {
            (StatusCode::FOUND, [(LOCATION, "/login?next=/webhook")]).into_response()
        }
        Callback::LoginWall => Html(LOGIN_PAGE).into_response(),
        Callback::NotFound => StatusCode::NOT_FOUND.into_response(),
        Callback::ServerError => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Callback::CutOff => {
            let body = Bytes::from_static(b"cut off");
            let length = [(CONTENT_LENGTH, body.len())];
            (length, Body::new(FirstHalf::of(&body))).into_response()
        }
        Callback::Endless => Response::new(Body::new(Endless)),
        Callback::Slow(ms) => {
            tokio::time::sleep(Duration::from_millis(ms)).await;
            next.run(request).await
        }
        _ => next.run(request).await,
    }
}

/// Meta's handshake (graph-api 4.2).
async fn handshake(Shared(server): Shared<Server>, uri: Uri) -> Response {
    let param = |name| query::value(uri.query(), name).unwrap_or_default();
    let takes_token = match server.behavior {
        Callback::IgnoresVerifyToken => true,
        Callback::RefusesVerifyToken => false,
        _ => param("hub.verify_token") == VERIFY_TOKEN,
    };
    if !takes_token || param("hub.mode") != "subscribe" {
        return StatusCode::FORBIDDEN.into_response();
    }
    let challenge = param("hub.challenge");
    if server.behavior == Callback::WrongAnswer {
        format!("\"{challenge}\"")
    } else {
        challenge
    }
    .into_response()
}

/// An event, signed over its raw body (graph-api 4.3). Which app's secret signs is disputed, so either is right.
async fn event(Shared(server): Shared<Server>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let given = headers
        .get("x-hub-signature-256")
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let app = server.state.world().app.clone();
    let signed = [&app.secret, &app.instagram_secret]
        .iter()
        .any(|secret| given == format!("sha256={}", hmac_hex(secret, &body)));
    if signed || server.behavior == Callback::IgnoresSignature {
        StatusCode::OK
    } else {
        StatusCode::FORBIDDEN
    }
}
