//! A process that ends in the middle: the next one finds what it left, reads what is there, and ends it rightly.

use super::shop::{Shop, events, result};

/// Ends the process at this point.
fn dies(shop: &Shop, point: &str, args: &[&str]) {
    let mut command = shop.command(args);
    command.env("IGDOCTOR_FAULT_POINT", point);
    let status = command.output().unwrap().status;
    assert_eq!(status.code(), None, "{point}: it was to be killed there");
}

#[test]
fn a_repair_that_died_is_found_and_finished() {
    // The point, whether the write had happened, and what the next start says of it.
    for (point, wrote, said) in [
        ("repair-before-journal", false, ""),
        (
            "repair-after-journal",
            false,
            "interrupted before it happened",
        ),
        (
            "repair-after-write",
            true,
            "It did happen; igdoctor undo shop:1 takes it back",
        ),
        (
            "repair-before-done",
            true,
            "It did happen; igdoctor undo shop:1 takes it back",
        ),
    ] {
        let shop = Shop::new("messages-field-missing", |_| {});
        let before = shop.truth();
        dies(&shop, point, &["repair", "shop", "--yes"]);
        assert_eq!(shop.truth() != before, wrote, "{point}");
        let run = shop.ends(0, &["repair", "shop", "--yes"]);
        assert!(run.stderr.contains(said), "{point}: {}", run.stderr);
        assert_eq!(shop.writes().len(), 1, "{point}: {:?}", shop.writes());
        assert_eq!(shop.check("account-fields").0, "pass", "{point}");
        let told = match point {
            "repair-before-journal" => events(&[(1, "begun"), (1, "done")]),
            "repair-after-journal" => {
                events(&[(1, "begun"), (1, "not-made"), (2, "begun"), (2, "done")])
            }
            _ => events(&[(1, "begun"), (1, "done")]),
        };
        assert_eq!(shop.events(), told, "{point}");
        shop.ends(0, &["undo", "shop", "--yes"]);
        assert_eq!(shop.truth(), before, "{point}");
    }
}

/// Whoever only wants back what was needs no repair first.
#[test]
fn what_a_dead_repair_did_can_be_taken_back_at_once() {
    for point in ["repair-after-write", "repair-before-done"] {
        let shop = Shop::new("messages-field-missing", |_| {});
        let before = shop.truth();
        dies(&shop, point, &["repair", "shop", "--yes"]);
        shop.ends(0, &["undo", "shop", "--yes"]);
        assert_eq!(shop.truth(), before, "{point}");
        assert_eq!(shop.events().last().unwrap(), &(1, "undone".to_owned()));
    }
    let shop = Shop::new("messages-field-missing", |_| {});
    dies(&shop, "repair-after-journal", &["repair", "shop", "--yes"]);
    let run = shop.ends(2, &["undo", "shop", "--yes"]);
    assert!(
        run.stderr.contains("nothing of shop to take back"),
        "{}",
        run.stderr
    );
}

#[test]
fn an_undo_that_died_is_found_and_finished() {
    for (point, wrote, said, then) in [
        (
            "undo-after-journal",
            false,
            "the change is still in force",
            0,
        ),
        ("undo-after-write", true, "It did happen", 2),
    ] {
        let shop = Shop::new("messages-field-missing", |_| {});
        let before = shop.truth();
        shop.repair(&[]);
        dies(&shop, point, &["undo", "shop", "--yes"]);
        assert_eq!(shop.truth() == before, wrote, "{point}");
        let run = shop.ends(then, &["undo", "shop", "--yes"]);
        assert!(run.stderr.contains(said), "{point}: {}", run.stderr);
        assert_eq!(shop.truth(), before, "{point}");
        assert_eq!(shop.events().last().unwrap(), &(1, "undone".to_owned()));
        assert_eq!(shop.writes().len(), 2, "{point}");
    }
}

/// After an undo that died, a repair makes a change of its own, which can be taken back.
#[test]
fn a_repair_after_an_undo_that_died() {
    let shop = Shop::new("messages-field-missing", |_| {});
    let before = shop.truth();
    shop.repair(&[]);
    dies(&shop, "undo-after-write", &["undo", "shop", "--yes"]);
    assert_eq!(result(&shop.repair(&[]), "account-fields"), "done");
    let ends = events(&[(1, "undoing"), (1, "undone"), (2, "begun"), (2, "done")]);
    assert_eq!(shop.events()[2..], ends);
    shop.ends(0, &["undo", "shop", "--yes"]);
    assert_eq!(shop.truth(), before);
}

/// The webhook of an app, which is written with the app's own access, is found again as well.
#[test]
fn a_webhook_repair_that_died() {
    let args = [
        "repair",
        "shop",
        "--yes",
        "--only",
        "webhook-fields",
        "--confirm-app",
        "hunion.io",
    ];
    let shop = Shop::new("field-missing", |world| {
        world.expects.knows_verify_token = true
    });
    let before = shop.truth();
    dies(&shop, "repair-after-write", &args);
    shop.ends(0, &args);
    assert_eq!(shop.events(), events(&[(1, "begun"), (1, "done")]));
    assert_eq!(shop.writes().len(), 1);
    dies(&shop, "undo-after-journal", &["undo", "shop", "--yes"]);
    shop.ends(0, &["undo", "shop", "--yes"]);
    assert_eq!(shop.truth(), before);
}

/// Whoever is there decides whether what happened is kept.
#[cfg(unix)]
#[test]
fn a_person_is_asked_whether_it_is_to_stay() {
    for (answer, event) in [("y\n", "done"), ("n\n", "undone")] {
        let shop = Shop::new("messages-field-missing", |_| {});
        let before = shop.truth();
        dies(&shop, "repair-after-write", &["repair", "shop", "--yes"]);
        let Some(pty) = shop.sit(&["repair", "shop"]) else {
            return;
        };
        pty.until("Keep it?");
        pty.types(answer);
        pty.until("What do you see?");
        pty.presses(&["C-c"]);
        assert_eq!(pty.end().code, 130);
        assert_eq!(shop.events().last().unwrap().1, event);
        assert_eq!(shop.truth() == before, event == "undone");
    }
}
