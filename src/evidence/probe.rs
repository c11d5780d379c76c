//! Probing a public address directly, stage by stage: name, connection, certificate, answer.
//!
//! No proxy and no redirect: what counts is what Meta would meet. The name is resolved once, and the address that was checked is the one connected to.

mod http;
mod public;
mod resolve;
mod tls;

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};

use rustls::pki_types::CertificateDer;
use tokio::net::TcpStream;
use url::Url;

pub use http::{Reply, Request};
use public::is_public;
use resolve::{is_online, resolve};

use crate::graph::Stage;
use crate::model::{milliseconds, vocabulary};

/// Longest time until a connection stands.
const CONNECT: Duration = Duration::from_secs(5);
/// Meta waits this long for an answer (graph-api 4.4); nobody waits longer here.
pub(crate) const ANSWER: Duration = Duration::from_secs(5);

/// Whom to trust and what counts as public.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Addresses of this machine count as public: Meta itself is a sandbox on it.
    pub loopback_is_public: bool,
    /// Private addresses count as public.
    pub allow_private: bool,
    /// Trusted in place of the machine's own roots.
    pub roots: Option<CertificateDer<'static>>,
    /// Where these names lead, in place of what the machine's resolver says.
    pub names: Vec<(String, Vec<IpAddr>)>,
    /// Where Meta is. Whoever does not reach it directly is in no position to say that somebody else cannot be reached.
    pub meta: Option<Url>,
}

vocabulary! {
    /// A stage of a probe: on the way to the server, then one for each request.
    Step {
        /// The name is looked up.
        Dns = "dns",
        /// The address is one that Meta can reach.
        Address = "address",
        /// The connection is made.
        Tcp = "tcp",
        /// It is made secure.
        Tls = "tls",
        /// Any request.
        Http = "http",
        /// The handshake, with a verify token that nobody knows.
        Handshake = "handshake",
        /// The same with the right one.
        VerifyToken = "verify-token",
        /// A rightly signed event.
        SignedEvent = "signed-event",
        /// A wrongly signed one.
        ForgedEvent = "forged-event",
        /// A rightly signed request about a person.
        SignedRequest = "signed-request",
        /// A wrongly signed one.
        ForgedRequest = "forged-request",
    }
}

vocabulary! {
    /// Why an address does not answer as it should.
    Problem {
        /// The name does not exist.
        Dns = "dns",
        /// Nobody told where the name leads. It may exist.
        DnsUnanswered = "dns-unanswered",
        /// This machine does not reach Meta directly either.
        Offline = "offline",
        /// The address is not reachable from the internet.
        Private = "private",
        /// Meta calls https only.
        NotHttps = "not-https",
        /// Nothing listens there.
        Refused = "refused",
        /// No connection in time.
        Timeout = "timeout",
        /// The network knows no way there.
        NoRoute = "no-route",
        /// Only IPv6 leads there, and this machine has none.
        NoIpv6 = "no-ipv6",
        /// The connection broke.
        Reset = "reset",
        /// The certificate ended.
        Expired = "expired",
        /// The certificate is not yet valid.
        NotYetValid = "not-yet-valid",
        /// The certificate is for another name.
        WrongName = "wrong-name",
        /// Nobody known signed the certificate.
        UnknownIssuer = "unknown-issuer",
        /// The server sent its own certificate alone, and nobody known signed that one.
        IncompleteChain = "incomplete-chain",
        /// The certificate signs itself.
        SelfSigned = "self-signed",
        /// The server speaks no TLS that is still allowed.
        OldProtocol = "old-protocol",
        /// The server breaks off the handshake: it has no certificate for the name, or no encryption that suits.
        HandshakeRefused = "handshake-refused",
        /// Any other fault of TLS.
        Other = "other",
        /// The server wants a client certificate.
        ClientCertificate = "client-certificate",
        /// This machine has no certificates to trust anybody by.
        NoCaCertificates = "no-ca-certificates",
        /// No answer within Meta's five seconds.
        Slow = "slow",
    }
}

impl Problem {
    /// Whether it tells of this machine and its network, or of nobody: then nothing is known of the address.
    #[must_use]
    pub const fn tells_nothing(self) -> bool {
        matches!(
            self,
            Self::DnsUnanswered | Self::Offline | Self::NoIpv6 | Self::NoCaCertificates
        )
    }
}

/// A place whose name was resolved and whose address may be connected to.
#[derive(Clone, Debug)]
pub struct Place {
    /// The address as given.
    pub url: Url,
    /// Where it is.
    pub address: SocketAddr,
    /// It has no IPv4 address that Meta could reach.
    pub ipv6_only: bool,
    /// Time that resolving took.
    pub dns: Stage,
}

/// Why a place cannot be connected to.
#[derive(Clone, Debug)]
pub struct Lost {
    /// Where it ended.
    pub step: Step,
    /// Why.
    pub problem: Problem,
    /// The address that was refused.
    pub address: Option<IpAddr>,
    /// Time that resolving took.
    pub dns: Stage,
}

/// A stage with the time since its start.
fn stage(step: Step, since: Instant) -> Stage {
    Stage {
        name: step.to_string(),
        ms: milliseconds(since),
    }
}

/// Resolves an address, once, and refuses what Meta could never reach.
///
/// # Errors
/// When the name does not exist, or every address of it is private.
pub async fn find(url: &Url, rules: &Rules) -> Result<Place, Lost> {
    let clock = Instant::now();
    let resolved = resolve(url, rules).await;
    let dns = stage(Step::Dns, clock);
    let lost = |step, problem, address| Lost {
        step,
        problem,
        address,
        dns: dns.clone(),
    };
    let found = match resolved {
        Ok(found) => found,
        Err(problem) => {
            let problem = doubted(problem, rules).await;
            return Err(lost(Step::Dns, problem, None));
        }
    };
    let allowed: Vec<&SocketAddr> = found
        .iter()
        .filter(|address| {
            rules.allow_private
                || is_public(address.ip())
                || (rules.loopback_is_public && address.ip().is_loopback())
        })
        .collect();
    // IPv4 first: that is what Meta's servers are known to use.
    match allowed.iter().min_by_key(|address| address.is_ipv6()) {
        Some(address) => Ok(Place {
            url: url.clone(),
            address: **address,
            ipv6_only: address.is_ipv6(),
            dns,
        }),
        None => Err(lost(
            Step::Address,
            Problem::Private,
            found.first().map(SocketAddr::ip),
        )),
    }
}

/// The same problem, unless this machine reaches nobody: then it tells of this machine alone.
async fn doubted(problem: Problem, rules: &Rules) -> Problem {
    if problem.tells_nothing() || is_online(rules).await {
        problem
    } else {
        Problem::Offline
    }
}

/// What one request to a place told.
#[derive(Debug, Default)]
pub struct Told {
    /// The answer.
    pub reply: Option<Reply>,
    /// Why there is none, and where it ended.
    pub problem: Option<(Step, Problem)>,
    /// Whole days until the certificate ends, if it ends within a fortnight.
    pub days_left: Option<i64>,
    /// Stages, with their times.
    pub stages: Vec<Stage>,
}

/// Sends one request to a place, over a connection of its own.
pub async fn send(place: &Place, request: &Request, rules: &Rules) -> Told {
    let mut told = Told {
        stages: vec![place.dns.clone()],
        ..Told::default()
    };
    told.problem = attempt(place, request, rules, &mut told).await.err();
    told
}

async fn attempt(
    place: &Place,
    request: &Request,
    rules: &Rules,
    told: &mut Told,
) -> Result<(), (Step, Problem)> {
    let clock = Instant::now();
    let connected = tokio::time::timeout(CONNECT, TcpStream::connect(place.address)).await;
    told.stages.push(stage(Step::Tcp, clock));
    let connected = match connected {
        Err(_) => Err(Problem::Timeout),
        Ok(connected) => connected.map_err(|error| unconnected(&error, place)),
    };
    let stream = match connected {
        Ok(stream) => stream,
        Err(problem) => return Err((Step::Tcp, doubted(problem, rules).await)),
    };
    if place.url.scheme() != "https" {
        return http::exchange(stream, place, request, told)
            .await
            .map_err(|fault| (request.step, fault.problem()));
    }
    let clock = Instant::now();
    let secured = tokio::time::timeout(CONNECT, tls::connect(stream, place, rules)).await;
    told.stages.push(stage(Step::Tls, clock));
    let secured = secured
        .unwrap_or(Err(Problem::Timeout))
        .map_err(|problem| (Step::Tls, problem))?;
    told.days_left = secured.days_left;
    http::exchange(secured.stream, place, request, told)
        .await
        .map_err(|fault| match fault.problem() {
            // In TLS 1.3 a server refuses a missing client certificate only after the handshake.
            Problem::Reset if secured.wants_client_certificate => {
                (Step::Tls, Problem::ClientCertificate)
            }
            problem => (request.step, problem),
        })?;
    if told.reply.as_ref().is_some_and(Reply::misses_certificate) {
        told.reply = None;
        return Err((request.step, Problem::ClientCertificate));
    }
    Ok(())
}

/// What a connection that could not be made means.
fn unconnected(error: &io::Error, place: &Place) -> Problem {
    use io::ErrorKind::{
        AddrNotAvailable, ConnectionRefused, ConnectionReset, HostUnreachable, NetworkUnreachable,
        TimedOut,
    };
    match error.kind() {
        ConnectionRefused => Problem::Refused,
        ConnectionReset => Problem::Reset,
        TimedOut => Problem::Timeout,
        NetworkUnreachable | AddrNotAvailable if place.address.is_ipv6() => Problem::NoIpv6,
        NetworkUnreachable | HostUnreachable | AddrNotAvailable => Problem::NoRoute,
        _ => Problem::Other,
    }
}
