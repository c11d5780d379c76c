//! Many tenants for a person: one row each, then the findings of each, then what stands above them.

use std::collections::BTreeMap;

use super::{Options, Piece, Sheet, changes, table};
use crate::model::{Arg, Outcome};
use crate::report::summary::{has_warnings, is_broken, is_old};
use crate::report::{
    All, EXIT_FINDINGS, EXIT_HEALTHY, EXIT_INCONCLUSIVE, EXIT_INTERRUPTED, Note, Report, exit_code,
};
use crate::speech::Speech;
use crate::terminal::harmless;

/// The whole as text. `findings` are those of each report, in the same order.
#[must_use]
pub fn render_all(all: &All, findings: &[&[Piece]], options: &Options, speech: &Speech) -> String {
    let mut sheet = Sheet::new(options.look);
    if !options.quiet {
        rows(&mut sheet, all, speech);
    }
    let mut examples: BTreeMap<usize, &Piece> = BTreeMap::new();
    for (place, (report, pieces)) in all.reports.iter().zip(findings).enumerate() {
        // What lies with the app is told once, below, for all of its tenants.
        let (shared, own): (Vec<&Piece>, Vec<&Piece>) = pieces
            .iter()
            .partition(|piece| all.shared(place, &piece.check, &piece.cause).is_some());
        for piece in shared {
            if let Some(note) = all.shared(place, &piece.check, &piece.cause) {
                examples.entry(note).or_insert(piece);
            }
        }
        let counted: Vec<&Note> = report.notes.iter().filter(|note| note.counts()).collect();
        let compared = report.compared.as_ref();
        let compared = compared.filter(|compared| changes::is_worth_telling(compared));
        if own.is_empty() && counted.is_empty() && compared.is_none() {
            continue;
        }
        sheet.heading(&harmless(report.tenant.name.as_deref().unwrap_or_default()));
        sheet.blank();
        for piece in own {
            sheet.add(&piece.text);
        }
        for note in &counted {
            sheet.item("-", &harmless(&note.message));
        }
        if !counted.is_empty() {
            sheet.blank();
        }
        if let Some(compared) = compared {
            changes::in_short(&mut sheet, compared, speech);
        }
    }
    for (place, note) in all.notes.iter().enumerate() {
        // Its row says that already.
        if note.is(Note::NOT_CHECKED) && !options.quiet {
            continue;
        }
        sheet.paragraph(0, &harmless(&note.message));
        sheet.blank();
        if let Some(piece) = examples.get(&place) {
            sheet.add(&piece.text);
        }
    }
    sheet.paragraph(0, &closing(all, speech));
    sheet.text()
}

/// One row for each tenant, in the order of their names, also for those that could not be checked. Those that were left
/// are listed below.
fn rows(sheet: &mut Sheet, all: &All, speech: &Speech) {
    let look = sheet.look();
    let mut rows: Vec<(String, [String; 2])> = all
        .reports
        .iter()
        .map(|report| {
            let (word, outcome) = verdict(report);
            let name = report.tenant.name.clone().unwrap_or_default();
            (
                name,
                [look.mark(outcome, &speech.say(word)), what(report, speech)],
            )
        })
        .collect();
    rows.extend(all.failed().map(|(tenant, why)| {
        let word = look.mark(Outcome::Unknown, &speech.say("all-failed"));
        (tenant.to_owned(), [word, harmless(why)])
    }));
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    let rows: Vec<[String; 3]> = rows
        .into_iter()
        .map(|(name, [word, what])| [harmless(&name), word, what])
        .collect();
    let heads = ["all-tenant", "all-verdict", "all-what"].map(|key| speech.say(key));
    table::write(sheet, &heads, rows.iter().map(|row| row.as_slice()));
}

pub(in crate::report) fn verdict(report: &Report) -> (&'static str, Outcome) {
    match exit_code(report) {
        EXIT_INTERRUPTED => ("all-interrupted", Outcome::Unknown),
        EXIT_FINDINGS if !is_broken(report) => ("all-findings-warning", Outcome::Warn),
        EXIT_FINDINGS => ("all-findings", Outcome::Fail),
        EXIT_INCONCLUSIVE => ("all-inconclusive", Outcome::Unknown),
        _ if is_old(report) => ("all-nothing-new", Outcome::Warn),
        _ if has_warnings(report) => ("all-warnings", Outcome::Warn),
        _ => ("all-healthy", Outcome::Pass),
    }
}

/// The causes, the gravest first; where there are none, what is left to a person.
pub(in crate::report) fn what(report: &Report, speech: &Speech) -> String {
    let of = |outcome: Outcome| {
        report
            .checks
            .iter()
            .filter(move |check| check.outcome == outcome)
            .filter_map(|check| check.cause.as_deref())
    };
    let causes = [Outcome::Fail, Outcome::Unknown, Outcome::Warn];
    let counted = report.notes.iter().filter(|note| note.counts());
    let causes: Vec<&str> = causes
        .into_iter()
        .flat_map(of)
        .chain(counted.map(|note| note.kind.as_str()))
        .collect();
    let waived: Vec<&str> = of(Outcome::Waived).collect();
    let mut parts = Vec::new();
    if causes.is_empty() {
        parts.push(speech.say_with("all-asks", &[("count", &of(Outcome::Ask).count().into())]));
    } else {
        parts.push(causes.join(", "));
    }
    if !waived.is_empty() {
        let word = speech.say("outcome-waived");
        parts.push(format!("{word}: {}", waived.join(", ")));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("; ")
}

/// How many tenants there are, and how they are.
pub(in crate::report) fn closing(all: &All, speech: &Speech) -> String {
    let of = |code: u8| {
        let reports = all.reports.iter();
        Arg::from(reports.filter(|report| exit_code(report) == code).count())
    };
    let failed = all.failed().count();
    let left = all.left().len();
    let total = all.reports.len() + failed + left;
    speech.say_with(
        "all-closing",
        &[
            ("count", &total.into()),
            ("healthy", &of(EXIT_HEALTHY)),
            ("findings", &of(EXIT_FINDINGS)),
            ("inconclusive", &of(EXIT_INCONCLUSIVE)),
            ("interrupted", &of(EXIT_INTERRUPTED)),
            ("failed", &(failed + left).into()),
        ],
    )
}
