//! `token`: what kind of token is this, how long does it live, for what and whom was it granted. With the app's secret only.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Record, decode, id_text};
use crate::graph::{Call, Graph, GraphError, Param, endpoints};
use crate::model::TokenKind;
use crate::secret::Secret;

/// Answer of `debug_token` (graph-api 1.1).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TokenFacts {
    /// App that issued the token.
    pub app_id: Option<String>,
    /// Its name.
    pub app_name: Option<String>,
    /// Page or user; other kinds count as user.
    pub kind: Option<TokenKind>,
    /// The Page, for Page tokens.
    pub profile_id: Option<String>,
    /// Meta takes it.
    pub is_valid: bool,
    /// Its end; `None` is never.
    pub expires_at: Option<DateTime<Utc>>,
    /// End of access to the person's data; `None` is never or not told.
    pub data_access_expires_at: Option<DateTime<Utc>>,
    /// Permissions granted.
    pub scopes: Vec<String>,
    /// What each was granted for, where not for everything.
    pub granular: Vec<GranularScope>,
    /// Why it is not valid.
    pub error: Option<GraphError>,
}

/// A permission granted for some things only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GranularScope {
    /// The permission.
    pub scope: String,
    /// Pages and accounts it was granted for; `None` is all of them.
    pub target_ids: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Raw {
    #[serde(default, deserialize_with = "id_text")]
    app_id: Option<String>,
    application: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    #[serde(default, deserialize_with = "id_text")]
    profile_id: Option<String>,
    #[serde(default)]
    is_valid: bool,
    expires_at: Option<i64>,
    data_access_expires_at: Option<i64>,
    #[serde(default)]
    scopes: Vec<String>,
    #[serde(default)]
    granular_scopes: Vec<GranularScope>,
}

/// Asks what Meta knows of the token, with the app's own token.
pub async fn ask(graph: &Graph, token: &Secret, app_token: &Secret) -> Record<TokenFacts> {
    let mut call = Call::new(&endpoints::DEBUG_TOKEN, app_token);
    call.app_credentials = true;
    call.params
        .push(("input_token", Param::Hidden(token.clone())));
    graph.redactor.learn(token);
    Record::read(graph.get(&call).await, |body| {
        let data = body.get("data").cloned().unwrap_or(body);
        let error = debug_error(&data).map(|mut error| {
            error.message = graph.redactor.text(&error.message);
            error
        });
        let raw: Raw = decode(data)?;
        Ok(TokenFacts {
            app_id: raw.app_id,
            app_name: raw.application,
            kind: raw.kind.map(|kind| {
                if kind == "PAGE" {
                    TokenKind::Page
                } else {
                    TokenKind::User
                }
            }),
            profile_id: raw.profile_id,
            is_valid: raw.is_valid,
            expires_at: time(raw.expires_at),
            data_access_expires_at: time(raw.data_access_expires_at),
            scopes: raw.scopes,
            granular: raw.granular_scopes,
            error,
        })
    })
}

/// `debug_token` calls the subcode `subcode`, where errors call it `error_subcode`.
fn debug_error(data: &Value) -> Option<GraphError> {
    let mut error = data.get("error")?.clone();
    let object = error.as_object_mut()?;
    if let Some(subcode) = object.remove("subcode") {
        object.insert("error_subcode".to_owned(), subcode);
    }
    GraphError::parse(200, &serde_json::json!({ "error": error }))
}

/// Seconds since 1970; 0 is never.
fn time(seconds: Option<i64>) -> Option<DateTime<Utc>> {
    seconds
        .filter(|seconds| *seconds > 0)
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
}
