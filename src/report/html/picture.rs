//! The message path as a picture, drawn twice: lying for a desktop, standing for a phone. Lengths are in pixels.

use crate::model::{Area, Outcome};
use crate::report::Report;
use crate::report::path::{Station, remark, stations, stop};
use crate::report::summary;
use crate::speech::Speech;

/// Width of a station in the lying picture.
const STEP: usize = 140;
/// Room beside the first and the last station, where words are wider than a station.
const ROOM: usize = 40;
/// Height of a station in the standing picture.
const RISE: usize = 76;

/// The message path.
pub(super) struct Picture {
    /// Ids of its parts begin with it.
    pub id: String,
    /// Its stations, in order.
    pub stations: Vec<Stop>,
    /// Size of the lying picture: width and height.
    pub lying: (usize, usize),
    /// Size of the standing picture.
    pub standing: (usize, usize),
    /// The picture in words.
    pub says: String,
    /// What can be said where nothing is broken.
    pub remark: Option<String>,
}

/// A station.
pub(super) struct Stop {
    /// Its name.
    pub name: String,
    /// How it stands.
    pub outcome: Outcome,
    /// That in a word.
    pub word: String,
    /// What stands there if messages stop here.
    pub stops: Option<String>,
    /// Where it is in the lying picture: its middle, from the left.
    pub x: usize,
    /// Where it is in the standing picture: its top.
    pub y: usize,
    /// The way to the next station: none behind the last.
    pub way: Option<Way>,
}

/// The way from one station to the next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Messages pass.
    Open,
    /// Here they would have to pass.
    Cut,
    /// They do not get that far, or nobody knows.
    Idle,
}

impl Way {
    /// Its class in the style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Open => "way",
            Self::Cut => "way cut",
            Self::Idle => "way idle",
        }
    }
}

impl Picture {
    /// The picture of a report.
    pub fn new(report: &Report, id: &str, speech: &Speech) -> Self {
        let path = stations(report);
        let stopped = stop(&path);
        let count = path.len();
        let stops = speech.say("path-stops");
        let stations: Vec<Stop> = path
            .iter()
            .enumerate()
            .map(|(place, (area, station))| {
                let outcome = station.outcome();
                let here = stopped == Some(place);
                Stop {
                    name: speech.say(&format!("area-{area}")),
                    outcome,
                    word: speech.say(&format!("outcome-{outcome}")),
                    stops: here.then(|| stops.clone()),
                    x: ROOM + place * STEP + STEP / 2,
                    y: place * RISE,
                    way: way(&path, place, stopped),
                }
            })
            .collect();
        Self {
            id: id.to_owned(),
            lying: (
                count * STEP + 2 * ROOM,
                if stopped.is_some() { 156 } else { 122 },
            ),
            standing: (
                320,
                // Below the last station, words need a line more.
                count.saturating_sub(1) * RISE
                    + if stopped.is_some_and(|stop| stop + 1 == count) {
                        70
                    } else {
                        46
                    },
            ),
            says: in_words(&stations),
            // Where something off the path is broken, to say that the path is clear would mislead.
            remark: (stopped.is_none() && !summary::is_broken(report))
                .then(|| speech.say(remark(report, &path))),
            stations,
        }
    }
}

/// The way behind a station. Messages surely pass only between stations that were both seen.
fn way(path: &[(Area, Station)], place: usize, stopped: Option<usize>) -> Option<Way> {
    let seen = |place: usize| {
        path.get(place)
            .is_some_and(|(_, station)| matches!(station, Station::Fine | Station::Doubtful))
    };
    path.get(place + 1)?;
    Some(match stopped {
        Some(stop) if place == stop => Way::Cut,
        Some(stop) if place > stop => Way::Idle,
        _ if seen(place) && (seen(place + 1) || stopped == Some(place + 1)) => Way::Open,
        _ => Way::Idle,
    })
}

/// For whoever does not see the picture: each station, and where messages stop.
fn in_words(stations: &[Stop]) -> String {
    let texts: Vec<String> = stations
        .iter()
        .map(|station| {
            let stops = station.stops.as_ref().map(|stops| format!(" ({stops})"));
            format!(
                "{}: {}{}",
                station.name,
                station.word,
                stops.unwrap_or_default()
            )
        })
        .collect();
    texts.join("; ")
}
