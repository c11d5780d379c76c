//! Notes: what is worth saying about a run, beside its checks.

use super::Note;
use crate::engine::Settled;
use crate::evidence::{NotAsked, Saved, State};
use crate::graph::USAGE_LIMIT;
use crate::model::{Arg, Args, Outcome, Question};

/// Every note of a run, without words.
pub(super) fn notes(saved: &Saved, settled: &[Settled]) -> Vec<Note> {
    let routing = settled
        .iter()
        .find(|check| check.id == "default-routing-app")
        .map(|check| check.outcome);
    let all = [
        usage(saved),
        version(saved),
        callback(saved),
        routing_status(saved, routing),
        standby(saved, routing),
    ];
    all.into_iter().flatten().collect()
}

fn note<const N: usize>(kind: &str, args: [(&str, Arg); N]) -> Note {
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
