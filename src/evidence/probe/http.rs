//! One HTTP exchange over a connection that stands already.

use std::error::Error as _;
use std::io;
use std::time::Instant;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::header::{CONTENT_LENGTH, HOST, HeaderMap, TRANSFER_ENCODING, USER_AGENT};
use hyper::{Method, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};

use super::{ANSWER, Place, Problem, Step, Told, stage};

/// More of an answer than this is not read, unless the request says otherwise.
const BODY: usize = 256 * 1024;

/// A request to a probed place.
#[derive(Clone, Debug)]
pub struct Request {
    /// What it is for.
    pub step: Step,
    /// `GET` or `POST`.
    pub method: Method,
    /// Path and query.
    pub target: String,
    /// Headers beyond the usual ones.
    pub headers: Vec<(&'static str, String)>,
    /// Body of a `POST`.
    pub body: Vec<u8>,
    /// Bytes of the answer that are read.
    pub most: usize,
}

impl Request {
    /// A `GET`.
    #[must_use]
    pub fn get(step: Step, target: impl Into<String>) -> Self {
        Self {
            step,
            method: Method::GET,
            target: target.into(),
            headers: Vec::new(),
            body: Vec::new(),
            most: BODY,
        }
    }
}

/// The answer of a probed place.
#[derive(Clone, Debug)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Address that a redirect leads to.
    pub location: Option<String>,
    /// It is a page for people.
    pub html: bool,
    /// It asks for a login.
    pub wants_login: bool,
    /// The body, up to a limit.
    pub body: Vec<u8>,
    /// There is more of it than anybody reads.
    pub endless: bool,
    /// Milliseconds from request to answer.
    pub ms: u64,
}

impl Reply {
    /// Whether a server in front says that it misses a client certificate. Some let the handshake pass and say so only here.
    pub(super) fn misses_certificate(&self) -> bool {
        // nginx, Kong, Apache.
        let texts = [
            "No required SSL certificate was sent",
            "No required TLS certificate was sent",
            "Cannot perform Post-Handshake Authentication",
        ];
        let body = String::from_utf8_lossy(&self.body);
        match self.status {
            495 | 496 => true,
            400..=403 => texts.iter().any(|text| body.contains(text)),
            _ => false,
        }
    }
}

/// Why there is no answer.
pub(super) enum Fault {
    Slow,
    Broken,
}

impl Fault {
    pub(super) const fn problem(&self) -> Problem {
        match self {
            Self::Slow => Problem::Slow,
            Self::Broken => Problem::Reset,
        }
    }
}

/// Sends a request and reads the answer, within the time that Meta waits.
pub(super) async fn exchange<S>(
    stream: S,
    place: &Place,
    request: &Request,
    told: &mut Told,
) -> Result<(), Fault>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let clock = Instant::now();
    let answer = tokio::time::timeout(ANSWER, talk(stream, place, request)).await;
    let http = stage(request.step, clock);
    let ms = http.ms;
    told.stages.push(http);
    let (status, headers, (body, endless)) =
        answer.map_err(|_| Fault::Slow)?.ok_or(Fault::Broken)?;
    let text = |name: &str| {
        headers
            .get(name)
            .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    told.reply = Some(Reply {
        status: status.as_u16(),
        location: text("location"),
        html: text("content-type").is_some_and(|kind| kind.starts_with("text/html"))
            || is_html(&body),
        // The second is how Cloudflare says that it wants to see a browser first.
        wants_login: headers.contains_key("www-authenticate")
            || text("cf-mitigated").is_some_and(|how| how == "challenge"),
        body,
        endless,
        ms,
    });
    Ok(())
}

/// A page for people, whatever the headers call it.
fn is_html(body: &[u8]) -> bool {
    let start = body.trim_ascii_start();
    ["<!doctype html", "<html"].iter().any(|tag| {
        start
            .get(..tag.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
    })
}

async fn talk<S>(
    stream: S,
    place: &Place,
    request: &Request,
) -> Option<(StatusCode, HeaderMap, (Vec<u8>, bool))>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .ok()?;
    let host = place.url.port().map_or_else(
        || place.url.host_str().unwrap_or_default().to_owned(),
        |port| format!("{}:{port}", place.url.host_str().unwrap_or_default()),
    );
    let mut builder = hyper::Request::builder()
        .method(request.method.clone())
        .uri(&request.target)
        .header(HOST, host)
        .header(USER_AGENT, concat!("igdoctor/", env!("CARGO_PKG_VERSION")));
    for (name, value) in &request.headers {
        builder = builder.header(*name, value);
    }
    let outgoing = builder
        .body(Full::new(Bytes::from(request.body.clone())))
        .ok()?;
    let exchange = async {
        let response = sender.send_request(outgoing).await.ok()?;
        let (head, body) = response.into_parts();
        let sized = [CONTENT_LENGTH, TRANSFER_ENCODING]
            .iter()
            .any(|name| head.headers.contains_key(name));
        Some((
            head.status,
            head.headers,
            beginning(body, sized, request.most).await?,
        ))
    };
    // The connection is driven here, beside the exchange, so that nothing of it outlives the probe.
    tokio::pin!(exchange, connection);
    tokio::select! {
        answer = &mut exchange => answer,
        _ = &mut connection => exchange.await,
    }
}

/// The beginning of a body, and whether it goes on beyond what anybody reads. `None` where it breaks off.
async fn beginning(mut body: Incoming, sized: bool, most: usize) -> Option<(Vec<u8>, bool)> {
    let mut kept = Vec::new();
    while let Some(frame) = body.frame().await {
        match frame {
            Ok(frame) => {
                if let Ok(data) = frame.into_data() {
                    kept.extend_from_slice(&data);
                }
            }
            // Where nothing told its size, many servers end a body by closing the connection without the farewell of TLS.
            Err(error) if !sized && ended_bluntly(&error) => break,
            Err(_) => return None,
        }
        if kept.len() > most {
            kept.truncate(most);
            return Some((kept, true));
        }
    }
    Some((kept, false))
}

fn ended_bluntly(error: &hyper::Error) -> bool {
    let cause = error
        .source()
        .and_then(|cause| cause.downcast_ref::<io::Error>());
    cause.is_some_and(|cause| cause.kind() == io::ErrorKind::UnexpectedEof)
}
