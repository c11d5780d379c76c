//! Wrong usage, told in three languages: what is wrong, what may be meant, how it is written.

use crate::common::{Run, finish, igdoctor};

fn told(args: &[&str], language: &str) -> Run {
    let mut command = igdoctor(args);
    command.env("IGDOCTOR_LANG", language);
    let run = finish(command);
    assert_eq!(run.code, 2, "{args:?}: {}", run.stdout);
    assert_eq!(run.stdout, "", "{args:?}");
    run
}

/// One of each kind.
const WRONG: &[&[&str]] = &[
    &["chek"],
    &["auth", "logn"],
    &["check", "--onl", "token-valid"],
    &["check", "--loopback"],
    &["check", "casa-azul", "--", "more"],
    &["sandbox", "serve"],
    &["check", "--format"],
    &["check", "--format", "yaml"],
    &["check", "--color", "alwys"],
    &["check", "--page", "casa.azul"],
    &["check", "--symptom", "no-mesages"],
    &["check", "--all", "--all"],
    &[
        "check",
        "--sandbox",
        "no-webhook",
        "--evidence",
        "file.json",
    ],
    &["check", "--quiet=yes"],
    &["man", "chek"],
];

#[test]
fn every_kind_in_every_language() {
    let mut table = String::new();
    for args in WRONG {
        table += &format!("$ igdoctor {}\n", args.join(" "));
        for language in ["en", "pt-BR", "ru"] {
            let text = told(args, language).stderr;
            let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
            table += &format!("[{language}]\n{}\n", lines.join("\n"));
        }
        table.push('\n');
    }
    insta::assert_snapshot!("errors", table);
}

#[test]
fn nothing_of_clap_is_left() {
    for language in ["pt-BR", "ru"] {
        for args in WRONG {
            let text = told(args, language).stderr;
            for word in [
                "error:",
                "tip:",
                "Usage:",
                "For more information",
                "[OPTIONS]",
            ] {
                assert!(!text.contains(word), "{language} {args:?}: {text}");
            }
        }
    }
}

#[test]
fn the_flag_chooses_the_language_of_what_is_wrong_beside_it() {
    let text = told(&["check", "--lang", "ru", "--onl", "x"], "pt-BR").stderr;
    assert!(text.contains("неизвестный аргумент"), "{text}");
}

/// What was typed is shown again, but has no power over the terminal.
#[test]
fn what_was_typed_is_shown_harmless() {
    for language in ["pt-BR", "ru"] {
        let text = told(&["check", "--page", "\u{1b}[2J\u{202e}1"], language).stderr;
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
        assert!(text.contains("\\u{1b}[2J"), "{text}");
    }
}
