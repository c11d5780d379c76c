//! The platform's app is the default app of conversation routing, or none is. It cannot be read; these are its traces (graph-api 6.4).

use super::{Case, Verdict};
use crate::evidence::conversations::Thread;
use crate::model::{BecauseKind, Flow, Outcome, Question, Routing};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    // That the app is no receiver says nothing alone (graph-api 6.4).
    let mut refused = [
        Question::Conversations,
        Question::ThreadOwner,
        Question::Outsider,
    ]
    .iter()
    .filter_map(|question| case.refusal(*question));
    if let Some(finding) = refused.find(|finding| finding.cause == "routed-to-other-app") {
        return finding.becoming(Outcome::Fail).into();
    }
    let chosen = case.expect.platform.routing == Routing::Chosen;
    // Only the owner and the default app are shown an owner; only the default app is shown the receivers.
    let owner_shown = case
        .evidence
        .thread_owner
        .value()
        .is_some_and(|owner| owner.app_id.is_some());
    let receivers_shown = case.evidence.receivers.value().is_some();
    if owner_shown || (receivers_shown && !chosen) {
        return Verdict::pass();
    }
    match case.evidence.conversations.value() {
        None => Verdict::Undecided(vec![Question::Conversations]),
        Some(threads) if threads.is_empty() => Verdict::skip_for("connected-tools"),
        Some(threads) => by_threads(case, threads, chosen),
    }
}

fn by_threads(case: &Case<'_>, threads: &[Thread], chosen: bool) -> Verdict {
    if threads.iter().all(|thread| thread.is_owner.is_none()) {
        return match case.expect.flow {
            Flow::Instagram => Verdict::skip(BecauseKind::Flow),
            Flow::Facebook if chosen => unproven(case),
            Flow::Facebook => Verdict::pass(),
        };
    }
    let fresh: Vec<&Thread> = threads
        .iter()
        .filter(|thread| thread.is_fresh(case.now))
        .collect();
    if fresh.iter().any(|thread| thread.is_owner == Some(true)) {
        Verdict::pass()
    } else if !fresh.is_empty() && fresh.iter().all(|thread| thread.is_owner == Some(false)) {
        let cause = if not_a_receiver(case) {
            "not-a-receiver"
        } else {
            "routed-to-other-app"
        };
        case.finding(cause).with("threads", fresh.len()).into()
    } else if fresh.is_empty()
        && !chosen
        && threads.iter().any(|thread| thread.is_owner == Some(true))
    {
        Verdict::pass()
    } else {
        unproven(case)
    }
}

/// Nothing speaks for it: a person must look, unless the owner of a thread could not be asked.
fn unproven(case: &Case<'_>) -> Verdict {
    // Whoever is no default app is refused; that is an answer of its own.
    let asked_in_vain = case.came_to_nothing(Question::ThreadOwner);
    if asked_in_vain {
        Verdict::Undecided(vec![Question::ThreadOwner])
    } else {
        Verdict::Ask
    }
}

/// Alone this refusal says nothing; with threads that are not ours it tells why.
fn not_a_receiver(case: &Case<'_>) -> bool {
    use crate::catalog::Meaning;
    match case.meaning(Question::Receivers) {
        Some(Meaning::Claimed { cause, .. } | Meaning::Known { cause, .. }) => {
            cause == "not-a-receiver"
        }
        _ => false,
    }
}
