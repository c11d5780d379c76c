//! HAR 1.2: the exchanges of a run as a file that browsers and support tools open. Secrets are gone before they get here.

use std::cell::RefCell;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use url::Url;

use super::call::Param;
use super::error::Trouble;
use super::http::Answer;
use super::redact::Redactor;

/// When an exchange began, and how long it took.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    pub started: DateTime<Utc>,
    pub ms: u64,
}

/// The exchanges of a run.
#[derive(Default)]
pub struct Har {
    entries: RefCell<Vec<Value>>,
}

impl std::fmt::Debug for Har {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Har({} entries)", self.entries.borrow().len())
    }
}

impl Har {
    /// Records an exchange, without the secrets that the redactor knows or recognizes.
    pub(super) fn record(
        &self,
        redactor: &Redactor,
        url: &Url,
        query: &[(&str, Param)],
        moment: Moment,
        sent: Result<&Answer, &Trouble>,
    ) {
        let clean = |text: &str| redactor.text(text);
        let query: Vec<(String, String)> = query
            .iter()
            .map(|(name, value)| ((*name).to_owned(), clean(value.shown())))
            .collect();
        let mut shown = url.clone();
        shown.query_pairs_mut().extend_pairs(&query);
        let pair = |(name, value): &(String, String)| json!({"name": name, "value": value});
        let headers: Vec<Value> = sent
            .iter()
            .flat_map(|answer| &answer.headers)
            .map(|(name, value)| json!({"name": name.as_str(), "value": clean(&String::from_utf8_lossy(value.as_bytes()))}))
            .collect();
        let body = sent
            .map(|answer| clean_body(redactor, &answer.body))
            .unwrap_or_default();
        let size = sent.map_or(0, |answer| answer.body.len());
        let mut entry = json!({
            "startedDateTime": moment.started.to_rfc3339_opts(SecondsFormat::Millis, true),
            "time": moment.ms,
            "request": {
                "method": "GET", "url": clean(shown.as_str()), "httpVersion": "HTTP/1.1", "cookies": [],
                "headers": [{"name": "authorization", "value": "Bearer REDACTED"}],
                "queryString": query.iter().map(pair).collect::<Vec<_>>(),
                "headersSize": -1, "bodySize": 0,
            },
            "response": {
                "status": sent.map_or(0, |answer| answer.status), "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [],
                "headers": headers,
                "content": {"size": size, "mimeType": "application/json", "text": body},
                "redirectURL": "", "headersSize": -1, "bodySize": size,
            },
            "cache": {},
            "timings": {"send": 0, "wait": moment.ms, "receive": 0},
        });
        if let Err(trouble) = sent {
            entry["response"]["_error"] = trouble.detail.clone().into();
        }
        self.entries.borrow_mut().push(entry);
    }

    /// The whole log, in the order in which answers came.
    #[must_use]
    pub fn document(&self) -> Value {
        json!({"log": {
            "version": "1.2",
            "creator": {"name": "igdoctor", "version": env!("CARGO_PKG_VERSION")},
            "entries": *self.entries.borrow(),
        }})
    }
}

/// A body without secrets; one that is not JSON is cleaned as text.
fn clean_body(redactor: &Redactor, body: &[u8]) -> String {
    match serde_json::from_slice::<Value>(body) {
        Ok(value) => redactor.json(&value).to_string(),
        Err(_) => redactor.text(&String::from_utf8_lossy(body)),
    }
}
