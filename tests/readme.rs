//! The README tells the truth: its picture is what the binary prints, and its commands and names exist.

mod common;

use std::path::Path;

use common::{finish, igdoctor};
use igdoctor::tenant::TenantFile;

const README: &str = include_str!("../README.md");

/// Every line of the picture stands in the real output, in the same order; `…` stands for lines left out.
#[test]
fn the_picture_is_what_the_binary_prints() {
    let (_, picture) = README.split_once("```text\n").unwrap();
    let (picture, _) = picture.split_once("\n```").unwrap();
    let mut command = igdoctor(&["check", "--sandbox", "connected-tools-off"]);
    command.env("COLUMNS", "80");
    let run = finish(command);
    assert_eq!(run.code, 1);
    let mut real = run.stdout.lines();
    for line in picture.lines().filter(|line| line.trim() != "…") {
        // The time differs from run to run.
        let wanted = line.split(" to Meta in ").next().unwrap();
        assert!(
            real.any(|line| line.split(" to Meta in ").next() == Some(wanted)),
            "not printed, or not in this order: {line}"
        );
    }
}

#[test]
fn the_two_commands_are_there() {
    for command in [
        "cargo run -q --release -- check --sandbox connected-tools-off",
        "tests/run",
    ] {
        assert!(
            README.lines().any(|line| line.trim() == command),
            "{command}"
        );
    }
    assert!(std::fs::exists(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/run")).unwrap());
}

/// The example of a tenant file is right, also with every key that stands there as a comment.
#[test]
fn the_tenant_file_is_one() {
    let (_, example) = README.split_once("```toml\n").unwrap();
    let (example, _) = example.split_once("\n```").unwrap();
    let key = |line: &str| line.starts_with("# ") && line.contains(" = ");
    let whole: Vec<&str> = example
        .lines()
        .map(|line| if key(line) { &line[2..] } else { line })
        .collect();
    for text in [example.to_owned(), whole.join("\n")] {
        let file = TenantFile::parse(Path::new("igdoctor.toml"), &text).unwrap();
        let tenant = file.tenant("casa-azul").unwrap();
        assert_eq!((tenant.waivers.len(), tenant.confirmations.len()), (1, 1));
    }
    assert_ne!(whole.join("\n"), example);
}

/// The numbers it names are those that are counted.
#[test]
fn its_numbers_are_right() {
    for (args, what) in [(&["list"][..], "checks"), (&["sandbox", "list"], "worlds")] {
        let closing = finish(igdoctor(args)).stdout;
        let number = closing
            .lines()
            .find_map(|line| line.split_once(&format!(" {what}. ")))
            .map(|(number, _)| number.to_owned())
            .unwrap();
        assert!(
            README.contains(&format!("{number} {what}")),
            "{number} {what}"
        );
    }
}

/// Every flag that the README names is one that the help names, and every file is there.
#[test]
fn what_it_names_exists() {
    let help = [
        &["check", "--help"][..],
        &["list", "--help"],
        &["sandbox", "serve", "--help"],
        &["auth", "login", "--help"],
        &["tenant", "add", "--help"],
        &["repair", "--help"],
        &["undo", "--help"],
        &["trace", "--help"],
        &["show", "--help"],
        &["diff", "--help"],
        &["message", "--help"],
        &["webhook", "verify", "--help"],
        &["--help"],
    ]
    .map(|args| finish(igdoctor(args)).stdout)
    .concat();
    let flag =
        |word: &&str| word.starts_with("--") && word.contains(|c: char| c.is_ascii_alphabetic());
    for word in README
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .filter(flag)
    {
        let of_cargo = ["--release", "--locked", "--path", "--git"].contains(&word);
        assert!(of_cargo || help.contains(word), "{word}");
    }
    for path in README.split('`').skip(1).step_by(2).filter(|text| {
        text.starts_with("src/") || text.starts_with("checks/") || text.starts_with("tests/")
    }) {
        let path = path.trim_end_matches('/');
        if !path.contains(['<', '*', ' ']) {
            assert!(
                std::fs::exists(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap(),
                "{path}"
            );
        }
    }
}
