//! The app's Business-integration dialog has this Page and this account ticked for every permission.

use super::{Case, Finding, Verdict};
use crate::evidence::token::GranularScope;
use crate::model::Question;

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    let Some(token) = case.evidence.token.value().filter(|token| token.is_valid) else {
        return Verdict::Undecided(vec![Question::Token]);
    };
    let needed = |scope: &&GranularScope| {
        case.expect
            .permissions()
            .iter()
            .flatten()
            .any(|name| *name == scope.scope)
    };
    let limited: Vec<&GranularScope> = token
        .granular
        .iter()
        .filter(needed)
        .filter(|scope| scope.target_ids.is_some())
        .collect();
    // An empty list may mean that the thing was removed later (graph-api 1.1, uncertain): it proves nothing.
    let (empty, limited): (Vec<_>, Vec<_>) = limited
        .into_iter()
        .partition(|scope| scope.target_ids.as_ref().is_some_and(Vec::is_empty));
    let (page, accounts) = (case.page_id(), accounts(case));
    let (of_page, of_account): (Vec<_>, Vec<_>) = limited
        .into_iter()
        .partition(|scope| scope.scope.starts_with("pages_"));
    let unticked_page =
        page.and_then(|page| unticked(case, &of_page, &[page], "page-not-selected"));
    // Which of the two ids stands under an Instagram permission differs between answers: either will do.
    let ids: Vec<&str> = accounts.iter().copied().chain(page).collect();
    let unticked_account = accounts
        .first()
        .and_then(|_| unticked(case, &of_account, &ids, "account-not-selected"));
    let found: Vec<Finding> = unticked_page.into_iter().chain(unticked_account).collect();
    if found.is_empty() && !empty.is_empty() {
        Verdict::Ask
    } else {
        Verdict::of(found)
    }
}

/// Unticked everywhere is one thing, unticked at some permissions another.
fn unticked(
    case: &Case<'_>,
    scopes: &[&GranularScope],
    ids: &[&str],
    everywhere: &'static str,
) -> Option<Finding> {
    let without = |scope: &&&GranularScope| {
        !scope
            .target_ids
            .iter()
            .flatten()
            .any(|id| ids.contains(&id.as_str()))
    };
    let lacking: Vec<String> = scopes
        .iter()
        .filter(without)
        .map(|scope| scope.scope.clone())
        .collect();
    let cause = if lacking.len() == scopes.len() {
        everywhere
    } else {
        "integration-toggle-off"
    };
    (!lacking.is_empty()).then(|| case.finding(cause).with("permissions", lacking))
}

/// The tenant's account: the expected one and the one linked to the Page. If they differ, that is another check's finding.
fn accounts<'a>(case: &Case<'a>) -> Vec<&'a str> {
    let wanted = case.page_id();
    let listed = || {
        case.evidence
            .pages
            .value()?
            .iter()
            .find(|page| wanted == Some(page.id.as_str()))?
            .instagram
            .as_ref()
    };
    let linked = case
        .evidence
        .page
        .value()
        .and_then(|page| page.instagram.as_ref())
        .or_else(listed);
    case.expect
        .instagram_id
        .as_deref()
        .into_iter()
        .chain(linked.map(|linked| linked.id.as_str()))
        .collect()
}
