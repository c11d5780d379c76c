//! `checks/README.md` says which files a new check touches. An existing check is named in those files and in no others.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Checks that no other check needs, so that no other file has a reason to name them.
const ALONE: [(&str, &str); 2] = [
    ("comments-readable", "messages"),
    ("account-id-match", "account"),
];

/// Files that speak of checks without being part of one: what a person reads, and what the tests recorded.
fn speaks_of_checks(path: &str) -> bool {
    path.starts_with("README")
        || path.starts_with("CHANGELOG")
        || path == "checks/README.md"
        || path.starts_with("checks/platforms/")
        || (path.starts_with("tests/") && path != "tests/outcomes.md")
}

/// Files that know single checks for a rule of theirs, each with the reason.
const KNOWN: [(&str, &str); 5] = [
    (
        "src/engine/undecided.rs",
        "the check that carries a question",
    ),
    (
        "src/engine/settle.rs",
        "the check whose questions come from the platform",
    ),
    ("src/plan.rs", "the callback's address"),
    ("src/cli.rs", "examples"),
    (
        "src/sandbox/worlds/several.rs",
        "worlds with several faults",
    ),
];

#[test]
fn the_files_a_check_touches_are_the_ones_that_the_guide_names() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (id, area) in ALONE {
        let promised = promised(root, id, area);
        let mut files = Vec::new();
        for folder in ["src", "checks", "tests"] {
            walk(&root.join(folder), &mut files);
        }
        let module = id.replace('-', "_");
        let named: BTreeSet<String> = files
            .iter()
            .map(|file| {
                file.strip_prefix(root)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .replace('\\', "/")
            })
            .filter(|path| !speaks_of_checks(path) && !KNOWN.iter().any(|(known, _)| known == path))
            .filter(|path| {
                let text = fs::read_to_string(root.join(path)).unwrap_or_default();
                path.contains(id)
                    || path.contains(&module)
                    || text.contains(&format!("\"{id}\""))
                    || text.contains(&format!("| {id} |"))
                    || text.contains(&format!("mod {module};"))
            })
            .collect();
        // The fault of igdoctor's own needs some check to happen in.
        let named: BTreeSet<String> = named
            .into_iter()
            .filter(|path| path != "src/sandbox/worlds/access.rs")
            .collect();
        assert_eq!(named, promised, "{id}");
    }
}

/// The list below the heading in `checks/README.md`, for one check.
fn promised(root: &Path, id: &str, area: &str) -> BTreeSet<String> {
    let guide = fs::read_to_string(root.join("checks/README.md")).unwrap();
    let (_, list) = guide.split_once("## Files a new check touches").unwrap();
    let list = list.split("\n## ").next().unwrap();
    list.lines()
        .filter_map(|line| line.strip_prefix("- `")?.split_once('`'))
        .map(|(path, _)| {
            path.replace("<id>", id)
                .replace("<id_with_underscores>", &id.replace('-', "_"))
                .replace("<area>", area)
        })
        .collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found)
        } else {
            found.push(path)
        }
    }
}
