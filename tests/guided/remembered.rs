//! What only a person can see: asked, remembered, taken back; what the tenant's file says goes first.

use std::fs;

use crate::Shop;
use crate::common::tenants::seen;
use crate::common::{find, outcome};

/// A shop where only the inbox has to be looked at.
const INBOX: &[&str] = &["--only", "inbox-access"];

fn inbox_shop() -> Shop {
    Shop::new("healthy-facebook", |world| world.expects.answers.clear())
}

#[test]
fn an_answer_is_asked_again_after_back() {
    let shop = inbox_shop();
    let Some(person) = shop.repair(INBOX) else {
        return;
    };
    person.sees("I don't know");
    let first = person.step(1, "in Inbox” switched on?");
    assert!(
        !first.contains("  Back"),
        "there is nothing behind it: {first}"
    );
    person.picks("Yes");
    person.step(2, "Do Instagram comments appear there");
    let answers = || fs::read_to_string(shop.state("answers/casa-azul.json")).unwrap();
    assert!(answers().contains("inbox-access"), "{}", answers());
    person.picks("Back");
    person.step(1, "in Inbox” switched on?");
    assert!(!answers().contains("inbox-access"), "{}", answers());
    person.picks("No");
    person.at(2, "is off for the Page", "Back");
    person.at(1, "in Inbox” switched on?", "Yes");
    person.at(2, "Do Instagram comments appear there", "Yes");
    person.ends(0);
    assert_eq!(outcome(&shop.check(&[]).json(), "inbox-access").0, "pass");
}

#[test]
fn who_does_not_know_is_shown_where_to_look() {
    let shop = inbox_shop();
    let Some(person) = shop.repair(INBOX) else {
        return;
    };
    person.sees("Direct messages do not arrive");
    person.at(1, "in Inbox” switched on?", "I don't know");
    let screen = person.pty.until_it("where to look", |screen| {
        screen.contains("Here is where to look") && screen.contains("  Stop for today")
    });
    assert!(screen.starts_with("Step 1"), "{screen}");
    assert!(screen.contains("> I still don't know, go on"), "{screen}");
    person.picks("I still don't know, go on");
    person.at(2, "Do Instagram comments appear there", "Skip this");
    let ended = person.ends(0);
    assert!(ended.stdout.contains(" to look at"), "{}", ended.stdout);
    assert_eq!(outcome(&shop.check(&[]).json(), "inbox-access").0, "ask");
}

/// An answer is believed for 90 days.
#[test]
fn an_old_answer_is_asked_again() {
    for (days, outcome_then) in [(89, "pass"), (91, "ask")] {
        let shop = inbox_shop();
        let at = chrono::Utc::now() - chrono::TimeDelta::days(days);
        let answer = |question| serde_json::json!({"check": "inbox-access", "question": question, "yes": true, "at": at});
        let remembered =
            serde_json::json!({"schema_version": 1, "answers": [answer("0"), answer("1")]});
        fs::create_dir_all(shop.state("answers")).unwrap();
        fs::write(shop.state("answers/casa-azul.json"), remembered.to_string()).unwrap();
        let report = shop.check(&[]).json();
        assert_eq!(outcome(&report, "inbox-access").0, outcome_then, "{days}");
    }
}

/// The file says no since yesterday. What is said at the prompt today does not change that, and the person is told.
#[test]
fn the_tenants_file_goes_first() {
    let shop = inbox_shop();
    let config = shop.folder.path("igdoctor.toml");
    let text = fs::read_to_string(&config).unwrap();
    let no = seen("casa-azul", "inbox-access", "inbox-access-off", "no");
    shop.folder.put("igdoctor.toml", &format!("{text}\n{no}\n"));
    let Some(person) = shop.repair(INBOX) else {
        return;
    };
    person.sees("Direct messages do not arrive");
    person.at(1, "is off for the Page", "Done, look again");
    person.at(1, "And now, what do you see?", "Yes");
    let ended = person.ends(1);
    assert!(
        ended.screen.contains("igdoctor.toml says otherwise"),
        "{}",
        ended.screen
    );
    let report = shop.check(&[]).json();
    assert_eq!(outcome(&report, "inbox-access").0, "fail");
    assert_eq!(find(&report, "inbox-access")["args"]["seen_by"], "Ana");
    // Once the file says nothing, what was remembered counts.
    shop.folder.put("igdoctor.toml", &text);
    let report = shop.check(&[]).json();
    assert_eq!(
        outcome(&report, "inbox-access").0,
        "ask",
        "one of two questions is answered"
    );
    assert_eq!(find(&report, "inbox-access")["args"]["questions"][0], "1");
}
