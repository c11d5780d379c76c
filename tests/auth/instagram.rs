//! Logging in to Instagram through the browser, where only a code comes back.

use chrono::{TimeDelta, Utc};

use super::{Desk, ended, logs_in, paste};
use crate::browser::{dialog, log_in};
use crate::common::outcome;

const LOGIN: &[&str] = &["auth", "login", "casa-azul", "--browser", "--no-open"];

#[test]
fn a_code_becomes_a_long_lived_token_whose_end_only_the_login_knows() {
    let desk = Desk::instagram(|_| {});
    let Some(pty) = desk.sit(LOGIN) else { return };
    logs_in(&pty);
    let ended = ended(pty, 0);
    desk.shows_no_secret(&(ended.screen + &ended.stdout));
    assert_eq!(desk.issued().len(), 2);
    assert_eq!(desk.token(), desk.issued()[1]);
    let end = desk.stored().unwrap()["expires_at"].to_string();
    let day = (Utc::now() + TimeDelta::seconds(5_183_944)).format("%Y-%m-%d");
    assert!(end.contains(&day.to_string()), "{end}");
    let report = check(&desk);
    assert_eq!(outcome(&report, "token-lifetime"), ("pass", ""));
}

/// No call tells when an Instagram token ends: the check goes by what was stored.
#[test]
fn the_stored_end_is_what_the_next_check_judges() {
    let desk = Desk::instagram(|_| {});
    let end = (Utc::now() + TimeDelta::days(5)).to_rfc3339();
    desk.holds(&format!(r#","expires_at":"{end}""#));
    assert_eq!(
        outcome(&check(&desk), "token-lifetime"),
        ("warn", "expires-soon")
    );
    desk.holds("");
    assert_eq!(
        outcome(&check(&desk), "token-lifetime"),
        ("skipped", "access")
    );
}

fn check(desk: &Desk) -> serde_json::Value {
    let run = desk.run(&["check", "casa-azul", "--format", "json", "--quiet"]);
    run.json()
}

/// What Instagram adds to the address is no part of the code.
#[test]
fn the_address_ends_as_instagram_ends_it() {
    let desk = Desk::instagram(|_| {});
    let Some(pty) = desk.sit(LOGIN) else { return };
    pty.until("\n> ");
    let address = log_in(&dialog(&pty.unwrapped()));
    assert!(
        address.starts_with("https://example.com/igdoctor?code="),
        "{address}"
    );
    assert!(address.ends_with("#_"), "{address}");
    paste(&pty, &address);
    ended(pty, 0);
}

#[test]
fn a_declined_permission_is_asked_for_again() {
    let declined = "instagram_business_manage_messages";
    let desk = Desk::instagram(|world| world.login.declined = vec![declined]);
    let Some(pty) = desk.sit(LOGIN) else { return };
    logs_in(&pty);
    let first = dialog(&pty.unwrapped());
    pty.until("Log in once more to ask for it?");
    pty.presses(&["Enter"]);
    let screen = pty.until_it_is("the second address", |screen| {
        dialog(screen) != first && screen.trim_end().ends_with('>')
    });
    let second = dialog(&screen);
    assert!(second.as_str().contains("force_reauth=true"), "{second}");
    paste(&pty, &log_in(&second));
    let ended = ended(pty, 0);
    assert!(ended.stdout.contains(declined), "{}", ended.stdout);
}

/// Each way to begin that cannot end well is told before anybody is sent to Meta.
#[test]
fn what_the_login_needs_is_named_before_it_begins() {
    for (lacks, says) in [
        ("instagram_app = \"867555782500454\"", "--instagram-app ID"),
        (
            "secrets.instagram_app_secret = { file = \"instagram-secret\" }",
            "Instagram app's secret",
        ),
        (
            "login.redirect_url = \"https://example.com/igdoctor\"",
            "--redirect-url URL",
        ),
    ] {
        let desk = Desk::instagram(|_| {});
        if lacks.starts_with("instagram_app") {
            // A secret without its app would be refused for itself.
            desk.edit(
                "secrets.instagram_app_secret = { file = \"instagram-secret\" }",
                "",
            );
        }
        desk.edit(lacks, "");
        let run = desk.run(LOGIN);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains(says), "{}", run.stderr);
        assert!(
            !run.stderr.contains("http://"),
            "nobody is sent: {}",
            run.stderr
        );
    }
}
