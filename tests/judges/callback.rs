//! What the answers of a callback mean.

use igdoctor::evidence::callback::{CallbackFacts, Events, Handshake};
use igdoctor::evidence::probe::{Problem, Step};

use super::*;

fn answer(status: u16) -> Handshake {
    Handshake {
        status,
        ms: 10,
        ..Handshake::default()
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

/// What comes back with something added to a made-up token hardly comes back better to the right one, which may not be known.
#[test]
fn an_echo_with_something_added_is_worth_a_word() {
    let dressed = Handshake {
        near: true,
        ..answer(200)
    };
    let alone = with(|facts| facts.to_wrong_token = Some(dressed.clone()));
    assert_eq!(alone, "warn callback-wrong-answer");
    let beside = with(|facts| {
        facts.to_wrong_token = Some(dressed);
        facts.to_right_token = Some(Handshake {
            exact: true,
            ..answer(200)
        });
    });
    assert_eq!(beside, "pass");
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

/// A redirect is mended in one of two places: at the address, or at what guards it.
#[test]
fn a_redirect_to_a_login_is_a_login() {
    for (location, expected) in [
        ("/login", "fail callback-login-wall"),
        ("https://sso.example.com/", "fail callback-login-wall"),
        (
            "https://example.com/users/sign_in",
            "fail callback-login-wall",
        ),
        ("https://www.example.com/webhook", "fail callback-redirects"),
        ("/blogging/author/", "fail callback-redirects"),
    ] {
        let verdict = with(|facts| {
            facts.to_wrong_token = Some(Handshake {
                location: Some(location.to_owned()),
                ..answer(302)
            })
        });
        assert_eq!(verdict, expected, "{location}");
    }
}

#[test]
fn a_signed_event_must_be_taken_and_a_forged_one_refused() {
    for (right, wrong, expected) in [
        (200, Some(403), "pass"),
        (200, Some(400), "pass"),
        (200, None, "pass"),
        (200, Some(200), "fail callback-ignores-signature"),
        (403, Some(403), "fail callback-wrong-answer"),
        (302, Some(302), "fail callback-wrong-answer"),
        (500, Some(403), "fail callback-server-error"),
        (429, Some(429), "unknown callback-server-error"),
    ] {
        let verdict = with(|facts| facts.events = Some(Events { right, wrong }));
        assert_eq!(verdict, expected, "{right} {wrong:?}");
    }
}

fn lost(step: Step, problem: Problem) -> String {
    with(|facts| {
        facts.to_wrong_token = None;
        (facts.step, facts.problem) = (Some(step), Some(problem));
    })
}

/// A machine without IPv6 cannot tell how a server answers that has nothing else; that is no fault of the server.
#[test]
fn a_machine_without_ipv6_blames_nobody() {
    assert_eq!(
        lost(Step::Tcp, Problem::NoIpv6),
        "unknown callback-ipv6-only"
    );
}

/// A machine that reaches nobody, or whose DNS does not answer, knows nothing of the callback.
#[test]
fn a_machine_without_a_network_blames_nobody() {
    for (step, problem) in [
        (Step::Dns, Problem::DnsUnanswered),
        (Step::Dns, Problem::Offline),
        (Step::Tcp, Problem::Offline),
    ] {
        assert_eq!(lost(step, problem), "unknown callback-unreachable");
    }
    let without_roots = lost(Step::Tls, Problem::NoCaCertificates);
    assert_eq!(without_roots, "unknown no-ca-certificates");
    assert_eq!(lost(Step::Dns, Problem::Dns), "fail callback-unreachable");
}

/// What was seen first comes first, and what is right apart from it is still worth a warning.
#[test]
fn a_fault_does_not_hide_what_came_before_it_nor_a_warning() {
    let verdict = with(|facts| {
        facts.days_left = Some(3);
        facts.to_wrong_token = Some(answer(404));
        (facts.step, facts.problem) = (Some(Step::VerifyToken), Some(Problem::Slow));
    });
    assert_eq!(
        verdict,
        "fail callback-not-found + warn callback-certificate-expiring"
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

/// Meta may hold connections open, so that only the answer counts; then again it may not.
#[test]
fn slow_together_with_the_connection_is_a_warning() {
    for (connect_ms, expected) in [(4_990, "pass"), (4_991, "warn callback-slow")] {
        let verdict = with(|facts| facts.connect_ms = connect_ms);
        assert_eq!(verdict, expected, "{connect_ms}");
    }
}
