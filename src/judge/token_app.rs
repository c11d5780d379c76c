//! The token was issued by the platform's app.

use super::{Case, Verdict};
use crate::evidence::State;
use crate::model::{BecauseKind, Flow, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    let (token, issuer) = (case.evidence.token.value(), case.evidence.issuer.value());
    // In the instagram flow the list holds the token's own app only (graph-api 3.2).
    let connected = (case.expect.flow == Flow::Instagram)
        .then(|| case.evidence.subscription.value()?.first())
        .flatten();
    let named = token.and_then(|facts| Some((facts.app_id.clone()?, facts.app_name.clone())));
    let issued = named
        .or_else(|| issuer.map(|issuer| (issuer.id.clone(), issuer.name.clone())))
        .or_else(|| connected.and_then(|app| Some((app.app_id.clone()?, app.name.clone()))));
    let Some((app_id, app_name)) = issued else {
        return match case.evidence.state(Question::Token) {
            State::Refused(_) | State::Unreachable(_) => Verdict::Undecided(vec![Question::Token]),
            _ => Verdict::skip(BecauseKind::Access),
        };
    };
    let expected = &case.expect.app_ids;
    match expected.first() {
        None => Verdict::skip(BecauseKind::Config),
        Some(_) if expected.contains(&app_id) => Verdict::pass(),
        Some(first) => {
            let finding = case
                .finding("wrong-app-token")
                .with("app_id", app_id)
                .with_some("app_name", app_name);
            finding.with("expected_app_id", first.as_str()).into()
        }
    }
}
