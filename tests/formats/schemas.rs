//! JUnit held to its schema by xmllint, and SARIF to the official one. `left_out` says where xmllint is missing.

use std::io::Write as _;
use std::process::Command;

use crate::common;

/// One world for each kind of outcome, and strictness.
const RUNS: [&[&str]; 6] = [
    &["connected-tools-off"],
    &["healthy-instagram"],
    &["conversations-throttled"],
    &["no-token-hunion", "--strict"],
    &["page-not-verified", "--fail-on", "warning"],
    &["token-expired"],
];

#[test]
fn junit_holds_to_its_schema() {
    if Command::new("xmllint").arg("--version").output().is_err() {
        return;
    }
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/junit.xsd");
    for more in RUNS {
        let args = [&["check", "--format", "junit", "--sandbox"], more].concat();
        let text = common::run(&args).stdout;
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        let output = Command::new("xmllint")
            .args(["--nonet", "--noout", "--schema", schema])
            .arg(file.path())
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{more:?}: {told}");
    }
}

/// Every form is held to its rules in the matrix; here the schema itself is shown to refuse something.
#[test]
fn sarif_that_is_wrong_is_refused() {
    let text = common::run(&[
        "check",
        "--format",
        "sarif",
        "--sandbox",
        "connected-tools-off",
    ])
    .stdout;
    crate::inert::sarif(&text);
    let wrong = text.replace("\"kind\": \"fail\"", "\"kind\": \"broken\"");
    assert!(std::panic::catch_unwind(|| crate::inert::sarif(&wrong)).is_err());
}
