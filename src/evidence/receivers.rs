//! `receivers`: secondary receivers of conversation routing. Only the default app gets the list (graph-api 6.4).

use serde::Deserialize;

use super::{Record, decode_all};
use crate::graph::{Call, Graph, endpoints};
use crate::secret::Secret;

/// Asks for the ids of the secondary receivers.
pub async fn ask(graph: &Graph, token: &Secret, page: &str, round: u32) -> Record<Vec<String>> {
    #[derive(Deserialize)]
    struct Receiver {
        id: String,
    }
    let mut call = Call::new(&endpoints::RECEIVERS, token);
    (call.id, call.round) = (Some(page), round);
    Record::read(graph.list(&call).await, |list| {
        Ok(decode_all::<Receiver>(list)?
            .into_iter()
            .map(|receiver| receiver.id)
            .collect())
    })
}
