//! The one signature that Meta uses everywhere: for proofs of the app's secret and for events.
//! The sandbox computes it by itself, so that a fault in igdoctor's own does not cancel out.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Hex HMAC-SHA256 of a message under a secret (graph-api 1.6, 4.3).
pub(super) fn hmac_hex(secret: &str, message: &[u8]) -> String {
    // HMAC takes keys of any length, so there is always a signature.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else {
        return String::new();
    };
    mac.update(message);
    mac.finalize()
        .into_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
