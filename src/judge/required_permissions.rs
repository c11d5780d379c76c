//! Every permission the platform needs is granted.
//!
//! Where a list is readable, it decides. Where none is (a Page token without the app's secret, the instagram flow), a permission is
//! proven by an answered question and missing by a refused one; what neither shows is an argument, never a finding.

use std::collections::BTreeMap;

use super::{Case, Finding, Verdict};
use crate::model::{Args, Question};

/// Both names stand for the same right: the dashboard writes one, the login grants the other.
const COMMENTS: [&str; 2] = [
    "instagram_manage_comments",
    "instagram_business_manage_comments",
];

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    match listed(case) {
        Some(list) => by_list(case, &list),
        None => by_effect(case),
    }
}

/// Status by permission, from the list of a user token or from `debug_token`.
fn listed<'a>(case: &Case<'a>) -> Option<BTreeMap<&'a str, &'a str>> {
    let granted = case.evidence.permissions.value().map(|list| {
        list.iter()
            .map(|g| (g.permission.as_str(), g.status.as_str()))
            .collect()
    });
    granted.or_else(|| {
        let token = case.evidence.token.value().filter(|token| token.is_valid)?;
        Some(
            token
                .scopes
                .iter()
                .map(|scope| (scope.as_str(), "granted"))
                .collect(),
        )
    })
}

fn by_list(case: &Case<'_>, list: &BTreeMap<&str, &str>) -> Verdict {
    let has = |group: &[String], status: &str| {
        spellings(group).any(|name| list.get(name) == Some(&status))
    };
    let lacking = case
        .expect
        .permissions()
        .iter()
        .filter(|group| !has(group, "granted"));
    let mut by_cause: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let causes = [
        "permission-missing",
        "permission-declined",
        "permission-expired",
    ];
    for group in lacking {
        let cause = if has(group, "declined") {
            1
        } else if has(group, "expired") {
            2
        } else {
            0
        };
        by_cause
            .entry(cause)
            .or_default()
            .extend(group.first().cloned());
    }
    Verdict::of(
        by_cause
            .into_iter()
            .map(|(cause, permissions)| {
                case.finding(causes[cause]).with("permissions", permissions)
            })
            .collect(),
    )
}

fn by_effect(case: &Case<'_>) -> Verdict {
    let questions = [
        Question::Conversations,
        Question::Outsider,
        Question::Media,
        Question::Subscription,
    ];
    let mut missing: Vec<Finding> = Vec::new();
    for question in questions {
        let groups = groups(case, shown_by(question));
        // A permission that the platform does not need is never a finding.
        if let Some(finding) = case.refusal(question).filter(|_| !groups.is_empty()) {
            missing.push(finding.with("permissions", groups));
        }
    }
    if let Some(first) = missing.into_iter().next() {
        return first.into();
    }
    let proven: Vec<&str> = Question::ALL
        .iter()
        .filter(|question| !shown_by(**question).is_empty() && proves(case, **question))
        .flat_map(|question| shown_by(*question))
        .copied()
        .collect();
    let unproven: Vec<String> = case
        .expect
        .permissions()
        .iter()
        .filter(|group| !spellings(group).any(|name| proven.contains(&name)))
        .filter_map(|group| group.first().cloned())
        .collect();
    if proven.is_empty() {
        return Verdict::Undecided(questions.to_vec());
    }
    let mut args = Args::new();
    if !unproven.is_empty() {
        args.insert("unproven".to_owned(), unproven.into());
    }
    Verdict::Pass(args)
}

/// Permissions without which a question is refused (graph-api 1.7).
const fn shown_by(question: Question) -> &'static [&'static str] {
    match question {
        Question::Identity => &["instagram_business_basic"],
        Question::Page => &["pages_show_list", "instagram_basic"],
        Question::Subscription => &["pages_manage_metadata"],
        Question::Conversations | Question::Outsider => super::case::MESSAGES,
        Question::Media => &COMMENTS,
        _ => &[],
    }
}

/// Whether a question was answered in a way that needs its permissions.
fn proves(case: &Case<'_>, question: Question) -> bool {
    match question {
        Question::Page => case
            .evidence
            .page
            .value()
            .is_some_and(|page| page.instagram.is_some()),
        // Posts without comments are shown without the right to read comments.
        Question::Media => case
            .evidence
            .media
            .value()
            .is_some_and(|posts| posts.iter().any(|post| post.comments_read > 0)),
        Question::Identity => case
            .evidence
            .identity
            .value()
            .is_some_and(|identity| identity.account.is_some()),
        question => matches!(
            case.evidence.state(question),
            crate::evidence::State::Answered
        ),
    }
}

/// The platform's permissions that are among these names.
fn groups(case: &Case<'_>, names: &[&str]) -> Vec<String> {
    let concerned = case
        .expect
        .permissions()
        .iter()
        .filter(|group| spellings(group).any(|name| names.contains(&name)));
    concerned
        .filter_map(|group| group.first().cloned())
        .collect()
}

fn spellings(group: &[String]) -> impl Iterator<Item = &str> {
    let comments = group.iter().any(|name| COMMENTS.contains(&name.as_str()));
    group
        .iter()
        .map(String::as_str)
        .chain(COMMENTS.into_iter().filter(move |_| comments))
}
