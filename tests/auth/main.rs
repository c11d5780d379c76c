//! `igdoctor auth`: the token of a tenant, taken in, looked at, renewed and thrown away; the test is the person, at the terminal
//! and in the browser.
#![cfg(unix)]

mod browser;
#[path = "../common/mod.rs"]
mod common;
mod desk;
mod facebook;
mod instagram;
mod keyring;
mod logout;
mod loopback;
mod paste;
mod refresh;
mod screens;
mod secrecy;
mod status;

use browser::{dialog, log_in};
use common::pty::{Ended, Pty};
use desk::Desk;

/// Waits until the address is asked for, logs in, and pastes where the browser ended.
#[track_caller]
fn logs_in(pty: &Pty) {
    // The mark at which the answer is typed; before it the echo is still on.
    pty.until("\n> ");
    paste(pty, &log_in(&dialog(&pty.unwrapped())));
}

/// Pastes text at a question.
fn paste(pty: &Pty, text: &str) {
    pty.types(text);
    pty.presses(&["Enter"]);
}

/// Text in one line, however it was broken.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The end, with this exit code and the terminal as it was.
#[track_caller]
fn ended(pty: Pty, code: i32) -> Ended {
    let ended = pty.end();
    assert_eq!(ended.code, code, "{}{}", ended.screen, ended.stdout);
    ended.left_in_order();
    Ended {
        screen: flat(&ended.screen),
        stdout: flat(&ended.stdout),
        ..ended
    }
}
