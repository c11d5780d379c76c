//! A call as it came over the wire.

use axum::http::Method;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;

use super::fields::Selection;
use crate::sandbox::answer::Refusal;
use crate::sandbox::query;

/// The version of calls that name none.
const NEWEST: &str = "v26.0";
/// No honest form is larger.
const BODY: usize = 64 * 1024;

/// A call.
#[derive(Debug)]
pub(super) struct Request {
    /// `GET`, `POST` or `DELETE`.
    pub method: Method,
    /// `v26.0`.
    pub version: String,
    /// The path names it.
    pub versioned: bool,
    /// Path without the version: `/me/accounts`.
    pub path: String,
    /// First part of the path.
    pub node: String,
    /// The rest of it.
    pub edge: Option<String>,
    /// Parameters of query and form.
    pub params: Vec<(String, String)>,
    /// Fields asked for.
    pub selection: Selection,
    /// How the caller reached this server, for links to further pages.
    pub origin: String,
    bearer: Option<String>,
}

impl Request {
    /// Reads a call to its end.
    pub async fn read(incoming: hyper::Request<Incoming>) -> Self {
        let (head, body) = incoming.into_parts();
        let header = |name| head.headers.get(name).and_then(|value| value.to_str().ok());
        let mut params: Vec<_> =
            query::pairs(head.uri.query().unwrap_or_default().as_bytes()).collect();
        if header(CONTENT_TYPE)
            .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
            && let Ok(form) = Limited::new(body, BODY).collect().await
        {
            params.extend(query::pairs(&form.to_bytes()));
        }
        let whole = head.uri.path().trim_matches('/');
        let (version, path, versioned) = match whole.split_once('/').unwrap_or((whole, "")) {
            (version, path) if is_version(version) => (version, path, true),
            _ => (NEWEST, whole, false),
        };
        let (node, edge) = path
            .split_once('/')
            .map_or((path, None), |(node, edge)| (node, Some(edge.to_owned())));
        let selection = Selection::parse(
            params
                .iter()
                .find(|(name, _)| name == "fields")
                .map_or("", |(_, value)| value),
        );
        Self {
            version: version.to_owned(),
            versioned,
            path: format!("/{path}"),
            node: node.to_owned(),
            edge,
            selection,
            origin: format!("http://{}", header(HOST).unwrap_or("127.0.0.1")),
            bearer: header(AUTHORIZATION)
                .and_then(|value| value.strip_prefix("Bearer "))
                .map(str::to_owned),
            params,
            method: head.method,
        }
    }

    /// A parameter.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// A parameter that is a comma-separated list.
    pub fn list(&self, name: &str) -> Vec<String> {
        self.param(name)
            .unwrap_or_default()
            .split(',')
            .map(str::trim)
            .filter(|item| !item.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// The token, from the header or the query.
    pub fn token(&self) -> &str {
        self.bearer
            .as_deref()
            .or_else(|| self.param("access_token"))
            .unwrap_or_default()
    }

    /// The refusal of an edge that this kind of node does not have.
    pub fn no_such_edge(&self, node: &str) -> Refusal {
        Refusal::nonexisting(self.edge.as_deref().unwrap_or_default(), node)
    }
}

/// `v26.0` and the like.
fn is_version(part: &str) -> bool {
    part.strip_prefix('v')
        .and_then(|number| number.split_once('.'))
        .is_some_and(|(major, minor)| [major, minor].iter().all(|n| n.parse::<u16>().is_ok()))
}
