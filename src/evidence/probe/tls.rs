//! The certificate of a probed address: is it trusted, for how long, and if not, why not.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rustls::client::ResolvesClientCert;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::sign::CertifiedKey;
use rustls::{
    AlertDescription, CertificateError, ClientConfig, DigitallySignedStruct, RootCertStore,
    SignatureScheme,
};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::{Place, Problem, Rules};

/// A certificate that ends within this many days is worth a warning.
const SOON: i64 = 14;
const DAY: u64 = 24 * 60 * 60;

/// A connection with a trusted certificate.
pub(super) struct Secured {
    pub stream: TlsStream<TcpStream>,
    pub days_left: Option<i64>,
    pub wants_client_certificate: bool,
}

/// Makes a connection secure and looks at the certificate.
pub(super) async fn connect(
    stream: TcpStream,
    place: &Place,
    rules: &Rules,
) -> Result<Secured, Problem> {
    let provider = Arc::new(ring::default_provider());
    let witness = Arc::new(Witness {
        inner: verifier(rules, &provider)?,
        seen: Mutex::default(),
    });
    let asked = Arc::new(Asked(AtomicBool::new(false)));
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| Problem::Other)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::clone(&witness) as Arc<dyn ServerCertVerifier>)
        .with_client_cert_resolver(Arc::clone(&asked) as Arc<dyn ResolvesClientCert>);
    let host = place
        .url
        .host_str()
        .unwrap_or_default()
        .trim_matches(['[', ']'])
        .to_owned();
    let name = ServerName::try_from(host).map_err(|_| Problem::WrongName)?;
    match TlsConnector::from(Arc::new(config))
        .connect(name.clone(), stream)
        .await
    {
        Ok(stream) => {
            let chain = stream.get_ref().1.peer_certificates().unwrap_or_default();
            let days_left = days_left(&witness.inner, chain, &name);
            Ok(Secured {
                stream,
                days_left,
                wants_client_certificate: asked.0.load(Ordering::Relaxed),
            })
        }
        Err(error) => Err(problem(&error, &witness, asked.0.load(Ordering::Relaxed))),
    }
}

/// Trust in the machine's own roots, or in the one that the sandbox gave.
fn verifier(
    rules: &Rules,
    provider: &Arc<CryptoProvider>,
) -> Result<Arc<dyn ServerCertVerifier>, Problem> {
    match &rules.roots {
        Some(root) => trusting(root, provider).ok_or(Problem::Other),
        None => rustls_platform_verifier::Verifier::new(Arc::clone(provider))
            .map(|verifier| Arc::new(verifier) as Arc<dyn ServerCertVerifier>)
            .map_err(|_| Problem::NoCaCertificates),
    }
}

/// Trust in one root alone.
fn trusting(
    root: &CertificateDer<'static>,
    provider: &Arc<CryptoProvider>,
) -> Option<Arc<dyn ServerCertVerifier>> {
    let mut roots = RootCertStore::empty();
    roots.add(root.clone()).ok()?;
    let verifier =
        WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(provider))
            .build()
            .ok()?;
    Some(verifier)
}

/// Whole days until a trusted chain is no longer valid, if that is soon: it is simply verified as of those days.
fn days_left(
    verifier: &Arc<dyn ServerCertVerifier>,
    chain: &[CertificateDer<'_>],
    name: &ServerName<'_>,
) -> Option<i64> {
    let (end, intermediates) = chain.split_first()?;
    let valid_in = |days: i64| {
        let later = UnixTime::now().as_secs() + DAY * days.unsigned_abs();
        verifier
            .verify_server_cert(
                end,
                intermediates,
                name,
                &[],
                UnixTime::since_unix_epoch(Duration::from_secs(later)),
            )
            .is_ok()
    };
    (1..=SOON)
        .find(|days| !valid_in(*days))
        .map(|days| days - 1)
}

/// What a failed handshake means.
fn problem(error: &std::io::Error, witness: &Witness, wants_client_certificate: bool) -> Problem {
    let inner = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match inner {
        Some(rustls::Error::InvalidCertificate(fault)) => match fault {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => Problem::Expired,
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                Problem::NotYetValid
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                Problem::WrongName
            }
            _ if witness.signs_itself() => Problem::SelfSigned,
            CertificateError::UnknownIssuer if witness.came_alone() => Problem::IncompleteChain,
            // The second where another authority has the name of one that is known.
            CertificateError::UnknownIssuer | CertificateError::BadSignature => {
                Problem::UnknownIssuer
            }
            _ => Problem::Other,
        },
        // Whatever answers there, it is not TLS.
        Some(rustls::Error::InvalidMessage(_)) => Problem::NotHttps,
        Some(rustls::Error::AlertReceived(_)) if wants_client_certificate => {
            Problem::ClientCertificate
        }
        Some(
            rustls::Error::AlertReceived(AlertDescription::ProtocolVersion)
            | rustls::Error::PeerIncompatible(_),
        ) => Problem::OldProtocol,
        // So says also who has no certificate for the name, as Cloudflare does.
        Some(rustls::Error::AlertReceived(
            AlertDescription::HandshakeFailure
            | AlertDescription::InsufficientSecurity
            | AlertDescription::UnrecognisedName,
        )) => Problem::HandshakeRefused,
        Some(_) => Problem::Other,
        None if wants_client_certificate => Problem::ClientCertificate,
        None => Problem::Reset,
    }
}

/// Verifies as the inner verifier does, and keeps what it was shown.
#[derive(Debug)]
struct Witness {
    inner: Arc<dyn ServerCertVerifier>,
    /// The server's own certificate, and whether it came without any other.
    seen: Mutex<Option<(CertificateDer<'static>, bool)>>,
}

impl Witness {
    fn seen(&self) -> Option<(CertificateDer<'static>, bool)> {
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Whether the server sent no certificate of an authority along.
    fn came_alone(&self) -> bool {
        self.seen().is_some_and(|(_, alone)| alone)
    }

    /// Whether the certificate names itself as its issuer: its name then stands in it twice.
    fn signs_itself(&self) -> bool {
        let Some((certificate, _)) = self.seen() else {
            return false;
        };
        let mut roots = RootCertStore::empty();
        if roots.add(certificate.clone()).is_err() {
            return false;
        }
        let stands_twice = |name: &[u8]| {
            let places = certificate.windows(name.len().max(1));
            places.filter(|place| *place == name).count() > 1
        };
        roots
            .roots
            .first()
            .is_some_and(|anchor| stands_twice(&anchor.subject))
    }
}

impl ServerCertVerifier for Witness {
    fn verify_server_cert(
        &self,
        end: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((end.clone().into_owned(), intermediates.is_empty()));
        self.inner
            .verify_server_cert(end, intermediates, name, ocsp, now)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.inner.verify_tls12_signature(message, cert, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.inner.verify_tls13_signature(message, cert, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.inner.supported_verify_schemes()
    }
}

/// Has no client certificate, and remembers whether one was asked for.
#[derive(Debug)]
struct Asked(AtomicBool);

impl ResolvesClientCert for Asked {
    fn resolve(&self, _hints: &[&[u8]], _schemes: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        self.0.store(true, Ordering::Relaxed);
        None
    }

    fn has_certs(&self) -> bool {
        true
    }
}
