//! What the black-box tests have in common: running the real binary, and serving a world to it over real HTTP.

#![allow(dead_code, reason = "each test file uses its own part")]

pub mod pool;
#[cfg(unix)]
pub mod pty;
pub mod sources;
pub mod tenants;

use std::path::Path;
use std::process::{Command, Output, Stdio};

use igdoctor::sandbox::Sandbox;
use igdoctor::sandbox::world::World;
use igdoctor::sandbox::worlds;
use serde_json::Value;

/// A folder that does not exist, and that nobody can make.
pub const NOWHERE: &str = "/dev/null/nowhere";

/// What a run of the binary left behind.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// What it said to people, on lines as long as they like.
    pub fn words(&self) -> String {
        let words: Vec<&str> = self.stdout.split_whitespace().collect();
        words.join(" ")
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}\n{}\n{}", self.stdout, self.stderr))
    }
}

/// The binary, in an environment that tells it nothing.
pub fn igdoctor(args: &[&str]) -> Command {
    let mut command = bare(env!("CARGO_BIN_EXE_igdoctor").as_ref(), args);
    // The keyring of whoever runs the tests stays theirs.
    command.env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={NOWHERE}"));
    command
}

/// A program in an environment that tells it nothing.
fn bare(program: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command
        .args(args)
        .env_clear()
        .env("LANG", "C.UTF-8")
        .env("PATH", "/usr/bin:/bin")
        // Whoever runs the tests may have tenants.
        .env("HOME", NOWHERE)
        .stdin(Stdio::null());
    // Windows needs its own variables to open a socket at all.
    for name in ["SystemRoot", "TEMP", "TMP", "USERPROFILE"] {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    command
}

pub fn finish(mut command: Command) -> Run {
    read(command.output().unwrap())
}

pub fn read(output: Output) -> Run {
    Run {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

pub fn run(args: &[&str]) -> Run {
    finish(igdoctor(args))
}

/// Names what the other process is to do; it is not set in the first one.
const TASK: &str = "IGDOCTOR_TEST_TASK";

/// This test program as another process, which runs one test alone and finds there what it is to do, by `task`.
pub fn again(test: &str, task: &str) -> Command {
    let program = std::env::current_exe().unwrap();
    let mut command = bare(&program, &["--exact", test, "--nocapture"]);
    command.env(TASK, task);
    command
}

/// What this process is to do, if it is the other one.
pub fn task() -> Option<String> {
    std::env::var(TASK).ok()
}

/// A check of a world, as JSON.
pub fn check(world: &str, more: &[&str]) -> Run {
    let mut args = vec!["check", "--sandbox", world, "--format", "json", "--quiet"];
    args.extend(more);
    run(&args)
}

/// A check of a world whose evidence is saved: the run, and the file, which lives as long as it is held.
pub fn save(world: &str, more: &[&str]) -> (Run, tempfile::TempPath) {
    let file = tempfile::NamedTempFile::new().unwrap().into_temp_path();
    let run = check(
        world,
        &[&["--save-evidence", file.to_str().unwrap()], more].concat(),
    );
    (run, file)
}

/// Saved evidence judged again, as JSON.
pub fn judge_again(file: &Path, more: &[&str]) -> Run {
    run(&[
        &[
            "check",
            "--evidence",
            file.to_str().unwrap(),
            "--format",
            "json",
            "--quiet",
        ],
        more,
    ]
    .concat())
}

/// Changes saved evidence by hand.
pub fn edit(file: &Path, change: impl FnOnce(&mut Value)) {
    let mut saved: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    change(&mut saved);
    std::fs::write(file, saved.to_string()).unwrap();
}

/// A world by name, with a change, being served.
pub fn serve(name: &str, change: impl FnOnce(&mut World)) -> Sandbox {
    let mut world = (worlds::find(name).unwrap().make)();
    change(&mut world);
    Sandbox::start(world).unwrap()
}

/// The ids of the worlds' tenant, as flags.
pub const IDS: &[&str] = &[
    "--page",
    "104512345678901",
    "--instagram",
    "17841405309211844",
    "--app",
    "912301501380919",
];

/// A check of a served world by its token, as a customer would give it: by flags and environment.
pub fn check_of(sandbox: &Sandbox, more: &[&str]) -> Command {
    let world = sandbox.world();
    let url = sandbox.graph_url().to_string();
    let mut command = igdoctor(
        &[
            &["check", "--graph-url", &url, "--platform", world.platform],
            more,
        ]
        .concat(),
    );
    command.env("IGDOCTOR_TOKEN", &world.token.text);
    command
}

/// The same as JSON, trusting the world's certificates.
pub fn check_served(sandbox: &Sandbox, roots: &Path, more: &[&str]) -> Command {
    std::fs::write(roots, sandbox.ca_pem()).unwrap();
    let mut command = check_of(sandbox, &[&["--format", "json", "--quiet"], more].concat());
    command.env("SSL_CERT_FILE", roots);
    command
}

/// The outcome of a check in a report, with its cause or the reason why it was skipped.
pub fn outcome<'a>(report: &'a Value, id: &str) -> (&'a str, &'a str) {
    let check = find(report, id);
    let word = |pointer: &str| check.pointer(pointer).and_then(Value::as_str);
    let why = word("/cause")
        .or_else(|| word("/because/check"))
        .or_else(|| word("/because/kind"))
        .unwrap_or_default();
    (word("/outcome").unwrap(), why)
}

pub fn find<'a>(report: &'a Value, id: &str) -> &'a Value {
    let checks = report["checks"].as_array().unwrap();
    checks
        .iter()
        .find(|check| check["id"] == id)
        .unwrap_or_else(|| panic!("no check {id} in {report:#}"))
}

pub fn ids(report: &Value) -> Vec<&str> {
    report["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|check| check["id"].as_str().unwrap())
        .collect()
}
