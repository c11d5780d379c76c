//! The guided repair in a real terminal: a person answers at the prompts, and acts on Meta's screens by changing the served world.
#![cfg(unix)]

#[path = "../common/mod.rs"]
mod common;
mod guides;
mod person;
mod remembered;
mod screens;
mod stopping;
mod whole;

use std::path::PathBuf;

use igdoctor::sandbox::Sandbox;
use igdoctor::sandbox::world::World;

use common::pty::Pty;
use common::tenants::Folder;
use person::Person;

/// A shop with its tenant file, the world it lives in, and what igdoctor keeps of it.
struct Shop {
    sandbox: Sandbox,
    folder: Folder,
}

impl Shop {
    /// One tenant, `casa-azul`, in a world with a change.
    fn new(world: &str, change: impl FnOnce(&mut World)) -> Self {
        let sandbox = common::serve(world, change);
        let folder = Folder::of(&[("casa-azul", &sandbox)]);
        folder.put("roots.pem", &sandbox.ca_pem());
        Self { sandbox, folder }
    }

    /// The shop of the world `new-customer`, of which nobody has looked at anything yet.
    fn new_customer() -> Self {
        Self::new("new-customer", |world| world.expects.answers.clear())
    }

    /// The arguments and variables of a command about this shop.
    fn about(&self, args: &[&str]) -> (Vec<String>, Vec<(&'static str, String)>) {
        let config = self.folder.path("igdoctor.toml").display().to_string();
        let url = self.sandbox.graph_url().to_string();
        let mut all: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
        all.extend(["--config".into(), config, "--graph-url".into(), url]);
        let path = |name| self.folder.path(name).display().to_string();
        let env = vec![
            ("SSL_CERT_FILE", path("roots.pem")),
            ("IGDOCTOR_STATE_DIR", path("state")),
        ];
        (all, env)
    }

    /// Somebody who repairs it, in front of a terminal.
    fn repair(&self, more: &[&str]) -> Option<Person> {
        self.repair_in(more, &[], (80, 24))
    }

    /// The same in another terminal.
    fn repair_in(&self, more: &[&str], env: &[(&str, &str)], size: (u16, u16)) -> Option<Person> {
        let (args, own) = self.about(&[&["repair", "casa-azul"], more].concat());
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let own = own.iter().map(|(name, value)| (*name, value.as_str()));
        let env: Vec<(&str, &str)> = own.chain(env.iter().copied()).collect();
        Pty::igdoctor_sized(&args, &env, size).map(Person::new)
    }

    /// A later check of it, as JSON.
    fn check(&self, more: &[&str]) -> common::Run {
        let (args, env) =
            self.about(&[&["check", "casa-azul", "--format", "json", "--quiet"], more].concat());
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let mut command = common::igdoctor(&args);
        command.envs(env);
        common::finish(command)
    }

    /// A file that igdoctor keeps of it.
    fn state(&self, name: &str) -> PathBuf {
        self.folder.path("state").join(name)
    }
}
