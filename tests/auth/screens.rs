//! What people read, at 80 columns.

use chrono::{DateTime, Utc};
use igdoctor::sandbox::world::World;

use super::{Desk, paste};
use crate::browser::{dialog, log_in};
use crate::common::finish;

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "../snapshots"}, {
        insta::assert_snapshot!(name, text);
    });
}

/// A command in the folder of the tenant file, so that no path depends on the machine: standard output, then standard error.
fn read(desk: &Desk, words: &[&str]) -> String {
    let mut command = desk.command_here(words);
    command.env("COLUMNS", "80");
    let run = finish(command);
    assert!(run.code < 2, "{}", run.stderr);
    format!("{}----\n{}", run.stdout, run.stderr.trim_end())
}

/// A token that ends on a day that is always the same.
fn ends(desk: &Desk, at: &str) {
    let end: DateTime<Utc> = at.parse().unwrap();
    desk.holds(&format!(r#","expires_at":"{}""#, end.to_rfc3339()));
}

fn lacking(world: &mut World) {
    world
        .permissions
        .retain(|(name, _)| !name.ends_with("_manage_messages"));
    world.token.data_access_in_days = None;
}

#[test]
fn a_login_through_the_browser() {
    let desk = Desk::facebook(|world| world.login.declined = vec!["instagram_manage_messages"]);
    let Some(pty) = desk.sit(&["auth", "login", "casa-azul", "--browser", "--no-open"]) else {
        return;
    };
    pty.until("\n> ");
    let address = dialog(&pty.unwrapped());
    paste(&pty, &log_in(&address));
    pty.until("[Y/n]");
    let state = address
        .query_pairs()
        .find(|(name, _)| name == "state")
        .unwrap()
        .1;
    let screen = pty
        .screen()
        .replace(&format!(":{}/", address.port().unwrap()), ":12345/")
        .replace(state.as_ref(), "0123456789abcdef0123456789abcdef");
    snapshot("auth-login-80", screen.trim_end());
}

#[test]
fn the_status_of_a_token_that_is_well() {
    let desk = Desk::facebook(|world| world.token.data_access_in_days = None);
    desk.holds("");
    snapshot(
        "auth-status-80",
        &read(&desk, &["auth", "status", "casa-azul"]),
    );
}

#[test]
fn the_status_of_a_token_that_lacks_a_permission() {
    let desk = Desk::facebook(lacking);
    desk.holds("");
    snapshot(
        "auth-status-lacking-80",
        &read(&desk, &["auth", "status", "casa-azul"]),
    );
}

#[test]
fn the_status_of_an_instagram_token() {
    let desk = Desk::instagram(|_| {});
    ends(&desk, "2030-01-20T08:00:00Z");
    snapshot(
        "auth-status-instagram-80",
        &read(&desk, &["auth", "status", "casa-azul"]),
    );
}

#[test]
fn the_status_where_nothing_is_stored() {
    let desk = Desk::facebook(|_| {});
    snapshot(
        "auth-status-none-80",
        &read(&desk, &["auth", "status", "casa-azul"]),
    );
}

#[test]
fn a_token_that_is_taken_in_from_a_file() {
    let desk = Desk::facebook(lacking);
    desk.write("new", &desk.sandbox.world().token.text);
    let words = ["auth", "login", "casa-azul", "--token-file", "new"];
    snapshot("auth-login-lacking-80", &read(&desk, &words));
}
