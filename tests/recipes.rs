//! The README's recipes for CI work: their YAML is read, and their commands are run, flags and all, against a served world.

mod common;

use std::path::Path;
use std::process::Command;

use common::tenants::Folder;
use common::{Run, read, serve};
use igdoctor::sandbox::Sandbox;

const README: &str = include_str!("../README.md");

fn section() -> &'static str {
    let (_, section) = README.split_once("## In CI\n").unwrap();
    section.split_once("\n## ").unwrap().0
}

/// The two recipes, as YAML.
fn recipes() -> Vec<&'static str> {
    let parts = section().split("```yaml\n").skip(1);
    parts
        .map(|part| part.split_once("```").unwrap().0)
        .collect()
}

/// The commands of a recipe: what stands behind `- run:` on GitHub, and below `script:` on GitLab.
fn commands(recipe: &'static str) -> Vec<&'static str> {
    let items = recipe
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- "));
    let commands = items.map(|item| item.strip_prefix("run: ").unwrap_or(item));
    commands
        .filter(|command| !command.starts_with("uses: "))
        .collect()
}

/// A command of the section, as it stands there.
fn line(beginning: &str) -> &'static str {
    let mut lines = section().lines().map(str::trim);
    lines.find(|line| line.starts_with(beginning)).unwrap()
}

/// Runs commands in a shell that stops at the first that fails, as CI does; `check` asks the served world.
fn shell(folder: &Folder, sandbox: &Sandbox, commands: &[&str]) -> Run {
    let asks = "igdoctor() { local w=(); [ \"$1\" = check ] && w=(--graph-url \"$GRAPH\"); command igdoctor \"$@\" \"${w[@]}\"; }";
    let binary = Path::new(env!("CARGO_BIN_EXE_igdoctor")).parent().unwrap();
    let roots = folder.put("roots.pem", &sandbox.ca_pem());
    let output = Command::new("bash")
        .args(["--norc", "-euc"])
        .arg([&[asks], commands].concat().join("\n"))
        .current_dir(folder.path("."))
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", binary.display()))
        .env("HOME", common::NOWHERE)
        .env("CI", "true")
        .env("GRAPH", sandbox.graph_url().to_string())
        .env("SSL_CERT_FILE", roots)
        .env("CASA_AZUL_TOKEN", &sandbox.world().token.text)
        .output()
        .unwrap();
    read(output)
}

/// The repository of a customer whose connection is in this state, with its file of tenants and what is known.
fn repository(sandbox: &Sandbox) -> Folder {
    let folder = Folder::new("");
    let added = shell(&folder, sandbox, &[line("igdoctor tenant add")]);
    assert_eq!(added.code, 0, "{}", added.stderr);
    let file = std::fs::read_to_string(folder.path("igdoctor.toml")).unwrap();
    // The callback of the world stands in for the platform's.
    let head = "[tenants.casa-azul]\n";
    let callback = format!("{head}callback_url = \"{}\"\n", sandbox.callback_url());
    folder.put("igdoctor.toml", &file.replace(head, &callback));
    let known = shell(&folder, sandbox, &[line("igdoctor check")]);
    assert!(known.code < 2, "{}", known.stderr);
    folder
}

/// What a runner does after it has installed igdoctor.
fn job(recipe: &'static str) -> Vec<&'static str> {
    let commands = commands(recipe);
    let install = commands
        .iter()
        .position(|command| command.contains("cargo install --locked --git"));
    commands[install.unwrap() + 1..].to_vec()
}

#[test]
fn what_is_known_passes_and_what_is_new_fails() {
    assert_eq!(recipes().len(), 2);
    for recipe in recipes() {
        let broken = serve("connected-tools-off", |_| ());
        let folder = repository(&broken);
        let run = shell(&folder, &broken, &job(recipe));
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);

        let healthy = serve("healthy-facebook-token", |_| ());
        let folder = repository(&healthy);
        let broken = serve("connected-tools-off", |_| ());
        let run = shell(&folder, &broken, &job(recipe));
        assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
        // What is uploaded is there all the same, and tells it.
        let uploaded = recipe
            .split([' ', '\n'])
            .find(|word| {
                word.starts_with("igdoctor.") && !word.ends_with(".toml") && !word.ends_with(".yml")
            })
            .unwrap();
        let report = std::fs::read_to_string(folder.path(uploaded)).unwrap();
        assert!(report.contains("connected-tools"), "{report}");
    }
}

/// Left out where Python has no YAML; `tests/left_out.rs` tells so.
#[test]
fn the_recipes_are_yaml() {
    // A Python of one's own may lack what the system's has.
    let pythons = ["python3", "/usr/bin/python3"];
    let run_by = |python: &str, code: &str, text: &str| {
        let mut command = Command::new(python);
        command.args(["-c", code, text]).output()
    };
    let has_yaml = |python: &&str| {
        run_by(python, "import yaml", "").is_ok_and(|output| output.status.success())
    };
    let Some(python) = pythons.into_iter().find(has_yaml) else {
        return;
    };
    for recipe in recipes() {
        let code =
            "import json, sys, yaml; print(json.dumps(yaml.load(sys.argv[1], yaml.BaseLoader)))";
        let run = read(run_by(python, code, recipe).unwrap());
        let job = &run.json();
        let github: Vec<&str> = job["jobs"]["igdoctor"]["steps"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|step| step["run"].as_str())
            .collect();
        let gitlab: Vec<&str> = job["igdoctor"]["script"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|command| command.as_str())
            .collect();
        assert_eq!([github, gitlab].concat(), commands(recipe));
    }
}
