//! Signatures agree with those of openssl (`vectors/make.sh` made them), over the bytes as they came.

use std::path::{Path, PathBuf};

use igdoctor::secret::Secret;
use serde_json::Value;

use crate::common::Run;
use crate::{APP, verify, verify_with};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/webhook/vectors")
}

fn body(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

/// Body, whose secret, hex.
fn vectors() -> Vec<(String, String, String)> {
    let text = std::fs::read_to_string(folder().join("signatures.txt")).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let mut words = line.split(' ').map(str::to_owned);
            let mut next = || words.next().unwrap();
            (next(), next(), next())
        })
        .collect()
}

fn hex(name: &str) -> String {
    let found = vectors()
        .into_iter()
        .find(|(body, signer, _)| body == name && signer == "app");
    found.unwrap().2
}

/// A request as HTTP text.
fn http(signature: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "POST /webhooks/instagram HTTP/1.1\r\nHost: inbox.example.com\r\nContent-Length: {}\r\nX-Hub-Signature-256: {signature}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

fn json(stdin: &[u8], more: &[&str]) -> (Run, Value) {
    let run = verify(stdin, &[&["-", "--format", "json"], more].concat());
    let document = run.json();
    (run, document)
}

#[test]
fn the_secret_that_signed_is_found_as_openssl_says() {
    let vectors = vectors();
    assert_eq!(vectors.len(), 8);
    for (name, signer, hex) in vectors {
        let (run, document) = json(&http(&format!("sha256={hex}"), &body(&name)), &[]);
        assert_eq!(run.code, 0, "{name} {signer}: {}", run.stdout);
        assert_eq!(document["signature"]["standing"], "right", "{name}");
        assert_eq!(document["signature"]["signer"], signer.as_str(), "{name}");
    }
}

#[test]
fn only_the_whole_signature_is_one() {
    let secret = Secret::parse(APP, "").unwrap();
    let body = body("message.json");
    let right = secret.signature(&body);
    assert!(secret.has_signed(&body, &right));
    assert!(!secret.has_signed(&body, &[]));
    assert!(!secret.has_signed(&body, &right[..31]));
    assert!(!secret.has_signed(&body[1..], &right));
    for place in 0..right.len() {
        let mut nearly = right.clone();
        nearly[place] ^= 1;
        assert!(!secret.has_signed(&body, &nearly), "{place}");
    }
}

#[test]
fn the_parts_may_come_from_several_places() {
    let path = folder().join("message.json");
    let path = path.to_str().unwrap();
    let header = format!(
        "X-Hub-Signature-256: sha256={}",
        hex("message.json").to_uppercase()
    );
    let run = verify(b"", &["--body", path, "--header", &header]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    let run = verify(header.as_bytes(), &["--body", path, "--headers", "-"]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    let run = verify(&body("message.json"), &["-", "--header", &header]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    // Unix lines, and an editor's line break behind the body.
    let text = String::from_utf8(http(&header[21..], &body("message.json"))).unwrap();
    let run = verify((text.replace("\r\n", "\n") + "\n").as_bytes(), &["-"]);
    assert_eq!(run.code, 0, "{}", run.stdout);
}

#[test]
fn what_is_not_rightly_signed_ends_with_1() {
    let message = body("message.json");
    let right = hex("message.json");
    let rows = [
        (format!("sha256={}", "0".repeat(64)), "wrong"),
        (format!("sha256={}", hex("standby.json")), "wrong"),
        (right.clone(), "malformed"),
        (format!("sha1={right}"), "malformed"),
        (format!("sha256={}", &right[..63]), "malformed"),
        (format!("sha256={}é", &right[..62]), "malformed"),
    ];
    for (header, standing) in rows {
        let (run, document) = json(&http(&header, &message), &[]);
        assert_eq!(run.code, 1, "{header}");
        assert_eq!(document["signature"]["standing"], standing, "{header}");
    }
    let old = ["X-Hub-Signature: sha1=00\r\n\r\n".as_bytes(), &message].concat();
    let (run, document) = json(&old, &[]);
    assert_eq!(
        (run.code, &document["signature"]["standing"]),
        (1, &"absent".into())
    );
    assert_eq!(document["signature"]["only_old"], true);
    // One byte more or less, and it is another body.
    let (run, _) = json(&http(&format!("sha256={right}"), &message[1..]), &[]);
    assert_eq!(run.code, 1);
}

/// The two ways in which a right secret fails most often are named.
#[test]
fn what_was_done_to_the_body_is_found() {
    let header = format!("X-Hub-Signature-256: sha256={}", hex("message.json"));
    let message = String::from_utf8(body("message.json")).unwrap();
    let read: Value = serde_json::from_str(&message).unwrap();
    let rows = [
        (message.clone() + "\n", "line-break"),
        (message + "\r\n", "line-break"),
        (read.to_string(), "unescaped"),
        (read.to_string() + "\n", "unescaped"),
    ];
    for (text, altered) in rows {
        let run = verify(
            text.as_bytes(),
            &["--body", "-", "--header", &header, "--format", "json"],
        );
        assert_eq!(run.code, 1);
        let signature = &run.json()["signature"];
        assert_eq!(signature["altered"], altered, "{text}");
        assert_eq!(signature["signer"], "app");
        // Who signed it is known, so what is in it counts.
        assert_ne!(run.json()["events"][0]["duty"], "refuse", "{text}");
    }
}

#[test]
fn without_a_secret_nothing_is_claimed() {
    let request = http(
        &format!("sha256={}", hex("message.json")),
        &body("message.json"),
    );
    let run = verify_with(&request, &["-", "--format", "json"], &[]);
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert_eq!(run.json()["signature"]["standing"], "unchecked");
    // One of the two is enough, where it is the right one.
    let run = verify_with(&request, &["-"], &[("IGDOCTOR_APP_SECRET", APP)]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    let run = verify_with(&request, &["-"], &[("IGDOCTOR_INSTAGRAM_APP_SECRET", APP)]);
    assert!(
        run.stdout.contains("secret of the Instagram app"),
        "{}",
        run.stdout
    );
}

#[test]
fn wrong_usage_ends_with_2_and_secrets_are_never_shown() {
    let rows: [(&[&str], &str); 5] = [
        (&[], "FILE"),
        (&["/nowhere/at/all"], "cannot read"),
        (
            &["--body", "-", "--headers", "-"],
            "standard input cannot hold both",
        ),
        (&["-", "--header", "nothing"], "a name and a value"),
        (&["-", "--format", "sarif"], "human, json"),
    ];
    for (args, says) in rows {
        let run = verify(b"{}", args);
        assert_eq!(run.code, 2, "{args:?}: {}", run.stdout);
        assert!(run.stderr.contains(says), "{args:?}: {}", run.stderr);
    }
    for format in ["human", "json"] {
        let run = verify(&http("sha256=00", b"{}"), &["-", "--format", format]);
        assert!(
            !run.stdout.contains(APP) && !run.stderr.contains(APP),
            "{}",
            run.stdout
        );
    }
}
