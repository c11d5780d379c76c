//! `igdoctor tenant`: the tenants of the file, added, listed, shown and removed.
#![cfg(unix)]

mod add;
mod asked;
#[path = "../common/mod.rs"]
mod common;
mod edits;
mod list;
mod remove;
mod show;

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use common::{Run, finish, igdoctor};
use tempfile::TempDir;

/// A user's folders, with a file of tenants or none.
struct Home {
    folder: TempDir,
}

impl Home {
    fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn with(text: &str) -> Self {
        let home = Self::empty();
        home.write("igdoctor.toml", text);
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
        fs::set_permissions(self.path(name), Permissions::from_mode(0o600)).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn file(&self) -> String {
        self.read("igdoctor.toml")
    }

    /// A run in the user's folder.
    fn command(&self, words: &[&str]) -> Command {
        let mut command = igdoctor(&[&["tenant"], words].concat());
        command.current_dir(self.folder.path());
        command.env("HOME", self.path("home"));
        command
    }

    fn run(&self, words: &[&str]) -> Run {
        finish(self.command(words))
    }

    /// A run that ends well.
    #[track_caller]
    fn done(&self, words: &[&str]) -> String {
        let run = self.run(words);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
        run.stdout
    }

    /// A run that is refused, with what it says.
    #[track_caller]
    fn refused(&self, words: &[&str]) -> String {
        let run = self.run(words);
        assert_eq!(run.code, 2, "{}", run.stdout);
        assert_eq!(run.stdout, "");
        run.stderr
    }
}

/// What people read, held against what it was.
fn snapshot(name: &str, text: &str) {
    insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "../snapshots"}, {
        insta::assert_snapshot!(name, text);
    });
}
