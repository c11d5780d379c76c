//! While the check runs: what comes early, what an interruption leaves, who comes after whom.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use igdoctor::sandbox::world::{Fault, What};
use serde_json::{Value, json};

use super::common::tenants::Folder;
use super::common::{self, finish, serve};
use super::{checks, events, hold_to_the_schema, ids, kinds};

/// A check whose answer to one call takes this many milliseconds, being streamed.
fn slow(path: &'static str, ms: u64) -> (igdoctor::sandbox::Sandbox, Child) {
    let sandbox = serve("healthy-facebook-token", |world| {
        world.faults.push(Fault {
            path,
            what: What::Hang(ms),
            times: None,
        });
    });
    let mut command = common::check_of(&sandbox, &[common::IDS, &["--format", "jsonl"]].concat());
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let child = command.spawn().unwrap();
    (sandbox, child)
}

/// The last answer takes three seconds; what does not depend on it is there long before.
#[test]
fn the_first_checks_are_there_long_before_the_end() {
    let (_sandbox, mut child) = slow("/thread_owner", 3_000);
    let reader = BufReader::new(child.stdout.take().unwrap());
    let lines: Vec<(Instant, Value)> = reader
        .lines()
        .map(|line| {
            (
                Instant::now(),
                serde_json::from_str(&line.unwrap()).unwrap(),
            )
        })
        .collect();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let end = lines.last().unwrap().0;
    let early: Vec<&str> = lines
        .iter()
        .filter(|(at, _)| end - *at > Duration::from_secs(2))
        .filter_map(|(_, event)| event["id"].as_str())
        .collect();
    assert_eq!(lines[0].1["event"], "started");
    for id in [
        "token-valid",
        "page-access",
        "page-instagram-link",
        "page-published",
        "app-connected",
    ] {
        assert!(early.contains(&id), "{id} came late; early were {early:?}");
    }
    // What that answer decides came after it.
    assert!(!early.contains(&"default-routing-app"), "{early:?}");
}

#[test]
fn ctrl_c_ends_the_stream_with_what_was_not_checked() {
    let (_sandbox, mut child) = slow("/conversations", 30_000);
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    let mut text = String::new();
    while !text.contains("\"id\":\"token-app\"") {
        assert!(reader.read_line(&mut text).unwrap() > 0, "{text}");
    }
    let clock = Instant::now();
    let id = child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .unwrap()
            .success()
    );
    reader.read_to_string(&mut text).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(
        clock.elapsed() < Duration::from_secs(1),
        "{:?}",
        clock.elapsed()
    );
    let events = events(&text);
    assert_eq!(events[0]["checks"], Value::from(ids(&events)));
    let report = json!({ "checks": checks(&events) });
    let tools = common::outcome(&report, "connected-tools");
    assert_eq!(tools, ("skipped", "interrupted"));
    let finished = events.last().unwrap();
    assert_eq!(finished["event"], "finished");
    assert_eq!(finished["interrupted"], true);
    assert_eq!(finished["exit_code"], 130);
}

#[test]
fn a_reader_who_has_gone_ends_it_quietly() {
    let (_sandbox, mut child) = slow("/thread_owner", 700);
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// With many tenants, each is told whole before the next; the first tells as soon as it can, however slow it is.
#[test]
fn tenants_come_one_after_the_other() {
    let slow = serve("healthy-facebook-token", |world| {
        world.faults.push(Fault {
            path: "/conversations",
            what: What::Hang(800),
            times: Some(1),
        });
    });
    let tenant = |name: &str| {
        format!(
            "[tenants.{name}]\nplatform = \"hunion\"\npage = \"104512345678901\"\nsecrets.token = {{ env = \"T\" }}\n"
        )
    };
    let broken =
        "[tenants.broken]\nplatform = \"hunion\"\nsecrets.token = { file = \"missing\" }\n";
    let folder = Folder::new(&[tenant("a"), broken.to_owned(), tenant("b"), tenant("c")].concat());
    let mut command = folder.check(&slow, &["--all", "--format", "jsonl"]);
    command.env("T", &slow.world().token.text);
    let run = finish(command);
    let events = events(&run.stdout);
    hold_to_the_schema(&events);
    let mut tenants: Vec<&str> = events
        .iter()
        .filter_map(|event| event["tenant"].as_str())
        .collect();
    tenants.dedup();
    assert_eq!(tenants, ["a", "b", "c"], "{}", run.stderr);
    for name in tenants {
        let own: Vec<Value> = events
            .iter()
            .filter(|event| event["tenant"] == name)
            .cloned()
            .collect();
        assert_eq!(
            (kinds(&own)[0], *kinds(&own).last().unwrap()),
            ("started", "finished")
        );
        assert_eq!(own[0]["checks"], Value::from(ids(&own)));
    }
    let last = events.last().unwrap();
    assert_eq!(last["event"], "all-finished");
    assert_eq!(last["tenants"], 3);
    assert_eq!(last["notes"][0]["kind"], "tenant-not-checked");
    assert_eq!((last["exit_code"].as_i64(), run.code), (Some(2), 2));
}
