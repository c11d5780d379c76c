//! What a token tells by its looks, before any call.

use crate::model::Flow;
use crate::secret::Secret;

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
