//! Where a tenant's secrets come from. The source that is named is the only one tried.

use std::process::Command;

use igdoctor::sandbox::Sandbox;

use super::common::tenants::{Folder, mode};
use super::common::{IDS, Run, finish, outcome, serve};

/// The token of the served worlds.
const TOKEN: &str = "EAAGsandboxpagetoken0123456789";
/// Another one, which they refuse.
const OTHER: &str = "EAAGanothertoken0123456789";

/// A folder with one tenant whose secrets are said by these lines.
fn folder(secrets: &str) -> Folder {
    let [_, page, _, instagram, _, app] = IDS else {
        unreachable!("three ids")
    };
    Folder::new(&format!(
        "[tenants.casa-azul]\nplatform = \"hunion\"\npage = \"{page}\"\ninstagram = \"{instagram}\"\napp = \"{app}\"\n{secrets}\n"
    ))
}

fn checked(folder: &Folder, sandbox: &Sandbox, change: impl FnOnce(&mut Command)) -> Run {
    let mut command = folder.check(sandbox, &["casa-azul", "--format", "json", "--quiet"]);
    change(&mut command);
    finish(command)
}

fn sandbox() -> Sandbox {
    serve("healthy-facebook", |_| {})
}

#[test]
fn a_token_comes_from_wherever_the_tenant_says() {
    let sandbox = sandbox();
    for source in [
        r#"{ env = "CASA_AZUL" }"#,
        r#"{ file = "casa.token" }"#,
        r#"{ command = ["cat", "casa.token"] }"#,
    ] {
        let folder = folder(&format!("secrets.token = {source}"));
        folder.put("casa.token", TOKEN);
        let run = checked(&folder, &sandbox, |command| {
            command.env("CASA_AZUL", TOKEN);
        });
        assert_eq!(
            (run.code, run.stderr.as_str()),
            (0, ""),
            "{source}: {}",
            run.stdout
        );
        assert_eq!(run.json()["access"], "token");
        assert!(!run.stdout.contains(TOKEN));
    }
}

#[test]
fn a_token_may_come_over_standard_input() {
    use std::io::Write as _;
    use std::process::Stdio;
    let sandbox = sandbox();
    let folder = folder("secrets.token = { stdin = true }");
    let mut command = folder.check(&sandbox, &["casa-azul", "--format", "json", "--quiet"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(TOKEN.as_bytes())
        .unwrap();
    let run = super::common::read(child.wait_with_output().unwrap());
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
}

/// With the app's secret more can be checked; each secret has a source of its own.
#[test]
fn every_secret_has_a_source_of_its_own() {
    let sandbox = sandbox();
    let folder = folder(
        "[tenants.casa-azul.secrets]\ntoken = { env = \"A\" }\napp_secret = { command = [\"echo\", \"sandbox-app-secret\"] }\nverify_token = { file = \"verify\" }",
    );
    folder.put("verify", igdoctor::sandbox::VERIFY_TOKEN);
    let run = checked(&folder, &sandbox, |command| {
        command.env("A", TOKEN);
    });
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let report = run.json();
    assert_eq!(report["access"], "app");
    for id in ["webhook-subscription", "webhook-callback"] {
        assert_eq!(outcome(&report, id).0, "pass", "{id}");
    }
}

/// A variable that is set for something else must not be sent for this tenant; whoever set it learns that.
#[test]
fn what_the_tenant_names_is_the_only_source_tried() {
    let sandbox = sandbox();
    let folder = folder("secrets.token = { file = \"casa.token\" }");
    folder.put("casa.token", TOKEN);
    let run = checked(&folder, &sandbox, |command| {
        command.env("IGDOCTOR_TOKEN", OTHER);
    });
    assert_eq!(run.code, 0, "{}", run.stdout);
    let file = folder.path("casa.token");
    let file = file.file_name().unwrap().to_str().unwrap();
    assert_eq!(
        run.stderr,
        format!(
            "IGDOCTOR_TOKEN is set, but casa-azul takes its token from the file {file}; it is not used\n"
        )
    );
    // Where the named one fails, the other is not tried either.
    std::fs::remove_file(folder.path("casa.token")).unwrap();
    let asked = sandbox.calls();
    let run = checked(&folder, &sandbox, |command| {
        command.env("IGDOCTOR_TOKEN", TOKEN);
    });
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert_eq!(sandbox.calls(), asked);
}

#[test]
fn the_environment_counts_where_the_tenant_names_nothing() {
    let sandbox = sandbox();
    for secrets in ["", "secrets.token = { env = \"IGDOCTOR_TOKEN\" }"] {
        let run = checked(&folder(secrets), &sandbox, |command| {
            command
                .env("IGDOCTOR_TOKEN", TOKEN)
                .env("IGDOCTOR_APP_SECRET", "sandbox-app-secret");
        });
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
        assert_eq!(run.json()["access"], "app");
    }
}

/// A flag is said for this one check, so it goes before the file.
#[test]
fn a_flag_goes_before_the_source_of_the_tenant() {
    let sandbox = sandbox();
    let folder = folder("secrets.token = { env = \"CASA_AZUL\" }");
    folder.put("casa.token", TOKEN);
    let mut command = folder.check(
        &sandbox,
        &["casa-azul", "--token-file", "casa.token", "--quiet"],
    );
    command.env("CASA_AZUL", OTHER);
    let run = finish(command);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
}

#[test]
fn a_named_source_that_fails_is_told_and_nothing_is_checked() {
    let sandbox = sandbox();
    let cases = [
        (
            "token = { env = \"CASA_AZUL\" }",
            "the environment variable CASA_AZUL, which the token is to come from, is not set",
        ),
        (
            "token = { file = \"missing\" }",
            "cannot read the file missing",
        ),
        ("token = { file = \"shared\" }", "chmod 600"),
        (
            "token = { command = [\"false\"] }",
            "the command false failed",
        ),
        (
            "token = { command = [\"no-such-program\"] }",
            "no-such-program was not found",
        ),
        (
            "token = { keyring = \"casa-azul/token\" }",
            "no keyring that igdoctor can use",
        ),
        (
            "app_secret = { env = \"CASA_SECRET\" }",
            "CASA_SECRET, which the app's secret is to come from",
        ),
        (
            "verify_token = { env = \"CASA_VERIFY\" }",
            "CASA_VERIFY, which the verify token is to come from",
        ),
    ];
    for (line, reason) in cases {
        if line.contains("keyring") && !cfg!(target_os = "linux") {
            continue;
        }
        let other = if line.starts_with("token") {
            ""
        } else {
            "secrets.token = { env = \"T\" }\n"
        };
        let folder = folder(&format!("{other}secrets.{line}"));
        mode(&folder.put("shared", TOKEN), 0o644);
        let run = checked(&folder, &sandbox, |command| {
            command.env("T", TOKEN);
        });
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{line}");
        assert!(run.stderr.contains(reason), "{line}: {}", run.stderr);
        assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    }
    assert_eq!(sandbox.calls(), 0);
}

/// Nobody named the keyring, and this machine may have none: there are other ways.
#[test]
fn without_any_source_the_next_steps_are_told() {
    let sandbox = sandbox();
    let run = checked(&folder(""), &sandbox, |_| ());
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    for part in [
        "no token for casa-azul",
        "igdoctor auth login casa-azul",
        "igdoctor check casa-azul --no-token",
    ] {
        assert!(run.stderr.contains(part), "{part}: {}", run.stderr);
    }
    assert_eq!(sandbox.calls(), 0);
}

/// What needs no token is checked without one, and no secret is read for it.
#[test]
fn without_a_token_no_secret_is_read() {
    let folder = folder(
        "secrets.token = { command = [\"touch\", \"read\"] }\nsecrets.app_secret = { command = [\"touch\", \"read\"] }",
    );
    let args = ["check", "casa-azul", "--no-token", "--only", "inbox-access"];
    let mut command = folder.igdoctor(&args);
    command.env("IGDOCTOR_TOKEN", OTHER);
    let run = finish(command);
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert!(!run.stderr.contains("IGDOCTOR_TOKEN"), "{}", run.stderr);
    assert!(!folder.path("read").exists());
}

#[test]
fn a_secret_whose_app_is_not_known_is_told_with_its_key() {
    let folder = Folder::new(
        "[tenants.a]\nsecrets.token = { env = \"T\" }\nsecrets.app_secret = { env = \"S\" }\n",
    );
    let mut command = folder.igdoctor(&["check", "a"]);
    command.env("T", TOKEN).env("S", "secret");
    let run = finish(command);
    assert_eq!(run.code, 2, "{}", run.stdout);
    for part in ["the app's secret", "--app ID", "`app = \"ID\"`"] {
        assert!(run.stderr.contains(part), "{part}: {}", run.stderr);
    }
}
