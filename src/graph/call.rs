//! What a call consists of, and what comes of it.

use std::time::Duration;

use serde_json::Value;
use url::Url;

use super::endpoints::Endpoint;
use super::error::{CallNote, Failure};
use super::version::GraphVersion;
use crate::model::Flow;
use crate::secret::Secret;

/// How a run talks to Meta.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Stands for all of Meta's hosts, from `--graph-url`.
    pub base: Option<Url>,
    /// The version asked for.
    pub version: GraphVersion,
    /// The flow that tokens belong to.
    pub flow: Flow,
    /// Secret of the app that issued the token: each call is signed with it.
    pub proof_secret: Option<Secret>,
    /// First pause before a further try; it doubles.
    pub pause: Duration,
    /// The sandbox's way to be a machine without certificates.
    pub no_roots: bool,
    /// Whether exchanges are recorded.
    pub record: bool,
}

/// A parameter of a call. Secret ones reach the wire and nothing else.
#[derive(Clone, Debug)]
pub enum Param {
    /// Anybody may see it.
    Open(String),
    /// Nobody may.
    Hidden(Secret),
}

/// One call to make.
#[derive(Clone, Debug)]
pub struct Call<'a> {
    /// Row of the table of endpoints.
    pub endpoint: &'static Endpoint,
    /// What stands in the path's placeholder.
    pub id: Option<&'a str>,
    /// Parameters beyond those of the row.
    pub params: Vec<(&'static str, Param)>,
    /// Goes into the `Authorization` header, if the call carries one.
    pub token: Option<&'a Secret>,
    /// The token is the app's own `id|secret`.
    pub app_credentials: bool,
    /// Whether the call may be signed; not when asking without a proof is the point.
    pub sign: bool,
    /// How many calls had to be answered before this one could be made, plus one.
    pub round: u32,
}

impl<'a> Call<'a> {
    /// A call in the first round, with nothing but its row and token.
    #[must_use]
    pub const fn new(endpoint: &'static Endpoint, token: &'a Secret) -> Self {
        Self {
            endpoint,
            id: None,
            params: Vec::new(),
            token: Some(token),
            app_credentials: false,
            sign: true,
            round: 1,
        }
    }

    /// A call whose secrets are parameters: nothing goes into a header.
    pub(super) const fn bare(
        endpoint: &'static Endpoint,
        params: Vec<(&'static str, Param)>,
    ) -> Self {
        Self {
            endpoint,
            id: None,
            params,
            token: None,
            app_credentials: false,
            sign: false,
            round: 1,
        }
    }
}

/// What came of a call: an answer or a failure, and a note for every HTTP exchange it took.
#[derive(Debug)]
pub struct Exchange<T = Value> {
    /// The answer.
    pub result: Result<T, Failure>,
    /// One note per exchange.
    pub notes: Vec<CallNote>,
    /// The optional field that Meta does not know, so that its absence means nothing.
    pub left_out: Option<&'static str>,
}

impl Param {
    pub(super) fn expose(&self) -> &str {
        match self {
            Self::Open(text) => text,
            Self::Hidden(secret) => secret.expose(),
        }
    }

    pub(super) fn shown(&self) -> &str {
        match self {
            Self::Open(text) => text,
            Self::Hidden(_) => "REDACTED",
        }
    }
}
