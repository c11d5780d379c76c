//! HAR 1.2: the exchanges of a run as a file that browsers and support tools open. Secrets are gone before they get here.

use std::cell::RefCell;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use url::Url;

use super::call::Param;
use super::endpoints::Method;
use super::error::Trouble;
use super::http::{Answer, FORM};
use super::redact::Redactor;

/// What was asked, when, and how long it took.
pub(super) struct Asked<'a> {
    pub method: Method,
    pub url: &'a Url,
    pub params: &'a [(&'a str, Param)],
    /// A token went along in the header.
    pub bearer: bool,
    /// What was answered is nobody's business.
    pub private: bool,
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
        asked: &Asked<'_>,
        sent: Result<&Answer, &Trouble>,
    ) {
        let clean = |text: &str| redactor.text(text);
        let params: Vec<Value> = asked
            .params
            .iter()
            .map(|(name, value)| json!({"name": name, "value": clean(value.shown())}))
            .collect();
        let form = asked.method == Method::Post;
        let mut shown = asked.url.clone();
        if !form {
            let pairs = asked.params.iter();
            shown
                .query_pairs_mut()
                .extend_pairs(pairs.map(|(name, value)| (name, clean(value.shown()))));
        }
        let headers: Vec<Value> = sent
            .iter()
            .flat_map(|answer| &answer.headers)
            .map(|(name, value)| json!({"name": name.as_str(), "value": clean(&String::from_utf8_lossy(value.as_bytes()))}))
            .collect();
        let body = sent
            .ok()
            .filter(|_| !asked.private)
            .map(|answer| clean_body(redactor, &answer.body))
            .unwrap_or_default();
        let size = sent.map_or(0, |answer| answer.body.len());
        let mut entry = json!({
            "startedDateTime": asked.started.to_rfc3339_opts(SecondsFormat::Millis, true),
            "time": asked.ms,
            "request": {
                "method": asked.method.name(), "url": clean(shown.as_str()), "httpVersion": "HTTP/1.1", "cookies": [],
                "headers": [], "queryString": [],
                "headersSize": -1, "bodySize": if form { -1 } else { 0 },
            },
            "response": {
                "status": sent.map_or(0, |answer| answer.status), "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [],
                "headers": headers,
                "content": {"size": size, "mimeType": "application/json", "text": body},
                "redirectURL": "", "headersSize": -1, "bodySize": size,
            },
            "cache": {},
            "timings": {"send": 0, "wait": asked.ms, "receive": 0},
        });
        if asked.bearer {
            entry["request"]["headers"] =
                json!([{"name": "authorization", "value": "Bearer REDACTED"}]);
        }
        if form {
            entry["request"]["postData"] = json!({"mimeType": FORM, "params": params, "text": ""});
        } else {
            entry["request"]["queryString"] = params.into();
        }
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
