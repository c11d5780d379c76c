//! `--self`: the account writes to itself, if it may and if somebody agrees.

use super::*;

#[test]
fn without_consent_nothing_is_sent() {
    let sandbox = common::serve("message-to-itself", |_| ());
    let run = common::finish(trace_of(&sandbox, &["--self"]));
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("--yes"), "{}", run.stderr);
    assert!(!sandbox.log().iter().any(|call| call.starts_with("POST")));
}

#[test]
fn one_message_goes_to_the_account_itself() {
    let sandbox = common::serve("message-to-itself", |_| ());
    let run = common::finish(trace_of(&sandbox, &["--self", "--yes"]));
    let sent: Vec<String> = sandbox
        .log()
        .into_iter()
        .filter(|call| call.starts_with("POST"))
        .collect();
    assert_eq!(sent, ["POST /104512345678901/messages"]);
    assert_eq!(arg(&run.json(), "sender"), "account");
    assert!(arg(&run.json(), "seen_ms").is_u64(), "{}", run.stdout);
}

/// No message goes anywhere unless Meta shows a conversation of the account with itself, by an id that is known as its own.
#[test]
fn an_account_that_never_wrote_to_itself_is_told_how() {
    let sandbox = common::serve("healthy-facebook-token", |_| ());
    let run = common::finish(trace_of(&sandbox, &["--self", "--yes"]));
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert_eq!(arg(&run.json(), "unsent"), "no-own-conversation");
    assert!(!sandbox.log().iter().any(|call| call.starts_with("POST")));
}

/// Meta may refuse all the same; then nobody waits for what was never sent.
#[test]
fn a_refusal_is_told_as_one() {
    let sandbox = common::serve("message-to-itself", |world| {
        world.faults.push(igdoctor::sandbox::world::Fault {
            path: "POST /messages",
            what: igdoctor::sandbox::world::What::Refuse(
                403,
                10,
                Some(2_534_022),
                "(#10) This message is sent outside of allowed window.",
            ),
            times: None,
        });
    });
    let run = common::finish(trace_of(&sandbox, &["--self", "--yes"]));
    let (outcome, cause) = (
        common::outcome(&run.json(), CHECK).0.to_owned(),
        common::outcome(&run.json(), CHECK).1.to_owned(),
    );
    assert_eq!(
        (outcome.as_str(), cause.as_str()),
        ("unknown", "window-closed"),
        "{}",
        run.stdout
    );
}
