//! `--dry-run` and what stands in the way: everything is shown, nothing is written, and nothing happens without a yes.

use igdoctor::model::Access;
use igdoctor::sandbox::world::{Callback, PAGE_ID, World};
use serde_json::{Value, json};

use super::shop::{Shop, fix, result};

const WEBHOOK: [&str; 6] = [
    "repair",
    "shop",
    "--yes",
    "--only",
    "webhook-fields",
    "--format",
];

/// What is different in a world.
type Change<'a> = &'a dyn Fn(&mut World);

fn plan(shop: &Shop) -> Value {
    shop.run(&["repair", "shop", "--dry-run", "--format", "json"])
        .json()
}

fn with_verify_token(world: &mut World) {
    world.expects.knows_verify_token = true;
}

#[test]
fn a_dry_run_shows_the_exact_call_and_changes_nothing() {
    let shop = Shop::new("messages-field-missing", |_| {});
    let before = shop.truth();
    let document = plan(&shop);
    assert_eq!(
        *fix(&document, "account-fields"),
        json!({
            "check": "account-fields",
            "cause": "messages-field-missing",
            "kind": "safe",
            "call": format!("POST /{PAGE_ID}/subscribed_apps subscribed_fields=feed,leadgen,messages"),
            "before": ["feed", "leadgen"],
            "after": ["feed", "leadgen", "messages"],
            "app_wide": false,
            "not_undoable": null,
            "blocked": null,
            "steps": [],
        })
    );
    assert_eq!(document["schema_version"], 1);
    assert_eq!(document["tenant"]["name"], "shop");
    let run = shop.ends(1, &["repair", "shop", "--dry-run"]);
    insta::with_settings!({omit_expression => true, snapshot_path => "../snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("repair-dry-run", run.stdout);
    });
    assert_eq!(shop.truth(), before);
    assert_eq!((shop.writes(), shop.journal()), (Vec::new(), String::new()));
}

/// The announced call is the one that is made.
#[test]
fn what_is_shown_is_what_is_written() {
    let shop = Shop::new("field-missing", with_verify_token);
    let document = plan(&shop);
    let shown = fix(&document, "webhook-fields");
    assert_eq!(shown["kind"], "careful");
    assert_eq!(shown["app_wide"], true);
    assert_eq!(shown["not_undoable"], "verify-token");
    assert_eq!(shown["before"], json!(["comments"]));
    let call = shown["call"].as_str().unwrap();
    assert!(
        call.starts_with("POST /912301501380919/subscriptions object=instagram "),
        "{call}"
    );
    assert!(call.ends_with("verify_token=…"), "{call}");
    shop.ends(
        0,
        &[&WEBHOOK[..], &["human", "--confirm-app", "hunion.io"]].concat(),
    );
    let fields: Vec<String> = shop.sandbox.world().app.webhooks[0]
        .fields
        .iter()
        .map(|(name, _)| name.clone())
        .collect();
    assert_eq!(json!(fields), shown["after"]);
}

/// Whatever a program does with the plan, a person's step gives it nothing to execute.
#[test]
fn a_step_for_a_person_has_nothing_to_execute() {
    let shop = Shop::new("new-customer", |_| {});
    let document = plan(&shop);
    let fixes = document["fixes"].as_array().unwrap();
    let manual: Vec<&Value> = fixes.iter().filter(|fix| fix["kind"] == "manual").collect();
    assert_eq!(manual.len(), 3, "{document:#}");
    for fix in manual {
        for key in ["call", "before", "after", "not_undoable", "blocked"] {
            assert_eq!(fix[key], Value::Null, "{key}");
        }
        assert_eq!(fix["app_wide"], false);
        assert!(!fix["steps"].as_array().unwrap().is_empty());
        assert_eq!(fix.as_object().unwrap().len(), 10, "{fix:#}");
    }
    let repaired = shop.repair(&[]);
    assert_eq!(result(&repaired, "connected-tools"), "manual");
}

#[test]
fn what_stands_in_the_way_is_said_and_nothing_is_written() {
    let missing = |world: &mut World| {
        with_verify_token(world);
        world.expects.callback_given = true;
    };
    let cases: [(&str, &str, &str, Change<'_>); 6] = [
        ("endpoint-outage", "app-connected", "callback", &|world| {
            world.expects.was_connected = false;
            world.expects.callback_given = true;
        }),
        (
            "webhook-inactive",
            "webhook-subscription",
            "verify-token",
            &|_| {},
        ),
        ("field-missing", "webhook-fields", "verify-token", &|_| {}),
        (
            "webhook-missing",
            "webhook-subscription",
            "callback-url",
            &with_verify_token,
        ),
        ("expires-soon", "token-lifetime", "page-token", &|_| {}),
        ("app-not-connected", "app-connected", "app", &|world| {
            world.access = Access::Token;
            world.pages[0].apps.clear();
            world.expects.app_id = None;
            world.uncertain.app_of_token = false;
        }),
    ];
    for (world, check, blocked, change) in cases {
        let shop = Shop::new(world, change);
        let document = plan(&shop);
        let shown = fix(&document, check);
        assert_eq!(shown["blocked"], blocked, "{world}: {shown:#}");
        assert_ne!(shown["kind"], "manual", "{world}");
        let human = shop.run(&["repair", "shop", "--dry-run"]).words();
        assert!(human.contains(&format!("{check}: ")), "{world}: {human}");
        let repaired = shop.repair(&["--only", check, "--confirm-app", "hunion.io"]);
        assert_eq!(result(&repaired, check), "blocked", "{world}");
        assert_eq!(shop.writes(), [""; 0], "{world}");
    }
    // With what was missing it is not blocked.
    let shop = Shop::new("webhook-missing", missing);
    assert_eq!(
        fix(&plan(&shop), "webhook-subscription")["blocked"],
        Value::Null
    );
}

/// A subscription to a broken callback is one that Meta takes away again; once it is whole, nothing stands in the way.
#[test]
fn a_broken_callback_blocks_and_a_good_one_does_not() {
    for (callback, blocked) in [
        (Callback::Expired, json!("callback")),
        (Callback::Good, Value::Null),
    ] {
        let shop = Shop::new("app-not-connected", |world| {
            world.callback = callback;
            world.expects.callback_given = true;
        });
        assert_eq!(
            fix(&plan(&shop), "app-connected")["blocked"],
            blocked,
            "{callback:?}"
        );
    }
}

/// The report puts the app before the webhook; who mends puts the server before what hangs on it.
#[test]
fn after_an_outage_the_server_comes_first_and_then_the_subscription() {
    let shop = Shop::new("endpoint-outage", |world| {
        world.expects.was_connected = true;
        world.expects.callback_given = true;
    });
    let planned = plan(&shop);
    let place = |check: &str| {
        let fixes = planned["fixes"].as_array().unwrap();
        fixes.iter().position(|fix| fix["check"] == check).unwrap()
    };
    assert!(place("webhook-callback") < place("app-connected"));
    assert_eq!(fix(&planned, "app-connected")["blocked"], "callback");
}

#[test]
fn yes_alone_leaves_what_needs_care() {
    let shop = Shop::new("field-missing", with_verify_token);
    let document = shop.repair(&["--confirm-app", "hunion.io"]);
    assert_eq!(result(&document, "webhook-fields"), "not-asked");
    assert_eq!(shop.writes(), [""; 0]);
    let told = shop.ends(1, &["repair", "shop", "--yes"]).words();
    assert!(told.contains("--only webhook-fields --yes"), "{told}");
}

#[test]
fn an_answer_that_nobody_can_give_names_the_flag() {
    let shop = Shop::new("field-missing", with_verify_token);
    for (args, flag) in [
        (&["repair", "shop"][..], "--yes"),
        (&["repair", "shop", "--no-input"], "--yes"),
        (
            &[&WEBHOOK[..], &["json"]].concat(),
            "--confirm-app 'hunion.io'",
        ),
        (
            &[&WEBHOOK[..], &["json", "--confirm-app", "Hunion"]].concat(),
            "the app is named “hunion.io”",
        ),
        (
            &["repair", "shop", "--yes", "--only", "webhook-feilds"],
            "did you mean `webhook-fields`",
        ),
    ] {
        let run = shop.ends(2, args);
        assert!(run.stderr.contains(flag), "{args:?}: {}", run.stderr);
        assert_eq!(shop.writes(), [""; 0], "{args:?}");
    }
    let mended = Shop::new("messages-field-missing", |_| {});
    mended.repair(&[]);
    let run = mended.ends(2, &["undo", "shop"]);
    assert!(run.stderr.contains("--yes"), "{}", run.stderr);
}

/// What is missing is said before anything is changed, not between two changes.
#[test]
fn a_missing_confirmation_comes_before_the_first_change() {
    let shop = Shop::new("field-missing", |world| {
        with_verify_token(world);
        world.pages[0].apps[0].fields = vec!["feed".to_owned()];
    });
    let both = [
        "repair",
        "shop",
        "--yes",
        "--only",
        "account-fields,webhook-fields",
    ];
    let run = shop.ends(2, &both);
    assert!(run.stderr.contains("--confirm-app"), "{}", run.stderr);
    assert_eq!(shop.writes(), [""; 0]);
    shop.ends(0, &[&both[..], &["--confirm-app", "hunion.io"]].concat());
    assert_eq!(shop.writes().len(), 2);
}

#[test]
fn only_mends_nothing_else() {
    let shop = Shop::new("messages-field-missing", |_| {});
    let document = shop.repair(&["--only", "token-lifetime"]);
    assert_eq!(document["fixes"], json!([]));
    assert_eq!(shop.writes(), [""; 0]);
    let run = shop.ends(1, &["repair", "shop", "--yes", "--only", "token-lifetime"]);
    assert!(
        run.stderr.contains("--only names nothing that is broken"),
        "{}",
        run.stderr
    );
}

/// Meta may keep webhooks of Instagram to its dashboard: then the way there is shown.
#[test]
fn a_webhook_that_only_the_dashboard_changes_is_left_to_a_person() {
    let shop = Shop::new("field-missing", |world| {
        with_verify_token(world);
        world.uncertain.instagram_webhook_writable = false;
    });
    let before = shop.truth();
    let args = [&WEBHOOK[..], &["json", "--confirm-app", "hunion.io"]].concat();
    let document = shop.ends(1, &args).json();
    assert_eq!(result(&document, "webhook-fields"), "refused");
    let steps = fix(&document, "webhook-fields")["steps"].to_string();
    assert!(steps.contains("developers.facebook.com"), "{steps}");
    let told = shop
        .ends(
            1,
            &[&WEBHOOK[..], &["human", "--confirm-app", "hunion.io"]].concat(),
        )
        .words();
    assert!(
        told.contains("It is done by hand in the App Dashboard"),
        "{told}"
    );
    assert!(!told.contains("again later"), "{told}");
    assert_eq!(shop.truth(), before);
    assert_eq!(shop.events().last().unwrap().1, "not-made");
}
