//! The receiver of `trace --listen`: what it answers over a real connection, and what it tells of it.

mod deliveries;
mod handshake;
mod hostile;
mod place;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use hmac::{Hmac, KeyInit, Mac};
use igdoctor::graph::CodeWord;
use igdoctor::graph::webhook::{Delivery, Expected, Receiver, Refusal, Signer, What};
use igdoctor::secret::Secret;

/// Made up, as in `tests/webhook/vectors/make.sh`.
const APP: &str = "00112233445566778899aabbccddeeff";
const INSTAGRAM_APP: &str = "ffeeddccbbaa99887766554433221100";
const VERIFY_TOKEN: &str = "made-up-verify-token";

fn secret(text: &str) -> Secret {
    Secret::parse(text, "test").unwrap()
}

fn expected() -> Expected {
    Expected {
        verify_token: Some(secret(VERIFY_TOKEN)),
        secrets: vec![
            (Signer::App, secret(APP)),
            (Signer::InstagramApp, secret(INSTAGRAM_APP)),
        ],
        code_word: CodeWord::new("marmalade"),
    }
}

fn receiver() -> Receiver {
    Receiver::open("0".parse().unwrap(), expected()).unwrap()
}

/// What came back.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

fn connect(receiver: &Receiver) -> TcpStream {
    let stream = TcpStream::connect(receiver.address()).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(15)))
        .unwrap();
    stream
}

/// Sends bytes as they are and reads what is answered.
fn send(receiver: &Receiver, bytes: &[u8]) -> Answer {
    let mut stream = connect(receiver);
    // Whoever is turned away early may find nobody who reads on.
    let _ = stream.write_all(bytes);
    answer(&mut stream)
}

fn answer(stream: &mut TcpStream) -> Answer {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
    Answer {
        status: status.unwrap_or_default(),
        head: head.to_ascii_lowercase(),
        body: body.to_owned(),
    }
}

fn get(receiver: &Receiver, query: &str) -> Answer {
    let request = format!("GET /any/path?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    send(receiver, request.as_bytes())
}

fn signature(secret: &str, body: &[u8]) -> String {
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(body);
    let digest = mac.finalize().into_bytes();
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256={hex}")
}

fn post_with(receiver: &Receiver, headers: &str, body: &[u8]) -> Answer {
    let length = body.len();
    let head = format!(
        "POST /webhook HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n{headers}\r\n"
    );
    send(receiver, &[head.as_bytes(), body].concat())
}

/// A request as Meta makes it.
fn post(receiver: &Receiver, secret: &str, body: &[u8]) -> Answer {
    let header = format!("X-Hub-Signature-256: {}\r\n", signature(secret, body));
    post_with(receiver, &header, body)
}

/// What came next; a test waits for nothing that never comes.
fn next(receiver: &mut Receiver) -> What {
    let begun = Instant::now();
    loop {
        if let Some(arrival) = receiver.next_now() {
            return arrival.what;
        }
        assert!(begun.elapsed() < Duration::from_secs(15), "nothing came");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn delivery(receiver: &mut Receiver) -> Delivery {
    match next(receiver) {
        What::Delivery(delivery) => *delivery,
        other => panic!("{other:?}"),
    }
}

fn refusal(receiver: &mut Receiver) -> Refusal {
    match next(receiver) {
        What::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

/// A body with one item of `messaging`.
fn message(item: &str) -> String {
    format!(
        r#"{{"object":"instagram","entry":[{{"id":"17841405309211844","time":1569262486134,"messaging":[{{"sender":{{"id":"1234567890123456"}},"recipient":{{"id":"17841405309211844"}},"timestamp":1569262485349,{item}}}]}}]}}"#
    )
}
