//! A message really makes the whole way: where the one that was followed stopped.

use super::{Case, Finding, Verdict};
use crate::evidence::round_trip::{Holder, Place, RoundTrip, Seen};
use crate::evidence::thread_owner::INBOX;
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
    let open = |what: &str| Some(found("confirm-message-round-trip").with("open", what));
    let in_requests = || {
        let unshown = (trip.shown == Some(false)).then_some("unshown");
        found("message-in-requests").with_some("unshown", unshown)
    };
    if let Some(hindrance) = trip.hindrance {
        // Nobody was shown the word.
        let finding = case.finding("confirm-message-round-trip");
        let what = hindrance.as_str();
        let instead = format!("{what}-do");
        return Some(finding.with("unsent", what).with("instead", instead));
    }
    // Whoever found it there saw it arrive.
    let sent = match trip.place {
        Some(Place::Inbox | Place::Requests) => Some(true),
        Some(Place::Nowhere) | None => trip.sent,
    };
    if !trip.is_at_meta() && trip.shown != Some(true) {
        match (sent, trip.place) {
            (Some(false), _) => return open("not-sent"),
            (None, _) => return open("untold-sent"),
            (Some(true), Some(Place::Requests)) => return Some(in_requests()),
            (Some(true), _) if trip.looked => {
                let finding = found("message-not-seen")
                    .with_some("minutes", trip.whole_minutes())
                    .with_some("place", trip.place.map(Place::as_str));
                return Some(finding);
            }
            // Nobody could look: the listener alone tells.
            (Some(true), _) => {}
        }
    }
    let held_by = trip.seen.as_ref().and_then(held_by);
    let unheard = trip.heard.as_ref().filter(|heard| heard.ms.is_none());
    if let Some(heard) = unheard {
        let wrong = (heard.wrong > 0).then_some(Arg::from(u64::from(heard.wrong)));
        let finding = found("webhook-not-delivered")
            .with_some("wrong", wrong)
            .with_some("held_by", held_by);
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
        (Some(false), Some(Place::Requests)) => Some(in_requests()),
        (Some(false), _) => Some(found("not-shown-in-platform").with_some("held_by", held_by)),
        // Whose app it is, the listener stands for the platform.
        (None, _) if trip.heard.is_some() && case.expect.platform.own_app => None,
        (None, _) => open("untold-shown"),
    }
}

/// The other app that holds the conversation, if it is another one.
fn held_by(seen: &Seen) -> Option<&str> {
    let owner = match seen.owner.as_deref() {
        Some(INBOX) => "instagram-inbox",
        Some(app) => app,
        None => "unnamed",
    };
    Some(owner).filter(|_| seen.holder == Some(Holder::Other))
}

/// The word, and each hop with its time in milliseconds since the word was shown.
fn told(trip: &RoundTrip) -> Args {
    let mut args = Args::from([("word".to_owned(), trip.word.as_str().into())]);
    let mut tell = |name: &str, value: Option<Arg>| {
        args.extend(value.map(|value| (name.to_owned(), value)));
    };
    let sender = trip
        .sender
        .filter(|_| trip.hindrance.is_none() && trip.sent != Some(false));
    tell("sender", sender.map(|sender| sender.as_str().into()));
    let seen = trip.seen.as_ref();
    let unseen = trip.looked && seen.is_none();
    tell("unseen_ms", unseen.then(|| trip.waited_ms.into()));
    tell("seen_ms", seen.map(|seen| seen.ms.into()));
    tell("times", seen.map(|seen| u64::from(seen.times).into()));
    tell("thread", seen.map(|seen| seen.thread.as_str().into()));
    tell(
        "holder",
        seen.and_then(|seen| Some(seen.holder?.as_str().into())),
    );
    tell(
        "owner",
        seen.and_then(|seen| Some(seen.owner.as_deref()?.into())),
    );
    let heard = trip.heard.as_ref();
    tell(
        "account",
        heard.and_then(|heard| Some(heard.account.as_deref()?.into())),
    );
    tell(
        "elsewhere",
        heard.and_then(|heard| Some(heard.elsewhere.as_deref()?.into())),
    );
    tell("webhook_ms", heard.and_then(|heard| Some(heard.ms?.into())));
    tell(
        "channel",
        heard.and_then(|heard| Some(heard.channel?.as_str().into())),
    );
    let shown = trip.shown_ms.filter(|_| trip.shown == Some(true));
    tell("shown_ms", shown.map(Arg::from));
    args
}
