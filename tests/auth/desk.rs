//! The desk of somebody who looks after a tenant: its file, its secrets, and Meta as a served world.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use igdoctor::sandbox::Sandbox;
use igdoctor::sandbox::world::World;
use serde_json::Value;
use tempfile::TempDir;

use crate::common::pty::Pty;
use crate::common::{Run, finish, igdoctor, serve};

/// A tenant of the facebook flow, with the app's secret.
const FACEBOOK: &str = r#"
platform = "hunion"
page = "104512345678901"
instagram = "17841405309211844"
app = "912301501380919"
secrets.token = { file = "token" }
secrets.app_secret = { file = "app-secret" }
"#;

/// A tenant of the instagram flow, with the secret of its Instagram app.
const INSTAGRAM: &str = r#"
platform = "meta-app"
flow = "instagram"
instagram = "17841405309211844"
instagram_app = "867555782500454"
login.redirect_url = "https://example.com/igdoctor"
secrets.token = { file = "token" }
secrets.instagram_app_secret = { file = "instagram-secret" }
"#;

pub struct Desk {
    pub sandbox: Sandbox,
    pub folder: TempDir,
}

impl Desk {
    fn new(world: &str, entry: &str, change: impl FnOnce(&mut World)) -> Self {
        let desk = Self {
            sandbox: serve(world, change),
            folder: tempfile::tempdir().unwrap(),
        };
        desk.write("igdoctor.toml", &format!("[tenants.casa-azul]{entry}"));
        desk.write("app-secret", "sandbox-app-secret");
        desk.write("instagram-secret", "sandbox-instagram-secret");
        desk
    }

    /// A tenant of hunion, whose token is a person's.
    pub fn facebook(change: impl FnOnce(&mut World)) -> Self {
        Self::new("healthy-facebook-user", FACEBOOK, change)
    }

    /// A tenant of an app of one's own, in the instagram flow.
    pub fn instagram(change: impl FnOnce(&mut World)) -> Self {
        Self::new("healthy-instagram", INSTAGRAM, change)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file that only its owner can read.
    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
        fs::set_permissions(self.path(name), Permissions::from_mode(0o600)).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Changes what the tenant file says.
    #[track_caller]
    pub fn edit(&self, from: &str, to: &str) {
        let text = self.read("igdoctor.toml");
        assert!(text.contains(from), "{text}");
        self.write("igdoctor.toml", &text.replace(from, to));
    }

    /// Puts the world's own token where the tenant keeps it, in a document with these keys.
    pub fn holds(&self, keys: &str) {
        let token = &self.sandbox.world().token.text;
        self.write("token", &format!(r#"{{"token":"{token}"{keys}}}"#));
    }

    /// The document that is stored; none if nothing is.
    pub fn stored(&self) -> Option<Value> {
        let text = fs::read_to_string(self.path("token")).ok()?;
        Some(serde_json::from_str(&text).unwrap())
    }

    /// The token that is stored.
    #[track_caller]
    pub fn token(&self) -> String {
        self.stored().unwrap()["token"].as_str().unwrap().to_owned()
    }

    /// The tokens that Meta gave out, in their order.
    pub fn issued(&self) -> Vec<String> {
        let world = self.sandbox.world();
        world.issued.iter().map(|one| one.text.clone()).collect()
    }

    /// Every secret of this world: those that a person might see, and those that Meta gave out.
    pub fn secrets(&self) -> Vec<String> {
        let world = self.sandbox.world();
        let codes = world.codes.iter().map(|code| code.text.clone());
        let mut secrets = self.issued();
        secrets.extend(codes);
        secrets.extend([
            world.token.text,
            world.app.secret,
            world.app.instagram_secret,
        ]);
        secrets
    }

    #[track_caller]
    pub fn shows_no_secret(&self, text: &str) {
        for secret in self.secrets() {
            assert!(!text.contains(&secret), "{secret} in {text}");
        }
    }

    /// What a command is told: about the tenant, from this file, with this Meta.
    fn args(&self, words: &[&str]) -> Vec<String> {
        let config = self.path("igdoctor.toml").display().to_string();
        let mut args: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        args.extend(["--config".to_owned(), config]);
        let asks_meta = words[0] != "tenant" && words[1] != "logout";
        if asks_meta {
            let url = self.sandbox.graph_url().to_string();
            args.extend(["--graph-url".to_owned(), url]);
        }
        args
    }

    /// Where igdoctor keeps what is its own.
    fn env(&self) -> [(&'static str, String); 2] {
        let folder = |name| self.path(name).display().to_string();
        [
            ("HOME", folder("home")),
            ("IGDOCTOR_STATE_DIR", folder("state")),
        ]
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let args = self.args(words);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let mut command = igdoctor(&args);
        command.envs(self.env());
        command
    }

    /// The same, started in the folder of the tenant file and told its name alone.
    pub fn command_here(&self, words: &[&str]) -> Command {
        let url = self.sandbox.graph_url().to_string();
        let mut command = igdoctor(&[words, &["--graph-url", &url]].concat());
        command.envs(self.env()).current_dir(self.folder.path());
        command
    }

    /// A run without anybody at the terminal.
    pub fn run(&self, words: &[&str]) -> Run {
        finish(self.command(words))
    }

    /// A run with a person at the terminal.
    pub fn sit(&self, words: &[&str]) -> Option<Pty> {
        self.sit_with(words, &[])
    }

    pub fn sit_with(&self, words: &[&str], more: &[(&str, &str)]) -> Option<Pty> {
        let args = self.args(words);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let env = self.env();
        let mut all: Vec<(&str, &str)> = env
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        all.extend(more);
        Pty::igdoctor(&args, &all)
    }
}
