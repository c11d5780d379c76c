//! What can go wrong with a call: Meta refuses it, or no readable answer comes.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::catalog::{self, ErrorClass, Signature};
use crate::model::Flow;
use crate::speech::error;

/// Meta's own error: the `error` object of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GraphError {
    /// HTTP status of the answer.
    pub http_status: u16,
    /// `error.code`; may be negative.
    pub code: i64,
    /// `error.error_subcode`.
    pub subcode: Option<i64>,
    /// `error.message`, in the language of the token's owner, secrets removed.
    pub message: String,
    /// `error.fbtrace_id`, which Meta's support asks for.
    pub trace: Option<String>,
    /// `error.is_transient`.
    pub is_transient: bool,
    /// Minutes until calls are taken again, where a usage header told.
    pub wait_minutes: Option<i64>,
    /// The call was made with the app's own id and secret.
    pub app_credentials: bool,
}

impl GraphError {
    /// Reads an error envelope: Graph's `{"error":{…}}`, or the flat one of the Instagram OAuth addresses.
    #[must_use]
    pub fn parse(http_status: u16, body: &Value) -> Option<Self> {
        let number = |value: Option<&Value>| {
            value.and_then(|v| v.as_i64().or_else(|| v.as_str()?.parse().ok()))
        };
        let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
        let (error, message) = match body.get("error") {
            Some(error) if error.is_object() => (error, "message"),
            _ if body.get("error_type").is_some() => (body, "error_message"),
            _ => return None,
        };
        Some(Self {
            http_status,
            code: number(error.get("code"))?,
            subcode: number(error.get("error_subcode")).filter(|subcode| *subcode != 0),
            message: text(error.get(message)).unwrap_or_default(),
            trace: text(error.get("fbtrace_id")),
            is_transient: error
                .get("is_transient")
                .and_then(Value::as_bool)
                .unwrap_or(false),
            wait_minutes: None,
            app_credentials: false,
        })
    }

    /// What the catalog recognizes it by.
    #[must_use]
    pub fn signature(&self, flow: Flow) -> Signature<'_> {
        Signature {
            code: self.code,
            subcode: self.subcode,
            message: &self.message,
            flow,
            app_credentials: self.app_credentials,
        }
    }

    /// Its class; `is_transient` overrides the table, save for `-2/2534084`, which only looks like a time-out (graph-api 7.3).
    #[must_use]
    pub fn class(&self, flow: Flow) -> Option<ErrorClass> {
        let row = catalog::load()
            .ok()
            .and_then(|catalog| catalog.error(&self.signature(flow)));
        if self.is_transient && (self.code, self.subcode) != (-2, Some(2_534_084)) {
            return Some(ErrorClass::Transient);
        }
        row.map(|row| row.class)
    }
}

/// Why no readable answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TroubleKind {
    /// No connection, or it broke.
    Unreachable,
    /// An answer that is not Graph's: not JSON, a redirect, too large, pages without end.
    Unreadable,
    /// This machine has no certificates to trust anybody by.
    NoCaCertificates,
    /// One of the time limits ran out.
    TimeLimit,
}

impl TroubleKind {
    /// The cause that stands for it in a report.
    #[must_use]
    pub const fn cause(self) -> &'static str {
        match self {
            Self::Unreachable => "graph-unreachable",
            Self::Unreadable => "graph-unreadable",
            Self::NoCaCertificates => "no-ca-certificates",
            Self::TimeLimit => "time-limit",
        }
    }

    /// The key of its sentence for a person.
    const fn key(self) -> &'static str {
        match self {
            Self::Unreachable => "error-graph-unreachable",
            Self::Unreadable => "error-graph-unreadable",
            Self::NoCaCertificates => "error-graph-no-certificates",
            Self::TimeLimit => "error-graph-time-limit",
        }
    }
}

/// A call without a readable answer. `detail` is for support: English, without addresses or secrets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{detail}")]
pub struct Trouble {
    /// What kind of thing happened.
    pub kind: TroubleKind,
    /// What exactly.
    pub detail: String,
}

impl Trouble {
    pub(crate) fn new(kind: TroubleKind, detail: impl Into<String>) -> Self {
        Self {
            kind,
            detail: detail.into(),
        }
    }
}

/// Why a call gave no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Meta refused.
    #[error("{}", error("error-graph-refused", &[
        ("message", &.0.message),
        ("code", &.0.code),
        ("subcode", &.0.subcode.unwrap_or_default()),
    ]))]
    Refused(GraphError),
    /// No readable answer.
    #[error("{}", error(.0.kind.key(), &[("detail", &.0.detail)]))]
    Unreachable(Trouble),
}

/// One stage of a probe, with its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stage {
    /// `dns`, `tcp`, `tls`, `http`, …
    pub name: String,
    /// Milliseconds.
    pub ms: u64,
}

/// What is remembered of one HTTP exchange, for the report. No secret, no body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallNote {
    /// Method and path template: `GET /{page}/conversations`.
    pub call: String,
    /// Status of the answer, if one came.
    pub http_status: Option<u16>,
    /// Graph's code, if refused.
    pub code: Option<i64>,
    /// Graph's subcode, if refused.
    pub subcode: Option<i64>,
    /// Graph's trace id, if refused.
    pub trace: Option<String>,
    /// Stages, for probes.
    pub stages: Option<Vec<Stage>>,
    /// Milliseconds in all.
    pub ms: u64,
}
