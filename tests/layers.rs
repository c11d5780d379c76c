//! Arrows point down only: a module uses what stands below it, never what stands above.

use std::fs;
use std::path::{Path, PathBuf};

/// Modules from the ground up. Those of one line may use each other, as far as the compiler allows.
const LAYERS: &[&[&str]] = &[
    &["model", "packed"],
    &["speech"],
    &["address", "fault", "help"],
    &["files", "places", "toml_error"],
    &["secret"],
    &["catalog"],
    &["platform", "graph"],
    &["tenant"],
    &["evidence"],
    &["judge", "plan", "words", "explain"],
    &["engine", "sandbox", "terminal"],
    &["report"],
    &["repair"],
    &["commands"],
    &["cli"],
    &["lib", "main"],
];

fn layer(module: &str) -> usize {
    LAYERS
        .iter()
        .position(|layer| layer.contains(&module))
        .unwrap_or_else(|| panic!("`{module}` has no layer"))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn no_module_uses_one_above_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut faults = Vec::new();
    for file in &files {
        let inner = file.strip_prefix(&root).unwrap();
        let module = inner
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_str()
            .unwrap()
            .trim_end_matches(".rs");
        let text = fs::read_to_string(file).unwrap();
        assert!(
            !text.contains("crate::{"),
            "{}: name what is used after `crate::`, so that it can be followed",
            inner.display()
        );
        for (number, line) in text.lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let used: String = used
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect();
                // `commands::run` is handed the parsed command line.
                let allowed =
                    module == "commands" && used == "cli" && line.contains("cli::Command");
                if !used.is_empty() && layer(&used) > layer(module) && !allowed {
                    faults.push(format!(
                        "{}:{}: {}",
                        inner.display(),
                        number + 1,
                        line.trim()
                    ));
                }
            }
        }
    }
    assert!(files.len() > 50, "the sources were not found");
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The one file that may end the process: a signal that comes while a prompt waits leaves no other way.
const ENDS: &str = "terminal/restore.rs";

/// Nothing below the commands prints, and nothing in `graph` knows a check.
#[test]
fn output_goes_through_one_door() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    // It runs before igdoctor is built, and talks to cargo.
    files.retain(|file| *file != root.join("packed/build.rs"));
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for word in ["println!", "eprintln!", "print!(", "std::process::exit"] {
            let allowed = word == "std::process::exit" && file == root.join(ENDS);
            assert!(
                allowed || !text.contains(word),
                "{}: {word}",
                file.display()
            );
        }
        if file.starts_with(root.join("graph")) {
            for id in igdoctor::catalog::ids() {
                assert!(
                    !text.contains(&format!("\"{id}\"")),
                    "{} knows the check {id}",
                    file.display()
                );
            }
        }
    }
}

/// One idea to a file: whoever needs more room has two.
#[test]
fn no_file_is_longer_than_400_lines() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "tests"] {
        sources(&root.join(folder), &mut files);
    }
    let lines = |file: &PathBuf| fs::read_to_string(file).unwrap().lines().count();
    files.retain(|file| lines(file) > 400);
    assert!(files.is_empty(), "{files:?}");
}

/// `==` stops at the first byte that differs, and whoever measures that finds a signature byte by byte: `Secret::has_signed` compares them.
#[test]
fn no_signature_is_compared_byte_by_byte() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut faults = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let compares = |line: &&str| {
            let signs = [".sign(", "secret.signature(", "token.signature("];
            signs.iter().any(|sign| line.contains(sign))
                && ["==", "!="].iter().any(|operator| line.contains(operator))
        };
        let lines = text.lines().filter(compares);
        faults.extend(lines.map(|line| format!("{}: {}", file.display(), line.trim())));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
