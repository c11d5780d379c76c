//! Standard input has one reader: what was meant for one is never taken by another.

mod common;

use std::io::Write as _;
use std::process::Stdio;

use common::{igdoctor, read};

/// Runs with something on standard input.
fn told(args: &[&str], text: &str) -> common::Run {
    let mut command = igdoctor(args);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // Whoever refuses it may be gone already.
    drop(stdin.write_all(text.as_bytes()));
    drop(stdin);
    read(child.wait_with_output().unwrap())
}

#[test]
fn a_report_and_a_token_cannot_both_come_from_it() {
    let report = common::check("healthy-facebook", &[]).stdout;
    let args = ["check", "--compare", "-", "--token-stdin", "--page", "1"];
    let run = told(&args, &report);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("standard input"), "{}", run.stderr);
    assert!(run.stderr.contains("once"), "{}", run.stderr);
}

#[test]
fn two_reports_cannot_both_come_from_it() {
    let report = common::check("healthy-facebook", &[]).stdout;
    let run = told(&["diff", "-", "-"], &report);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("once"), "{}", run.stderr);
}

#[test]
fn one_of_them_can() {
    let report = common::check("healthy-facebook", &[]).stdout;
    assert_eq!(told(&["show", "-"], &report).code, 0);
    assert_eq!(told(&["explain", "-"], "code 190, subcode 463").code, 0);
}
