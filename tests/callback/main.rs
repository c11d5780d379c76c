//! The callback probe against real servers with real certificates, each wrong in one way. What it tells is stage, reason and cause.

#[path = "../common/mod.rs"]
mod common;

mod addresses;
mod answers;
mod certificates;
mod deletion;
mod events;
mod server;
mod wrong_token;

use std::time::{Duration, Instant};

use serde_json::Value;

use server::{Authority, Server};

/// What the binary says of a callback: `fail callback-tls-invalid tls expired`, with the whole check beside it.
fn told(server: &Server, authority: &Authority, verify_token: Option<&str>) -> (String, Value) {
    let roots = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(roots.path(), authority.pem()).unwrap();
    let url = format!("https://{}:{}/webhook", server.host, server.port);
    let mut command = common::igdoctor(&[
        "check",
        "--no-token",
        "--only",
        "webhook-callback",
        "--callback-url",
        &url,
        // Nobody is asked there: it makes this machine the one that Meta is on.
        "--graph-url",
        "http://127.0.0.1:1",
        "--format",
        "json",
        "--quiet",
    ]);
    command.env("SSL_CERT_FILE", roots.path());
    if let Some(token) = verify_token {
        command.env("IGDOCTOR_VERIFY_TOKEN", token);
    }
    let clock = Instant::now();
    let report = common::finish(command).json();
    // Whatever a server does, nobody waits for it much longer than Meta.
    assert!(clock.elapsed() < Duration::from_secs(20));
    let check = common::find(&report, "webhook-callback").clone();
    let word = |pointer: &str| check.pointer(pointer).and_then(Value::as_str);
    let words = ["/outcome", "/cause", "/args/stage", "/args/reason"].map(word);
    (
        words.into_iter().flatten().collect::<Vec<_>>().join(" "),
        check,
    )
}

/// Stages that were timed, in order.
fn stages(check: &Value) -> Vec<&str> {
    let stages = check
        .pointer("/evidence/0/stages")
        .and_then(Value::as_array);
    stages
        .into_iter()
        .flatten()
        .map(|stage| {
            assert!(stage["ms"].is_u64());
            stage["name"].as_str().unwrap()
        })
        .collect()
}
