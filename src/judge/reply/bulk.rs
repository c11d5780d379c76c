//! The reply does not pass for bulk in the platform. Meta itself delivers it.

use super::ReplyCase;
use crate::judge::Verdict;
use crate::model::{BecauseKind, Outcome};

pub(super) fn judge(case: &ReplyCase<'_>) -> Verdict {
    let Some(bulk) = case.own().bulk.or(case.meta.replies.bulk) else {
        return Verdict::skip(BecauseKind::Platform);
    };
    let Some(alike) = case.reply.alike else {
        return case.ask("confirm-reply-bulk").into();
    };
    if alike <= bulk.more_than {
        return Verdict::pass();
    }
    case.finding("bulk-hidden-in-platform")
        .becoming(Outcome::Warn)
        .with("alike", i64::from(alike))
        .with("most", i64::from(bulk.more_than))
        .with("period", i64::from(bulk.minutes))
        .into()
}
