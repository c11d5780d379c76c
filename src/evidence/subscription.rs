//! `subscription`: apps connected to the Page or account, with the fields each gets. An empty list is a clear answer.

use serde::{Deserialize, Serialize};

use super::{Record, decode_all, id_text};
use crate::graph::{Call, Graph, endpoints};
use crate::model::Flow;
use crate::secret::Secret;

/// A connected app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConnectedApp {
    /// Its id: `id` in the facebook flow, `app_id` in the other (graph-api 3).
    #[serde(alias = "id", default, deserialize_with = "id_text")]
    pub app_id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Fields it gets, where Meta tells.
    pub subscribed_fields: Option<Vec<String>>,
}

/// Asks for the connected apps.
pub async fn ask(
    graph: &Graph,
    token: &Secret,
    page: Option<&str>,
    round: u32,
) -> Record<Vec<ConnectedApp>> {
    let endpoint = match graph.flow() {
        Flow::Facebook => &endpoints::PAGE_SUBSCRIPTION,
        Flow::Instagram => &endpoints::ACCOUNT_SUBSCRIPTION,
    };
    let mut call = Call::new(endpoint, token);
    (call.id, call.round) = (page, round);
    Record::read(graph.list(&call).await, decode_all)
}
