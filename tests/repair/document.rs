//! What a repair tells programs: every fix with what became of it, the report of how things stand, and the exit code of that report.

use std::process::{Command, Stdio};

use igdoctor::sandbox::world::{Fault, What};
use serde_json::{Value, json};

#[cfg(unix)]
use super::common::{Run, read};
use super::shop::{Shop, events, fix, once, result};

#[test]
fn every_fix_is_told_with_what_became_of_it() {
    let shop = Shop::new("new-customer", |_| {});
    let run = shop.ends(1, &["repair", "shop", "--yes", "--format", "json"]);
    let document = run.json();
    let keys: Vec<&String> = document.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["schema_version", "fixes", "report"]);
    let became: Vec<(&str, &str)> = document["fixes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fix| fix["check"].as_str().unwrap())
        .map(|check| (check, result(&document, check)))
        .collect();
    assert_eq!(
        became.iter().filter(|(_, word)| *word == "manual").count(),
        3,
        "{became:?}"
    );
    assert!(became.contains(&("account-fields", "done")), "{became:?}");
    assert!(
        became.contains(&("token-lifetime", "not-asked")),
        "{became:?}"
    );
    let done = &fix(&document, "account-fields")["result"];
    assert_eq!(*done, json!({"word": "done", "id": 1, "left_out": []}));
    let left = &fix(&document, "connected-tools")["result"];
    assert_eq!(*left, json!({"word": "manual", "id": null, "left_out": []}));
    for fix in document["fixes"].as_array().unwrap() {
        assert_eq!(fix.as_object().unwrap().len(), 11, "{fix:#}");
    }
}

/// The report in it is one like any other, taken after the repair.
#[test]
fn the_report_is_that_of_a_check_after_the_repair() {
    let shop = Shop::new("new-customer", |_| {});
    let document = shop.repair(&[]);
    let schema: Value = serde_json::from_str(include_str!("../../src/report/schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&document["report"]));
    let of = |report: &Value| -> Vec<(Value, Value)> {
        let checks = report["checks"].as_array().unwrap().iter();
        checks
            .map(|check| (check["id"].clone(), check["outcome"].clone()))
            .collect()
    };
    let check = shop.run(&["check", "shop", "--format", "json"]);
    assert_eq!(of(&document["report"]), of(&check.json()));
    assert_eq!(check.code, shop.run(&["repair", "shop", "--yes"]).code);
}

/// What only a person can look at is all that is left.
#[test]
fn a_healthy_tenant_needs_nothing() {
    let shop = Shop::new("healthy-instagram", |_| {});
    let document = shop.repair(&[]);
    let fixes = document["fixes"].as_array().unwrap();
    assert!(
        fixes.iter().all(|fix| fix["kind"] == "manual"),
        "{document:#}"
    );
    assert_eq!(document["report"]["verdict"], "healthy");
    let run = shop.ends(0, &["repair", "shop", "--yes", "--only", "account-fields"]);
    assert!(
        run.stdout.starts_with("There is nothing to mend."),
        "{}",
        run.stdout
    );
    assert_eq!((shop.writes(), shop.journal()), (Vec::new(), String::new()));
}

/// What is mended brings up what was hidden behind it, and that is mended in the same run.
#[test]
fn what_was_hidden_is_mended_as_well() {
    let shop = Shop::new("webhook-missing", |world| {
        (
            world.expects.callback_given,
            world.expects.knows_verify_token,
        ) = (true, true);
        world.pages[0].apps.clear();
    });
    let named = [
        "--only",
        "app-connected,webhook-subscription",
        "--confirm-app",
        "hunion.io",
    ];
    let document = shop.repair(&named);
    assert_eq!(document["report"]["verdict"], "healthy", "{document:#}");
    assert_eq!(shop.writes().len(), 2);
}

/// Stopped while Meta is asked: nothing more is changed, and it is no wrong usage.
#[cfg(unix)]
#[test]
fn a_stopped_repair_ends_with_130_and_writes_nothing() {
    let shop = Shop::new("messages-field-missing", |world| {
        world.faults.push(Fault {
            path: "/conversations",
            what: What::Hang(30_000),
            times: None,
        });
    });
    let run = stopped_at("/conversations", &shop, &["repair", "shop", "--yes"]);
    assert!(
        run.stderr.contains("nothing more was changed"),
        "{}",
        run.stderr
    );
    assert_eq!(shop.writes(), [""; 0]);
}

/// Stopped while a change is being made: that one comes to its end, and no other is begun.
#[cfg(unix)]
#[test]
fn a_change_that_is_being_made_comes_to_its_end() {
    let shop = Shop::new("field-missing", |world| {
        world.expects.knows_verify_token = true;
        world.pages[0].apps[0].fields = vec!["feed".to_owned()];
        let waits = What::After(Box::new(What::Hang(1000)));
        once(world, "POST /subscriptions", waits);
    });
    let both = [
        "repair",
        "shop",
        "--yes",
        "--only",
        "account-fields,webhook-fields",
        "--confirm-app",
        "hunion.io",
    ];
    let run = stopped_at("POST /912301501380919/subscriptions", &shop, &both);
    assert!(
        run.words().contains("webhook-fields: done"),
        "{}",
        run.stdout
    );
    assert_eq!(shop.events(), events(&[(1, "begun"), (1, "done")]));
    assert_eq!(shop.writes().len(), 1);
    shop.ends(0, &both);
    assert_eq!(shop.writes().len(), 2);
}

/// A run that gets Ctrl-C as soon as this call has arrived, and ends with 130.
#[cfg(unix)]
#[track_caller]
fn stopped_at(call: &str, shop: &Shop, args: &[&str]) -> Run {
    let mut command = shop.command(args);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().unwrap();
    while !shop.sandbox.log().iter().any(|line| line.ends_with(call)) {
        std::thread::yield_now();
    }
    let id = child.id().to_string();
    let status = Command::new("kill").args(["-INT", &id]).status();
    assert!(status.unwrap().success());
    let run = read(child.wait_with_output().unwrap());
    assert_eq!(run.code, 130, "{}", run.stderr);
    run
}
