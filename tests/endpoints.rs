//! Every request that igdoctor can make to Meta is allowed: by Meta's own specification, or by a page of its documentation.

use std::collections::BTreeSet;

use igdoctor::graph::endpoints::{ALL, Basis, Endpoint, Host, Method};
use serde_json::Value;

/// Parameters that every list of Graph takes (paging), and the one that takes fields.
const GENERAL: [&str; 2] = ["limit", "fields"];
/// Documented with the edge, though the specification's node does not list it (graph-api 1.3).
const DOCUMENTED_FIELDS: [(&str, &str); 1] = [("/me/accounts", "tasks")];

fn specification() -> Value {
    serde_json::from_str(include_str!("fixtures/graph-spec.json")).unwrap()
}

/// `comments.limit(1){id}` is the edge `comments`, `participants{id}` the field `participants`.
fn name(field: &str) -> &str {
    field.split(['{', '.']).next().unwrap()
}

#[test]
fn every_endpoint_of_the_specification_exists_there_with_its_fields() {
    let specification = specification();
    for endpoint in ALL {
        let Basis::Spec {
            node,
            edge,
            returns,
        } = endpoint.basis
        else {
            continue;
        };
        let edge_params = specification
            .pointer(&format!("/nodes/{node}/edges/{edge}"))
            .unwrap_or_else(|| panic!("{}: no edge {node}/{edge}", endpoint.path));
        for (param, _) in endpoint.params {
            let known = edge_params
                .as_array()
                .unwrap()
                .iter()
                .any(|known| known == param);
            assert!(
                known || GENERAL.contains(param),
                "{}: parameter {param}",
                endpoint.path
            );
        }
        for field in endpoint.fields.iter().chain(endpoint.optional) {
            assert!(
                has(&specification, endpoint, returns, name(field)),
                "{}: {returns} has no {field}",
                endpoint.path
            );
        }
    }
}

fn has(specification: &Value, endpoint: &Endpoint, node: &str, field: &str) -> bool {
    let fields = &specification["nodes"][node]["fields"];
    // Fields may also name an edge: of media, `comments`; of a conversation, `messages`.
    let known = ["IGMedia comments", "UnifiedThread messages"];
    let is_edge = known.contains(&format!("{node} {field}").as_str());
    let documented = DOCUMENTED_FIELDS.contains(&(endpoint.path, field));
    is_edge
        || documented
        || fields
            .as_array()
            .is_some_and(|known| known.iter().any(|known| known == field))
}

#[test]
fn the_others_name_the_page_that_documents_them() {
    let outside: BTreeSet<&str> = ALL
        .iter()
        .filter(|endpoint| matches!(endpoint.basis, Basis::Documented(_)))
        .map(|endpoint| endpoint.path)
        .collect();
    assert_eq!(
        outside,
        BTreeSet::from([
            "/debug_token",
            "/app",
            "/{person}",
            "/oauth/access_token",
            "/access_token",
            "/refresh_access_token",
        ])
    );
    for endpoint in ALL {
        if let Basis::Documented(page) = endpoint.basis {
            assert!(page.starts_with("docs/"), "{}: {page}", endpoint.path);
        }
    }
}

/// Tokens of the instagram flow are had at addresses without a version; everything else names one.
#[test]
fn only_the_login_of_instagram_has_no_version() {
    for endpoint in ALL {
        let unversioned =
            endpoint.path.ends_with("access_token") && endpoint.host != Host::Facebook;
        assert_eq!(endpoint.versioned, !unversioned, "{}", endpoint.path);
    }
}

/// Only a repair changes anything, and only these two lists; a trace may let the account write to itself. (A code of Instagram is exchanged by a form, which changes nothing.)
#[test]
fn everything_but_a_repair_and_a_message_to_oneself_reads() {
    for endpoint in ALL {
        let writes = endpoint.method != Method::Get && endpoint.host != Host::InstagramLogin;
        let list = ["/subscribed_apps", "/subscriptions", "/messages"]
            .iter()
            .any(|end| endpoint.path.ends_with(end));
        assert!(!writes || list, "{}", endpoint.path);
    }
}

/// Text, snippets and names of customers are never asked for.
#[test]
fn nothing_that_customers_wrote_is_asked_for() {
    let about_people = |endpoint: &&&Endpoint| {
        endpoint.path.ends_with("/conversations")
            || ["/{person}", "/{thread}"].contains(&endpoint.path)
    };
    // A trace looks for its own word; what is read for that is kept nowhere.
    for endpoint in ALL
        .iter()
        .filter(about_people)
        .filter(|endpoint| !endpoint.private)
    {
        // Of messages, only who sent them and when.
        let fields = endpoint
            .fields
            .iter()
            .chain(endpoint.optional)
            .copied()
            .filter(|field| *field != "messages.limit(20){created_time,from{id}}")
            .collect::<Vec<_>>()
            .join(",");
        for private in ["snippet", "message", "text", "name", "username", "profile"] {
            assert!(!fields.contains(private), "{}: {fields}", endpoint.path);
        }
    }
}
