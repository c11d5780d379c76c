//! The keyring as the place of tokens: in a real Secret Service, which `tests/run` starts, and on machines without one.
#![cfg(target_os = "linux")]

use super::{Desk, ended, flat, paste};
use crate::common::{Run, find, finish};

/// A tenant without a named source: its token is in the keyring. Its name is its own, since all tests share one keyring.
fn unnamed(name: &str) -> Desk {
    let desk = Desk::facebook(|_| {});
    desk.edit("secrets.token = { file = \"token\" }", "");
    desk.edit("tenants.casa-azul", &format!("tenants.{name}"));
    desk
}

/// The address of the session of `tests/run`. `left_out` says so if there is none.
fn session() -> Option<String> {
    std::env::var_os("IGDOCTOR_TEST_KEYRING")?;
    Some(std::env::var("DBUS_SESSION_BUS_ADDRESS").unwrap())
}

/// A run in that session.
fn run(desk: &Desk, bus: &str, words: &[&str]) -> Run {
    let mut command = desk.command(words);
    command.env("DBUS_SESSION_BUS_ADDRESS", bus);
    finish(command)
}

#[test]
fn a_login_stores_a_check_reads_and_a_logout_removes() {
    let Some(bus) = session() else { return };
    let name = format!("login-{}", std::process::id());
    let desk = unnamed(&name);
    let token = desk.sandbox.world().token.text;
    let bus_there = [("DBUS_SESSION_BUS_ADDRESS", bus.as_str())];
    let Some(pty) = desk.sit_with(&["auth", "login", &name], &bus_there) else {
        return;
    };
    pty.until("Paste the token [not shown while you type]:");
    paste(&pty, &token);
    let ended = ended(pty, 0);
    assert!(
        ended
            .stdout
            .contains(&format!("the keyring entry {name}/token")),
        "{}",
        ended.stdout
    );

    let report = run(
        &desk,
        &bus,
        &["check", &name, "--format", "json", "--quiet"],
    )
    .json();
    assert_eq!(find(&report, "token-valid")["outcome"], "pass");
    // The kind was stored with it: it is not found out by asking.
    assert_eq!(report["graph"]["rounds"], 3);
    let status = run(&desk, &bus, &["auth", "status", &name]);
    assert_eq!(status.code, 0, "{}{}", status.stdout, status.stderr);
    let refreshed = run(&desk, &bus, &["auth", "refresh", &name]);
    assert!(
        refreshed.stdout.contains("never ends"),
        "{}",
        refreshed.stdout
    );

    let logout = |says: &str| {
        let run = run(&desk, &bus, &["auth", "logout", &name]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(run.stdout.contains(says), "{}", run.stdout);
    };
    logout("is gone from the keyring entry");
    logout("There was no token");
    let check = run(&desk, &bus, &["check", &name]);
    assert_eq!(check.code, 2);
    assert!(
        check
            .stderr
            .contains(&format!("igdoctor auth login {name}")),
        "{}",
        check.stderr
    );
}

#[test]
fn a_tenant_that_is_removed_leaves_nothing_in_the_keyring() {
    let Some(bus) = session() else { return };
    let name = format!("remove-{}", std::process::id());
    let desk = unnamed(&name);
    desk.write("new", &desk.sandbox.world().token.text);
    let new = desk.path("new").display().to_string();
    let login = run(&desk, &bus, &["auth", "login", &name, "--token-file", &new]);
    assert_eq!(login.code, 0, "{}{}", login.stdout, login.stderr);
    let removed = run(&desk, &bus, &["tenant", "remove", &name, "--yes"]);
    assert_eq!(removed.code, 0, "{}", removed.stderr);
    assert!(
        flat(&removed.stdout).contains("the keyring holds nothing of it"),
        "{}",
        removed.stdout
    );
    // Made anew, it holds no token.
    let added = run(
        &desk,
        &bus,
        &["tenant", "add", &name, "--platform", "hunion"],
    );
    assert_eq!(added.code, 0, "{}", added.stderr);
    let status = run(&desk, &bus, &["auth", "status", &name, "--format", "json"]);
    assert_eq!(status.json()["stored"], false);
}

/// Nobody pastes a token only to learn that there is no place for it, and none is kept in a file nobody asked for.
#[test]
fn without_a_keyring_the_other_ways_are_told_before_anything_is_asked() {
    let desk = unnamed("casa-azul");
    let Some(pty) = desk.sit(&["auth", "login", "casa-azul"]) else {
        return;
    };
    let ended = ended(pty, 2);
    for way in [
        "no keyring that igdoctor can use",
        "{ env =",
        "{ file =",
        "{ command =",
    ] {
        assert!(ended.screen.contains(way), "{way} in {}", ended.screen);
    }
    assert!(!ended.screen.contains("Paste"), "{}", ended.screen);
    assert_eq!(desk.sandbox.calls(), 0);
    assert!(!desk.path("state").exists() && !desk.path("home").exists());
}
