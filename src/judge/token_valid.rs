//! Meta answers calls made with this token, of the right kind for its host.

use super::{Case, Verdict};
use crate::catalog::Meaning;
use crate::model::Question;

/// The trivial call comes first: it tells a blocked app from a missing permission (graph-api 9.2).
/// The issuer is left out: Meta may refuse that to any token.
fn questions() -> impl Iterator<Item = Question> {
    let others = Question::ALL.iter().copied().filter(|q| {
        q.by_token() && !matches!(q, Question::Identity | Question::Account | Question::Issuer)
    });
    std::iter::once(Question::Identity).chain(others)
}

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
    if let Some(finding) = questions().find_map(|question| case.refusal(question)) {
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
