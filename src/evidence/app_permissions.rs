//! `app-permissions`: permissions that the app was granted by review. Whether the list covers today's access levels is uncertain (graph-api 7.2).

use super::permissions::Grant;
use super::{Record, decode_all};
use crate::graph::{Call, Graph, endpoints};
use crate::secret::Secret;

/// Asks for the app's permissions.
pub async fn ask(graph: &Graph, app: &str, app_token: &Secret) -> Record<Vec<Grant>> {
    let mut call = Call::new(&endpoints::APP_PERMISSIONS, app_token);
    (call.id, call.app_credentials) = (Some(app), true);
    Record::read(graph.list(&call).await, decode_all)
}
