//! One HTTP exchange with Meta: the client, its limits, and what its errors mean. Nothing here knows what is asked.

use std::error::Error as _;
use std::time::Duration;

use reqwest::header::HeaderMap;

use super::error::{Trouble, TroubleKind};

/// Longest time until a connection stands.
const CONNECT: Duration = Duration::from_secs(5);
/// Longest time for one request.
const REQUEST: Duration = Duration::from_secs(15);
/// Largest body that is read.
const BODY: usize = 2 * 1024 * 1024;

/// What forms are sent as.
pub(super) const FORM: &str = "application/x-www-form-urlencoded";

/// A whole answer.
pub(super) struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

/// Builds the client. Redirects are not followed: a token must not travel on, and a redirect from Graph is an error.
///
/// `no_roots` is the sandbox's way to be a machine without certificates.
pub(super) fn client(no_roots: bool, proxy: bool) -> Result<reqwest::Client, Trouble> {
    let no_certificates = || {
        Trouble::new(
            TroubleKind::NoCaCertificates,
            "no CA certificates on this machine",
        )
    };
    if no_roots {
        return Err(no_certificates());
    }
    // The provider may already be installed by an earlier client of this process.
    drop(rustls::crypto::ring::default_provider().install_default());
    let mut builder = reqwest::Client::builder()
        .connect_timeout(CONNECT)
        .timeout(REQUEST)
        .redirect(reqwest::redirect::Policy::none())
        .user_agent(concat!("igdoctor/", env!("CARGO_PKG_VERSION")));
    if !proxy {
        builder = builder.no_proxy();
    }
    builder.build().map_err(|error| {
        let text = chain(&error.without_url());
        if text.contains("CA certificates") {
            no_certificates()
        } else {
            Trouble::new(TroubleKind::Unreachable, text)
        }
    })
}

/// Sends a request and reads its answer, within the limits.
pub(super) async fn send(request: reqwest::RequestBuilder) -> Result<Answer, Trouble> {
    let mut response = request.send().await.map_err(trouble)?;
    let status = response.status().as_u16();
    let headers = response.headers().clone();
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(trouble)? {
        if body.len() + chunk.len() > BODY {
            return Err(Trouble::new(
                TroubleKind::Unreadable,
                format!("the answer is larger than {} MiB", BODY >> 20),
            ));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Answer {
        status,
        headers,
        body,
    })
}

/// Errors of the HTTP client, without the address: it may hold secrets.
fn trouble(error: reqwest::Error) -> Trouble {
    let error = error.without_url();
    let kind = if error.is_timeout() {
        TroubleKind::TimeLimit
    } else if error.is_body() || error.is_decode() {
        TroubleKind::Unreadable
    } else {
        TroubleKind::Unreachable
    };
    Trouble::new(kind, chain(&error))
}

/// An error with its causes on one line; a cause that its parent already tells is left out.
fn chain(error: &reqwest::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let inner_text = inner.to_string();
        if !text.contains(&inner_text) {
            text = format!("{text}: {inner_text}");
        }
        cause = inner.source();
    }
    text
}
