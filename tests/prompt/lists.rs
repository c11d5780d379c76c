//! Choosing one of many.

use super::{answered, asking};

#[test]
fn three_hundred_items_are_chosen_from_by_pages() {
    let Some(pty) = asking("tenants", &[]) else {
        return;
    };
    let (answer, screen) = answered(pty, "> tenant-1 (1/300)", |pty| {
        assert!(pty.screen().starts_with("Which tenant?"));
        assert!(!pty.cursor(), "no cursor where nothing is typed");
        pty.presses(&["Right"]);
        pty.until("(22/300)");
        pty.presses(&["Left", "Left"]);
        let last = pty.until("tenant-300");
        assert!(last.starts_with("Which tenant?"), "{last}");
        pty.presses(&["Down"]);
        pty.until("(296/300)");
        pty.presses(&["Enter"]);
    });
    assert_eq!(answer, "295");
    assert_eq!(screen.trim_end(), "Which tenant? tenant-296");
}

#[test]
fn hostile_and_wide_names_break_nothing() {
    let Some(pty) = asking("pages", &[]) else {
        return;
    };
    let (answer, screen) = answered(pty, "> 日本語", |pty| {
        let screen = pty.until("  Evil\\u{1b}[2J");
        let lines: Vec<&str> = screen.trim_end().lines().collect();
        assert_eq!(lines.len(), 5, "one line for each: {screen}");
        assert!(
            lines[2].ends_with('…') && lines[3].ends_with('…'),
            "{screen}"
        );
        assert!(lines[4].ends_with("\\u{202e}\\u{a}name"), "{screen}");
        pty.presses(&["Up"]);
        pty.until("> Кофейня");
        pty.presses(&["Down", "Down"]);
        let again = pty.until("> Evil");
        assert_eq!(again.trim_end().lines().count(), 5, "{again}");
        pty.presses(&["Enter"]);
    });
    assert_eq!(answer, "2");
    assert_eq!(
        screen.trim_end(),
        "Which Page? Evil\\u{1b}[2J\\u{202e}\\u{a}name"
    );
}

#[test]
fn a_list_can_be_left() {
    let Some(pty) = asking("pages", &[]) else {
        return;
    };
    let (answer, screen) = answered(pty, "> 日本語", |pty| pty.presses(&["Escape"]));
    assert_eq!(answer, "left");
    assert_eq!(screen.trim_end(), "Which Page?");
}

#[test]
fn a_screen_reader_gets_numbers_to_type() {
    for env in [("TEST_ACCESSIBLE", "1"), ("TERM", "dumb")] {
        let Some(pty) = asking("pages", &[env]) else {
            return;
        };
        let (answer, screen) = answered(pty, "Number, 0 to leave [2]: ", |pty| {
            pty.types("4\n");
            pty.until("That is not a number from 1 to 3.");
            pty.types("3\n");
        });
        assert_eq!(answer, "2");
        let lines: Vec<&str> = screen.trim_end().lines().collect();
        assert!(
            lines[1].starts_with("1. Кофейня") && !screen.contains('…'),
            "whole names: {screen}"
        );
        assert!(
            lines.contains(&"3. Evil\\u{1b}[2J\\u{202e}\\u{a}name"),
            "{screen}"
        );
        assert!(lines.contains(&"Number, 0 to leave [2]: 4"), "{screen}");
    }
    let Some(pty) = asking("pages", &[("TEST_ACCESSIBLE", "1")]) else {
        return;
    };
    let (answer, _) = answered(pty, "Number", |pty| pty.types("0\n"));
    assert_eq!(answer, "left");
}
