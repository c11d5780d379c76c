//! What only people know is asked of them, in a real terminal.

use super::common::pty::Pty;
use super::*;

/// A trace of a served world in a terminal.
fn at_terminal(sandbox: &Sandbox, more: &[&str]) -> Option<Pty> {
    let world = sandbox.world();
    let url = sandbox.graph_url().to_string();
    let beside = ["--platform", world.platform, "--skip", "webhook-callback"];
    let args = [
        &["trace", "--graph-url", &url],
        &beside[..],
        common::IDS,
        more,
    ]
    .concat();
    Pty::igdoctor(&args, &[("IGDOCTOR_TOKEN", &world.token.text)])
}

/// The word on the screen: it stands alone on its line.
fn word(screen: &str) -> Option<String> {
    let mut lines = screen.lines();
    let alone = |line: &&str| {
        line.starts_with("    ") && line.trim().len() == 8 && !line.trim().contains(' ')
    };
    lines.find(alone).map(|line| line.trim().to_owned())
}

#[test]
fn from_the_word_to_the_platform() {
    let sandbox = common::serve("healthy-facebook-token", |_| ());
    let Some(pty) = at_terminal(&sandbox, &["--wait", "60s"]) else {
        return;
    };
    let asked = pty.until("Who is going to send the message?");
    assert!(
        asked.contains("without a role on the platform's app"),
        "{asked}"
    );
    pty.presses(&["Up", "Up", "Enter"]);
    let screen = pty.until_it("a word to send", |screen| word(screen).is_some());
    assert!(screen.contains("no role on"), "{screen}");
    let word = word(&screen).unwrap();
    std::thread::sleep(A_SECOND);
    write(&sandbox, "1234567890123457", &word);
    pty.until(&format!("show the message with the word “{word}”?"));
    pty.types("n");
    pty.until("where is the message");
    pty.presses(&["Up", "Up", "Enter"]);
    let ended = pty.end();
    assert_eq!(ended.code, 1, "{}", ended.screen);
    assert!(
        ended.stdout.contains("message-in-requests"),
        "{}",
        ended.stdout
    );
    ended.left_in_order();
}

#[test]
fn whoever_did_not_send_it_says_so() {
    let sandbox = common::serve("healthy-facebook-token", |_| ());
    let Some(pty) = at_terminal(
        &sandbox,
        &["--wait", "3s", "--sender", "stranger", "--lang", "pt-BR"],
    ) else {
        return;
    };
    pty.until("foi enviada?");
    pty.types("n");
    let ended = pty.end();
    assert_eq!(ended.code, 3, "{}", ended.screen);
}

/// A question can be left with Ctrl-C; what was known by then is in the files.
#[test]
fn ctrl_c_at_a_question_loses_nothing() {
    let sandbox = common::serve("healthy-facebook-token", |_| ());
    let folder = tempfile::tempdir().unwrap();
    let [report, evidence, har] =
        ["r.json", "e.json", "h.har"].map(|name| folder.path().join(name));
    let more = [
        "--wait",
        "2s",
        "--sender",
        "stranger",
        "--format",
        "json",
        "--output",
        report.to_str().unwrap(),
        "--save-evidence",
        evidence.to_str().unwrap(),
        "--trace-http",
        har.to_str().unwrap(),
    ];
    let Some(pty) = at_terminal(&sandbox, &more) else {
        return;
    };
    pty.until("sent?");
    pty.presses(&["C-c"]);
    let ended = pty.end();
    assert_eq!(ended.code, 130, "{}", ended.screen);
    let report: Value = serde_json::from_slice(&std::fs::read(report).unwrap()).unwrap();
    assert_eq!(report["interrupted"], true);
    assert!(evidence.exists() && har.exists());
}

#[test]
fn ctrl_c_ends_the_waiting_with_what_is_known() {
    let sandbox = common::serve("healthy-facebook-token", |_| ());
    let Some(pty) = at_terminal(&sandbox, &["--sender", "stranger"]) else {
        return;
    };
    pty.until_it("a word to send", |screen| word(screen).is_some());
    pty.until("Waiting until Meta shows the message");
    pty.presses(&["C-c"]);
    let ended = pty.end();
    assert_eq!(ended.code, 130, "{}", ended.screen);
    ended.left_in_order();
}

#[test]
fn whoever_does_not_agree_sends_nothing_to_themselves() {
    let sandbox = common::serve("message-to-itself", |_| ());
    let Some(pty) = at_terminal(&sandbox, &["--self"]) else {
        return;
    };
    pty.until("Nobody else gets it.");
    // Enter alone agrees to nothing: it is asked again.
    pty.presses(&["Enter"]);
    pty.types("n");
    pty.presses(&["Enter"]);
    let ended = pty.end();
    assert_eq!(ended.code, 3, "{}", ended.screen);
    assert!(!sandbox.log().iter().any(|call| call.starts_with("POST")));
}

/// Whatever is still waited for when somebody ends it is no finding.
#[test]
fn ctrl_c_while_the_webhook_is_waited_for_finds_nothing() {
    let sandbox = common::serve("healthy-facebook", |_| ());
    let secret = sandbox.world().app.secret;
    let world = sandbox.world();
    let url = sandbox.graph_url().to_string();
    let flags = [
        "trace",
        "--graph-url",
        &url,
        "--platform",
        world.platform,
        "--skip",
        "webhook-callback",
        "--sender",
        "stranger",
        "--listen",
        "0",
    ];
    let args = [&flags, common::IDS].concat();
    let env = [
        ("IGDOCTOR_TOKEN", world.token.text.as_str()),
        ("IGDOCTOR_APP_SECRET", &secret),
    ];
    let Some(pty) = Pty::igdoctor(&args, &env) else {
        return;
    };
    let screen = pty.until_it("a word to send", |screen| word(screen).is_some());
    std::thread::sleep(A_SECOND);
    write(&sandbox, "1234567890123457", &word(&screen).unwrap());
    pty.until("Waiting for the webhook");
    pty.presses(&["C-c"]);
    let ended = pty.end();
    assert_eq!(ended.code, 130, "{}", ended.screen);
    assert!(
        !ended.stdout.contains("webhook-not-delivered"),
        "{}",
        ended.stdout
    );
}
