//! Whom a reply goes to, and whose it is.

use crate::common::outcome;
use crate::{ago, message};

fn target(args: &[&str]) -> (String, String) {
    let at = ago(1);
    let report = message(&[&["--text", "a", "--last-inbound", &at], args].concat()).json();
    let (outcome, cause) = outcome(&report, "reply-target");
    (outcome.to_owned(), cause.to_owned())
}

#[test]
fn a_customer_is_named_by_the_id_of_the_webhook() {
    let account = [
        "--instagram",
        "17841405309211844",
        "--platform",
        "hunion",
        "--page",
        "104512345678901",
    ];
    let rows = [
        ("1234567890123456", "pass", ""),
        ("maria.silva", "fail", "wrong-recipient-id"),
        ("+55 11 91234-5678", "fail", "wrong-recipient-id"),
        ("17841405309211844", "fail", "wrong-recipient-id"),
        ("104512345678901", "fail", "wrong-recipient-id"),
    ];
    for (to, expected, cause) in rows {
        let found = target(&[&account[..], &["--to", to]].concat());
        assert_eq!(
            (found.0.as_str(), found.1.as_str()),
            (expected, cause),
            "{to}"
        );
    }
    let found = target(&account);
    assert_eq!(
        (found.0.as_str(), found.1.as_str()),
        ("ask", "confirm-reply-target")
    );
}

#[test]
fn a_platform_that_wants_the_sender_named_gets_a_channel_or_a_name() {
    let rows = [
        ("3f2504e0-4f89-11d3-9a0c-0305e82c3301", "pass", ""),
        ("casa.azul", "pass", ""),
        ("@casa.azul", "pass", ""),
        ("17841405309211844", "fail", "wrong-sender-id"),
        ("casa azul", "fail", "wrong-sender-id"),
    ];
    for (from, expected, cause) in rows {
        let args = [
            "--platform",
            "chatt2me",
            "--to",
            "1234567890123456",
            "--from",
            from,
        ];
        let found = target(&args);
        assert_eq!(
            (found.0.as_str(), found.1.as_str()),
            (expected, cause),
            "{from}"
        );
    }
    let found = target(&["--platform", "chatt2me", "--to", "1234567890123456"]);
    assert_eq!(
        (found.0.as_str(), found.1.as_str()),
        ("ask", "confirm-reply-target")
    );
    // Elsewhere the platform knows by itself.
    let found = target(&["--platform", "planfix", "--to", "1234567890123456"]);
    assert_eq!(found.0, "pass");
}
