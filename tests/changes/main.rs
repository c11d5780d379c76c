//! What changed between two reports: of two files (`diff`), and of a check since a file (`check --compare`).

#[path = "../common/mod.rs"]
mod common;

mod check;
mod groups;
mod read;
mod tenants;

use std::path::{Path, PathBuf};

use common::{Run, run};
use serde_json::{Value, json};

/// A folder of reports.
struct Reports(tempfile::TempDir);

impl Reports {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The report of a world, under its name; its evidence beside it.
    fn check(&self, world: &str) -> PathBuf {
        let (report, evidence) = (self.path(world), self.evidence(world));
        let done = common::check(
            world,
            &[
                "--output",
                report.to_str().unwrap(),
                "--save-evidence",
                evidence.to_str().unwrap(),
            ],
        );
        assert!([0, 1, 3].contains(&done.code), "{world}: {}", done.stderr);
        report
    }

    fn evidence(&self, world: &str) -> PathBuf {
        self.path(&format!("{world}.evidence"))
    }

    /// The report of a world as it would be, had something been otherwise.
    fn altered(&self, world: &str, name: &str, change: impl FnOnce(&mut Value)) -> PathBuf {
        let copy = self.path(name);
        std::fs::copy(self.check(world), &copy).unwrap();
        common::edit(&copy, change);
        copy
    }

    /// Reports of `--all`.
    fn all(&self, name: &str, tenants: &[(&str, &Path)], notes: Value) -> PathBuf {
        let reports = tenants.iter().map(|(name, file)| {
            let mut report = json_of(file);
            report["tenant"]["name"] = (*name).into();
            report
        });
        let reports: Vec<Value> = reports.collect();
        let all = json!({"schema_version": 1, "reports": reports, "notes": notes});
        let path = self.path(name);
        std::fs::write(&path, all.to_string()).unwrap();
        path
    }
}

fn json_of(file: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

fn diff(old: &Path, new: &Path, more: &[&str]) -> Run {
    run(&[
        &["diff", old.to_str().unwrap(), new.to_str().unwrap()],
        more,
    ]
    .concat())
}

/// What changed for the one tenant.
fn compared(old: &Path, new: &Path, more: &[&str]) -> (i32, Value) {
    let run = diff(old, new, &[&["--format", "json"], more].concat());
    let mut diff = run.json();
    assert_eq!(
        diff["tenants"].as_array().unwrap().len(),
        1,
        "{}",
        run.stderr
    );
    (run.code, diff["tenants"][0]["compared"].take())
}

/// The checks of a group.
fn ids<'a>(compared: &'a Value, group: &str) -> Vec<&'a str> {
    let changes = compared[group].as_array().unwrap();
    let id = |change: &'a Value| change["check"].as_str().unwrap();
    changes.iter().map(id).collect()
}

/// A check of a report.
fn of<'a>(report: &'a mut Value, id: &str) -> &'a mut Value {
    let checks = report["checks"].as_array_mut().unwrap();
    checks.iter_mut().find(|check| check["id"] == id).unwrap()
}
