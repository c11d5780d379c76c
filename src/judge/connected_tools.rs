//! “Allow access to messages” is on.

use super::{Case, Verdict};
use crate::model::Question;

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    // Meta's own word that the switch is off is certain, also beside threads that it still lists (graph-api 5.1).
    if let Some(finding) = case.first_refusal(&[Question::Conversations, Question::Outsider]) {
        return finding.with_some("username", case.username()).into();
    }
    match case.evidence.conversations.value() {
        Some(threads) if threads.is_empty() => case
            .finding("no-conversations-yet")
            .with_some("username", case.username())
            .into(),
        // A thread that is shown proves the switch on (graph-api 0.2, row 3).
        Some(_) => Verdict::pass(),
        None => Verdict::Undecided(vec![Question::Conversations]),
    }
}
