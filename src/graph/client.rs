//! Making a call: credentials, proof, retries, dropped fields, limits and notes.

use std::cell::{Cell, OnceCell, RefCell};
use std::time::{Duration, Instant};

use backon::{BackoffBuilder, ExponentialBuilder};
use chrono::Utc;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use serde_json::Value;
use url::{Url, form_urlencoded};

use super::call::{Call, Exchange, Param, Settings};
use super::endpoints::{Endpoint, Method};
use super::error::{CallNote, Failure, GraphError, Trouble, TroubleKind};
use super::har::{Asked, Har};
use super::http;
use super::redact::Redactor;
use super::usage::{USAGE_LIMIT, Usage};
use crate::catalog::ErrorClass;
use crate::model::{Flow, milliseconds};
use crate::secret::Secret;

/// Tries of a call whose failure is transient, the first included.
const TRIES: usize = 3;
/// Conversations calls are at least this far apart: Meta allows two per second and account (graph-api 8).
const CONVERSATIONS_APART: Duration = Duration::from_millis(500);

/// Meta, as one run sees it.
#[derive(Debug)]
pub struct Graph {
    pub(super) settings: Settings,
    http: OnceCell<Result<reqwest::Client, Trouble>>,
    /// Knows the secrets of this run.
    pub redactor: Redactor,
    /// Exchanges, if recorded.
    pub har: Har,
    calls: Cell<u32>,
    rounds: Cell<u32>,
    usage: Cell<Usage>,
    version: RefCell<Option<String>>,
    conversations: Cell<Option<Instant>>,
}

impl Graph {
    /// Opens no connection yet; that happens with the first call.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        let redactor = Redactor::default();
        if let Some(secret) = &settings.proof_secret {
            redactor.learn(secret);
        }
        Self {
            settings,
            http: OnceCell::new(),
            redactor,
            har: Har::default(),
            calls: Cell::default(),
            rounds: Cell::default(),
            usage: Cell::default(),
            version: RefCell::default(),
            conversations: Cell::default(),
        }
    }

    /// HTTP exchanges so far.
    #[must_use]
    pub const fn calls(&self) -> u32 {
        self.calls.get()
    }

    /// Longest chain of calls that waited for each other.
    #[must_use]
    pub const fn rounds(&self) -> u32 {
        self.rounds.get()
    }

    /// `facebook-api-version` of the answers.
    #[must_use]
    pub fn version_answered(&self) -> Option<String> {
        self.version.borrow().clone()
    }

    /// Highest percentage that a usage header told.
    #[must_use]
    pub fn usage_percent(&self) -> u64 {
        self.usage.get().percent
    }

    /// Whether Meta's limits are so near that optional questions should not be asked.
    #[must_use]
    pub fn usage_is_high(&self) -> bool {
        self.usage_percent() > USAGE_LIMIT
    }

    /// The flow that tokens belong to.
    #[must_use]
    pub const fn flow(&self) -> Flow {
        self.settings.flow
    }

    /// Makes a read call: tried again where that can help, without a field that Meta refuses.
    pub async fn get(&self, call: &Call<'_>) -> Exchange {
        let mut notes = Vec::new();
        let mut left_out: Option<&'static str> = None;
        let mut pauses = self.pauses();
        loop {
            let result = self.once(call, left_out, &mut notes).await;
            let Err(failure) = &result else {
                return Exchange {
                    result,
                    notes,
                    left_out,
                };
            };
            if left_out.is_none()
                && let Some(field) = refused_field(call.endpoint, failure)
            {
                left_out = Some(field);
                continue;
            }
            match pauses
                .next()
                .filter(|_| self.may_pass(failure, notes.last()))
            {
                Some(pause) => tokio::time::sleep(pause).await,
                None => {
                    return Exchange {
                        result,
                        notes,
                        left_out,
                    };
                }
            }
        }
    }

    /// Makes a call that must not be made twice: whatever comes of it, it is not tried again.
    pub(super) async fn only_once(&self, call: &Call<'_>) -> Result<Value, Failure> {
        self.once(call, None, &mut Vec::new()).await
    }

    /// One try of a call.
    async fn once(
        &self,
        call: &Call<'_>,
        left_out: Option<&str>,
        notes: &mut Vec<CallNote>,
    ) -> Result<Value, Failure> {
        let url = self.url(call);
        let mut query: Vec<(&str, Param)> = call.params.clone();
        query.extend(
            call.endpoint
                .params
                .iter()
                .map(|(name, value)| (*name, Param::Open((*value).to_owned()))),
        );
        let fields: Vec<&str> = call
            .endpoint
            .fields
            .iter()
            .chain(call.endpoint.optional)
            .copied()
            .filter(|f| Some(*f) != left_out)
            .collect();
        if !fields.is_empty() {
            query.push(("fields", Param::Open(fields.join(","))));
        }
        if call.sign
            && let Some(proof) = self.proof(call)
        {
            query.push(("appsecret_proof", Param::Hidden(proof)));
        }
        self.exchange(call, url, &query, notes).await
    }

    /// One HTTP exchange, with its note and its record.
    async fn exchange(
        &self,
        call: &Call<'_>,
        url: Url,
        query: &[(&str, Param)],
        notes: &mut Vec<CallNote>,
    ) -> Result<Value, Failure> {
        let http = self
            .http
            .get_or_init(|| http::client(self.settings.no_roots, !self.is_loopback()))
            .as_ref();
        let http = http.map_err(|trouble| Failure::Unreachable(trouble.clone()))?;
        self.keep_apart(call).await;
        let pairs: Vec<(&str, &str)> = query
            .iter()
            .map(|(name, value)| (*name, value.expose()))
            .collect();
        let mut request = match call.endpoint.method {
            Method::Get => http.get(url.clone()).query(&pairs),
            Method::Delete => http.delete(url.clone()).query(&pairs),
            Method::Post => http
                .post(url.clone())
                .header(CONTENT_TYPE, http::FORM)
                .body(
                    form_urlencoded::Serializer::new(String::new())
                        .extend_pairs(&pairs)
                        .finish(),
                ),
        };
        if let Some(token) = call.token {
            request = request.header(AUTHORIZATION, bearer(token)?);
            self.redactor.learn(token);
        }
        for (_, value) in query {
            if let Param::Hidden(secret) = value {
                self.redactor.learn(secret);
            }
        }
        self.calls.set(self.calls.get() + 1);
        self.rounds.set(self.rounds.get().max(call.round));
        let (started, clock) = (Utc::now(), Instant::now());
        let sent = http::send(request).await;
        let ms = milliseconds(clock);
        let mut note = CallNote {
            call: format!("{} {}", call.endpoint.method.name(), call.endpoint.path),
            ms,
            ..CallNote::default()
        };
        if self.settings.record {
            let asked = Asked {
                method: call.endpoint.method,
                url: &url,
                params: query,
                bearer: call.token.is_some(),
                private: call.endpoint.private,
                started,
                ms,
            };
            self.har.record(&self.redactor, &asked, sent.as_ref());
        }
        let result = sent.map_err(Failure::Unreachable).and_then(|answer| {
            note.http_status = Some(answer.status);
            self.read(call, &answer)
        });
        if let Err(Failure::Refused(error)) = &result {
            (note.code, note.subcode, note.trace) =
                (Some(error.code), error.subcode, error.trace.clone());
        }
        notes.push(note);
        result
    }

    /// What an answer says, and what its headers tell.
    fn read(&self, call: &Call<'_>, answer: &http::Answer) -> Result<Value, Failure> {
        let usage = Usage::read(&answer.headers);
        if usage.percent > self.usage.get().percent {
            self.usage.set(usage);
        }
        if let Some(version) = answer
            .headers
            .get("facebook-api-version")
            .and_then(|text| text.to_str().ok())
        {
            self.version.replace(Some(
                version
                    .chars()
                    .filter(|c| c.is_ascii_graphic())
                    .take(16)
                    .collect(),
            ));
        }
        let unreadable =
            |what: String| Failure::Unreachable(Trouble::new(TroubleKind::Unreadable, what));
        let status = answer.status;
        if (300..400).contains(&status) {
            return Err(unreadable(format!(
                "HTTP {status}: a redirect, which Graph never gives"
            )));
        }
        let body: Value = match serde_json::from_slice(&answer.body) {
            Ok(body) => body,
            Err(error) => {
                return Err(unreadable(format!(
                    "HTTP {status}: the answer is not JSON ({error})"
                )));
            }
        };
        if let Some(mut error) = GraphError::parse(status, &body) {
            error.message = self.redactor.text(&error.message);
            error.app_credentials = call.app_credentials;
            error.wait_minutes = usage.wait_minutes;
            return Err(Failure::Refused(error));
        }
        if !(200..300).contains(&status) {
            return Err(unreadable(format!(
                "HTTP {status} without an error that Graph would give"
            )));
        }
        if !body.is_object() {
            return Err(unreadable("the answer is JSON, but no object".to_owned()));
        }
        Ok(body)
    }

    /// The proof that the caller knows the app's secret (graph-api 1.6).
    fn proof(&self, call: &Call<'_>) -> Option<Secret> {
        let secret = self
            .settings
            .proof_secret
            .as_ref()
            .filter(|_| !call.app_credentials)?;
        let proof = secret.sign(call.token?.expose().as_bytes());
        self.redactor.learn(&proof);
        Some(proof)
    }

    fn pauses(&self) -> impl Iterator<Item = Duration> + use<> {
        ExponentialBuilder::default()
            .with_min_delay(self.settings.pause)
            .with_factor(2.0)
            .with_jitter()
            .with_max_times(TRIES - 1)
            .build()
    }

    /// Whether a failure may be gone in a moment: Meta says so, or a server on the way failed.
    fn may_pass(&self, failure: &Failure, note: Option<&CallNote>) -> bool {
        match failure {
            Failure::Refused(error) => {
                error.class(self.settings.flow) == Some(ErrorClass::Transient)
            }
            Failure::Unreachable(_) => note
                .and_then(|note| note.http_status)
                .is_some_and(|status| status >= 500),
        }
    }

    async fn keep_apart(&self, call: &Call<'_>) {
        if !call.endpoint.path.ends_with("/conversations") {
            return;
        }
        if let Some(last) = self.conversations.get() {
            tokio::time::sleep(CONVERSATIONS_APART.saturating_sub(last.elapsed())).await;
        }
        self.conversations.set(Some(Instant::now()));
    }
}

/// The header that carries a token.
fn bearer(token: &Secret) -> Result<HeaderValue, Failure> {
    let mut bearer =
        HeaderValue::from_str(&format!("Bearer {}", token.expose())).map_err(|_| {
            Failure::Unreachable(Trouble::new(
                TroubleKind::Unreachable,
                "the token cannot be sent as a header",
            ))
        })?;
    bearer.set_sensitive(true);
    Ok(bearer)
}

/// The optional field that Meta does not know: `(#100) Tried accessing nonexisting field (X) on node type (Y)`.
fn refused_field(endpoint: &Endpoint, failure: &Failure) -> Option<&'static str> {
    let Failure::Refused(error) = failure else {
        return None;
    };
    let name = error
        .message
        .split_once("nonexisting field (")?
        .1
        .split_once(')')?
        .0;
    endpoint
        .optional
        .iter()
        .copied()
        .find(|field| field.split('{').next() == Some(name))
        .filter(|_| error.code == 100)
}
