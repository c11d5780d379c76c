//! Writes that go wrong on the way: nothing is lost, nothing is written blindly, and the journal tells the truth.

use igdoctor::sandbox::world::What;
use serde_json::json;

use super::shop::{Shop, events, fix, once, result};

const WRITE: &str = "POST /subscribed_apps";
const WORLD: &str = "messages-field-missing";

fn names(fields: &[&str]) -> Option<Vec<String>> {
    Some(fields.iter().map(|field| (*field).to_owned()).collect())
}

/// Everything that was, and what was missing.
fn mended() -> Option<Vec<String>> {
    names(&["feed", "leadgen", "messages"])
}

/// The write happens, and its answer does not arrive.
#[test]
fn a_lost_answer_is_no_lost_write() {
    for fault in [
        What::Drop,
        What::Html(500),
        What::Cut,
        What::Refuse(
            500,
            2,
            None,
            "An unexpected error has occurred. Please retry your request later.",
        ),
        What::Refuse(500, 1, None, "An unknown error occurred"),
        What::Hang(30_000),
    ] {
        let what = format!("{fault:?}");
        let shop = Shop::with_fault(WORLD, WRITE, What::After(Box::new(fault)));
        let document = shop.repair(&["--timeout", "1s"]);
        assert_eq!(result(&document, "account-fields"), "done", "{what}");
        assert_eq!(
            shop.writes(),
            [format!(
                "POST /{}/subscribed_apps",
                igdoctor::sandbox::world::PAGE_ID
            )],
            "{what}"
        );
        assert_eq!(shop.fields(), mended(), "{what}");
        assert_eq!(
            shop.events(),
            events(&[(1, "begun"), (1, "done")]),
            "{what}"
        );
        shop.ends(0, &["undo", "shop", "--yes"]);
        assert_eq!(shop.fields(), names(&["feed", "leadgen"]), "{what}");
    }
}

/// The write does not arrive: it is made again, after it was read that it did not happen.
#[test]
fn a_lost_write_is_made_again_after_a_look() {
    for fault in [
        What::Drop,
        What::Html(502),
        What::Refuse(
            500,
            2,
            None,
            "An unexpected error has occurred. Please retry your request later.",
        ),
    ] {
        let what = format!("{fault:?}");
        let shop = Shop::with_fault(WORLD, WRITE, fault);
        assert_eq!(
            result(&shop.repair(&[]), "account-fields"),
            "done",
            "{what}"
        );
        let log = shop.sandbox.log();
        let at: Vec<usize> = (0..log.len())
            .filter(|at| log[*at].starts_with("POST "))
            .collect();
        let [first, second] = at[..] else {
            panic!("{what}: {log:?}")
        };
        let read = log[first..second]
            .iter()
            .any(|line| line.starts_with("GET ") && line.ends_with("/subscribed_apps"));
        assert!(read, "{what}: {log:?}");
        assert_eq!(shop.fields(), mended(), "{what}");
    }
}

#[test]
fn a_write_that_never_arrives_is_given_up_and_written_down_as_not_made() {
    let shop = Shop::new(WORLD, |world| {
        once(world, WRITE, What::Drop);
        once(world, WRITE, What::Drop);
    });
    let before = shop.truth();
    assert_eq!(result(&shop.repair(&[]), "account-fields"), "not-taken");
    assert_eq!(shop.writes().len(), 2);
    assert_eq!(shop.truth(), before);
    assert_eq!(shop.events().last().unwrap(), &(1, "not-made".to_owned()));
    let run = shop.ends(2, &["undo", "shop", "--yes"]);
    assert!(
        run.stderr.contains("nothing of shop to take back"),
        "{}",
        run.stderr
    );
}

#[test]
fn meta_says_yes_and_does_nothing() {
    let shop = Shop::with_fault(WORLD, WRITE, What::Pretend);
    let before = shop.truth();
    let document = shop.repair(&[]);
    assert_eq!(result(&document, "account-fields"), "not-taken");
    assert_eq!(shop.writes().len(), 1, "another write would say the same");
    assert_eq!(shop.truth(), before);
    assert_eq!(shop.events(), events(&[(1, "begun"), (1, "not-made")]));
    assert_eq!(
        super::common::outcome(&document["report"], "account-fields").0,
        "fail"
    );
}

/// What Meta took of a change can be taken back; what it did not take is said.
#[test]
fn meta_takes_a_part() {
    let shop = Shop::new("healthy-facebook", |world| {
        world.platform = "asks-more.toml";
        world.pages[0].apps[0].fields = vec!["feed".to_owned()];
        let pretend = What::Pretend;
        once(world, WRITE, pretend);
        let part: fn(&mut igdoctor::sandbox::world::World) =
            |world| world.pages[0].apps[0].fields.push("messages".to_owned());
        once(world, WRITE, What::Meanwhile(part));
    });
    let document = shop.repair(&[]);
    assert_eq!(result(&document, "account-fields"), "done");
    assert_eq!(
        fix(&document, "account-fields")["result"]["left_out"],
        json!(["messaging_optins"])
    );
    assert_eq!(shop.told(1, "after"), json!(["feed", "messages"]));
    shop.ends(0, &["undo", "shop", "--yes"]);
    assert_eq!(shop.fields(), names(&["feed"]));
}

#[test]
fn a_permission_that_was_lost_since_the_plan_is_a_plain_refusal() {
    let shop = Shop::with_fault(
        WORLD,
        WRITE,
        What::Meanwhile(|world| {
            world
                .permissions
                .retain(|(name, _)| name != "pages_manage_metadata");
        }),
    );
    let document = shop.repair(&[]);
    assert_eq!(result(&document, "account-fields"), "refused");
    assert_eq!(shop.writes().len(), 1);
    assert_eq!(shop.fields(), names(&["feed", "leadgen"]));
    assert_eq!(shop.events(), events(&[(1, "begun"), (1, "not-made")]));
}

#[test]
fn what_somebody_added_since_the_plan_stays() {
    // The first reading is the check's, the second is made just before the write.
    let shop = Shop::with_fault(
        WORLD,
        "GET /subscribed_apps",
        What::Nth(
            2,
            Box::new(What::Meanwhile(|world| {
                world.pages[0].apps[0].fields = vec!["leadgen".to_owned(), "ratings".to_owned()];
            })),
        ),
    );
    assert_eq!(result(&shop.repair(&[]), "account-fields"), "done");
    let fields = shop.fields().unwrap();
    for field in ["leadgen", "ratings", "messages"] {
        assert!(fields.iter().any(|known| known == field), "{fields:?}");
    }
    assert_eq!(shop.told(0, "before"), json!(["leadgen", "ratings"]));
}

#[test]
fn somebody_else_mended_it_since_the_plan() {
    let shop = Shop::with_fault(
        WORLD,
        "GET /subscribed_apps",
        What::Nth(
            2,
            Box::new(What::Meanwhile(|world| {
                world.pages[0].apps[0].fields.push("messages".to_owned());
            })),
        ),
    );
    assert_eq!(result(&shop.repair(&[]), "account-fields"), "was-right");
    assert_eq!(shop.writes(), [""; 0]);
    assert_eq!(shop.journal(), "", "there is nothing to take back");
}

/// The first write is lost while somebody else adds a field: the second is made from what is there by then.
#[test]
fn a_second_write_starts_from_a_new_reading() {
    let shop = Shop::new(WORLD, |world| {
        once(
            world,
            WRITE,
            What::Meanwhile(|world| {
                world.pages[0].apps[0].fields.push("ratings".to_owned());
            }),
        );
        once(world, WRITE, What::Drop);
    });
    assert_eq!(result(&shop.repair(&[]), "account-fields"), "done");
    assert_eq!(
        shop.fields(),
        names(&["feed", "leadgen", "ratings", "messages"])
    );
    shop.ends(0, &["undo", "shop", "--yes"]);
    assert_eq!(shop.fields(), names(&["feed", "leadgen", "ratings"]));
}

/// A list that somebody replaced after our reading: what was read is in the journal, so nothing is forgotten.
#[test]
fn a_list_replaced_between_reading_and_writing_is_written_down_as_read() {
    let shop = Shop::with_fault(
        WORLD,
        WRITE,
        What::Meanwhile(|world| {
            world.pages[0].apps[0].fields = vec!["ratings".to_owned()];
        }),
    );
    assert_eq!(result(&shop.repair(&[]), "account-fields"), "done");
    assert_eq!(shop.told(0, "before"), json!(["feed", "leadgen"]));
    assert_eq!(
        shop.told(0, "after"),
        json!(["feed", "leadgen", "messages"])
    );
    assert_eq!(shop.fields(), mended());
}

#[test]
fn a_field_that_meta_refuses_is_left_out_and_the_rest_goes_on() {
    let shop = Shop::new("healthy-facebook", |world| {
        world.platform = "asks-more.toml";
        world.pages[0].apps[0].fields = vec!["feed".to_owned()];
        once(
            world,
            WRITE,
            What::Refuse(
                400,
                100,
                None,
                "(#100) Param subscribed_fields[2] must be one of {messages, feed}",
            ),
        );
    });
    let document = shop.repair(&[]);
    assert_eq!(result(&document, "account-fields"), "done");
    assert_eq!(
        fix(&document, "account-fields")["result"]["left_out"],
        json!(["messaging_optins"])
    );
    assert_eq!(shop.fields(), names(&["feed", "messages"]));
    assert_eq!(
        shop.events(),
        events(&[(1, "begun"), (1, "amended"), (1, "done")])
    );
    assert_eq!(shop.told(1, "after"), json!(["feed", "messages"]));
    let again = Shop::new("healthy-facebook", |world| {
        world.platform = "asks-more.toml";
        world.pages[0].apps[0].fields = vec!["feed".to_owned()];
        once(
            world,
            WRITE,
            What::Refuse(
                400,
                100,
                None,
                "(#100) Param subscribed_fields[2] must be one of {messages, feed}",
            ),
        );
    });
    let told = again.run(&["repair", "shop", "--yes"]).words();
    assert!(
        told.contains("does not take these fields: messaging_optins"),
        "{told}"
    );
}

/// The only field that was missing is the one that Meta refuses: nothing was changed, and that is no success.
#[test]
fn a_refused_field_that_was_all_is_a_refusal() {
    let shop = Shop::with_fault(
        WORLD,
        WRITE,
        What::Refuse(
            400,
            100,
            None,
            "(#100) Param subscribed_fields[2] must be one of {feed, leadgen}",
        ),
    );
    assert_eq!(result(&shop.repair(&[]), "account-fields"), "refused");
    assert_eq!(shop.writes().len(), 1);
    assert_eq!(shop.events().last().unwrap(), &(1, "not-made".to_owned()));
}

/// Neither the answer nor what is there can be read: it stays open, and the next run looks.
#[test]
fn what_cannot_be_read_stays_open() {
    let shop = Shop::new(WORLD, |world| {
        once(world, WRITE, What::After(Box::new(What::Drop)));
        // The check reads once, then the repair before its write and after it.
        once(
            world,
            "GET /subscribed_apps",
            What::Nth(3, Box::new(What::Drop)),
        );
    });
    assert_eq!(result(&shop.repair(&[]), "account-fields"), "unknown");
    assert_eq!(shop.events(), events(&[(1, "begun")]));
    let run = shop.ends(0, &["repair", "shop", "--yes"]);
    assert!(
        run.stderr
            .contains("It did happen; igdoctor undo shop:1 takes it back"),
        "{}",
        run.stderr
    );
    assert_eq!(shop.events(), events(&[(1, "begun"), (1, "done")]));
    assert_eq!(shop.writes().len(), 1);
}

#[test]
fn what_cannot_be_read_first_is_not_written() {
    let shop = Shop::with_fault(
        WORLD,
        "GET /subscribed_apps",
        What::Nth(2, Box::new(What::Drop)),
    );
    assert_eq!(result(&shop.repair(&[]), "account-fields"), "unreadable");
    assert_eq!(shop.writes(), [""; 0]);
    assert_eq!(shop.journal(), "");
}

/// The same for taking back.
#[test]
fn an_undo_believes_what_it_reads_as_well() {
    for fault in [
        What::After(Box::new(What::Drop)),
        What::After(Box::new(What::Refuse(500, 2, None, "An unexpected error"))),
    ] {
        let shop = Shop::with_fault(WORLD, WRITE, What::Nth(2, Box::new(fault)));
        shop.repair(&[]);
        shop.ends(0, &["undo", "shop", "--yes"]);
        assert_eq!(shop.fields(), names(&["feed", "leadgen"]));
        assert_eq!(shop.events().last().unwrap(), &(1, "undone".to_owned()));
    }
    for fault in [
        What::Drop,
        What::Pretend,
        What::Refuse(403, 200, None, "(#200) Requires pages_manage_metadata"),
    ] {
        let shop = Shop::with_fault(WORLD, WRITE, What::Nth(2, Box::new(fault)));
        shop.repair(&[]);
        shop.ends(1, &["undo", "shop", "--yes"]);
        assert_eq!(shop.fields(), mended());
        assert_eq!(
            shop.events().last().unwrap(),
            &(1, "done".to_owned()),
            "it is in force"
        );
        shop.ends(0, &["undo", "shop", "--yes"]);
        assert_eq!(shop.fields(), names(&["feed", "leadgen"]));
    }
}
