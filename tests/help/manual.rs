//! Pages of the manual.

use std::fs;
use std::process::Command;

use crate::common::{finish, igdoctor, run};
use crate::pages::commands;

/// A page as roff.
fn page(path: &[String], language: &str) -> String {
    let args: Vec<&str> = path.iter().map(String::as_str).collect();
    let run = run(&[&["man", "--lang", language], args.as_slice()].concat());
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{path:?}");
    run.stdout
}

#[test]
fn every_command_has_a_page() {
    for path in commands() {
        let text = page(&path, "en");
        let name = [&["igdoctor".to_owned()], path.as_slice()]
            .concat()
            .join("\\-");
        assert!(
            text.contains(&format!(".SH \"NAME\"\n{name} \\- ")),
            "{path:?}:\n{text}"
        );
        assert!(text.contains(".SH \"SYNOPSIS\"\n"), "{path:?}");
    }
}

#[test]
fn a_page_speaks_one_language() {
    for language in ["pt-BR", "ru"] {
        for path in commands() {
            let text = page(&path, language);
            for word in [
                "NAME", "SYNOPSIS", "OPTIONS", "Possible", "[default", "Print",
            ] {
                assert!(!text.contains(word), "{language} {path:?}: {word}\n{text}");
            }
        }
    }
}

#[test]
fn a_page_that_is_not_there_names_those_that_are() {
    let run = finish(igdoctor(&["man", "chek"]));
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("check, repair"), "{}", run.stderr);
    let run = finish(igdoctor(&["man", "auth", "login", "more"]));
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("igdoctor auth login"), "{}", run.stderr);
}

/// Left out where groff is missing; `tests/left_out.rs` tells so.
#[test]
fn groff_sets_every_page_without_a_warning() {
    if Command::new("groff").arg("--version").output().is_err() {
        return;
    }
    let file = tempfile::NamedTempFile::new().unwrap();
    for language in ["en", "pt-BR", "ru"] {
        for path in commands() {
            fs::write(file.path(), page(&path, language)).unwrap();
            let output = Command::new("groff")
                .args(["-man", "-Tutf8", "-ww", "-Kutf8", "-P-c"])
                .arg(file.path())
                .output()
                .unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(said, "", "{language} {path:?}");
            assert!(output.status.success());
        }
    }
}
