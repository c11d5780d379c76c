//! Items of `changes`: comments, mentions, and messages that come there.

use serde_json::{Value, json};

use crate::payloads::{CUSTOMER, PRIVATE, event};
use crate::{ACCOUNT, signed, verify};

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
            Some("2"),
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
    let shown = |request: &Value| {
        let (body, header) = (request.to_string(), signed(&request.to_string()));
        verify(body.as_bytes(), &["--body", "-", "--header", &header]).stdout
    };
    assert!(!shown(&comment(ACCOUNT)).contains("this is your"));
    assert!(shown(&comment(CUSTOMER)).contains("this is your"));
    // Nor is a test of the dashboard, whose ids are nobody's.
    let test = comment(CUSTOMER).to_string().replace(ACCOUNT, "0");
    let test = serde_json::from_str(&test).unwrap();
    assert!(!shown(&test).contains("this is your"));
}

/// What the account wrote to itself may come without being told back.
#[test]
fn a_message_of_the_account_to_itself_is_not_answered() {
    let value = json!({"sender": {"id": ACCOUNT}, "recipient": {"id": ACCOUNT}, "timestamp": "1569262485", "message": {"mid": "m", "text": "geheim", "is_self": true}});
    let request = json!({"object": "instagram", "entry": [{"id": ACCOUNT, "changes": [{"field": "messages", "value": value}]}]});
    let event = event(&request);
    assert_eq!(event["duty"], "show-own");
    assert_eq!(event["notes"], json!(["own-message", "message-in-changes"]));
    assert_eq!(event["customer_id"], json!(null));
}
