//! Nothing of a step ever scrolls away: its head and its menu are on the screen at the same time, whatever its size.

use igdoctor::sandbox::world::World;

use crate::common::pty::Pty;
use crate::person::{items, spoken};
use crate::{Person, Shop};

/// Worlds with long steps, and with every kind of step.
const WORLDS: &[&str] = &[
    "new-customer",
    "agency-handover",
    "endpoint-outage",
    "first-own-app",
    "self-hosted-rocketchat",
    "comments-stopped",
    "routed-to-other-app",
    "no-conversations-yet",
    "page-not-visible",
];

/// Skips through a whole walk, reading every step to its end. Every screen is whole, or this waits in vain.
fn skips_through(person: &Person) -> usize {
    let (mut number, mut pages) = (1, 0);
    loop {
        let head = format!("Step {number}");
        let screen = person.pty.until_it("a whole step, or the end", |screen| {
            screen.contains("This is how everything stands now")
                || (screen.starts_with(&head)
                    && items(screen).iter().any(|item| item.ends_with("Skip this"))
                    && items(screen)
                        .iter()
                        .any(|item| item.ends_with("Stop for today")))
        });
        if !screen.starts_with(&head) {
            return pages;
        }
        if items(&screen)[0] == "> Read on" {
            let mut before = screen;
            while items(&before)[0] == "> Read on" {
                pages += 1;
                person.picks("Read on");
                before = person.pty.until_it("the next page, whole", |screen| {
                    *screen != before
                        && screen.starts_with(&head)
                        && (items(screen).first() == Some(&"> Read on")
                            || screen.contains("Read it again from the top"))
                });
            }
        }
        person.picks("Skip this");
        number += 1;
    }
}

#[test]
fn no_step_scrolls_away() {
    let mut pages = 0;
    for size in [(80, 24), (120, 40), (60, 20)] {
        for world in WORLDS {
            let args = ["repair", "--sandbox", world];
            let Some(pty) = Pty::igdoctor_sized(&args, &[], size) else {
                return;
            };
            let person = Person::new(pty);
            person.sees("I don't know");
            pages += skips_through(&person);
        }
    }
    assert!(pages > 0, "no step was long enough for a second page");
}

/// What to do comes first; why it matters stands in the help where there is no room for it.
#[test]
fn help_tells_why_and_who() {
    let shop = Shop::new_customer();
    let Some(person) = shop.repair(&[]) else {
        return;
    };
    person.sees("I don't know");
    person.at(1, "has switched off access to messages", "Help");
    let help = person.step(1, "This can be done by the owner of the Instagram account.");
    assert!(spoken(&help).contains("comments go on arriving."), "{help}");
    person.picks("Back to the step");
    person.step(1, "has switched off access to messages");
}

/// In the walk things are called as people call them: no check has its id there.
#[test]
fn no_step_names_a_check_by_its_id() {
    let Some(pty) = Pty::igdoctor(&["repair", "--sandbox", "new-customer"], &[]) else {
        return;
    };
    let person = Person::new(pty);
    person.sees("I don't know");
    let ids = [
        "connected-tools",
        "account-fields",
        "token-lifetime",
        "inbox-access",
        "page-app-toggles",
    ];
    for number in 1..=5 {
        let screen = person.step(number, "");
        for id in ids {
            assert!(!screen.contains(id), "{id}\n{screen}");
        }
        let safe = screen.contains("> Mend it now");
        person.picks(if safe { "Mend it now" } else { "Skip this" });
    }
    person
        .pty
        .until_it("the end", |screen| screen.contains("the last step"));
}

/// For a screen reader, and for a terminal that cannot repaint, text is only added and choices have numbers.
#[test]
fn a_screen_reader_hears_everything_once() {
    for (more, env) in [(&["--accessible"][..], &[][..]), (&[], &[("TERM", "dumb")])] {
        let shop = Shop::new("connected-tools-off", nobody_has_looked);
        let args = [more, &["--only", "connected-tools"]].concat();
        let Some(person) = shop.repair_in(&args, env, (80, 120)) else {
            return;
        };
        person.pty.until("Number, 0 to leave [1]:");
        person.pty.types("x\n");
        person
            .pty
            .until("Please answer with a number from 1 to 5, or 0 to leave.");
        person.pty.types("1\n");
        person.pty.until("Help\nNumber, 0 to leave [1]:");
        shop.sandbox
            .change(|world| world.account.message_access = true);
        person.pty.types("1\n");
        let ended = person.ends(0);
        assert!(
            ended.screen.contains("1. Done, look again"),
            "{}",
            ended.screen
        );
        assert!(
            ended.screen.contains("That is right now."),
            "{}",
            ended.screen
        );
        // Nothing was cleared: the first question is still there.
        assert!(
            ended.screen.contains("What do you see?"),
            "{}",
            ended.screen
        );
        assert!(
            ended.screen.contains("comments go on arriving."),
            "{}",
            ended.screen
        );
    }
}

fn nobody_has_looked(world: &mut World) {
    world.expects.answers.clear();
}

/// Zero leaves a numbered menu, and so does the end of the input.
#[test]
fn a_numbered_menu_can_be_left() {
    for keys in ["0\n", "\u{4}"] {
        let shop = Shop::new("connected-tools-off", nobody_has_looked);
        let Some(person) = shop.repair_in(&["--accessible"], &[], (80, 120)) else {
            return;
        };
        person.pty.until("Number, 0 to leave [1]:");
        person.pty.types("5\n");
        person.pty.until("Help\nNumber, 0 to leave [1]:");
        person.pty.types(keys);
        let ended = person.ends(1);
        assert!(
            ended.screen.contains("You can go on any day"),
            "{}",
            ended.screen
        );
    }
}
