//! `outsider`: whether Meta shows the profile of somebody who wrote. Nothing of the profile is kept.

use serde::{Deserialize, Serialize};

use super::Record;
use crate::graph::{Call, Graph, endpoints};
use crate::model::Flow;
use crate::secret::Secret;

/// Meta answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outsider {}

/// Asks for one person.
pub async fn ask(graph: &Graph, token: &Secret, person: &str, round: u32) -> Record<Outsider> {
    let endpoint = match graph.flow() {
        Flow::Facebook => &endpoints::OUTSIDER,
        Flow::Instagram => &endpoints::ACCOUNT_OUTSIDER,
    };
    let mut call = Call::new(endpoint, token);
    (call.id, call.round) = (Some(person), round);
    Record::read(graph.get(&call).await, |_| Ok(Outsider {}))
}
