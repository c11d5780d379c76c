//! Meta answers calls made with this token, of the right kind for its host.

use super::{Case, Verdict};
use crate::catalog::Meaning;
use crate::evidence::State;
use crate::model::Question;

/// What blocks every call shows on these; the others are optional, or may be refused for reasons of their own.
const EVERY_CALL: [Question; 4] = [
    Question::Pages,
    Question::Page,
    Question::Subscription,
    Question::Conversations,
];

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    let expect = case.expect;
    if expect.wrong_host() {
        let finding = case
            .finding("wrong-host-for-token")
            .with("flow", expect.flow.as_str());
        return finding
            .with_some(
                "token_flow",
                expect.token_flow.map(crate::model::Flow::as_str),
            )
            .into();
    }
    if case
        .evidence
        .identity
        .value()
        .is_some_and(|identity| identity.without_proof)
    {
        return case.finding("proof-invalid").into();
    }
    // The trivial call comes first: it tells a blocked app from a missing permission (graph-api 9.2).
    if let Some(finding) = case.refusal(Question::Identity) {
        return finding.into();
    }
    // If anything else was answered, a refusal is not about the token.
    let answered = |question: &Question| case.evidence.state(*question) == State::Answered;
    if !EVERY_CALL[1..].iter().any(answered)
        && let Some(finding) = case.first_refusal(&EVERY_CALL)
    {
        return finding.into();
    }
    if case.evidence.identity.value().is_some() {
        return Verdict::pass();
    }
    debug_verdict(case).unwrap_or_else(|| Verdict::Undecided(vec![Question::Identity]))
}

/// What `debug_token` says, where the trivial call itself told nothing.
fn debug_verdict(case: &Case<'_>) -> Option<Verdict> {
    let error = case.evidence.token.value()?.error.as_ref()?;
    match case.catalog.meaning(
        case.check,
        Question::Identity,
        &error.signature(case.expect.flow),
    ) {
        Meaning::Claimed { cause, outcome } if case.catalog.owner(cause)?.id == case.check.id => {
            Some(
                case.finding(cause)
                    .becoming(outcome)
                    .with("code", error.code)
                    .with_some("subcode", error.subcode)
                    .into(),
            )
        }
        _ => None,
    }
}
