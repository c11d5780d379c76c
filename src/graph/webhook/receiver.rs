//! A receiver for the webhooks of an app, for developers who let one lead to this machine. It believes only what is rightly signed.

mod answer;
mod listen;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use chrono::{DateTime, Utc};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::runtime::Builder;
use tokio::sync::{Semaphore, mpsc, oneshot};
use tokio::time::{sleep, timeout};

pub use listen::{Listen, ListenError};

use self::answer::Desk;
use super::event::Event;
use super::payload::Payload;
use super::sight::{Memory, Sight};
use super::{Signature, Signer};
use crate::graph::code_word::CodeWord;
use crate::model::vocabulary;
use crate::secret::Secret;
use crate::speech::error;

/// So many arrivals wait until somebody looks.
const WAITING: usize = 1024;
/// So many connections stand at the same time; what comes beyond is closed.
const CONNECTIONS: usize = 128;
/// So long the head of a request may take.
const HEAD: Duration = Duration::from_secs(5);
/// So long a connection may stand altogether; each is for one request.
const WHOLE: Duration = Duration::from_secs(20);
/// The largest head in bytes.
const LARGEST_HEAD: usize = 64 * 1024;
/// So long to wait where the machine has no connection left to give.
const BREATH: Duration = Duration::from_millis(100);

/// What is to come, and who may sign it.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The verify token that was entered at Meta. Without one, every handshake is refused: whoever answers all of them confirms a subscription that somebody else made.
    pub verify_token: Option<Secret>,
    /// The secrets that may sign, at least one.
    pub secrets: Vec<(Signer, Secret)>,
    /// The word of the message that is waited for.
    pub code_word: Option<CodeWord>,
}

/// Why nothing can be received.
#[derive(Debug, thiserror::Error)]
pub enum ReceiverError {
    /// No secret is held, so nothing that comes could be believed.
    #[error("{}", error("error-listen-no-secret", &[]))]
    NoSecret,
    /// Another program listens there.
    #[error("{}", error("error-listen-in-use", &[("address", .0)]))]
    InUse(SocketAddr),
    /// The address is not this machine's, or the port is not for everybody.
    #[error("{}", error("error-listen-refused", &[("address", .0), ("error", .1)]))]
    Refused(SocketAddr, io::Error),
    /// The thread could not be had.
    #[error("{}", error("error-listen-thread", &[("error", .0)]))]
    Thread(io::Error),
}

vocabulary! {
    /// What came of a handshake.
    Handshake {
        /// It was answered.
        Answered = "answered",
        /// It bears another verify token.
        WrongToken = "wrong-token",
        /// No verify token was given to us.
        NoToken = "no-token",
        /// There is no challenge that could be sent back.
        NoChallenge = "no-challenge",
    }
}

/// Why a request was turned away, beside its signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not signed, or wrongly.
    Signature(Signature),
    /// Its body is too large.
    TooLarge,
    /// Its body did not come in time, or not whole.
    Incomplete,
    /// It is neither an event nor a handshake: somebody looked by, or something else calls here.
    Stray,
}

/// Events that were rightly signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Who signed.
    pub signature: Signature,
    /// What came.
    pub payload: Payload,
    /// Of each event, in the same order.
    pub sights: Vec<Sight>,
    /// Bytes of the body.
    pub bytes: usize,
}

impl Delivery {
    /// The events, each with what else is known of it.
    pub fn events(&self) -> impl Iterator<Item = (&Event, Sight)> {
        self.payload.events.iter().zip(self.sights.iter().copied())
    }
}

/// What came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Meta, or somebody like it, made sure that we are here.
    Handshake(Handshake),
    /// Events.
    Delivery(Box<Delivery>),
    /// Something that was turned away.
    Refused(Refusal),
}

/// What came, and when it was all there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: What,
}

impl Arrival {
    fn now(what: What) -> Self {
        let at = Utc::now();
        Self { at, what }
    }
}

/// A receiver on a thread of its own, so that Meta is answered at once whatever its owner does meanwhile. Dropping it stops it.
#[derive(Debug)]
pub struct Receiver {
    address: SocketAddr,
    arrivals: mpsc::Receiver<Arrival>,
    thread: Option<JoinHandle<()>>,
    stop: Option<oneshot::Sender<()>>,
}

impl Receiver {
    /// Listens from now on.
    ///
    /// # Errors
    /// When no secret is held, or the place or a thread cannot be had.
    pub fn open(listen: Listen, expected: Expected) -> Result<Self, ReceiverError> {
        if expected.secrets.is_empty() {
            return Err(ReceiverError::NoSecret);
        }
        let refused = |error: io::Error| match error.kind() {
            io::ErrorKind::AddrInUse => ReceiverError::InUse(listen.0),
            _ => ReceiverError::Refused(listen.0, error),
        };
        let listener = TcpListener::bind(listen.0).map_err(refused)?;
        listener.set_nonblocking(true).map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(ReceiverError::Thread)?;
        let (sender, arrivals) = mpsc::channel(WAITING);
        let (stop, stopped) = oneshot::channel();
        let desk = Arc::new(Desk {
            expected,
            sender,
            memory: Mutex::new(Memory::default()),
        });
        let life = move || {
            runtime.block_on(async {
                tokio::select! {
                    // The sender is dropped rather than used: either way it is over.
                    _ = stopped => {}
                    _ = serve(listener, desk) => {}
                }
            });
        };
        let thread = thread::Builder::new()
            .name("igdoctor-receiver".to_owned())
            .spawn(life)
            .map_err(ReceiverError::Thread)?;
        Ok(Self {
            address,
            arrivals,
            thread: Some(thread),
            stop: Some(stop),
        })
    }

    /// Where it listens, with the port that it really has.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// What comes next; nothing once it has ended. Whoever stops waiting misses nothing.
    pub async fn next(&mut self) -> Option<Arrival> {
        self.arrivals.recv().await
    }

    /// What has come already.
    pub fn next_now(&mut self) -> Option<Arrival> {
        self.arrivals.try_recv().ok()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic over there was told there; here everything is over anyhow.
            let _ = thread.join();
        }
    }
}

/// Takes in connections, each on its own, so that a slow one holds up nobody.
async fn serve(listener: TcpListener, desk: Arc<Desk>) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            sleep(BREATH).await;
            continue;
        };
        let Ok(place) = Arc::clone(&room).try_acquire_owned() else {
            continue;
        };
        let desk = Arc::clone(&desk);
        tokio::spawn(async move {
            let service = service_fn(|request| desk.answer(request));
            let talk = http1::Builder::new()
                .timer(TokioTimer::new())
                .keep_alive(false)
                .max_buf_size(LARGEST_HEAD)
                .header_read_timeout(HEAD)
                .serve_connection(TokioIo::new(stream), service);
            // However a connection ends, it is over, and there is nobody to tell.
            let _ = timeout(WHOLE, talk).await;
            drop(place);
        });
    }
}
