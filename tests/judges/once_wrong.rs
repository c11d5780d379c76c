//! Situations that a review found judged wrongly.

use igdoctor::evidence::callback::{CallbackFacts, Events, Handshake};
use igdoctor::evidence::identity::Identity;
use igdoctor::evidence::page::PageFacts;
use igdoctor::evidence::subscription::ConnectedApp;
use igdoctor::evidence::token::{GranularScope, TokenFacts};
use igdoctor::graph::{Trouble, TroubleKind};

use super::*;

fn thread() -> Thread {
    Thread {
        updated: Some(now()),
        is_owner: None,
        people: vec!["1".to_owned(), "2".to_owned()],
    }
}

fn identity() -> Record<Identity> {
    answered(Identity {
        id: "1".to_owned(),
        name: None,
        account: None,
        without_proof: false,
    })
}

fn page() -> Record<PageFacts> {
    answered(serde_json::from_value(serde_json::json!({"id": "1"})).unwrap())
}

fn of(check: &str, change: impl FnOnce(&mut Expectation, &mut Evidence)) -> String {
    judged(check, Flow::Facebook, "meta-app", change)
}

#[test]
fn the_switch_is_off_also_beside_threads_that_are_still_listed() {
    let verdict = of("connected-tools", |_, e| {
        e.conversations = answered(vec![thread()]);
        e.outsider = refused(200, Some(2_534_041), "");
    });
    assert_eq!(verdict, "fail connected-tools-off");
}

#[test]
fn a_page_that_can_be_read_is_visible_whatever_the_lists_say() {
    let with = |record: Record<PageFacts>| {
        of("page-access", |expect, e| {
            expect.page_id = Some("1".to_owned());
            e.identity = identity();
            e.pages = answered(Vec::new());
            e.page = record;
        })
    };
    assert_eq!(with(page()), "pass");
    assert_eq!(with(refused(100, Some(33), "")), "fail page-not-visible");
    assert_eq!(with(refused(613, None, "")), "undecided");
}

#[test]
fn one_refused_question_does_not_kill_a_token_that_is_answered() {
    let with = |change: &dyn Fn(&mut Evidence)| {
        of("token-valid", |_, e| {
            e.identity = identity();
            e.page = page();
            change(e);
        })
    };
    assert_eq!(with(&|e| e.receivers = refused(190, None, "")), "pass");
    assert_eq!(with(&|e| e.media = refused(210, None, "")), "pass");
    assert_eq!(
        with(&|e| e.conversations = refused(190, Some(463), "")),
        "pass"
    );
    let all = |e: &mut Evidence| {
        e.page = refused(190, Some(492), "");
        e.conversations = refused(190, Some(492), "");
    };
    assert_eq!(with(&all), "fail page-role-lost");
}

/// Code 10 has several causes, so it proves none of them; consent of one customer is not a permission of the app.
#[test]
fn what_a_refusal_may_mean_is_not_what_it_proves() {
    let verdict = of("required-permissions", |_, e| {
        e.conversations = refused(10, None, "")
    });
    assert_eq!(verdict, "undecided");
    let verdict = of("required-permissions", |_, e| {
        e.conversations = answered(vec![thread()]);
        e.outsider = refused(230, None, "User consent is required to access user profile");
    });
    assert_eq!(verdict, "pass");
}

#[test]
fn what_is_gone_in_a_moment_proves_nothing() {
    let transient = |code, subcode| {
        let mut record = refused(code, subcode, "");
        if let Answer::Refused(error) = &mut record.answer {
            error.is_transient = true;
        }
        record
    };
    assert_eq!(
        of("token-valid", |_, e| e.identity = transient(190, Some(463))),
        "undecided"
    );
    let verdict = of("advanced-access", |_, e| {
        e.conversations = refused(-2, Some(2_534_084), "Timeout");
        if let Answer::Refused(error) = &mut e.conversations.answer {
            error.is_transient = true;
        }
    });
    assert_eq!(
        verdict, "fail advanced-access-missing",
        "it only looks like a time-out"
    );
}

#[test]
fn an_empty_list_does_not_hide_what_is_certain() {
    let scope = |name: &str, ids: &[&str]| GranularScope {
        scope: name.to_owned(),
        target_ids: Some(ids.iter().map(|id| (*id).to_owned()).collect()),
    };
    let verdict = of("permission-toggles", |expect, e| {
        expect.page_id = Some("1".to_owned());
        expect.instagram_id = Some("17".to_owned());
        let granular = vec![
            scope("pages_manage_metadata", &[]),
            scope("instagram_manage_messages", &["999"]),
        ];
        e.token = answered(TokenFacts {
            is_valid: true,
            granular,
            ..TokenFacts::default()
        });
    });
    assert_eq!(verdict, "fail account-not-selected");
}

#[test]
fn what_is_not_told_is_not_missing() {
    let verdict = of("account-fields", |expect, e| {
        expect.app_ids = vec!["7".to_owned()];
        e.subscription = answered(vec![ConnectedApp {
            app_id: Some("7".to_owned()),
            name: None,
            subscribed_fields: None,
        }]);
    });
    assert_eq!(verdict, "ask");
    let webhooks = serde_json::from_value(
        serde_json::json!([{"object": "instagram", "callback_url": "https://example.com/"}]),
    )
    .unwrap();
    assert_eq!(
        of("webhook-subscription", |_, e| e.app_webhooks =
            answered(webhooks)),
        "ask"
    );
    let verdict = of("page-published", |expect, e| {
        expect.platform.page_verified = true;
        e.page = answered(
            serde_json::from_value(serde_json::json!({"id": "1", "is_published": true})).unwrap(),
        );
    });
    assert_eq!(verdict, "ask");
}

#[test]
fn an_app_that_could_not_be_read_is_not_published_by_its_traces() {
    let verdict = of("app-published", |_, e| {
        e.app_permissions = answered(
            serde_json::from_value(
                serde_json::json!([{"permission": "instagram_manage_messages", "status": "live"}]),
            )
            .unwrap(),
        );
        e.app = Record {
            answer: Answer::Unreachable(Trouble {
                kind: TroubleKind::Unreadable,
                detail: String::new(),
            }),
            notes: Vec::new(),
        };
    });
    assert_eq!(verdict, "undecided");
}

#[test]
fn a_callback_that_ran_out_of_time_is_not_one_without_address() {
    let timed_out = Record {
        answer: Answer::Unreachable(Trouble {
            kind: TroubleKind::TimeLimit,
            detail: String::new(),
        }),
        notes: Vec::new(),
    };
    assert_eq!(
        of("webhook-callback", |_, e| e.callback = timed_out),
        "undecided"
    );
}

#[test]
fn odd_answers_of_a_callback_are_not_guessed_at() {
    let answer = |status, exact| Handshake {
        status,
        exact,
        ms: 1,
        ..Handshake::default()
    };
    let with = |change: &dyn Fn(&mut CallbackFacts)| {
        let mut facts = CallbackFacts {
            url: "https://example.com/".to_owned(),
            to_wrong_token: Some(answer(403, false)),
            ..CallbackFacts::default()
        };
        change(&mut facts);
        of("webhook-callback", |_, e| e.callback = answered(facts))
    };
    assert_eq!(
        with(&|f| f.to_right_token = Some(answer(202, true))),
        "pass"
    );
    assert_eq!(
        with(&|f| f.to_right_token = Some(answer(302, false))),
        "fail callback-redirects"
    );
    assert_eq!(
        with(&|f| f.to_wrong_token = Some(answer(429, false))),
        "unknown callback-server-error"
    );
    assert_eq!(
        with(&|f| f.events = Some(Events {
            right: 500,
            wrong: Some(403)
        })),
        "fail callback-server-error"
    );
    assert_eq!(
        with(&|f| f.events = Some(Events {
            right: 403,
            wrong: Some(403)
        })),
        "fail callback-wrong-answer"
    );
    assert_eq!(
        with(&|f| f.events = Some(Events {
            right: 200,
            wrong: Some(200)
        })),
        "fail callback-ignores-signature"
    );
    assert_eq!(
        with(&|f| f.events = Some(Events {
            right: 200,
            wrong: Some(403)
        })),
        "pass"
    );
}
