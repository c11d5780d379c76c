//! Every item of `messaging` and `standby` that Meta documents, and what a platform is to do with it.

use serde_json::{Value, json};

use crate::{ACCOUNT, told, verify};

pub const CUSTOMER: &str = "1234567890123456";

/// A request with one item of `messaging`.
pub fn messaging(rest: Value) -> Value {
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
pub fn event(request: &Value) -> Value {
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
pub const PRIVATE: &[&str] = &["geheim", "maria", "lookaside", "❤"];

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
            "show-notice",
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
            "note-consent",
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
            "decide-control",
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
