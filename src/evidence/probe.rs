//! Probing a public address directly, stage by stage: name, connection, certificate, answer.
//!
//! No proxy and no redirect: what counts is what Meta would meet. The name is resolved once, and the address that was checked is the one connected to.

mod http;
mod tls;

use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};

use rustls::pki_types::CertificateDer;
use tokio::net::TcpStream;
use url::Url;

pub use http::{Reply, Request};

use crate::graph::Stage;
use crate::model::{milliseconds, vocabulary};

/// Longest time until a connection stands.
const CONNECT: Duration = Duration::from_secs(5);
/// Meta waits this long for an answer (graph-api 4.4); nobody waits longer here.
const ANSWER: Duration = Duration::from_secs(5);

/// Whom to trust and what counts as public.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Addresses of this machine count as public: Meta itself is a sandbox on it.
    pub loopback_is_public: bool,
    /// Private addresses count as public.
    pub allow_private: bool,
    /// Trusted in place of the machine's own roots.
    pub roots: Option<CertificateDer<'static>>,
}

vocabulary! {
    /// Why an address does not answer as it should.
    Problem {
        /// The name does not exist.
        Dns = "dns",
        /// The address is not reachable from the internet.
        Private = "private",
        /// Meta calls https only.
        NotHttps = "not-https",
        /// Nothing listens there.
        Refused = "refused",
        /// No connection in time.
        Timeout = "timeout",
        /// The connection broke.
        Reset = "reset",
        /// The certificate ended.
        Expired = "expired",
        /// The certificate is not yet valid.
        NotYetValid = "not-yet-valid",
        /// The certificate is for another name.
        WrongName = "wrong-name",
        /// Nobody known signed the certificate, or the chain is not complete.
        UnknownIssuer = "unknown-issuer",
        /// The certificate signs itself.
        SelfSigned = "self-signed",
        /// The server speaks no TLS that is still allowed.
        OldProtocol = "old-protocol",
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

/// A place whose name was resolved and whose address may be connected to.
#[derive(Clone, Debug)]
pub struct Place {
    /// The address as given.
    pub url: Url,
    /// Where it is.
    pub address: SocketAddr,
    /// It has no IPv4 address.
    pub ipv6_only: bool,
    /// Time that resolving took.
    pub dns: Stage,
}

/// A stage with the time since its start.
fn stage(name: &str, since: Instant) -> Stage {
    Stage {
        name: name.to_owned(),
        ms: milliseconds(since),
    }
}

/// Resolves an address, once, and refuses what Meta could never reach. The address that was refused stands beside the problem.
///
/// # Errors
/// When the name does not exist, or every address of it is private.
pub async fn find(url: &Url, rules: &Rules) -> Result<Place, (Problem, Option<IpAddr>)> {
    let clock = Instant::now();
    let host = url
        .host_str()
        .unwrap_or_default()
        .trim_matches(['[', ']'])
        .to_owned();
    let port = url.port_or_known_default().unwrap_or(443);
    let lookup =
        tokio::time::timeout(CONNECT, tokio::net::lookup_host((host.as_str(), port))).await;
    let found: Vec<SocketAddr> = lookup
        .map_err(|_| (Problem::Dns, None))?
        .map_err(|_| (Problem::Dns, None))?
        .collect();
    let allowed = |address: &&SocketAddr| {
        rules.allow_private
            || is_public(address.ip())
            || (rules.loopback_is_public && address.ip().is_loopback())
    };
    // IPv4 first: that is what Meta's servers are known to use.
    let address = found
        .iter()
        .filter(allowed)
        .min_by_key(|address| address.is_ipv6());
    let Some(address) = address else {
        return Err((
            if found.is_empty() {
                Problem::Dns
            } else {
                Problem::Private
            },
            found.first().map(SocketAddr::ip),
        ));
    };
    Ok(Place {
        url: url.clone(),
        address: *address,
        ipv6_only: found.iter().all(SocketAddr::is_ipv6),
        dns: stage("dns", clock),
    })
}

/// Whether an address can be reached from the internet: not private, loopback, link-local, shared, reserved or multicast.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            let shared = a == 100 && (64..128).contains(&b);
            let special = v4.is_private()
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_broadcast()
                || v4.is_documentation()
                || v4.is_multicast();
            !(special
                || shared
                || a == 0
                || a >= 240
                || (a, b, c) == (192, 0, 0)
                || (a == 198 && (b == 18 || b == 19)))
        }
        IpAddr::V6(v6) => {
            if let Some(v4) = v6.to_ipv4_mapped() {
                return is_public(IpAddr::V4(v4));
            }
            let first = v6.segments()[0];
            let documentation = first == 0x2001 && v6.segments()[1] == 0x0db8;
            !(v6.is_loopback()
                || v6.is_unspecified()
                || v6.is_multicast()
                || documentation
                || first & 0xfe00 == 0xfc00
                || first & 0xffc0 == 0xfe80)
        }
    }
}

/// What one request to a place told.
#[derive(Debug, Default)]
pub struct Told {
    /// The answer.
    pub reply: Option<Reply>,
    /// Why there is none.
    pub problem: Option<Problem>,
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
    if let Err(problem) = attempt(place, request, rules, &mut told).await {
        told.problem = Some(problem);
    }
    told
}

async fn attempt(
    place: &Place,
    request: &Request,
    rules: &Rules,
    told: &mut Told,
) -> Result<(), Problem> {
    let clock = Instant::now();
    let connected = tokio::time::timeout(CONNECT, TcpStream::connect(place.address))
        .await
        .map_err(|_| Problem::Timeout)?;
    told.stages.push(stage("tcp", clock));
    let stream = connected.map_err(|error| match error.kind() {
        std::io::ErrorKind::ConnectionRefused => Problem::Refused,
        std::io::ErrorKind::ConnectionReset => Problem::Reset,
        _ => Problem::Timeout,
    })?;
    if place.url.scheme() != "https" {
        return http::exchange(stream, place, request, told)
            .await
            .map_err(|fault| fault.problem());
    }
    let clock = Instant::now();
    let secured = tokio::time::timeout(CONNECT, tls::connect(stream, place, rules))
        .await
        .map_err(|_| Problem::Timeout)?;
    told.stages.push(stage("tls", clock));
    let secured = secured?;
    told.days_left = secured.days_left;
    http::exchange(secured.stream, place, request, told)
        .await
        .map_err(|fault| match fault.problem() {
            // In TLS 1.3 a server refuses a missing client certificate only after the handshake.
            Problem::Reset if secured.wants_client_certificate => Problem::ClientCertificate,
            problem => problem,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_meta_cannot_reach_are_not_public() {
        let public = |text: &str| is_public(text.parse().unwrap());
        for private in [
            "10.1.2.3",
            "172.16.0.1",
            "192.168.0.10",
            "127.0.0.1",
            "169.254.1.1",
            "100.64.0.1",
            "0.0.0.0",
            "::1",
            "fd00::1",
            "fe80::1",
            "::ffff:10.0.0.1",
        ] {
            assert!(!public(private), "{private}");
        }
        for open in ["157.240.1.1", "8.8.8.8", "2a03:2880::1", "172.32.0.1"] {
            assert!(public(open), "{open}");
        }
    }
}
