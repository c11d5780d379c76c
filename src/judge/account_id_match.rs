//! The id and name that the platform stores are the ones that webhooks carry.

use super::{Case, Finding, Verdict};
use crate::evidence::identity::Account;
use crate::model::{BecauseKind, Flow, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    if let Some(finding) = other_account(case) {
        return finding.into();
    }
    let expect = case.expect;
    if expect.stored_account_id.is_none() && expect.stored_username.is_none() {
        return Verdict::skip(BecauseKind::Config);
    }
    let Some(id) = case.evidence.account_id() else {
        return Verdict::Undecided(vec![if expect.flow == Flow::Facebook {
            Question::Page
        } else {
            Question::Identity
        }]);
    };
    let wrong_id = expect
        .stored_account_id
        .as_deref()
        .filter(|stored| *stored != id)
        .map(|stored| {
            case.finding("wrong-account-id")
                .with("stored_id", stored)
                .with("account_id", id)
                .with("stored_is", kind_of(case, stored))
        });
    let wrong_name = expect
        .stored_username
        .as_deref()
        .zip(case.username())
        .and_then(|(stored, seen)| {
            let same = stored.trim_start_matches('@').eq_ignore_ascii_case(seen);
            (!same).then(|| {
                case.finding("username-changed")
                    .with("stored_username", stored)
                    .with("username", seen)
            })
        });
    Verdict::of(wrong_id.into_iter().chain(wrong_name).collect())
}

/// In the instagram flow the token itself belongs to one account.
fn other_account(case: &Case<'_>) -> Option<Finding> {
    let identity = case.evidence.identity.value()?;
    let Account {
        user_id, username, ..
    } = identity.account.as_ref()?;
    let (seen, expected) = (user_id.as_deref()?, case.expect.instagram_id.as_deref()?);
    // The app-scoped id is another id of the same account.
    (seen != expected && identity.id != expected).then(|| {
        case.finding("token-of-other-account")
            .with("account_id", seen)
            .with("username", username.as_str())
            .with("expected_id", expected)
    })
}

/// One account has several ids (graph-api 2.3); which one was stored tells where it was copied from.
fn kind_of(case: &Case<'_>, stored: &str) -> &'static str {
    let scoped = case
        .evidence
        .identity
        .value()
        .is_some_and(|identity| identity.account.is_some() && identity.id == stored);
    let linked = case
        .evidence
        .page
        .value()
        .and_then(|page| page.instagram.as_ref());
    if scoped {
        "app-scoped-id"
    } else if linked.is_some_and(|linked| linked.ig_id.as_deref() == Some(stored)) {
        "legacy-id"
    } else if case.page_id() == Some(stored) {
        "page-id"
    } else {
        "other"
    }
}
