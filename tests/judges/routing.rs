//! Conversation routing cannot be read; what its traces prove, and what they do not (graph-api 6.4).

use igdoctor::evidence::thread_owner::Owner;

use super::*;

fn thread(hours: i64, is_owner: Option<bool>) -> Thread {
    Thread {
        updated: Some(now() - TimeDelta::hours(hours)),
        is_owner,
        people: vec!["1".to_owned(), "2".to_owned()],
    }
}

fn with(routing: Routing, threads: &[Thread], more: impl FnOnce(&mut Evidence)) -> String {
    judged(
        "default-routing-app",
        Flow::Facebook,
        "meta-app",
        |expect, evidence| {
            expect.platform.routing = routing;
            evidence.conversations = answered(threads.to_vec());
            more(evidence);
        },
    )
}

#[test]
fn fresh_threads_tell_old_ones_only_if_they_were_ours() {
    let cases: &[(&[Thread], &str)] = &[
        (&[thread(1, Some(true))], "pass"),
        (&[thread(1, Some(false)), thread(2, Some(true))], "pass"),
        (
            &[thread(1, Some(false)), thread(2, Some(false))],
            "warn routed-to-other-app",
        ),
        (&[thread(1, Some(false)), thread(2, None)], "ask"),
        (&[thread(1, None), thread(30, None)], "pass"),
        (&[thread(30, Some(true))], "pass"),
        (&[thread(30, Some(false))], "ask"),
        (
            &[thread(1, Some(false)), thread(30, Some(true))],
            "warn routed-to-other-app",
        ),
        (&[], "skipped >connected-tools"),
    ];
    for (threads, expected) in cases {
        assert_eq!(
            with(Routing::OursOrNone, threads, |_| {}),
            *expected,
            "{threads:?}"
        );
    }
}

#[test]
fn where_the_platform_wants_itself_chosen_only_proof_is_a_pass() {
    assert_eq!(
        with(Routing::Chosen, &[thread(1, Some(true))], |_| {}),
        "pass"
    );
    assert_eq!(with(Routing::Chosen, &[thread(1, None)], |_| {}), "ask");
    assert_eq!(
        with(Routing::Chosen, &[thread(30, Some(true))], |_| {}),
        "ask"
    );
    assert_eq!(
        with(Routing::Chosen, &[thread(1, None)], |e| e.receivers =
            answered(vec!["3".to_owned()])),
        "ask"
    );
    let shown = |e: &mut Evidence| {
        e.thread_owner = answered(Owner {
            app_id: Some("9".to_owned()),
            held: true,
        })
    };
    assert_eq!(
        with(Routing::Chosen, &[thread(30, Some(false))], shown),
        "pass"
    );
}

#[test]
fn an_owner_or_receivers_that_are_shown_prove_it() {
    let fresh = [thread(1, Some(false))];
    assert_eq!(
        with(Routing::OursOrNone, &fresh, |e| e.thread_owner =
            answered(Owner {
                app_id: Some("9".to_owned()),
                held: true
            })),
        "pass"
    );
    assert_eq!(
        with(Routing::OursOrNone, &fresh, |e| e.receivers =
            answered(Vec::new())),
        "pass"
    );
    assert_eq!(
        with(Routing::OursOrNone, &fresh, |e| e.thread_owner =
            answered(Owner::default())),
        "warn routed-to-other-app"
    );
}

#[test]
fn no_receiver_says_nothing_alone_and_the_reason_with_threads_that_are_not_ours() {
    let no_receiver = |e: &mut Evidence| e.receivers = refused(100, Some(2_018_171), "");
    assert_eq!(
        with(Routing::OursOrNone, &[thread(1, Some(true))], no_receiver),
        "pass"
    );
    assert_eq!(
        with(Routing::OursOrNone, &[thread(1, Some(false))], no_receiver),
        "warn not-a-receiver"
    );
}

/// Nor does it when the owner of a thread is asked for.
#[test]
fn no_receiver_is_no_certain_refusal() {
    let no_receiver = |e: &mut Evidence| e.thread_owner = refused(100, Some(2_018_171), "");
    assert_eq!(
        with(Routing::OursOrNone, &[thread(1, Some(true))], no_receiver),
        "pass"
    );
    assert_eq!(
        with(Routing::OursOrNone, &[thread(30, Some(false))], no_receiver),
        "ask"
    );
}

#[test]
fn only_a_refusal_is_certain() {
    for (code, subcode) in [
        (100, Some(2_534_037)),
        (2_018_300, None),
        (100, Some(2_018_300)),
    ] {
        let verdict = with(Routing::OursOrNone, &[thread(1, None)], |e| {
            e.thread_owner = refused(code, subcode, "")
        });
        assert_eq!(verdict, "fail routed-to-other-app", "{code}/{subcode:?}");
    }
}
