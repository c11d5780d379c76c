//! Programs that print a secret: what goes wrong with them, and what they get to see.

#![cfg(unix)]

mod common;

use std::fs;
use std::time::{Duration, Instant};

use common::sources::{TOKEN, get, source, told};
use common::{again, read, task};
use igdoctor::model::TokenKind;
use igdoctor::secret::{SecretError, Source};

fn shell(script: &str, timeout: Duration) -> Source {
    let args = ["sh", "-c", script].map(str::to_owned).to_vec();
    Source::Command { args, timeout }
}

fn failure(script: &str) -> String {
    told(get(&shell(script, Duration::from_secs(30))).unwrap_err())
}

#[test]
fn what_a_program_prints_is_the_token() {
    let plain = shell(&format!("echo {TOKEN}"), Duration::from_secs(30));
    assert_eq!(get(&plain).unwrap().token.expose(), TOKEN);
    let document = format!("printf '%s' '{{\"token\":\"{TOKEN}\",\"kind\":\"user\"}}'");
    let document = get(&shell(&document, Duration::from_secs(30))).unwrap();
    assert_eq!(document.kind, Some(TokenKind::User));
    // It has no input to wait for.
    let echo = get(&shell(
        &format!("cat; echo {TOKEN}"),
        Duration::from_secs(30),
    ));
    assert_eq!(echo.unwrap().token.expose(), TOKEN);
}

#[test]
fn what_goes_wrong_is_told_without_secrets() {
    let missing = source(r#"{ command = ["no-such-program", "kv"] }"#);
    let error = get(&missing).unwrap_err().to_string();
    assert!(error.contains("no-such-program was not found"), "{error}");
    let folder = source(r#"{ command = ["/"] }"#);
    let error = told(get(&folder).unwrap_err());
    assert!(error.contains("cannot be started"), "{error}");
    for (script, says) in [
        (
            "echo first >&2; echo 'permission denied' >&2; exit 2",
            "the command sh failed (exit status: 2): permission denied",
        ),
        (
            &format!("echo {TOKEN}; echo 'bad {TOKEN} here' >&2; exit 1"),
            "bad … here",
        ),
        ("printf '\\033[2Jgone\\n' >&2; exit 1", "): [2Jgone"),
        ("kill -9 $$", "signal: 9"),
        ("true", "the command sh holds no token"),
        (
            &format!("echo {TOKEN} {TOKEN}"),
            "the command sh holds characters",
        ),
        ("printf '\\377'", "the command sh holds characters"),
        ("yes", "the command sh holds more than any token"),
        ("yes >&2 & sleep 0.2; kill $!; exit 3", "exit status: 3"),
    ] {
        let error = failure(script);
        assert!(error.contains(says), "{script}: {error}");
        assert!(
            !error.contains("Canary") && !error.contains('\x1b'),
            "{error}"
        );
    }
}

/// It is ended with all that it started.
#[test]
fn a_program_that_hangs_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    let pids = folder.path().join("pids");
    let script = format!(
        "sleep 100 & echo $! >{0}; echo $$ >>{0}; wait",
        pids.display()
    );
    let start = Instant::now();
    let error = get(&shell(&script, Duration::from_secs(1))).unwrap_err();
    assert!(
        matches!(error, SecretError::TooSlow { seconds: 1, .. }),
        "{error}"
    );
    assert!(start.elapsed() < Duration::from_secs(20));
    for pid in fs::read_to_string(&pids).unwrap().lines() {
        let gone = || {
            let state = std::process::Command::new("ps")
                .args(["-o", "stat=", "-p", pid])
                .output()
                .unwrap();
            let state = String::from_utf8(state.stdout).unwrap();
            state.trim().is_empty() || state.starts_with('Z')
        };
        let deadline = Instant::now() + Duration::from_secs(10);
        while !gone() {
            assert!(Instant::now() < deadline, "{pid} lives on");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// One that closes its output and goes on is no better.
#[test]
fn a_program_that_says_all_and_does_not_end_is_ended() {
    let script = format!("echo {TOKEN}; exec >&- 2>&-; sleep 100");
    let error = get(&shell(&script, Duration::from_secs(1))).unwrap_err();
    assert!(matches!(error, SecretError::TooSlow { .. }), "{error}");
}

/// The program prints its own environment, which must hold none of ours.
#[test]
fn no_child_gets_a_secret_by_its_environment() {
    let folder = tempfile::tempdir().unwrap();
    let seen = folder.path().join("environment");
    let script = format!(
        "tr '\\0' '\\n' </proc/self/environ >{0} || env >{0}; echo token",
        seen.display()
    );
    let form = format!("{{ command = [\"sh\", \"-c\", {script:?}] }}");
    let mut command = again("other", &form);
    for name in [
        "IGDOCTOR_TOKEN",
        "IGDOCTOR_APP_SECRET",
        "IGDOCTOR_INSTAGRAM_APP_SECRET",
        "IGDOCTOR_VERIFY_TOKEN",
        "CASA_AZUL",
    ] {
        command.env(name, TOKEN);
    }
    command.env("VAULT_ADDR", "kept");
    let run = read(command.output().unwrap());
    assert!(run.stderr.contains("read token"), "{}", run.stderr);
    let seen = fs::read_to_string(&seen).unwrap();
    assert!(seen.contains("VAULT_ADDR=kept"), "{seen}");
    assert!(!seen.contains("Canary"), "{seen}");
}

/// The other process, where a tenant has named a variable before.
#[test]
fn other() {
    let Some(form) = task() else { return };
    source(r#"{ env = "CASA_AZUL" }"#);
    let token = get(&source(&form)).unwrap().token;
    eprintln!("read {}", token.expose());
}
