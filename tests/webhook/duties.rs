//! What a platform is to do with a request as a whole: who signed it, whose account and whose app it is about.

use serde_json::{Value, json};

use crate::common::Run;
use crate::{ACCOUNT, signed, told, verify};

const CUSTOMER: &str = "1234567890123456";
const TO: &str = "this is your “to”";

fn request(object: &str, item: &Value) -> String {
    let mut event = json!({"sender": {"id": CUSTOMER}, "recipient": {"id": ACCOUNT}, "timestamp": 1_569_262_485_349_i64});
    let members = item.as_object().unwrap().clone();
    event.as_object_mut().unwrap().extend(members);
    json!({"object": object, "entry": [{"id": ACCOUNT, "time": 1, "messaging": [event]}]})
        .to_string()
}

fn message() -> Value {
    json!({"message": {"mid": "m", "text": "Olá!"}})
}

fn passed(name: &str) -> Value {
    json!({name: {"previous_owner_app_id": "1", "new_owner_app_id": "2"}})
}

/// The same with a right signature.
fn right(body: &str, more: &[&str]) -> Run {
    let header = signed(body);
    let args = ["--body", "-", "--header", &header];
    verify(body.as_bytes(), &[&args[..], more].concat())
}

#[test]
fn what_nobody_proved_is_refused_and_not_shown() {
    let body = request("instagram", &message());
    let wrong = format!("X-Hub-Signature-256: sha256={}", "0".repeat(64));
    for header in [None, Some("X-Hub-Signature-256: none"), Some(&wrong)] {
        let mut args = vec!["--body", "-"];
        args.extend(header.iter().flat_map(|header| ["--header", header]));
        let run = verify(body.as_bytes(), &args);
        assert_eq!(run.code, 1);
        let told = run.words();
        assert!(
            told.contains("refuse it with 403 and show nothing"),
            "{told}"
        );
        assert!(!told.contains(TO) && !told.contains("let people"), "{told}");
        args.extend(["--format", "json"]);
        let document = verify(body.as_bytes(), &args).json();
        assert_eq!(document["events"][0]["duty"], "refuse");
    }
    let told = right(&body, &[]).words();
    assert!(
        told.contains(TO) && told.contains("let people answer"),
        "{told}"
    );
}

#[test]
fn what_belongs_to_another_account_is_not_shown_here() {
    let body = request("instagram", &message());
    let run = right(&body, &["--instagram", "17841400000000000"]);
    // Meta did sign it.
    assert_eq!(run.code, 0);
    let told = run.words();
    assert!(told.contains("it belongs to another one"), "{told}");
    assert!(!told.contains(TO), "{told}");
}

/// Messages of the Page itself have ids of another kind.
#[test]
fn what_is_about_the_page_is_not_instagram() {
    let run = right(&request("page", &message()), &[]);
    let told = run.words();
    assert!(
        told.contains("(Messenger), not as one of Instagram"),
        "{told}"
    );
    assert!(!told.contains(TO), "{told}");
}

#[test]
fn in_messaging_this_app_holds_it_or_none_does() {
    let told = right(&request("instagram", &message()), &[]).words();
    assert!(
        told.contains("this app holds the conversation, or none does"),
        "{told}"
    );
    for name in ["pass_thread_control", "take_thread_control"] {
        let told = right(&request("instagram", &passed(name)), &[]).words();
        assert!(
            told.contains("in messaging") && !told.contains("or none does"),
            "{told}"
        );
    }
}

#[test]
fn the_app_that_got_the_conversation_is_compared_with_ones_own() {
    let body = request("instagram", &passed("pass_thread_control"));
    for (app, shown, whose) in [
        (None, "holds it now: 2 Time", "unknown"),
        (Some("2"), "2 (this app)", "expected"),
        (Some("3"), "2 (another app)", "other"),
    ] {
        let own: Vec<&str> = app.iter().flat_map(|app| ["--app", app]).collect();
        let told = right(&body, &own).words();
        assert!(told.contains(shown), "{told}");
        assert!(!told.contains("went to another app"), "{told}");
        let document = right(&body, &[&own[..], &["--format", "json"]].concat()).json();
        let event = &document["events"][0];
        assert_eq!(event["new_owner"], whose);
        assert_eq!(event["new_owner_app_id"], "2");
    }
}

#[test]
fn a_reaction_that_is_taken_back_is_told_apart() {
    let reaction = |action: &str| {
        let body = request(
            "instagram",
            &json!({"reaction": {"mid": "m", "action": action}}),
        );
        told(&body)["events"][0]["kind"].clone()
    };
    assert_eq!(reaction("react"), "reaction");
    assert_eq!(reaction("unreact"), "reaction-removed");
}

/// A field that stands in the entry itself is not said to stand in `changes`.
#[test]
fn a_flat_field_stands_in_one_place() {
    let value = json!({"id": "17865799348089039", "text": "a", "from": {"id": CUSTOMER}});
    let flat = json!({"object": "instagram", "entry": [{"id": ACCOUNT, "time": 1, "field": "comments", "value": value}]});
    let told = right(&flat.to_string(), &[]).words();
    assert!(!told.contains(", in changes"), "{told}");
    assert!(
        told.contains("in the entry itself, not in changes"),
        "{told}"
    );
}

/// The comment with a mention is named, but no private reply goes to it.
#[test]
fn a_mention_keeps_its_comment() {
    let value = json!({"media_id": "1", "comment_id": "17865799348089039"});
    let body = json!({"object": "instagram", "entry": [{"id": ACCOUNT, "time": 1, "changes": [{"field": "mentions", "value": value}]}]});
    let told = right(&body.to_string(), &[]).words();
    assert!(told.contains("Comment: 17865799348089039"), "{told}");
    assert!(!told.contains(TO), "{told}");
}
