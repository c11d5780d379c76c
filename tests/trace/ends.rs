//! Every way in which a trace can end: what it says, in which words, and its exit code.

use igdoctor::sandbox::worlds;

use super::common::pool::for_each;
use super::common::{outcome, run};
use super::*;

/// World, flags, outcome and cause, exit code.
type End = (
    &'static str,
    &'static [&'static str],
    (&'static str, &'static str),
    i32,
);

const ENDS: &[End] = &[
    ("message-arrives", &[], ("pass", ""), 0),
    (
        "message-arrives-instagram",
        &["--listen", "0"],
        ("pass", ""),
        0,
    ),
    ("message-arrives-late", &[], ("pass", ""), 0),
    ("message-arrives-twice", &["--listen", "0"], ("pass", ""), 0),
    ("message-of-role-holder", &[], ("pass", ""), 0),
    ("message-of-new-account", &[], ("pass", ""), 0),
    ("message-to-itself", &["--self", "--yes"], ("pass", ""), 0),
    (
        "message-not-seen",
        &["--wait", "4s"],
        ("fail", "message-not-seen"),
        1,
    ),
    (
        "message-not-sent",
        &["--wait", "3s"],
        ("unknown", "confirm-message-round-trip"),
        3,
    ),
    (
        "webhook-not-delivered",
        &["--listen", "0", "--wait", "6s"],
        ("fail", "webhook-not-delivered"),
        1,
    ),
    (
        "webhook-signed-by-other-app",
        &["--listen", "0", "--wait", "6s"],
        ("fail", "webhook-not-delivered"),
        1,
    ),
    (
        "not-shown-in-platform",
        &[],
        ("fail", "not-shown-in-platform"),
        1,
    ),
    (
        "message-held-by-other-app",
        &[],
        ("fail", "not-shown-in-platform"),
        1,
    ),
    (
        "message-taken-by-other-app",
        &["--listen", "0"],
        ("fail", "not-shown-in-platform"),
        1,
    ),
    (
        "message-in-requests",
        &[],
        ("fail", "message-in-requests"),
        1,
    ),
    // What the way needs is broken: then nobody is asked to send anything.
    (
        "connected-tools-off",
        &[],
        ("skipped", "connected-tools"),
        1,
    ),
    ("token-expired", &[], ("skipped", "token-valid"), 1),
    // What a person would have to tell, and nobody is there.
    (
        "healthy-facebook",
        &["--wait", "2s"],
        ("unknown", "confirm-message-round-trip"),
        3,
    ),
];

#[test]
fn each_end() {
    let faults = for_each(ENDS.iter(), |(world, more, end, code)| {
        let run = trace(world, more);
        let report = run.json();
        let got = (outcome(&report, CHECK), run.code);
        (got != (*end, *code))
            .then(|| format!("{world} {more:?}: {got:?}, expected {end:?} {code}"))
    });
    let faults: Vec<String> = faults.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The list of worlds promises what a trace finds there.
#[test]
fn each_end_is_the_one_that_the_world_promises() {
    for (world, more, (outcome, cause), _) in
        ENDS.iter().filter(|end| end.0.starts_with("message-"))
    {
        let world = worlds::find(world).unwrap();
        let promised = world.expected.iter().find(|(check, ..)| *check == CHECK);
        let (promised, why) = promised.map_or(("pass", ""), |(_, outcome, cause)| {
            (outcome.as_str(), *cause)
        });
        assert_eq!(
            (*outcome, *cause),
            (promised, why),
            "{} {more:?}",
            world.name
        );
    }
}

#[test]
fn each_hop_has_its_time() {
    let report = trace("message-arrives", &["--listen", "0"]).json();
    let ms = |name| {
        arg(&report, name)
            .as_u64()
            .unwrap_or_else(|| panic!("no {name}: {report:#}"))
    };
    // The actor sends after 300 ms; the first look is after two seconds.
    assert!(ms("webhook_ms") >= 300, "{report:#}");
    assert!(ms("seen_ms") >= 2000, "{report:#}");
    assert!(ms("shown_ms") >= ms("seen_ms"));
    assert_eq!(arg(&report, "channel"), "messaging");
    assert_eq!(arg(&report, "holder"), "ours");
    assert_eq!(arg(&report, "sender"), "stranger");
    assert_eq!(arg(&report, "times"), 1);
}

#[test]
fn a_message_that_is_sent_late_has_a_late_time() {
    let report = trace("message-arrives-late", &[]).json();
    assert!(arg(&report, "seen_ms").as_u64().unwrap() >= 5000);
}

#[test]
fn a_message_that_is_sent_twice_is_one_message_that_came_twice() {
    let run = trace("message-arrives-twice", &["--listen", "0"]);
    assert_eq!(arg(&run.json(), "times"), 2);
    assert!(run.stderr.contains("once more"), "{}", run.stderr);
}

#[test]
fn a_conversation_that_another_app_holds_is_told_with_certainty() {
    // The platform is no default app here: only whether the conversation is its own can be read.
    let report = trace("message-held-by-other-app", &[]).json();
    assert_eq!(arg(&report, "holder"), "other");
    assert_eq!(
        outcome(&report, "default-routing-app"),
        ("warn", "not-a-receiver")
    );
    // The default app is told by Meta who holds it.
    let report = trace("message-taken-by-other-app", &["--listen", "0"]).json();
    assert_eq!(arg(&report, "holder"), "other");
    assert_eq!(arg(&report, "owner"), "1217981644879628");
    assert_eq!(arg(&report, "channel"), "standby");
}

/// A stranger's message that arrives settles what no field of Graph tells; somebody with a role is served by every app.
#[test]
fn a_message_of_a_stranger_settles_the_access_level() {
    let of = |sender: &str| {
        let sandbox = common::serve("healthy-facebook-token", |world| world.threads.clear());
        let going = Going::begin(trace_of(&sandbox, &["--sender", sender]));
        write(&sandbox, "1234567890123499", &going.word);
        let report = going.end().json();
        let (outcome, cause) = outcome(&report, "advanced-access");
        format!("{outcome} {cause}")
    };
    assert_eq!(of("stranger"), "pass ");
    assert_eq!(of("role-holder"), "ask confirm-advanced-access");
}

#[test]
fn the_screens_in_three_languages() {
    let long = |world: &str, lang: &str, more: &[&str]| {
        let run = run(&[
            &["trace", "--sandbox", world, "--lang", lang, "--quiet"],
            more,
        ]
        .concat());
        let word = run
            .stderr
            .lines()
            .find(|line| line.starts_with("    "))
            .map(str::trim);
        let text = run.stderr.clone() + &run.stdout;
        steady(&text.replace(word.unwrap_or("\u{0}"), "kalimero"))
    };
    let languages = ["en", "pt-BR", "ru"];
    let some = [
        "message-arrives",
        "not-shown-in-platform",
        "message-not-sent",
    ];
    let told = languages.map(|lang| some.map(|world| (world, lang, &["--wait", "5s"][..])));
    let others: &[(&str, &[&str])] = &[
        ("message-not-seen", &["--wait", "4s"]),
        ("message-in-requests", &[]),
        ("message-of-role-holder", &[]),
        ("message-arrives-twice", &["--listen", "0"]),
        ("message-to-itself", &["--self", "--yes"]),
        ("webhook-not-delivered", &["--listen", "0", "--wait", "5s"]),
        (
            "webhook-signed-by-other-app",
            &["--listen", "0", "--wait", "5s"],
        ),
        ("message-held-by-other-app", &[]),
        ("message-taken-by-other-app", &["--listen", "0"]),
        ("connected-tools-off", &[]),
    ];
    let others = others.iter().map(|(world, more)| (*world, "en", *more));
    let all = told.concat().into_iter().chain(others);
    let screen = |(world, lang, more)| (format!("{world}-{lang}"), long(world, lang, more));
    let mut screens = for_each(all, screen);
    screens.sort();
    for (name, screen) in screens {
        insta::assert_snapshot!(name, screen);
    }
}

/// A text without the times of this very run.
fn steady(text: &str) -> String {
    let digit = |c: char| c.is_ascii_digit();
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        let told = line.contains(" s:")
            || line.contains(" с:")
            || line.contains(" s.")
            || line.contains(" с.")
            || line.contains("calls")
            || line.contains("Meta ");
        out.push_str(&if told {
            line.replace(digit, "0")
        } else {
            line.to_owned()
        });
    }
    while out.contains("00") {
        out = out.replace("00", "0");
    }
    // A port is whichever is free.
    match out.split_once("127.0.0.1:") {
        Some((before, after)) => {
            let after = after.trim_start_matches(digit);
            format!("{before}127.0.0.1:0{after}")
        }
        None => out,
    }
}
