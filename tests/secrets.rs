//! No token, secret or proof leaves igdoctor but on its way to Meta: canaries in every input, searched in every output.

mod common;

use std::fs;
use std::path::Path;

use common::{finish, igdoctor, serve};
use igdoctor::sandbox::Sandbox;
use igdoctor::sandbox::world::{Fault, What};

const TOKEN: &str = "EAACanaryTokenOfTheCustomer0123456789";
const APP_SECRET: &str = "canary-app-secret-0123456789";
const VERIFY_TOKEN: &str = "canary-verify-token-0123456789";
/// How the sandbox derives Page tokens from a user token.
const PAGE_TOKEN: &str = "EAAP104512345678901";

/// The proof that goes with token and secret; computed here by itself.
fn proof() -> String {
    use hmac::{Hmac, KeyInit, Mac};
    let mac = Hmac::<sha2::Sha256>::new_from_slice(APP_SECRET.as_bytes())
        .unwrap()
        .chain_update(TOKEN.as_bytes());
    mac.finalize()
        .into_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn assert_clean(place: &str, text: &str) {
    let proof = proof();
    for canary in [TOKEN, APP_SECRET, VERIFY_TOKEN, PAGE_TOKEN, &proof] {
        assert!(!text.contains(canary), "{place} holds {canary}:\n{text}");
    }
}

/// A world whose secrets are the canaries, and which repeats the token in an error message, as Meta sometimes does.
fn canary_world(name: &str) -> Sandbox {
    serve(name, |world| {
        world.token.text = TOKEN.to_owned();
        world.app.secret = APP_SECRET.to_owned();
        let message = "Malformed access token EAACanaryTokenOfTheCustomer0123456789";
        world.faults.push(Fault {
            path: "/media",
            what: What::Refuse(400, 100, None, message),
            times: None,
        });
    })
}

fn check(sandbox: &Sandbox, folder: &Path, more: &[&str]) -> common::Run {
    let roots = folder.join("roots.pem");
    fs::write(&roots, sandbox.ca_pem()).unwrap();
    let mut command = common::check_of(
        sandbox,
        &[&["--app", "912301501380919", "-vv"], more].concat(),
    );
    command.env("SSL_CERT_FILE", roots);
    command
        .env("IGDOCTOR_APP_SECRET", APP_SECRET)
        .env("IGDOCTOR_VERIFY_TOKEN", VERIFY_TOKEN);
    finish(command)
}

#[test]
fn no_secret_is_in_any_output() {
    for world in [
        "healthy-facebook",
        "healthy-facebook-user",
        "token-expired",
        "page-not-visible",
        "connected-tools-off",
    ] {
        for format in ["human", "json"] {
            let sandbox = canary_world(world);
            let folder = tempfile::tempdir().unwrap();
            let (har, evidence) = (
                folder.path().join("trace.har"),
                folder.path().join("evidence.json"),
            );
            let run = check(
                &sandbox,
                folder.path(),
                &[
                    "--format",
                    format,
                    "--trace-http",
                    har.to_str().unwrap(),
                    "--save-evidence",
                    evidence.to_str().unwrap(),
                ],
            );
            assert!(!run.stdout.is_empty(), "{}", run.stderr);
            assert_clean(&format!("{world}: {format}"), &run.stdout);
            assert_clean(&format!("{world}: standard error"), &run.stderr);
            let trace = fs::read_to_string(&har).unwrap();
            assert_clean(&format!("{world}: HAR"), &trace);
            assert!(
                trace.contains("/me") && trace.contains("REDACTED"),
                "the trace shows what was asked:\n{trace}"
            );
            assert_clean(
                &format!("{world}: evidence"),
                &fs::read_to_string(&evidence).unwrap(),
            );
        }
    }
}

#[test]
fn the_trace_is_har_and_every_call_is_in_it() {
    let sandbox = canary_world("healthy-facebook-user");
    let folder = tempfile::tempdir().unwrap();
    let har = folder.path().join("trace.har");
    check(
        &sandbox,
        folder.path(),
        &["--trace-http", har.to_str().unwrap()],
    );
    let trace: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(&har).unwrap()).unwrap();
    assert_eq!(trace["log"]["version"], "1.2");
    let entries = trace["log"]["entries"].as_array().unwrap();
    assert_eq!(u32::try_from(entries.len()).unwrap(), sandbox.calls());
    for entry in entries {
        for key in [
            "startedDateTime",
            "time",
            "request",
            "response",
            "cache",
            "timings",
        ] {
            assert!(entry.get(key).is_some(), "{key}");
        }
    }
    let accounts = entries
        .iter()
        .find(|entry| {
            entry["request"]["url"]
                .as_str()
                .unwrap()
                .contains("/me/accounts")
        })
        .unwrap();
    let body = accounts["response"]["content"]["text"].as_str().unwrap();
    assert!(
        body.contains("Casa Azul") && body.contains(r#""access_token":"REDACTED""#),
        "{body}"
    );
}

#[cfg(unix)]
#[test]
fn files_that_tell_of_a_customer_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = canary_world("healthy-facebook");
    let folder = tempfile::tempdir().unwrap();
    let evidence = folder.path().join("evidence.json");
    check(
        &sandbox,
        folder.path(),
        &["--save-evidence", evidence.to_str().unwrap()],
    );
    assert_eq!(
        fs::metadata(&evidence).unwrap().permissions().mode() & 0o077,
        0
    );
}

/// A token that cannot be one is refused without being shown.
#[test]
fn no_secret_is_in_an_error() {
    for bad in [
        "EAACanaryTokenOfTheCustomer0123456789 and more",
        "EAACanaryTokenOfTheCustomer0123456789\nEAA",
    ] {
        let mut command = igdoctor(&["check", "--page", "1"]);
        command.env("IGDOCTOR_TOKEN", bad);
        let run = finish(command);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains("IGDOCTOR_TOKEN"), "{}", run.stderr);
        assert_clean("error", &run.stderr);
    }
}

/// A fault of igdoctor's own in a judge tells where, and nothing of what it was about.
#[test]
fn no_secret_is_in_a_panic() {
    let run = common::run(&["check", "--sandbox", "internal-error", "-vv"]);
    assert!(
        run.stderr.contains("a fault of its own at"),
        "{}",
        run.stderr
    );
    for secret in ["EAAGsandbox", "sandbox-app-secret"] {
        assert!(!run.stderr.contains(secret) && !run.stdout.contains(secret));
    }
}

#[cfg(unix)]
mod token_files {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn file(folder: &Path, mode: u32) -> String {
        let path = folder.join("token");
        fs::write(&path, format!("{TOKEN}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        path.to_str().unwrap().to_owned()
    }

    #[test]
    fn a_file_that_others_can_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path(), 0o644);
        let run = finish(igdoctor(&["check", "--token-file", &path]));
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains("chmod 600"), "{}", run.stderr);
        assert_clean("error", &run.stderr);
    }

    #[test]
    fn a_private_file_and_standard_input_both_work() {
        use std::io::Write;
        use std::process::Stdio;
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path(), 0o600);
        let sandbox = canary_world("healthy-facebook-token");
        let url = sandbox.graph_url().to_string();
        let flags = [
            "check",
            "--graph-url",
            &url,
            "--platform",
            "hunion",
            "--only",
            "token-valid",
            "--format",
            "json",
        ];
        assert_eq!(
            finish(igdoctor(&[&flags[..], &["--token-file", &path]].concat())).code,
            0
        );
        let mut command = igdoctor(&[&flags[..], &["--token-stdin"]].concat());
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
            .write_all(TOKEN.as_bytes())
            .unwrap();
        assert_eq!(common::read(child.wait_with_output().unwrap()).code, 0);
    }
}

/// Not even what is no text at all.
#[cfg(unix)]
#[test]
fn no_secret_is_in_an_error_about_bytes_that_are_no_text() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    for name in [
        "IGDOCTOR_TOKEN",
        "IGDOCTOR_APP_SECRET",
        "IGDOCTOR_VERIFY_TOKEN",
    ] {
        let mut command = igdoctor(&["check", "--page", "1", "--app", "2"]);
        command.env("IGDOCTOR_TOKEN", TOKEN);
        command.env(
            name,
            OsStr::from_bytes(b"EAACanaryTokenOfTheCustomer0123456789\xff"),
        );
        let run = finish(command);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains(name), "{}", run.stderr);
        assert_clean("error", &run.stderr);
    }
}

/// Addresses are shown without what they may hide.
#[test]
fn no_password_of_an_address_is_shown() {
    for url in [
        "https://user:canary-password@example.com",
        "https://:canary-password@127.0.0.1",
        "https://example.com/?access_token=canary-password",
    ] {
        let mut command = igdoctor(&["check", "--graph-url", url]);
        command.env("IGDOCTOR_TOKEN", TOKEN);
        let run = finish(command);
        assert_eq!(run.code, 2, "{url}");
        assert!(
            !run.stderr.contains("canary-password") && run.stderr.contains("--graph-url"),
            "{}",
            run.stderr
        );
    }
}

/// Nor what stands in the address of a callback, told by flag or by Meta.
#[test]
fn nothing_that_an_address_hides_is_kept_or_printed() {
    let folder = tempfile::tempdir().unwrap();
    let evidence = folder.path().join("evidence.json");
    let har = folder.path().join("trace.har");
    let sandbox = serve("healthy-facebook", |world| {
        world.app.webhooks[0].callback_url =
            "https://canary-user:canary-password@localhost:1/hook?key=canary-key".to_owned();
        world.app.webhooks[0].active = false;
    });
    for format in ["human", "json"] {
        let url = "https://canary-user:canary-password@localhost:1/hook?key=canary-other-key";
        let flags = [
            "--app",
            "912301501380919",
            "--callback-url",
            url,
            "--format",
            format,
            "--save-evidence",
            evidence.to_str().unwrap(),
            "--trace-http",
            har.to_str().unwrap(),
            "-vv",
        ];
        let mut command = common::check_of(&sandbox, &flags);
        command.env("IGDOCTOR_APP_SECRET", "sandbox-app-secret");
        let run = finish(command);
        for text in [
            &run.stdout,
            &run.stderr,
            &fs::read_to_string(&evidence).unwrap(),
            &fs::read_to_string(&har).unwrap(),
        ] {
            assert!(!text.contains("canary-"), "{text}");
        }
    }
}

/// Nor in the address that a platform file of one's own names.
#[test]
fn nothing_that_a_platform_file_hides_in_its_address_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (platform, evidence) = (
        folder.path().join("mine.toml"),
        folder.path().join("evidence.json"),
    );
    let own = include_str!("../checks/platforms/meta-app.toml").replacen(
        "calls_it = \"app\"",
        "calls_it = \"app\"\ncallback_url = \"https://localhost:1/hook?key=canary-key\"",
        1,
    );
    fs::write(&platform, own).unwrap();
    let run = finish(igdoctor(&[
        "check",
        "--no-token",
        "--platform",
        platform.to_str().unwrap(),
        "--save-evidence",
        evidence.to_str().unwrap(),
    ]));
    assert!(
        run.stdout.contains("localhost"),
        "the address was taken from the file: {}{}",
        run.stdout,
        run.stderr
    );
    for text in [
        &run.stdout,
        &run.stderr,
        &fs::read_to_string(&evidence).unwrap(),
    ] {
        assert!(!text.contains("canary-"), "{text}");
    }
}
