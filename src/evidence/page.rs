//! `page`: the Page and the Instagram account linked to it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Record, decode, id_text};
use crate::graph::{Call, Graph, endpoints};
use crate::secret::Secret;

/// A Page. Meta leaves out what is not there, so `None` can also mean “not told” (graph-api 2.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageFacts {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// It is published.
    pub is_published: Option<bool>,
    /// The token's own app is connected.
    pub is_webhooks_subscribed: Option<bool>,
    /// `not_verified`, `blue_verified`, …
    pub verification_status: Option<String>,
    /// Meta's view of conversation routing; what it means is not defined, so it is shown and never judged (graph-api 6.3).
    pub messaging_feature_status: Option<Value>,
    /// The professional account linked to it.
    #[serde(rename = "instagram_business_account")]
    pub instagram: Option<Linked>,
    /// The account connected by Page settings; alone, it is not professional.
    #[serde(rename = "connected_instagram_account")]
    pub connected: Option<Linked>,
}

/// An Instagram account linked to a Page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    /// `1784…`
    pub id: String,
    /// An older id, which some dashboards show.
    #[serde(default, deserialize_with = "id_text")]
    pub ig_id: Option<String>,
    /// Its name.
    pub username: Option<String>,
}

/// Asks for the Page.
pub async fn ask(graph: &Graph, token: &Secret, page: &str, round: u32) -> Record<PageFacts> {
    let mut call = Call::new(&endpoints::PAGE, token);
    (call.id, call.round) = (Some(page), round);
    Record::read(graph.get(&call).await, decode)
}
