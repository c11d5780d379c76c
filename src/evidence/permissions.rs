//! `permissions`: what a user token may do. Page and Instagram tokens have no such list (field-notes, trap 5).

use serde::{Deserialize, Serialize};

use super::{Record, decode_all};
use crate::graph::{Call, Graph, endpoints};
use crate::secret::Secret;

/// A permission and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// `instagram_manage_messages`, …
    pub permission: String,
    /// `granted`, `declined`, `expired`; for an app `live`, `unapproved`.
    pub status: String,
}

/// Asks for the permissions of a user token.
pub async fn ask(graph: &Graph, token: &Secret, round: u32) -> Record<Vec<Grant>> {
    let mut call = Call::new(&endpoints::PERMISSIONS, token);
    call.round = round;
    Record::read(graph.list(&call).await, decode_all)
}
