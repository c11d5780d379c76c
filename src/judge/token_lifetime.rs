//! Token and data access do not end within 14 days.

use chrono::TimeDelta;

use super::{Case, Verdict};
use crate::model::{BecauseKind, Flow, Outcome, Question};

const SOON: TimeDelta = TimeDelta::days(14);
const TODAY: TimeDelta = TimeDelta::days(1);

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    // Of a token that is not valid, or not this app's, nothing of its life is told.
    let facts = case.evidence.token.value().filter(|facts| facts.is_valid);
    let stored = case.expect.token_expires_at;
    if facts.is_none() && stored.is_none() {
        return match case.expect.flow {
            Flow::Facebook if case.evidence.token.value().is_none() => {
                Verdict::Undecided(vec![Question::Token])
            }
            // No read call tells the end of an Instagram token (graph-api 0.2, row 15).
            Flow::Facebook | Flow::Instagram => Verdict::skip(BecauseKind::Access),
        };
    }
    let data_access = facts.and_then(|facts| facts.data_access_expires_at);
    if data_access.is_some_and(|end| end <= case.now) {
        return case
            .finding("data-access-expired")
            .with_some("date", data_access)
            .into();
    }
    let ends = [facts.map_or(stored, |facts| facts.expires_at), data_access];
    let Some(end) = ends
        .into_iter()
        .flatten()
        .min()
        .filter(|end| *end - case.now <= SOON)
    else {
        return Verdict::pass();
    };
    let left = end - case.now;
    let finding = case.finding("expires-soon").with("date", end);
    if left <= TODAY {
        finding.becoming(Outcome::Fail).into()
    } else {
        finding.with("days", left.num_days()).into()
    }
}
