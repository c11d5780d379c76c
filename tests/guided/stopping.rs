//! However a walk is left, another day goes on from there.

use std::fs;

use crate::common::pty::Pty;
use crate::{Person, Shop};

/// The first fault is mended, the second is open.
fn half_way(shop: &Shop, more: &[&str]) -> Option<Person> {
    let person = shop.repair(more)?;
    person.sees("Direct messages do not arrive");
    person.step(1, "has switched off access to messages");
    shop.sandbox
        .change(|world| world.account.message_access = true);
    person.picks("Done, look again");
    person.step(2, "igdoctor can mend this for you now");
    Some(person)
}

/// Another process, another day: it offers to go on, and knows what was found and done.
#[track_caller]
fn goes_on(shop: &Shop) {
    let page = shop.folder.path("later.md");
    let person = shop
        .repair(&["--handover", page.to_str().unwrap()])
        .unwrap();
    person
        .pty
        .until("you began and stopped half-way. Go on from there? [Y/n]");
    person.pty.types("perhaps\n");
    person.pty.until("Please answer");
    person.pty.types("y\n");
    person.at(1, "igdoctor can mend this for you now", "Stop for today");
    person.ends(1);
    let page = fs::read_to_string(page).unwrap();
    assert!(
        page.contains("What is seen: Direct messages do not arrive"),
        "{page}"
    );
    assert!(
        page.contains("(`connected-tools`, `connected-tools-off`)"),
        "{page}"
    );
    assert!(
        page.contains("(`connected-tools`): done by a person"),
        "{page}"
    );
}

#[test]
fn stopped_for_today_says_how_to_go_on() {
    let shop = Shop::new_customer();
    let page = shop.folder.path("page.md");
    let path = page.to_str().unwrap();
    let Some(person) = half_way(&shop, &["--handover", path]) else {
        return;
    };
    person.picks("Stop for today");
    let ended = person.ends(1);
    let screen = ended.screen.replace('\n', "");
    assert!(
        screen.contains(&format!("igdoctor repair casa-azul --handover {path}")),
        "{screen}"
    );
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("## What is left"), "{page}");
    goes_on(&shop);
}

#[test]
fn escape_stops_too() {
    let shop = Shop::new_customer();
    let Some(person) = half_way(&shop, &[]) else {
        return;
    };
    person.pty.presses(&["Escape"]);
    let ended = person.ends(1);
    assert!(
        ended.screen.contains("You can go on any day"),
        "{}",
        ended.screen
    );
    goes_on(&shop);
}

#[test]
fn ctrl_c_loses_nothing() {
    let shop = Shop::new_customer();
    let page = shop.folder.path("page.md");
    let Some(person) = half_way(&shop, &["--handover", page.to_str().unwrap()]) else {
        return;
    };
    person.pty.presses(&["C-c"]);
    person.ends(130);
    let page = fs::read_to_string(page).unwrap();
    assert!(
        page.contains("(`connected-tools`): done by a person"),
        "{page}"
    );
    goes_on(&shop);
}

#[test]
fn a_closed_terminal_loses_nothing() {
    let shop = Shop::new_customer();
    let Some(person) = half_way(&shop, &[]) else {
        return;
    };
    person.pty.close();
    goes_on(&shop);
}

/// Ctrl-C while Meta is asked, after "done".
#[test]
fn ctrl_c_while_meta_is_asked_says_how_to_go_on() {
    let shop = Shop::new_customer();
    let Some(person) = shop.repair(&[]) else {
        return;
    };
    person.sees("Direct messages do not arrive");
    person.step(1, "has switched off access to messages");
    shop.sandbox.change(|world| world.latency_ms = 600_000);
    let calls = shop.sandbox.calls();
    person.picks("Done, look again");
    person
        .pty
        .until_it("a call to Meta", |_| shop.sandbox.calls() > calls);
    person.pty.presses(&["C-c"]);
    let ended = person.ends(130);
    assert!(
        ended.screen.contains("You can go on any day"),
        "{}",
        ended.screen
    );
    assert!(shop.state("guided/casa-azul.json").exists());
}

/// Whoever has stopped may also begin anew.
#[test]
fn a_new_beginning_asks_what_is_seen() {
    let shop = Shop::new_customer();
    let Some(person) = half_way(&shop, &[]) else {
        return;
    };
    person.picks("Stop for today");
    person.ends(1);
    let person = shop.repair(&[]).unwrap();
    person.pty.until("Go on from there? [Y/n]");
    person.pty.types("n\n");
    person.sees("I don't know");
    person.step(1, "igdoctor can mend this for you now");
}

/// At the very first question nothing has begun.
#[test]
fn the_first_question_can_be_left() {
    let shop = Shop::new_customer();
    let Some(person) = shop.repair(&[]) else {
        return;
    };
    person.pty.until("  I don't know");
    person.pty.presses(&["Escape"]);
    person.ends(1);
    assert!(!shop.state("guided/casa-azul.json").exists());
}

/// A world of the sandbox is gone afterwards, so nothing of it is kept.
#[test]
fn nothing_of_a_sandbox_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state").display().to_string();
    let args = ["repair", "--sandbox", "connected-tools-off"];
    let Some(pty) = Pty::igdoctor(&args, &[("IGDOCTOR_STATE_DIR", &state)]) else {
        return;
    };
    let person = Person::new(pty);
    person.sees("I don't know");
    person.at(1, "has switched off access to messages", "Skip this");
    person.at(2, "in Inbox” switched on?", "Yes");
    person.at(3, "Do Instagram comments appear there", "Stop for today");
    let ended = person.ends(1);
    assert!(
        ended.screen.contains("not kept for another day"),
        "{}",
        ended.screen
    );
    assert!(!folder.path().join("state").exists());
}
