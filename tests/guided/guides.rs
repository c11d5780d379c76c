//! Without a token the platform's whole guide is walked, in its own order.

use std::fs;

use tempfile::TempDir;

use crate::Person;
use crate::common::pty::Pty;
use crate::common::run;

/// What every step of a guide asks, in the guide's own order.
const HUNION: &[&str] = &[
    "Can you open “Settings” → “Page setup” there",
    "in the list of connected apps",
    "Is every switch in the window on?",
    "is “Take control of conversations” on?",
    "“Linked accounts”",
    "Is “Allow access to Instagram messages in Inbox” switched on?",
    "Do Instagram comments appear there",
    "Under “Default routing app”, is the platform's app chosen?",
    "“Business integrations”",
];
const PLANFIX: &[&str] = &[
    "“Account type and tools”",
    "“Linked accounts”",
    "Do they see the Page?",
    "does a verification badge stand beside its name?",
    "in the list of connected apps",
    "are a template for contacts and the objects for tasks",
    "a comment contains only emoji",
    "a direct message or a reaction to a story contains only emoji",
    "“Create tasks for mentions in stories”",
    "Is “Allow access to Instagram messages in Inbox” switched on?",
    "Do Instagram comments appear there",
    "“Business integrations”",
    "“Allow access to messages” switched on?",
];

/// Somebody without a tenant and without a token.
struct Nobody {
    folder: TempDir,
}

impl Nobody {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn repair(&self, args: &[&str]) -> Option<Person> {
        let args = [&["repair"], args].concat();
        let state = self.path("state");
        Pty::igdoctor(&args, &[("IGDOCTOR_STATE_DIR", &state)]).map(Person::new)
    }

    fn walk(&self, platform: &str) -> Option<Person> {
        let page = self.path("page.md");
        let person = self.repair(&["--platform", platform, "--no-token", "--handover", &page])?;
        person.sees("Direct messages do not arrive");
        Some(person)
    }

    fn page(&self) -> String {
        fs::read_to_string(self.path("page.md")).unwrap()
    }
}

/// A step as the guide has it; what the guide does not have comes behind it.
#[track_caller]
fn in_order(person: &Person, guide: &[&str], answer: impl Fn(&Person)) {
    for (number, question) in (1..).zip(guide) {
        person.step(number, question);
        answer(person);
    }
}

/// What igdoctor asks beyond the guide, until the end.
fn the_rest(person: &Person, from: usize, answer: impl Fn(&Person)) {
    let mut number = from;
    loop {
        let head = format!("Step {number}: ");
        let screen = person.pty.until_it("a step, or the end", |screen| {
            (screen.starts_with(&head) && screen.contains("  Stop for today"))
                || screen.contains("That was the last step.")
        });
        if !screen.starts_with(&head) {
            return;
        }
        answer(person);
        number += 1;
    }
}

#[test]
fn all_answers_yes_is_healthy() {
    for (platform, guide) in [("hunion", HUNION), ("planfix", PLANFIX)] {
        let shop = Nobody::new();
        let Some(person) = shop.walk(platform) else {
            return;
        };
        in_order(&person, guide, |person| person.picks("Yes"));
        the_rest(&person, guide.len() + 1, |person| person.picks("Yes"));
        let ended = person.ends(0);
        assert!(ended.stdout.contains("Healthy"), "{}", ended.stdout);
        let page = shop.page();
        assert!(page.contains("Nothing is left."), "{page}");
        assert!(
            page.contains("## What a person looked at and found right"),
            "{page}"
        );
    }
}

#[test]
fn who_knows_nothing_gets_no_verdict() {
    for (platform, guide) in [("hunion", HUNION), ("planfix", PLANFIX)] {
        let shop = Nobody::new();
        let Some(person) = shop.walk(platform) else {
            return;
        };
        let unknowing = |person: &Person| {
            person.picks("I don't know");
            person.pty.until_it("where to look", |screen| {
                screen.contains("I still don't know, go on") && screen.contains("  Stop for today")
                    || screen.contains("> Read on")
            });
            // What takes more than one screen is read to its end.
            while crate::person::items(&person.pty.screen())[0] == "> Read on" {
                let before = person.pty.screen();
                person.picks("Read on");
                person.pty.until_it("the next page", |screen| {
                    screen != before
                        && (screen.contains("> Read on")
                            || screen.contains("Read it again from the top"))
                });
            }
            person.picks("I still don't know, go on");
        };
        in_order(&person, guide, unknowing);
        the_rest(&person, guide.len() + 1, unknowing);
        let ended = person.ends(3);
        assert!(
            ended.stdout.contains("Could not be told"),
            "{}",
            ended.stdout
        );
        let page = shop.page();
        assert!(
            page.contains("(`inbox-access`, `confirm-inbox-access`). For an admin"),
            "{page}"
        );
    }
}

/// Two answers are no: one is mended on the spot, the other is left to somebody else.
#[test]
fn a_no_leads_through_the_steps_and_the_page_names_what_is_left() {
    let shop = Nobody::new();
    let Some(person) = shop.walk("hunion") else {
        return;
    };
    for (number, question) in (1..3).zip(HUNION) {
        person.at(number, question, "Yes");
    }
    person.at(3, HUNION[2], "No");
    person.at(
        4,
        "Switch on every switch in the window.",
        "Done, look again",
    );
    person.at(4, "And now, what do you see?", "Yes");
    person.at(5, HUNION[3], "Yes");
    person.at(6, HUNION[4], "Yes");
    person.at(7, HUNION[5], "No");
    person.at(8, "is off for the Page", "Skip this");
    // What is broken already is not asked about further.
    person.at(9, HUNION[7], "Yes");
    person.at(10, HUNION[8], "Yes");
    the_rest(&person, 11, |person| person.picks("Yes"));
    person.ends(1);
    let page = shop.page();
    insta::with_settings!({prepend_module_to_snapshot => false, snapshot_path => "../snapshots"}, {
        insta::assert_snapshot!("handover", dateless(&page));
    });
}

/// Today's date stands in many places.
fn dateless(page: &str) -> String {
    let today = chrono::Utc::now().format("%B %-d, %Y").to_string();
    page.replace(&today, "[today]")
}

/// Without a token and without `--no-token` it is offered; the platform is asked, and the command that goes on knows both.
#[test]
fn without_a_token_the_guide_is_offered() {
    let shop = Nobody::new();
    let Some(person) = shop.repair(&[]) else {
        return;
    };
    person
        .pty
        .until("Walk through the platform's guide without one");
    person.pty.types("y\n");
    person.pty.until_it("the platforms", |screen| {
        screen.contains("Which messaging platform?") && screen.contains("hunion.io")
    });
    person.picks("hunion.io");
    person.sees("I don't know");
    person.at(1, HUNION[0], "Yes");
    person.at(2, HUNION[1], "Stop for today");
    let ended = person.ends(3);
    let command = "igdoctor repair --no-token --platform=hunion";
    assert!(ended.screen.contains(command), "{}", ended.screen);
    // The command goes on where it was stopped; for a new beginning it may be another customer.
    for (answer, first) in [("y", HUNION[1]), ("n", HUNION[0])] {
        let person = shop.repair(&["--no-token", "--platform=hunion"]).unwrap();
        person.pty.until("Go on from there? [Y/n]");
        person.pty.types(&format!("{answer}\n"));
        if answer == "n" {
            person.sees("I don't know");
        }
        person.at(1, first, "Stop for today");
        person.ends(3);
    }
}

#[test]
fn who_declines_the_guide_hears_how_to_give_a_token() {
    let Some(person) = Nobody::new().repair(&["--platform", "hunion"]) else {
        return;
    };
    person
        .pty
        .until("Walk through the platform's guide without one");
    person.pty.types("n\n");
    let ended = person.ends(2);
    assert!(ended.screen.contains("--no-token"), "{}", ended.screen);
}

/// A page that cannot be written is told before anything is asked.
#[test]
fn a_page_that_cannot_be_written_is_told_first() {
    let args = [
        "--platform",
        "hunion",
        "--no-token",
        "--handover",
        "/nowhere/at/all/page.md",
    ];
    let Some(person) = Nobody::new().repair(&args) else {
        return;
    };
    let ended = person.ends(2);
    assert!(
        ended
            .screen
            .contains("--handover: cannot write /nowhere/at/all/page.md"),
        "{}",
        ended.screen
    );
    assert!(
        !ended.screen.contains("What do you see?"),
        "{}",
        ended.screen
    );
}

/// What needs no person is not asked of one: these end before anything is asked of anybody.
#[test]
fn a_document_for_a_program_is_not_made_by_a_walk() {
    let args = ["--sandbox", "new-customer", "--format", "json"];
    let Some(person) = Nobody::new().repair(&args) else {
        return;
    };
    let ended = person.ends(2);
    assert!(
        ended.screen.contains("add --yes, or --dry-run"),
        "{}",
        ended.screen
    );
    assert_eq!(ended.stdout, "");
}

/// The page is written without a walk as well.
#[test]
fn what_is_mended_without_questions_is_in_the_page_too() {
    let shop = Nobody::new();
    let page = shop.path("page.md");
    let args = [
        "repair",
        "--sandbox",
        "new-customer",
        "--yes",
        "--handover",
        &page,
    ];
    let run = run(&args);
    assert_eq!(run.code, 1, "{}", run.stderr);
    let page = shop.page();
    assert!(
        page.contains("(`account-fields`): done by igdoctor"),
        "{page}"
    );
    assert!(
        page.contains("- fail: Connected tools may read messages"),
        "{page}"
    );
    assert!(!page.contains("EAAG"), "{page}");
}

/// A letter takes its answer at once, whatever language it is of; the items show which it is.
#[test]
fn a_yes_or_no_is_taken_by_its_letter() {
    let shop = Nobody::new();
    let Some(person) = shop.walk("hunion") else {
        return;
    };
    let screen = person.step(1, HUNION[0]);
    assert!(screen.contains("> Yes (y)\n  No (n)\n"), "{screen}");
    person.pty.types("y");
    person.step(2, HUNION[1]);
    person.pty.types("д");
    person.step(3, HUNION[2]);
    person.pty.types("n");
    person.step(4, "Switch on every switch in the window.");
    person.picks("Stop for today");
    person.ends(1);
}
