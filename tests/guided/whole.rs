//! A shop owner is led from five faults to a healthy end.

use std::fs;

use igdoctor::sandbox::world::{Fault, What, World};

use crate::common::{find, outcome};
use crate::{Person, Shop};

/// What the person does on the phone.
fn switches_tools_on(world: &mut World) {
    world.account.message_access = true;
}

#[test]
fn a_new_customer_is_led_to_a_healthy_end() {
    let shop = Shop::new_customer();
    let page = shop.folder.path("page.md");
    let Some(person) = shop.repair(&["--handover", page.to_str().unwrap()]) else {
        return;
    };
    person.sees("Direct messages do not arrive");
    done_though_it_is_not(&shop, &person);
    person.at(2, "igdoctor can mend this for you now", "Mend it now");
    // What cannot be taken back is not what Enter takes.
    let careful = person.step(3, "Look twice");
    assert!(careful.contains("> Skip this"), "{careful}");
    person.picks("Mend it now");
    answers_the_questions(&person);
    let ended = person.ends(0);
    assert!(ended.stdout.contains("Healthy"), "{}", ended.stdout);
    assert!(
        ended.screen.contains("That was the last step."),
        "{}",
        ended.screen
    );
    let page = fs::read_to_string(page).unwrap();
    for part in [
        "`connected-tools`): done by a person",
        "`account-fields`): done by igdoctor",
        "Nothing is left.",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    later_check_knows(&shop);
}

/// Meta alone is believed: a "done" that is none is told, with a question about this thing only.
fn done_though_it_is_not(shop: &Shop, person: &Person) {
    let whole = shop.sandbox.calls();
    person.at(1, "has switched off access to messages", "Done, look again");
    person.step(1, "Not yet: Meta still shows it");
    let again = shop.sandbox.calls() - whole;
    assert!(
        again < whole,
        "{again} calls for one thing, {whole} for all"
    );
    let posts_asked_for = || {
        let log = shop.sandbox.log();
        log.iter().filter(|line| line.ends_with("/media")).count()
    };
    let before = posts_asked_for();
    assert!(before > 0, "{:?}", shop.sandbox.log());
    shop.sandbox.change(switches_tools_on);
    person.picks("Done, look again");
    person.step(2, "That is right now.");
    assert_eq!(
        posts_asked_for(),
        before,
        "what has nothing to do with it is not asked"
    );
}

/// Two switches are off; both are asked about again after they were switched on.
fn answers_the_questions(person: &Person) {
    let inbox = "Is “Allow access to Instagram messages in Inbox” switched on?";
    person.at(4, inbox, "No");
    person.at(5, "is off for the Page", "Done, look again");
    person.at(5, "And now, what do you see?", "No");
    person.at(5, "Not yet, then.", "Done, look again");
    person.at(5, "And now, what do you see?", "Yes");
    person.at(6, "Do Instagram comments appear there", "Yes");
    person.at(7, "Is every switch in the window on?", "No");
    person.at(
        8,
        "at least one switch for the app “hunion.io” is off",
        "Done, look again",
    );
    person.at(8, "And now, what do you see?", "Yes");
    person.at(9, "is “Take control of conversations” on?", "Yes");
}

/// What the person saw is known to a later check, with its date.
fn later_check_knows(shop: &Shop) {
    let report = shop.check(&[]).json();
    for check in ["page-app-toggles", "inbox-access"] {
        assert_eq!(outcome(&report, check).0, "pass", "{check}");
        let args = &find(&report, check)["args"];
        assert_eq!(args["by"], "person");
        assert!(args["seen_at"].is_string(), "{args}");
    }
    assert!(!shop.state("guided/casa-azul.json").exists(), "it is over");
}

/// Meta cannot be reached just when the person is done: that is neither right nor wrong, and the step stays.
#[test]
fn what_cannot_be_told_is_not_taken_for_right() {
    let shop = Shop::new_customer();
    let Some(person) = shop.repair(&["--only", "connected-tools"]) else {
        return;
    };
    person.sees("Direct messages do not arrive");
    person.step(1, "has switched off access to messages");
    shop.sandbox.change(|world| {
        switches_tools_on(world);
        world.faults = vec![Fault {
            path: "",
            what: What::Html(502),
            times: None,
        }];
    });
    person.picks("Done, look again");
    person.step(1, "It could not be told just now.");
    shop.sandbox.change(|world| world.faults.clear());
    person.picks("Done, look again");
    let ended = person.ends(1);
    assert!(
        ended.screen.contains("That is right now."),
        "{}",
        ended.screen
    );
}

/// A change that Meta refuses is told, and is not in the page as something done.
#[test]
fn what_meta_refused_is_not_written_down_as_done() {
    let shop = Shop::new_customer();
    let page = shop.folder.path("page.md");
    let args = [
        "--only",
        "account-fields",
        "--handover",
        page.to_str().unwrap(),
    ];
    let Some(person) = shop.repair(&args) else {
        return;
    };
    person.sees("Direct messages do not arrive");
    person.step(1, "igdoctor can mend this for you now");
    shop.sandbox.change(|world| {
        for permission in &mut world.permissions {
            if permission.0 == "pages_manage_metadata" {
                permission.1 = "declined";
            }
        }
    });
    person.picks("Mend it now");
    let ended = person.ends(1);
    assert!(ended.screen.contains("Meta refused"), "{}", ended.screen);
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("Nothing so far."), "{page}");
}
