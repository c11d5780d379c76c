//! `--format jsonl`: a stream that can be read while the check runs, and that says in the end what the JSON report says.
#![cfg(unix)]

#[path = "../common/mod.rs"]
mod common;
mod live;

use std::fs;
use std::path::Path;

use common::pool::in_every_world;
use common::{Run, finish, run, serve};
use igdoctor::sandbox::worlds::Named;
use serde_json::{Value, json};

/// The events of a stream.
fn events(text: &str) -> Vec<Value> {
    assert!(
        text.is_empty() || text.ends_with('\n'),
        "a line is not whole"
    );
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect()
}

fn kinds(events: &[Value]) -> Vec<&str> {
    events
        .iter()
        .map(|event| event["event"].as_str().unwrap())
        .collect()
}

/// The checks of a stream, as a JSON report would hold them.
fn checks(events: &[Value]) -> Vec<Value> {
    let of_checks = events.iter().filter(|event| event["event"] == "check");
    of_checks
        .map(|event| {
            let mut check = event.as_object().unwrap().clone();
            check.shift_remove("event");
            check.shift_remove("tenant");
            check.into()
        })
        .collect()
}

fn ids(events: &[Value]) -> Vec<Value> {
    checks(events)
        .iter()
        .map(|check| check["id"].clone())
        .collect()
}

fn stream(world: &str, more: &[&str]) -> Run {
    let args = ["check", "--sandbox", world, "--format", "jsonl", "--quiet"];
    run(&[&args, more].concat())
}

/// The JSON report that the events say together, without the commands that would mend something: saved evidence is not repaired.
fn rebuilt(events: &[Value]) -> Value {
    let [started, between @ .., finished] = events else {
        panic!("nothing came");
    };
    let of = (&started["event"], &finished["event"]);
    assert_eq!(of, (&"started".into(), &"finished".into()));
    assert!(between.iter().all(|event| event["event"] == "check"));
    let name = &started["tenant"];
    assert!(events.iter().all(|event| event["tenant"] == *name));
    let mut checks = checks(events);
    for check in &mut checks {
        if let Some(command) = check.pointer_mut("/fix/command") {
            *command = Value::Null;
        }
    }
    // What an event adds to the report, or what is another there.
    let own = ["event", "tenant", "checks", "exit_code"];
    let in_tenant = [
        "platform",
        "flow",
        "page_id",
        "instagram_id",
        "username",
        "page_name",
        "app_name",
        "platform_name",
    ];
    let mut report = serde_json::Map::new();
    let mut tenant = serde_json::Map::from_iter([("name".to_owned(), name.clone())]);
    for event in [started, finished] {
        for (key, value) in event.as_object().unwrap() {
            if in_tenant.contains(&key.as_str()) {
                tenant.insert(key.clone(), value.clone());
            } else if !own.contains(&key.as_str()) {
                report.insert(key.clone(), value.clone());
            }
        }
    }
    report.insert("tenant".to_owned(), tenant.into());
    report.insert("checks".to_owned(), checks.into());
    report.into()
}

/// What one run streamed, and what its own evidence says as a JSON report, is the same.
fn look_at(world: &'static Named) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("evidence.json");
    let file = file.to_str().unwrap();
    let streamed = stream(world.name, &["--save-evidence", file]);
    let saved = common::judge_again(Path::new(file), &[]);
    let (events, report) = (events(&streamed.stdout), saved.json());
    let mut faults = Vec::new();
    if rebuilt(&events) != report {
        faults.push(format!("{}: the events say something else", world.name));
    }
    let (first, last) = (&events[0], &events[events.len() - 1]);
    if first["checks"] != Value::from(ids(&events)) {
        faults.push(format!("{}: another order", world.name));
    }
    if last["exit_code"] != streamed.code || streamed.code != saved.code {
        faults.push(format!("{}: another exit code", world.name));
    }
    faults
}

#[test]
fn the_stream_of_every_world_is_its_report() {
    in_every_world(|world| {
        // That judge panics in the sandbox alone, so its evidence says something else.
        if world.name == "internal-error" {
            return Vec::new();
        }
        look_at(world)
    });
}

/// What was seen by a person, and what changed since an earlier report, is in the events as well.
#[test]
fn a_comparison_and_a_symptom_are_in_the_stream() {
    let (healthy, _) = common::save("healthy-facebook", &[]);
    let (_, file) = common::save("connected-tools-off", &[]);
    let earlier = tempfile::NamedTempFile::new().unwrap();
    fs::write(earlier.path(), healthy.stdout).unwrap();
    let judged = |format: &str| {
        run(&[
            "check",
            "--evidence",
            file.to_str().unwrap(),
            "--compare",
            earlier.path().to_str().unwrap(),
            "--symptom",
            "no-messages",
            "--format",
            format,
        ])
    };
    let (streamed, report) = (judged("jsonl"), judged("json").json());
    let events = events(&streamed.stdout);
    hold_to_the_schema(&events);
    assert!(report["compared"]["new"].is_array() && report["symptom"].is_string());
    assert_eq!(rebuilt(&events), report);
}

#[test]
fn what_igdoctor_can_mend_has_its_command_in_the_stream_as_well() {
    let checks = checks(&events(&stream("app-not-connected", &[]).stdout));
    let found = checks.iter().find(|check| check["id"] == "app-connected");
    assert_eq!(
        found.unwrap()["fix"]["command"],
        "igdoctor repair --sandbox app-not-connected --only app-connected"
    );
}

/// Whoever reads standard output may take the first byte for the start of a check.
#[test]
fn wrong_usage_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("stream");
    fs::write(&file, "old").unwrap();
    let file = file.to_str().unwrap();
    let cases: [&[&str]; 5] = [
        &["--sandbox", "no-such-world"],
        &["--sandbox", "healthy-facebook", "--only", "no-such-check"],
        &["--evidence", "/dev/null/nothing"],
        &["--platform", "no-such-platform"],
        &[],
    ];
    for case in cases {
        let args = [&["check", "--format", "jsonl", "--output", file], case].concat();
        assert_eq!(run(&args).code, 2, "{case:?}");
        assert_eq!(fs::read_to_string(file).unwrap(), "old", "{case:?}");
        let args = [&["check", "--format", "jsonl"], case].concat();
        let run = run(&args);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{case:?}");
        assert!(run.stderr.contains("error: "), "{case:?}: {}", run.stderr);
    }
}

/// Which Page is meant shows only after the first answers: until then nothing is said.
#[test]
fn several_pages_are_wrong_usage_as_well() {
    let sandbox = serve("healthy-facebook-find", |world| {
        let mut second = world.pages[0].clone();
        second.id = "104512345678999".to_owned();
        world.pages.push(second);
    });
    let run = finish(common::check_of(&sandbox, &["--format", "jsonl"]));
    assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    assert!(run.stderr.contains("--page"), "{}", run.stderr);
}

#[test]
fn a_file_gets_the_lines_and_a_person_the_rest() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("stream.jsonl");
    let name = file.to_str().unwrap();
    let args = [
        "check",
        "--sandbox",
        "connected-tools-off",
        "--format",
        "jsonl",
        "--output",
        name,
    ];
    let plain = run(&args);
    assert_eq!((plain.code, plain.stdout.as_str()), (1, ""));
    assert!(plain.stderr.contains(name), "{}", plain.stderr);
    let lines = events(&fs::read_to_string(&file).unwrap());
    assert_eq!(lines.last().unwrap()["exit_code"], 1);
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let verbose = run(&[&args[..], &["-v"]].concat());
    assert!(
        verbose.stdout.contains("connected-tools"),
        "{}",
        verbose.stdout
    );
}

/// Names and texts from outside: whatever they hold, a line stays one line of JSON that does nothing to a terminal.
#[test]
fn hostile_text_stays_within_its_line() {
    let evil = "a\u{1b}[2J\u{7}\n\r\u{0}\u{85}\u{2028}\u{2029}\u{202e}\u{9b}31m]]><script>::error::%0A\u{7f}";
    let sandbox = serve("healthy-facebook-token", |world| {
        world.account.username = evil.to_owned();
        world.pages[0].name = evil.repeat(300);
        world.account.message_access = false;
    });
    let run = finish(common::check_of(
        &sandbox,
        &[common::IDS, &["--format", "jsonl"]].concat(),
    ));
    let harmful = |c: &char| {
        c.is_control() && *c != '\n' || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202e}')
    };
    assert_eq!(run.stdout.chars().find(harmful), None);
    let events = events(&run.stdout);
    assert_eq!(
        events[0]["checks"].as_array().unwrap().len() + 2,
        events.len()
    );
    assert_eq!(events.last().unwrap()["username"], evil);
}

/// The schema that is generated from the types stands in the repository; `UPDATE_SCHEMA=1 cargo test` writes it anew.
#[test]
fn the_committed_schema_is_the_generated_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/schema-jsonl.json");
    let schema = schemars::schema_for!(igdoctor::report::jsonl::Event);
    let generated = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(&path, &generated).unwrap();
    }
    assert_eq!(
        fs::read_to_string(&path).unwrap().replace("\r\n", "\n"),
        generated,
        "run UPDATE_SCHEMA=1 cargo test --test jsonl"
    );
}

fn hold_to_the_schema(events: &[Value]) {
    let schema = include_str!("../../src/report/schema-jsonl.json");
    let validator = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    for event in events {
        let errors: Vec<String> = validator
            .iter_errors(event)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:?}\n{event}");
    }
    assert!(!validator.is_valid(&json!({"event": "check", "tenant": null})));
    assert!(!validator.is_valid(&json!({"event": "surprise"})));
}

#[test]
fn every_line_keeps_to_the_schema() {
    for world in [
        "healthy-facebook",
        "no-token-hunion",
        "token-expired",
        "page-not-visible",
        "time-limit",
        "healthy-instagram",
    ] {
        hold_to_the_schema(&events(&stream(world, &[]).stdout));
    }
}

#[test]
fn saved_evidence_is_streamed_at_once() {
    let (saved, file) = common::save("connected-tools-off", &[]);
    let again = [
        "check",
        "--evidence",
        file.to_str().unwrap(),
        "--format",
        "jsonl",
    ];
    let run = run(&again);
    assert_eq!(run.code, saved.code);
    let events = events(&run.stdout);
    assert_eq!(
        ids(&events).len(),
        saved.json()["checks"].as_array().unwrap().len()
    );
}
