//! What the server answers.

use std::io::Read;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use rustls::{ServerConnection, StreamOwned};

use super::server::{Authority, Certificate, Server, Stream, good, query, reply};
use super::{stages, told};

fn verdict(
    verify_token: Option<&str>,
    answer: impl Fn(&str, &mut dyn Stream) + Send + Sync + 'static,
) -> String {
    let authority = Authority::new();
    let server = Server::start(&authority, Certificate::Good, answer);
    told(&server, &authority, verify_token).0
}

#[test]
fn a_redirect_is_not_followed() {
    let authority = Authority::new();
    let elsewhere = Server::start(&authority, Certificate::Good, good);
    let target = format!(
        "location: https://localhost:{}/webhook/\r\n",
        elsewhere.port
    );
    let server = Server::start(&authority, Certificate::Good, move |_, stream| {
        reply(stream, "302 Found", &target, "");
    });
    let (verdict, check) = told(&server, &authority, None);
    assert_eq!(verdict, "fail callback-redirects handshake redirect");
    assert!(
        check["args"]["location"]
            .as_str()
            .unwrap()
            .ends_with("/webhook/")
    );
    assert_eq!(elsewhere.connections(), 0);
}

#[test]
fn a_redirect_to_a_login_page_is_a_login_wall() {
    let authority = Authority::new();
    let server = Server::start(&authority, Certificate::Good, |_, stream| {
        reply(
            stream,
            "302 Found",
            "location: /login?next=/webhook\r\n",
            "",
        );
    });
    let (verdict, check) = told(&server, &authority, None);
    assert_eq!(
        verdict,
        "fail callback-login-wall handshake redirect-to-login"
    );
    let location = format!("https://localhost:{}/login", server.port);
    assert_eq!(check["args"]["location"], location);
    assert_eq!(stages(&check), ["dns", "tcp", "tls", "handshake"]);
}

/// What stands in an address besides the place is nobody's business, as little as in the address of the callback itself.
#[test]
fn an_address_is_kept_without_what_it_hides() {
    for to in [
        "https://me:canary@elsewhere.example.com/a?key=canary#canary",
        "//me:canary@elsewhere.example.com/a#canary",
    ] {
        let authority = Authority::new();
        let target = format!("location: {to}\r\n");
        let server = Server::start(&authority, Certificate::Good, move |_, stream| {
            reply(stream, "302 Found", &target, "");
        });
        let (verdict, check) = told(&server, &authority, None);
        assert_eq!(verdict, "fail callback-redirects handshake redirect");
        assert!(!check.to_string().contains("canary"), "{check}");
        let location = &check["args"]["location"];
        assert_eq!(location, "https://elsewhere.example.com/a");
    }
}

#[test]
fn html_is_no_answer_even_with_status_200_and_whatever_it_is_called() {
    for kind in ["text/html; charset=utf-8", "text/plain"] {
        let headers = format!("content-type: {kind}\r\n");
        let verdict = verdict(None, move |_, stream| {
            reply(
                stream,
                "200 OK",
                &headers,
                "\n<!DOCTYPE HTML><title>Welcome</title>",
            );
        });
        assert_eq!(
            verdict,
            "fail callback-login-wall handshake page-for-people"
        );
    }
}

#[test]
fn a_server_that_takes_six_seconds_is_too_slow() {
    let authority = Authority::new();
    let server = Server::start(&authority, Certificate::Good, |request, stream| {
        thread::sleep(Duration::from_secs(6));
        good(request, stream);
    });
    let (verdict, check) = told(&server, &authority, None);
    assert_eq!(verdict, "fail callback-slow handshake slow");
    // Nobody waited to see how long it really takes.
    assert_eq!(check["args"]["seconds"], 5);
    let message = check["message"].as_str().unwrap();
    let how = "it takes more than 5 seconds for a test with a made-up verify token";
    assert!(message.contains(how), "{message}");
    let stages = check["evidence"][0]["stages"].as_array().unwrap();
    assert!(stages.last().unwrap()["ms"].as_u64() >= Some(5_000));
}

/// Three seconds until the connection is secure, and three more until the answer.
#[test]
fn a_server_that_is_slow_only_in_all_is_a_warning() {
    let authority = Authority::new();
    let config = Arc::new(authority.config(Certificate::Good));
    let server = Server::raw("localhost", move |stream| {
        thread::sleep(Duration::from_secs(3));
        let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
        let mut secured = StreamOwned::new(connection, stream);
        let _ = secured.read(&mut [0; 4096]);
        thread::sleep(Duration::from_secs(3));
        reply(&mut secured, "403 Forbidden", "", "");
    });
    let (verdict, check) = told(&server, &authority, None);
    assert_eq!(verdict, "warn callback-slow handshake slow-in-all");
    assert!(check["args"]["ms"].as_u64() >= Some(6_000));
    let message = check["message"].as_str().unwrap();
    assert!(
        message.contains("together with the connection it took 6"),
        "{message}"
    );
}

/// Only the right token makes it slow: the stage tells them apart.
#[test]
fn the_stage_says_which_request_it_was() {
    let slow = verdict(Some("right"), |request, stream| {
        if query(request, "hub.verify_token") == "right" {
            thread::sleep(Duration::from_secs(6));
        }
        good(request, stream);
    });
    assert_eq!(slow, "fail callback-slow verify-token slow");
}

#[test]
fn a_connection_cut_after_the_headers_is_no_answer() {
    for headers in ["content-length: 10\r\n", "transfer-encoding: chunked\r\n"] {
        let verdict = verdict(None, move |_, stream| {
            let _ = write!(stream, "HTTP/1.1 200 OK\r\n{headers}\r\n");
            let _ = stream.flush();
        });
        assert_eq!(verdict, "fail callback-unreachable handshake reset");
    }
}

/// Many servers let the handshake of TLS pass and miss the certificate only then.
#[test]
fn a_client_certificate_may_be_missed_in_so_many_words() {
    for (status, body) in [
        (
            "400 Bad Request",
            "<html><title>400 No required SSL certificate was sent</title>",
        ),
        (
            "401 Unauthorized",
            r#"{"message":"No required TLS certificate was sent"}"#,
        ),
        (
            "403 Forbidden",
            "<p>Reason: Cannot perform Post-Handshake Authentication.<br />",
        ),
        ("496 SSL Certificate Required", ""),
    ] {
        let verdict = verdict(None, move |_, stream| reply(stream, status, "", body));
        let expected = "fail callback-client-certificate handshake client-certificate";
        assert_eq!(verdict, expected, "{status}");
    }
}

/// A page that wants to see a browser first, with the very status that a wrong token should meet.
#[test]
fn a_protection_against_robots_is_a_login_wall() {
    let verdict = verdict(None, |_, stream| {
        let headers = "cf-mitigated: challenge\r\ncontent-type: text/html\r\n";
        reply(
            stream,
            "403 Forbidden",
            headers,
            "<!DOCTYPE html><title>Just a moment...",
        );
    });
    assert_eq!(verdict, "fail callback-login-wall handshake asks-for-login");
}

/// Where nothing told how long the body is, its end is the end of the connection.
#[test]
fn a_body_may_end_with_the_connection() {
    let verdict = verdict(Some("right"), |request, stream| {
        let (status, body) = match query(request, "hub.verify_token").as_str() {
            "right" => ("200 OK", query(request, "hub.challenge")),
            _ => ("403 Forbidden", String::new()),
        };
        let _ = write!(
            stream,
            "HTTP/1.1 {status}\r\nconnection: close\r\n\r\n{body}"
        );
        let _ = stream.flush();
    });
    assert_eq!(verdict, "pass");
}

#[test]
fn a_body_without_end_is_not_read_to_its_end() {
    let fast = verdict(None, |_, stream| {
        let _ = write!(stream, "HTTP/1.1 200 OK\r\n\r\n");
        while stream.write_all(&[b'x'; 16 * 1024]).is_ok() {}
    });
    assert_eq!(fast, "fail callback-wrong-answer handshake endless");
    let dripping = verdict(None, |_, stream| {
        let _ = write!(stream, "HTTP/1.1 200 OK\r\n\r\n");
        while stream.write_all(b"x").and_then(|()| stream.flush()).is_ok() {
            thread::sleep(Duration::from_millis(100));
        }
    });
    assert_eq!(dripping, "fail callback-slow handshake slow");
}

/// Headers without end, which no limit on bodies stops.
#[test]
fn headers_without_end_are_not_read_to_their_end() {
    let verdict = verdict(None, |_, stream| {
        let _ = write!(stream, "HTTP/1.1 200 OK\r\n");
        while stream.write_all(b"x-more: and more\r\n").is_ok() {}
    });
    assert_eq!(verdict, "fail callback-unreachable handshake reset");
}

#[test]
fn the_body_counts_not_only_the_status() {
    type Body = fn(&str) -> String;
    for (body, expected) in [
        ((|challenge| challenge.to_owned()) as Body, "pass"),
        (
            |challenge| format!("\"{challenge}\""),
            "fail callback-wrong-answer verify-token challenge-changed",
        ),
        (
            |challenge| format!("{challenge}\n"),
            "fail callback-wrong-answer verify-token challenge-changed",
        ),
        (
            |_| "ok".to_owned(),
            "fail callback-wrong-answer verify-token challenge-missing",
        ),
    ] {
        let verdict = verdict(Some("right"), move |request, stream| {
            if query(request, "hub.verify_token") == "right" {
                reply(
                    stream,
                    "200 OK",
                    "",
                    &body(&query(request, "hub.challenge")),
                );
            } else {
                reply(stream, "403 Forbidden", "", "");
            }
        });
        assert_eq!(verdict, expected);
    }
}

#[test]
fn a_verify_token_of_another_server_is_refused() {
    assert_eq!(
        verdict(Some("of-another"), good),
        "fail callback-refuses-verify-token verify-token refused-token"
    );
}

#[test]
fn a_server_that_takes_any_token_is_warned_of() {
    let verdict = verdict(None, |request, stream| {
        reply(stream, "200 OK", "", &query(request, "hub.challenge"));
    });
    assert_eq!(
        verdict,
        "warn callback-ignores-verify-token handshake any-token"
    );
}
