//! The same exit code in every form, for every world: live once, and judged again in each form.

use std::sync::Mutex;
use std::thread;

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
