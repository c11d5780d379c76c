//! `--listen`: the webhooks of the app come to this machine, and only what is rightly signed counts.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::*;

#[test]
fn events_are_told_as_they_come() {
    let run = run(&["trace", "--sandbox", "message-arrives", "--listen", "0"]);
    assert!(
        run.stderr.contains("Listening for webhooks at 127.0.0.1:"),
        "{}",
        run.stderr
    );
    let told = run.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("It is the message with the word"), "{told}");
    assert!(run.words().contains("the webhook came"), "{}", run.stdout);
}

#[test]
fn what_another_app_signed_is_turned_away_and_counted() {
    let report = trace(
        "webhook-signed-by-other-app",
        &["--listen", "0", "--wait", "5s"],
    )
    .json();
    assert_eq!(arg(&report, "wrong"), 1);
    assert_eq!(arg(&report, "webhook_ms"), &Value::Null);
}

/// Without a token Meta cannot be looked at; the listener alone tells.
#[test]
fn without_a_token_the_listener_is_enough() {
    let mut command = igdoctor(&[
        "trace",
        "--no-token",
        "--platform",
        "meta-app",
        "--flow",
        "instagram",
        "--listen",
        "0",
        "--wait",
        "2s",
        "--format",
        "json",
        "--no-input",
    ]);
    command.env(
        "IGDOCTOR_INSTAGRAM_APP_SECRET",
        "00112233445566778899aabbccddeeff",
    );
    let run = common::finish(command);
    assert_eq!(
        common::outcome(&run.json(), CHECK),
        ("unknown", "confirm-message-round-trip"),
        "{}",
        run.stderr
    );
}

#[test]
fn without_a_secret_nothing_that_comes_could_be_believed() {
    let run = trace("not-shown-in-platform", &["--listen", "0"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("IGDOCTOR_APP_SECRET"), "{}", run.stderr);
}

/// Somebody posts to the listener of a trace, which listens at a port that is known beforehand.
fn heard(account: &str, object: &str, ids: &[&str]) -> (Run, String) {
    let secret = "00112233445566778899aabbccddeeff";
    let place = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let address = place.to_string();
    let flags = [
        "trace",
        "--no-token",
        "--platform",
        "hunion",
        "--listen",
        &address,
        "--wait",
        "4s",
        "--sender",
        "stranger",
        "--format",
        "json",
        "--no-input",
    ];
    let mut command = igdoctor(&[&flags, ids].concat());
    command.env("IGDOCTOR_APP_SECRET", secret);
    let going = Going::begin(command);
    let event = serde_json::json!({"sender": {"id": "1234567890123456"}, "recipient": {"id": account}, "timestamp": 1, "message": {"mid": "m1", "text": going.word}});
    let body = serde_json::json!({"object": object, "entry": [{"id": account, "time": 1, "messaging": [event]}]}).to_string();
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(body.as_bytes());
    let signature: String = mac
        .finalize()
        .into_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let mut stream = std::net::TcpStream::connect(place).unwrap();
    let request = format!(
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\nX-Hub-Signature-256: sha256={signature}\r\n\r\n{body}",
        body.len()
    );
    std::io::Write::write_all(&mut stream, request.as_bytes()).unwrap();
    let run = going.end();
    let told = run.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    (run, told)
}

#[test]
fn what_comes_for_others_is_told_and_does_not_count() {
    const OURS: [&str; 2] = ["--instagram", "17841405309211844"];
    let (run, told) = heard("17841405309211844", "instagram", &OURS);
    assert!(arg(&run.json(), "webhook_ms").is_u64(), "{told}");
    let (run, told) = heard("17841409999999999", "instagram", &OURS);
    assert!(
        told.contains("but for another account: 17841409999999999"),
        "{told}"
    );
    assert_eq!(arg(&run.json(), "webhook_ms"), &Value::Null);
    assert_eq!(arg(&run.json(), "elsewhere"), "17841409999999999");
    let (run, told) = heard("104512345678901", "page", &OURS);
    assert!(told.contains("Messenger"), "{told}");
    assert_eq!(arg(&run.json(), "webhook_ms"), &Value::Null);
}

/// Whose message it was is not known then: it settles nothing of the app.
#[test]
fn a_webhook_alone_settles_no_access_level() {
    let (run, _) = heard("17841409999999999", "instagram", &[]);
    let report = run.json();
    assert!(arg(&report, "webhook_ms").is_u64());
    assert_eq!(arg(&report, "account"), "17841409999999999");
    assert_ne!(common::outcome(&report, "advanced-access").0, "pass");
}
