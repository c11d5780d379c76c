//! The same exit code in every form, for every world: live once, and judged again in each form.

use std::sync::Mutex;
use std::thread;

use igdoctor::model::Severity;
use igdoctor::report::document::Place;
use igdoctor::report::{Document, Note, Report, compare, exit_code, github, junit};
use igdoctor::sandbox::worlds::{self, Named};

use crate::{FORMATS, again, common, inert};

#[test]
fn every_world_ends_alike_in_every_form() {
    let queue: Mutex<Vec<&'static Named>> = Mutex::new(worlds::all().collect());
    let faults: Mutex<Vec<String>> = Mutex::default();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let next = queue.lock().unwrap().pop();
                    let Some(world) = next else { break };
                    let found = look_at(world.name);
                    faults.lock().unwrap().extend(found);
                }
            });
        }
    });
    let faults = faults.into_inner().unwrap();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// What is wrong with a world.
fn look_at(world: &str) -> Vec<String> {
    let (live, file) = common::save(world, &[]);
    let mut faults = Vec::new();
    for format in FORMATS {
        let run = again(&file, format, &[]);
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
