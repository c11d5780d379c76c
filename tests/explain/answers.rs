//! The answers as a person reads them, and as a program does.

use igdoctor::catalog;
use igdoctor::model::Symptom;
use igdoctor::report::explained::Explanation;
use serde_json::Value;
use std::path::Path;

use crate::common::{finish, igdoctor, run};

fn at_80(args: &[&str]) -> String {
    let mut command = igdoctor(&[&["explain"], args].concat());
    command.env("COLUMNS", "80");
    finish(command).stdout
}

fn snapshot(name: &str, text: &str) {
    assert!(
        text.lines()
            .all(|line| line.chars().count() <= 80 || line.contains("https://")),
        "{text}"
    );
    insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "../snapshots"}, {
        insta::assert_snapshot!(name, text)
    });
}

#[test]
fn what_a_person_reads() {
    snapshot("explain-error-80", &at_80(&["100/2534037"]));
    snapshot("explain-check-80", &at_80(&["connected-tools"]));
    snapshot("explain-cause-80", &at_80(&["window-closed"]));
    snapshot("explain-symptom-80", &at_80(&["private-reply-fails"]));
    snapshot("explain-unknown-80", &at_80(&["100/7777777"]));
}

/// `UPDATE_SCHEMA=1 cargo test --test explain` writes it anew.
#[test]
fn the_committed_schema_is_the_generated_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/schema-explain.json");
    let schema = schemars::schema_for!(Explanation);
    let generated = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &generated).unwrap();
    }
    let committed = std::fs::read_to_string(&path)
        .unwrap()
        .replace("\r\n", "\n");
    assert_eq!(
        committed, generated,
        "run UPDATE_SCHEMA=1 cargo test --test explain"
    );
}

#[test]
fn answers_of_every_kind_keep_to_the_schema() {
    let schema: Value =
        serde_json::from_str(include_str!("../../src/report/schema-explain.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (what, kind, code) in [
        ("connected-tools", "check", 0),
        ("token-revoked", "cause", 0),
        ("no-messages", "symptom", 0),
        ("190/463", "error", 0),
        ("dona do tópico", "error", 0),
        (r#"{"data":[]}"#, "error", 0),
        ("190/463 and 200/2534041", "error", 0),
        ("424242", "error", 1),
        ("what is this", "nothing", 1),
    ] {
        let run = run(&["explain", what, "--format", "json"]);
        let answer = run.json();
        assert_eq!(
            (answer["kind"].as_str(), run.code),
            (Some(kind), code),
            "{what}"
        );
        let errors: Vec<String> = validator
            .iter_errors(&answer)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{what}: {errors:?}");
        for key in [
            "schema_version",
            "lang",
            "kind",
            "error",
            "check",
            "symptom",
            "causes",
            "others",
            "hint",
            "message",
        ] {
            assert!(answer.get(key).is_some(), "{what}: {key}");
        }
        assert_eq!(answer["message"].is_null(), code == 0, "{what}");
    }
}

#[test]
fn every_check_cause_and_symptom_has_an_answer() {
    let catalog = catalog::load().unwrap();
    let owned = catalog.checks().iter().flat_map(|check| check.causes());
    let causes: Vec<&str> = owned
        .chain(catalog.free_causes().map(|(cause, _)| cause))
        .collect();
    for cause in &causes {
        let answer = run(&["explain", cause, "--format", "json"]).json();
        let found = &answer["causes"][0];
        assert_eq!(found["cause"], *cause);
        let steps = found["fix"]["steps"].as_array().unwrap();
        let texts = steps.iter().chain([&found["title"], &found["message"]]);
        for text in texts {
            let text = text.as_str().unwrap();
            // A value that nobody knows would show as a question mark.
            let asks = cause.starts_with("confirm-");
            let gap = text.contains(" ? ") || text.contains(" ?.") || text.contains(" ?,");
            assert!(
                !text.is_empty() && !text.contains(['{', '}']) && (asks || !gap),
                "{cause}: {text}"
            );
        }
    }
    for check in catalog.checks() {
        let answer = run(&["explain", check.id, "--format", "json"]).json();
        assert_eq!(answer["check"]["id"], check.id);
        assert_eq!(
            answer["causes"].as_array().unwrap().len(),
            check.causes().count()
        );
    }
    for symptom in Symptom::ALL {
        let answer = run(&["explain", symptom.as_str(), "--format", "json"]).json();
        let checks = answer["symptom"]["checks"].as_array().unwrap();
        assert!(!checks.is_empty(), "{symptom}");
    }
}

#[test]
fn the_checks_of_a_symptom_stand_in_the_order_of_the_path() {
    let answer = run(&["explain", "no-messages", "--format", "json"]).json();
    let checks = answer["symptom"]["checks"].as_array().unwrap();
    let ids: Vec<&str> = checks
        .iter()
        .map(|check| check["id"].as_str().unwrap())
        .collect();
    let place = |id: &str| ids.iter().position(|known| *known == id).unwrap();
    assert!(place("token-valid") < place("connected-tools"));
    assert!(place("connected-tools") < place("default-routing-app"));
    assert!(place("default-routing-app") < place("webhook-callback"));
}

#[test]
fn a_question_to_a_person_stands_with_its_check() {
    let text = run(&[
        "explain",
        "platform-setup",
        "--platform",
        "rocketchat",
        "--format",
        "json",
    ])
    .json();
    assert!(!text["check"]["questions"].as_array().unwrap().is_empty());
    let text = run(&["explain", "inbox-access"]).words();
    assert!(text.contains("What a person can look at"), "{text}");
}

#[test]
fn what_is_not_known_is_said_honestly() {
    for (what, says) in [
        ("conected-tools", "Did you mean “connected-tools”?"),
        ("tokn expired", "Did you mean “token-expired”?"),
        ("no-mesages", "Did you mean “no-messages”?"),
        (
            "100/7777777",
            "is not known with this subcode. In general the code means",
        ),
        (
            "(#299) new",
            "Numbers from 200 to 299 stand for permissions",
        ),
        ("code 80009", "limits on the number of calls"),
        ("code 424242", "Meta's error 424242 is not known here"),
        ("hello there", "Nothing is known about this"),
        (
            "hello there",
            "a symptom (no-messages, no-comments, reply-fails, private-reply-fails)",
        ),
    ] {
        let run = run(&["explain", what]);
        assert_eq!(run.code, 1, "{what}");
        assert!(run.words().contains(says), "{what}: {}", run.words());
    }
}

#[test]
fn names_may_be_written_with_spaces_and_capitals() {
    for what in [
        &["Connected Tools"][..],
        &["connected", "tools"],
        &["connected_tools"],
    ] {
        let run = run(&[&["explain", "--format", "json"], what].concat());
        assert_eq!(run.json()["check"]["id"], "connected-tools", "{what:?}");
    }
}

/// Of a cause that leaves its check open, nobody can say that the check's statement is untrue.
#[test]
fn only_a_broken_check_is_said_not_to_hold() {
    for (cause, holds_not) in [
        ("token-revoked", true),
        ("expires-soon", true),
        ("graph-unreachable", false),
        ("time-limit", false),
        ("internal-error", false),
        ("link-unverifiable", false),
        ("no-conversations-yet", false),
        ("confirm-inbox-access", false),
        ("4", false),
        ("window-closed", false),
    ] {
        let words = run(&["explain", cause]).words();
        let says = words.contains("Then this does not hold");
        assert_eq!(says, holds_not, "{cause}: {words}");
    }
    for language in ["en", "pt-BR", "ru"] {
        let words = run(&["explain", "rate-limited", "--lang", language]).words();
        for checked in [
            "could not be checked",
            "não foi possível verificar",
            "проверить это не удалось",
        ] {
            assert!(!words.contains(checked), "nothing was checked: {words}");
        }
    }
}

#[test]
fn one_cause_alone_is_called_the_cause() {
    for (language, heading) in [("en", "The cause"), ("pt-BR", "A causa"), ("ru", "Причина")]
    {
        let run = run(&["explain", "190/463", "--lang", language]);
        assert!(
            run.stdout.lines().any(|line| line == heading),
            "{}",
            run.stdout
        );
    }
}

#[test]
fn a_form_that_explain_does_not_have_is_wrong_usage() {
    for args in [
        &["190", "--format", "sarif"][..],
        &[],
        &["190", "--flow", "x"],
        &["190", "--platform", "x"],
    ] {
        assert_eq!(run(&[&["explain"], args].concat()).code, 2, "{args:?}");
    }
}

/// No check run from `check` follows a message, and no word was sent.
#[test]
fn what_a_real_message_showed_is_looked_at_by_trace() {
    for what in [
        "message-not-seen",
        "message-in-requests",
        "message-round-trip",
    ] {
        for language in ["en", "pt-BR", "ru"] {
            let told = run(&["explain", what, "--lang", language]).words();
            assert!(told.contains(": igdoctor trace"), "{told}");
            assert!(!told.contains("--only"), "{told}");
            assert!(!told.contains("“?”") && !told.contains("«?»"), "{told}");
        }
    }
}

/// Portuguese says “no Rocket.Chat”, so it says “o Rocket.Chat” too; in a list the name stands alone.
#[test]
fn a_platform_has_its_article_in_portuguese() {
    let args = ["--platform", "rocketchat", "--lang", "pt-BR"];
    let told = run(&[&["explain", "not-shown-in-platform"], &args[..]].concat()).words();
    assert!(told.contains("mas o Rocket.Chat não a mostra"), "{told}");
    let told = run(&[&["explain", "calls-not-delivered"], &args[..]].concat()).words();
    assert!(told.contains(" O Rocket.Chat não recebe"), "{told}");
    let told = run(&["list", "--platforms", "--lang", "pt-BR"]).words();
    assert!(!told.contains("o Rocket.Chat"), "{told}");
}
