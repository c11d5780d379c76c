//! The message path as one line, with the place where messages stop.

use super::{CheckReport, Report};
use crate::model::{Area, Flow, Outcome};

/// How one station stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Station {
    /// Everything that was checked holds.
    Fine,
    /// It works, with a warning.
    Doubtful,
    /// Messages stop here.
    Broken,
    /// Could not be told.
    Open,
    /// Only a person can see it.
    Asked,
    /// Nothing of it was checked.
    Unseen,
}

/// The stations of a report's path, in order.
pub(super) fn stations(report: &Report) -> Vec<(Area, Station)> {
    const PATH: [Area; 5] = [
        Area::Account,
        Area::Page,
        Area::App,
        Area::Webhook,
        Area::Platform,
    ];
    // The instagram flow has no Page, unless the platform wants one all the same.
    let looked =
        |check: &CheckReport| check.id == "page-access" && check.outcome != Outcome::Skipped;
    let has_page = report.tenant.flow == Flow::Facebook || report.checks.iter().any(looked);
    PATH.into_iter()
        .filter(|area| *area != Area::Page || has_page)
        .map(|area| (area, station(report, area)))
        .collect()
}

fn station(report: &Report, area: Area) -> Station {
    let mut station = Station::Unseen;
    for check in report.checks.iter().filter(|check| check.area == area) {
        let next = match check.outcome {
            Outcome::Pass | Outcome::Waived => Station::Fine,
            Outcome::Warn => Station::Doubtful,
            Outcome::Fail => Station::Broken,
            Outcome::Unknown => Station::Open,
            Outcome::Ask => Station::Asked,
            Outcome::Skipped => continue,
        };
        station = graver(station, next);
    }
    station
}

/// Broken before doubtful before open before fine; what only a person can see does not spoil what was seen.
const fn graver(a: Station, b: Station) -> Station {
    const fn rank(station: Station) -> u8 {
        match station {
            Station::Unseen => 0,
            Station::Asked => 1,
            Station::Fine => 2,
            Station::Open => 3,
            Station::Doubtful => 4,
            Station::Broken => 5,
        }
    }
    if rank(b) > rank(a) { b } else { a }
}
