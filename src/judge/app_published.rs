//! The app is live. No field of Graph says so (graph-api 7.2); these are its traces.

use super::case::MESSAGES;
use super::{Case, Verdict};
use crate::model::{Args, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    if let Some(finding) = case.first_refusal(&[Question::Outsider, Question::Conversations]) {
        return finding.into();
    }
    if let Some(app) = case.evidence.app.value() {
        if let Some(restrictions) = &app.restrictions {
            return case
                .finding("app-restricted")
                .with("restrictions", restrictions.to_string())
                .into();
        }
        if app.has_privacy_policy == Some(false) {
            return case
                .finding("app-settings-incomplete")
                .with("missing", vec!["privacy-policy".to_owned()])
                .into();
        }
    }
    // Restrictions and a missing privacy policy would show there: without it, traces are not enough.
    if case.came_to_nothing(Question::App) {
        return Verdict::Undecided(vec![Question::App]);
    }
    by_traces(case)
}

/// What speaks for an app that serves everybody, the same for both checks that ask it.
pub(super) fn by_traces(case: &Case<'_>) -> Verdict {
    let pass = |by: &str| Verdict::Pass(Args::from([("by".to_owned(), by.into())]));
    if case.live_by_review(MESSAGES) {
        pass("app-permissions")
    } else if case.showed_stranger() {
        pass("round-trip")
    } else if case.serves_strangers() {
        pass("rule-of-thumb")
    } else if case.no_conversations() {
        Verdict::skip_for("connected-tools")
    } else if case.evidence.conversations.value().is_some()
        && case.came_to_nothing(Question::Outsider)
    {
        Verdict::Undecided(vec![Question::Outsider])
    } else if case.evidence.conversations.value().is_some() {
        Verdict::Ask
    } else {
        Verdict::Undecided(vec![Question::Conversations])
    }
}
