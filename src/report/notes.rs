//! Notes: what is worth saying about a run, beside its checks.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::Note;
use crate::catalog;
use crate::catalog::Catalog;
use crate::engine::Settled;
use crate::evidence::{NotAsked, Saved, State};
use crate::graph::USAGE_LIMIT;
use crate::model::{Arg, Args, Because, BecauseKind, Outcome, Question, nearest};
use crate::plan::SIGNED_EVENT;
use crate::speech::Speech;
use crate::tenant::Waiver;

/// Every note of a run, without words.
pub(super) fn notes(catalog: &Catalog, saved: &Saved, settled: &[Settled]) -> Vec<Note> {
    let routing = settled
        .iter()
        .find(|check| check.id == "default-routing-app")
        .map(|check| check.outcome);
    let all = [
        usage(saved),
        version(saved),
        callback(saved),
        online(settled),
        unsigned(saved),
        routing_status(saved, routing),
        standby(saved, routing),
    ];
    let mut notes: Vec<Note> = all.into_iter().flatten().collect();
    notes.extend(waivers(catalog, saved, settled));
    notes.extend(old_answers(saved, settled));
    notes
}

pub(super) fn note<const N: usize>(kind: &str, args: [(&str, Arg); N]) -> Note {
    let args: Args = args
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    Note {
        kind: kind.to_owned(),
        args,
        message: String::new(),
    }
}

/// Meta's limits are near, so some questions were not asked.
fn usage(saved: &Saved) -> Option<Note> {
    let left_out =
        |question: &&Question| saved.evidence.state(**question) == State::NotAsked(NotAsked::Usage);
    let questions: Vec<String> = Question::ALL
        .iter()
        .filter(left_out)
        .map(ToString::to_string)
        .collect();
    let percent = saved.asked.usage_percent;
    (percent > USAGE_LIMIT && !questions.is_empty()).then(|| {
        note(
            "usage",
            [("percent", percent.into()), ("questions", questions.into())],
        )
    })
}

/// Meta answered with another version than the one asked for.
fn version(saved: &Saved) -> Option<Note> {
    let requested = saved.asked.version_requested.as_str();
    let answered = saved
        .asked
        .version_answered
        .as_deref()
        .filter(|answered| *answered != requested)?;
    Some(note(
        "graph-version",
        [
            ("answered", answered.into()),
            ("requested", requested.into()),
        ],
    ))
}

/// The callback was asked from here, which is not where Meta is.
fn callback(saved: &Saved) -> Option<Note> {
    let asked = saved
        .evidence
        .callback
        .value()
        .is_some_and(|facts| facts.to_wrong_token.is_some());
    asked.then(|| note("callback-probe", []))
}

/// The platform says that somebody is there, which may be a person or not.
fn online(settled: &[Settled]) -> Option<Note> {
    let unproven =
        |check: &Settled| check.outcome == Outcome::Pass && check.args.contains_key("unproven");
    let mut all = settled.iter();
    all.any(unproven).then(|| note("online-unproven", []))
}

/// Events were asked for, and the callback answers, but there is no secret to sign them with.
fn unsigned(saved: &Saved) -> Option<Note> {
    let wanted = saved.selection.with.iter().any(|part| part == SIGNED_EVENT);
    let facts = saved.evidence.callback.value().filter(|_| wanted)?;
    let unsent = facts.to_wrong_token.is_some() && facts.problem.is_none();
    (unsent && facts.events.is_none()).then(|| note("events-unsent", []))
}

/// Meta's own view of conversation routing: what it means is not defined, so it is shown where routing is in doubt, and never judged (graph-api 6.3).
fn routing_status(saved: &Saved, routing: Option<Outcome>) -> Option<Note> {
    let doubted = routing
        .is_some_and(|outcome| matches!(outcome, Outcome::Warn | Outcome::Fail | Outcome::Ask));
    let status = saved
        .evidence
        .page
        .value()
        .filter(|_| doubted)?
        .messaging_feature_status
        .as_ref()?;
    Some(note(
        "routing-status",
        [("status", status.to_string().into())],
    ))
}

/// While another app is the default, messages may come as standby copies only: without that field, not at all.
fn standby(saved: &Saved, routing: Option<Outcome>) -> Option<Note> {
    let routed_elsewhere = matches!(routing, Some(Outcome::Warn | Outcome::Fail));
    let object = saved.expect.webhook_object();
    let webhook = saved
        .evidence
        .app_webhooks
        .value()
        .filter(|_| routed_elsewhere)?
        .iter()
        .find(|webhook| webhook.object == object)?;
    let on = webhook.fields.iter().any(|field| field.name == "standby");
    (!on).then(|| note("standby-off", []))
}

/// What a person saw too long ago, where it is asked again now.
fn old_answers(saved: &Saved, settled: &[Settled]) -> Vec<Note> {
    let asked = |check: &str| {
        settled
            .iter()
            .any(|settled| settled.id == check && settled.outcome == Outcome::Ask)
    };
    let mut old: BTreeMap<&str, DateTime<Utc>> = BTreeMap::new();
    for seen in &saved.expect.answers {
        if seen.is_old(saved.taken_at) && asked(&seen.check) {
            let newest = old.entry(&seen.check).or_insert(seen.at);
            *newest = seen.at.max(*newest);
        }
    }
    old.into_iter()
        .map(|(check, at)| note("answer-old", [("check", check.into()), ("at", at.into())]))
        .collect()
}

/// Waivers that accept nothing: because they cannot, or because there is nothing to accept.
fn waivers(catalog: &Catalog, saved: &Saved, settled: &[Settled]) -> Vec<Note> {
    let used: Vec<usize> = settled
        .iter()
        .filter_map(|check| check.waived.map(|(_, index)| index))
        .collect();
    let all = saved.expect.waivers.iter().enumerate();
    all.filter(|(index, _)| !used.contains(index))
        .filter_map(|(_, waiver)| {
            invalid(catalog, saved, waiver).or_else(|| unused(settled, waiver))
        })
        .collect()
}

/// A day as a point in time.
fn end(day: NaiveDate) -> Arg {
    day.and_time(NaiveTime::MIN).and_utc().into()
}

/// It is over, or names what does not exist.
fn invalid(catalog: &Catalog, saved: &Saved, waiver: &Waiver) -> Option<Note> {
    let of_check = |kind: &str, hint: Option<&str>| {
        note(
            Note::INVALID_WAIVER,
            [
                ("check", waiver.check.as_str().into()),
                ("cause", waiver.cause.as_deref().unwrap_or("none").into()),
                ("problem", kind.into()),
                ("until", end(waiver.until)),
                ("hint", hint.unwrap_or("none").into()),
            ],
        )
    };
    let Some(check) = catalog.check(&waiver.check) else {
        let hint = nearest(&waiver.check, catalog::ids());
        return Some(of_check("unknown-check", hint));
    };
    if let Some(cause) = &waiver.cause
        && catalog.owner(cause).is_none()
        && catalog.free_cause(cause).is_none()
    {
        let hint = nearest(cause, check.causes());
        return Some(of_check("unknown-cause", hint));
    }
    waiver
        .has_expired(saved.taken_at)
        .then(|| of_check("expired", None))
}

/// There was nothing to accept, not even beside its cause. What was not selected says nothing about it.
fn unused(settled: &[Settled], waiver: &Waiver) -> Option<Note> {
    let beside = |check: &Settled| match (check.args.get("also"), &waiver.cause) {
        (Some(Arg::List(also)), Some(cause)) => also.contains(cause),
        _ => false,
    };
    let left_out = Some(Because::Of(BecauseKind::Request));
    let wanted = |check: &&Settled| check.id == waiver.check && check.because != left_out;
    let check = settled.iter().find(wanted)?;
    (!beside(check)).then(|| {
        note(
            "waiver-unused",
            [
                ("check", waiver.check.as_str().into()),
                ("cause", waiver.cause.as_deref().unwrap_or("none").into()),
            ],
        )
    })
}

impl Note {
    /// A tenant that could not be checked.
    pub(super) const NOT_CHECKED: &str = "tenant-not-checked";
    /// Tenants that an interrupted run did not reach.
    pub(super) const LEFT: &str = "tenants-left";
    /// What lies with an app, for all its tenants.
    pub(super) const APP_AT_FAULT: &str = "provider-app-restricted";
    /// A waiver that is over, or names what does not exist.
    pub(super) const INVALID_WAIVER: &str = "waiver-invalid";

    /// Whether it is of a kind.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }

    /// Whether it counts as a warning.
    pub(super) fn counts(&self) -> bool {
        self.is(Self::INVALID_WAIVER)
    }

    /// Whether it blames an app for a finding.
    pub(super) fn blames(&self, app: &str, check: &str, cause: &str) -> bool {
        let says = |name: &str, value: &str| self.args.get(name) == Some(&Arg::from(value));
        self.is(Self::APP_AT_FAULT)
            && [("app", app), ("check", check), ("cause", cause)]
                .into_iter()
                .all(|(name, value)| says(name, value))
    }

    /// Puts its words into it. A note of a later igdoctor keeps those that it came with.
    pub(super) fn say(&mut self, speech: &Speech) {
        let key = format!("note-{}", self.kind);
        if !speech.knows(&key) {
            return;
        }
        let args: Vec<(&str, &Arg)> = self
            .args
            .iter()
            .map(|(name, value)| (name.as_str(), value))
            .collect();
        self.message = speech.say_with(&key, &args);
    }
}
