//! Secrets removed from whatever came from outside, before it is kept or written.
//!
//! Our own secrets never get that far: they are a type of their own. But Meta's answers hold tokens too (`access_token` of
//! `/me/accounts`, `paging.next`), and its error messages may repeat the one that was sent.

use std::cell::RefCell;

use serde_json::Value;
use url::Url;

use crate::secret::Secret;

/// What stands in the place of a secret.
const GONE: &str = "REDACTED";

/// Keys whose values are secrets, in JSON and in query strings.
const SECRET_KEYS: &[&str] = &[
    "access_token",
    "appsecret_proof",
    "client_secret",
    "fb_exchange_token",
    "hub.verify_token",
    "input_token",
    "verify_token",
];

/// Knows the secrets of a run and takes them out of text.
#[derive(Debug, Default)]
pub struct Redactor {
    known: RefCell<Vec<Secret>>,
}

impl Redactor {
    /// From now on, this secret is taken out wherever it stands.
    pub fn learn(&self, secret: &Secret) {
        self.known.borrow_mut().push(secret.clone());
    }

    /// The text without known secrets, without anything that looks like a token, and without secret query parameters.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        let mut clean = text.to_owned();
        for secret in self.known.borrow().iter() {
            clean = clean.replace(secret.expose(), GONE);
        }
        for key in SECRET_KEYS {
            clean = without_parameter(&clean, key);
        }
        without_tokens(&clean)
    }

    /// The JSON value without secrets: those under a secret key, and those inside any text.
    #[must_use]
    pub fn json(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(text)),
            Value::Array(list) => list.iter().map(|inner| self.json(inner)).collect(),
            Value::Object(object) => {
                let clean = |(key, inner): (&String, &Value)| {
                    let clean = match inner.as_str() {
                        Some(_) if SECRET_KEYS.contains(&key.as_str()) => GONE.into(),
                        Some(url) if key == "callback_url" => without_credentials(url).into(),
                        _ => self.json(inner),
                    };
                    (key.clone(), clean)
                };
                object.iter().map(clean).collect()
            }
            other => other.clone(),
        }
    }
}

/// An address without user, password and query: a callback's may hold keys of the platform.
fn without_credentials(address: &str) -> String {
    let Ok(mut url) = address.parse::<Url>() else {
        return GONE.to_owned();
    };
    // Both fail only for addresses that cannot have them.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    if url.query().is_some() {
        url.set_query(Some(GONE));
    }
    url.into()
}

/// Takes the value of `key=value` out of an address or a form.
fn without_parameter(text: &str, key: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(key) {
        let (before, found) = rest.split_at(at);
        let after = &found[key.len()..];
        clean.push_str(before);
        clean.push_str(key);
        let starts_a_word = before
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_ascii_alphanumeric() && c != '_');
        rest = match after.strip_prefix('=') {
            Some(value) if starts_a_word => {
                clean.push('=');
                clean.push_str(GONE);
                &value[value
                    .find(['&', ' ', '"', '#', '\n'])
                    .unwrap_or(value.len())..]
            }
            _ => after,
        };
    }
    clean.push_str(rest);
    clean
}

/// Takes out runs of characters that look like one of Meta's tokens.
fn without_tokens(text: &str) -> String {
    let part_of_token = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-' || c == '|';
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let word = &rest[..rest.find(|c| !part_of_token(c)).unwrap_or(rest.len())];
        let token = word.len() >= 16
            && (word.starts_with("EAA") || word.starts_with("IGAA") || word.starts_with("IGQ"));
        clean.push_str(if token { GONE } else { word });
        rest = &rest[word.len()..];
        if let Some(c) = rest.chars().next() {
            clean.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn tokens_disappear_from_keys_links_and_messages() {
        let redactor = Redactor::default();
        redactor.learn(&Secret::parse("odd-secret", "test").unwrap());
        let body = json!({
            "data": [{"id": "1", "access_token": "whatever"}],
            "paging": {"next": "https://graph.facebook.com/me?access_token=abc&after=x"},
            "error": {"message": "Malformed access token EAABsbCS1iHgBA0123456789", "code": 190},
            "note": "the odd-secret here",
        });
        let clean = redactor.json(&body).to_string();
        for secret in ["whatever", "=abc", "EAABsbCS", "odd-secret"] {
            assert!(!clean.contains(secret), "{secret} in {clean}");
        }
        assert!(
            clean.contains("after=x") && clean.contains(r#""code":190"#),
            "{clean}"
        );
    }

    #[test]
    fn ordinary_text_stays_as_it_is() {
        let text =
            "(#100) Tried accessing nonexisting field (error_code=5) on node type (Page) à côté";
        assert_eq!(Redactor::default().text(text), text);
    }
}
