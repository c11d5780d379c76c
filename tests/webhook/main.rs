//! `igdoctor webhook verify`: who signed a request, what is in it, and that nothing of what customers wrote comes out.

#[path = "../common/mod.rs"]
mod common;

mod changes;
mod duties;
mod hostile;
mod payloads;
mod shown;
mod signatures;

use std::io::Write as _;
use std::process::Stdio;

use common::{Run, igdoctor, read};
use igdoctor::secret::Secret;
use serde_json::Value;

/// Made up, as in `vectors/make.sh`.
const APP: &str = "00112233445566778899aabbccddeeff";
const INSTAGRAM_APP: &str = "ffeeddccbbaa99887766554433221100";
const ACCOUNT: &str = "17841405309211844";

/// `webhook verify` of what standard input holds, with both secrets.
fn verify(stdin: &[u8], args: &[&str]) -> Run {
    verify_with(
        stdin,
        args,
        &[
            ("IGDOCTOR_APP_SECRET", APP),
            ("IGDOCTOR_INSTAGRAM_APP_SECRET", INSTAGRAM_APP),
        ],
    )
}

fn verify_with(stdin: &[u8], args: &[&str], secrets: &[(&str, &str)]) -> Run {
    let mut command = igdoctor(&[&["webhook", "verify"], args].concat());
    command.envs(secrets.iter().copied()).env("COLUMNS", "80");
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // Whoever stops reading early has seen enough.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    read(child.wait_with_output().unwrap())
}

/// The header of a right signature.
fn signed(body: &str) -> String {
    let signature = Secret::parse(APP, "test").unwrap().sign(body.as_bytes());
    format!("X-Hub-Signature-256: sha256={}", signature.expose())
}

/// The document about a body that is rightly signed.
fn told(body: &str) -> Value {
    let header = signed(body);
    let args = ["--body", "-", "--format", "json", "--instagram", ACCOUNT];
    let run = verify(
        body.as_bytes(),
        &[&args[..], &["--header", &header]].concat(),
    );
    assert_eq!(run.code, 0, "{}", run.stderr);
    run.json()
}
