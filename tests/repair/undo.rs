//! `igdoctor undo`: which change is meant, what is shown, and what cannot be taken back.

use serde_json::{Value, json};

use super::common::{Run, finish};
use super::shop::{Shop, result};

/// A shop with two changes: fields of the Page, and of the app's webhook.
fn with_two() -> Shop {
    let shop = Shop::new("field-missing", |world| {
        world.expects.knows_verify_token = true;
        world.pages[0].apps[0].fields = vec!["feed".to_owned()];
    });
    let both = [
        "--only",
        "account-fields,webhook-fields",
        "--confirm-app",
        "hunion.io",
    ];
    let document = shop.repair(&both);
    assert_eq!(result(&document, "account-fields"), "done");
    assert_eq!(result(&document, "webhook-fields"), "done");
    shop
}

fn listed(shop: &Shop) -> Value {
    let run = shop.ends(0, &["undo", "shop", "--list", "--format", "json"]);
    run.json()["changes"].take()
}

fn fields_of_webhook(shop: &Shop) -> usize {
    shop.sandbox.world().app.webhooks[0].fields.len()
}

/// The number of the change that mends a check.
fn number(shop: &Shop, check: &str) -> String {
    let changes = listed(shop);
    let changes = changes.as_array().unwrap();
    let change = changes.iter().find(|change| change["check"] == check);
    change.unwrap()["id"].as_str().unwrap().to_owned()
}

#[test]
fn the_last_change_is_taken_back_first() {
    let shop = with_two();
    let order: Vec<Value> = listed(&shop)
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["check"].clone())
        .collect();
    shop.ends(0, &["undo", "shop", "--yes"]);
    let states: Vec<Value> = listed(&shop)
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["state"].clone())
        .collect();
    assert_eq!(json!(states), json!(["done", "undone"]), "{order:?}");
    shop.ends(0, &["undo", "shop", "--yes"]);
    let run = shop.ends(2, &["undo", "shop", "--yes"]);
    assert!(
        run.stderr.contains("there is nothing of shop to take back"),
        "{}",
        run.stderr
    );
    assert_eq!(
        (fields_of_webhook(&shop), shop.fields()),
        (1, Some(vec!["feed".to_owned()]))
    );
}

#[test]
fn a_change_is_named_by_its_number() {
    let shop = with_two();
    let wanted = number(&shop, "account-fields");
    let run = shop.ends(0, &["undo", &wanted, "--yes"]);
    assert!(
        run.stdout.contains(&format!("{wanted} is taken back")),
        "{}",
        run.stdout
    );
    assert_eq!(shop.fields().unwrap(), ["feed"]);
    assert!(fields_of_webhook(&shop) > 1, "the other one stays");
    let again = shop.ends(2, &["undo", &wanted, "--yes"]);
    assert!(
        again.stderr.contains("was taken back already"),
        "{}",
        again.stderr
    );
    for (name, said) in [
        ("shop:7", "there is no change shop:7"),
        ("shop:x", "TENANT:NUMBER"),
        ("other:1", "other"),
    ] {
        let run = shop.ends(2, &["undo", name, "--yes"]);
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
}

#[test]
fn a_dry_run_takes_nothing_back() {
    let shop = with_two();
    let (before, journal) = (shop.truth(), shop.journal());
    let wanted = number(&shop, "account-fields");
    let run = shop.ends(0, &["undo", &wanted, "--dry-run"]);
    assert!(
        run.words().contains("messages goes again"),
        "{}",
        run.stdout
    );
    assert_eq!((shop.truth(), shop.journal()), (before, journal));
}

#[test]
fn the_list_shows_every_change_with_its_state() {
    let shop = with_two();
    shop.ends(0, &["undo", "shop", "--yes"]);
    let changes = listed(&shop);
    for (change, state) in changes.as_array().unwrap().iter().zip(["done", "undone"]) {
        let keys: Vec<&String> = change.as_object().unwrap().keys().collect();
        assert_eq!(
            keys,
            ["id", "at", "check", "change", "state", "can_be_undone"]
        );
        assert_eq!(change["state"], state);
        assert_eq!(change["can_be_undone"], state == "done");
    }
    let run = shop.ends(0, &["undo", "shop", "--list"]);
    let text = without_time(&run.stdout);
    insta::with_settings!({omit_expression => true, snapshot_path => "../snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("undo-list", text);
    });
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80));
}

/// The list with the time of this run as `0000-00-00 00:00`, which is as wide.
fn without_time(text: &str) -> String {
    let digits = |part: &str| part.len() == 10 || part.len() == 5;
    let time = |part: &&str| {
        digits(part)
            && part.chars().all(|c| c.is_ascii_digit() || "-:".contains(c))
            && part.contains(['-', ':'])
    };
    let times: Vec<&str> = text.split(' ').filter(time).collect();
    times.into_iter().fold(text.to_owned(), |text, time| {
        let zeros: String = time
            .chars()
            .map(|c| if c.is_ascii_digit() { '0' } else { c })
            .collect();
        text.replace(time, &zeros)
    })
}

/// The list lies on this machine: Meta is not asked, and no token is needed.
#[test]
fn the_list_needs_no_token() {
    let shop = with_two();
    let calls = shop.sandbox.calls();
    std::fs::remove_file(shop.folder.path("shop.token")).unwrap();
    std::fs::write(
        shop.folder.path("igdoctor.toml"),
        "[tenants.shop]\nplatform = \"hunion\"\n",
    )
    .unwrap();
    assert_eq!(listed(&shop).as_array().unwrap().len(), 2);
    assert_eq!(shop.sandbox.calls(), calls);
}

#[test]
fn nothing_was_changed_so_far() {
    let shop = Shop::new("healthy-facebook", |_| {});
    assert_eq!(listed(&shop), json!([]));
    let run = shop.ends(0, &["undo", "shop", "--list"]);
    assert_eq!(run.stdout, "Nothing was changed so far.\n");
    shop.ends(2, &["undo", "shop", "--yes"]);
}

/// Somebody took it out already: nothing is written, and it counts as taken back.
#[test]
fn what_is_gone_already_is_only_written_down() {
    let shop = Shop::new("app-not-connected", |_| {});
    shop.repair(&[]);
    let gone = Shop {
        sandbox: super::common::serve("app-not-connected", |_| {}),
        ..shop
    };
    let run = gone.ends(0, &["undo", "shop", "--yes"]);
    assert!(
        run.stdout.contains("nothing of it was there any more"),
        "{}",
        run.stdout
    );
    assert_eq!(gone.writes(), [""; 0]);
    assert_eq!(gone.events().last().unwrap().1, "undone");
}

/// A connection that no file names is known by its flow and id, and what a repair says of taking back works as it is said.
#[test]
fn a_connection_without_a_name_can_take_back_as_well() {
    let shop = Shop::new("messages-field-missing", |_| {});
    let run = |args: &[&str]| -> Run {
        let mut command = shop.command(args);
        command.env("IGDOCTOR_TOKEN", shop.sandbox.world().token.text);
        finish(command)
    };
    let before = shop.truth();
    let ids = [
        "--platform",
        "hunion",
        "--page",
        "104512345678901",
        "--app",
        "912301501380919",
    ];
    let told = run(&[&["repair", "--yes"][..], &ids].concat()).words();
    let name = "facebook-104512345678901:1";
    assert!(told.contains(&format!("igdoctor undo {name}")), "{told}");
    assert_eq!(run(&["undo", name, "--yes"]).code, 0);
    assert_eq!(shop.truth(), before);
}
