//! What Graph says to a call: an answer or a refusal, with the headers and the envelope that Graph gives them.

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
use axum::http::{Response, StatusCode};
use axum::response::IntoResponse;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::cut::FirstHalf;

/// A refusal, in Graph's own terms (graph-api 9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// `error.code`; may be negative.
    pub code: i64,
    /// `error.error_subcode`.
    pub subcode: Option<i64>,
    /// `error.message`.
    pub message: String,
}

impl Refusal {
    /// A refusal without a subcode.
    pub fn new(status: u16, code: i64, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            subcode: None,
            message: message.into(),
        }
    }

    /// The same with a subcode.
    pub fn subcode(self, subcode: i64) -> Self {
        Self {
            subcode: Some(subcode),
            ..self
        }
    }

    /// A field or edge that a node does not have.
    pub fn nonexisting(name: &str, node: &str) -> Self {
        Self::new(
            400,
            100,
            format!("(#100) Tried accessing nonexisting field ({name}) on node type ({node})"),
        )
    }

    /// A parameter without which a call makes no sense.
    pub fn missing(parameter: &str) -> Self {
        Self::new(
            400,
            100,
            format!("(#100) The parameter {parameter} is required"),
        )
    }

    /// A node that does not exist, or must not be known to exist.
    pub fn no_such_object(id: &str) -> Self {
        let message = format!(
            "Unsupported get request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation"
        );
        Self::new(400, 100, message).subcode(33)
    }

    fn body(&self, path: &str) -> Value {
        let mut error =
            json!({ "message": self.message, "type": "OAuthException", "code": self.code });
        if let Some(subcode) = self.subcode {
            error["error_subcode"] = subcode.into();
        }
        // Meta calls its plain code 2 a passing fault (graph-api 9.1).
        error["is_transient"] = (self.code == 2 && self.subcode.is_none()).into();
        error["fbtrace_id"] = trace(&format!("{path} {} {:?}", self.code, self.subcode)).into();
        json!({ "error": error })
    }
}

/// A trace id that looks as random as Meta's, yet is the same for the same refusal: reports of a world can then be compared.
fn trace(seed: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let letter = |byte: &u8| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]);
    format!(
        "A{}",
        Sha256::digest(seed)
            .iter()
            .take(22)
            .map(letter)
            .collect::<String>()
    )
}

/// An answer on its way to the wire.
#[derive(Debug)]
pub(super) struct Answer {
    status: u16,
    content_type: &'static str,
    text: String,
    headers: Vec<(&'static str, String)>,
    cut: bool,
}

impl Answer {
    /// What came of a call to this path.
    pub fn new(result: Result<Value, Refusal>, path: &str) -> Self {
        let (status, body) = match result {
            Ok(body) => (200, body),
            Err(refusal) => (refusal.status, refusal.body(path)),
        };
        Self {
            content_type: "application/json; charset=UTF-8",
            ..Self::page(status, body.to_string())
        }
    }

    /// What the login of Instagram says, whose refusals are no `error` objects (graph-api 1.4).
    pub fn of_instagram_login(result: Result<Value, Refusal>) -> Self {
        match result {
            Err(refusal) => {
                let body = json!({ "error_type": "OAuthException", "code": refusal.code, "error_message": refusal.message });
                Self {
                    status: refusal.status,
                    ..Self::new(Ok(body), "")
                }
            }
            answered => Self::new(answered, ""),
        }
    }

    /// A page for people.
    pub fn page(status: u16, text: impl Into<String>) -> Self {
        Self {
            status,
            content_type: "text/html; charset=utf-8",
            text: text.into(),
            headers: Vec::new(),
            cut: false,
        }
    }

    /// Adds a header.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The body grows by this many bytes. JSON stays JSON.
    pub fn padded(mut self, bytes: usize) -> Self {
        self.text.push_str(&" ".repeat(bytes));
        self
    }

    /// A text in the body becomes half of a pair of code units. JSON stays JSON, though what it says is no text.
    pub fn with_half_pair(mut self, place: &str) -> Self {
        self.text = self.text.replace(place, "\\ud800");
        self
    }

    /// The body ends in the middle, though its whole length was promised.
    pub fn cut(mut self) -> Self {
        self.cut = true;
        self
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> axum::response::Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() =
            StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        for (name, value) in self.headers {
            // A version asked for in bytes that no header may hold is not repeated.
            if let Ok(value) = HeaderValue::from_str(&value) {
                headers.insert(HeaderName::from_static(name), value);
            }
        }
        let whole = Bytes::from(self.text);
        *response.body_mut() = if self.cut {
            headers.insert(CONTENT_LENGTH, whole.len().into());
            Body::new(FirstHalf::of(&whole))
        } else {
            Body::from(whole)
        };
        response
    }
}
