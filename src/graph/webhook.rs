//! A webhook request as Meta sends it: who signed it, and what is in it. What customers wrote is measured, never kept.

mod event;
mod http;
mod payload;
mod receiver;
mod sight;

use serde::{Deserialize, Serialize};

pub use event::{Channel, Duty, Event, Holds, Kind, Note, Part};
pub use http::Request;
pub use payload::{Payload, Problem};
pub use receiver::{
    Arrival, Delivery, Expected, Handshake, Listen, ListenError, Receiver, ReceiverError, Refusal,
    What,
};
pub use sight::Sight;

use crate::model::vocabulary;
use crate::secret::Secret;

/// The header with the signature.
pub const SIGNATURE: &str = "x-hub-signature-256";
/// The one that came before it, which proves too little.
pub const OLD_SIGNATURE: &str = "x-hub-signature";

vocabulary! {
    /// Whose secret it is.
    Signer {
        /// The Meta app.
        App = "app",
        /// The Instagram app, which has a secret of its own.
        InstagramApp = "instagram-app",
    }
}

vocabulary! {
    /// How a signature stands.
    Standing {
        /// Meta signed these bytes with a secret that we hold.
        Right = "right",
        /// No secret that we hold gives it.
        Wrong = "wrong",
        /// It is no such signature.
        Malformed = "malformed",
        /// There is none.
        Absent = "absent",
        /// We hold no secret.
        Unchecked = "unchecked",
    }
}

vocabulary! {
    /// What was done to the body, where a secret would be right without it.
    Altered {
        /// A line break stands at its end.
        LineBreak = "line-break",
        /// Letters stand where Meta wrote `\u00e1`: it was read and written anew.
        Unescaped = "unescaped",
    }
}

/// What is to be said of a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signature {
    /// How it stands.
    pub standing: Standing,
    /// Whose secret gives it.
    pub signer: Option<Signer>,
    /// What was done to the body, if that alone makes it wrong.
    pub altered: Option<Altered>,
    /// The secrets that were tried.
    pub tried: Vec<Signer>,
    /// Only the old header is there.
    pub only_old: bool,
}

impl Signature {
    /// Judges a request by the secrets that are held.
    #[must_use]
    pub fn judge(request: &Request, secrets: &[(Signer, Secret)]) -> Self {
        let mut told = Self {
            standing: Standing::Unchecked,
            signer: None,
            altered: None,
            tried: secrets.iter().map(|(signer, _)| *signer).collect(),
            only_old: false,
        };
        let Some(header) = request.header(SIGNATURE) else {
            told.standing = Standing::Absent;
            told.only_old = request.header(OLD_SIGNATURE).is_some();
            return told;
        };
        let Some(given) = bytes(header) else {
            told.standing = Standing::Malformed;
            return told;
        };
        if secrets.is_empty() {
            return told;
        }
        let by = |body: &[u8]| {
            let right = |(_, secret): &&(Signer, Secret)| secret.has_signed(body, &given);
            secrets.iter().find(right).map(|(signer, _)| *signer)
        };
        told.signer = by(&request.body);
        told.standing = Standing::Right;
        if told.signer.is_none() {
            told.standing = Standing::Wrong;
            let found = altered(&request.body).find_map(|(how, body)| Some((how, by(&body)?)));
            (told.altered, told.signer) = (found.map(|it| it.0), found.map(|it| it.1));
        }
        told
    }
}

/// The 32 bytes that the digits behind `sha256=` stand for.
fn bytes(header: &str) -> Option<Vec<u8>> {
    let digits = header.trim().strip_prefix("sha256=")?.as_bytes();
    let value = |digit: u8| char::from(digit).to_digit(16);
    let byte = |pair: &[u8]| match pair {
        [high, low] => u8::try_from(value(*high)? * 16 + value(*low)?).ok(),
        _ => None,
    };
    let bytes: Vec<u8> = digits.chunks(2).map(byte).collect::<Option<_>>()?;
    (bytes.len() == 32).then_some(bytes)
}

/// What the body may have been before somebody saved it.
fn altered(body: &[u8]) -> impl Iterator<Item = (Altered, Vec<u8>)> {
    let bare = body
        .strip_suffix(b"\n")
        .map(|bare| bare.strip_suffix(b"\r").unwrap_or(bare));
    let bare = bare.map(<[u8]>::to_vec);
    let inner = bare.clone().unwrap_or_else(|| body.to_vec());
    let escaped = std::str::from_utf8(&inner)
        .ok()
        .filter(|text| !text.is_ascii())
        .map(escape);
    let line_break = bare.map(|body| (Altered::LineBreak, body));
    let unescaped = escaped.map(|body| (Altered::Unescaped, body.into_bytes()));
    line_break.into_iter().chain(unescaped)
}

/// Letters beyond ASCII as Meta writes them.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
            continue;
        }
        let mut units = [0; 2];
        for unit in c.encode_utf16(&mut units) {
            out.push_str(&format!("\\u{unit:04x}"));
        }
    }
    out
}
