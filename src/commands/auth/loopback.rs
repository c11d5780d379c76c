//! A server of our own for the one answer of a login, where the app lets the browser end on this machine.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Html;
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use crate::commands::ending::Ending;
use crate::commands::signals::interrupted;
use crate::graph::oauth::{self, ReturnError, Returned};
use crate::speech::{error, of_errors};

/// So long a person may take to log in.
const PATIENCE: Duration = Duration::from_secs(10 * 60);

/// A port of this machine that waits for the browser.
#[derive(Debug)]
pub(super) struct Loopback {
    listener: std::net::TcpListener,
}

/// What the server hands on.
type Answers = mpsc::Sender<Result<Returned, ReturnError>>;

impl Loopback {
    /// Takes the port; 0 takes any free one.
    pub fn open(port: u16) -> Result<Self> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| error("error-loopback-port", &[("port", &port)]))?;
        listener.set_nonblocking(true)?;
        Ok(Self { listener })
    }

    /// Where the browser is to end; the app must list exactly this.
    pub fn address(&self) -> Result<url::Url> {
        let port = self.listener.local_addr()?.port();
        Ok(format!("http://localhost:{port}/").parse()?)
    }

    /// Waits until the browser comes back with the answer to this login. What bears no or another mark is turned away, and waited on.
    pub fn wait(self, state: &str) -> Result<Result<Returned, ReturnError>> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let (answers, mut came) = mpsc::channel(1);
            let shared = Arc::new((state.to_owned(), answers));
            let routes = Router::new().fallback(receive).with_state(shared);
            let listener = TcpListener::from_std(self.listener)?;
            let serving = async { axum::serve(listener, routes).await };
            tokio::select! {
                answer = came.recv() => answer.with_context(|| error("error-loopback-ended", &[])),
                _ = serving => bail!(error("error-loopback-failed", &[])),
                () = tokio::time::sleep(PATIENCE) => {
                    let minutes = PATIENCE.as_secs() / 60;
                    Err(Ending::refused(error("error-loopback-patience", &[("minutes", &minutes)])))
                },
                () = interrupted() => Err(Ending::interrupted(error("error-interrupted-not-stored", &[]))),
            }
        })
    }
}

/// One visit of the browser.
async fn receive(
    State(shared): State<Arc<(String, Answers)>>,
    uri: Uri,
) -> (StatusCode, Html<String>) {
    let (state, answers) = shared.as_ref();
    let address = uri.to_string();
    // Browsers ask for icons as well, and anybody can send a forged answer here, a refusal too.
    let is_ours = address.contains(state.as_str());
    match oauth::read(&address, state) {
        _ if !is_ours => (StatusCode::BAD_REQUEST, page("login-page-other")),
        Err(ReturnError::Unrecognized | ReturnError::MissingState | ReturnError::WrongState) => {
            (StatusCode::BAD_REQUEST, page("login-page-other"))
        }
        answer => {
            // The first answer counts; a second one finds nobody waiting.
            let _ = answers.send(answer).await;
            (StatusCode::OK, page("login-page-done"))
        }
    }
}

/// The page at which the browser ends.
fn page(key: &str) -> Html<String> {
    let language = of_errors();
    let says = error(key, &[]);
    Html(format!(
        "<!DOCTYPE html><html lang={language}><meta charset=utf-8><title>igdoctor</title><p>{says}"
    ))
}
