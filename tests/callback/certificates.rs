//! The secure connection.

use std::io::{Read, Write};
use std::sync::Arc;

use rustls::{ServerConnection, StreamOwned};

use super::server::{Authority, Certificate, Server, good};
use super::{stages, told};

#[test]
fn a_good_server_passes_and_every_stage_is_timed() {
    let authority = Authority::new();
    let server = Server::start(&authority, Certificate::Good, good);
    let (verdict, check) = told(&server, &authority, Some("right"));
    assert_eq!(verdict, "pass");
    assert_eq!(
        stages(&check),
        ["dns", "tcp", "tls", "handshake", "verify-token"]
    );
}

#[test]
fn a_certificate_that_is_not_right_is_told_with_what_is_wrong() {
    let authority = Authority::new();
    for (kind, reason) in [
        (Certificate::Expired, "expired"),
        (Certificate::NotYetValid, "not-yet-valid"),
        (Certificate::WrongName, "wrong-name"),
        (Certificate::SelfSigned, "self-signed"),
        (Certificate::OwnAuthority, "self-signed"),
        (Certificate::WithoutChain, "incomplete-chain"),
        (Certificate::OfAnother, "unknown-issuer"),
    ] {
        let server = Server::start(&authority, kind, good);
        let (verdict, check) = told(&server, &authority, None);
        assert_eq!(verdict, format!("fail callback-tls-invalid tls {reason}"));
        assert_eq!(stages(&check), ["dns", "tcp", "tls"], "{kind:?}");
        let message = check["message"].as_str().unwrap();
        let slug = format!("wrong: {reason}.");
        assert!(!message.contains(&slug), "in words, not slugs: {message}");
    }
}

/// A fortnight is time enough to do something about it.
#[test]
fn a_certificate_that_ends_soon_is_a_warning() {
    let authority = Authority::new();
    for (days, expected) in [
        (14, "pass"),
        (13, "warn callback-certificate-expiring tls ends-soon"),
        (0, "warn callback-certificate-expiring tls ends-soon"),
    ] {
        let server = Server::start(&authority, Certificate::EndsIn(days), good);
        let (verdict, check) = told(&server, &authority, None);
        assert_eq!(verdict, expected, "{days}");
        if verdict != "pass" {
            assert_eq!(check["args"]["days"], days);
        }
    }
}

#[test]
fn old_encryption_and_none_at_all_are_told_apart() {
    let authority = Authority::new();
    // What a server says that knows nothing newer: a fatal alert, “protocol version”.
    let old = Server::raw("localhost", |mut stream| {
        let _ = stream.read(&mut [0; 1024]);
        let _ = stream.write_all(&[21, 3, 1, 0, 2, 2, 70]);
    });
    assert_eq!(
        told(&old, &authority, None).0,
        "fail callback-tls-invalid tls old-protocol"
    );
    // What a server says that knows no certificate for the name.
    let nameless = Server::raw("localhost", |mut stream| {
        let _ = stream.read(&mut [0; 1024]);
        let _ = stream.write_all(&[21, 3, 3, 0, 2, 2, 40]);
    });
    assert_eq!(
        told(&nameless, &authority, None).0,
        "fail callback-tls-invalid tls handshake-refused"
    );
    let plain = Server::raw("localhost", |mut stream| {
        let _ = stream.read(&mut [0; 1024]);
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n");
    });
    assert_eq!(
        told(&plain, &authority, None).0,
        "fail callback-tls-invalid tls not-https"
    );
}

#[test]
fn a_server_that_hangs_up_on_the_handshake_is_unreachable() {
    let authority = Authority::new();
    let server = Server::raw("localhost", drop);
    assert_eq!(
        told(&server, &authority, None).0,
        "fail callback-unreachable tls reset"
    );
}

/// In TLS 1.2 the server refuses in the handshake, in 1.3 only after it.
#[test]
fn who_demands_a_client_certificate_is_told_what_meta_shows() {
    let authority = Authority::new();
    for version in [&rustls::version::TLS12, &rustls::version::TLS13] {
        let config = Arc::new(authority.demanding(version));
        let server = Server::raw("localhost", move |stream| {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut secured = StreamOwned::new(connection, stream);
            let _ = secured.read(&mut [0; 1024]);
        });
        let (verdict, check) = told(&server, &authority, None);
        let expected = "fail callback-client-certificate tls client-certificate";
        assert_eq!(verdict, expected, "{version:?}");
        let steps = check["fix"]["steps"].to_string();
        for name in [
            "meta-outbound-api-ca-2025-12.pem",
            "client.webhooks.fbclientcerts.com",
            "April 15, 2026",
        ] {
            assert!(steps.contains(name), "{steps}");
        }
    }
}
