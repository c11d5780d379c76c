//! What may be an id or an address, and how addresses are shown and kept.

use sha2::{Digest, Sha256};
use url::Url;

use crate::speech;

/// What people often write where an id belongs, and what they should write.
#[must_use]
pub fn id_hint() -> String {
    speech::error("error-id-hint", &[])
}

/// Whether text can stand in a path as the id of something at Meta.
#[must_use]
pub fn is_id(text: &str) -> bool {
    (1..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether an address is one of a web server.
#[must_use]
pub fn is_of_web_server(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.host_str().is_some()
}

/// An address as reports show it: without user, password and query, which may hold secrets.
#[must_use]
pub fn shown(url: &Url) -> String {
    let mut shown = url.clone();
    shown.set_query(None);
    shown.set_fragment(None);
    // Both fail only for addresses that cannot have them.
    let _ = shown.set_username("");
    let _ = shown.set_password(None);
    shown.to_string()
}

/// An address that can be kept: nobody's name and password, and of the query only a mark by which two of them can be compared.
#[must_use]
pub fn masked(url: &Url) -> Url {
    let mut masked = url.clone();
    let mark = url.query().map(|query| {
        let digest = Sha256::digest(query.as_bytes());
        digest
            .iter()
            .take(4)
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    });
    masked.set_query(mark.as_deref());
    masked.set_fragment(None);
    let _ = masked.set_username("");
    let _ = masked.set_password(None);
    masked
}
