//! What the server answers.

use std::thread;
use std::time::Duration;

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
    // What stands in a query may be a secret.
    assert_eq!(check["args"]["location"], "/login");
    assert_eq!(stages(&check), ["dns", "tcp", "tls", "handshake"]);
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
    let verdict = verdict(None, |request, stream| {
        thread::sleep(Duration::from_secs(6));
        good(request, stream);
    });
    assert_eq!(verdict, "fail callback-slow handshake slow");
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
