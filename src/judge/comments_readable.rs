//! Comments can be read through the API.

use super::{Case, Verdict};
use crate::model::{BecauseKind, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    if !case.expect.platform.comments {
        return Verdict::skip(BecauseKind::Platform);
    }
    let Some(posts) = case.evidence.media.value() else {
        return Verdict::Undecided(vec![Question::Media]);
    };
    let count = posts
        .iter()
        .map(|post| post.comments_count)
        .fold(0, u64::saturating_add);
    let read = posts
        .iter()
        .map(|post| post.comments_read)
        .fold(0, usize::saturating_add);
    if count > 0 && read == 0 {
        return case.finding("comments-hidden").with("count", count).into();
    }
    Verdict::pass()
}
