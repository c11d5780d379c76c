//! What the platform's guide asks for inside the platform is done. Only a person sees it.

use super::{Case, Verdict};
use crate::model::BecauseKind;

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    if case
        .expect
        .platform
        .setup(case.expect.flow)
        .next()
        .is_none()
    {
        Verdict::skip(BecauseKind::Platform)
    } else {
        Verdict::Ask
    }
}
