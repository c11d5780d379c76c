//! The system's keyring: against a real Secret Service, which `tests/run` starts, and on machines without one.

#![cfg(target_os = "linux")]

mod common;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use common::{again, read, task};
use igdoctor::model::TokenKind;
use igdoctor::secret::{Secret, Source, Stored};

const TOKEN: &str = "EAACanaryTokenOfTheCustomer0123456789";

/// The other process: does one thing with one entry, and tells on standard error.
#[test]
fn other() {
    let Some(task) = task() else { return };
    let (verb, name) = task.split_once(' ').unwrap();
    let entry = Source::Keyring(name.to_owned());
    let waiting = || eprintln!("waiting");
    let done = match verb {
        "store" => entry
            .store(&stored(), &waiting)
            .map(|()| "stored".to_owned()),
        "read" => entry
            .read(&waiting)
            .map(|stored| format!("read {stored:?} {}", stored.token.expose())),
        _ => entry.delete(&waiting).map(|was| format!("deleted {was}")),
    };
    match done {
        Ok(done) => eprintln!("done: {done}"),
        Err(error) => eprintln!("error: {error} / {error:?}"),
    }
}

fn stored() -> Stored {
    Stored {
        kind: Some(TokenKind::Page),
        app_id: Some("912301501380919".to_owned()),
        ..Stored::bare(Secret::parse(TOKEN, "test").unwrap())
    }
}

/// Whether `tests/run` has started a Secret Service for us. `left_out` says so if not.
fn served() -> bool {
    std::env::var_os("IGDOCTOR_TEST_KEYRING").is_some()
}

/// What the other process tells, in the session of `tests/run`.
fn in_session(task: &str) -> String {
    let mut command = again("other", task);
    let bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").unwrap();
    command.env("DBUS_SESSION_BUS_ADDRESS", bus);
    told(&mut command)
}

fn told(command: &mut Command) -> String {
    read(command.output().unwrap()).stderr
}

#[test]
fn one_process_stores_another_reads_a_third_removes() {
    if !served() {
        return;
    }
    let name = format!("test-{}/token", std::process::id());
    let step = |verb: &str| in_session(&format!("{verb} {name}"));
    assert!(step("read").contains(&format!("has no entry {name}")));
    assert!(step("store").contains("done: stored"));
    // A second time takes the place of the first.
    assert!(step("store").contains("done: stored"));
    let read = step("read");
    assert!(
        read.contains(&format!("done: read Stored {{ token: Secret(…), kind: Some(Page), app_id: Some(\"912301501380919\"), expires_at: None, stored_at: None }} {TOKEN}")),
        "{read}"
    );
    assert!(step("delete").contains("done: deleted true"));
    assert!(step("delete").contains("done: deleted false"));
    assert!(step("read").contains("NotInKeyring"));
    assert!(!read.contains("waiting"), "{read}");
}

/// What a person put there with a program of the system's is found as well.
#[test]
fn entries_of_other_programs_are_read() {
    use std::io::Write;
    use std::process::Stdio;
    if !served() {
        return;
    }
    let name = format!("by-hand-{}/token", std::process::id());
    let Ok(mut tool) = Command::new("secret-tool")
        .args([
            "store",
            "--label=test",
            "service",
            "igdoctor",
            "username",
            &name,
        ])
        .stdin(Stdio::piped())
        .spawn()
    else {
        panic!("`tests/run` installs secret-tool")
    };
    let mut typed = tool.stdin.take().unwrap();
    typed.write_all(TOKEN.as_bytes()).unwrap();
    drop(typed);
    assert!(tool.wait().unwrap().success());
    let read = in_session(&format!("read {name}"));
    assert!(
        read.contains(&format!(
            "kind: None, app_id: None, expires_at: None, stored_at: None }} {TOKEN}"
        )),
        "{read}"
    );
    assert!(in_session(&format!("delete {name}")).contains("deleted true"));
}

/// A session bus of its own, with a Secret Service that has never been unlocked.
fn locked_session(home: &Path, script: &str) -> String {
    let mut command = Command::new("dbus-run-session");
    command
        .args(["--", "sh", "-c", script])
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_RUNTIME_DIR", home.join("run"))
        .env("TEST", std::env::current_exe().unwrap());
    told(&mut command)
}

fn home() -> tempfile::TempDir {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    for folder in ["data", "run"] {
        let path = home.path().join(folder);
        std::fs::create_dir(&path).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
    }
    home
}

const AGAIN: &str = "\"$TEST\" --exact other --nocapture";

#[test]
fn a_keyring_that_nobody_can_unlock_is_an_error_at_once() {
    if !served() {
        return;
    }
    let home = home();
    let unlock = "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null";
    let first = locked_session(
        home.path(),
        &format!("{unlock}; IGDOCTOR_TEST_TASK='store a/b' {AGAIN}"),
    );
    assert!(first.contains("done: stored"), "{first}");
    // Nobody unlocks it in the next session, and there is no screen to ask on.
    for task in ["read a/b", "store a/b", "delete a/b"] {
        let start = Instant::now();
        let then = locked_session(home.path(), &format!("IGDOCTOR_TEST_TASK='{task}' {AGAIN}"));
        assert!(
            then.contains("error: the keyring is locked"),
            "{task}: {then}"
        );
        assert!(then.contains("{ file = \"PATH\" }"), "{task}: {then}");
        assert!(!then.contains(TOKEN), "{task}: {then}");
        assert!(start.elapsed() < Duration::from_secs(20), "{task}");
    }
}

#[test]
fn a_service_without_a_keyring_is_none() {
    if !served() {
        return;
    }
    let home = home();
    let stored = locked_session(
        home.path(),
        &format!("IGDOCTOR_TEST_TASK='store a/b' {AGAIN}"),
    );
    assert!(
        stored.contains("has no keyring that igdoctor can use (it has no default collection)"),
        "{stored}"
    );
}

/// Servers, containers, sessions over SSH.
#[test]
fn a_machine_without_a_session_bus_says_what_else_there_is() {
    let folder = tempfile::tempdir().unwrap();
    for bus in [None, Some("unix:path=/nonexistent/bus"), Some("nonsense")] {
        for task in ["read a/b", "store a/b", "delete a/b"] {
            let mut command = again("other", task);
            command.env("XDG_RUNTIME_DIR", folder.path());
            if let Some(bus) = bus {
                command.env("DBUS_SESSION_BUS_ADDRESS", bus);
            }
            let start = Instant::now();
            let told = told(&mut command);
            assert!(
                told.contains("error: this machine has no keyring"),
                "{told}"
            );
            for way in ["{ env =", "{ file =", "{ command ="] {
                assert!(told.contains(way), "{told}");
            }
            assert!(!told.contains(TOKEN), "{told}");
            assert!(start.elapsed() < Duration::from_secs(10), "{bus:?}");
        }
    }
}
