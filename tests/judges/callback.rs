//! What the answers of a callback mean.

use igdoctor::evidence::callback::{CallbackFacts, Handshake};

use super::*;

fn answer(status: u16) -> Handshake {
    Handshake {
        status,
        exact: false,
        html: false,
        wants_login: false,
        location: None,
        ms: 10,
    }
}

fn with(change: impl FnOnce(&mut CallbackFacts)) -> String {
    let mut facts = CallbackFacts {
        url: "https://example.com/webhook".to_owned(),
        to_wrong_token: Some(answer(403)),
        ..CallbackFacts::default()
    };
    change(&mut facts);
    judged(
        "webhook-callback",
        Flow::Facebook,
        "meta-app",
        |_, evidence| evidence.callback = answered(facts),
    )
}

#[test]
fn a_wrong_token_must_be_refused_and_403_is_right() {
    for (status, expected) in [
        (403, "pass"),
        (400, "pass"),
        (204, "pass"),
        (301, "fail callback-redirects"),
        (308, "fail callback-redirects"),
        (401, "fail callback-login-wall"),
        (404, "fail callback-not-found"),
        (405, "fail callback-wrong-answer"),
        (500, "fail callback-server-error"),
        (503, "fail callback-server-error"),
    ] {
        assert_eq!(
            with(|facts| facts.to_wrong_token = Some(answer(status))),
            expected,
            "{status}"
        );
    }
}

/// The body counts, not only the status: a login page answers 200 as well.
#[test]
fn an_answer_of_200_is_looked_at() {
    assert_eq!(
        with(|facts| facts.to_wrong_token = Some(Handshake {
            html: true,
            ..answer(200)
        })),
        "fail callback-login-wall"
    );
    assert_eq!(
        with(|facts| facts.to_wrong_token = Some(Handshake {
            exact: true,
            ..answer(200)
        })),
        "warn callback-ignores-verify-token"
    );
}

#[test]
fn the_right_token_must_bring_the_challenge_and_nothing_else() {
    assert_eq!(
        with(|facts| facts.to_right_token = Some(Handshake {
            exact: true,
            ..answer(200)
        })),
        "pass"
    );
    assert_eq!(
        with(|facts| facts.to_right_token = Some(answer(200))),
        "fail callback-wrong-answer"
    );
    assert_eq!(
        with(|facts| facts.to_right_token = Some(answer(403))),
        "fail callback-refuses-verify-token"
    );
}

#[test]
fn several_warnings_stand_together() {
    let verdict = with(|facts| {
        facts.days_left = Some(3);
        facts.ipv6_only = true;
    });
    assert_eq!(
        verdict,
        "warn callback-certificate-expiring + warn callback-ipv6-only"
    );
}
