//! What is told of a request: to people in their language, and to programs by a schema.

use std::path::Path;

use serde_json::{Value, json};

use crate::payloads::messaging;
use crate::{ACCOUNT, told, verify};

#[test]
fn people_read_it_in_their_language() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/webhook/vectors");
    let signatures = std::fs::read_to_string(path.join("signatures.txt")).unwrap();
    let hex = signatures
        .lines()
        .find_map(|line| line.strip_prefix("message.json app "))
        .unwrap();
    let (body, header) = (
        path.join("message.json"),
        format!("X-Hub-Signature-256: sha256={hex}"),
    );
    for language in ["en", "pt-BR", "ru"] {
        let run = verify(
            b"",
            &[
                "--body",
                body.to_str().unwrap(),
                "--header",
                &header,
                "--lang",
                language,
                "--instagram",
                ACCOUNT,
            ],
        );
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(
            run.stdout.lines().all(|line| line.chars().count() <= 80),
            "{}",
            run.stdout
        );
        insta::assert_snapshot!(format!("message-{language}"), run.stdout);
    }
    let wrong = format!("X-Hub-Signature-256: sha256={}", "0".repeat(64));
    let comment = path.join("comment.json");
    let run = verify(
        b"",
        &["--body", comment.to_str().unwrap(), "--header", &wrong],
    );
    insta::assert_snapshot!("comment-wrong", run.stdout);
}

/// The schema that is generated from the types stands in the repository; `UPDATE_SCHEMA=1 cargo test` writes it anew.
#[test]
fn the_document_keeps_to_the_committed_schema() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/schema-webhook.json");
    let generated = schemars::schema_for!(igdoctor::report::webhook::Webhook);
    let generated = serde_json::to_string_pretty(&generated).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &generated).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap();
    assert_eq!(
        committed.replace("\r\n", "\n"),
        generated,
        "run UPDATE_SCHEMA=1 cargo test --test webhook"
    );
    let schema: Value = serde_json::from_str(&committed).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let request = messaging(json!({"message": {"mid": "m", "text": "a"}}));
    for body in [request.to_string(), "{}".to_owned(), String::new()] {
        let document = told(&body);
        let faults: Vec<String> = validator
            .iter_errors(&document)
            .map(|fault| fault.to_string())
            .collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
}
