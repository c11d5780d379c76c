//! One request: what is answered, and what is told of it.

use std::borrow::Cow;
use std::convert::Infallible;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Body, Incoming};
use hyper::header::{ALLOW, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use hyper::{Method, StatusCode};
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::{Arrival, Delivery, Expected, Handshake, Refusal, What};
use crate::graph::webhook::sight::{Memory, look};
use crate::graph::webhook::{Request, Signature, Standing};

/// The largest body in bytes; Meta puts up to 1000 events into one.
const LARGEST: usize = 2 * 1024 * 1024;
/// So long a body may take; Meta itself waits 5 seconds for everything.
const PATIENCE: Duration = Duration::from_secs(5);
/// The longest challenge in bytes; Meta's have ten digits.
const CHALLENGE: usize = 256;

type Response = hyper::Response<Full<Bytes>>;

/// What all connections share.
#[derive(Debug)]
pub(super) struct Desk {
    pub expected: Expected,
    pub sender: mpsc::Sender<Arrival>,
    pub memory: Mutex<Memory>,
}

impl Desk {
    /// Answers a request. Nothing fails: what is no good is turned away.
    pub async fn answer(&self, request: hyper::Request<Incoming>) -> Result<Response, Infallible> {
        if request.method() == Method::POST {
            return Ok(self.post(request).await.unwrap_or_else(|(status, why)| {
                self.mention(What::Refused(why));
                empty(status)
            }));
        }
        if request.method() == Method::GET {
            let (answer, what) = self.handshake(request.uri().query().unwrap_or_default());
            self.mention(what);
            return Ok(answer);
        }
        self.mention(What::Refused(Refusal::Stray));
        let mut answer = empty(StatusCode::METHOD_NOT_ALLOWED);
        let allow = HeaderValue::from_static("GET, POST");
        answer.headers_mut().insert(ALLOW, allow);
        Ok(answer)
    }

    /// Tells of what anybody can send here. It must not fill the room that events need.
    fn mention(&self, what: What) {
        if self.sender.capacity() > self.sender.max_capacity() / 2 {
            let _ = self.sender.try_send(Arrival::now(what));
        }
    }

    /// Meta's question whether we are here (graph-api 4.2).
    fn handshake(&self, query: &str) -> (Response, What) {
        let value = |name: &str| -> Option<Cow<'_, str>> {
            let mut pairs = url::form_urlencoded::parse(query.as_bytes());
            pairs.find(|(key, _)| key == name).map(|(_, value)| value)
        };
        if value("hub.mode").as_deref() != Some("subscribe") {
            let refused = What::Refused(Refusal::Stray);
            return (empty(StatusCode::BAD_REQUEST), refused);
        }
        let given = value("hub.verify_token").unwrap_or_default();
        let is_right = self.expected.verify_token.as_ref().map(|token| {
            // Signatures rather than the tokens, so that the time that this takes tells nothing of them.
            token.has_signed(
                given.as_bytes(),
                &token.signature(token.expose().as_bytes()),
            )
        });
        let fits = |text: &Cow<'_, str>| {
            (1..=CHALLENGE).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_graphic())
        };
        let (answer, came) = match (is_right, value("hub.challenge").filter(fits)) {
            (None, _) => (empty(StatusCode::FORBIDDEN), Handshake::NoToken),
            (Some(false), _) => (empty(StatusCode::FORBIDDEN), Handshake::WrongToken),
            (Some(true), None) => (empty(StatusCode::BAD_REQUEST), Handshake::NoChallenge),
            (Some(true), Some(challenge)) => {
                let body = Bytes::from(challenge.into_owned());
                (respond(StatusCode::OK, body), Handshake::Answered)
            }
        };
        (answer, What::Handshake(came))
    }

    /// An event, or what passes itself off as one; then it is answered with a status, for a reason.
    async fn post(
        &self,
        request: hyper::Request<Incoming>,
    ) -> Result<Response, (StatusCode, Refusal)> {
        let (head, body) = request.into_parts();
        let body = whole(body).await?;
        let mut signed = Request {
            body: body.to_vec(),
            ..Request::default()
        };
        for (name, value) in &head.headers {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            signed.headers.push((name.as_str().to_owned(), value));
        }
        let signature = Signature::judge(&signed, &self.expected.secrets);
        match signature.standing {
            Standing::Right => {}
            Standing::Absent => {
                return Err((StatusCode::UNAUTHORIZED, Refusal::Signature(signature)));
            }
            Standing::Wrong | Standing::Malformed | Standing::Unchecked => {
                return Err((StatusCode::FORBIDDEN, Refusal::Signature(signature)));
            }
        }
        // Taken before the events are remembered: what finds no room is new when Meta repeats it.
        let Ok(place) = self.sender.try_reserve() else {
            return Ok(empty(StatusCode::SERVICE_UNAVAILABLE));
        };
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let code_word = self.expected.code_word.as_ref();
        let (payload, sights) = look(&body, code_word, &mut memory);
        let delivery = Delivery {
            signature,
            payload,
            sights,
            bytes: body.len(),
        };
        place.send(Arrival::now(What::Delivery(Box::new(delivery))));
        Ok(empty(StatusCode::OK))
    }
}

/// The body, if it comes whole, in time and within measure.
async fn whole(body: Incoming) -> Result<Bytes, (StatusCode, Refusal)> {
    let too_large = (StatusCode::PAYLOAD_TOO_LARGE, Refusal::TooLarge);
    if usize::try_from(body.size_hint().lower()).map_or(true, |told| told > LARGEST) {
        return Err(too_large);
    }
    match timeout(PATIENCE, Limited::new(body, LARGEST).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_large),
        Ok(Err(_)) => Err((StatusCode::BAD_REQUEST, Refusal::Incomplete)),
        Err(_) => Err((StatusCode::REQUEST_TIMEOUT, Refusal::Incomplete)),
    }
}

fn empty(status: StatusCode) -> Response {
    respond(status, Bytes::new())
}

/// What is answered is text, and no browser makes anything else of it.
fn respond(status: StatusCode, body: Bytes) -> Response {
    let mut answer = Response::new(Full::new(body));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    headers.insert(CONTENT_TYPE, text);
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    answer
}
