//! A folder with a file of tenants, as whoever has customers keeps it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use igdoctor::catalog;
use igdoctor::model::{Access, Flow};
use igdoctor::sandbox::world::{INSTAGRAM_APP_ID, Kind};
use igdoctor::sandbox::{Sandbox, VERIFY_TOKEN};
use tempfile::TempDir;

/// A folder with an `igdoctor.toml`, and with secrets beside it.
pub struct Folder(TempDir);

impl Folder {
    /// With this file of tenants.
    pub fn new(text: &str) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.put("igdoctor.toml", text);
        folder
    }

    /// With one tenant for each served world, by name.
    pub fn of(worlds: &[(&str, &Sandbox)]) -> Self {
        let folder = Self::new("");
        let entries: Vec<String> = worlds
            .iter()
            .map(|(name, sandbox)| folder.entry(name, sandbox))
            .collect();
        folder.put("igdoctor.toml", &entries.join("\n"));
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file that only its owner can read and change.
    pub fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        mode(&path, 0o600);
        path
    }

    /// The binary in this folder.
    pub fn igdoctor(&self, args: &[&str]) -> Command {
        let mut command = super::igdoctor(args);
        command.current_dir(self.0.path());
        command
    }

    /// A check of a served world from this folder, trusting the world's certificates.
    pub fn check(&self, sandbox: &Sandbox, args: &[&str]) -> Command {
        let roots = self.put("roots.pem", &sandbox.ca_pem());
        let url = sandbox.graph_url().to_string();
        let mut command = self.igdoctor(&[&["check", "--graph-url", &url], args].concat());
        command.env("SSL_CERT_FILE", roots);
        command
    }

    /// What the file says of the tenant of a served world. Its secrets are put beside the file.
    pub fn entry(&self, name: &str, sandbox: &Sandbox) -> String {
        let world = sandbox.world();
        let expects = &world.expects;
        let mut lines = vec![format!("[tenants.{name}]")];
        let mut say = |key: &str, value: Option<String>| {
            lines.extend(value.map(|value| format!("{key} = \"{value}\"")));
        };
        let own = expects
            .callback_given
            .then(|| sandbox.callback_url().into());
        say("platform", Some(world.platform.to_owned()));
        say("flow", expects.flow_stated.map(|flow| flow.to_string()));
        say("page", expects.page_id.clone());
        say("instagram", expects.instagram_id.clone());
        say("app", expects.app_id.clone());
        let both = world.flow == Flow::Instagram && expects.app_id.is_some();
        say("instagram_app", both.then(|| INSTAGRAM_APP_ID.to_owned()));
        say("callback_url", expects.callback_url.clone().or(own));
        let deletion = sandbox.data_deletion_url();
        say("data_deletion_url", Some(deletion.into()));
        say("platform_url", sandbox.platform_url().map(Into::into));
        say("department", expects.department.map(str::to_owned));
        say("stored_account_id", expects.stored_account_id.clone());
        say("stored_username", expects.stored_username.clone());
        let kind = (world.token.kind_known && world.token.kind == Kind::User).then_some("user");
        say("token_kind", kind.map(str::to_owned));
        let mut secret = |key: &str, held: bool, text: &str| {
            if held {
                let file = format!("{name}.{key}");
                self.put(&file, text);
                lines.push(format!("secrets.{key} = {{ file = \"{file}\" }}"));
            }
        };
        let holds = |access| world.access >= access;
        secret("token", holds(Access::Token), &world.token.text);
        secret("app_secret", holds(Access::App), &world.app.secret);
        secret(
            "instagram_app_secret",
            holds(Access::App) && both,
            &world.app.instagram_secret,
        );
        secret("verify_token", expects.knows_verify_token, VERIFY_TOKEN);
        lines.extend(expects.answers.iter().map(|(check, question, yes)| {
            let question = question_of(check, question);
            let answer = if *yes { "yes" } else { "no" };
            seen(name, check, &question, answer)
        }));
        lines.join("\n") + "\n"
    }
}

/// What a person saw yesterday, as the file says it.
pub fn seen(tenant: &str, check: &str, question: &str, answer: &str) -> String {
    let at = days_from_now(-1);
    format!(
        "[[tenants.{tenant}.confirmations]]\ncheck = \"{check}\"\nquestion = \"{question}\"\nanswer = \"{answer}\"\nby = \"Ana\"\nat = {at}"
    )
}

/// A day as the file writes it.
pub fn days_from_now(days: i64) -> String {
    let day = chrono::Utc::now() + chrono::TimeDelta::days(days);
    day.date_naive().to_string()
}

/// A question by the name that people give it: the cause if the answer is no, or the platform's own.
fn question_of(check: &str, question: &str) -> String {
    let catalog = catalog::load().unwrap();
    let own = catalog.check(check).unwrap().questions();
    own.into_iter()
        .find(|(number, _)| number == question)
        .map_or_else(|| question.to_owned(), |(_, name)| name.to_owned())
}

/// Sets who may read and change a file, where systems know such a thing.
pub fn mode(path: &Path, mode: u32) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    #[cfg(not(unix))]
    let _ = (path, mode);
}
