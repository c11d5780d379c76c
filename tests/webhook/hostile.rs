//! Bodies that nobody meant well: each ends in "not understood", with the signature still judged.

use serde_json::{Value, json};

use crate::{told, verify};

fn problem(body: &[u8]) -> Value {
    let run = verify(body, &["--body", "-", "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert_eq!(run.stderr, "");
    run.json()["problem"].clone()
}

#[test]
fn what_is_no_webhook_is_said_so() {
    let deep = "[".repeat(100_000);
    let nested = format!("{}{}", "{\"a\":".repeat(5000), "1");
    let rows: [(&[u8], &str); 9] = [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xff\xfe\x00", "not-text"),
        (b"hello", "not-json"),
        (b"{\"object\":", "not-json"),
        (deep.as_bytes(), "not-json"),
        (nested.as_bytes(), "not-json"),
        (b"[]", "not-meta"),
        (b"{\"object\":\"instagram\",\"entry\":7}", "not-meta"),
    ];
    for (body, expected) in rows {
        assert_eq!(problem(body), expected, "{:?}", &body[..body.len().min(20)]);
    }
}

#[test]
fn wrong_kinds_of_values_come_to_nothing() {
    let rows = [
        json!({"object": "instagram", "entry": [7, null, [], "a", {}]}),
        json!({"object": "instagram", "entry": [{"messaging": [7, null, "a", []]}]}),
        json!({"object": "instagram", "entry": [{"changes": [{"field": 7}, {"value": {}}, {}]}]}),
        json!({"object": "instagram", "entry": [{"messaging": {"message": {}}}]}),
    ];
    for request in rows {
        let document = told(&request.to_string());
        assert_eq!(document["events"], json!([]), "{request}");
    }
    let odd = json!({"object": "\u{1b}[31m", "entry": [{"id": "\u{202e}17", "time": "x", "messaging": [
        {"sender": {"id": "\u{1b}]0;x"}, "timestamp": i64::MAX, "message": {"text": 7, "attachments": [{"type": "\u{1b}"}, 7]}}]}]});
    let document = told(&odd.to_string());
    let event = &document["events"][0];
    assert_eq!(
        (
            &document["object"],
            &event["account_id"],
            &event["customer_id"]
        ),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    let run = verify(odd.to_string().as_bytes(), &["--body", "-"]);
    assert!(
        !run.stdout.contains(['\u{1b}', '\u{202e}']),
        "{:?}",
        run.stdout
    );
}

#[test]
fn many_events_are_counted_not_shown() {
    let item = json!({"sender": {"id": "1"}, "message": {"text": "a"}});
    let request =
        json!({"object": "instagram", "entry": [{"id": "1", "messaging": vec![item; 1500]}]});
    let document = told(&request.to_string());
    assert_eq!(document["events"].as_array().unwrap().len(), 1000);
    assert_eq!(document["more"], 500);
}

#[test]
fn a_body_without_end_is_refused() {
    let run = verify(&vec![b'a'; (32 << 20) + 2], &["--body", "-"]);
    assert_eq!(run.code, 2, "{}", run.stdout);
    assert!(run.stderr.contains("32 MB"), "{}", run.stderr);
}

#[test]
fn a_request_that_was_cut_is_said_so() {
    let request = b"Content-Length: 500\nX-Hub-Signature-256: sha256=00\n\n{\"object\":\"insta";
    let run = verify(request, &["-", "--format", "json"]);
    let document = run.json();
    assert_eq!(
        (&document["cut"], &document["problem"]),
        (&true.into(), &"not-json".into())
    );
}
