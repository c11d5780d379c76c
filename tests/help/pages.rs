//! Help as people read it.

use clap::CommandFactory as _;
use igdoctor::cli::Cli;

use crate::common::{finish, igdoctor};

/// Every command, as it is called: `[]`, `["auth"]`, `["auth", "login"]`.
pub fn commands() -> Vec<Vec<String>> {
    let mut found = Vec::new();
    walk(&Cli::command(), &[], &mut found);
    found
}

fn walk(command: &clap::Command, path: &[String], found: &mut Vec<Vec<String>>) {
    found.push(path.to_vec());
    for inner in command.get_subcommands() {
        let path = [path, &[inner.get_name().to_owned()]].concat();
        walk(inner, &path, found);
    }
}

fn help(path: &[String], language: &str, flag: &str) -> String {
    let args: Vec<&str> = path.iter().map(String::as_str).chain([flag]).collect();
    let mut command = igdoctor(&args);
    command.env("COLUMNS", "80").env("IGDOCTOR_LANG", language);
    let run = finish(command);
    assert_eq!(run.code, 0, "{path:?}: {}", run.stderr);
    assert_eq!(run.stderr, "", "{path:?}");
    run.stdout
}

#[test]
fn every_command_in_english() {
    for path in commands() {
        let name = ["en".to_owned()].into_iter().chain(path.clone());
        let name = name.collect::<Vec<_>>().join("-");
        insta::assert_snapshot!(name, help(&path, "en", "--help"));
    }
}

#[test]
fn the_most_read_pages_in_every_language() {
    for language in ["pt-BR", "ru"] {
        for path in [vec![], vec!["check".to_owned()]] {
            let name = [&[language.to_owned()], path.as_slice()].concat().join("-");
            insta::assert_snapshot!(name, help(&path, language, "--help"));
        }
        let path = vec!["check".to_owned()];
        insta::assert_snapshot!(
            format!("{language}-check-short"),
            help(&path, language, "-h")
        );
    }
}

/// What clap would say by itself, on any page.
#[test]
fn no_word_of_claps_own_is_left() {
    for language in ["pt-BR", "ru"] {
        for path in commands() {
            for flag in ["--help", "-h"] {
                let text = help(&path, language, flag);
                for word in [
                    "Usage:",
                    "Options:",
                    "Commands:",
                    "Arguments:",
                    "[default:",
                    "ossible values:",
                    "Print help",
                    "[OPTIONS]",
                    "<COMMAND>",
                ] {
                    assert!(!text.contains(word), "{language} {path:?}: {word}\n{text}");
                }
            }
        }
    }
}

/// Cyrillic letters and accents count as the columns that they take.
#[test]
fn no_line_is_wider_than_the_terminal() {
    for language in ["en", "pt-BR", "ru"] {
        for path in commands() {
            for flag in ["--help", "-h"] {
                for line in help(&path, language, flag).lines() {
                    let width = unicode_width::UnicodeWidthStr::width(line);
                    assert!(width <= 80, "{language} {path:?}: {line}");
                }
            }
        }
    }
}

/// `help COMMAND`, and the help that stands in for a missing command.
#[test]
fn help_is_the_same_however_it_is_asked_for() {
    for language in ["en", "pt-BR", "ru"] {
        let asked = |args: &[&str]| {
            let mut command = igdoctor(args);
            command.env("COLUMNS", "80").env("IGDOCTOR_LANG", language);
            finish(command)
        };
        let path = ["auth".to_owned(), "login".to_owned()];
        assert_eq!(
            asked(&["help", "auth", "login"]).stdout,
            help(&path, language, "--help")
        );
        let missing = asked(&["auth"]);
        assert_eq!((missing.code, missing.stdout.as_str()), (2, ""));
        assert_eq!(missing.stderr, help(&path[..1], language, "-h"));
        let flag = asked(&["auth", "login", "--help", "--lang", language]);
        assert_eq!(flag.stdout, help(&path, language, "--help"));
    }
}
