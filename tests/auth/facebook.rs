//! Logging in to Facebook through the browser: the person pastes the address at which it ended.

use chrono::{DateTime, Utc};
use igdoctor::sandbox::world::APP_ID;

use super::{Desk, ended, logs_in, paste};
use crate::browser::{dialog, get, log_in};

const LOGIN: &[&str] = &["auth", "login", "casa-azul", "--browser", "--no-open"];
/// A second Page, which the tenant is not about.
const OTHER_PAGE: &str = "104512345670002";

/// Time until a stored token ends.
fn lives(desk: &Desk) -> chrono::TimeDelta {
    let stored = desk.stored().unwrap();
    let end: DateTime<Utc> = stored["expires_at"].as_str().unwrap().parse().unwrap();
    end - Utc::now()
}

#[test]
fn a_code_becomes_a_long_lived_token_which_the_next_check_knows_to_be_a_persons() {
    let desk = Desk::facebook(|_| {});
    let Some(pty) = desk.sit(LOGIN) else { return };
    logs_in(&pty);
    let ended = ended(pty, 0);
    assert!(
        ended.stdout.contains("is kept in the file"),
        "{}",
        ended.stdout
    );
    desk.shows_no_secret(&(ended.screen + &ended.stdout));
    // The code brought a short-lived one, and that one was exchanged.
    assert_eq!(desk.issued().len(), 2);
    assert_eq!(desk.token(), desk.issued()[1]);
    let stored = desk.stored().unwrap();
    assert_eq!(stored["kind"], "user");
    assert_eq!(stored["app_id"], APP_ID);
    assert!((59..=60).contains(&lives(&desk).num_days()), "{stored}");
    let report = desk
        .run(&["check", "casa-azul", "--format", "json", "--quiet"])
        .json();
    assert_eq!(report["graph"]["calls"], 14);
    assert_eq!(report["graph"]["rounds"], 3);
}

#[test]
fn without_the_apps_secret_the_token_comes_by_itself_and_its_short_life_is_told() {
    let desk = Desk::facebook(|_| {});
    desk.edit("secrets.app_secret = { file = \"app-secret\" }", "");
    let Some(pty) = desk.sit(LOGIN) else { return };
    logs_in(&pty);
    // A token that ends today is a finding.
    let ended = ended(pty, 1);
    assert!(
        ended.screen.contains("ends in about an hour"),
        "{}",
        ended.screen
    );
    desk.shows_no_secret(&(ended.screen + &ended.stdout));
    assert_eq!(desk.issued(), [desk.token()]);
    assert!((80..=90).contains(&lives(&desk).num_minutes()));
    assert_eq!(desk.stored().unwrap()["kind"], "user");
}

#[test]
fn an_app_with_login_for_business_is_asked_by_its_configuration() {
    let business = || Desk::facebook(|world| world.login.business_login = Some("4711"));
    let by_flag = business();
    let by_file = business();
    by_file.edit("app = ", "login.config_id = \"4711\"\napp = ");
    let flags = [LOGIN, &["--config-id", "4711"]].concat();
    for (desk, words) in [(by_flag, flags.as_slice()), (by_file, LOGIN)] {
        let Some(pty) = desk.sit(words) else { return };
        logs_in(&pty);
        ended(pty, 0);
        assert_eq!(desk.token(), desk.issued()[1]);
    }
}

#[test]
fn a_declined_permission_is_named_at_once_and_asked_for_again() {
    let desk = Desk::facebook(|world| world.login.declined = vec!["instagram_manage_messages"]);
    let Some(pty) = desk.sit(LOGIN) else { return };
    logs_in(&pty);
    let screen = pty.until("Log in once more to ask for it?");
    assert!(screen.contains("instagram_manage_messages"), "{screen}");
    let first = dialog(&pty.unwrapped());
    assert!(!first.as_str().contains("rerequest"), "{first}");
    pty.presses(&["Enter"]);
    // The second address stands below the first one.
    let screen = pty.until_it_is("the second address", |screen| {
        dialog(screen) != first && screen.trim_end().ends_with('>')
    });
    let second = dialog(&screen);
    assert!(second.as_str().contains("auth_type=rerequest"), "{second}");
    paste(&pty, &log_in(&second));
    let ended = ended(pty, 0);
    assert_eq!(desk.token(), desk.issued()[3]);
    assert!(
        ended.stdout.contains("instagram_manage_messages"),
        "the finding: {}",
        ended.stdout
    );
}

/// Whoever says no has a token that works for the rest.
#[test]
fn a_permission_that_stays_declined_is_a_finding() {
    let desk = Desk::facebook(|world| world.login.declined = vec!["instagram_manage_messages"]);
    let Some(pty) = desk.sit(&[LOGIN, &["--rerequest"]].concat()) else {
        return;
    };
    // At the first time it would have been granted, had it been asked for again.
    logs_in(&pty);
    ended(pty, 0);
    let desk = Desk::facebook(|world| {
        world.login.declined = vec!["instagram_manage_messages"];
        world.login.grants_on_rerequest = false;
    });
    let Some(pty) = desk.sit(LOGIN) else { return };
    logs_in(&pty);
    pty.until("Log in once more to ask for it?");
    pty.types("n\n");
    ended(pty, 1);
    assert_eq!(desk.token(), desk.issued()[1]);
}

#[test]
fn a_page_that_was_not_ticked_is_named_and_its_token_not_kept() {
    let desk = Desk::facebook(|world| {
        let mut page = world.pages[0].clone();
        page.id = OTHER_PAGE.to_owned();
        page.name = "Casa Azul Café".to_owned();
        page.linked = None;
        world.pages.push(page);
        world.login.ticked = Some(vec![OTHER_PAGE.to_owned()]);
    });
    let Some(pty) = desk.sit(LOGIN) else { return };
    logs_in(&pty);
    let ended = ended(pty, 1);
    for seen in ["104512345678901", "Casa Azul Café"] {
        assert!(ended.stdout.contains(seen), "{seen} in {}", ended.stdout);
    }
    assert!(ended.screen.contains("not kept"), "{}", ended.screen);
    assert!(desk.stored().is_none());
}

/// Without the secret Meta only tells whose app it is; nothing is exchanged that could refuse it.
#[test]
fn a_token_of_another_app_is_kept_only_by_force() {
    for (force, code) in [(None, 1), (Some("--anyway"), 1)] {
        let desk = Desk::facebook(|world| world.login.other_app = true);
        desk.edit("secrets.app_secret = { file = \"app-secret\" }", "");
        let words: Vec<&str> = LOGIN.iter().copied().chain(force).collect();
        let Some(pty) = desk.sit(&words) else { return };
        logs_in(&pty);
        let ended = ended(pty, code);
        assert!(ended.stdout.contains("another app"), "{}", ended.stdout);
        assert_eq!(desk.stored().is_some(), force.is_some());
    }
}

#[test]
fn metas_refusal_of_another_apps_token_is_told() {
    let desk = Desk::facebook(|world| world.login.other_app = true);
    let Some(pty) = desk.sit(LOGIN) else { return };
    logs_in(&pty);
    let ended = ended(pty, 1);
    assert!(
        ended.screen.contains("could not be exchanged"),
        "{}",
        ended.screen
    );
    assert!(ended.screen.contains("190"), "{}", ended.screen);
    desk.shows_no_secret(&(ended.screen + &ended.stdout));
    assert!(desk.stored().is_none());
}

#[test]
fn the_answer_to_another_login_is_thrown_away_unused() {
    for secret in [true, false] {
        let desk = Desk::facebook(|world| world.login.answers_state = Some("0123456789abcdef"));
        if !secret {
            desk.edit("secrets.app_secret = { file = \"app-secret\" }", "");
        }
        let calls = desk.sandbox.calls();
        let Some(pty) = desk.sit(LOGIN) else { return };
        logs_in(&pty);
        let ended = ended(pty, 1);
        assert!(
            ended.screen.contains("Nothing was stored"),
            "{}",
            ended.screen
        );
        desk.shows_no_secret(&(ended.screen + &ended.stdout));
        assert!(desk.stored().is_none());
        // Only the dialog was visited.
        assert_eq!(desk.sandbox.calls(), calls + 1, "{:?}", desk.sandbox.log());
    }
}

#[test]
fn somebody_who_cancels_in_the_dialog_has_declined() {
    let desk = Desk::facebook(|world| world.login.cancels = true);
    let Some(pty) = desk.sit(LOGIN) else { return };
    logs_in(&pty);
    let ended = ended(pty, 1);
    assert!(ended.screen.contains("declined"), "{}", ended.screen);
    assert!(desk.stored().is_none());
}

#[test]
fn ctrl_c_at_the_hidden_question_ends_it_and_brings_the_echo_back() {
    let desk = Desk::facebook(|_| {});
    let Some(pty) = desk.sit(LOGIN) else { return };
    pty.until("\n> ");
    pty.types(&log_in(&dialog(&pty.unwrapped())));
    pty.presses(&["C-c"]);
    let ended = ended(pty, 130);
    desk.shows_no_secret(&(ended.screen + &ended.stdout));
    assert!(desk.stored().is_none());
    assert!(desk.issued().is_empty());
}

#[test]
fn what_is_no_address_of_a_login_is_told_apart() {
    for (pasted, says) in [
        ("https://www.facebook.com/", "no code and no token"),
        (
            "https://example.com/igdoctor?code=AQDsomething",
            "not copied whole",
        ),
        (
            "?error_code=191&error_message=URL+blocked",
            "URL blocked (191)",
        ),
    ] {
        let desk = Desk::facebook(|_| {});
        let Some(pty) = desk.sit(LOGIN) else { return };
        pty.until("\n> ");
        paste(&pty, pasted);
        let ended = ended(pty, 1);
        assert!(ended.screen.contains(says), "{}", ended.screen);
        assert!(desk.stored().is_none());
    }
}

#[test]
fn what_cannot_be_an_address_is_asked_for_again() {
    let desk = Desk::facebook(|_| {});
    let Some(pty) = desk.sit(LOGIN) else { return };
    pty.until("\n> ");
    paste(&pty, "I closed the window");
    pty.until("characters");
    let address = log_in(&dialog(&pty.unwrapped()));
    paste(&pty, &address);
    ended(pty, 0);
    assert_eq!(desk.token(), desk.issued()[1]);
}

/// Addresses are longer than lines, and Meta adds to them as it likes.
#[test]
fn a_long_address_is_taken_whole() {
    let desk = Desk::facebook(|_| {});
    let Some(pty) = desk.sit(LOGIN) else { return };
    pty.until("\n> ");
    let address = log_in(&dialog(&pty.unwrapped()));
    let padded = address.replace("?code=", &format!("?padding={}&code=", "x".repeat(2500)));
    paste(&pty, &format!("  <{padded}>  "));
    ended(pty, 0);
    assert_eq!(desk.token(), desk.issued()[1]);
}

#[test]
fn a_wrong_secret_of_the_app_is_called_that() {
    let desk = Desk::facebook(|_| {});
    desk.write("app-secret", "sandbox-other-secret");
    let Some(pty) = desk.sit(LOGIN) else { return };
    logs_in(&pty);
    let ended = ended(pty, 1);
    assert!(ended.screen.contains("client secret"), "{}", ended.screen);
    assert!(!ended.screen.contains("sandbox-other-secret"));
    assert!(desk.stored().is_none());
}

#[test]
fn without_the_apps_id_nobody_is_sent_anywhere() {
    let desk = Desk::facebook(|_| {});
    desk.edit("app = \"912301501380919\"", "");
    desk.edit("secrets.app_secret = { file = \"app-secret\" }", "");
    let run = desk.run(LOGIN);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("--app ID"), "{}", run.stderr);
    assert_eq!(desk.sandbox.calls(), 0);
}

/// An address that the app does not list is refused by Meta's page, before anything comes back.
#[test]
fn where_the_browser_ends_can_be_said() {
    for (address, allowed) in [
        ("https://example.com/igdoctor", true),
        ("https://example.com/other", false),
    ] {
        let desk = Desk::facebook(|_| {});
        let Some(pty) = desk.sit(&[LOGIN, &["--redirect-url", address]].concat()) else {
            return;
        };
        pty.until("\n> ");
        let dialog = dialog(&pty.unwrapped());
        if allowed {
            let ended_at = log_in(&dialog);
            assert!(ended_at.starts_with(address), "{ended_at}");
            paste(&pty, &ended_at);
            ended(pty, 0);
        } else {
            assert_eq!(get(dialog.as_str()).status, 400);
        }
    }
}
