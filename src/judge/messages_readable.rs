//! Direct messages can be read through the API.

use super::{Case, Verdict};
use crate::model::Question;

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    match case.evidence.conversations.value() {
        Some(threads) if threads.is_empty() => Verdict::skip_for("connected-tools"),
        Some(_) => Verdict::pass(),
        None => case.refusal(Question::Conversations).map_or_else(
            || Verdict::Undecided(vec![Question::Conversations]),
            Verdict::from,
        ),
    }
}
