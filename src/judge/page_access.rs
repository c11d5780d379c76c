//! The Page is the expected one, and the person behind the token may do there what the platform needs.

use super::{Case, Verdict};
use crate::evidence::State;
use crate::evidence::pages::{GrantedPage, refused_to_page_token};
use crate::model::Question;
use crate::platform::PageRole;

/// Tasks that allow to read and answer messages. Meta's pages disagree on which is needed, so any will do (graph-api 1.3).
const MESSAGING: [&str; 3] = ["MESSAGING", "MODERATE", "MANAGE"];
/// Tasks that open the Page's settings.
const SETTINGS: [&str; 2] = ["MANAGE", "FULL_CONTROL"];

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    if let Some(verdict) = Verdict::without_page(case) {
        return verdict;
    }
    match case.evidence.pages.value() {
        Some(pages) => by_person(case, pages),
        None if person_unknown(case) => Verdict::Undecided(vec![Question::Pages]),
        None => by_page(case),
    }
}

/// The list of Pages was asked for and not answered, though not in the way that shows a Page token.
fn person_unknown(case: &Case<'_>) -> bool {
    let state = case.evidence.pages.state();
    let tried = matches!(state, State::Refused(_) | State::Unreachable(_));
    tried && !refused_to_page_token(state)
}

/// A user token: the Page must be among those granted, or be readable all the same: a Page reached only through a business may be missing
/// from every list (field-notes, trap 9).
fn by_person(case: &Case<'_>, pages: &[GrantedPage]) -> Verdict {
    if case.came_to_nothing(Question::Page) {
        return Verdict::Undecided(vec![Question::Page]);
    }
    let expected = case.expect.page_id.as_deref();
    match pages
        .iter()
        .find(|page| case.page_id() == Some(page.id.as_str()))
    {
        Some(page) => by_tasks(case, page),
        None if case.evidence.page.value().is_some() => Verdict::pass(),
        None => case
            .finding("page-not-visible")
            .with_some("expected_page_id", expected)
            .into(),
    }
}

fn by_tasks(case: &Case<'_>, page: &GrantedPage) -> Verdict {
    // Pages of a business come without tasks; what was not seen is not judged.
    let Some(tasks) = &page.tasks else {
        return Verdict::pass();
    };
    // New Pages name their tasks `PROFILE_PLUS_MESSAGING` and the like.
    let may = |wanted: &[&str]| {
        tasks
            .iter()
            .any(|task| wanted.contains(&task.strip_prefix("PROFILE_PLUS_").unwrap_or(task)))
    };
    let any = may(&MESSAGING) || may(&SETTINGS);
    let finding = |cause| {
        case.finding(cause)
            .with("tasks", tasks.clone())
            .with("page_name", page.name.as_str())
    };
    if !any {
        finding("page-task-missing").into()
    } else if case.expect.platform.page_role == PageRole::Settings && !may(&SETTINGS) {
        finding("page-admin-missing").into()
    } else {
        Verdict::pass()
    }
}

/// A Page token: `/me` is the Page.
fn by_page(case: &Case<'_>) -> Verdict {
    let token = case.evidence.token.value();
    let identity = case.evidence.identity.value();
    let own = token
        .and_then(|token| token.profile_id.as_deref())
        .or_else(|| identity.map(|identity| identity.id.as_str()));
    let expected = case.expect.page_id.as_deref();
    match (own, expected) {
        (Some(own), Some(expected)) if own != expected => {
            let finding = case
                .finding("token-of-other-page")
                .with("page_id", own)
                .with("expected_page_id", expected);
            finding
                .with_some(
                    "page_name",
                    identity.and_then(|identity| identity.name.as_deref()),
                )
                .into()
        }
        _ if case.came_to_nothing(Question::Page) => Verdict::Undecided(vec![Question::Page]),
        _ => match case.refusal(Question::Page) {
            Some(finding) => finding.with_some("expected_page_id", expected).into(),
            None if own.is_some() => Verdict::pass(),
            None => Verdict::Undecided(vec![Question::Identity, Question::Page]),
        },
    }
}
