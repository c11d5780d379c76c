//! `issuer`: which app issued the token, where its secret is not known. A refusal means nothing.

use serde::{Deserialize, Serialize};

use super::{Record, decode};
use crate::graph::{Call, Graph, endpoints};
use crate::secret::Secret;

/// An app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issuer {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
}

/// Asks for the app behind the token.
pub async fn ask(graph: &Graph, token: &Secret) -> Record<Issuer> {
    Record::read(
        graph.get(&Call::new(&endpoints::ISSUER, token)).await,
        decode,
    )
}
