//! Parameters as addresses and forms carry them.

use url::form_urlencoded;

/// All parameters, in order.
pub(super) fn pairs(text: &[u8]) -> impl Iterator<Item = (String, String)> + '_ {
    form_urlencoded::parse(text).into_owned()
}

/// The first parameter of this name.
pub(super) fn value(query: Option<&str>, name: &str) -> Option<String> {
    pairs(query?.as_bytes())
        .find(|(known, _)| known == name)
        .map(|(_, value)| value)
}
