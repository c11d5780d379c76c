//! Every check in eleven situations, as `outcomes.md` beside this file works them out from the rules.

mod common;

use std::collections::BTreeMap;

use common::{check, ids, outcome};
use serde_json::Value;

/// The world of each column, in the order of the table.
const WORLDS: [&str; 11] = [
    "healthy-facebook-token",
    "healthy-facebook",
    "healthy-instagram-token",
    "healthy-instagram",
    "no-token-hunion",
    "token-expired",
    "no-conversations-yet",
    "app-not-connected",
    "permission-missing",
    "connected-tools-off",
    "conversations-throttled",
];

#[test]
fn every_check_in_every_situation() {
    let runs: Vec<(i32, Value)> = WORLDS
        .iter()
        .map(|world| {
            let run = check(world, &[]);
            (run.code, run.json())
        })
        .collect();
    let table = table();
    let mut faults = Vec::new();
    for (row, cells) in &table {
        if row == "exit" {
            for ((world, (code, _)), cell) in WORLDS.iter().zip(&runs).zip(cells) {
                if code.to_string() != *cell {
                    faults.push(format!("exit in {world}: {code}, expected {cell}"));
                }
            }
        } else {
            for ((world, (_, report)), cell) in WORLDS.iter().zip(&runs).zip(cells) {
                let short = short(outcome(report, row));
                if short != *cell {
                    faults.push(format!("{row} in {world}: {short}, expected {cell}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    let rows: Vec<&str> = table
        .keys()
        .map(String::as_str)
        .filter(|row| *row != "exit")
        .collect();
    assert_eq!(rows.len(), igdoctor::catalog::ids().len());
    assert!(rows.iter().all(|row| ids(&runs[0].1).contains(row)));
}

/// Cells by row. The marks ¹ to ⁷ point to notes below the table.
fn table() -> BTreeMap<String, Vec<String>> {
    let text = include_str!("outcomes.md");
    let rows = text.lines().filter(|line| line.starts_with("| ")).skip(1);
    let clean = |cell: &str| {
        cell.trim()
            .trim_end_matches(|c: char| "¹²³⁴⁵⁶⁷".contains(c))
            .trim_matches('*')
            .to_owned()
    };
    rows.map(|line| {
        let mut cells = line.trim_matches('|').split('|').map(clean);
        (cells.next().unwrap(), cells.collect())
    })
    .collect()
}

/// An outcome as the table writes it.
fn short((outcome, why): (&str, &str)) -> String {
    match (outcome, why) {
        ("pass", _) => "P".to_owned(),
        ("fail", _) => "F".to_owned(),
        ("unknown", _) => "U".to_owned(),
        ("ask", _) => "A".to_owned(),
        ("skipped", "access") => "acc".to_owned(),
        ("skipped", "config") => "cfg".to_owned(),
        ("skipped", "flow") => "flow".to_owned(),
        ("skipped", "platform") => "plat".to_owned(),
        ("skipped", "opt-in") => "opt".to_owned(),
        ("skipped", root) => format!(">{root}"),
        (other, _) => other.to_owned(),
    }
}

/// The notes below the table say how a cell changes where Meta answers otherwise.
mod notes {
    use super::*;

    /// Note 3: `token-app` is skipped for access where Meta refuses `GET /app`.
    #[test]
    fn the_issuer_refused_is_no_finding() {
        let roots = tempfile::NamedTempFile::new().unwrap();
        let sandbox = common::serve("healthy-facebook-token", |world| {
            world.uncertain.app_of_token = false
        });
        let command = common::check_served(
            &sandbox,
            roots.path(),
            &["--page", "104512345678901", "--app", "912301501380919"],
        );
        let run = common::finish(command);
        assert_eq!(outcome(&run.json(), "token-app"), ("skipped", "access"));
        assert_eq!(run.code, 0, "{}", run.stdout);
    }

    /// Note 4: without `is_owner`, conversation routing cannot be told in the instagram flow.
    #[test]
    fn routing_is_skipped_where_meta_does_not_tell_the_owner() {
        let roots = tempfile::NamedTempFile::new().unwrap();
        let sandbox = common::serve("healthy-instagram-token", |world| {
            world.uncertain.instagram_is_owner = false
        });
        let run = common::finish(common::check_served(
            &sandbox,
            roots.path(),
            &["--app", "912301501380919"],
        ));
        assert_eq!(
            outcome(&run.json(), "default-routing-app"),
            ("skipped", "flow")
        );
        assert!(
            sandbox
                .log()
                .iter()
                .filter(|line| line.ends_with("/conversations"))
                .count()
                == 2,
            "asked once more without the field"
        );
    }

    /// Note 6: an app with Instagram Login may not list the object `instagram` at all.
    #[test]
    fn a_webhook_that_is_not_listed_is_a_question_not_a_finding() {
        let roots = tempfile::NamedTempFile::new().unwrap();
        let sandbox = common::serve("healthy-instagram", |world| {
            world.uncertain.instagram_webhook_listed = false
        });
        let mut command =
            common::check_served(&sandbox, roots.path(), &["--app", "912301501380919"]);
        command.env("IGDOCTOR_APP_SECRET", "sandbox-app-secret");
        let report = common::finish(command).json();
        assert_eq!(
            outcome(&report, "webhook-subscription"),
            ("ask", "confirm-webhook-subscription")
        );
        assert_eq!(outcome(&report, "webhook-fields"), ("skipped", "config"));
    }
}
