//! The same exit code in every form, for every world: live once, and rendered again in each form.

use std::path::Path;

use igdoctor::model::Severity;
use igdoctor::report::document::Place;
use igdoctor::report::{Document, Note, Report, compare, exit_code, github, junit};
use igdoctor::sandbox::worlds;
use serde_json::Value;

use crate::common::pool::in_every_world;
use crate::common::{self, Run};
use crate::{FORMATS, again, hostile, inert};

/// One world in so many is rendered by the command as well, in every form.
const EIGHTH: usize = 8;

#[test]
fn every_world_ends_alike_in_every_form() {
    let names: Vec<&str> = worlds::all().map(|world| world.name).collect();
    in_every_world(|world| {
        let place = names.iter().position(|name| *name == world.name);
        let (live, file) = common::save(world.name, &[]);
        let mut faults = rendered(world.name, &live);
        if place.is_some_and(|place| place % EIGHTH == 0) {
            faults.extend(ended(world.name, &live, &file));
        }
        faults
    });
}

/// What is wrong with the forms that are made from the report of a world: each is well formed, and those that hold an exit code hold that
/// of the run.
fn rendered(world: &str, live: &Run) -> Vec<String> {
    let report: Report = serde_json::from_value(live.json()).unwrap();
    let mut faults = Vec::new();
    let mut hold = |format: &str, found: &Value| {
        if *found != live.code {
            let expected = live.code;
            faults.push(format!(
                "{world}: {format} ends with {found}, not {expected}"
            ));
        }
    };
    hold("json", &exit_code(&report).into());
    for (format, text) in hostile::written(&report) {
        inert::check(format, &text);
        match format {
            "sarif" => {
                let log: Value = serde_json::from_str(&text).unwrap();
                hold(format, &log["runs"][0]["invocations"][0]["exitCode"]);
            }
            "jsonl" => {
                let last: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
                hold(format, &last["exit_code"]);
            }
            _ => {}
        }
    }
    faults
}

/// What is wrong with the runs of a world, judged again in each form.
fn ended(world: &str, live: &Run, file: &Path) -> Vec<String> {
    let mut faults = Vec::new();
    for format in FORMATS {
        let run = again(file, format, &[]);
        inert::check(format, &run.stdout);
        if run.code != live.code {
            let (found, expected) = (run.code, live.code);
            faults.push(format!(
                "{world}: {format} ends with {found}, not {expected}"
            ));
        }
    }
    faults
}

/// What else decides about the exit code, and to where the document goes.
#[test]
fn forms_end_alike_whatever_counts() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let output = ["--output", file.path().to_str().unwrap()];
    for (world, flags, code) in [
        ("healthy-facebook", &["--strict"][..], 3),
        ("expires-soon", &["--fail-on", "warning"], 1),
        ("expires-soon", &["--fail-on", "error"], 0),
        ("connected-tools-off", &output, 1),
        ("conversations-throttled", &["--quiet"], 3),
    ] {
        for format in FORMATS {
            let args = ["check", "--sandbox", world, "--format", format];
            let run = common::run(&[&args, flags].concat());
            assert_eq!(run.code, code, "{world} {flags:?} {format}");
            let text = if flags == output {
                std::fs::read_to_string(file.path()).unwrap()
            } else {
                run.stdout
            };
            inert::check(format, &text);
            assert!(text.len() > 100, "{world} {flags:?} {format}");
        }
    }
}

fn report(world: &str) -> Report {
    serde_json::from_value(common::check(world, &[]).json()).unwrap()
}

/// The same with a waiver that accepts nothing, where that counts.
fn with_note(mut report: Report) -> Report {
    report.fail_on = Severity::Warning;
    report.notes.push(Note {
        kind: "waiver-invalid".to_owned(),
        args: [("check".to_owned(), "inbox-access".into())].into(),
        message: "This waiver accepts nothing".to_owned(),
    });
    report
}

/// What a CI server shows is in step with the exit code, also where only what is new decides about that.
#[test]
fn what_is_new_counts_alike_in_the_forms_that_servers_read() {
    let healthy = || report("healthy-facebook");
    let broken = || report("connected-tools-off");
    let warned = || Report {
        fail_on: Severity::Warning,
        ..healthy()
    };
    for (name, before, now, code) in [
        ("old", broken(), broken(), 0),
        ("new", healthy(), broken(), 1),
        ("unclear", report("conversations-throttled"), broken(), 3),
        ("old note", with_note(healthy()), with_note(healthy()), 0),
        ("new note", warned(), with_note(healthy()), 1),
    ] {
        let mut now = now;
        let compared = compare(Some(&before), &now, true);
        now.compare(compared);
        assert_eq!(exit_code(&now), code, "{name}");
        let document = Document::of_one(&now, &|_| Place::default());
        let xml = junit::render(&document).unwrap();
        assert_eq!(!xml.contains("<failure"), code != 1, "{name}: {xml}");
        assert_eq!(xml.contains("<error"), code == 3, "{name}: {xml}");
        let lines = github::render(&document);
        assert_eq!(lines.contains("::error "), code == 1, "{name}: {lines}");
    }
}
