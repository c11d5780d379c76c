//! Waivers: what somebody accepts stays visible in every form, counts no more, and hides nothing else.

mod common;

use common::tenants::{Folder, days_from_now};
use common::{Run, edit, finish, judge_again, outcome, save, serve};
use igdoctor::model::Language;
use igdoctor::speech::Speech;
use serde_json::{Value, json};
use tempfile::TempPath;

/// A date as people read it.
fn day(date: &str) -> String {
    Speech::new(Language::En).day(date)
}

/// A waiver as it stands in saved evidence.
fn waiver(check: &str, cause: Option<&str>) -> Value {
    json!({"check": check, "cause": cause, "reason": "known since May", "author": "Ana", "until": days_from_now(30)})
}

/// A world with these waivers: the run, and its evidence.
fn waived(world: &str, waivers: &[Value], flags: &[&str]) -> (Run, TempPath) {
    let (_, file) = save(world, &[]);
    edit(&file, |saved| saved["expect"]["waivers"] = waivers.into());
    (judge_again(&file, flags), file)
}

/// The same for a person, wherever its lines end.
fn text(file: &TempPath, flags: &[&str]) -> String {
    let file = file.to_str().unwrap();
    let run = common::run(&[&["check", "--evidence", file], flags].concat());
    run.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The notes of a report: kind and words.
fn notes(report: &Value) -> Vec<(&str, &str)> {
    report["notes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|note| note["kind"] != "callback-probe")
        .map(|note| {
            (
                note["kind"].as_str().unwrap(),
                note["message"].as_str().unwrap(),
            )
        })
        .collect()
}

#[test]
fn whatever_is_found_can_be_accepted() {
    for (world, check, outcome_before, cause, code_before) in [
        ("expires-soon", "token-lifetime", "warn", "expires-soon", 1),
        (
            "connected-tools-off",
            "connected-tools",
            "fail",
            "connected-tools-off",
            1,
        ),
        (
            "conversations-throttled",
            "connected-tools",
            "unknown",
            "rate-limited",
            3,
        ),
        (
            "healthy-facebook",
            "inbox-access",
            "ask",
            "confirm-inbox-access",
            3,
        ),
    ] {
        let flags = ["--fail-on", "warning", "--strict", "--only", check];
        let (before, _) = waived(world, &[], &flags);
        assert_eq!(before.code, code_before, "{world}");
        assert_eq!(
            outcome(&before.json(), check),
            (outcome_before, cause),
            "{world}"
        );
        for only in [None, Some(cause)] {
            let (run, file) = waived(world, &[waiver(check, only)], &flags);
            assert_eq!(run.code, 0, "{world}: {}", run.stdout);
            let report = run.json();
            assert_eq!(outcome(&report, check), ("waived", cause), "{world}");
            assert_eq!(
                common::find(&report, check)["waiver"],
                json!({"outcome": outcome_before, "reason": "known since May", "author": "Ana", "until": days_from_now(30)})
            );
            assert_eq!(report["summary"]["waived"], 1);
            assert_eq!(report["verdict"], "healthy");
            assert_eq!(notes(&report), []);
            // It stays in sight, quietly too.
            for flags in [&[][..], &["--quiet"], &["--accessible"]] {
                let text = text(&file, flags);
                assert!(text.contains("One finding that somebody accepts"), "{text}");
                let by = format!(
                    "accepted by Ana until {}: known since May",
                    day(&days_from_now(30))
                );
                assert!(text.contains(&by), "{by} is missing in {text}");
                assert!(text.contains(", 1 waived"), "{text}");
                assert!(
                    !text.contains("Then check again"),
                    "nothing to mend: {text}"
                );
            }
        }
    }
}

/// What is broken, but accepted, must not stop the rest from being judged.
#[test]
fn what_needs_an_accepted_check_is_judged() {
    for (world, check, followers) in [
        (
            "page-task-missing",
            "page-access",
            &["page-published", "connected-tools", "app-connected"][..],
        ),
        (
            "callback-not-found",
            "webhook-callback",
            &["webhook-subscription", "webhook-fields"],
        ),
        (
            "two-pages-same-account",
            "page-instagram-link",
            &["instagram-professional", "messages-readable"],
        ),
    ] {
        let (before, _) = waived(world, &[], &[]);
        let (after, _) = waived(world, &[waiver(check, None)], &[]);
        let (before, after) = (before.json(), after.json());
        for id in followers {
            assert_eq!(outcome(&before, id), ("skipped", check), "{world}: {id}");
            assert_eq!(outcome(&after, id), ("pass", ""), "{world}: {id}");
        }
    }
}

/// One root cause is one finding, accepted or not.
#[test]
fn a_refusal_of_an_accepted_check_is_not_told_a_second_time() {
    let (run, _) = waived(
        "connected-tools-off",
        &[waiver("connected-tools", None)],
        &[],
    );
    assert_eq!(run.code, 0);
    let report = run.json();
    assert_eq!(
        outcome(&report, "messages-readable"),
        ("skipped", "connected-tools")
    );
    assert_eq!(
        outcome(&report, "advanced-access").0,
        "pass",
        "it has evidence of its own"
    );
    for count in ["fail", "warn", "unknown"] {
        assert_eq!(report["summary"][count], 0, "{count}");
    }
}

/// The one cause is accepted; another one of the same check is not.
#[test]
fn an_accepted_cause_hides_no_other() {
    let roots = tempfile::NamedTempFile::new().unwrap();
    let file = tempfile::NamedTempFile::new().unwrap().into_temp_path();
    let sandbox = serve("healthy-facebook", |world| {
        let fields = &mut world.app.webhooks[0].fields;
        fields.retain(|(name, _)| name != "messages");
        fields[0].1 = "v2.0".to_owned();
    });
    let flags = [common::IDS, &["--save-evidence", file.to_str().unwrap()]].concat();
    let mut command = common::check_served(&sandbox, roots.path(), &flags);
    command.env("IGDOCTOR_APP_SECRET", "sandbox-app-secret");
    finish(command);
    let judged = |waivers: &[Value]| {
        edit(&file, |saved| saved["expect"]["waivers"] = waivers.into());
        let run = judge_again(&file, &["--fail-on", "warning"]);
        let report = run.json();
        let check = common::find(&report, "webhook-fields");
        let told = (
            check["outcome"].clone(),
            check["cause"].clone(),
            check["args"]["also"].clone(),
        );
        let kinds: Vec<String> = notes(&report)
            .iter()
            .map(|(kind, _)| (*kind).to_owned())
            .collect();
        (run.code, told, kinds)
    };
    let one = || waiver("webhook-fields", Some("field-missing"));
    let other = || waiver("webhook-fields", Some("field-version-old"));
    let (missing, old) = (json!("field-missing"), json!("field-version-old"));
    let (code, found, _) = judged(&[]);
    assert_eq!(
        (code, found),
        (
            1,
            (json!("fail"), missing.clone(), json!(["field-version-old"]))
        )
    );
    let (code, found, kinds) = judged(&[one()]);
    assert_eq!(code, 1);
    assert_eq!((&found.1, &found.2), (&old, &json!(["field-missing"])));
    assert_ne!(found.0, "waived");
    assert!(kinds.is_empty(), "what it accepts is there: {kinds:?}");
    let (code, found, kinds) = judged(&[one(), other()]);
    assert_eq!((code, found.0, found.1), (0, json!("waived"), missing));
    assert!(kinds.is_empty(), "both are of use: {kinds:?}");
}

/// The same where a person saw both.
#[test]
fn an_accepted_answer_of_a_person_hides_no_other() {
    let (_, file) = save("healthy-facebook", &[]);
    let no = |question: &str| json!({"check": "page-app-toggles", "question": question, "yes": false, "at": chrono::Utc::now()});
    let judged = |answers: Value, waivers: Value| {
        edit(&file, |saved| {
            saved["expect"]["answers"] = answers;
            saved["expect"]["waivers"] = waivers;
        });
        let report = judge_again(&file, &[]).json();
        let check = common::find(&report, "page-app-toggles");
        (
            check["outcome"].clone(),
            check["cause"].clone(),
            check["args"]["questions"].clone(),
        )
    };
    let first = waiver("page-app-toggles", Some("page-app-toggle-off"));
    let second = waiver("page-app-toggles", Some("take-control-toggle-off"));
    let toggle = json!("page-app-toggle-off");
    let control = json!("take-control-toggle-off");
    let both = || json!([no("0"), no("1")]);
    assert_eq!(
        judged(both(), json!([])),
        (json!("fail"), toggle.clone(), json!(["0"]))
    );
    assert_eq!(
        judged(both(), json!([&first])),
        (json!("fail"), control, json!(["1"]))
    );
    assert_eq!(
        judged(both(), json!([&second])),
        (json!("fail"), toggle, json!(["0"]))
    );
    assert_eq!(judged(both(), json!([&first, &second])).0, "waived");
    assert_eq!(
        judged(json!([no("0")]), json!([&first])),
        (
            json!("ask"),
            json!("confirm-page-app-toggles"),
            json!(["1"])
        ),
        "what nobody looked at stays open"
    );
}

#[test]
fn a_waiver_that_can_accept_nothing_is_told() {
    let mut expired = waiver("connected-tools", None);
    expired["until"] = days_from_now(-1).into();
    let mut today = waiver("connected-tools", None);
    today["until"] = days_from_now(0).into();
    let (run, file) = waived("connected-tools-off", &[expired], &[]);
    assert_eq!(run.code, 1);
    assert_eq!(outcome(&run.json(), "connected-tools").0, "fail");
    let told = format!(
        "The waiver of connected-tools ended on {}. What it accepted counts again.",
        day(&days_from_now(-1))
    );
    assert_eq!(notes(&run.json()), [("waiver-invalid", told.as_str())]);
    assert!(
        text(&file, &["--quiet"])
            .replace('\n', " ")
            .contains("ended on")
    );
    let (run, _) = waived("connected-tools-off", &[today], &[]);
    assert_eq!(run.code, 0, "the last day is a day");

    for (waiver, told) in [
        (
            waiver("conected-tools", None),
            "A waiver names the check “conected-tools”, which does not exist (did you mean “connected-tools”?). It accepts nothing.",
        ),
        (
            waiver("connected-tools", Some("connected-tools-of")),
            "The waiver of connected-tools names the cause “connected-tools-of”, which does not exist (did you mean “connected-tools-off”?). It accepts nothing.",
        ),
    ] {
        let (run, file) = waived("healthy-facebook", std::slice::from_ref(&waiver), &[]);
        assert_eq!(run.code, 0, "a warning");
        assert_eq!(notes(&run.json()), [("waiver-invalid", told)]);
        let run = judge_again(&file, &["--fail-on", "warning"]);
        assert_eq!(
            (run.code, run.json()["verdict"].as_str()),
            (1, Some("findings"))
        );
        let quiet = text(&file, &["--quiet", "--fail-on", "warning"]);
        assert!(
            quiet.contains("It accepts") && quiet.contains("There are warnings"),
            "{quiet}"
        );
    }
}

#[test]
fn a_waiver_that_accepts_nothing_now_is_told_and_not_counted() {
    let waivers = [
        waiver("connected-tools", None),
        waiver("token-lifetime", Some("expires-soon")),
    ];
    let (run, file) = waived("healthy-facebook", &waivers, &["--fail-on", "warning"]);
    assert_eq!(run.code, 0);
    assert_eq!(
        notes(&run.json()),
        [
            (
                "waiver-unused",
                "The waiver of connected-tools accepts nothing at present; perhaps it can go."
            ),
            (
                "waiver-unused",
                "The waiver of token-lifetime for expires-soon accepts nothing at present; perhaps it can go."
            ),
        ]
    );
    assert!(!text(&file, &["--quiet"]).contains("perhaps it can go"));
    // Nothing is said of a check that was not looked at.
    let run = judge_again(&file, &["--only", "webhook-callback"]);
    assert_eq!(notes(&run.json()), []);
}

/// Evidence is judged as of when it was taken: a waiver that held then holds.
#[test]
fn a_waiver_holds_as_of_the_time_of_the_evidence() {
    let mut until_march = waiver("connected-tools", None);
    until_march["until"] = "2026-03-31".into();
    let (_, file) = waived("connected-tools-off", &[until_march], &[]);
    for (taken, code) in [("2026-03-31T23:59:59Z", 0), ("2026-04-01T00:00:00Z", 1)] {
        edit(&file, |saved| saved["taken_at"] = taken.into());
        assert_eq!(
            judge_again(&file, &["--only", "connected-tools"]).code,
            code,
            "{taken}"
        );
    }
}

/// From the file of tenants to the report, and again from the evidence that was saved.
#[test]
fn waivers_of_a_tenant_travel_with_its_evidence() {
    let sandbox = serve("connected-tools-off", |_| {});
    let folder = Folder::of(&[("casa-azul", &sandbox)]);
    let entry = std::fs::read_to_string(folder.path("igdoctor.toml")).unwrap();
    let until = days_from_now(30);
    folder.put(
        "igdoctor.toml",
        &format!("{entry}\n[[tenants.casa-azul.waivers]]\ncheck = \"connected-tools\"\ncause = \"connected-tools-off\"\nreason = \" known since May \"\nauthor = \"Ana\"\nuntil = {until}\n"),
    );
    let args = [
        "casa-azul",
        "--format",
        "json",
        "--quiet",
        "--save-evidence",
        "saved.json",
    ];
    let first = finish(folder.check(&sandbox, &args));
    assert_eq!(first.code, 0, "{}{}", first.stdout, first.stderr);
    let again = judge_again(&folder.path("saved.json"), &[]);
    assert_eq!(again.code, 0);
    for report in [first.json(), again.json()] {
        assert_eq!(
            common::find(&report, "connected-tools")["waiver"],
            json!({"outcome": "fail", "reason": "known since May", "author": "Ana", "until": until})
        );
    }
}
