//! The app is connected (subscribed) to the Page or account.

use super::{Case, Verdict};
use crate::catalog::Meaning;
use crate::evidence::State;
use crate::evidence::subscription::ConnectedApp;
use crate::model::{Flow, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    let told = case
        .evidence
        .page
        .value()
        .and_then(|page| page.is_webhooks_subscribed);
    let connected = match case.evidence.subscription.value() {
        Some(apps) => our_app(case, apps).map(|app| app.is_some()).or(told),
        // The Page's own word counts where the list is closed to this token, not where it could not be read.
        None if could_not_be_read(case) => None,
        None => told,
    };
    match connected {
        Some(true) => Verdict::pass(),
        Some(false) => {
            let cause = if case.expect.was_connected {
                "delivery-stopped-by-meta"
            } else {
                "app-not-connected"
            };
            case.finding(cause)
                .with_some("app_id", our_ids(case).first().copied())
                .into()
        }
        None if case.evidence.subscription.value().is_some() => Verdict::Ask,
        None => Verdict::Undecided(vec![Question::Subscription]),
    }
}

fn could_not_be_read(case: &Case<'_>) -> bool {
    match case.meaning(Question::Subscription) {
        Some(meaning) => !matches!(meaning, Meaning::Claimed { .. }),
        None => matches!(case.evidence.subscription.state(), State::Unreachable(_)),
    }
}

/// The token's own app in the list: `Some(None)` is certainly not there, `None` cannot be told, because nobody knows which it is.
pub(super) fn our_app<'a>(
    case: &Case<'_>,
    apps: &'a [ConnectedApp],
) -> Option<Option<&'a ConnectedApp>> {
    // Whether other apps are listed in the facebook flow is uncertain, so the first one is not simply ours (graph-api 3.1).
    match case.expect.flow {
        Flow::Instagram => Some(apps.first()),
        Flow::Facebook if apps.is_empty() => Some(None),
        Flow::Facebook => {
            let ids = our_ids(case);
            (!ids.is_empty()).then(|| {
                apps.iter()
                    .find(|app| app.app_id.as_deref().is_some_and(|id| ids.contains(&id)))
            })
        }
    }
}

/// The app that issued the token: seen, else expected.
fn our_ids<'a>(case: &Case<'a>) -> Vec<&'a str> {
    let token = case
        .evidence
        .token
        .value()
        .and_then(|token| token.app_id.as_deref());
    let seen = token.or_else(|| {
        case.evidence
            .issuer
            .value()
            .map(|issuer| issuer.id.as_str())
    });
    seen.map_or_else(
        || case.expect.app_ids.iter().map(String::as_str).collect(),
        |id| vec![id],
    )
}
