//! Certificates of one run: an authority that lives as long as the sandbox, and what it signs, right or wrong.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa,
    KeyPair, KeyUsagePurpose, date_time_ymd,
};
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::server::danger::ClientCertVerifier;
use rustls::{RootCertStore, ServerConfig};

use super::server::SandboxError;
use super::world::Callback;

const DAY: u64 = 24 * 60 * 60;
/// Life of a certificate with nothing wrong about it, in days: far from any warning.
const LONG: i64 = 365;

/// An authority that nobody knows but who asked the sandbox for it.
pub(super) struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    /// Makes a new one.
    pub fn new() -> Result<Self, SandboxError> {
        let mut params = named("igdoctor sandbox authority", &[])?;
        signs(&mut params);
        Ok(Self(CertifiedIssuer::self_signed(
            params,
            KeyPair::generate()?,
        )?))
    }

    /// One below it, which nobody knows who was not told of it.
    fn below(&self) -> Result<CertifiedIssuer<'static, KeyPair>, SandboxError> {
        let mut params = named("igdoctor sandbox authority below", &[])?;
        signs(&mut params);
        let key = KeyPair::generate()?;
        Ok(CertifiedIssuer::signed_by(params, key, &self.0)?)
    }

    /// Its own certificate.
    pub fn der(&self) -> CertificateDer<'static> {
        self.0.as_ref().der().clone()
    }

    /// The same as text.
    pub fn pem(&self) -> String {
        self.0.as_ref().pem()
    }

    /// How the callback server presents itself.
    pub fn config(&self, callback: Callback) -> Result<ServerConfig, SandboxError> {
        let names: &[&str] = if callback == Callback::WrongName {
            &["example.org"]
        } else {
            &["localhost", "127.0.0.1", "::1"]
        };
        let mut params = named("igdoctor sandbox callback", names)?;
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        end_in(
            &mut params,
            match callback {
                Callback::Expired => -3,
                Callback::Expiring(days) => days,
                _ => LONG,
            },
        );
        let key = KeyPair::generate()?;
        let certificate = match callback {
            Callback::SelfSigned => params.self_signed(&key)?,
            Callback::IncompleteChain => {
                let below = self.below()?;
                params.signed_by(&key, &below)?
            }
            _ => params.signed_by(&key, &self.0)?,
        };
        let builder =
            ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
                .with_safe_default_protocol_versions()?;
        let builder = match callback {
            Callback::ClientCertificate => builder.with_client_cert_verifier(self.verifier()?),
            _ => builder.with_no_client_auth(),
        };
        Ok(builder.with_single_cert(
            vec![certificate.der().clone()],
            PrivatePkcs8KeyDer::from(key.serialize_der()).into(),
        )?)
    }

    /// Demands a client certificate of this authority, which nobody has.
    fn verifier(&self) -> Result<Arc<dyn ClientCertVerifier>, SandboxError> {
        let mut roots = RootCertStore::empty();
        roots.add(self.der())?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider)
            .build()
            .map_err(|error| rustls::Error::General(error.to_string()).into())
    }
}

fn named(name: &str, hosts: &[&str]) -> Result<CertificateParams, SandboxError> {
    let mut params = CertificateParams::new(
        hosts
            .iter()
            .map(|host| (*host).to_owned())
            .collect::<Vec<_>>(),
    )?;
    params.distinguished_name.push(DnType::CommonName, name);
    Ok(params)
}

/// Makes it the certificate of an authority.
fn signs(params: &mut CertificateParams) {
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    end_in(params, LONG);
}

/// Ends a certificate in this many days and a half, so that whole days are counted right all day long.
fn end_in(params: &mut CertificateParams, days: i64) {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let distance = Duration::from_secs(DAY * days.unsigned_abs());
    let end = if days < 0 {
        now.saturating_sub(distance)
    } else {
        now + distance
    };
    params.not_after = date_time_ymd(1970, 1, 1) + end + Duration::from_secs(DAY / 2);
}
