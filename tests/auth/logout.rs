//! The stored token goes from this machine.

use super::{Desk, flat};

const LOGOUT: &[&str] = &["auth", "logout", "casa-azul"];

#[test]
fn a_file_is_removed_and_a_second_time_there_is_none() {
    let desk = Desk::facebook(|_| {});
    desk.holds("");
    let run = desk.run(LOGOUT);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stdout.contains("is gone from the file"),
        "{}",
        run.stdout
    );
    assert!(
        flat(&run.stdout).contains("At Meta it lives on"),
        "{}",
        run.stdout
    );
    assert!(desk.stored().is_none());
    // The app's secret is not the token.
    assert_eq!(desk.read("app-secret"), "sandbox-app-secret");
    let again = desk.run(LOGOUT);
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert!(
        again.stdout.contains("There was no token"),
        "{}",
        again.stdout
    );
    assert_eq!(desk.sandbox.calls(), 0);
}

#[test]
fn what_is_not_igdoctors_is_not_removed() {
    let desk = Desk::facebook(|_| {});
    for (source, says) in [
        ("{ env = \"CASA_AZUL\" }", "whoever starts igdoctor sets it"),
        ("{ stdin = true }", "it is only read"),
        ("{ command = [\"vault\"] }", "kept by the program"),
    ] {
        desk.edit("{ file = \"token\" }", source);
        let run = desk.run(LOGOUT);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains(says), "{}", run.stderr);
        desk.edit(source, "{ file = \"token\" }");
    }
}

/// Flags and environment are for one run; what is stored is the tenant's.
#[test]
fn the_environment_is_not_what_is_removed() {
    let desk = Desk::facebook(|_| {});
    desk.holds("");
    let mut command = desk.command(LOGOUT);
    command.env("IGDOCTOR_TOKEN", "EAAGofthisrunonly0123456789");
    assert_eq!(crate::common::finish(command).code, 0);
    assert!(desk.stored().is_none());
}

#[test]
fn without_a_keyring_there_is_nothing_that_could_be_removed() {
    let desk = Desk::facebook(|_| {});
    desk.edit("secrets.token = { file = \"token\" }", "");
    let run = desk.run(LOGOUT);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("no keyring"), "{}", run.stderr);
}
