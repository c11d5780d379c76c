//! `--listen`: the webhooks of the app come to this machine, and only what is rightly signed counts.

use super::*;

#[test]
fn events_are_told_as_they_come() {
    let run = run(&["trace", "--sandbox", "message-arrives", "--listen", "0"]);
    assert!(
        run.stderr.contains("Listening for webhooks at 127.0.0.1:"),
        "{}",
        run.stderr
    );
    let told = run.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("It is the message with the word"), "{told}");
    assert!(run.words().contains("the webhook came"), "{}", run.stdout);
}

#[test]
fn what_another_app_signed_is_turned_away_and_counted() {
    let report = trace(
        "webhook-signed-by-other-app",
        &["--listen", "0", "--wait", "5s"],
    )
    .json();
    assert_eq!(arg(&report, "wrong"), 1);
    assert_eq!(arg(&report, "webhook_ms"), &Value::Null);
}

/// Without a token Meta cannot be looked at; the listener alone tells.
#[test]
fn without_a_token_the_listener_is_enough() {
    let mut command = igdoctor(&[
        "trace",
        "--no-token",
        "--platform",
        "meta-app",
        "--flow",
        "instagram",
        "--listen",
        "0",
        "--wait",
        "2s",
        "--format",
        "json",
        "--no-input",
    ]);
    command.env(
        "IGDOCTOR_INSTAGRAM_APP_SECRET",
        "00112233445566778899aabbccddeeff",
    );
    let run = common::finish(command);
    assert_eq!(
        common::outcome(&run.json(), CHECK),
        ("unknown", "confirm-message-round-trip"),
        "{}",
        run.stderr
    );
}

#[test]
fn without_a_secret_nothing_that_comes_could_be_believed() {
    let run = trace("not-shown-in-platform", &["--listen", "0"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("IGDOCTOR_APP_SECRET"), "{}", run.stderr);
}
