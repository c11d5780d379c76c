//! `--thread`: what a conversation tells of a reply, and what is said where Meta does not show it.

use igdoctor::sandbox::Sandbox;
use igdoctor::sandbox::world::Thread;
use serde_json::Value;

use crate::FINE;
use crate::common::{Run, find, finish, igdoctor, outcome, run, serve};

/// How the ids of conversations begin in the sandbox; a person's id follows.
pub const THREAD: &str = "aWdfZAG06MTpJR01lc3NhZ2VUaHJlYWQ6";
pub const CUSTOMER: &str = "1234567890123461";
/// One who wrote an hour ago.
pub const CUSTOMER_NOW: &str = "1234567890123456";

/// Customers of the sandbox who wrote an hour before or after a window closes.
const AGES: [(i64, &str); 4] = [
    (23, "1234567890123460"),
    (25, CUSTOMER),
    (6 * 24 + 23, "1234567890123462"),
    (7 * 24 + 1, "1234567890123463"),
];

pub fn ask(world: &str, thread: &str, more: &[&str]) -> Run {
    let args = ["message", "--format", "json", "--sandbox", world];
    run(&[&args[..], &["--thread", thread, "--text", "Olá!"], more].concat())
}

/// Asks a world that is being served, as its token's holder.
pub fn ask_served(sandbox: &Sandbox, thread: &str, more: &[&str]) -> Run {
    let url = sandbox.graph_url().to_string();
    let mut args = vec!["message", "--format", "json", "--text", "Olá!"];
    args.extend(["--graph-url", &url, "--thread", thread]);
    args.extend(["--platform", "hunion", "--page", "104512345678901"]);
    let mut command = igdoctor(&[&args, more].concat());
    command.env("IGDOCTOR_TOKEN", sandbox.world().token.text);
    finish(command)
}

fn window(report: &Value) -> (&str, &str) {
    outcome(report, "reply-window")
}

#[test]
fn windows_are_known_from_the_conversation() {
    const PASS: (&str, &str) = ("pass", "");
    const CLOSED: (&str, &str) = ("fail", "window-closed");
    const TAG: (&str, &str) = ("fail", "window-needs-human-agent");
    let worlds = [
        ("healthy-meta-app-facebook", [PASS, TAG, TAG, CLOSED]),
        ("healthy-instagram", [PASS, TAG, TAG, CLOSED]),
        ("healthy-planfix", [PASS, CLOSED, CLOSED, CLOSED]),
    ];
    for (world, expected) in worlds {
        for ((hours, person), expected) in AGES.into_iter().zip(expected) {
            // By its own id, and by the person's.
            for thread in [format!("{THREAD}{person}"), person.to_owned()] {
                let run = ask(world, &thread, &[]);
                let report = run.json();
                assert_eq!(window(&report), expected, "{world} {hours}");
                assert_eq!(outcome(&report, "reply-target").0, "pass", "{world}");
                assert_eq!(find(&report, "reply-window")["args"]["hours"], hours);
                assert_eq!(run.code, i32::from(expected.0 == "fail"));
            }
        }
    }
}

#[test]
fn the_report_names_the_calls() {
    let paths = |thread: &str, world: &str| -> Vec<String> {
        let report = ask(world, thread, &[]).json();
        let evidence = find(&report, "reply-window")["evidence"].clone();
        let calls = evidence.as_array().unwrap().iter();
        calls
            .map(|call| call["call"].as_str().unwrap().to_owned())
            .collect()
    };
    let by_id = format!("{THREAD}{CUSTOMER}");
    assert_eq!(
        paths(&by_id, "healthy-planfix"),
        ["GET /me", "GET /{page}", "GET /{thread}"]
    );
    assert_eq!(
        paths(CUSTOMER, "healthy-planfix"),
        ["GET /me", "GET /{page}", "GET /{page}/conversations"]
    );
    assert_eq!(
        paths(&by_id, "healthy-instagram"),
        ["GET /me", "GET /{thread}"]
    );
    // A user token has to find the Page's first.
    assert_eq!(
        paths(&by_id, "healthy-facebook-user"),
        [
            "GET /me",
            "GET /me/accounts",
            "GET /{page}",
            "GET /{thread}"
        ]
    );
}

#[test]
fn nothing_is_asked_without_it() {
    let sandbox = serve("healthy-facebook", |_| ());
    let url = sandbox.graph_url().to_string();
    let refused = run(&["message", "--graph-url", &url, "--text", "a"]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("--thread"), "{}", refused.stderr);
    let mut command = igdoctor(&[&["message", "--format", "json"], FINE].concat());
    command.env("IGDOCTOR_TOKEN", "EAAmade-up");
    let report = finish(command).json();
    assert_eq!(report["graph"]["calls"], 0);
    assert_eq!(report["access"], "none");
    assert_eq!(sandbox.calls(), 0);
}

#[test]
fn what_was_told_counts_before_what_is_found() {
    let at = crate::ago(1);
    let report = ask("healthy-planfix", CUSTOMER, &["--last-inbound", &at]).json();
    assert_eq!(window(&report), ("pass", ""));
    let report = ask("healthy-planfix", CUSTOMER, &["--last-inbound", "never"]).json();
    assert_eq!(window(&report), ("fail", "user-never-wrote"));
}

#[test]
fn whom_it_goes_to_is_one_of_the_conversation() {
    let thread = format!("{THREAD}{CUSTOMER}");
    let target = |thread: &str, to: &str| {
        let report = ask("healthy-planfix", thread, &["--to", to]).json();
        let check = find(&report, "reply-target");
        let cause = check["cause"].as_str().unwrap_or_default().to_owned();
        (cause, check["args"]["why"].clone())
    };
    assert_eq!(target(&thread, CUSTOMER).0, "");
    for thread in [thread.as_str(), CUSTOMER] {
        let (cause, why) = target(thread, "1234567890123456");
        assert_eq!(cause, "wrong-recipient-id");
        assert_eq!(why, "not-in-conversation");
    }
    // The account as Meta shows it, though no flag named it.
    assert_eq!(target(&thread, "17841405309211844").1, "own-account");
}

#[test]
fn an_account_that_is_named_is_the_one_that_meta_shows() {
    let chatt2me = |from: &str| {
        let world = "healthy-chatt2me-facebook";
        let report = ask(world, CUSTOMER, &["--from", from]).json();
        let check = find(&report, "reply-target");
        check["args"]["why"].clone()
    };
    assert_eq!(chatt2me("@casa.azul"), Value::Null);
    assert_eq!(chatt2me("@casa.verde"), "other-username");
}

/// What decides is the customer's last message, not the conversation's.
#[test]
fn answers_of_the_account_open_no_window() {
    let thread = |own: Vec<i64>| {
        serve("healthy-facebook", |world| {
            world.threads = vec![Thread {
                person: CUSTOMER.to_owned(),
                has_role: false,
                minutes_ago: 30 * 60,
                own,
                owner: None,
                messages: Vec::new(),
            }];
        })
    };
    let report = ask_served(&thread(vec![5, 10]), CUSTOMER, &[]).json();
    assert_eq!(window(&report), ("fail", "window-needs-human-agent"));
    assert_eq!(find(&report, "reply-window")["args"]["hours"], 30);
    // Of twenty messages, none is the customer's, and nobody sees the older ones.
    let report = ask_served(&thread((1..=25).collect()), CUSTOMER, &[]).json();
    assert_eq!(window(&report), ("ask", "confirm-reply-window"));
    let check = find(&report, "reply-window");
    assert_eq!(check["args"]["shown"], 20);
    let says = check["message"].as_str().unwrap();
    assert!(says.contains("the newest 20 messages only"), "{says}");
}

/// What keeps a token from reading a conversation keeps it from writing there.
#[test]
fn what_refuses_the_reading_refuses_the_reply() {
    let rows = [
        "connected-tools-off",
        "token-expired",
        "messaging-restricted",
        "permission-missing",
        "advanced-access-missing",
    ];
    for world in rows {
        let thread = format!("{THREAD}{CUSTOMER}");
        let run = ask(world, &thread, &[]);
        let report = run.json();
        assert_eq!(outcome(&report, "reply-target"), ("fail", world));
        assert_eq!(run.code, 1, "{world}");
        let because = &find(&report, "reply-window")["because"];
        assert_eq!(because["check"], "reply-target", "{world}");
        let evidence = find(&report, "reply-target")["evidence"].clone();
        let calls = evidence.as_array().unwrap();
        let refused = calls.iter().find(|call| call["code"].is_i64());
        assert!(refused.is_some(), "{world}: {evidence}");
        // The rest is judged by what was told, and told of the time it refuses all the same.
        assert_eq!(outcome(&report, "reply-content").0, "pass", "{world}");
        let at = crate::ago(1);
        let run = ask(world, &thread, &["--last-inbound", &at]);
        assert_eq!(window(&run.json()), ("pass", ""), "{world}");
        assert_eq!(run.code, 1, "{world}");
        let told = run_human(world, &thread);
        assert!(told.contains("It would be refused"), "{world}: {told}");
        assert!(!told.contains("Nothing speaks against it"), "{told}");
    }
}

/// What a person reads, without its line breaks.
pub fn run_human(world: &str, thread: &str) -> String {
    let args = ["message", "--text", "Olá!", "--sandbox", world];
    run(&[&args[..], &["--thread", thread]].concat()).words()
}

#[test]
fn a_conversation_that_is_not_there_is_no_guess() {
    for thread in [format!("{THREAD}999999"), "999999".to_owned()] {
        let run = ask("healthy-planfix", &thread, &[]);
        let report = run.json();
        assert_eq!(window(&report), ("unknown", "thread-not-visible"));
        assert_eq!(run.code, 3);
        // An id that nothing but its digits speaks for.
        let target = outcome(&report, "reply-target");
        assert_eq!(target, ("ask", "confirm-reply-target"));
        let told = run_human("healthy-planfix", &thread);
        assert!(told.contains("could not be found out"), "{told}");
        // A person can look.
        let at = crate::ago(1);
        let run = ask("healthy-planfix", &thread, &["--last-inbound", &at]);
        assert_eq!(window(&run.json()), ("pass", ""));
    }
}

#[test]
fn trouble_on_the_way_is_unknown() {
    use igdoctor::sandbox::world::{Fault, What};
    let thread = format!("{THREAD}{CUSTOMER}");
    for (what, expected) in [
        (What::Html(502), "graph-unreadable"),
        (What::Cut, "graph-unreadable"),
        (What::Drop, "graph-unreachable"),
    ] {
        let sandbox = serve("healthy-facebook", |world| {
            world.faults.push(Fault {
                path: concat!("/aWdfZAG06MTpJR01lc3NhZ2VUaHJlYWQ6", "1234567890123461"),
                what,
                times: None,
            });
        });
        let run = ask_served(&sandbox, &thread, &["--to", CUSTOMER]);
        let report = run.json();
        assert_eq!(window(&report), ("unknown", expected));
        assert_eq!(outcome(&report, "reply-target").0, "ask");
        assert_eq!(run.code, 3);
    }
    let sandbox = serve("healthy-facebook", |world| world.latency_ms = 3_000);
    let run = ask_served(&sandbox, &thread, &["--timeout", "1s"]);
    assert_eq!(window(&run.json()), ("unknown", "time-limit"));
}

#[test]
fn what_does_not_fit_is_told_before_anything_is_asked() {
    let rows: [(&[&str], &str); 7] = [
        (&["--thread", "abc"], "digits only"),
        (&["--thread", "../me"], "digits only"),
        (&["--thread", ""], "digits only"),
        (&["--thread", "123", "--kind", "comment"], "--kind comment"),
        (&["--thread", "123", "--no-token"], "--no-token"),
        (&["--sandbox", "healthy-planfix"], "--thread"),
        (
            &["--thread", "123", "--sandbox", "no-token-planfix"],
            "token",
        ),
    ];
    for (args, part) in rows {
        let run = run(&[&["message"], args].concat());
        assert_eq!(run.code, 2, "{args:?}");
        assert!(run.stderr.contains(part), "{args:?}: {}", run.stderr);
    }
    let run = run(&["message", "--thread", "123"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("IGDOCTOR_TOKEN"), "{}", run.stderr);
}

/// Who wrote and when is asked for, never what.
#[test]
fn nothing_that_anybody_wrote_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.json");
    let run = ask(
        "healthy-planfix",
        CUSTOMER,
        &["--output", file.to_str().unwrap(), "-vv"],
    );
    let written = std::fs::read_to_string(&file).unwrap();
    for text in [&run.stdout, &run.stderr, &written] {
        assert!(!text.contains("what somebody wrote"), "{text}");
        assert!(!text.contains("cliente"), "{text}");
    }
}

#[test]
fn people_read_what_the_conversation_told() {
    for language in ["en", "pt-BR", "ru"] {
        let thread = format!("{THREAD}999999");
        let mut command = igdoctor(&[
            "message",
            "--sandbox",
            "healthy-planfix",
            "--thread",
            &thread,
            "--lang",
            language,
        ]);
        command.env("COLUMNS", "80");
        let run = finish(command);
        assert_eq!(run.code, 3);
        // Calls and their time stand behind the counts.
        let until_time = |line: &str| match line.split_once(" · ") {
            Some((before, after)) if after.starts_with(|c: char| c.is_ascii_digit()) => {
                before.to_owned()
            }
            _ => line.to_owned(),
        };
        let lines: Vec<String> = run.stdout.lines().map(until_time).collect();
        let long = |line: &&String| line.chars().count() > 80 && !line.contains("https://");
        assert_eq!(lines.iter().find(long), None);
        insta::assert_snapshot!(format!("not-visible-{language}"), lines.join("\n"));
    }
}

#[test]
fn the_token_comes_from_where_the_tenant_keeps_it() {
    let sandbox = serve("healthy-planfix", |_| ());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("igdoctor.toml");
    let text = "[tenants.casa-azul]\nplatform = \"planfix\"\npage = \"104512345678901\"\n\
        [tenants.casa-azul.secrets]\ntoken = { env = \"CASA_TOKEN\" }\n";
    std::fs::write(&file, text).unwrap();
    let url = sandbox.graph_url().to_string();
    let config = file.to_str().unwrap();
    let mut args = vec!["message", "casa-azul", "--config", config, "--text", "a"];
    let mut asked = |more: &[&'static str], token: Option<&str>| {
        args.truncate(6);
        args.extend(more);
        args.extend(["--format", "json"]);
        let mut command = igdoctor(&args);
        if !more.is_empty() {
            command.args(["--graph-url", &url]);
        }
        command.envs(token.map(|token| ("CASA_TOKEN", token)));
        finish(command)
    };
    let token = sandbox.world().token.text;
    let run = asked(&["--thread", CUSTOMER], Some(&token));
    let report = run.json();
    assert_eq!(window(&report), ("fail", "window-closed"), "{}", run.stderr);
    assert_eq!(report["access"], "token");
    let schema = serde_json::from_str(include_str!("../../src/report/schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&report));
    let run = asked(&["--thread", CUSTOMER], None);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("CASA_TOKEN"), "{}", run.stderr);
    // Without a conversation to ask about, no secret is looked for.
    assert_eq!(asked(&[], None).code, 0);
}
