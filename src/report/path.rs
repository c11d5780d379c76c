//! The message path: its stations, and the place where messages stop.

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

impl Station {
    /// The outcome that it looks like.
    pub(super) const fn outcome(self) -> Outcome {
        match self {
            Self::Fine => Outcome::Pass,
            Self::Doubtful => Outcome::Warn,
            Self::Broken => Outcome::Fail,
            Self::Open => Outcome::Unknown,
            Self::Asked => Outcome::Ask,
            Self::Unseen => Outcome::Skipped,
        }
    }
}

/// Where messages stop. They stop once: beyond that point, what is broken is broken, but nothing stops there any more.
pub(super) fn stop(stations: &[(Area, Station)]) -> Option<usize> {
    stations
        .iter()
        .position(|(_, station)| *station == Station::Broken)
}

/// What can be said of a path on which nothing broken was seen: the key of its words.
pub(super) fn remark(report: &Report, stations: &[(Area, Station)]) -> &'static str {
    let lost = |check: &CheckReport| check.area == Area::Messages && check.outcome == Outcome::Fail;
    if report.checks.iter().any(lost) {
        return "path-lost";
    }
    let seen = stations
        .iter()
        .filter(|(_, station)| matches!(station, Station::Fine | Station::Doubtful))
        .count();
    match seen {
        0 => "path-person",
        all if all == stations.len() => "path-clear",
        _ => "path-open",
    }
}

/// The stations of a report's path, in order; none where it is about one reply.
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
    let of_setup = !report.is_of_reply();
    PATH.into_iter()
        .filter(|_| of_setup)
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
