//! A message really makes the whole way: where the one that was followed stopped.

use super::{Case, Finding, Verdict};
use crate::evidence::round_trip::{Place, RoundTrip};
use crate::model::{Arg, Args, Outcome, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    match case.evidence.round_trip.value() {
        None => Verdict::Undecided(vec![Question::RoundTrip]),
        Some(trip) => stopped(case, trip).map_or_else(|| Verdict::Pass(told(trip)), Verdict::from),
    }
}

/// Where it stopped; `None` if it came through.
fn stopped(case: &Case<'_>, trip: &RoundTrip) -> Option<Finding> {
    let found = |cause| {
        let mut finding = case.finding(cause);
        finding.args = told(trip);
        finding
    };
    let open = |what: &str| found("confirm-message-round-trip").with("open", what);
    if !trip.is_at_meta() && trip.shown != Some(true) {
        return Some(match (trip.sent, trip.place) {
            (_, Some(Place::Requests)) => found("message-in-requests"),
            // Somebody looked and found it: then it was sent.
            (Some(true), _) | (_, Some(Place::Inbox)) => found("message-not-seen")
                .with_some("minutes", trip.whole_minutes())
                .with_some("place", trip.place.map(Place::as_str)),
            (Some(false), _) => open("not-sent"),
            (None, _) => open("untold-sent"),
        });
    }
    let owner = trip.other_owner(&case.expect.app_ids);
    let unheard = trip.heard.as_ref().filter(|heard| heard.ms.is_none());
    if let Some(heard) = unheard {
        let wrong = (heard.wrong > 0).then_some(Arg::from(u64::from(heard.wrong)));
        let finding = found("webhook-not-delivered")
            .with_some("wrong", wrong)
            .with_some("owner", owner);
        // It got there by another way: then only the listener stands beside it.
        let arrived = trip.shown == Some(true);
        return Some(if arrived {
            finding.becoming(Outcome::Warn)
        } else {
            finding
        });
    }
    match (trip.shown, trip.place) {
        (Some(true), _) => None,
        (Some(false), Some(Place::Requests)) => Some(found("message-in-requests")),
        (Some(false), _) => Some(found("not-shown-in-platform").with_some("owner", owner)),
        // Whose app it is, the listener stands for the platform.
        (None, _) if trip.heard.is_some() && case.expect.platform.own_app => None,
        (None, _) => Some(open("untold-shown")),
    }
}

/// The word, and each hop with its time in milliseconds.
fn told(trip: &RoundTrip) -> Args {
    let mut args = Args::from([("word".to_owned(), trip.word.as_str().into())]);
    let mut tell = |name: &str, value: Option<Arg>| {
        args.extend(value.map(|value| (name.to_owned(), value)));
    };
    tell("sender", trip.sender.map(|sender| sender.as_str().into()));
    let seen = trip.seen.as_ref();
    tell("seen_ms", seen.map(|seen| seen.ms.into()));
    tell("times", seen.map(|seen| u64::from(seen.times).into()));
    tell("thread", seen.map(|seen| seen.thread.as_str().into()));
    tell(
        "holder",
        seen.and_then(|seen| Some(seen.holder?.as_str().into())),
    );
    let heard = trip.heard.as_ref();
    tell("webhook_ms", heard.and_then(|heard| Some(heard.ms?.into())));
    tell(
        "channel",
        heard.and_then(|heard| Some(heard.channel?.as_str().into())),
    );
    tell(
        "shown_ms",
        trip.shown_ms
            .filter(|_| trip.shown == Some(true))
            .map(Arg::from),
    );
    args
}
