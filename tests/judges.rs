//! Judges alone, without any server: evidence and expectation in, verdict out. What is not obvious stands here as a table.

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

mod routing {
    use igdoctor::evidence::thread_owner::Owner;

    use super::*;

    fn thread(hours: i64, is_owner: Option<bool>) -> Thread {
        Thread {
            updated: Some(now() - TimeDelta::hours(hours)),
            is_owner,
            people: vec!["1".to_owned(), "2".to_owned()],
        }
    }

    fn with(routing: Routing, threads: &[Thread], more: impl FnOnce(&mut Evidence)) -> String {
        judged(
            "default-routing-app",
            Flow::Facebook,
            "meta-app",
            |expect, evidence| {
                expect.platform.routing = routing;
                evidence.conversations = answered(threads.to_vec());
                more(evidence);
            },
        )
    }

    #[test]
    fn fresh_threads_tell_old_ones_only_if_they_were_ours() {
        let cases: &[(&[Thread], &str)] = &[
            (&[thread(1, Some(true))], "pass"),
            (&[thread(1, Some(false)), thread(2, Some(true))], "pass"),
            (
                &[thread(1, Some(false)), thread(2, Some(false))],
                "warn routed-to-other-app",
            ),
            (&[thread(1, Some(false)), thread(2, None)], "ask"),
            (&[thread(1, None), thread(30, None)], "pass"),
            (&[thread(30, Some(true))], "pass"),
            (&[thread(30, Some(false))], "ask"),
            (
                &[thread(1, Some(false)), thread(30, Some(true))],
                "warn routed-to-other-app",
            ),
            (&[], "skipped >connected-tools"),
        ];
        for (threads, expected) in cases {
            assert_eq!(
                with(Routing::OursOrNone, threads, |_| {}),
                *expected,
                "{threads:?}"
            );
        }
    }

    #[test]
    fn where_the_platform_wants_itself_chosen_only_proof_is_a_pass() {
        assert_eq!(
            with(Routing::Chosen, &[thread(1, Some(true))], |_| {}),
            "pass"
        );
        assert_eq!(with(Routing::Chosen, &[thread(1, None)], |_| {}), "ask");
        assert_eq!(
            with(Routing::Chosen, &[thread(30, Some(true))], |_| {}),
            "ask"
        );
        assert_eq!(
            with(Routing::Chosen, &[thread(1, None)], |e| e.receivers =
                answered(vec!["3".to_owned()])),
            "ask"
        );
        let shown = |e: &mut Evidence| {
            e.thread_owner = answered(Owner {
                app_id: Some("9".to_owned()),
            })
        };
        assert_eq!(
            with(Routing::Chosen, &[thread(30, Some(false))], shown),
            "pass"
        );
    }

    #[test]
    fn an_owner_or_receivers_that_are_shown_prove_it() {
        let fresh = [thread(1, Some(false))];
        assert_eq!(
            with(Routing::OursOrNone, &fresh, |e| e.thread_owner =
                answered(Owner {
                    app_id: Some("9".to_owned())
                })),
            "pass"
        );
        assert_eq!(
            with(Routing::OursOrNone, &fresh, |e| e.receivers =
                answered(Vec::new())),
            "pass"
        );
        assert_eq!(
            with(Routing::OursOrNone, &fresh, |e| e.thread_owner =
                answered(Owner { app_id: None })),
            "warn routed-to-other-app"
        );
    }

    #[test]
    fn no_receiver_says_nothing_alone_and_the_reason_with_threads_that_are_not_ours() {
        let no_receiver = |e: &mut Evidence| e.receivers = refused(100, Some(2_018_171), "");
        assert_eq!(
            with(Routing::OursOrNone, &[thread(1, Some(true))], no_receiver),
            "pass"
        );
        assert_eq!(
            with(Routing::OursOrNone, &[thread(1, Some(false))], no_receiver),
            "warn not-a-receiver"
        );
    }

    /// Nor does it when the owner of a thread is asked for.
    #[test]
    fn no_receiver_is_no_certain_refusal() {
        let no_receiver = |e: &mut Evidence| e.thread_owner = refused(100, Some(2_018_171), "");
        assert_eq!(
            with(Routing::OursOrNone, &[thread(1, Some(true))], no_receiver),
            "pass"
        );
        assert_eq!(
            with(Routing::OursOrNone, &[thread(30, Some(false))], no_receiver),
            "ask"
        );
    }

    #[test]
    fn only_a_refusal_is_certain() {
        for (code, subcode) in [
            (100, Some(2_534_037)),
            (2_018_300, None),
            (100, Some(2_018_300)),
        ] {
            let verdict = with(Routing::OursOrNone, &[thread(1, None)], |e| {
                e.thread_owner = refused(code, subcode, "")
            });
            assert_eq!(verdict, "fail routed-to-other-app", "{code}/{subcode:?}");
        }
    }
}

mod code_200 {
    use super::*;

    fn with(change: impl FnOnce(&mut Evidence)) -> String {
        judged("token-valid", Flow::Facebook, "meta-app", |_, evidence| {
            change(evidence)
        })
    }

    /// The order of graph-api 9.2: the trivial call tells a blocked app from a missing permission.
    #[test]
    fn without_a_subcode_the_trivial_call_decides() {
        assert_eq!(
            with(|e| e.identity = refused(200, None, "")),
            "fail api-access-blocked"
        );
        let permission = |e: &mut Evidence| {
            e.identity = answered(igdoctor::evidence::identity::Identity {
                id: "1".to_owned(),
                name: None,
                account: None,
                without_proof: false,
            });
            e.conversations = refused(200, None, "");
        };
        assert_eq!(with(permission), "pass");
        assert_eq!(
            judged(
                "required-permissions",
                Flow::Facebook,
                "meta-app",
                |_, e| permission(e)
            ),
            "fail permission-missing"
        );
        assert_eq!(
            with(|e| e.subscription = refused(200, None, "(#200) API access blocked.")),
            "fail api-access-blocked"
        );
    }

    #[test]
    fn the_switch_is_off_for_one_subcode_only() {
        for (subcode, expected) in [
            (Some(2_534_041), "fail connected-tools-off"),
            (Some(2_534_048), "undecided"),
            (Some(2_018_028), "undecided"),
            (None, "undecided"),
        ] {
            let verdict = judged("connected-tools", Flow::Facebook, "meta-app", |_, e| {
                e.conversations = refused(200, subcode, "")
            });
            assert_eq!(verdict, expected, "{subcode:?}");
        }
    }
}

mod lifetime {
    use igdoctor::evidence::token::TokenFacts;

    use super::*;

    fn with(expires: Option<TimeDelta>, data_access: Option<TimeDelta>) -> String {
        judged(
            "token-lifetime",
            Flow::Facebook,
            "meta-app",
            |_, evidence| {
                evidence.token = answered(TokenFacts {
                    is_valid: true,
                    expires_at: expires.map(|left| now() + left),
                    data_access_expires_at: data_access.map(|left| now() + left),
                    ..TokenFacts::default()
                });
            },
        )
    }

    #[test]
    fn two_weeks_are_a_warning_and_today_is_a_failure() {
        assert_eq!(with(None, None), "pass");
        assert_eq!(with(Some(TimeDelta::days(15)), None), "pass");
        assert_eq!(with(Some(TimeDelta::days(14)), None), "warn expires-soon");
        assert_eq!(with(Some(TimeDelta::hours(25)), None), "warn expires-soon");
        assert_eq!(with(Some(TimeDelta::hours(24)), None), "fail expires-soon");
        assert_eq!(with(None, Some(TimeDelta::days(3))), "warn expires-soon");
        assert_eq!(
            with(Some(TimeDelta::days(60)), Some(TimeDelta::seconds(-1))),
            "fail data-access-expired"
        );
    }

    /// Of a token that another app issued, `debug_token` tells nothing but that.
    #[test]
    fn a_token_that_is_not_shown_has_no_lifetime() {
        let verdict = judged(
            "token-lifetime",
            Flow::Facebook,
            "meta-app",
            |_, evidence| evidence.token = answered(TokenFacts::default()),
        );
        assert_eq!(verdict, "skipped access");
    }

    #[test]
    fn an_instagram_token_tells_nothing_but_what_was_stored() {
        let with = |end: Option<DateTime<Utc>>| {
            judged(
                "token-lifetime",
                Flow::Instagram,
                "meta-app",
                |expect, _| expect.token_expires_at = end,
            )
        };
        assert_eq!(with(None), format!("skipped {}", BecauseKind::Access));
        assert_eq!(with(Some(now() + TimeDelta::days(50))), "pass");
        assert_eq!(with(Some(now() + TimeDelta::days(3))), "warn expires-soon");
    }
}

mod callback {
    use igdoctor::evidence::callback::{CallbackFacts, Handshake};

    use super::*;

    fn answer(status: u16) -> Handshake {
        Handshake {
            status,
            exact: false,
            html: false,
            wants_login: false,
            location: None,
            ms: 10,
        }
    }

    fn with(change: impl FnOnce(&mut CallbackFacts)) -> String {
        let mut facts = CallbackFacts {
            url: "https://example.com/webhook".to_owned(),
            to_wrong_token: Some(answer(403)),
            ..CallbackFacts::default()
        };
        change(&mut facts);
        judged(
            "webhook-callback",
            Flow::Facebook,
            "meta-app",
            |_, evidence| evidence.callback = answered(facts),
        )
    }

    #[test]
    fn a_wrong_token_must_be_refused_and_403_is_right() {
        for (status, expected) in [
            (403, "pass"),
            (400, "pass"),
            (204, "pass"),
            (301, "fail callback-redirects"),
            (308, "fail callback-redirects"),
            (401, "fail callback-login-wall"),
            (404, "fail callback-not-found"),
            (405, "fail callback-wrong-answer"),
            (500, "fail callback-server-error"),
            (503, "fail callback-server-error"),
        ] {
            assert_eq!(
                with(|facts| facts.to_wrong_token = Some(answer(status))),
                expected,
                "{status}"
            );
        }
    }

    /// The body counts, not only the status: a login page answers 200 as well.
    #[test]
    fn an_answer_of_200_is_looked_at() {
        assert_eq!(
            with(|facts| facts.to_wrong_token = Some(Handshake {
                html: true,
                ..answer(200)
            })),
            "fail callback-login-wall"
        );
        assert_eq!(
            with(|facts| facts.to_wrong_token = Some(Handshake {
                exact: true,
                ..answer(200)
            })),
            "warn callback-ignores-verify-token"
        );
    }

    #[test]
    fn the_right_token_must_bring_the_challenge_and_nothing_else() {
        assert_eq!(
            with(|facts| facts.to_right_token = Some(Handshake {
                exact: true,
                ..answer(200)
            })),
            "pass"
        );
        assert_eq!(
            with(|facts| facts.to_right_token = Some(answer(200))),
            "fail callback-wrong-answer"
        );
        assert_eq!(
            with(|facts| facts.to_right_token = Some(answer(403))),
            "fail callback-refuses-verify-token"
        );
    }

    #[test]
    fn several_warnings_stand_together() {
        let verdict = with(|facts| {
            facts.days_left = Some(3);
            facts.ipv6_only = true;
        });
        assert_eq!(
            verdict,
            "warn callback-certificate-expiring + warn callback-ipv6-only"
        );
    }
}

mod link {
    use igdoctor::evidence::page::{Linked, PageFacts};

    use super::*;

    fn linked(id: &str) -> Option<Linked> {
        Some(Linked {
            id: id.to_owned(),
            ig_id: None,
            username: None,
        })
    }

    fn page(instagram: Option<Linked>, connected: Option<Linked>) -> Record<PageFacts> {
        answered(PageFacts {
            id: "1".to_owned(),
            name: None,
            is_published: None,
            is_webhooks_subscribed: None,
            verification_status: None,
            messaging_feature_status: None,
            instagram,
            connected,
        })
    }

    #[test]
    fn connected_alone_is_personal_and_neither_is_not_linked() {
        let both = |record: Record<PageFacts>| {
            let verdict = |check| {
                judged(check, Flow::Facebook, "meta-app", |_, e| {
                    e.page = record.clone()
                })
            };
            (
                verdict("page-instagram-link"),
                verdict("instagram-professional"),
            )
        };
        let words = |(a, b): (&str, &str)| (a.to_owned(), b.to_owned());
        assert_eq!(
            both(page(linked("17"), linked("17"))),
            words(("pass", "pass"))
        );
        assert_eq!(
            both(page(None, linked("17"))),
            words(("pass", "fail account-personal"))
        );
        assert_eq!(
            both(page(None, None)),
            words(("fail page-not-linked", "undecided"))
        );
        assert_eq!(
            both(refused(100, Some(33), "")),
            words(("undecided", "undecided"))
        );
    }

    /// The Page's own word beats a refusal; that the link cannot be verified is another statement.
    #[test]
    fn a_refusal_counts_only_where_the_page_was_not_read() {
        let with = |record, code, subcode| {
            judged("page-instagram-link", Flow::Facebook, "meta-app", |_, e| {
                e.page = record;
                e.conversations = refused(code, Some(subcode), "");
            })
        };
        assert_eq!(with(page(linked("17"), None), 100, 2_534_013), "pass");
        assert_eq!(
            with(Record::default(), 100, 2_534_013),
            "fail page-not-linked"
        );
        assert_eq!(
            with(page(linked("17"), None), 10, 2_534_077),
            "unknown link-unverifiable"
        );
    }

    #[test]
    fn a_page_is_asked_about_in_the_instagram_flow_only_where_the_platform_wants_one() {
        for check in [
            "page-access",
            "page-instagram-link",
            "page-published",
            "page-app-toggles",
            "inbox-access",
        ] {
            assert_eq!(
                judged(check, Flow::Instagram, "meta-app", |_, _| {}),
                "skipped flow",
                "{check}"
            );
            assert_eq!(
                judged(check, Flow::Instagram, "meta-app", |expect, _| expect
                    .platform
                    .page_required =
                    true),
                "ask",
                "{check}"
            );
        }
    }
}

mod comments {
    use igdoctor::evidence::media::Post;

    use super::*;

    #[test]
    fn hidden_only_if_there_are_some_and_none_is_shown() {
        let with = |posts: &[(u64, usize)]| {
            let posts = posts
                .iter()
                .map(|(count, read)| Post {
                    comments_count: *count,
                    comments_read: *read,
                })
                .collect();
            judged("comments-readable", Flow::Facebook, "meta-app", |_, e| {
                e.media = answered(posts)
            })
        };
        assert_eq!(with(&[]), "pass");
        assert_eq!(with(&[(0, 0), (0, 0)]), "pass");
        assert_eq!(with(&[(5, 0), (2, 1)]), "pass");
        assert_eq!(with(&[(5, 0), (0, 0)]), "warn comments-hidden");
        assert_eq!(
            judged("comments-readable", Flow::Facebook, "rocketchat", |_, _| {}),
            "skipped platform"
        );
    }
}

mod permissions {
    use igdoctor::evidence::permissions::Grant;

    use super::*;

    fn grants(list: &[(&str, &str)]) -> Record<Vec<Grant>> {
        answered(
            list.iter()
                .map(|(permission, status)| Grant {
                    permission: (*permission).to_owned(),
                    status: (*status).to_owned(),
                })
                .collect(),
        )
    }

    fn with(change: impl FnOnce(&mut Evidence)) -> String {
        judged(
            "required-permissions",
            Flow::Instagram,
            "meta-app",
            |_, evidence| change(evidence),
        )
    }

    /// The dashboard of the source page writes one name, the login grants the other.
    #[test]
    fn both_names_of_the_comments_permission_satisfy() {
        for name in [
            "instagram_manage_comments",
            "instagram_business_manage_comments",
        ] {
            let list = [
                ("instagram_business_basic", "granted"),
                ("instagram_business_manage_messages", "granted"),
                (name, "granted"),
            ];
            assert_eq!(with(|e| e.permissions = grants(&list)), "pass", "{name}");
        }
    }

    #[test]
    fn missing_declined_and_expired_are_three_things() {
        let list = [
            ("instagram_business_basic", "declined"),
            ("instagram_business_manage_messages", "expired"),
        ];
        assert_eq!(
            with(|e| e.permissions = grants(&list)),
            "fail permission-missing + fail permission-declined + fail permission-expired"
        );
    }

    #[test]
    fn without_a_list_a_refusal_proves_and_silence_does_not() {
        let thread = Thread {
            updated: None,
            is_owner: None,
            people: Vec::new(),
        };
        assert_eq!(
            with(|e| e.conversations = answered(vec![thread.clone()])),
            "pass"
        );
        assert_eq!(
            with(|e| e.conversations = refused(230, None, "")),
            "fail permission-missing"
        );
        assert_eq!(with(|_| {}), "undecided");
    }

    /// A permission that the platform does not need is never a finding.
    #[test]
    fn what_the_platform_does_not_need_is_no_finding() {
        let thread = Thread {
            updated: None,
            is_owner: None,
            people: Vec::new(),
        };
        let verdict = judged(
            "required-permissions",
            Flow::Facebook,
            "rocketchat",
            |_, e| {
                e.conversations = answered(vec![thread]);
                e.media = refused(
                    10,
                    None,
                    "(#10) Application does not have permission for this action",
                );
            },
        );
        assert_eq!(verdict, "pass");
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

/// Situations that a review found judged wrongly.
mod once_wrong {
    use igdoctor::evidence::callback::{CallbackFacts, Events, Handshake};
    use igdoctor::evidence::identity::Identity;
    use igdoctor::evidence::page::PageFacts;
    use igdoctor::evidence::subscription::ConnectedApp;
    use igdoctor::evidence::token::{GranularScope, TokenFacts};
    use igdoctor::graph::{Trouble, TroubleKind};

    use super::*;

    fn thread() -> Thread {
        Thread {
            updated: Some(now()),
            is_owner: None,
            people: vec!["1".to_owned(), "2".to_owned()],
        }
    }

    fn identity() -> Record<Identity> {
        answered(Identity {
            id: "1".to_owned(),
            name: None,
            account: None,
            without_proof: false,
        })
    }

    fn page() -> Record<PageFacts> {
        answered(serde_json::from_value(serde_json::json!({"id": "1"})).unwrap())
    }

    fn of(check: &str, change: impl FnOnce(&mut Expectation, &mut Evidence)) -> String {
        judged(check, Flow::Facebook, "meta-app", change)
    }

    #[test]
    fn the_switch_is_off_also_beside_threads_that_are_still_listed() {
        let verdict = of("connected-tools", |_, e| {
            e.conversations = answered(vec![thread()]);
            e.outsider = refused(200, Some(2_534_041), "");
        });
        assert_eq!(verdict, "fail connected-tools-off");
    }

    #[test]
    fn a_page_that_can_be_read_is_visible_whatever_the_lists_say() {
        let with = |record: Record<PageFacts>| {
            of("page-access", |expect, e| {
                expect.page_id = Some("1".to_owned());
                e.identity = identity();
                e.pages = answered(Vec::new());
                e.page = record;
            })
        };
        assert_eq!(with(page()), "pass");
        assert_eq!(with(refused(100, Some(33), "")), "fail page-not-visible");
        assert_eq!(with(refused(613, None, "")), "undecided");
    }

    #[test]
    fn one_refused_question_does_not_kill_a_token_that_is_answered() {
        let with = |change: &dyn Fn(&mut Evidence)| {
            of("token-valid", |_, e| {
                e.identity = identity();
                e.page = page();
                change(e);
            })
        };
        assert_eq!(with(&|e| e.receivers = refused(190, None, "")), "pass");
        assert_eq!(with(&|e| e.media = refused(210, None, "")), "pass");
        assert_eq!(
            with(&|e| e.conversations = refused(190, Some(463), "")),
            "pass"
        );
        let all = |e: &mut Evidence| {
            e.page = refused(190, Some(492), "");
            e.conversations = refused(190, Some(492), "");
        };
        assert_eq!(with(&all), "fail page-role-lost");
    }

    /// Code 10 has several causes, so it proves none of them; consent of one customer is not a permission of the app.
    #[test]
    fn what_a_refusal_may_mean_is_not_what_it_proves() {
        let verdict = of("required-permissions", |_, e| {
            e.conversations = refused(10, None, "")
        });
        assert_eq!(verdict, "undecided");
        let verdict = of("required-permissions", |_, e| {
            e.conversations = answered(vec![thread()]);
            e.outsider = refused(230, None, "User consent is required to access user profile");
        });
        assert_eq!(verdict, "pass");
    }

    #[test]
    fn what_is_gone_in_a_moment_proves_nothing() {
        let transient = |code, subcode| {
            let mut record = refused(code, subcode, "");
            if let Answer::Refused(error) = &mut record.answer {
                error.is_transient = true;
            }
            record
        };
        assert_eq!(
            of("token-valid", |_, e| e.identity = transient(190, Some(463))),
            "undecided"
        );
        let verdict = of("advanced-access", |_, e| {
            e.conversations = refused(-2, Some(2_534_084), "Timeout");
            if let Answer::Refused(error) = &mut e.conversations.answer {
                error.is_transient = true;
            }
        });
        assert_eq!(
            verdict, "fail advanced-access-missing",
            "it only looks like a time-out"
        );
    }

    #[test]
    fn an_empty_list_does_not_hide_what_is_certain() {
        let scope = |name: &str, ids: &[&str]| GranularScope {
            scope: name.to_owned(),
            target_ids: Some(ids.iter().map(|id| (*id).to_owned()).collect()),
        };
        let verdict = of("permission-toggles", |expect, e| {
            expect.page_id = Some("1".to_owned());
            expect.instagram_id = Some("17".to_owned());
            let granular = vec![
                scope("pages_manage_metadata", &[]),
                scope("instagram_manage_messages", &["999"]),
            ];
            e.token = answered(TokenFacts {
                is_valid: true,
                granular,
                ..TokenFacts::default()
            });
        });
        assert_eq!(verdict, "fail account-not-selected");
    }

    #[test]
    fn what_is_not_told_is_not_missing() {
        let verdict = of("account-fields", |expect, e| {
            expect.app_ids = vec!["7".to_owned()];
            e.subscription = answered(vec![ConnectedApp {
                app_id: Some("7".to_owned()),
                name: None,
                subscribed_fields: None,
            }]);
        });
        assert_eq!(verdict, "ask");
        let webhooks = serde_json::from_value(
            serde_json::json!([{"object": "instagram", "callback_url": "https://example.com/"}]),
        )
        .unwrap();
        assert_eq!(
            of("webhook-subscription", |_, e| e.app_webhooks =
                answered(webhooks)),
            "ask"
        );
        let verdict = of("page-published", |expect, e| {
            expect.platform.page_verified = true;
            e.page = answered(
                serde_json::from_value(serde_json::json!({"id": "1", "is_published": true}))
                    .unwrap(),
            );
        });
        assert_eq!(verdict, "ask");
    }

    #[test]
    fn an_app_that_could_not_be_read_is_not_published_by_its_traces() {
        let verdict = of("app-published", |_, e| {
            e.app_permissions = answered(serde_json::from_value(serde_json::json!([{"permission": "instagram_manage_messages", "status": "live"}])).unwrap());
            e.app = Record {
                answer: Answer::Unreachable(Trouble {
                    kind: TroubleKind::Unreadable,
                    detail: String::new(),
                }),
                notes: Vec::new(),
            };
        });
        assert_eq!(verdict, "undecided");
    }

    #[test]
    fn a_callback_that_ran_out_of_time_is_not_one_without_address() {
        let timed_out = Record {
            answer: Answer::Unreachable(Trouble {
                kind: TroubleKind::TimeLimit,
                detail: String::new(),
            }),
            notes: Vec::new(),
        };
        assert_eq!(
            of("webhook-callback", |_, e| e.callback = timed_out),
            "undecided"
        );
    }

    #[test]
    fn odd_answers_of_a_callback_are_not_guessed_at() {
        let answer = |status, exact| Handshake {
            status,
            exact,
            html: false,
            wants_login: false,
            location: None,
            ms: 1,
        };
        let with = |change: &dyn Fn(&mut CallbackFacts)| {
            let mut facts = CallbackFacts {
                url: "https://example.com/".to_owned(),
                to_wrong_token: Some(answer(403, false)),
                ..CallbackFacts::default()
            };
            change(&mut facts);
            of("webhook-callback", |_, e| e.callback = answered(facts))
        };
        assert_eq!(
            with(&|f| f.to_right_token = Some(answer(202, true))),
            "pass"
        );
        assert_eq!(
            with(&|f| f.to_right_token = Some(answer(302, false))),
            "fail callback-redirects"
        );
        assert_eq!(
            with(&|f| f.to_wrong_token = Some(answer(429, false))),
            "unknown callback-server-error"
        );
        assert_eq!(
            with(&|f| f.events = Some(Events {
                right: 500,
                wrong: 403
            })),
            "fail callback-server-error"
        );
        assert_eq!(
            with(&|f| f.events = Some(Events {
                right: 403,
                wrong: 403
            })),
            "fail callback-wrong-answer"
        );
        assert_eq!(
            with(&|f| f.events = Some(Events {
                right: 200,
                wrong: 200
            })),
            "fail callback-ignores-signature"
        );
        assert_eq!(
            with(&|f| f.events = Some(Events {
                right: 200,
                wrong: 403
            })),
            "pass"
        );
    }
}
