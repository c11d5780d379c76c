//! Every payload that Meta documents, and what a platform is to do with it.

use std::path::Path;

use serde_json::{Value, json};

use crate::{ACCOUNT, told, verify};

const CUSTOMER: &str = "1234567890123456";

/// A request with one item of `messaging`.
fn messaging(rest: Value) -> Value {
    in_array("messaging", rest)
}

fn in_array(name: &str, rest: Value) -> Value {
    let mut item = json!({"sender": {"id": CUSTOMER}, "recipient": {"id": ACCOUNT}, "timestamp": 1_569_262_485_349_i64});
    item.as_object_mut()
        .unwrap()
        .extend(rest.as_object().unwrap().clone());
    json!({"object": "instagram", "entry": [{"id": ACCOUNT, "time": 1_569_262_486_134_i64, name: [item]}]})
}

/// What was told of the one event of a request.
fn event(request: &Value) -> Value {
    let document = told(&request.to_string());
    assert_eq!(
        document["events"].as_array().unwrap().len(),
        1,
        "{document:#}"
    );
    assert_eq!(document["object"], "instagram");
    document["events"][0].clone()
}

fn parts(event: &Value) -> Vec<&str> {
    let parts = event["parts"].as_array().unwrap().iter();
    parts.map(|part| part["kind"].as_str().unwrap()).collect()
}

/// Words that stand in every payload below, and must not come back.
const PRIVATE: &[&str] = &["geheim", "maria", "lookaside", "❤"];

#[test]
fn every_variant_of_a_message_is_understood() {
    let url = json!({"url": "https://lookaside.fbsbx.com/geheim"});
    let rows: [(Value, &str, &[&str], &str); 12] = [
        (
            json!({"mid": "m", "text": "geheim"}),
            "message",
            &["text"],
            "show-message",
        ),
        (
            json!({"mid": "m", "attachments": [{"type": "image", "payload": url}]}),
            "message",
            &["image"],
            "show-message",
        ),
        (
            json!({"mid": "m", "text": "geheim", "is_echo": true}),
            "echo",
            &["text"],
            "show-own",
        ),
        (
            json!({"mid": "m", "text": "geheim", "is_echo": true, "is_self": true}),
            "echo",
            &["text"],
            "show-own",
        ),
        (
            json!({"mid": "m", "is_deleted": true}),
            "deleted",
            &[],
            "update",
        ),
        (
            json!({"mid": "m", "is_unsupported": true}),
            "unsupported",
            &[],
            "show-notice",
        ),
        (
            json!({"mid": "m", "text": "geheim", "quick_reply": {"payload": "geheim"}}),
            "message",
            &["text", "quick-reply"],
            "show-message",
        ),
        (
            json!({"mid": "m", "text": "geheim", "reply_to": {"mid": "n"}}),
            "message",
            &["text", "reply-to-message"],
            "show-message",
        ),
        (
            json!({"mid": "m", "text": "geheim", "reply_to": {"story": {"id": "1", "url": "geheim"}}}),
            "message",
            &["text", "reply-to-story"],
            "show-message",
        ),
        (
            json!({"mid": "m", "attachments": [{"type": "story_mention", "payload": url}]}),
            "message",
            &["story-mention"],
            "show-message",
        ),
        (
            json!({"mid": "m", "attachments": [{"type": "ephemeral"}]}),
            "message",
            &["ephemeral"],
            "show-message",
        ),
        (
            json!({"mid": "m", "text": "geheim", "referral": {"ref": "geheim", "ad_id": "1", "source": "ADS", "type": "OPEN_THREAD"}}),
            "message",
            &["text", "referral"],
            "show-message",
        ),
    ];
    for (message, kind, held, duty) in rows {
        let event = event(&messaging(json!({"message": message})));
        assert_eq!(event["kind"], kind, "{message}");
        assert_eq!(parts(&event), held, "{message}");
        assert_eq!(event["duty"], duty, "{message}");
        assert_eq!(event["channel"], "messaging");
        assert_eq!(event["account"], "expected");
        assert!(
            PRIVATE.iter().all(|word| !event.to_string().contains(word)),
            "{event}"
        );
    }
}

#[test]
fn every_other_item_is_understood() {
    let rows = [
        (
            json!({"message_edit": {"mid": "m", "text": "geheim", "num_edit": 1}}),
            "edit",
            "message_edit",
            "update",
        ),
        (
            json!({"message_edit": {"mid": "m", "text": "geheim", "num_edit": 0}}),
            "edit",
            "message_edit",
            "look-up",
        ),
        (
            json!({"reaction": {"mid": "m", "action": "react", "reaction": "love", "emoji": "❤"}}),
            "reaction",
            "message_reactions",
            "update",
        ),
        (
            json!({"read": {"mid": "m"}}),
            "read",
            "messaging_seen",
            "update",
        ),
        (
            json!({"postback": {"mid": "m", "title": "geheim", "payload": "geheim"}}),
            "postback",
            "messaging_postbacks",
            "act",
        ),
        (
            json!({"referral": {"ref": "geheim", "source": "IGME-SOURCE-LINK", "type": "OPEN_THREAD"}}),
            "referral",
            "messaging_referral",
            "remember",
        ),
        (
            json!({"optin": {"type": "notification_messages", "payload": "geheim"}}),
            "optin",
            "messaging_optins",
            "remember",
        ),
        (
            json!({"pass_thread_control": {"previous_owner_app_id": "1", "new_owner_app_id": "2", "metadata": "geheim"}}),
            "pass-thread-control",
            "messaging_handover",
            "follow-control",
        ),
        (
            json!({"take_thread_control": {"previous_owner_app_id": "1", "new_owner_app_id": "2", "metadata": "geheim"}}),
            "take-thread-control",
            "messaging_handover",
            "follow-control",
        ),
        (
            json!({"request_thread_control": {"requested_owner_app_id": "1", "metadata": "geheim"}}),
            "request-thread-control",
            "messaging_handover",
            "follow-control",
        ),
        (
            json!({"novelty": {"text": "geheim"}}),
            "other",
            "",
            "pass-over",
        ),
    ];
    for (item, kind, field, duty) in rows {
        let event = event(&messaging(item.clone()));
        assert_eq!(event["kind"], kind, "{item}");
        assert_eq!(event["field"].as_str().unwrap_or_default(), field, "{item}");
        assert_eq!(event["duty"], duty, "{item}");
        assert_eq!(event["customer_id"], CUSTOMER, "{item}");
        assert!(
            PRIVATE.iter().all(|word| !event.to_string().contains(word)),
            "{event}"
        );
    }
}

#[test]
fn whom_an_answer_goes_to_is_the_customer_and_never_the_account() {
    let came = event(&messaging(json!({"message": {"mid": "m", "text": "Olá!"}})));
    assert_eq!(
        (&came["customer_id"], &came["echo"]),
        (&CUSTOMER.into(), &false.into())
    );
    assert_eq!(
        came["parts"][0],
        json!({"kind": "text", "characters": 4, "bytes": 5})
    );
    assert_eq!(came["time"], "2019-09-23T18:14:45.349Z");
    let back = json!({"sender": {"id": ACCOUNT}, "recipient": {"id": CUSTOMER}, "message": {"mid": "m", "text": "a", "is_echo": true}});
    let back = event(&messaging(back));
    assert_eq!(
        (&back["customer_id"], &back["echo"]),
        (&CUSTOMER.into(), &true.into())
    );
}

/// Below its own posts the account answers as well, and nobody is to answer that.
#[test]
fn a_comment_of_the_account_itself_is_not_answered() {
    let comment = |from: &str| {
        let value = json!({"id": "17865799348089039", "text": "geheim", "from": {"id": from}});
        json!({"object": "instagram", "entry": [{"id": ACCOUNT, "time": 1, "changes": [{"field": "comments", "value": value}]}]})
    };
    let own = event(&comment(ACCOUNT));
    assert_eq!(own["duty"], "show-own");
    assert_eq!(
        (&own["echo"], &own["customer_id"]),
        (&json!(true), &json!(null))
    );
    assert_eq!(event(&comment(CUSTOMER))["duty"], "show-comment");
    let shown = |request: &Value| verify(request.to_string().as_bytes(), &["--body", "-"]).stdout;
    assert!(!shown(&comment(ACCOUNT)).contains("this is your"));
    assert!(shown(&comment(CUSTOMER)).contains("this is your"));
    // Nor is a test of the dashboard, whose ids are nobody's.
    let test = comment(CUSTOMER).to_string().replace(ACCOUNT, "0");
    let test = serde_json::from_str(&test).unwrap();
    assert!(!shown(&test).contains("this is your"));
}

#[test]
fn in_standby_another_app_holds_the_conversation() {
    let event = event(&in_array(
        "standby",
        json!({"message": {"mid": "m", "text": "geheim"}}),
    ));
    assert_eq!(
        (&event["channel"], &event["duty"]),
        (&"standby".into(), &"listen-only".into())
    );
}

#[test]
fn comments_and_mentions_come_in_both_shapes() {
    let comment = json!({"id": "17865799348089039", "text": "geheim", "from": {"id": "232323232", "username": "maria"}, "media": {"id": "1", "media_product_type": "FEED"}});
    let live = json!({"id": "17865799348089040", "text": "geheim", "from": {"id": "232", "username": "maria", "self_ig_scoped_id": "777"}, "media": {"id": "1", "media_product_type": "LIVE"}});
    let rows = [
        (
            "comments",
            &comment,
            "comment",
            "show-comment",
            Some("17865799348089039"),
            Some("232323232"),
        ),
        (
            "live_comments",
            &live,
            "live-comment",
            "show-comment",
            Some("17865799348089040"),
            Some("777"),
        ),
        (
            "mentions",
            &json!({"media_id": "1", "comment_id": "2"}),
            "mention",
            "look-up",
            None,
            None,
        ),
        (
            "story_insights",
            &json!({"media_id": "1"}),
            "other",
            "pass-over",
            None,
            None,
        ),
    ];
    for (field, value, kind, duty, comment, customer) in rows {
        let change = json!({"field": field, "value": value});
        let nested = json!({"object": "instagram", "entry": [{"id": ACCOUNT, "time": 1_793_418_653, "changes": [change]}]});
        let flat = json!({"object": "instagram", "entry": [{"id": ACCOUNT, "time": 1_793_418_653, "field": field, "value": value}]});
        for (request, notes) in [(nested, json!([])), (flat, json!(["flat-field"]))] {
            let event = event(&request);
            assert_eq!(
                (&event["kind"], &event["duty"]),
                (&kind.into(), &duty.into()),
                "{field}"
            );
            assert_eq!(event["field"], field);
            assert_eq!(event["comment_id"].as_str(), comment);
            assert_eq!(event["customer_id"].as_str(), customer);
            assert_eq!(event["notes"], notes, "{field}");
            assert_eq!(event["time"], "2026-10-31T03:50:53Z");
            assert!(
                PRIVATE.iter().all(|word| !event.to_string().contains(word)),
                "{event}"
            );
        }
    }
    let value = json!({"sender": {"id": CUSTOMER}, "recipient": {"id": ACCOUNT}, "timestamp": "1569262485", "message": {"mid": "m", "text": "geheim"}});
    let request = json!({"object": "instagram", "entry": [{"id": ACCOUNT, "changes": [{"field": "messages", "value": value}]}]});
    let event = event(&request);
    assert_eq!(
        (&event["kind"], &event["duty"]),
        (&"message".into(), &"show-message".into())
    );
    assert_eq!(event["notes"], json!(["message-in-changes"]));
    assert_eq!(event["time"], "2019-09-23T18:14:45Z");
}

#[test]
fn the_test_of_the_dashboard_and_other_accounts_are_recognized() {
    let mut request = messaging(json!({"message": {"mid": "random_mid", "text": "random_text"}}));
    request["entry"][0]["id"] = "0".into();
    let test = event(&request);
    assert_eq!(
        (&test["test"], &test["account"], &test["duty"]),
        (&true.into(), &"test".into(), &"nothing".into())
    );
    request["entry"][0]["id"] = "17841400000000000".into();
    assert_eq!(event(&request)["account"], "other");
    let run = verify(request.to_string().as_bytes(), &["-", "--format", "json"]);
    assert_eq!(run.json()["events"][0]["account"], "unknown");
    // A Page's own webhook names the Page.
    request["object"] = "page".into();
    request["entry"][0]["id"] = "104512345678901".into();
    let run = verify(
        request.to_string().as_bytes(),
        &[
            "-",
            "--format",
            "json",
            "--page",
            "104512345678901",
            "--instagram",
            ACCOUNT,
        ],
    );
    assert_eq!(run.json()["events"][0]["account"], "expected");
}

#[test]
fn the_question_of_a_callback_is_no_event() {
    let request = b"GET /webhook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=geheim HTTP/1.1\r\nHost: a\r\n\r\n";
    let run = verify(request, &["-", "--format", "json"]);
    let document = run.json();
    assert_eq!((run.code, &document["handshake"]), (0, &true.into()));
    assert!(!run.stdout.contains("geheim"));
}

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
