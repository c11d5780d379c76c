//! What a token tells by its looks, before any call.

use serde::{Deserialize, Serialize};

use crate::model::Flow;
use crate::secret::Secret;

/// Whose token it is, in the facebook flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TokenKind {
    /// Of a Page.
    Page,
    /// Of a person or system user; Page tokens are derived from it.
    User,
}

/// The flow a token belongs to by its prefix: `EAA…` Facebook Login, `IG…` Instagram Login (graph-api 1.1). Other looks tell nothing.
#[must_use]
pub fn flow_of_token(token: &Secret) -> Option<Flow> {
    let text = token.expose();
    if text.starts_with("EAA") {
        Some(Flow::Facebook)
    } else if text.starts_with("IG") {
        Some(Flow::Instagram)
    } else {
        None
    }
}
