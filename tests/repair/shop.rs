//! A customer whose tenant is kept in a file: the world it lives in, its folder, and the journal there.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use igdoctor::sandbox::Sandbox;
use igdoctor::sandbox::world::{Fault, What, World};
use serde_json::Value;

#[cfg(unix)]
use super::common::pty::Pty;
use super::common::tenants::Folder;
use super::common::{Run, finish, outcome, serve};

/// A platform that asks for one field more than most.
const ASKS_MORE: &str = r#"name = "Mine"
calls_it = "channel"
flows = ["facebook", "instagram"]

[facebook]
permissions = [["instagram_basic"]]
webhook_object = "instagram"
webhook_fields = ["messages"]
account_fields = ["messages", "messaging_optins"]

[instagram]
permissions = [["instagram_business_basic"]]
webhook_object = "instagram"
webhook_fields = ["messages"]
account_fields = ["messages", "messaging_optins"]

[en]
reconnect = "Connect it again."
"#;

/// The customer.
pub struct Shop {
    pub folder: Folder,
    pub sandbox: Sandbox,
}

impl Shop {
    /// Tokens that were handed over, each under a name of its own.
    pub fn handed_over(&self) -> Vec<PathBuf> {
        let Ok(files) = fs::read_dir(self.folder.path("state")) else {
            return Vec::new();
        };
        let paths = files.map(|file| file.unwrap().path());
        paths
            .filter(|path| path.extension().is_some_and(|ending| ending == "token"))
            .collect()
    }

    /// In a world with a change.
    pub fn new(world: &str, change: impl FnOnce(&mut World)) -> Self {
        let sandbox = serve(world, change);
        let folder = Folder::of(&[("shop", &sandbox)]);
        folder.put("roots.pem", &sandbox.ca_pem());
        folder.put("asks-more.toml", ASKS_MORE);
        Self { folder, sandbox }
    }

    /// In a world in which this goes wrong at these calls, once.
    pub fn with_fault(world: &str, path: &'static str, what: What) -> Self {
        Self::new(world, |world| once(world, path, what))
    }

    /// A command about the world of this customer, whose tenant may be named in it.
    pub fn command(&self, args: &[&str]) -> Command {
        let url = self.sandbox.graph_url().to_string();
        let mut command = self
            .folder
            .igdoctor(&[args, &["--graph-url", &url]].concat());
        command
            .env("SSL_CERT_FILE", self.folder.path("roots.pem"))
            .env("IGDOCTOR_STATE_DIR", self.folder.path("state"));
        command
    }

    /// The same with a person at a terminal; none where there is no terminal to be had.
    #[cfg(unix)]
    pub fn sit(&self, args: &[&str]) -> Option<Pty> {
        let url = self.sandbox.graph_url().to_string();
        let path = |name: &str| self.folder.path(name).display().to_string();
        let file = path("igdoctor.toml");
        let args = [args, &["--graph-url", &url, "--config", &file]].concat();
        let (state, roots) = (path("state"), path("roots.pem"));
        let env = [
            ("IGDOCTOR_STATE_DIR", state.as_str()),
            ("SSL_CERT_FILE", roots.as_str()),
        ];
        Pty::igdoctor(&args, &env)
    }

    pub fn run(&self, args: &[&str]) -> Run {
        finish(self.command(args))
    }

    /// The same, which must end with this exit code.
    #[track_caller]
    pub fn ends(&self, code: i32, args: &[&str]) -> Run {
        let run = self.run(args);
        assert_eq!(run.code, code, "{args:?}\n{}\n{}", run.stdout, run.stderr);
        run
    }

    /// A repair, as JSON.
    #[track_caller]
    pub fn repair(&self, args: &[&str]) -> Value {
        let run = self.run(&[&["repair", "shop", "--yes", "--format", "json"], args].concat());
        assert!(run.code < 2, "{}\n{}", run.stdout, run.stderr);
        run.json()
    }

    /// Outcome and cause of one check, asked anew.
    #[track_caller]
    pub fn check(&self, id: &str) -> (String, String) {
        let report = self.run(&["check", "shop", "--format", "json"]).json();
        let (word, why) = outcome(&report, id);
        (word.to_owned(), why.to_owned())
    }

    /// What is true in the world, without what goes wrong on the way.
    pub fn truth(&self) -> String {
        let mut world = self.sandbox.world();
        world.faults.clear();
        format!("{world:#?}")
    }

    /// Calls so far that change something.
    pub fn writes(&self) -> Vec<String> {
        writes(&self.sandbox)
    }

    /// Fields of the app at the Page, or in the instagram flow at the account; none: it is not connected.
    pub fn fields(&self) -> Option<Vec<String>> {
        let world = self.sandbox.world();
        let pages = world.pages.iter().flat_map(|page| &page.apps);
        let mut apps = pages.chain(&world.account.apps);
        apps.find(|app| app.app_id == world.app.id)
            .map(|app| app.fields.clone())
    }

    /// Where the journal of this tenant lies.
    pub fn journal_path(&self) -> PathBuf {
        self.folder.path("state/journal/shop.jsonl")
    }

    /// The journal's text.
    pub fn journal(&self) -> String {
        fs::read_to_string(self.journal_path()).unwrap_or_default()
    }

    /// What happened, in order: number and event of every line.
    pub fn events(&self) -> Vec<(u64, String)> {
        self.journal()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .map(|line: Value| {
                let event = line["event"].as_str().unwrap().to_owned();
                (line["id"].as_u64().unwrap(), event)
            })
            .collect()
    }

    /// Fields that a line of the journal tells, as `before` or `after`.
    pub fn told(&self, line: usize, side: &str) -> Value {
        let text = self.journal();
        let line: Value = serde_json::from_str(text.lines().nth(line).unwrap()).unwrap();
        line["change"][side].clone()
    }
}

/// Lets something go wrong at these calls, once.
pub fn once(world: &mut World, path: &'static str, what: What) {
    world.faults.push(Fault {
        path,
        what,
        times: Some(1),
    });
}

/// Calls so far that change something.
pub fn writes(sandbox: &Sandbox) -> Vec<String> {
    let log = sandbox.log();
    log.into_iter()
        .filter(|line| !line.starts_with("GET "))
        .collect()
}

/// What became of a fix, in a repair's JSON.
#[track_caller]
pub fn result<'a>(document: &'a Value, check: &str) -> &'a str {
    let fix = fix(document, check);
    fix["result"]["word"].as_str().unwrap()
}

/// The fix of a check.
#[track_caller]
pub fn fix<'a>(document: &'a Value, check: &str) -> &'a Value {
    let fixes = document["fixes"].as_array().unwrap();
    let fix = fixes.iter().find(|fix| fix["check"] == check);
    fix.unwrap_or_else(|| panic!("no fix of {check}: {document:#}"))
}

/// Pairs of number and event, to be compared with [`Shop::events`].
pub fn events(pairs: &[(u64, &str)]) -> Vec<(u64, String)> {
    pairs
        .iter()
        .map(|(id, event)| (*id, (*event).to_owned()))
        .collect()
}
