//! Whoever sends nonsense, too much or too slowly holds up nobody.

use std::io::Write;
use std::time::{Duration, Instant};

use igdoctor::graph::webhook::Refusal;

use super::{APP, answer, connect, delivery, message, post, receiver, refusal, send};

/// It still does its work.
fn works(receiver: &mut igdoctor::graph::webhook::Receiver) {
    let begun = Instant::now();
    let body = message(r#""message":{"mid":"m1","text":"a"}"#);
    assert_eq!(post(receiver, APP, body.as_bytes()).status, 200);
    assert!(begun.elapsed() < Duration::from_secs(2));
    delivery(receiver);
}

#[test]
fn garbage_is_turned_away() {
    let mut receiver = receiver();
    let long = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(200_000));
    let wide = format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "a".repeat(200_000));
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "X: a\r\n".repeat(5_000));
    let garbage: [&[u8]; 8] = [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"\x00\xff\xfe\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        long.as_bytes(),
        wide.as_bytes(),
        many.as_bytes(),
    ];
    for bytes in garbage {
        let status = send(&receiver, bytes).status;
        let begin = String::from_utf8_lossy(&bytes[..bytes.len().min(20)]);
        assert!(
            status == 0 || (400..500).contains(&status),
            "{begin}: {status}"
        );
        assert_eq!(receiver.next_now(), None, "{begin}");
    }
    works(&mut receiver);
}

#[test]
fn other_methods_are_not_allowed() {
    let mut receiver = receiver();
    for method in ["HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"] {
        let answer = send(
            &receiver,
            format!("{method} / HTTP/1.1\r\nHost: a\r\n\r\n").as_bytes(),
        );
        assert_eq!(answer.status, 405, "{method}");
        assert!(answer.head.contains("allow: get, post"));
        assert_eq!(refusal(&mut receiver), Refusal::Stray);
    }
}

#[test]
fn a_body_that_is_too_large_is_not_read() {
    let mut receiver = receiver();
    let told = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2097153\r\n\r\n";
    assert_eq!(send(&receiver, told).status, 413);
    assert_eq!(refusal(&mut receiver), Refusal::TooLarge);
    // One that does not tell its length and never ends.
    let mut stream = connect(&receiver);
    let head = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    stream.write_all(head).unwrap();
    let chunk = [b"10000\r\n".as_slice(), &[b'a'; 0x10000], b"\r\n"].concat();
    while stream.write_all(&chunk).is_ok() {}
    assert_eq!(refusal(&mut receiver), Refusal::TooLarge);
    works(&mut receiver);
}

#[test]
fn whoever_is_slow_holds_up_nobody_and_is_sent_away() {
    let mut receiver = receiver();
    let begun = Instant::now();
    let silent: Vec<_> = (0..40).map(|_| connect(&receiver)).collect();
    let mut slow_head = connect(&receiver);
    slow_head.write_all(b"GET / HTTP/1.1\r\nHo").unwrap();
    let mut slow_body = connect(&receiver);
    let head = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345";
    slow_body.write_all(head).unwrap();
    works(&mut receiver);
    assert_eq!(answer(&mut slow_body).status, 408);
    assert_eq!(refusal(&mut receiver), Refusal::Incomplete);
    assert!([0, 408].contains(&answer(&mut slow_head).status));
    for mut stream in silent {
        answer(&mut stream);
    }
    assert!(begun.elapsed() < Duration::from_secs(12));
    // One that hangs up in the middle.
    let mut gone = connect(&receiver);
    gone.write_all(head).unwrap();
    drop(gone);
    assert_eq!(refusal(&mut receiver), Refusal::Incomplete);
}

#[test]
fn a_flood_of_strays_leaves_room_for_events() {
    let mut receiver = receiver();
    for _ in 0..1_500 {
        super::get(&receiver, "");
    }
    let body = message(r#""message":{"mid":"m1","text":"a"}"#);
    assert_eq!(post(&receiver, APP, body.as_bytes()).status, 200);
    let mut strays = 0;
    while let igdoctor::graph::webhook::What::Refused(_) = super::next(&mut receiver) {
        strays += 1;
    }
    assert!(strays <= 512, "{strays}");
}
