//! The way of a message that was followed: each hop with its time, in words.

use super::Report;
use crate::model::{Arg, Args};
use crate::speech::Speech;

/// The check that tells of it.
const CHECK: &str = "message-round-trip";
/// The hops that take time: the value that holds it, in milliseconds.
const HOPS: [&str; 3] = ["webhook_ms", "seen_ms", "shown_ms"];

/// A line for each thing that is known of the way, hops in the order of their times; none where no message was followed.
#[must_use]
pub fn lines(report: &Report, speech: &Speech) -> Vec<String> {
    let Some(check) = report.checks.iter().find(|check| check.id == CHECK) else {
        return Vec::new();
    };
    let args = &check.args;
    let mut hops: Vec<(i64, &str)> = HOPS
        .iter()
        .filter_map(|hop| Some((time(args, hop)?, *hop)))
        .collect();
    hops.sort_unstable();
    let mut lines = Vec::new();
    let sender = word(args, "sender");
    let of_sender = |what: &str| known(speech, format!("trip-{what}-{}", sender?));
    lines.extend(of_sender("sender"));
    for (ms, hop) in &hops {
        let after = [("seconds", &seconds(*ms, speech))];
        match *hop {
            "webhook_ms" => {
                let channel = word(args, "channel").unwrap_or_default();
                let key = format!("trip-webhook-{channel}");
                let key = if speech.knows(&key) {
                    key
                } else {
                    "trip-webhook-messaging".to_owned()
                };
                lines.push(speech.say_with(&key, &after));
            }
            "seen_ms" => {
                lines.push(speech.say_with("trip-seen", &after));
                let times = args
                    .get("times")
                    .filter(|times| **times != Arg::from(1_i64));
                lines.extend(times.map(|times| speech.say_with("trip-times", &[("count", times)])));
                lines.extend(holder(args, speech));
            }
            _ => lines.push(speech.say_with("trip-shown", &after)),
        }
    }
    if let Some(ms) = time(args, "unseen_ms") {
        let within = [("seconds", &seconds(ms, speech))];
        lines.push(speech.say_with("trip-unseen", &within));
    }
    if !hops.is_empty() {
        lines.extend(of_sender("proves"));
    }
    lines
}

/// Who holds the conversation, and how certain that is: Meta names the app, or says only whether it is ours.
fn holder(args: &Args, speech: &Speech) -> Option<String> {
    let holder = word(args, "holder")?;
    let named = args.get("owner").map(|owner| ("app", owner));
    let key = match named {
        Some(_) => format!("trip-holder-{holder}-named"),
        None => format!("trip-holder-{holder}"),
    };
    let values = named.as_slice();
    speech.knows(&key).then(|| speech.say_with(&key, values))
}

fn time(args: &Args, name: &str) -> Option<i64> {
    match args.get(name) {
        Some(Arg::Number(ms)) => Some(*ms),
        _ => None,
    }
}

fn word<'a>(args: &'a Args, name: &str) -> Option<&'a str> {
    match args.get(name) {
        Some(Arg::Text(word)) => Some(word),
        _ => None,
    }
}

/// What a later igdoctor knows besides is left out.
fn known(speech: &Speech, key: String) -> Option<String> {
    speech.knows(&key).then(|| speech.say(&key))
}

/// Seconds with one decimal.
fn seconds(ms: i64, speech: &Speech) -> Arg {
    let tenths = i32::try_from((ms + 50) / 100).unwrap_or(i32::MAX);
    Arg::Text(speech.decimal(f64::from(tenths) / 10.0))
}
