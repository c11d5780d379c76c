//! Interrupted: within a second it says what was not checked, exits 130, and the JSON is whole.
#![cfg(unix)]

mod common;

use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use common::{Run, outcome, serve};
use igdoctor::sandbox::world::{Fault, What};

/// A check whose every call but one is answered at once, stopped by a signal.
fn stopped_by(signal: &str, format: &str) -> (Run, Duration) {
    let sandbox = serve("healthy-facebook-token", |world| {
        world.faults.push(Fault {
            path: "/conversations",
            what: What::Hang(30_000),
            times: None,
        });
    });
    let mut command =
        common::check_of(&sandbox, &["--page", "104512345678901", "--format", format]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().unwrap();
    // The other questions have been asked when the calls stop growing.
    let mut calls = 0;
    while sandbox.calls() == 0 || sandbox.calls() > calls {
        calls = sandbox.calls();
        thread::sleep(Duration::from_millis(300));
    }
    let clock = Instant::now();
    assert!(
        Command::new("kill")
            .args([signal, &child.id().to_string()])
            .status()
            .unwrap()
            .success()
    );
    let run = common::read(child.wait_with_output().unwrap());
    (run, clock.elapsed())
}

#[test]
fn ctrl_c_and_sigterm_end_a_check_within_a_second() {
    for signal in ["-INT", "-TERM"] {
        let (run, took) = stopped_by(signal, "json");
        assert!(took < Duration::from_secs(1), "{signal}: {took:?}");
        assert_eq!(run.code, 130, "{signal}");
        let report = run.json();
        assert_eq!(report["interrupted"], true);
        assert_eq!(
            outcome(&report, "connected-tools"),
            ("skipped", "interrupted")
        );
        assert_eq!(
            outcome(&report, "page-published").0,
            "pass",
            "what was answered is judged"
        );
    }
}

#[test]
fn a_person_is_told_what_was_not_checked() {
    let (run, _) = stopped_by("-INT", "human");
    assert_eq!(run.code, 130);
    assert!(
        run.stdout.contains("Not checked: connected-tools"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("Interrupted: "), "{}", run.stdout);
}
