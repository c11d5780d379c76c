//! Talking to Meta, over real HTTP: paging, retries, dropped fields, limits, usage and versions.

mod common;

use std::time::{Duration, Instant};

use common::{IDS, check_served, find, finish, outcome, serve};
use igdoctor::sandbox::world::{Fault, Page, What, World};
use serde_json::Value;

struct Checked {
    report: Value,
    log: Vec<String>,
    code: i32,
    took: Duration,
}

fn check(world: &str, args: &[&str], change: impl FnOnce(&mut World)) -> Checked {
    let roots = tempfile::NamedTempFile::new().unwrap();
    let sandbox = serve(world, change);
    let clock = Instant::now();
    let run = finish(check_served(&sandbox, roots.path(), args));
    Checked {
        report: run.json(),
        log: sandbox.log(),
        code: run.code,
        took: clock.elapsed(),
    }
}

fn fault(world: &mut World, path: &'static str, what: What, times: Option<u32>) {
    world.faults.push(Fault { path, what, times });
}

fn count(log: &[String], ending: &str) -> usize {
    log.iter().filter(|line| line.ends_with(ending)).count()
}

mod paging {
    use super::*;

    fn many_pages(world: &mut World) {
        let own = world.pages.remove(0);
        let other = |number: usize| Page {
            id: format!("2000000000{number:05}"),
            name: format!("Page {number}"),
            linked: None,
            apps: Vec::new(),
            ..own.clone()
        };
        world.pages = (0..249).map(other).collect();
        // The tenant's Page comes last: only whoever reads to the end finds it.
        world.pages.push(own);
    }

    #[test]
    fn a_list_of_250_pages_in_pages_of_25_is_read_whole() {
        let checked = check(
            "healthy-facebook-user",
            &[
                "--app",
                "912301501380919",
                "--instagram",
                "17841405309211844",
            ],
            |world| {
                many_pages(world);
                fault(world, "/me/accounts", What::Paged(25), None);
            },
        );
        assert_eq!(count(&checked.log, "/me/accounts"), 10);
        assert_eq!(checked.report["pages"].as_array().unwrap().len(), 250);
        assert_eq!(outcome(&checked.report, "page-access").0, "pass");
        assert_eq!(checked.report["tenant"]["page_id"], "104512345678901");
    }

    #[test]
    fn a_list_that_leads_back_to_itself_is_not_read_for_ever() {
        let checked = check(
            "healthy-facebook-user",
            &["--app", "912301501380919"],
            |world| fault(world, "/me/accounts", What::Loop, None),
        );
        assert!(count(&checked.log, "/me/accounts") < 5, "{:?}", checked.log);
        assert_eq!(
            outcome(&checked.report, "page-access"),
            ("unknown", "graph-unreadable")
        );
    }
}

mod retries {
    use super::*;

    #[test]
    fn a_transient_error_is_tried_three_times() {
        let refuse = What::Refuse(
            500,
            2,
            None,
            "An unexpected error has occurred. Please retry your request later.",
        );
        let checked = check("healthy-facebook-token", IDS, |world| {
            fault(world, "/subscribed_apps", refuse.clone(), Some(2))
        });
        assert_eq!(count(&checked.log, "/subscribed_apps"), 3);
        assert_eq!(outcome(&checked.report, "app-connected").0, "pass");
        let checked = check("healthy-facebook-token", IDS, |world| {
            fault(world, "/conversations", refuse, None)
        });
        assert_eq!(count(&checked.log, "/conversations"), 3);
        assert_eq!(
            outcome(&checked.report, "connected-tools"),
            ("unknown", "meta-outage")
        );
    }

    #[test]
    fn a_limit_is_not_tried_again() {
        let checked = check("conversations-throttled", IDS, |_| {});
        assert_eq!(count(&checked.log, "/conversations"), 1);
    }

    /// It looks like a time-out, but is about the app's access (graph-api 7.3).
    #[test]
    fn what_only_looks_like_a_time_out_is_not_tried_again() {
        let checked = check("advanced-access-missing", IDS, |_| {});
        assert_eq!(count(&checked.log, "/conversations"), 1);
        assert_eq!(
            outcome(&checked.report, "advanced-access"),
            ("fail", "advanced-access-missing")
        );
    }

    #[test]
    fn a_bad_gateway_is_tried_again() {
        let checked = check("healthy-facebook-token", IDS, |world| {
            fault(world, "/media", What::Html(502), Some(1))
        });
        assert_eq!(count(&checked.log, "/media"), 2);
        assert_eq!(outcome(&checked.report, "comments-readable").0, "pass");
    }
}

#[test]
fn conversations_are_asked_at_most_twice_a_second() {
    let refuse = What::Refuse(500, 2, None, "temporary");
    let checked = check("healthy-facebook-token", IDS, |world| {
        fault(world, "/conversations", refuse, Some(2))
    });
    assert_eq!(count(&checked.log, "/conversations"), 3);
    assert!(
        checked.took >= Duration::from_secs(1),
        "three calls in {:?}",
        checked.took
    );
}

#[test]
fn an_optional_field_that_meta_does_not_know_is_left_out() {
    let checked = check("healthy-facebook-token", IDS, |world| {
        fault(
            world,
            "/104512345678901",
            What::NoField("verification_status"),
            None,
        )
    });
    assert_eq!(count(&checked.log, "/104512345678901"), 2);
    assert_eq!(outcome(&checked.report, "page-access").0, "pass");
    assert_eq!(checked.code, 0);
}

mod unreadable_answers {
    use super::*;

    fn unknown(what: What) -> String {
        let checked = check("healthy-facebook-token", IDS, |world| {
            fault(world, "/subscribed_apps", what, None)
        });
        assert_eq!(checked.code, 3);
        let (outcome, cause) = outcome(&checked.report, "app-connected");
        assert_eq!(outcome, "unknown");
        cause.to_owned()
    }

    #[test]
    fn a_body_cut_short() {
        assert_eq!(unknown(What::Cut), "graph-unreadable");
    }

    #[test]
    fn a_page_for_people() {
        assert_eq!(unknown(What::Html(200)), "graph-unreadable");
    }

    #[test]
    fn a_redirect_is_not_followed() {
        assert_eq!(unknown(What::Redirect), "graph-unreadable");
    }

    #[test]
    fn more_than_two_mebibytes() {
        assert_eq!(unknown(What::Huge), "graph-unreadable");
    }

    #[test]
    fn a_broken_connection() {
        assert_eq!(unknown(What::Drop), "graph-unreachable");
    }
}

#[test]
fn an_unreadable_profile_is_told_by_the_check_that_carries_it() {
    let checked = check("healthy-facebook-token", IDS, |world| {
        fault(world, "/1234567890123456", What::Html(200), None)
    });
    assert_eq!(
        outcome(&checked.report, "advanced-access"),
        ("unknown", "graph-unreadable")
    );
    // It is needed by the one that tells, so it is left to a person.
    assert_eq!(
        outcome(&checked.report, "app-published"),
        ("ask", "confirm-app-published")
    );
}

mod usage {
    use super::*;

    #[test]
    fn near_the_limit_what_is_only_nice_to_have_is_not_asked() {
        let checked = check("healthy-facebook-token", IDS, |world| {
            fault(world, "", What::Usage(91), None)
        });
        let note = &checked.report["notes"][0];
        assert_eq!(
            (&note["kind"], &note["args"]["percent"]),
            (&"usage".into(), &91.into())
        );
        assert_eq!(count(&checked.log, "/thread_owner"), 0);
        // Four different people wrote, but whether Meta shows one of them was not asked: CI must not take that for health.
        assert_eq!(
            outcome(&checked.report, "advanced-access"),
            ("skipped", "usage")
        );
        assert_eq!(checked.code, 3);
    }

    #[test]
    fn a_check_that_had_to_do_without_is_skipped_for_it() {
        let args = ["--app", "912301501380919", "--page", "104512345678901"];
        let checked = check("healthy-facebook-token", &args, |world| {
            fault(world, "", What::Usage(91), None)
        });
        // The account's id comes with the Page, so its posts belong to the second round.
        assert_eq!(
            outcome(&checked.report, "comments-readable"),
            ("skipped", "usage")
        );
    }
}

#[test]
fn another_version_in_the_answer_is_noted() {
    let checked = check("healthy-facebook-token", IDS, |world| {
        fault(world, "", What::Version("v27.0"), None)
    });
    assert_eq!(checked.report["graph"]["version_requested"], "v26.0");
    assert_eq!(checked.report["graph"]["version_answered"], "v27.0");
    assert!(
        checked.report["notes"]
            .as_array()
            .unwrap()
            .iter()
            .any(|note| note["kind"] == "graph-version")
    );
}

#[test]
fn the_page_is_found_when_it_is_not_told() {
    let checked = check(
        "healthy-facebook-token",
        &["--app", "912301501380919"],
        |_| {},
    );
    assert_eq!(checked.report["tenant"]["page_id"], "104512345678901");
    assert_eq!(checked.code, 0);
}

#[test]
fn several_pages_are_no_reason_to_guess() {
    let roots = tempfile::NamedTempFile::new().unwrap();
    let sandbox = serve("healthy-facebook-user", |world| {
        let mut second = world.pages[0].clone();
        second.id = "104512345679999".to_owned();
        second.name = "Casa Verde\u{1b}[2J".to_owned();
        second.linked = Some(("17841400000000002".to_owned(), "casa.verde".to_owned()));
        world.pages.push(second);
    });
    let run = finish(check_served(&sandbox, roots.path(), &[]));
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("--page")
            && run
                .stderr
                .contains(r"104512345679999 (Casa Verde\u{1b}[2J)"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_wrong_secret_is_told_from_a_dead_token() {
    let checked = common::check("proof-invalid", &[]).json();
    assert_eq!(outcome(&checked, "token-valid"), ("fail", "proof-invalid"));
    // What the app's own id and secret would have answered falls with it: one root, one finding.
    assert_eq!(
        outcome(&checked, "webhook-subscription"),
        ("skipped", "token-valid")
    );
    assert_eq!(
        find(&checked, "token-valid")["evidence"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
}

/// A bare container has no certificates: that is a finding of its own, not a mystery and not a panic.
#[cfg(target_os = "linux")]
#[test]
fn a_machine_without_certificates_is_told() {
    let mut command = common::igdoctor(&[
        "check",
        "--platform",
        "hunion",
        "--page",
        "1",
        "--format",
        "json",
    ]);
    command
        .env("SSL_CERT_FILE", "/dev/null")
        .env("SSL_CERT_DIR", "/nonexistent")
        .env("IGDOCTOR_TOKEN", "EAAsomething0123456789");
    let run = finish(command);
    assert_eq!(
        outcome(&run.json(), "token-valid"),
        ("unknown", "no-ca-certificates")
    );
    assert_eq!((run.code, &run.json()["graph"]["calls"]), (3, &0.into()));
}
