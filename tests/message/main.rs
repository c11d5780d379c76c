//! `igdoctor message`: every limit at both of its sides, for Meta and for the platforms that have limits of their own.

#[path = "../common/mod.rs"]
mod common;

mod content;
mod forms;
mod owner;
mod target;
mod thread;
mod told;
mod window;

use chrono::{TimeDelta, Utc};
use common::{Run, run};

/// A reply to which nobody objects, on an app of one's own: what a test adds is what it is about.
const FINE: &[&str] = &["--text", "Olá!", "--to", "1234567890123456"];

/// A reply as JSON.
fn message(args: &[&str]) -> Run {
    run(&[&["message", "--format", "json"], args].concat())
}

/// A time so long ago. A minute is added or taken away, as the test itself takes time.
fn ago(hours: i64) -> String {
    (Utc::now() - TimeDelta::hours(hours)).to_rfc3339()
}
