//! The report for a person at a terminal: the path, the table, then what was found, with what to do last.

mod findings;
mod sheet;
pub mod table;

pub use sheet::Sheet;

use super::path::{Station, stations};
use super::{CheckReport, Details, Report, Verdict};
use crate::catalog::Catalog;
use crate::evidence::Saved;
use crate::model::{Access, Area, Arg, BecauseKind, Outcome, Severity};
use crate::terminal::{Look, harmless};
use crate::words::Speech;

/// What is shown, and how much of it.
#[derive(Clone, Debug)]
pub struct Options {
    /// How to write.
    pub look: Look,
    /// Only findings and the closing line.
    pub quiet: bool,
    /// Calls as well.
    pub verbose: bool,
    /// The command that was given, without a selection; with one, it checks again. None where there is nothing to ask anew.
    pub again: Option<String>,
}

/// The whole report as text.
#[must_use]
pub fn render(
    catalog: &'static Catalog,
    saved: &Saved,
    report: &Report,
    options: &Options,
) -> String {
    let speech = Speech::new(report.lang);
    let mut sheet = Sheet::new(options.look);
    if !options.quiet {
        head(&mut sheet, saved, report, &speech);
        path_line(&mut sheet, report, &speech);
        table::checks(&mut sheet, report, &speech);
    }
    let details = Details::new(catalog, saved, &speech);
    findings::write(&mut sheet, report, options, &speech, &details);
    if report
        .checks
        .iter()
        .any(|check| details.are_about_pages(check))
    {
        table::pages(&mut sheet, report, &speech);
    }
    if !options.quiet {
        notes(&mut sheet, report, &speech);
    }
    closing(&mut sheet, report, &speech);
    sheet.text()
}

/// Whom the report is about, in one line.
fn head(sheet: &mut Sheet, saved: &Saved, report: &Report, speech: &Speech) {
    let mut parts = vec!["igdoctor".to_owned()];
    parts.extend(report.tenant.name.as_deref().map(harmless));
    parts.push(harmless(&saved.expect.platform.name));
    parts.push(speech.say(&format!("head-flow-{}", report.tenant.flow)));
    parts.push(speech.say(&format!("head-access-{}", report.access)));
    sheet.paragraph(0, &parts.join(" · "));
    sheet.blank();
}

/// The message path, with a mark where messages stop. Where there is no room for one line, each station gets its own.
fn path_line(sheet: &mut Sheet, report: &Report, speech: &Speech) {
    let look = sheet.look();
    let stations = stations(report);
    let labels: Vec<String> = stations
        .iter()
        .map(|(area, station)| label(look, speech, *area, *station))
        .collect();
    let stop = stations
        .iter()
        .position(|(_, station)| *station == Station::Broken);
    let (line, cross) = if look.unicode {
        (" ─── ", " ─╳─ ")
    } else {
        (" --- ", " -X- ")
    };
    // Messages stop once: beyond that point, what is broken is broken, but nothing stops there any more.
    let link = |index: usize| if stop == Some(index) { cross } else { line };
    let joined: String = labels
        .iter()
        .enumerate()
        .map(|(index, label)| {
            if index + 1 < labels.len() {
                format!("{label}{}", link(index))
            } else {
                label.clone()
            }
        })
        .collect();
    let stops = look.paint(look.style(Outcome::Fail), &speech.say("path-stops"));
    let sign = if look.unicode { "▲" } else { "^" };
    sheet.heading(&speech.say("path-title"));
    if look.accessible || sheet::width(&joined) > look.width {
        for (index, label) in labels.iter().enumerate() {
            let here = stop == Some(index);
            sheet.line(
                2,
                &if here {
                    format!("{label}: {stops}")
                } else {
                    label.clone()
                },
            );
        }
    } else {
        sheet.line(0, &joined);
        if let Some(stop) = stop {
            let column: usize = labels
                .iter()
                .take(stop)
                .map(|label| sheet::width(label) + sheet::width(line))
                .sum();
            sheet.line(
                column,
                &look.paint(
                    look.style(Outcome::Fail),
                    &format!("{sign} {}", speech.say("path-stops")),
                ),
            );
        }
    }
    if stop.is_none() {
        let seen = |station: &Station| matches!(station, Station::Fine | Station::Doubtful);
        let key = match stations.iter().filter(|(_, station)| seen(station)).count() {
            0 => "path-person",
            all if all == stations.len() => "path-clear",
            _ => "path-open",
        };
        sheet.paragraph(0, &look.dim(&speech.say(key)));
    }
    sheet.blank();
}

/// A station with the symbol of how it stands, or with the word for a screen reader.
fn label(look: Look, speech: &Speech, area: Area, station: Station) -> String {
    let outcome = match station {
        Station::Fine => Outcome::Pass,
        Station::Doubtful => Outcome::Warn,
        Station::Broken => Outcome::Fail,
        Station::Open => Outcome::Unknown,
        Station::Asked => Outcome::Ask,
        Station::Unseen => Outcome::Skipped,
    };
    let name = speech.say(&format!("area-{area}"));
    if look.accessible {
        return format!("{name}: {}", speech.say(&format!("outcome-{outcome}")));
    }
    look.paint(
        look.style(outcome),
        &format!("{} {name}", look.symbol(outcome)),
    )
}

fn notes(sheet: &mut Sheet, report: &Report, speech: &Speech) {
    if report.notes.is_empty() {
        return;
    }
    sheet.heading(&speech.say("notes-title"));
    for note in &report.notes {
        sheet.item("-", &harmless(&note.message));
    }
    sheet.blank();
}

/// The closing line, always: the verdict, the counts, the cost.
fn closing(sheet: &mut Sheet, report: &Report, speech: &Speech) {
    let unchecked: Vec<&str> = report
        .checks
        .iter()
        .filter(|check| interrupted(check))
        .map(|check| check.id.as_str())
        .collect();
    if !unchecked.is_empty() {
        sheet.paragraph(
            0,
            &speech.say_with(
                "close-not-checked",
                &[("checks", &Arg::Text(unchecked.join(", ")))],
            ),
        );
    }
    let needing_secret = report
        .checks
        .iter()
        .filter(|check| needs_secret(check, report.access))
        .count();
    if needing_secret > 0 {
        sheet.paragraph(
            0,
            &speech.say_with("close-secret", &[("count", &needing_secret.into())]),
        );
    }
    let count =
        |outcome: Outcome| Arg::from(report.summary.get(&outcome).copied().unwrap_or_default());
    let counts = speech.say_with(
        "close-counts",
        &[
            ("pass", &count(Outcome::Pass)),
            ("warn", &count(Outcome::Warn)),
            ("fail", &count(Outcome::Fail)),
            ("unknown", &count(Outcome::Unknown)),
            ("ask", &count(Outcome::Ask)),
            ("skipped", &count(Outcome::Skipped)),
        ],
    );
    let seconds = Arg::Text(format!("{:.1}", report.duration_ms as f64 / 1000.0));
    let time = speech.say_with(
        "close-time",
        &[
            ("calls", &i64::from(report.graph.calls).into()),
            ("seconds", &seconds),
        ],
    );
    let look = sheet.look();
    let (word, outcome) = verdict(report);
    sheet.paragraph(
        0,
        &format!(
            "{}: {counts} · {time}",
            look.paint(look.style(outcome).bold(), &speech.say(word))
        ),
    );
}

fn verdict(report: &Report) -> (&'static str, Outcome) {
    if report.interrupted {
        return ("close-interrupted", Outcome::Unknown);
    }
    let failed =
        |check: &CheckReport| check.outcome == Outcome::Fail && check.severity == Severity::Error;
    let doubtful = |check: &CheckReport| matches!(check.outcome, Outcome::Fail | Outcome::Warn);
    let judged = |check: &CheckReport| check.outcome != Outcome::Skipped;
    match report.verdict {
        Verdict::Healthy if !report.checks.iter().any(judged) => {
            ("close-nothing", Outcome::Unknown)
        }
        Verdict::Healthy if report.checks.iter().any(doubtful) => {
            ("close-healthy-warnings", Outcome::Warn)
        }
        Verdict::Healthy => ("close-healthy", Outcome::Pass),
        Verdict::Findings if report.checks.iter().any(failed) => ("close-findings", Outcome::Fail),
        Verdict::Findings => ("close-findings-warning", Outcome::Warn),
        Verdict::Inconclusive => ("close-inconclusive", Outcome::Unknown),
    }
}

fn interrupted(check: &CheckReport) -> bool {
    check
        .because
        .as_ref()
        .is_some_and(|because| because.kind == BecauseKind::Interrupted)
}

/// Skipped for no other reason than that the app's secret is not known.
fn needs_secret(check: &CheckReport, access: Access) -> bool {
    access == Access::Token
        && check
            .because
            .as_ref()
            .is_some_and(|because| because.kind == BecauseKind::Access)
}
