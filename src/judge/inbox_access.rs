//! “Allow access to Instagram messages in Inbox” is on. No call shows it (graph-api 5.4).

use super::{Case, Verdict};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    Verdict::without_page(case).unwrap_or(Verdict::Ask)
}
