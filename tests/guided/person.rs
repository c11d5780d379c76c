//! The person in front of the terminal: waits for a step, reads it, and chooses.

use crate::common::pty::{Ended, Pty};

/// What stands above the items of a menu.
const KEYS: &str = "Up and down move, Enter takes, Esc leaves";

pub struct Person {
    pub pty: Pty,
}

impl Person {
    pub fn new(pty: Pty) -> Self {
        Self { pty }
    }

    /// Says what they see: the first thing that is asked.
    #[track_caller]
    pub fn sees(&self, symptom: &str) {
        self.pty.until_it("the symptoms", |screen| {
            screen.contains("What do you see?") && screen.contains("  I don't know")
        });
        self.picks(symptom);
    }

    /// Waits for a step that says this. Its head and its whole menu are on the screen at the same time.
    #[track_caller]
    pub fn step(&self, number: usize, says: &str) -> String {
        let head = format!("Step {number}");
        let there = |screen: &str| {
            let first = screen.lines().next().unwrap_or_default();
            first.starts_with(&format!("{head}:")) | first.starts_with(&format!("{head} ("))
                && spoken(screen).contains(says)
                && is_whole(screen)
        };
        self.pty.until_it(&format!("{head} with `{says}`"), there)
    }

    /// Chooses an item of the menu.
    #[track_caller]
    pub fn picks(&self, item: &str) {
        let screen = self.pty.screen();
        let items = items(&screen);
        let place = |wanted: &dyn Fn(&str) -> bool| {
            items
                .iter()
                .position(|item| wanted(item))
                .unwrap_or_else(|| panic!("no {item}: {screen}"))
        };
        let from = place(&|line| line.starts_with("> "));
        // A yes or no shows its letter as well.
        let is = |label: &str| label.rsplit_once(" (").map_or(label, |(word, _)| word) == item;
        let to = place(&|line| {
            line.get(2..)
                .is_some_and(|label| label == item || is(label))
        });
        let key = if to < from { "Up" } else { "Down" };
        let mut keys = vec![key; to.abs_diff(from)];
        keys.push("Enter");
        self.pty.presses(&keys);
    }

    /// Waits for a step and chooses.
    #[track_caller]
    pub fn at(&self, number: usize, says: &str, picks: &str) {
        self.step(number, says);
        self.picks(picks);
    }

    #[track_caller]
    pub fn ends(self, code: i32) -> Ended {
        let ended = self.pty.end();
        assert_eq!(ended.code, code, "{}\n{}", ended.screen, ended.stdout);
        ended.left_in_order();
        ended
    }
}

/// The items of a menu that is open.
pub fn items(screen: &str) -> Vec<&str> {
    let lines = screen.trim_end().lines();
    let mut below = lines.skip_while(|line| *line != KEYS);
    below.next();
    below.collect()
}

/// Every menu ends in one of these.
fn is_whole(screen: &str) -> bool {
    let ends = [
        "Help",
        "Stop for today",
        "I don't know",
        "Back to the step",
        "Read it again from the top",
    ];
    items(screen)
        .last()
        .is_some_and(|last| ends.iter().any(|end| last.ends_with(end)))
}

/// The words of a screen, however they are wrapped.
pub fn spoken(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}
