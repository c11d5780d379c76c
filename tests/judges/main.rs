//! Judges alone, without any server: evidence and expectation in, verdict out. What is not obvious stands here as a table.

mod callback;
mod code_200;
mod comments;
mod lifetime;
mod link;
mod once_wrong;
mod permissions;
mod platform;
mod routing;

use chrono::{DateTime, TimeDelta, Utc};
use igdoctor::catalog;
use igdoctor::evidence::conversations::Thread;
use igdoctor::evidence::{Answer, Evidence, Record};
use igdoctor::graph::GraphError;
use igdoctor::judge::{Case, Verdict, judge_of};
use igdoctor::model::{Because, BecauseKind, Flow, Routing};
use igdoctor::platform::Platform;
use igdoctor::tenant::Expectation;

fn now() -> DateTime<Utc> {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

/// What a check says of some evidence, in a few words: `pass`, `fail connected-tools-off`, `ask`, `skipped config`, `undecided`.
fn judged(
    check: &str,
    flow: Flow,
    platform: &str,
    change: impl FnOnce(&mut Expectation, &mut Evidence),
) -> String {
    let mut expect = Expectation::new(Platform::find(platform).unwrap(), flow);
    let mut evidence = Evidence::default();
    change(&mut expect, &mut evidence);
    let catalog = catalog::load().unwrap();
    let case = Case {
        catalog,
        check: catalog.check(check).unwrap(),
        expect: &expect,
        evidence: &evidence,
        now: now(),
    };
    match judge_of(check).unwrap()(&case) {
        Verdict::Pass(_) => "pass".to_owned(),
        Verdict::Found(findings) => findings
            .iter()
            .map(|finding| format!("{} {}", finding.outcome, finding.cause))
            .collect::<Vec<_>>()
            .join(" + "),
        Verdict::Ask => "ask".to_owned(),
        Verdict::Skip(Because::Check(root)) => format!("skipped >{root}"),
        Verdict::Skip(Because::Of(kind)) => format!("skipped {kind}"),
        Verdict::Undecided(_) => "undecided".to_owned(),
    }
}

fn answered<T>(value: T) -> Record<T> {
    Record {
        answer: Answer::Answered(value),
        notes: Vec::new(),
    }
}

fn refused<T>(code: i64, subcode: Option<i64>, message: &str) -> Record<T> {
    let error = GraphError {
        http_status: 400,
        code,
        subcode,
        message: message.to_owned(),
        trace: None,
        is_transient: false,
        wait_minutes: None,
        app_credentials: false,
    };
    Record {
        answer: Answer::Refused(error),
        notes: Vec::new(),
    }
}

#[test]
fn an_empty_list_of_ticked_things_is_for_a_person_to_look_at() {
    use igdoctor::evidence::token::{GranularScope, TokenFacts};
    let with = |ids: Option<Vec<&str>>| {
        judged(
            "permission-toggles",
            Flow::Facebook,
            "meta-app",
            |expect, evidence| {
                expect.page_id = Some("1".to_owned());
                let target_ids = ids.map(|ids| ids.into_iter().map(str::to_owned).collect());
                let granular = vec![GranularScope {
                    scope: "pages_manage_metadata".to_owned(),
                    target_ids,
                }];
                evidence.token = answered(TokenFacts {
                    is_valid: true,
                    granular,
                    ..TokenFacts::default()
                });
            },
        )
    };
    assert_eq!(with(None), "pass");
    assert_eq!(with(Some(vec!["1"])), "pass");
    assert_eq!(with(Some(vec!["2"])), "fail page-not-selected");
    assert_eq!(with(Some(vec![])), "ask");
}

#[test]
fn subscriptions_are_matched_by_the_app_never_by_their_place() {
    use igdoctor::evidence::subscription::ConnectedApp;
    let app = |id: &str| ConnectedApp {
        app_id: Some(id.to_owned()),
        name: None,
        subscribed_fields: Some(vec!["messages".to_owned()]),
    };
    let with = |ids: &[&str], apps: Vec<ConnectedApp>| {
        judged(
            "app-connected",
            Flow::Facebook,
            "meta-app",
            |expect, evidence| {
                expect.app_ids = ids.iter().map(|id| (*id).to_owned()).collect();
                evidence.subscription = answered(apps);
            },
        )
    };
    assert_eq!(with(&["7"], vec![app("5"), app("7")]), "pass");
    assert_eq!(with(&["7"], vec![app("5")]), "fail app-not-connected");
    assert_eq!(with(&[], vec![app("5")]), "ask");
    assert_eq!(with(&[], vec![]), "fail app-not-connected");
}

/// A judge is a function of evidence and expectation: on nothing at all it claims nothing.
#[test]
fn without_any_evidence_no_judge_finds_or_passes_anything() {
    for check in catalog::ids() {
        for flow in Flow::ALL {
            let verdict = judged(check, *flow, "meta-app", |_, _| {});
            let claims_nothing =
                ["ask", "undecided"].contains(&verdict.as_str()) || verdict.starts_with("skipped");
            assert!(claims_nothing, "{check}: {verdict}");
        }
    }
}
