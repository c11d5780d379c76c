//! A token that is pasted, or that a flag brings.

use std::io::Write;
use std::process::Stdio;

use igdoctor::sandbox::world::{Fault, Kind, What};

use super::{Desk, ended, flat, paste};
use crate::common::{Run, read};

const LOGIN: &[&str] = &["auth", "login", "casa-azul"];
const ASKED: &str = "Paste the token [not shown while you type]:";

/// Gives a token by standard input, with nobody at the terminal.
fn given(desk: &Desk, token: &str, more: &[&str]) -> Run {
    let mut command = desk.command(&[LOGIN, &["--token-stdin"], more].concat());
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(token.as_bytes())
        .unwrap();
    let run = read(child.wait_with_output().unwrap());
    assert!(!run.stdout.contains(token) && !run.stderr.contains(token));
    run
}

fn own_token(desk: &Desk) -> String {
    desk.sandbox.world().token.text
}

#[test]
fn a_token_is_pasted_unseen_and_kept_with_what_meta_says_of_it() {
    let desk = Desk::facebook(|_| {});
    let Some(pty) = desk.sit(LOGIN) else { return };
    pty.until(ASKED);
    paste(&pty, &own_token(&desk));
    let ended = ended(pty, 0);
    desk.shows_no_secret(&(ended.screen + &ended.stdout));
    assert_eq!(desk.token(), own_token(&desk));
    let stored = desk.stored().unwrap();
    assert_eq!(stored["kind"], "user");
    assert_eq!(stored["app_id"], "912301501380919");
    assert!(stored["stored_at"].is_string(), "{stored}");
    assert!(
        stored.get("expires_at").is_none(),
        "it never ends: {stored}"
    );
}

#[test]
fn ctrl_c_at_the_question_keeps_what_was_there() {
    let desk = Desk::facebook(|_| {});
    desk.holds("");
    let before = desk.read("token");
    let Some(pty) = desk.sit(LOGIN) else { return };
    pty.until(ASKED);
    pty.types("EAAGhalfatoken");
    pty.presses(&["C-c"]);
    let ended = ended(pty, 130);
    assert!(!ended.screen.contains("EAAGhalf"), "{}", ended.screen);
    assert_eq!(desk.read("token"), before);
}

/// A line break in the middle, as copying from a mail brings it: nothing of the rest reaches the screen or the shell.
#[test]
fn the_rest_of_a_broken_paste_is_seen_nowhere() {
    let desk = Desk::facebook(|_| {});
    let Some(pty) = desk.sit(LOGIN) else { return };
    pty.until(ASKED);
    pty.types("EAAGfirsthalf0123456789\nsecondhalf0123456789\n");
    let ended = ended(pty, 1);
    assert!(!ended.screen.contains("half"), "{}", ended.screen);
    assert!(desk.stored().is_none());
}

#[test]
fn ctrl_c_while_meta_is_asked_keeps_nothing() {
    let desk = Desk::facebook(|world| world.latency_ms = 10_000);
    desk.holds("");
    let before = desk.read("token");
    for verb in ["login", "status", "refresh"] {
        let calls = desk.sandbox.calls();
        let Some(pty) = desk.sit(&["auth", verb, "casa-azul"]) else {
            return;
        };
        if verb == "login" {
            pty.until(ASKED);
            paste(&pty, &own_token(&desk));
        }
        pty.until_it_is("a call to Meta", |_| desk.sandbox.calls() > calls);
        pty.presses(&["C-c"]);
        let ended = ended(pty, 130);
        assert!(ended.screen.contains("interrupted"), "{}", ended.screen);
        assert_eq!(desk.read("token"), before);
    }
}

#[test]
fn a_dead_token_is_not_kept_not_even_by_force() {
    let desk = Desk::facebook(|world| {
        world.token.dead = Some((190, Some(463), "Error validating access token"));
    });
    for force in [&[][..], &["--anyway"]] {
        let run = given(&desk, &own_token(&desk), force);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(
            run.stderr.contains("Meta does not take it"),
            "{}",
            run.stderr
        );
        assert!(run.stdout.contains("token-valid"), "{}", run.stdout);
        assert!(desk.stored().is_none());
    }
}

#[test]
fn a_short_lived_token_is_exchanged_where_the_apps_secret_is_known() {
    // Days, with an hour more: the token of a Graph Explorer ends within the hour.
    let short = || Desk::facebook(|world| world.token.expires_in_days = Some(0));
    let desk = short();
    let run = given(&desk, &own_token(&desk), &[]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(
        flat(&run.stderr).contains("exchanged for a long-lived one"),
        "{}",
        run.stderr
    );
    assert_eq!(desk.issued(), [desk.token()]);
    assert_eq!(desk.stored().unwrap()["kind"], "user");
    let without = short();
    without.edit("secrets.app_secret = { file = \"app-secret\" }", "");
    given(&without, &own_token(&without), &[]);
    assert_eq!(without.token(), own_token(&without));
}

#[test]
fn a_page_token_is_taken_for_what_it_is() {
    let desk = Desk::facebook(|world| world.token.kind = Kind::Page);
    let run = given(&desk, &own_token(&desk), &[]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert_eq!(desk.stored().unwrap()["kind"], "page");
}

/// The flow was stated nowhere, but the platform has only one.
#[test]
fn a_token_of_the_other_flow_is_not_kept() {
    let desk = Desk::facebook(|_| {});
    let run = given(&desk, "IGAAGsandboxtoken0123456789", &[]);
    assert_ne!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(desk.stored().is_none());
    desk.edit(
        "platform = \"hunion\"",
        "platform = \"hunion\"\nflow = \"facebook\"",
    );
    let run = given(&desk, "IGAAGsandboxtoken0123456789", &[]);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("Instagram"), "{}", run.stdout);
    assert!(desk.stored().is_none());
}

#[test]
fn a_token_of_another_page_is_not_kept() {
    let desk = Desk::facebook(|world| {
        world.token.kind = Kind::Page;
    });
    desk.edit("page = \"104512345678901\"", "page = \"104512345670002\"");
    let run = given(&desk, &own_token(&desk), &[]);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    for seen in ["104512345678901", "104512345670002"] {
        assert!(run.stdout.contains(seen), "{seen} in {}", run.stdout);
    }
    assert!(run.stderr.contains("--anyway"), "{}", run.stderr);
    assert!(desk.stored().is_none());
    let run = given(&desk, &own_token(&desk), &["--anyway"]);
    assert_eq!(run.code, 1, "what is wrong stays wrong: {}", run.stderr);
    assert_eq!(desk.token(), own_token(&desk));
}

#[test]
fn a_token_that_nobody_can_look_at_is_not_kept_unless_told() {
    let desk = Desk::facebook(|world| {
        world.faults.push(Fault {
            path: "",
            what: What::Drop,
            times: None,
        });
    });
    let run = given(&desk, &own_token(&desk), &[]);
    assert_eq!(run.code, 3, "{}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("not kept"), "{}", run.stderr);
    assert!(desk.stored().is_none());
    let run = given(&desk, &own_token(&desk), &["--anyway"]);
    assert_eq!(run.code, 3, "{}{}", run.stdout, run.stderr);
    assert_eq!(desk.token(), own_token(&desk));
}

/// The person gave their consent elsewhere, so only another consent brings what is missing.
#[test]
fn a_missing_permission_is_named_with_the_login_that_brings_it() {
    let desk = Desk::facebook(|world| {
        world
            .permissions
            .retain(|(name, _)| name != "instagram_manage_messages");
    });
    let run = given(&desk, &own_token(&desk), &[]);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    assert!(
        run.stderr.contains("instagram_manage_messages"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr
            .contains("igdoctor auth login casa-azul --browser --rerequest"),
        "{}",
        run.stderr
    );
    assert!(!(run.stdout + &run.stderr).contains("auth refresh"));
    assert_eq!(desk.token(), own_token(&desk));
}

#[test]
fn a_file_brings_a_token_as_well() {
    let desk = Desk::facebook(|_| {});
    desk.write("new", &own_token(&desk));
    let new = desk.path("new").display().to_string();
    let run = desk.run(&[LOGIN, &["--token-file", &new]].concat());
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert_eq!(desk.token(), own_token(&desk));
}

#[test]
fn with_nobody_there_the_ways_to_give_a_token_are_named() {
    let desk = Desk::facebook(|_| {});
    let run = desk.run(LOGIN);
    assert_eq!(run.code, 2);
    for way in ["--token-stdin", "--token-file"] {
        assert!(run.stderr.contains(way), "{}", run.stderr);
    }
    let run = desk.run(&[LOGIN, &["--browser", "--no-open"]].concat());
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("--loopback"), "{}", run.stderr);
    assert!(desk.stored().is_none());
}

/// Found out before anybody went to Meta for a token.
#[test]
fn a_place_that_cannot_be_written_to_is_told_before_anything_is_asked() {
    let desk = Desk::facebook(|_| {});
    for (place, says) in [
        (
            "{ env = \"CASA_AZUL\" }",
            "the environment variable CASA_AZUL",
        ),
        ("{ stdin = true }", "standard input"),
        ("{ command = [\"vault\"] }", "the command vault"),
        ("{ file = \"nowhere/token\" }", "its folder does not exist"),
        (
            "{ file = \"app-secret/token\" }",
            "its folder does not exist",
        ),
    ] {
        let before = desk.read("igdoctor.toml");
        desk.edit("{ file = \"token\" }", place);
        let run = desk.run(LOGIN);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains(says), "{place}: {}", run.stderr);
        assert!(
            !run.stderr.contains("--token-stdin"),
            "{place}: {}",
            run.stderr
        );
        desk.write("igdoctor.toml", &before);
    }
}

#[test]
fn a_token_is_kept_for_a_tenant_only() {
    let desk = Desk::facebook(|_| {});
    desk.edit(
        "[tenants.casa-azul]",
        "[tenants.casa-rosa]\n[tenants.casa-azul]",
    );
    for (words, says) in [
        (&["auth", "login", "casa-zul"][..], "casa-azul"),
        (&["auth", "login"], "which tenant?"),
    ] {
        let run = desk.run(words);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains(says), "{}", run.stderr);
        assert!(
            !run.stderr.contains("--all"),
            "auth knows no such flag: {}",
            run.stderr
        );
    }
}
