//! The browser ends on this machine, where igdoctor itself waits for it.

use super::{Desk, ended};
use crate::browser::{dialog, get, log_in};
use crate::common::pty::Pty;

const LOGIN: &[&str] = &[
    "auth",
    "login",
    "casa-azul",
    "--browser",
    "--no-open",
    "--loopback=0",
];

/// The address at which the browser ends, which is igdoctor's.
fn end_of_login(pty: &Pty) -> String {
    pty.until("Waiting for the browser");
    log_in(&dialog(&pty.unwrapped()))
}

#[test]
fn the_browser_ends_at_igdoctor_and_nothing_is_pasted() {
    let desk = Desk::facebook(|_| {});
    let Some(pty) = desk.sit(LOGIN) else { return };
    let answer = get(&end_of_login(&pty));
    assert_eq!(answer.status, 200);
    assert!(
        answer.body.contains("You can close this page"),
        "{}",
        answer.body
    );
    desk.shows_no_secret(&answer.body);
    let ended = ended(pty, 0);
    desk.shows_no_secret(&(ended.screen + &ended.stdout));
    assert_eq!(desk.token(), desk.issued()[1]);
}

/// Icons that browsers ask for, and answers that somebody else made up.
#[test]
fn what_is_not_the_answer_to_this_login_is_waited_out() {
    let desk = Desk::facebook(|_| {});
    let Some(pty) = desk.sit(LOGIN) else { return };
    let address = end_of_login(&pty);
    let (home, _) = address.split_once('?').unwrap();
    for other in [
        "favicon.ico",
        "?code=AQDforged",
        "?code=AQDforged&state=0123456789abcdef0123456789abcdef",
        "?error=access_denied&error_reason=user_denied",
        "?error=access_denied&state=0123456789abcdef0123456789abcdef",
    ] {
        let answer = get(&format!("{home}{other}"));
        assert_eq!(answer.status, 400, "{other}: {}", answer.body);
    }
    assert_eq!(get(&address).status, 200);
    ended(pty, 0);
    assert_eq!(desk.token(), desk.issued()[1]);
}

#[test]
fn somebody_who_cancels_has_declined() {
    let desk = Desk::facebook(|world| world.login.cancels = true);
    let Some(pty) = desk.sit(LOGIN) else { return };
    get(&end_of_login(&pty));
    let ended = ended(pty, 1);
    assert!(ended.screen.contains("declined"), "{}", ended.screen);
    assert!(desk.stored().is_none());
}

#[test]
fn ctrl_c_ends_the_waiting() {
    let desk = Desk::facebook(|_| {});
    let Some(pty) = desk.sit(LOGIN) else { return };
    pty.until("Waiting for the browser");
    pty.presses(&["C-c"]);
    let ended = ended(pty, 130);
    assert!(
        ended.screen.contains("interrupted; nothing was stored"),
        "{}",
        ended.screen
    );
    assert!(desk.stored().is_none());
}

/// Nobody needs to sit at the terminal: the browser alone answers.
#[test]
fn without_the_secret_or_a_free_port_it_does_not_begin() {
    let desk = Desk::facebook(|_| {});
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let begin = |port: &str| {
        let loopback = format!("--loopback={port}");
        let words = ["auth", "login", "casa-azul", "--browser", &loopback];
        let run = desk.run(&words);
        assert_eq!(run.code, 2);
        assert!(desk.stored().is_none());
        run.stderr
    };
    assert!(begin(&port).contains("this port cannot be had"));
    desk.edit("secrets.app_secret = { file = \"app-secret\" }", "");
    assert!(begin("0").contains("needs the app's secret"));
}
