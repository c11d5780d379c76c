//! The Page is published, and verified where the platform demands it.

use super::{Case, Verdict};
use crate::model::Question;

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    if let Some(verdict) = Verdict::without_page(case) {
        return verdict;
    }
    let Some(page) = case.evidence.page.value() else {
        return Verdict::Undecided(vec![Question::Page]);
    };
    let status = page.verification_status.as_deref();
    let unverified = case.expect.platform.page_verified && status == Some("not_verified");
    match page.is_published {
        Some(false) => case.finding("page-unpublished").into(),
        Some(true) if unverified => case
            .finding("page-not-verified")
            .with_some("verification", status)
            .into(),
        // Not told is not verified, and not unverified either.
        Some(true) if case.expect.platform.page_verified && status.is_none() => Verdict::Ask,
        Some(true) => Verdict::pass(),
        None => Verdict::Ask,
    }
}
