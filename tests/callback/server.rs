//! A server on this machine, with a certificate of an authority of its own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, KeyUsagePurpose,
    date_time_ymd,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{
    RootCertStore, ServerConfig, ServerConnection, StreamOwned, SupportedProtocolVersion,
};

/// A root that the probe is told to trust, and one below it that signs for servers.
pub struct Authority {
    root: CertifiedIssuer<'static, KeyPair>,
    below: CertifiedIssuer<'static, KeyPair>,
}

/// How a server's certificate is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certificate {
    Good,
    Expired,
    NotYetValid,
    EndsIn(u64),
    WrongName,
    SelfSigned,
    /// As `openssl req -x509` makes it: an authority of its own.
    OwnAuthority,
    /// The one below the root is not sent.
    WithoutChain,
    /// The whole chain, of a root that nobody knows.
    OfAnother,
}

fn authority(name: &str) -> CertificateParams {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params
        .distinguished_name
        .push(rcgen::DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    params
}

impl Authority {
    pub fn new() -> Self {
        let key = || KeyPair::generate().unwrap();
        static ROOTS: AtomicU32 = AtomicU32::new(0);
        let name = format!("root {}", ROOTS.fetch_add(1, Ordering::Relaxed));
        let root = CertifiedIssuer::self_signed(authority(&name), key()).unwrap();
        let below = CertifiedIssuer::signed_by(authority("below"), key(), &root).unwrap();
        Self { root, below }
    }

    pub fn pem(&self) -> String {
        self.root.as_ref().pem()
    }

    pub fn der(&self) -> CertificateDer<'static> {
        self.root.as_ref().der().clone()
    }

    pub fn config(&self, kind: Certificate) -> ServerConfig {
        let (chain, key) = self.signed(kind);
        ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap()
    }

    /// A certificate with what is sent along, and its key.
    fn signed(&self, kind: Certificate) -> (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>) {
        let other = Self::new_if(kind == Certificate::OfAnother);
        let signer = other.as_ref().unwrap_or(self);
        let names = if kind == Certificate::WrongName {
            vec!["other.example.com".to_owned()]
        } else {
            ["localhost", "127.0.0.1", "::1", "inbox.example.com"]
                .map(str::to_owned)
                .to_vec()
        };
        let mut params = CertificateParams::new(names).unwrap();
        let days = |days: u64| Duration::from_secs(days * 24 * 60 * 60);
        let now = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap();
        let day = |since: Duration| date_time_ymd(1970, 1, 1) + since;
        params.not_before = day(now - days(30));
        params.not_after = day(now + days(300));
        match kind {
            Certificate::Expired => params.not_after = day(now - days(1)),
            Certificate::NotYetValid => params.not_before = day(now + days(1)),
            // Half a day more, so that whole days are counted right all day long.
            Certificate::EndsIn(left) => params.not_after = day(now + days(left) + days(1) / 2),
            Certificate::OwnAuthority => params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained),
            _ => {}
        }
        let key = KeyPair::generate().unwrap();
        let certificate = match kind {
            Certificate::SelfSigned | Certificate::OwnAuthority => params.self_signed(&key),
            _ => params.signed_by(&key, &signer.below),
        }
        .unwrap();
        let mut chain = vec![certificate.der().clone()];
        if kind != Certificate::WithoutChain {
            chain.push(signer.below.as_ref().der().clone());
        }
        (chain, PrivatePkcs8KeyDer::from(key.serialize_der()).into())
    }

    /// A good server of one version of TLS, which demands a client certificate of this authority.
    pub fn demanding(&self, version: &'static SupportedProtocolVersion) -> ServerConfig {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut roots = RootCertStore::empty();
        roots.add(self.der()).unwrap();
        let clients = WebPkiClientVerifier::builder_with_provider(roots.into(), provider.clone());
        let (chain, key) = self.signed(Certificate::Good);
        ServerConfig::builder_with_provider(provider)
            .with_protocol_versions(&[version])
            .unwrap()
            .with_client_cert_verifier(clients.build().unwrap())
            .with_single_cert(chain, key)
            .unwrap()
    }

    fn new_if(needed: bool) -> Option<Self> {
        needed.then(Self::new)
    }
}

/// A running server. Its threads end with the test program.
pub struct Server {
    pub host: &'static str,
    pub port: u16,
    connections: Arc<AtomicU32>,
}

pub trait Stream: Read + Write {}
impl<S: Read + Write> Stream for S {}

impl Server {
    /// Serves securely. `answer` gets the request line with the headers, and the connection to write to.
    pub fn start(
        authority: &Authority,
        kind: Certificate,
        answer: impl Fn(&str, &mut dyn Stream) + Send + Sync + 'static,
    ) -> Self {
        let config = Arc::new(authority.config(kind));
        Self::raw("localhost", move |stream| {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut secured = BufReader::new(StreamOwned::new(connection, stream));
            if let Some(request) = read(&mut secured) {
                answer(&request, secured.get_mut());
            }
        })
    }

    /// Whatever is done with a connection as it comes.
    pub fn raw(host: &'static str, talk: impl Fn(TcpStream) + Send + Sync + 'static) -> Self {
        let address = if host == "[::1]" {
            "[::1]:0"
        } else {
            "127.0.0.1:0"
        };
        let listener = TcpListener::bind(address).unwrap();
        let port = listener.local_addr().unwrap().port();
        let connections = Arc::new(AtomicU32::new(0));
        let (talk, count) = (Arc::new(talk), Arc::clone(&connections));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                count.fetch_add(1, Ordering::Relaxed);
                let talk = Arc::clone(&talk);
                std::thread::spawn(move || talk(stream.unwrap()));
            }
        });
        Self {
            host,
            port,
            connections,
        }
    }

    /// Nothing listens at its port any more.
    pub fn closed() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        Self {
            host: "localhost",
            port: listener.local_addr().unwrap().port(),
            connections: Arc::default(),
        }
    }

    /// How often somebody connected.
    pub fn connections(&self) -> u32 {
        self.connections.load(Ordering::Relaxed)
    }
}

/// A request: its head, and the body that its length tells.
fn read(stream: &mut impl BufRead) -> Option<String> {
    let mut text = String::new();
    loop {
        let before = text.len();
        if stream.read_line(&mut text).ok()? == 0 {
            return None;
        }
        if &text[before..] == "\r\n" {
            break;
        }
    }
    let length = text
        .lines()
        .find_map(|line| {
            line.to_ascii_lowercase()
                .strip_prefix("content-length: ")?
                .parse()
                .ok()
        })
        .unwrap_or(0);
    let mut body = vec![0; length];
    stream.read_exact(&mut body).ok()?;
    Some(text + &String::from_utf8(body).unwrap())
}

/// An answer with a body of a told size.
pub fn reply(stream: &mut dyn Stream, status: &str, headers: &str, body: &str) {
    let length = body.len();
    // The probe may be gone already; that is its own affair.
    let _ = write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    );
    let _ = stream.flush();
}

/// A value of the query.
pub fn query(request: &str, name: &str) -> String {
    let target = request.split(' ').nth(1).unwrap();
    let url = url::Url::parse(&format!("https://localhost{target}")).unwrap();
    let found = url.query_pairs().find(|(key, _)| key == name);
    found
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

/// As Meta wants it.
pub fn good(request: &str, stream: &mut dyn Stream) {
    if query(request, "hub.verify_token") == "right" {
        reply(stream, "200 OK", "", &query(request, "hub.challenge"));
    } else {
        reply(stream, "403 Forbidden", "", "");
    }
}
