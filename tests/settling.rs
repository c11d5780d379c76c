//! One root cause is one finding: every way in which a single question can fail, in every flow, held to what must always be true.

mod common;

use std::collections::BTreeSet;

use igdoctor::catalog;
use igdoctor::engine::{self, Settled};
use igdoctor::evidence::Saved;
use igdoctor::model::{Because, Language, Outcome, Question};
use igdoctor::plan::Plan;
use serde_json::{Value, json};

/// Evidence of a healthy world, as it would be saved.
fn healthy(world: &str) -> Value {
    let (_, file) = common::save(world, &[]);
    serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap()
}

fn assert_none(found: &[String]) {
    let shown: Vec<&str> = found.iter().take(40).map(String::as_str).collect();
    assert!(
        found.is_empty(),
        "{} faults\n{}",
        found.len(),
        shown.join("\n")
    );
}

/// Everything that can become of a question instead of an answer.
fn failures() -> Vec<Value> {
    let refusal = |code: i64, subcode: Option<i64>, message: &str, app: bool| json!({"refused": {"http_status": 400, "code": code, "subcode": subcode, "message": message, "trace": "A", "is_transient": false, "wait_minutes": null, "app_credentials": app}});
    let mut all: Vec<Value> = catalog::load()
        .unwrap()
        .errors()
        .iter()
        .map(|row| {
            refusal(
                row.code,
                row.subcode,
                row.prefix.as_deref().unwrap_or_default(),
                row.credential.is_some(),
            )
        })
        .collect();
    all.push(refusal(987_654, Some(1), "nobody knows this", false));
    all.extend(
        ["unreachable", "unreadable", "time-limit"]
            .map(|kind| json!({"unreachable": {"kind": kind, "detail": "x"}})),
    );
    all.extend(
        ["access", "config", "usage", "interrupted", "not-needed"]
            .map(|why| json!({"not-asked": why})),
    );
    all
}

fn settle(saved: Value) -> Vec<Settled> {
    let saved: Saved = serde_json::from_value(saved).unwrap();
    let catalog = catalog::load().unwrap();
    let plan = Plan::new(catalog, &saved.selection, &saved.expect).unwrap();
    engine::judge(catalog, &plan, &saved, None)
}

/// What must be true of every report.
fn faults(settled: &[Settled], about: &str) -> Vec<String> {
    let catalog = catalog::load().unwrap();
    let find = |id: &str| settled.iter().find(|check| check.id == id);
    let mut faults = Vec::new();
    let mut fault = |what: String| faults.push(format!("{about}: {what}"));
    let ids: BTreeSet<&str> = settled.iter().map(|check| check.id).collect();
    if ids.len() != settled.len() || ids.len() != catalog::ids().len() {
        fault(format!("{} checks, {} different", settled.len(), ids.len()));
    }
    for check in settled {
        match (check.outcome, check.cause, check.because) {
            (Outcome::Pass, None, None) => {}
            (Outcome::Skipped, None, Some(Because::Of(_))) => {}
            // A root is something that is broken or could not be told; or the one question that stands for an empty list.
            (Outcome::Skipped, None, Some(Because::Check(root))) => match find(root) {
                Some(root) if matches!(root.outcome, Outcome::Fail | Outcome::Unknown) => {}
                Some(root) if root.cause == Some("no-conversations-yet") => {}
                root => fault(format!("{} is skipped because of {root:?}", check.id)),
            },
            (
                Outcome::Fail | Outcome::Warn | Outcome::Unknown | Outcome::Ask,
                Some(cause),
                None,
            ) => {
                if cause == "internal-error" || catalog.cause_text(cause, Language::En).is_none() {
                    fault(format!("{}: {cause}", check.id));
                }
            }
            other => fault(format!("{}: {other:?}", check.id)),
        }
    }
    faults
}

#[test]
fn whatever_one_question_comes_to_the_report_holds_together() {
    let mut found = Vec::new();
    let mut looked_at = 0;
    for world in [
        "healthy-facebook",
        "healthy-facebook-token",
        "healthy-facebook-user",
        "healthy-instagram",
        "healthy-rocketchat",
    ] {
        let healthy = healthy(world);
        let asked: Vec<&Question> = Question::ALL
            .iter()
            .filter(|question| {
                healthy["evidence"]
                    .get(field(**question))
                    .is_some_and(|record| record["answer"].get("answered").is_some())
            })
            .collect();
        for question in asked {
            for failure in failures() {
                // The app's own credentials are refused on its own questions only.
                let of_app = failure.pointer("/refused/app_credentials") == Some(&true.into());
                let asks_app = matches!(
                    question,
                    Question::App
                        | Question::AppPermissions
                        | Question::AppWebhooks
                        | Question::Token
                );
                if of_app && !asks_app
                    || matches!(question, Question::Callback | Question::Platform)
                        && failure.get("refused").is_some()
                {
                    continue;
                }
                let mut saved = healthy.clone();
                saved["evidence"][field(*question)] = json!({"answer": failure, "notes": []});
                let settled = settle(saved);
                let about = format!("{world}: {question}: {failure}");
                found.extend(faults(&settled, &about));
                let broken = settled
                    .iter()
                    .filter(|check| matches!(check.outcome, Outcome::Fail | Outcome::Unknown));
                let broken: Vec<String> = broken
                    .map(|check| format!("{} {}", check.id, check.cause.unwrap_or_default()))
                    .collect();
                if broken.len() > 1 {
                    found.push(format!("{about}: one cause, several findings: {broken:?}"));
                }
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 3000, "{looked_at}");
    assert_none(&found);
}

/// Two things at once: there may be two findings then, but each skipped check still names something that is in the report and is broken.
#[test]
fn whatever_two_questions_come_to_the_report_holds_together() {
    let refused = |code: i64, subcode: i64| json!({"refused": {"http_status": 400, "code": code, "subcode": subcode, "message": "", "trace": null, "is_transient": false, "wait_minutes": null, "app_credentials": false}});
    let failures = [
        refused(190, 463),
        refused(200, 2_534_041),
        refused(230, 0),
        json!({"unreachable": {"kind": "unreadable", "detail": "x"}}),
        json!({"not-asked": "usage"}),
    ];
    let mut found = Vec::new();
    for world in ["healthy-facebook-token", "healthy-instagram"] {
        let healthy = healthy(world);
        let asked: Vec<String> = Question::ALL
            .iter()
            .map(|question| field(*question))
            .filter(|field| {
                healthy["evidence"]
                    .get(field)
                    .is_some_and(|record| record["answer"].get("answered").is_some())
            })
            .collect();
        for (index, first) in asked.iter().enumerate() {
            for second in &asked[index + 1..] {
                for one in &failures {
                    for other in &failures {
                        let mut saved = healthy.clone();
                        saved["evidence"][first] = json!({"answer": one, "notes": []});
                        saved["evidence"][second] = json!({"answer": other, "notes": []});
                        found.extend(faults(
                            &settle(saved),
                            &format!("{world}: {first}: {one}, {second}: {other}"),
                        ));
                    }
                }
            }
        }
    }
    assert_none(&found);
}

/// Name of a question's record in saved evidence.
fn field(question: Question) -> String {
    question.as_str().replace('-', "_")
}
