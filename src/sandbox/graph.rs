//! The Graph API: it reads a call, lets the world's faults have their way, and answers from the world's state.

mod account;
mod app;
mod auth;
mod conversations;
mod debug_token;
mod faults;
mod fields;
mod kinds;
mod lists;
mod login;
mod me;
mod media;
mod page;
mod person;
mod reply;
mod request;
mod routing;
mod send;
mod subscribed_apps;
mod thread;
mod webhooks;

use std::sync::Arc;
use std::time::Duration;

use axum::response::{IntoResponse, Response};
use hyper::body::Incoming;
use hyper::service::service_fn;
use serde_json::{Value, json};
use url::Url;

use self::auth::{Caller, Who};
use self::faults::{Faults, Instead};
use self::login::Door;
use self::reply::Reply;
use self::request::Request;
use super::answer::{Answer, Refusal};
use super::listen::{self, LOOPBACK};
use super::server::SandboxError;
use super::state::State;
use super::world::{ACCOUNT_ID, PERSON_ID, SCOPED_ID, World};

/// The connection closes without an answer.
#[derive(Debug, thiserror::Error)]
#[error("the world lets this connection drop")]
struct Hangup;

/// Whose call it is.
enum Visitor {
    /// Somebody without a token yet, who comes for one.
    AtDoor(Door),
    /// Somebody with a token.
    Known(Box<Caller>),
}

/// Opens the Graph API and tells its address. `callback` is the address of the world's own callback.
pub(super) async fn open(state: Arc<State>, callback: Url, port: u16) -> Result<Url, SandboxError> {
    let (listener, port) = listen::bind(LOOPBACK, port).await?;
    let callback: Arc<str> = callback.as_str().into();
    let service = service_fn(move |incoming: hyper::Request<Incoming>| {
        let (state, callback) = (Arc::clone(&state), Arc::clone(&callback));
        async move { serve(&state, &callback, Request::read(incoming).await).await }
    });
    listen::serve(listener, service);
    Ok(format!("http://127.0.0.1:{port}/").parse()?)
}

/// One call, from its arrival to its answer.
async fn serve(state: &State, callback: &str, request: Request) -> Result<Response, Hangup> {
    let round = state
        .ledger()
        .arrive(format!("{} {}", request.method, request.path));
    // The world is locked for moments only: calls wait for their answers side by side.
    let (visitor, faults, latency) = {
        let mut world = state.world();
        let visitor = |world: &World| match Door::of(&request) {
            Some(door) => Ok(Visitor::AtDoor(door)),
            None => auth::identify(world, &request).map(|caller| Visitor::Known(Box::new(caller))),
        };
        let faults = if visitor(&world).is_ok() {
            Faults::take(&mut world, &request)
        } else {
            Faults::default()
        };
        // What changed just now may concern the caller.
        (visitor(&world), faults, world.latency_ms)
    };
    tokio::time::sleep(Duration::from_millis(latency + faults.delay_ms)).await;
    let real = |visitor: &Result<Visitor, Refusal>| match visitor {
        Ok(Visitor::AtDoor(door)) => door.answer(&mut state.world(), &request),
        Ok(Visitor::Known(caller)) => {
            let result = answer(&mut state.world(), callback, caller, &request, &faults);
            Answer::new(result, &request.path)
        }
        Err(refusal) => Answer::new(Err(refusal.clone()), &request.path),
    };
    let answered = (faults.takes_effect || faults.instead.is_none()).then(|| real(&visitor));
    tokio::time::sleep(Duration::from_millis(faults.delay_after_ms)).await;
    let answer = match (&faults.instead, answered) {
        (Some(Instead::Hangup), _) => return Err(Hangup),
        (Some(Instead::Page(status)), _) => Answer::page(
            *status,
            "<!DOCTYPE html><title>Sorry, something went wrong.</title>",
        ),
        (Some(Instead::Redirect), _) => Answer::page(302, "").header("location", "/login"),
        (Some(Instead::Refusal(refusal)), _) => Answer::new(Err(refusal.clone()), &request.path),
        (Some(Instead::Pretence), _) => Answer::new(Ok(json!({"success": true})), &request.path),
        (None, Some(answer)) => answer,
        (None, None) => real(&visitor),
    };
    let answer = faults.dress(answer.header(
        "facebook-api-version",
        faults.version.unwrap_or(&request.version),
    ));
    state.ledger().answer(round);
    Ok(answer.into_response())
}

fn answer(
    world: &mut World,
    callback: &str,
    caller: &Caller,
    request: &Request,
    faults: &Faults,
) -> Result<Value, Refusal> {
    dispatch(world, callback, caller, request)?.body(request, faults)
}

/// Finds what a path means to this caller.
fn dispatch(
    world: &mut World,
    callback: &str,
    caller: &Caller,
    request: &Request,
) -> Result<Reply, Refusal> {
    let node = request.node.as_str();
    if caller.who == Who::Instagram {
        return match node {
            "me" | SCOPED_ID | ACCOUNT_ID => account::answer(world, caller, request),
            _ if thread::is_named(node) => thread::answer(world, caller, request),
            _ if request.edge.is_none() && !is_of_facebook(world, node) => {
                person::answer(world, request)
            }
            // The token means nothing on the other host.
            _ => Err(auth::unparsable()),
        };
    }
    match (&caller.who, node) {
        (_, "debug_token") => debug_token::answer(world, caller, request),
        (_, "app") => app::issuer(world, caller),
        (_, id) if id == world.app.id => app::answer(world, callback, caller, request),
        (Who::App, id) => Err(Refusal::no_such_object(id)),
        (_, id) if thread::is_named(id) => thread::answer(world, caller, request),
        (Who::Page(own), "me") => page::answer(world, caller, own, request),
        (Who::User, "me" | PERSON_ID) => me::answer(world, caller, request),
        (Who::User, me::BUSINESS_ID) => me::business(world, caller, request),
        (_, id) if world.pages.iter().any(|page| page.id == id) => {
            page::visible(world, caller, id).and_then(|()| page::answer(world, caller, id, request))
        }
        (_, id) if page::links_to(world, caller, id) => {
            media::of_linked_account(world, caller, request)
        }
        _ => person::answer(world, request),
    }
}

/// Paths that only graph.facebook.com has.
fn is_of_facebook(world: &World, node: &str) -> bool {
    matches!(node, "debug_token" | "app")
        || node == world.app.id
        || world.pages.iter().any(|page| page.id == node)
}
