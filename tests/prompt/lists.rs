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
            pty.until("Please answer with a number from 1 to 3, or 0 to leave.");
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

/// Where some items are a yes and a no, their letters stand beside them, and letters of any language take them.
#[test]
fn a_letter_takes_a_yes_or_a_no() {
    for (typed, meant) in [("y", "0"), ("S", "0"), ("д", "0"), ("n", "1"), ("н", "1")] {
        let Some(pty) = asking("seen", &[]) else {
            return;
        };
        let (answer, screen) = answered(pty, "  No (n)\n> I don't know", |pty| pty.types(typed));
        assert_eq!(answer, meant, "{typed}: {screen}");
    }
    let Some(pty) = asking("seen", &[("TEST_LANG", "ru")]) else {
        return;
    };
    let (answer, _) = answered(pty, "  Yes (д)\n  No (н)\n> I", |pty| {
        // Who means `нет` with the keyboard in Latin types `y`.
        pty.types("y");
        pty.presses(&["Up", "Enter"]);
    });
    assert_eq!(answer, "1");
}

#[test]
fn a_numbered_list_takes_words_for_yes_and_no() {
    for (typed, meant) in [
        ("sim", "0"),
        ("да", "0"),
        ("não", "1"),
        ("нет", "1"),
        ("3", "2"),
    ] {
        let Some(pty) = asking("seen", &[("TEST_ACCESSIBLE", "1")]) else {
            return;
        };
        let (answer, screen) = answered(pty, "Number, y or n; 0 to leave [3]: ", |pty| {
            pty.types("perhaps\n");
            pty.until("Please answer y, n or a number from 1 to 3; 0 leaves.");
            pty.types(&format!("{typed}\n"));
        });
        assert_eq!(answer, meant, "{screen}");
        assert!(
            screen.contains("1. Yes (y)\n2. No (n)\n3. I don't know"),
            "{screen}"
        );
    }
}
