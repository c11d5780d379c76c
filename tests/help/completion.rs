//! Completion in a shell: the script is one, and what it offers fits.

use std::fs;
use std::path::Path;
use std::process::Command;

use clap::CommandFactory as _;
use igdoctor::cli::Cli;

use crate::common::{finish, igdoctor, run};

/// What a shell would offer behind these words. Fish has the plainest form: a name, a tab, its help.
fn offered(words: &[&str], language: &str) -> Vec<String> {
    let mut command = igdoctor(&[&["--", "igdoctor"], words].concat());
    command
        .env("IGDOCTOR_COMPLETE", "fish")
        .env("IGDOCTOR_LANG", language);
    let run = finish(command);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    run.stdout.lines().map(str::to_owned).collect()
}

fn names(words: &[&str]) -> Vec<String> {
    let lines = offered(words, "en").into_iter();
    lines
        .map(|line| line.split('\t').next().unwrap().to_owned())
        .collect()
}

#[test]
fn commands_flags_and_names() {
    assert_eq!(names(&["ch"]), ["check"]);
    assert_eq!(names(&["auth", "log"]), ["login", "logout"]);
    assert_eq!(names(&["check", "--acc"]), ["--accessible"]);
    assert_eq!(names(&["check", "--only", "conn"]), ["connected-tools"]);
    assert_eq!(
        names(&["check", "--skip", "token-valid,token-a"]),
        ["token-valid,token-app"]
    );
    assert_eq!(
        names(&["sandbox", "serve", "connected-tools"]),
        ["connected-tools-off"]
    );
    assert_eq!(names(&["repair", "--platform", "h"]), ["hunion"]);
    assert_eq!(names(&["check", "--lang", ""]), ["en", "pt-BR", "ru"]);
    assert_eq!(names(&["check", "--format", "js"])[0], "json");
    assert_eq!(names(&["completions", "b"]), ["bash"]);
}

#[test]
fn what_is_offered_is_told_in_the_language() {
    let line = |language| offered(&["check", "--symptom", "no-m"], language).remove(0);
    assert_eq!(line("en"), "no-messages\tDirect messages do not arrive");
    assert_ne!(line("pt-BR"), line("en"));
    assert_ne!(line("ru"), line("pt-BR"));
    let line = |language| offered(&["chec"], language).remove(0);
    assert_eq!(
        line("ru"),
        "check\tПроверить подключение и показать проблемы"
    );
}

#[test]
fn tenants_come_from_the_file_at_hand() {
    let folder = tempfile::tempdir().unwrap();
    let with = |text: &str| {
        fs::write(folder.path().join("igdoctor.toml"), text).unwrap();
        let mut command = igdoctor(&["--", "igdoctor", "check", "casa"]);
        command
            .env("IGDOCTOR_COMPLETE", "fish")
            .current_dir(folder.path());
        let run = finish(command);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        run.stdout
    };
    let good =
        "[tenants.casa-azul]\nplatform = \"hunion\"\n\n[tenants.loja]\nplatform = \"hunion\"\n";
    assert_eq!(with(good), "casa-azul\n");
    assert_eq!(with("no TOML"), "");
}

/// An argument whose names are offered is one that some command takes.
#[test]
fn names_are_offered_for_arguments_that_exist() {
    let source = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/commands/completions/names.rs"
    );
    let source = fs::read_to_string(source).unwrap();
    let (_, arms) = source.split_once("match argument {").unwrap();
    let (arms, _) = arms.split_once("_ => return None").unwrap();
    let mut arguments = Vec::new();
    collect(&Cli::command(), &mut arguments);
    for name in arms.split('"').skip(1).step_by(2) {
        assert!(arguments.iter().any(|known| known == name), "{name}");
    }
}

fn collect(command: &clap::Command, found: &mut Vec<String>) {
    found.extend(command.get_arguments().map(|arg| arg.get_id().to_string()));
    command
        .get_subcommands()
        .for_each(|inner| collect(inner, found));
}

#[test]
fn there_is_a_script_for_every_shell_that_the_help_names() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = run(&["completions", shell]);
        assert_eq!(run.code, 0);
        assert!(run.stdout.contains("IGDOCTOR_COMPLETE"), "{shell}");
    }
}

/// Bash itself reads the script and completes by it.
#[cfg(unix)]
#[test]
fn bash_completes() {
    let script = tempfile::NamedTempFile::new().unwrap();
    fs::write(script.path(), run(&["completions", "bash"]).stdout).unwrap();
    let folder = Path::new(env!("CARGO_BIN_EXE_igdoctor")).parent().unwrap();
    let typed = r#"
        source "$1"
        COMP_WORDS=("igdoctor" "${@:2}"); COMP_CWORD=$(($# - 1)); COMP_TYPE=9
        _clap_complete_igdoctor igdoctor "${COMP_WORDS[COMP_CWORD]}" ""
        printf '%s\n' "${COMPREPLY[@]}""#;
    let complete = |words: &[&str]| {
        let output = Command::new("bash")
            .args(["--norc", "-euc", typed, "bash"])
            .arg(script.path())
            .args(words)
            .env_clear()
            .env("PATH", format!("{}:/usr/bin:/bin", folder.display()))
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said, "");
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(
        Command::new("bash")
            .arg("-n")
            .arg(script.path())
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(complete(&["ch"]).trim(), "check");
    assert_eq!(
        complete(&["check", "--sandbox", "connected"]).trim(),
        "connected-tools-off"
    );
}

/// Every command has a page, and so has every command below it.
#[test]
fn commands_are_offered_for_the_manual() {
    let top = names(&["man", ""]);
    assert!(
        top.contains(&"check".to_owned()) && top.contains(&"auth".to_owned()),
        "{top:?}"
    );
    let below = names(&["man", "auth", ""]);
    assert!(below.contains(&"login".to_owned()), "{below:?}");
    assert!(!below.contains(&"check".to_owned()), "{below:?}");
}
