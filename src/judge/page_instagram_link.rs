//! The account is linked to this Page, and to the one expected.

use super::{Case, Verdict};
use crate::evidence::page::{Linked, PageFacts};
use crate::evidence::pages::GrantedPage;
use crate::model::Question;

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    if let Some(verdict) = Verdict::without_page(case) {
        return verdict;
    }
    let refused = case.refusal(Question::Conversations);
    let Some(page) = case.evidence.page.value() else {
        return refused.map_or_else(
            || Verdict::Undecided(vec![Question::Page, Question::Conversations]),
            Verdict::from,
        );
    };
    // The Page's own word on whether it is linked beats a refusal; that the link cannot be verified is a statement of its own.
    if let Some(finding) = refused.filter(|finding| finding.cause == "link-unverifiable") {
        return finding.into();
    }
    match page.instagram.as_ref().or(page.connected.as_ref()) {
        None => not_linked(case, page),
        Some(linked) => linked_to(case, page, linked),
    }
}

fn not_linked(case: &Case<'_>, page: &PageFacts) -> Verdict {
    let wanted = case.expect.instagram_id.as_deref();
    let elsewhere =
        |other: &&GrantedPage| other.id != page.id && wanted.is_some() && account(other) == wanted;
    match pages(case).iter().find(elsewhere) {
        Some(other) => case
            .finding("linked-to-other-page")
            .with("other_page", other.name.as_str())
            .with("other_page_id", other.id.as_str())
            .into(),
        None => case.finding("page-not-linked").into(),
    }
}

fn linked_to(case: &Case<'_>, page: &PageFacts, linked: &Linked) -> Verdict {
    if let Some(expected) = case
        .expect
        .instagram_id
        .as_deref()
        .filter(|expected| *expected != linked.id)
    {
        let finding = case
            .finding("other-account-linked")
            .with_some("linked_username", linked.username.clone());
        return finding
            .with("linked_id", linked.id.as_str())
            .with("expected_id", expected)
            .into();
    }
    let also: Vec<String> = pages(case)
        .iter()
        .filter(|other| other.id != page.id && account(other) == Some(linked.id.as_str()))
        .map(|other| other.name.clone())
        .collect();
    if also.is_empty() {
        return Verdict::pass();
    }
    let names: Vec<String> = page.name.clone().into_iter().chain(also).collect();
    case.finding("two-pages-same-account")
        .with("pages", names)
        .into()
}

fn pages<'a>(case: &Case<'a>) -> &'a [GrantedPage] {
    case.evidence.pages.value().map_or(&[], Vec::as_slice)
}

fn account(page: &GrantedPage) -> Option<&str> {
    page.instagram.as_ref().map(|linked| linked.id.as_str())
}
