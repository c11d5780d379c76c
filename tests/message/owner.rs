//! Which app holds the conversation: no other one may write in it.

use igdoctor::sandbox::world::{Fault, What};

use crate::FINE;
use crate::common::{find, outcome, run, serve};
use crate::thread::{CUSTOMER_NOW, THREAD, ask, ask_served, run_human};

#[test]
fn a_conversation_of_another_app_is_not_one_to_write_in() {
    // Nobody is named, so it is not certain.
    for thread in [format!("{THREAD}{CUSTOMER_NOW}"), CUSTOMER_NOW.to_owned()] {
        let run = ask("routed-to-other-app", &thread, &[]);
        let target = run.json();
        assert_eq!(
            outcome(&target, "reply-target"),
            ("warn", "routed-to-other-app")
        );
        let told = run_human("routed-to-other-app", &thread);
        assert!(told.contains("It may be refused"), "{told}");
    }
    // The default app is shown who holds it: then it is.
    for (app, cause) in [
        ("555", "routed-to-other-app"),
        ("1217981644879628", "held-by-native-app"),
    ] {
        let sandbox = serve("healthy-facebook", |world| {
            world.default_app = Some(world.app.id.clone());
            for thread in &mut world.threads {
                thread.owner = Some(app.to_owned());
            }
        });
        for thread in [format!("{THREAD}{CUSTOMER_NOW}"), CUSTOMER_NOW.to_owned()] {
            let run = ask_served(&sandbox, &thread, &[]);
            let report = run.json();
            assert_eq!(outcome(&report, "reply-target"), ("fail", cause));
            assert_eq!(find(&report, "reply-target")["args"]["owner_app_id"], app);
            assert_eq!(run.code, 1);
        }
    }
}

/// Where Meta does not tell whether it is ours, it may still tell that somebody holds it.
#[test]
fn an_owner_whose_id_is_not_shown_is_another_app() {
    for (owner, expected) in [(Some("555"), "warn"), (None, "pass")] {
        let sandbox = serve("healthy-facebook", |world| {
            world.default_app = None;
            for thread in &mut world.threads {
                thread.owner = owner.map(str::to_owned);
            }
            world.faults.push(Fault {
                path: "/conversations",
                what: What::NoField("is_owner"),
                times: None,
            });
        });
        let report = ask_served(&sandbox, CUSTOMER_NOW, &[]).json();
        assert_eq!(outcome(&report, "reply-target").0, expected);
        if owner.is_none() {
            assert_eq!(find(&report, "reply-target")["args"]["owner"], "unknown");
        }
    }
}

/// Without a word of Meta's on who holds the conversation, the promise has its reserve.
#[test]
fn nothing_is_promised_where_the_holder_is_not_known() {
    let at = crate::ago(1);
    let args = ["message", "--last-inbound", &at];
    let told = run(&[&args, FINE].concat()).words();
    assert!(
        told.contains("It would be accepted, unless another app holds"),
        "{told}"
    );
    let told = run_human("healthy-facebook", CUSTOMER_NOW);
    assert!(told.contains("It would be accepted: "), "{told}");
    // A public answer is in no conversation.
    let told = run(&[&["message", "--kind", "comment"], FINE].concat()).words();
    assert!(told.contains("It would be accepted: "), "{told}");
}
