//! Tables: every check with its outcome, and the Pages granted, linked and expected.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, presets};

use super::Sheet;
use super::sheet::width;
use crate::model::{Arg, Outcome};
use crate::report::prose::by_person;
use crate::report::{CheckReport, Report};
use crate::speech::Speech;
use crate::terminal::{Look, harmless};

/// Below this width, or for a screen reader, a table becomes a list.
const NARROW: usize = 60;
/// A table is not drawn wider than this.
const WIDE: usize = 120;
/// A word up to this length stays whole, whatever it costs the other columns: ids are copied from here.
const WHOLE: usize = 32;
/// Columns of text narrower than this cannot be read.
const LEAST: usize = 12;

/// Every check with its outcome.
pub(super) fn checks(sheet: &mut Sheet, report: &Report, speech: &Speech) {
    let look = sheet.look();
    let rows: Vec<[String; 3]> = report
        .checks
        .iter()
        .map(|check| {
            let word = speech.say(&format!("outcome-{}", check.outcome));
            [
                look.mark(check.outcome, &word),
                check.id.clone(),
                says(check, speech),
            ]
        })
        .collect();
    let heads = if look.accessible {
        // Each cell tells by itself what it is, and would be introduced on every row.
        Default::default()
    } else {
        ["column-outcome", "column-check", "column-says"].map(|key| speech.say(key))
    };
    write(sheet, &heads, rows.iter().map(|row| row.as_slice()));
}

/// What a row says: the statement where it was judged, the reason where it was not.
pub(in crate::report) fn says(check: &CheckReport, speech: &Speech) -> String {
    let by = match check.args.get("by") {
        Some(Arg::Text(by)) if by == "person" => Some(by_person(check, speech)),
        Some(Arg::Text(by)) if by == "rule-of-thumb" => Some(speech.say("found-by-thumb")),
        _ => None,
    };
    match (check.outcome, by) {
        (Outcome::Skipped, _) => harmless(&check.message),
        (Outcome::Pass, Some(by)) => harmless(&format!("{} ({by})", check.title)),
        _ => harmless(&check.title),
    }
}

/// Pages granted, linked and expected.
pub(super) fn pages(sheet: &mut Sheet, report: &Report, speech: &Speech) {
    if report.pages.is_empty() {
        return;
    }
    sheet.heading(&speech.say("pages-title"));
    let word = |yes: bool| speech.say(if yes { "yes" } else { "no" });
    let rows: Vec<[String; 4]> = report
        .pages
        .iter()
        .map(|row| {
            let name = row
                .name
                .as_deref()
                .map(|name| format!("{} ({})", harmless(name), harmless(&row.id)));
            [
                name.unwrap_or_else(|| harmless(&row.id)),
                word(row.granted),
                word(row.linked),
                word(row.expected),
            ]
        })
        .collect();
    let heads = [
        "pages-page",
        "pages-granted",
        "pages-linked",
        "pages-expected",
    ]
    .map(|key| speech.say(key));
    write(sheet, &heads, rows.iter().map(|row| row.as_slice()));
}

/// A table, or a list where there is no room for one. In a list for a screen reader a row begins with its first cell alone,
/// and further cells have their heads before them, but for heads that are empty.
pub fn write<'a>(sheet: &mut Sheet, heads: &[String], rows: impl Iterator<Item = &'a [String]>) {
    let rows: Vec<&[String]> = rows.collect();
    let look = sheet.look();
    if look.accessible || look.width < NARROW || is_cramped(look.width, heads, &rows) {
        write_list(sheet, heads, &rows);
    } else {
        draw(sheet, heads, &rows);
    }
    sheet.blank();
}

fn write_list(sheet: &mut Sheet, heads: &[String], rows: &[&[String]]) {
    let look = sheet.look();
    for row in rows {
        match row {
            [first, rest @ ..] if !look.accessible => sheet.item(first, &rest.join("  ")),
            row => {
                let cells = heads
                    .iter()
                    .zip(*row)
                    .enumerate()
                    .filter(|(_, (_, cell))| !cell.is_empty())
                    .map(|(place, (head, cell))| match place {
                        0 => cell.clone(),
                        _ if head.is_empty() => cell.clone(),
                        _ => format!("{head}: {cell}"),
                    });
                sheet.item("-", &cells.collect::<Vec<_>>().join("; "));
            }
        }
    }
}

fn draw(sheet: &mut Sheet, heads: &[String], rows: &[&[String]]) {
    let look = sheet.look();
    let mut table = Table::new();
    table
        .load_style(style(look))
        .set_content_arrangement(ContentArrangement::Dynamic);
    // The table cannot see the terminal where output is piped, so the width is always told.
    table.set_width(u16::try_from(look.width.min(WIDE)).unwrap_or(u16::MAX));
    table.set_header(
        heads
            .iter()
            .map(|head| look.bold(&look.typography(head)))
            .collect::<Vec<_>>(),
    );
    for row in rows {
        table.add_row(
            row.iter()
                .map(|cell| look.typography(cell))
                .collect::<Vec<_>>(),
        );
    }
    for column in table.column_iter_mut() {
        if whole_width(column.index, heads, rows).is_some() {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    for line in table.lines() {
        sheet.line(0, &line);
    }
}

/// Width of a column that holds single words only, which are not to be broken.
fn whole_width(column: usize, heads: &[String], rows: &[&[String]]) -> Option<usize> {
    let is_word = |cell: &String| !cell.contains(char::is_whitespace) && cell.len() <= WHOLE;
    let cells = || rows.iter().filter_map(|row| row.get(column));
    let all = cells().chain(heads.get(column));
    let width = all.map(|cell| width(cell)).max()?;
    cells().all(is_word).then_some(width)
}

/// Whether words that stay whole leave the other columns too little.
fn is_cramped(width: usize, heads: &[String], rows: &[&[String]]) -> bool {
    let whole: Vec<usize> = (0..heads.len())
        .filter_map(|column| whole_width(column, heads, rows))
        .collect();
    let others = heads.len() - whole.len();
    // A line and two blanks for each column, and the last line.
    let taken = whole.iter().sum::<usize>() + 3 * heads.len() + 1;
    others * LEAST > width.saturating_sub(taken)
}

const fn style(look: Look) -> comfy_table::TableStyle {
    if look.unicode {
        presets::UTF8_FULL_CONDENSED.with_rounded_corners()
    } else {
        presets::ASCII_FULL_CONDENSED
    }
}
