//! No secret leaves igdoctor but on its way to Meta, whatever command is at work, and whatever other programs it starts.
#![cfg(target_os = "linux")]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::{Desk, ended, logs_in};
use crate::common::finish;

/// What the spy wrote: the environment that it was given, and the arguments of every program that runs.
const SPY: &str = r#"#!/bin/sh
here=$(dirname "$0")
{ tr '\0' '\n' </proc/$$/environ
  for program in /proc/[0-9]*/cmdline; do tr '\0' ' ' <"$program"; echo; done
} >>"$here/spied" 2>/dev/null
cat "$1"
"#;

/// A tenant whose secrets all come from a program, in an environment that holds every one of them.
fn spied() -> (Desk, [(&'static str, String); 4]) {
    let desk = Desk::facebook(|world| {
        world.token.expires_in_days = Some(20);
        // Other tests type the tokens of their worlds, and this one sees every program of the machine.
        world.token.text = "EAACanaryTokenOfTheCustomer0123456789".to_owned();
        world.app.secret = "canary-app-secret-0123456789".to_owned();
        world.app.instagram_secret = "canary-instagram-secret-0123456789".to_owned();
    });
    desk.write("app-secret", "canary-app-secret-0123456789");
    spy(&desk, "spy", SPY);
    desk.holds(r#","kind":"user""#);
    desk.edit(
        "{ file = \"app-secret\" }",
        "{ command = [\"./spy\", \"APP-SECRET\"] }",
    );
    let path = desk.path("app-secret").display().to_string();
    desk.edit("APP-SECRET", &path);
    desk.edit(
        "platform =",
        "instagram_app = \"867555782500454\"\nplatform =",
    );
    let world = desk.sandbox.world();
    let env = [
        ("IGDOCTOR_TOKEN", world.token.text.clone()),
        ("IGDOCTOR_APP_SECRET", world.app.secret.clone()),
        ("IGDOCTOR_INSTAGRAM_APP_SECRET", world.app.instagram_secret),
        ("CASA_AZUL_TOKEN", world.token.text),
    ];
    // Another tenant's variable is a secret as well.
    let other = "\n[tenants.casa-rosa]\nsecrets.token = { env = \"CASA_AZUL_TOKEN\" }\n";
    desk.write("igdoctor.toml", &(desk.read("igdoctor.toml") + other));
    (desk, env)
}

/// A program of the test's own.
fn spy(desk: &Desk, name: &str, text: &str) {
    desk.write(name, text);
    fs::set_permissions(desk.path(name), Permissions::from_mode(0o700)).unwrap();
}

fn everything_below(folder: &Path, found: &mut Vec<(String, String, u32)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            everything_below(&path, found);
        } else {
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            let mode = path.metadata().unwrap().permissions().mode() & 0o777;
            found.push((path.display().to_string(), text, mode));
        }
    }
}

#[test]
fn no_program_and_no_file_and_no_output_ever_holds_a_secret() {
    let (desk, env) = spied();
    let file = |name: &str| desk.path(name).display().to_string();
    let (har, evidence, report) = (
        file("trace.har"),
        file("evidence.json"),
        file("report.json"),
    );
    let token = file("token");
    let runs: [&[&str]; 6] = [
        &[
            "check",
            "casa-azul",
            "-vv",
            "--skip",
            "webhook-callback",
            "--trace-http",
            &har,
            "--save-evidence",
            &evidence,
            "--format",
            "json",
            "--output",
            &report,
        ],
        &["auth", "status", "casa-azul"],
        &["auth", "status", "casa-azul", "--format", "json"],
        &["auth", "login", "casa-azul", "--token-file", &token],
        &["auth", "refresh", "casa-azul"],
        &["tenant", "show", "casa-azul"],
    ];
    for words in runs {
        let mut command = desk.command(words);
        command.envs(env.iter().cloned());
        let run = finish(command);
        assert_eq!(run.code, 0, "{words:?}: {}{}", run.stdout, run.stderr);
        desk.shows_no_secret(&run.stdout);
        desk.shows_no_secret(&run.stderr);
    }
    let spied = desk.read("spied");
    // It saw igdoctor itself at work, and the variables that are no secrets.
    assert!(spied.contains("igdoctor check casa-azul"), "{spied}");
    assert!(spied.contains("IGDOCTOR_STATE_DIR="), "{spied}");
    assert!(!spied.to_lowercase().contains("canary"), "{spied}");
    for (name, _) in &env {
        assert!(!spied.contains(&format!("{name}=")), "{name} in {spied}");
    }
    let mut files = Vec::new();
    everything_below(desk.folder.path(), &mut files);
    let ours = ["token", "app-secret", "instagram-secret"];
    assert!(files.len() > 6);
    for (path, text, mode) in files {
        let name = Path::new(&path).file_name().unwrap().to_str().unwrap();
        if !ours.contains(&name) {
            desk.shows_no_secret(&text);
        }
        let written = !["spy", "spied"].contains(&name);
        assert!(
            !written || mode == 0o600,
            "{path} can be read by others: {mode:o}"
        );
    }
}

/// The person's browser is one more program.
#[test]
fn the_browser_gets_the_address_and_no_secret() {
    let (desk, env) = spied();
    fs::create_dir(desk.path("bin")).unwrap();
    // When the file is there, it is whole.
    spy(
        &desk,
        "bin/xdg-open",
        "#!/bin/sh\nhere=$(dirname \"$0\")\n{ tr '\\0' '\\n' </proc/$$/environ; echo \"opened $*\"; } >$here/new\nmv $here/new $here/opened\n",
    );
    let path = format!("{}:/usr/bin:/bin", desk.path("bin").display());
    let mut all: Vec<(&str, &str)> = env
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    all.push(("PATH", &path));
    let words = ["auth", "login", "casa-azul", "--browser"];
    let Some(pty) = desk.sit_with(&words, &all) else {
        return;
    };
    let opened = pty.until_there_is(&desk.path("bin/opened"));
    logs_in(&pty);
    ended(pty, 0);
    let address = opened
        .lines()
        .find_map(|line| line.strip_prefix("opened "))
        .unwrap();
    assert!(
        address.contains("/dialog/oauth?") && address.contains("state="),
        "{address}"
    );
    assert!(opened.contains("IGDOCTOR_STATE_DIR="), "{opened}");
    desk.shows_no_secret(&opened);
    for (name, _) in env {
        assert!(!opened.contains(&format!("{name}=")), "{name} in {opened}");
    }
}

/// Ended between writing and renaming, the old token is whole.
#[test]
fn a_crash_while_a_token_is_stored_leaves_the_old_one_whole() {
    let desk = Desk::facebook(|_| {});
    desk.holds(r#","kind":"user""#);
    let before = desk.read("token");
    desk.write("new", &desk.sandbox.world().token.text);
    let new = desk.path("new").display().to_string();
    let login = ["auth", "login", "casa-azul", "--token-file", new.as_str()];
    let mut command = desk.command(&login);
    command.env("IGDOCTOR_FAULT_POINT", "write-before-rename");
    let crashed = finish(command);
    assert_eq!(crashed.code, -1, "it was ended: {}", crashed.stderr);
    assert_eq!(desk.read("token"), before);
    let mut files = Vec::new();
    everything_below(desk.folder.path(), &mut files);
    for (path, _, mode) in files {
        assert_eq!(mode, 0o600, "{path}");
    }
    assert_eq!(desk.run(&login).code, 0);
    assert_ne!(desk.read("token"), before);
}
