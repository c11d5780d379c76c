//! The app has an active webhook for the platform's object, at the expected address.

use url::Url;

use super::{Case, Finding, Verdict};
use crate::address::shown;
use crate::evidence::app_webhooks::Webhook;
use crate::model::{Flow, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    let Some(webhooks) = case.evidence.app_webhooks.value() else {
        return Verdict::Undecided(vec![Question::AppWebhooks]);
    };
    match ours(case, webhooks) {
        Some(webhook) => by_webhook(case, webhook),
        // Apps with Instagram Login may not list this object at all (graph-api 4.1, uncertain).
        None if case.expect.flow == Flow::Instagram => Verdict::Ask,
        None => missing(case, webhooks),
    }
}

/// The webhook of the platform's object.
pub(super) fn ours<'a>(case: &Case<'_>, webhooks: &'a [Webhook]) -> Option<&'a Webhook> {
    webhooks
        .iter()
        .find(|webhook| webhook.object == case.expect.webhook_object())
}

fn missing(case: &Case<'_>, webhooks: &[Webhook]) -> Verdict {
    let misplaced = webhooks
        .iter()
        .find(|webhook| webhook.fields.iter().any(|field| field.name == "messages"));
    match misplaced {
        Some(webhook) => {
            let fields: Vec<String> = webhook
                .fields
                .iter()
                .map(|field| field.name.clone())
                .collect();
            case.finding("fields-on-wrong-object")
                .with("object", webhook.object.as_str())
                .with("fields", fields)
                .into()
        }
        None => case
            .finding("webhook-missing")
            .with("object", case.expect.webhook_object())
            .into(),
    }
}

fn by_webhook(case: &Case<'_>, webhook: &Webhook) -> Verdict {
    let url = webhook
        .callback_url
        .as_deref()
        .and_then(|url| url.parse::<Url>().ok());
    let seen = url.as_ref().map(shown);
    let inactive = (webhook.active == Some(false)).then(|| {
        case.finding("webhook-inactive")
            .with_some("url", seen.clone())
    });
    let expected = case
        .expect
        .callback_url
        .as_ref()
        .filter(|expected| Some(*expected) != url.as_ref());
    let differs = expected.map(|expected| {
        case.finding("callback-differs")
            .with_some("url", seen)
            .with("expected_url", shown(expected))
    });
    let found: Vec<Finding> = inactive.into_iter().chain(differs).collect();
    if found.is_empty() && webhook.active.is_none() {
        Verdict::Ask
    } else {
        Verdict::of(found)
    }
}
