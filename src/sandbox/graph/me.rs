//! The person behind a user token: who it is, what was granted, which Pages and businesses there are.

use serde_json::{Value, json};

use super::auth::{Caller, page_token};
use super::kinds::{BUSINESS, LISTED_PAGE, PAGE, PERMISSION, USER};
use super::page;
use super::reply::Reply;
use super::request::Request;
use crate::sandbox::answer::Refusal;
use crate::sandbox::world::{PERSON_ID, Page, World};

/// The business portfolio of the person.
pub(super) const BUSINESS_ID: &str = "700000000000001";

/// `/me` and its edges, for a user token.
pub(super) fn answer(world: &World, caller: &Caller, request: &Request) -> Result<Reply, Refusal> {
    match request.edge.as_deref() {
        None => Ok(Reply::Node(
            &USER,
            json!({ "id": PERSON_ID, "name": "Ana Souza", "first_name": "Ana", "last_name": "Souza" }),
        )),
        Some("permissions") => {
            let grant =
                |(name, status): &(String, &str)| json!({ "permission": name, "status": status });
            Ok(Reply::List(
                &PERMISSION,
                caller.grant.permissions.iter().map(grant).collect(),
            ))
        }
        Some("accounts") => Ok(Reply::List(&LISTED_PAGE, pages(world, caller, true))),
        Some("businesses") => Ok(Reply::List(&BUSINESS, vec![portfolio()])),
        Some(_) => Err(request.no_such_edge(USER.name)),
    }
}

/// The business portfolio and its Pages.
pub(super) fn business(
    world: &World,
    caller: &Caller,
    request: &Request,
) -> Result<Reply, Refusal> {
    match request.edge.as_deref() {
        None => Ok(Reply::Node(&BUSINESS, portfolio())),
        Some("owned_pages") => Ok(Reply::List(&PAGE, pages(world, caller, false))),
        Some("client_pages") => Ok(Reply::List(&PAGE, Vec::new())),
        Some(_) => Err(request.no_such_edge(BUSINESS.name)),
    }
}

fn portfolio() -> Value {
    json!({ "id": BUSINESS_ID, "name": "Casa Azul Grupo" })
}

/// Pages that the token sees: those listed for the person, or those reached only through the business.
fn pages(world: &World, caller: &Caller, listed: bool) -> Vec<Value> {
    let item = |page: &Page| {
        let mut node = page::node(world, caller, page, &page_token(page, &caller.grant));
        node["tasks"] = json!(page.tasks);
        node
    };
    world
        .pages
        .iter()
        .filter(|page| caller.sees(page) && page.listed == listed)
        .map(item)
        .collect()
}
