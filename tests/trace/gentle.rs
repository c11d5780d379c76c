//! A trace spares Meta and the people who write: few calls, and no more read than must be.

use std::thread::sleep;
use std::time::{Duration, Instant};

use igdoctor::sandbox::world::{Fault, What};

use super::common::outcome;
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
    assert_eq!(run.code, 3, "{}", run.stdout);
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

/// Looking on may be refused in the middle: then nobody can tell, and the limit is named.
#[test]
fn a_limit_in_the_middle_is_no_finding() {
    let sandbox = common::serve("healthy-facebook-token", |_| ());
    let going = Going::begin(trace_of(&sandbox, &["--wait", "6s"]));
    sandbox.change(|world| world.faults.push(refusing("/conversations", 613, None)));
    let run = going.end();
    assert_eq!(outcome(&run.json(), CHECK), ("unknown", "rate-limited"));
    assert_eq!(run.code, 3, "{}", run.stdout);
}

/// The list shows that somebody wrote, but the conversation may not be read: that is no message that Meta did not show.
#[test]
fn a_conversation_that_may_not_be_read_is_told_as_such() {
    let sandbox = common::serve("healthy-facebook-token", |_| ());
    let going = Going::begin(trace_of(&sandbox, &["--wait", "6s"]));
    let person = "1234567890123457";
    sandbox.change(|world| world.faults.push(refusing(person, 10, Some(2_534_048))));
    sleep(A_SECOND);
    write(&sandbox, person, &going.word);
    let run = going.end();
    let report = run.json();
    let (what, why) = outcome(&report, CHECK);
    assert_ne!((what, why), ("fail", "message-not-seen"), "{}", run.stdout);
    assert!(run.stdout.contains("advanced-access"), "{what} {why}");
}

/// What was there before must be known before anybody writes: else everything would look new, and be read.
#[test]
fn no_conversation_is_read_because_the_first_look_failed() {
    let sandbox = common::serve("healthy-facebook-token", |world| {
        // The check asks once; then every try of the first look fails.
        for call in 2..=4 {
            let mut fault = refusing("/conversations", 2, None);
            fault.what = What::Nth(call, Box::new(fault.what));
            world.faults.push(fault);
        }
    });
    let run = common::finish(trace_of(&sandbox, &["--wait", "5s"]));
    assert!(run.stderr.contains("Waiting"), "{}", run.stderr);
    let log = sandbox.log();
    assert!(
        !log.iter().any(|call| call.contains("/aWdfZAG")),
        "{log:#?}"
    );
}

fn refusing(path: &'static str, code: i64, subcode: Option<i64>) -> Fault {
    let status = if code == 2 { 500 } else { 403 };
    Fault {
        path,
        what: What::Refuse(status, code, subcode, "(#0) The world refuses."),
        times: None,
    }
}
