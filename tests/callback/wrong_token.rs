//! How a callback refuses a made-up verify token, where it answers the right one as Meta wants it: then nothing can stand in its way.

use super::server::{Authority, Certificate, Server, Stream, query, reply};
use super::told;

/// What is told of a server that takes the right token, and treats a made-up one like this.
fn verdict(refuse: impl Fn(&mut dyn Stream) + Send + Sync + 'static) -> String {
    let authority = Authority::new();
    let server = Server::start(&authority, Certificate::Good, move |request, stream| {
        if query(request, "hub.verify_token") == "right" {
            reply(stream, "200 OK", "", &query(request, "hub.challenge"));
        } else {
            refuse(stream);
        }
    });
    told(&server, &authority, Some("right")).0
}

#[test]
fn any_refusal_is_one() {
    for status in [
        "400 Bad Request",
        "401 Unauthorized",
        "404 Not Found",
        "405 Method Not Allowed",
        "410 Gone",
        "429 Too Many Requests",
    ] {
        let verdict = verdict(move |stream| reply(stream, status, "", ""));
        assert_eq!(verdict, "pass", "{status}");
    }
    let basic = "www-authenticate: Basic\r\ncontent-type: text/html\r\n";
    let verdict = verdict(move |stream| reply(stream, "403 Forbidden", basic, "<html>"));
    assert_eq!(verdict, "pass");
}

/// Whoever throws away what Meta would never send need not answer it.
#[test]
fn to_hang_up_is_to_refuse() {
    assert_eq!(verdict(|_| ()), "pass");
    let cut = verdict(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n");
    });
    assert_eq!(cut, "pass");
}

#[test]
fn a_server_that_fails_at_it_is_warned_of() {
    for status in ["500 Internal Server Error", "503 Service Unavailable"] {
        let verdict = verdict(move |stream| reply(stream, status, "", ""));
        let expected = "warn callback-server-error handshake error-at-made-up-token";
        assert_eq!(verdict, expected, "{status}");
    }
}

/// Messages arrive, so it is no more than a word.
#[test]
fn a_page_or_another_address_in_place_of_a_refusal_is_warned_of() {
    let expected = "warn callback-wrong-answer handshake no-plain-refusal";
    let page = verdict(|stream| reply(stream, "200 OK", "", "<!DOCTYPE html><p>No."));
    assert_eq!(page, expected);
    for to in ["/login", "https://localhost:1/"] {
        let to = format!("location: {to}\r\n");
        let redirect = verdict(move |stream| reply(stream, "302 Found", &to, ""));
        assert_eq!(redirect, expected);
    }
    let endless = verdict(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        while stream.write_all(&[b'x'; 16 * 1024]).is_ok() {}
    });
    assert_eq!(endless, expected);
    let words = verdict(|stream| reply(stream, "200 OK", "", "wrong verify token"));
    assert_eq!(words, "pass");
}

/// The right token must be answered well: without that, what stands in the way is a fault as before.
#[test]
fn only_the_right_answer_to_the_right_token_says_so() {
    let authority = Authority::new();
    let server = Server::start(&authority, Certificate::Good, |_, stream| {
        reply(stream, "404 Not Found", "", "");
    });
    let (verdict, _) = told(&server, &authority, Some("right"));
    assert_eq!(verdict, "fail callback-not-found handshake not-found");
}
