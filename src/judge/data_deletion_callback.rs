//! The addresses for data deletion and for removing the app answer as Meta requires (graph-api 12).

use super::{Case, Finding, Verdict};
use crate::evidence::deletion_callback::{AddressFacts, Reaction};
use crate::evidence::probe::Step;
use crate::evidence::{NotAsked, State};
use crate::model::{BecauseKind, Cause, Outcome, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    let Some(facts) = case.evidence.deletion_callback.value() else {
        return match case.evidence.deletion_callback.state() {
            State::NotAsked(NotAsked::Config) => Verdict::skip(BecauseKind::Config),
            _ => Verdict::Undecided(vec![Question::DeletionCallback]),
        };
    };
    let deletion = facts.deletion.as_ref().and_then(|facts| {
        let cause = "deletion-callback-invalid";
        look(case, cause, facts, Reaction::confirms)
    });
    let deauthorize = facts.deauthorize.as_ref().and_then(|facts| {
        let cause = "deauthorize-callback-invalid";
        look(case, cause, facts, Reaction::is_taken)
    });
    Verdict::of(deletion.into_iter().chain(deauthorize).collect())
}

/// What is wrong with one address. `done` tells whether an answer is the one that Meta wants.
fn look(
    case: &Case<'_>,
    cause: Cause,
    facts: &AddressFacts,
    done: fn(Reaction) -> bool,
) -> Option<Finding> {
    let found = |step: Step, reason: &str| {
        case.finding(cause)
            .with("url", facts.url.as_str())
            .with_some("address", facts.address.map(|address| address.to_string()))
            .with("stage", step.as_str())
            .with("reason", reason)
    };
    if let Some((step, problem)) = facts.lost {
        let finding = found(step, problem.as_str());
        return Some(if problem.tells_nothing() {
            finding.becoming(Outcome::Unknown)
        } else {
            finding
        });
    }
    let with_status = |step, reason: &str, reaction: Reaction| {
        found(step, reason).with("status", i64::from(reaction.status))
    };
    let right = facts.right?;
    if !done(right) {
        let reason = match right.status {
            200..=299 => right.body.as_str(),
            300..=399 => "redirect",
            404 | 410 => "not-found",
            429 => "limited",
            500.. => "server-error",
            _ => "request-refused",
        };
        let finding = with_status(Step::SignedRequest, reason, right);
        return Some(if right.status == 429 {
            finding.becoming(Outcome::Unknown)
        } else {
            finding
        });
    }
    let wrong = facts.wrong?;
    done(wrong).then(|| with_status(Step::ForgedRequest, "forgery-accepted", wrong))
}
