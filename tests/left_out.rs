//! Says which tests were left out because something is missing on this machine. It has no harness, so that what it says is seen.

use std::process::Command;

/// Whether this is root: whose a file is that was made just now tells it.
fn is_root() -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        tempfile::tempfile().is_ok_and(|file| file.metadata().is_ok_and(|facts| facts.uid() == 0))
    }
    #[cfg(not(unix))]
    false
}

fn main() {
    // A runner that asks for the names of the tests gets the one there is.
    if std::env::args().any(|arg| arg == "--list") {
        println!("left_out: test");
        return;
    }
    let mut said = Vec::new();
    if Command::new("tmux").arg("-V").output().is_err() {
        said.push("the tests in a real terminal (tmux is missing; `tests/run` installs it)");
    }
    if Command::new("xmllint").arg("--version").output().is_err() {
        said.push("JUnit against its schema (xmllint is missing; `tests/run` installs it)");
    }
    if Command::new("groff").arg("--version").output().is_err() {
        said.push("the manual as groff sets it (groff is missing; `tests/run` installs it)");
    }
    let has_yaml = |python: &&str| {
        let output = Command::new(python).args(["-c", "import yaml"]).output();
        output.is_ok_and(|output| output.status.success())
    };
    if !["python3", "/usr/bin/python3"].iter().any(has_yaml) {
        said.push("whether the recipes for CI are YAML (Python's yaml is missing; `tests/run` installs it)");
    }
    if cfg!(target_os = "linux") && std::env::var_os("IGDOCTOR_TEST_KEYRING").is_none() {
        said.push("the keyring in a real Secret Service (none was started for tests; `tests/run` starts one)");
    }
    if std::env::var_os("IGDOCTOR_TEST_BROWSER").is_none() {
        said.push("the page in a browser and before a validator (none was named; `tests/run` finds or installs them)");
    }
    if !is_root() {
        said.push("a file of tenants that belongs to somebody else (only root can make one)");
    }
    if said.is_empty() {
        said.push("nothing");
    }
    for said in said {
        println!("left out: {said}");
    }
    println!("\ntest result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out");
}
