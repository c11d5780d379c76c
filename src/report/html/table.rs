//! The tables of the page: every check with its outcome, and the Pages.

use crate::model::{Area, Outcome};
use crate::report::Report;
use crate::report::human::table::says;
use crate::speech::Speech;
use crate::terminal::harmless;

/// The checks of an area.
pub(super) struct Group {
    /// The area.
    pub name: String,
    /// Its checks, in order.
    pub rows: Vec<Row>,
}

/// A check.
pub(super) struct Row {
    /// Its id.
    pub check: String,
    /// What became of it.
    pub outcome: Outcome,
    /// That in a word.
    pub word: String,
    /// Its statement, or why it was not checked.
    pub says: String,
}

/// A Page.
pub(super) struct PageLine {
    /// Its name and id.
    pub name: String,
    /// Whether it is granted, linked, expected.
    pub is: [String; 3],
}

/// Every check, by area, in the order of the path.
pub(super) fn groups(report: &Report, speech: &Speech) -> Vec<Group> {
    let rows = |area: Area| {
        let checks = report.checks.iter().filter(move |check| check.area == area);
        checks.map(|check| Row {
            check: harmless(&check.id),
            outcome: check.outcome,
            word: speech.say(&format!("outcome-{}", check.outcome)),
            says: harmless(&says(check, speech)),
        })
    };
    Area::ALL
        .iter()
        .map(|area| Group {
            name: speech.say(&format!("area-{area}")),
            rows: rows(*area).collect(),
        })
        .filter(|group| !group.rows.is_empty())
        .collect()
}

/// Every Page that a run met.
pub(super) fn pages(report: &Report, speech: &Speech) -> Vec<PageLine> {
    let word = |yes: bool| speech.say(if yes { "yes" } else { "no" });
    let rows = report.pages.iter();
    rows.map(|row| {
        let id = harmless(&row.id);
        let name = row.name.as_deref().map(harmless);
        PageLine {
            name: name.map_or_else(|| id.clone(), |name| format!("{name} ({id})")),
            is: [row.granted, row.linked, row.expected].map(word),
        }
    })
    .collect()
}
