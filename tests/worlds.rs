//! Every world of the sandbox: the expected check has the expected outcome and cause, and no other check is warn, fail or unknown.

mod common;

use std::collections::BTreeSet;

use common::pool::for_each;
use igdoctor::sandbox::worlds::{self, Named};
use serde_json::Value;

/// Checks that only a person can answer, whatever is held.
const ALWAYS_ASKED: [&str; 3] = ["page-app-toggles", "inbox-access", "platform-setup"];

struct Row {
    name: &'static str,
    text: String,
    faults: Vec<String>,
}

#[test]
fn every_world_shows_what_it_is_named_for_and_nothing_else() {
    let mut rows = for_each(worlds::all(), look_at);
    rows.sort_by_key(|row| row.name);
    for row in &rows {
        println!("{:32} {}", row.name, row.text);
    }
    let faults: Vec<&String> = rows.iter().flat_map(|row| &row.faults).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

fn look_at(world: &'static Named) -> Row {
    let traced = world
        .expected
        .iter()
        .any(|(check, ..)| *check == "message-round-trip");
    let run = if traced {
        trace(world.name)
    } else {
        common::check(world.name, &[])
    };
    let report = run.json();
    let found = |outcomes: &[&str]| -> BTreeSet<(String, String, String)> {
        let checks = report["checks"].as_array().unwrap().iter();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        checks
            .filter(|check| outcomes.contains(&check["outcome"].as_str().unwrap()))
            .map(|check| {
                (
                    text(&check["id"]),
                    text(&check["outcome"]),
                    text(&check["cause"]),
                )
            })
            .collect()
    };
    let expected: BTreeSet<_> = world
        .expected
        .iter()
        .map(|(check, outcome, cause)| {
            (
                (*check).to_owned(),
                outcome.to_string(),
                (*cause).to_owned(),
            )
        })
        .collect();
    let (expected_asks, expected_findings): (BTreeSet<_>, BTreeSet<_>) = expected
        .into_iter()
        .partition(|(_, outcome, _)| outcome == "ask");
    let (findings, asks) = (found(&["warn", "fail", "unknown"]), found(&["ask"]));
    let mut faults = Vec::new();
    if findings != expected_findings {
        faults.push(format!(
            "{}: found {findings:?}, expected {expected_findings:?}",
            world.name
        ));
    }
    if !expected_asks.is_subset(&asks) {
        faults.push(format!(
            "{}: asks {asks:?}, expected {expected_asks:?}",
            world.name
        ));
    }
    // A healthy world is silent: it asks only what nothing but a person can see.
    if world.name.starts_with("healthy-")
        && asks
            .iter()
            .any(|(id, _, _)| !ALWAYS_ASKED.contains(&id.as_str()))
    {
        faults.push(format!("{}: asks too much: {asks:?}", world.name));
    }
    let graph = &report["graph"];
    let text = format!(
        "exit {} calls {:>2} rounds {} {findings:?}",
        run.code, graph["calls"], graph["rounds"]
    );
    Row {
        name: world.name,
        text,
        faults,
    }
}

/// What only a message shows that is followed. Nobody listens where nobody could be believed.
fn trace(world: &str) -> common::Run {
    let form = ["--format", "json", "--quiet", "--wait", "5s"];
    let listens = world.starts_with("webhook-").then_some(["--listen", "0"]);
    let args = [
        &["trace", "--sandbox", world],
        &form[..],
        listens.as_slice().concat().as_slice(),
    ]
    .concat();
    common::run(&args)
}

#[test]
fn every_cause_that_a_check_owns_has_a_world() {
    let catalog = igdoctor::catalog::load().unwrap();
    let shows = |cause: &str| {
        worlds::find(cause)
            .is_some_and(|world| world.expected.iter().any(|(_, _, shown)| *shown == cause))
    };
    let owned = catalog
        .checks()
        .iter()
        .flat_map(|check| check.causes())
        .filter(|cause| !cause.starts_with("confirm-"));
    let missing: Vec<&str> = owned.filter(|cause| !shows(cause)).collect();
    assert!(
        missing.is_empty(),
        "causes without a world of their name: {missing:?}"
    );
}

#[test]
fn every_check_has_a_world_in_which_it_does_not_pass() {
    let catalog = igdoctor::catalog::load().unwrap();
    let broken: BTreeSet<&str> = worlds::all()
        .flat_map(|world| world.expected)
        .map(|(check, _, _)| *check)
        .collect();
    let missing: Vec<&str> = catalog
        .checks()
        .iter()
        .map(|check| check.id)
        .filter(|id| !broken.contains(id))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn at_least_five_worlds_have_several_faults() {
    assert!(
        worlds::all()
            .filter(|world| world.expected.len() > 1)
            .count()
            >= 5
    );
}
