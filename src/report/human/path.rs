//! The message path, with a mark where messages stop. Where there is no room for one line, each station gets its own.

use super::Sheet;
use super::sheet::width;
use crate::model::{Area, Outcome};
use crate::report::Report;
use crate::report::path::{Station, remark, stations, stop};
use crate::speech::Speech;
use crate::terminal::Look;

pub(super) fn write(sheet: &mut Sheet, report: &Report, speech: &Speech) {
    let look = sheet.look();
    let stations = stations(report);
    if stations.is_empty() {
        return;
    }
    let labels: Vec<String> = stations
        .iter()
        .map(|(area, station)| label(look, speech, *area, *station))
        .collect();
    let stop = stop(&stations);
    let line = one_line(look, &labels, stop);
    sheet.heading(&speech.say("path-title"));
    if look.accessible || width(&line) > look.width {
        one_each(sheet, speech, &labels, stop);
    } else {
        sheet.line(0, &line);
        if let Some(stop) = stop {
            let (indent, mark) = pointer(look, column(&labels, stop), &speech.say("path-stops"));
            sheet.line(indent, &red(look, &mark));
        }
    }
    if stop.is_none() {
        sheet.paragraph(0, &look.dim(&speech.say(remark(report, &stations))));
    }
    sheet.blank();
}

/// The mark under a station, with its words on the side where there is room: its indent and its text.
fn pointer(look: Look, column: usize, says: &str) -> (usize, String) {
    let sign = if look.unicode { "▲" } else { "^" };
    let behind = format!("{sign} {says}");
    if column + width(&behind) <= look.width {
        return (column, behind);
    }
    let before = format!("{says} {sign}");
    ((column + 1).saturating_sub(width(&before)), before)
}

/// Columns between two stations.
const GAP: usize = 5;

/// All stations on one line, the link behind the broken one crossed out.
fn one_line(look: Look, labels: &[String], stop: Option<usize>) -> String {
    let (whole, cut) = if look.unicode {
        (" ─── ", " ─╳─ ")
    } else {
        (" --- ", " -X- ")
    };
    let mut line = String::new();
    for (index, label) in labels.iter().enumerate() {
        if index > 0 {
            line.push_str(if stop == Some(index - 1) { cut } else { whole });
        }
        line.push_str(label);
    }
    line
}

/// The column at which a station begins.
fn column(labels: &[String], station: usize) -> usize {
    labels
        .iter()
        .take(station)
        .map(|label| width(label) + GAP)
        .sum()
}

/// A line for each station.
fn one_each(sheet: &mut Sheet, speech: &Speech, labels: &[String], stop: Option<usize>) {
    let stops = red(sheet.look(), &speech.say("path-stops"));
    for (index, label) in labels.iter().enumerate() {
        let line = if stop == Some(index) {
            format!("{label}: {stops}")
        } else {
            label.clone()
        };
        sheet.line(2, &line);
    }
}

/// A station with the symbol of how it stands, or with the word for a screen reader.
fn label(look: Look, speech: &Speech, area: Area, station: Station) -> String {
    let outcome = station.outcome();
    let name = speech.say(&format!("area-{area}"));
    if look.accessible {
        return format!("{name}: {}", speech.say(&format!("outcome-{outcome}")));
    }
    look.mark(outcome, &name)
}

fn red(look: Look, text: &str) -> String {
    look.paint(Look::style(Outcome::Fail), text)
}
