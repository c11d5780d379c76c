//! The addresses for data deletion and for removing the app, at the platform's server beside its callback (graph-api 12).

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::post;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;

use super::query;
use super::signature::hmac_hex;
use super::state::State;

/// How the addresses for data deletion and for removing the app behave. The first is given, the second stands in the app's settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedRequests {
    /// As Meta wants it.
    Good,
    /// A page for people stands at the address for data deletion.
    Page,
    /// The address for removing the app takes any signature.
    AnySignature,
}

/// Path of the address for data deletion.
pub(super) const DELETION: &str = "/deletion";
/// Path of the one for removing the app.
pub(super) const DEAUTHORIZE: &str = "/deauthorize";

/// Both addresses.
pub(super) fn routes(state: Arc<State>) -> Router {
    Router::new()
        .route(DELETION, post(deletion))
        .route(DEAUTHORIZE, post(deauthorize))
        .with_state(state)
}

async fn deletion(Shared(state): Shared<Arc<State>>, body: Bytes) -> Response {
    if state.world().signed_requests == SignedRequests::Page {
        return Html("<!DOCTYPE html><title>Delete my data</title><p>Write to us.</p>")
            .into_response();
    }
    if !is_signed(&state, &body) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let answer =
        json!({ "url": "https://example.com/deletion?id=abc123", "confirmation_code": "abc123" });
    ([(CONTENT_TYPE, "application/json")], answer.to_string()).into_response()
}

async fn deauthorize(Shared(state): Shared<Arc<State>>, body: Bytes) -> StatusCode {
    let takes_any = state.world().signed_requests == SignedRequests::AnySignature;
    if takes_any || is_signed(&state, &body) {
        StatusCode::OK
    } else {
        StatusCode::FORBIDDEN
    }
}

/// Whether either of the app's secrets signed the request. The signature is over the payload as it is written.
fn is_signed(state: &State, body: &[u8]) -> bool {
    let form = String::from_utf8_lossy(body);
    let request = query::value(Some(&form), "signed_request").unwrap_or_default();
    let Some((signature, payload)) = request.split_once('.') else {
        return false;
    };
    let given: String = URL_SAFE_NO_PAD
        .decode(signature)
        .unwrap_or_default()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let app = state.world().app.clone();
    [&app.secret, &app.instagram_secret]
        .iter()
        .any(|secret| given == hmac_hex(secret, payload.as_bytes()))
}
