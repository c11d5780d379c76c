//! The sandbox itself: all its servers on one thread with a runtime of its own, which ends with it.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};

use rustls::pki_types::CertificateDer;
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use url::Url;

use super::signed_requests::DELETION;
use super::state::State;
use super::tls::Authority;
use super::world::World;
use super::{actor, callback, graph, listen, rocketchat};
use crate::speech::error;

/// Why a sandbox cannot start.
#[derive(Debug, thiserror::Error)]
pub enum SandboxError {
    /// A port or the thread could not be had.
    #[error("{}", error("error-sandbox-listen", &[("error", .0)]))]
    Io(#[from] io::Error),
    /// A certificate could not be made.
    #[error("{}", error("error-sandbox-certificate", &[("error", .0)]))]
    Certificate(#[from] rcgen::Error),
    /// TLS refuses a certificate.
    #[error("{}", error("error-sandbox-tls", &[("error", .0)]))]
    Tls(#[from] rustls::Error),
    /// An address of its own cannot be written.
    #[error("{}", error("error-sandbox-address", &[("error", .0)]))]
    Address(#[from] url::ParseError),
    /// Its thread ended before it was ready.
    #[error("{}", error("error-sandbox-ended", &[]))]
    Ended,
}

/// A running sandbox. Dropping it stops it.
#[derive(Debug)]
pub struct Sandbox {
    state: Arc<State>,
    places: Places,
    thread: Option<JoinHandle<()>>,
    stop: Option<oneshot::Sender<()>>,
}

/// Where the servers are, and whom to trust there.
#[derive(Debug)]
struct Places {
    graph: Url,
    callback: Url,
    platform: Option<Url>,
    ca_der: CertificateDer<'static>,
    ca_pem: String,
}

impl Sandbox {
    /// Starts a world on any free ports.
    ///
    /// # Errors
    /// When a port, a certificate or the thread cannot be had.
    pub fn start(world: World) -> Result<Self, SandboxError> {
        Self::start_on(world, 0)
    }

    /// Starts a world with its Graph API on a given port.
    ///
    /// # Errors
    /// When a port, a certificate or the thread cannot be had.
    pub fn start_on(world: World, port: u16) -> Result<Self, SandboxError> {
        let state = Arc::new(State::new(world));
        let (ready, told) = mpsc::channel();
        let (stop, stopped) = oneshot::channel();
        let shared = Arc::clone(&state);
        let thread = thread::Builder::new()
            .name("igdoctor-sandbox".to_owned())
            .spawn(move || run(shared, port, &ready, stopped))?;
        let places = told.recv().map_err(|_| SandboxError::Ended)??;
        Ok(Self {
            state,
            places,
            thread: Some(thread),
            stop: Some(stop),
        })
    }

    /// The Graph API, for `--graph-url`.
    #[must_use]
    pub fn graph_url(&self) -> Url {
        self.places.graph.clone()
    }

    /// The callback, whether it answers or not.
    #[must_use]
    pub fn callback_url(&self) -> Url {
        self.places.callback.clone()
    }

    /// The address for data deletion, beside the callback.
    #[must_use]
    pub fn data_deletion_url(&self) -> Url {
        let mut url = self.places.callback.clone();
        url.set_path(DELETION);
        url
    }

    /// The Rocket.Chat server, if the world has one.
    #[must_use]
    pub fn platform_url(&self) -> Option<Url> {
        self.places.platform.clone()
    }

    /// The authority that signed the callback's certificate. It is made anew for every run.
    #[must_use]
    pub fn ca_der(&self) -> CertificateDer<'static> {
        self.places.ca_der.clone()
    }

    /// The same as text.
    #[must_use]
    pub fn ca_pem(&self) -> String {
        self.places.ca_pem.clone()
    }

    /// Graph calls so far.
    #[must_use]
    pub fn calls(&self) -> u32 {
        u32::try_from(self.state.ledger().lines.len()).unwrap_or(u32::MAX)
    }

    /// Longest chain of Graph calls of which each arrived after the one before it was answered.
    #[must_use]
    pub fn rounds(&self) -> u32 {
        self.state.ledger().rounds
    }

    /// `GET /{path}` of every Graph call in order of arrival, without version and query.
    #[must_use]
    pub fn log(&self) -> Vec<String> {
        self.state.ledger().lines.clone()
    }

    /// The world as it is now.
    #[must_use]
    pub fn world(&self) -> World {
        self.state.world().clone()
    }

    /// Changes the world while it is served, as somebody does who acts on Meta's screens.
    pub fn change(&self, change: impl FnOnce(&mut World)) {
        change(&mut self.state.world());
    }

    /// Tells the word to the world's actor, and Meta who listens for webhooks.
    pub fn tell_word(&self, word: &str, listener: Option<SocketAddr>) {
        actor::tell(Arc::clone(&self.state), word.to_owned(), listener);
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // Nobody stops the thread, so this returns only if it panicked.
            let _ = thread.join();
        }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic over there was told there; here everything is over anyhow.
            let _ = thread.join();
        }
    }
}

/// The life of the thread: it opens the servers, tells where they are, and serves until the sandbox is dropped.
fn run(
    state: Arc<State>,
    port: u16,
    ready: &mpsc::Sender<Result<Places, SandboxError>>,
    stopped: oneshot::Receiver<()>,
) {
    let runtime = match Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return drop(ready.send(Err(error.into()))),
    };
    runtime.block_on(async {
        let (places, _held) = match open(state, port).await {
            Ok((places, held)) => (Ok(places), held),
            Err(error) => (Err(error), Vec::new()),
        };
        let opened = places.is_ok();
        if ready.send(places).is_ok() && opened {
            // The sender is dropped rather than used: either way it is over.
            let _ = stopped.await;
        }
    });
}

/// Opens all servers. Ports at which nothing listens are held beside them.
async fn open(
    state: Arc<State>,
    port: u16,
) -> Result<(Places, Vec<listen::ClosedPort>), SandboxError> {
    let (behavior, rocket) = {
        let world = state.world();
        (world.callback, world.rocket.clone())
    };
    let authority = Authority::new()?;
    let mut held = Vec::new();
    let callback = callback::open(behavior, &authority, Arc::clone(&state), &mut held).await?;
    let platform = match rocket {
        Some(rocket) => Some(rocketchat::open(rocket, &mut held).await?),
        None => None,
    };
    let graph = graph::open(state, callback.clone(), port).await?;
    Ok((
        Places {
            graph,
            callback,
            platform,
            ca_der: authority.der(),
            ca_pem: authority.pem(),
        },
        held,
    ))
}
