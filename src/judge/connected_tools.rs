//! “Allow access to messages” is on.

use super::{Case, Verdict};
use crate::model::Question;

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    match case.evidence.conversations.value() {
        Some(threads) if threads.is_empty() => case
            .finding("no-conversations-yet")
            .with_some("username", case.username())
            .into(),
        // A thread that is shown proves the switch on (graph-api 0.2, row 3).
        Some(_) => Verdict::pass(),
        None => match case.first_refusal(&[Question::Conversations, Question::Outsider]) {
            Some(finding) => finding.with_some("username", case.username()).into(),
            None => Verdict::Undecided(vec![Question::Conversations]),
        },
    }
}
