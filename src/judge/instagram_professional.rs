//! The account is of a kind the platform and Meta allow.

use super::{Case, Verdict};
use crate::model::{Flow, Question};
use crate::platform::AccountKind;

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    // Professional or not, Meta may have closed the account to messaging: that is a statement of its own.
    if let Some(finding) = case.refusal(Question::Conversations) {
        return finding.into();
    }
    match case.expect.flow {
        Flow::Facebook => by_page(case),
        Flow::Instagram => by_account(case),
    }
}

/// Only a professional account shows as `instagram_business_account`; connected alone, it is not one (graph-api 2.1).
fn by_page(case: &Case<'_>) -> Verdict {
    match case.evidence.page.value() {
        Some(page) if page.instagram.is_some() => Verdict::pass(),
        Some(page) if page.connected.is_some() => case.finding("account-personal").into(),
        _ => Verdict::Undecided(vec![Question::Page]),
    }
}

/// Spelled in several ways; only `PERSONAL` is a fault (graph-api 2.2).
fn by_account(case: &Case<'_>) -> Verdict {
    let Some(account) = case
        .evidence
        .identity
        .value()
        .and_then(|identity| identity.account.as_ref())
    else {
        return Verdict::Undecided(vec![Question::Identity]);
    };
    let kind = account
        .account_type
        .as_deref()
        .unwrap_or_default()
        .to_ascii_uppercase();
    match kind.as_str() {
        "PERSONAL" => case
            .finding("account-personal")
            .with("account_type", kind)
            .into(),
        "" | "BUSINESS" => Verdict::pass(),
        _ if case.expect.platform.account == AccountKind::Business => case
            .finding("account-creator-unconfirmed")
            .with("account_type", kind)
            .into(),
        _ => Verdict::pass(),
    }
}
