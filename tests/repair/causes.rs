//! Every cause that can be mended: mended, seen to be mended, taken back to what was, and not mended twice.

use igdoctor::sandbox::world::{Connected, Kind, World};

use super::shop::{Shop, fix, result};

/// A cause with the world that has it.
struct Case {
    check: &'static str,
    cause: &'static str,
    world: &'static str,
    change: fn(&mut World),
    /// What is to be confirmed.
    careful: &'static [&'static str],
}

const APP: &[&str] = &["--confirm-app", "hunion.io"];
const OTHER_APP: &[&str] = &["--confirm-app", "Casa Azul Inbox"];

const CASES: &[Case] = &[
    Case {
        check: "app-connected",
        cause: "app-not-connected",
        world: "app-not-connected",
        change: |_| {},
        careful: &[],
    },
    Case {
        check: "app-connected",
        cause: "app-not-connected",
        world: "healthy-instagram",
        change: |world| world.account.apps.clear(),
        careful: &[],
    },
    Case {
        check: "app-connected",
        cause: "app-not-connected",
        world: "healthy-facebook-user",
        change: |world| world.pages[0].apps.retain(|app| app.app_id != world.app.id),
        careful: &[],
    },
    Case {
        check: "account-fields",
        cause: "messages-field-missing",
        world: "messages-field-missing",
        change: |_| {},
        careful: &[],
    },
    Case {
        check: "account-fields",
        cause: "messages-field-missing",
        world: "healthy-instagram",
        change: |world| world.account.apps[0].fields = names(&["comments", "mentions"]),
        careful: &[],
    },
    Case {
        check: "account-fields",
        cause: "account-field-missing",
        world: "healthy-facebook",
        change: |world| world.platform = "asks-more.toml",
        careful: &[],
    },
    Case {
        check: "account-fields",
        cause: "account-field-missing",
        world: "healthy-instagram",
        change: |world| world.platform = "asks-more.toml",
        careful: &[],
    },
    Case {
        check: "webhook-subscription",
        cause: "webhook-missing",
        world: "webhook-missing",
        change: callback_and_verify_token,
        careful: APP,
    },
    Case {
        check: "webhook-subscription",
        cause: "fields-on-wrong-object",
        world: "fields-on-wrong-object",
        change: callback_and_verify_token,
        careful: APP,
    },
    Case {
        check: "webhook-fields",
        cause: "field-missing",
        world: "field-missing",
        change: |world| world.expects.knows_verify_token = true,
        careful: APP,
    },
    Case {
        check: "webhook-fields",
        cause: "field-missing",
        world: "healthy-instagram",
        change: |world| {
            world.expects.knows_verify_token = true;
            world.app.webhooks[0]
                .fields
                .retain(|(name, _)| name != "messages");
        },
        careful: OTHER_APP,
    },
];

fn names(fields: &[&str]) -> Vec<String> {
    fields.iter().map(|field| (*field).to_owned()).collect()
}

fn callback_and_verify_token(world: &mut World) {
    (
        world.expects.callback_given,
        world.expects.knows_verify_token,
    ) = (true, true);
}

#[test]
fn what_can_be_mended_is_mended_once_and_taken_back() {
    for case in CASES {
        let what = format!("{} in {}", case.cause, case.world);
        let shop = Shop::new(case.world, case.change);
        let before = shop.truth();
        let found = shop.check(case.check);
        assert_eq!(found.1, case.cause, "{what}");
        let named = if case.careful.is_empty() {
            Vec::new()
        } else {
            [&["--only", case.check], case.careful].concat()
        };
        let document = shop.repair(&named);
        assert_eq!(
            result(&document, case.check),
            "done",
            "{what}: {document:#}"
        );
        assert_eq!(shop.check(case.check).0, "pass", "{what}");
        let writes = shop.writes();
        assert_eq!(writes.len(), 1, "{what}: {writes:?}");
        shop.repair(&named);
        assert_eq!(shop.writes(), writes, "{what}: the second repair wrote");
        shop.ends(0, &["undo", "shop", "--yes"]);
        assert_eq!(shop.truth(), before, "{what}");
        assert_eq!(shop.check(case.check).1, case.cause, "{what}");
    }
}

/// A webhook that was switched on stays on, and whoever reads the plan knows it.
#[test]
fn a_webhook_that_was_switched_on_stays_on_as_announced() {
    let shop = Shop::new("webhook-inactive", |world| {
        world.expects.knows_verify_token = true;
    });
    let plan = shop.run(&["repair", "shop", "--dry-run", "--format", "json"]);
    let plan = plan.json();
    assert_eq!(
        fix(&plan, "webhook-subscription")["not_undoable"],
        "activation"
    );
    let named = [&["--only", "webhook-subscription"], APP].concat();
    let mut expected = shop.sandbox.world();
    let document = shop.repair(&named);
    assert_eq!(result(&document, "webhook-subscription"), "done");
    assert_eq!(shop.check("webhook-subscription").0, "pass");
    shop.repair(&named);
    assert_eq!(shop.writes().len(), 1);
    shop.ends(0, &["undo", "shop", "--yes"]);
    // There was nothing else to take back, so nothing was written either.
    assert_eq!(shop.writes().len(), 1);
    expected.app.webhooks[0].active = true;
    assert_eq!(shop.truth(), format!("{expected:#?}"));
}

/// Fields and entries of others are worth as much as ours.
#[test]
fn what_others_subscribed_stays() {
    for (world, flow) in [
        ("messages-field-missing", "facebook"),
        ("healthy-instagram", "instagram"),
    ] {
        let shop = Shop::new(world, |world| {
            let apps = match flow {
                "facebook" => &mut world.pages[0].apps,
                _ => &mut world.account.apps,
            };
            apps[0].fields = match flow {
                "facebook" => names(&["leadgen", "feed"]),
                _ => names(&["story_insights", "mentions"]),
            };
            if flow == "facebook" {
                apps.insert(0, foreign());
            }
        });
        let before = shop.fields().unwrap();
        shop.repair(&[]);
        let after = shop.fields().unwrap();
        assert!(after.starts_with(&before), "{before:?} {after:?}");
        assert!(after.iter().any(|field| field == "messages"), "{after:?}");
        if flow == "facebook" {
            let world = shop.sandbox.world();
            assert_eq!(
                format!("{:?}", world.pages[0].apps[0]),
                format!("{:?}", foreign())
            );
        }
        shop.ends(0, &["undo", "shop", "--yes"]);
        assert_eq!(shop.fields().unwrap(), before);
    }
}

/// Another vendor's app at the same Page.
fn foreign() -> Connected {
    Connected {
        app_id: "555000111222333".to_owned(),
        name: "Another CRM".to_owned(),
        fields: names(&["leadgen", "messages"]),
    }
}

/// Only a Page's own token may write its list.
#[test]
fn a_persons_token_is_changed_for_the_pages() {
    let shop = Shop::new("messages-field-missing", |world| {
        world.token.kind = Kind::User;
        world.expects.page_id = None;
    });
    let before = shop.truth();
    assert_eq!(result(&shop.repair(&[]), "account-fields"), "done");
    shop.ends(0, &["undo", "shop", "--yes"]);
    assert_eq!(shop.truth(), before);
}

/// What a repair connected and is not there any more was taken away by Meta.
#[test]
fn what_the_journal_shows_to_have_been_there_was_taken_away() {
    let shop = Shop::new("app-not-connected", |_| {});
    shop.ends(0, &["repair", "shop", "--yes"]);
    shop.sandbox
        .change(|world| world.pages[0].apps.retain(|app| app.app_id != world.app.id));
    let (outcome, cause) = shop.check("app-connected");
    assert_eq!(
        (outcome.as_str(), cause.as_str()),
        ("fail", "delivery-stopped-by-meta")
    );
    let told = shop.run(&["check", "shop"]).stdout;
    let place = |step: &str| told.find(step).unwrap_or_else(|| panic!("{step}: {told}"));
    assert!(place("1. Mend the platform's server first") < place("remove the channel and connect"));
    shop.ends(0, &["repair", "shop", "--yes"]);
    assert_eq!(shop.check("app-connected").0, "pass");
}
