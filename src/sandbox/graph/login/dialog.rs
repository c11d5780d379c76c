//! The dialogs: a person who logs in at once, and the browser sent back with what came of it.

use chrono::{TimeDelta, Utc};
use url::{Url, form_urlencoded};

use super::codes;
use super::facebook::SHORT;
use crate::graph::is_loopback;
use crate::model::Flow;
use crate::sandbox::answer::Answer;
use crate::sandbox::graph::request::Request;
use crate::sandbox::world::{Grant, INSTAGRAM_APP_ID, Kind, World};

/// An app that is not the world's.
const OTHER_APP: &str = "555000111222333";
/// Access to a person's data ends so long after the login.
const DATA_ACCESS: TimeDelta = TimeDelta::days(90);

/// Sends the browser back, or shows it why not.
pub(super) fn answer(world: &mut World, flow: Flow, request: &Request) -> Answer {
    match login(world, flow, request) {
        Ok(address) => Answer::page(302, "").header("location", address),
        Err(words) => Answer::page(
            400,
            format!("<!DOCTYPE html><title>Error</title><p>{words}"),
        ),
    }
}

/// The address that the browser is sent to, or the words of a page that the person sees.
fn login(world: &mut World, flow: Flow, request: &Request) -> Result<Url, String> {
    check_app(world, flow, request)?;
    let redirect = redirect(world, flow, request)?;
    let token = match request.param("response_type") {
        None | Some("code") => false,
        Some("token") if flow == Flow::Facebook => true,
        Some(_) => return Err("Invalid response_type".to_owned()),
    };
    let permissions = permissions(world, flow, request)?;
    let state = world
        .login
        .answers_state
        .or_else(|| request.param("state"))
        .map(|state| ("state", state.to_owned()));
    if world.login.cancels {
        return Ok(with_query(
            redirect,
            CANCELED.map(pair).into_iter().chain(state),
        ));
    }
    let grant = grant(world, flow, permissions);
    if token {
        let data_access_ends = grant.data_access_ends.unwrap_or_default();
        let text = world.issue(Kind::User, false, Some(SHORT), grant);
        let parameters = [
            ("access_token", text),
            (
                "data_access_expiration_time",
                data_access_ends.timestamp().to_string(),
            ),
            ("expires_in", SHORT.num_seconds().to_string()),
        ];
        return Ok(with_fragment(redirect, parameters.into_iter().chain(state)));
    }
    let told = request.param("redirect_uri").unwrap_or_default();
    let code = codes::issue(world, flow, told, grant);
    let mut address = with_query(redirect, [("code", code)].into_iter().chain(state));
    address.set_fragment(Some(if flow == Flow::Facebook { "_=_" } else { "_" }));
    Ok(address)
}

const CANCELED: [(&str, &str); 3] = [
    ("error", "access_denied"),
    ("error_reason", "user_denied"),
    ("error_description", "The user denied your request."),
];

fn pair((name, value): (&'static str, &str)) -> (&'static str, String) {
    (name, value.to_owned())
}

/// The app that asks must have this login, and must be the one that it says it is.
fn check_app(world: &World, flow: Flow, request: &Request) -> Result<(), String> {
    let own = match flow {
        Flow::Facebook => world.app.id.as_str(),
        Flow::Instagram => INSTAGRAM_APP_ID,
    };
    let right = request.param("client_id") == Some(own);
    let words = match flow {
        Flow::Facebook if !right => {
            "Invalid App ID: The provided app ID does not look like a valid app ID."
        }
        Flow::Facebook if world.flow != flow => {
            "Feature Unavailable: Facebook Login is currently unavailable for this app."
        }
        Flow::Instagram if !right || world.flow != flow => {
            "Invalid Request: Request parameters are invalid: Invalid platform app"
        }
        _ => return Ok(()),
    };
    Err(words.to_owned())
}

/// Where to return to, if the app allows it.
fn redirect(world: &World, flow: Flow, request: &Request) -> Result<Url, String> {
    let told = request.param("redirect_uri").unwrap_or_default();
    let listed = world.login.redirects.iter().any(|known| known == told);
    let own = |url: &Url| world.login.allows_loopback && url.scheme() == "http" && is_loopback(url);
    told.parse()
        .ok()
        .filter(|url| listed || own(url))
        .ok_or_else(|| {
            match flow {
                Flow::Facebook => "URL Blocked: This redirect failed because the redirect URI is not whitelisted in the app's Client OAuth Settings.",
                Flow::Instagram => "Invalid Request: Request parameters are invalid: Invalid redirect_uri",
            }
            .to_owned()
        })
}

/// Permissions asked for, each with what the person says to it. A configuration has its own, and takes all of them or none.
fn permissions(
    world: &World,
    flow: Flow,
    request: &Request,
) -> Result<Vec<(String, &'static str)>, String> {
    let scopes = request.list("scope");
    let asked = request.param("config_id");
    if flow == Flow::Facebook && asked != world.login.business_login {
        return Err("Invalid config_id: the configuration does not belong to this app.".to_owned());
    }
    if asked.is_some() {
        if !scopes.is_empty() {
            return Err("It looks like this app isn't available: This app needs at least one supported permission.".to_owned());
        }
        let all = world.permissions.iter();
        return Ok(all.map(|(name, _)| (name.clone(), "granted")).collect());
    }
    let own = |name: &String| name.starts_with("instagram_business_") == (flow == Flow::Instagram);
    if let Some(wrong) = scopes.iter().position(|name| !own(name)) {
        // The name itself came from outside, and this is a page.
        return Err(match flow {
            Flow::Facebook => format!("Invalid Scopes: number {} of the list", wrong + 1),
            Flow::Instagram => format!("Invalid scope: number {} of the list", wrong + 1),
        });
    }
    let again = request.param("auth_type") == Some("rerequest")
        || request.param("force_reauth") == Some("true");
    let agrees = |name: &String| {
        (again && world.login.grants_on_rerequest) || !world.login.declined.contains(&name.as_str())
    };
    Ok(scopes
        .into_iter()
        .map(|name| {
            let answer = if agrees(&name) { "granted" } else { "declined" };
            (name, answer)
        })
        .collect())
}

/// What the token of this login may do.
fn grant(world: &World, flow: Flow, permissions: Vec<(String, &'static str)>) -> Grant {
    let login = &world.login;
    let ticked = login.ticked.clone().filter(|_| flow == Flow::Facebook);
    let only_for = ticked.iter().flat_map(|pages| {
        let accounts: Vec<String> = world
            .pages
            .iter()
            .filter(|page| pages.contains(&page.id))
            .filter_map(|page| Some(page.linked.as_ref()?.0.clone()))
            .collect();
        let ids = move |name: &str| {
            if name.starts_with("instagram_") {
                accounts.clone()
            } else {
                pages.clone()
            }
        };
        permissions
            .iter()
            .map(move |(name, _)| (name.clone(), ids(name)))
    });
    Grant {
        app_id: if login.other_app {
            OTHER_APP.to_owned()
        } else {
            world.app.id.clone()
        },
        only_for: only_for.collect(),
        data_access_ends: Some(Utc::now() + DATA_ACCESS),
        ticked,
        permissions,
        ..Grant::default()
    }
}

fn with_query(mut address: Url, parameters: impl Iterator<Item = (&'static str, String)>) -> Url {
    address.query_pairs_mut().extend_pairs(parameters);
    address
}

fn with_fragment(
    mut address: Url,
    parameters: impl Iterator<Item = (&'static str, String)>,
) -> Url {
    let mut fragment = form_urlencoded::Serializer::new(String::new());
    fragment.extend_pairs(parameters);
    address.set_fragment(Some(&fragment.finish()));
    address
}
