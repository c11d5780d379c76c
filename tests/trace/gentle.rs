//! A trace spares Meta and the people who write: few calls, and no more read than must be.

use std::thread::sleep;
use std::time::{Duration, Instant};

use super::*;

/// Meta takes two calls a second for the conversations of an account.
#[test]
fn two_calls_a_second_at_most_even_if_everybody_writes_at_once() {
    let sandbox = common::serve("healthy-facebook-token", |_| ());
    let going = Going::begin(trace_of(&sandbox, &["--wait", "8s"]));
    let before = sandbox.calls();
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(7) {
        for person in 0..8 {
            write(&sandbox, &format!("123456789012345{person}"), "Olá!");
        }
        sleep(Duration::from_millis(500));
    }
    let run = going.end();
    let (calls, seconds) = (sandbox.calls() - before, begun.elapsed().as_secs_f64());
    assert!(
        f64::from(calls) <= 2.0 * seconds,
        "{calls} calls in {seconds} s\n{:#?}",
        sandbox.log()
    );
    assert_eq!(run.code, 0, "{}", run.stdout);
}

#[test]
fn only_a_conversation_that_changed_meanwhile_is_read() {
    let sandbox = common::serve("healthy-facebook-token", |_| ());
    let going = Going::begin(trace_of(&sandbox, &["--wait", "30s"]));
    sleep(A_SECOND);
    write(
        &sandbox,
        "1234567890123457",
        &format!("Oi, {}!", going.word.to_uppercase()),
    );
    let run = going.end();
    assert_eq!(arg(&run.json(), "times"), 1, "{}", run.stderr);
    let read: Vec<String> = sandbox
        .log()
        .into_iter()
        .filter(|call| call.contains("/aWdfZAG"))
        .collect();
    assert_eq!(
        read,
        ["GET /aWdfZAG06MTpJR01lc3NhZ2VUaHJlYWQ61234567890123457"]
    );
}

/// Of what others wrote at the same time nothing is kept, anywhere.
#[test]
fn what_others_write_is_kept_nowhere() {
    let sandbox = common::serve("healthy-facebook-token", |_| ());
    let folder = tempfile::tempdir().unwrap();
    let (har, evidence) = (folder.path().join("x.har"), folder.path().join("x.json"));
    let files = [
        "--trace-http",
        har.to_str().unwrap(),
        "--save-evidence",
        evidence.to_str().unwrap(),
    ];
    let going = Going::begin(trace_of(
        &sandbox,
        &[&files[..], &["--wait", "30s"]].concat(),
    ));
    sleep(A_SECOND);
    write(
        &sandbox,
        "1234567890123458",
        "My card number is SECRET-OF-A-CUSTOMER",
    );
    sleep(Duration::from_secs(3));
    let word = going.word.clone();
    write(&sandbox, "1234567890123459", &word);
    let run = going.end();
    assert_eq!(arg(&run.json(), "times"), 1, "{}", run.stderr);
    let read = |path| std::fs::read_to_string(path).unwrap();
    // They were read, or this test would show nothing.
    assert!(sandbox.log().iter().any(|call| call.ends_with("123458")));
    for kept in [run.stdout, run.stderr, read(&har), read(&evidence)] {
        assert!(!kept.contains("SECRET-OF"), "{kept}");
    }
}

#[test]
fn it_ends_by_itself() {
    let sandbox = common::serve("healthy-facebook-token", |_| ());
    let begun = Instant::now();
    let going = Going::begin(trace_of(&sandbox, &["--wait", "3s"]));
    going.end();
    assert!(begun.elapsed() < Duration::from_secs(15));
}

/// Looking on may be refused in the middle; then nothing is made up.
#[test]
fn a_limit_in_the_middle_is_no_finding() {
    let sandbox = common::serve("healthy-facebook-token", |_| ());
    let going = Going::begin(trace_of(&sandbox, &["--wait", "6s"]));
    sandbox.change(|world| {
        world.faults.push(igdoctor::sandbox::world::Fault {
            path: "/conversations",
            what: igdoctor::sandbox::world::What::Refuse(
                400,
                613,
                None,
                "(#613) Calls to this api have exceeded the rate limit.",
            ),
            times: None,
        });
    });
    let run = going.end();
    assert_eq!(
        common::outcome(&run.json(), CHECK),
        ("ask", "confirm-message-round-trip")
    );
    assert_eq!(run.code, 0, "{}", run.stdout);
}
