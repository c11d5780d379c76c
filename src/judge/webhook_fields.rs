//! The fields that the platform needs are on at app level, none on a dead version.

use super::webhook_subscription::ours;
use super::{Case, Verdict};
use crate::evidence::app_webhooks::Field;
use crate::graph::is_dead;
use crate::model::{BecauseKind, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    let Some(webhooks) = case.evidence.app_webhooks.value() else {
        return Verdict::Undecided(vec![Question::AppWebhooks]);
    };
    let Some(webhook) = ours(case, webhooks) else {
        return Verdict::skip(BecauseKind::Config);
    };
    let needed = case.expect.webhook_fields();
    let missing: Vec<String> = needed
        .iter()
        .filter(|name| !webhook.fields.iter().any(|field| field.name == **name))
        .cloned()
        .collect();
    let old = |field: &&Field| {
        needed.contains(&field.name)
            && field
                .version
                .is_some_and(|version| is_dead(version, case.now))
    };
    let (names, versions): (Vec<String>, Vec<String>) = webhook
        .fields
        .iter()
        .filter(old)
        .map(|field| {
            (
                field.name.clone(),
                field.version.map(|v| v.to_string()).unwrap_or_default(),
            )
        })
        .unzip();
    let missing = (!missing.is_empty()).then(|| {
        case.finding("field-missing")
            .with("fields", missing)
            .with("object", webhook.object.as_str())
    });
    let old = (!names.is_empty()).then(|| {
        let mut versions = versions;
        versions.sort();
        versions.dedup();
        case.finding("field-version-old")
            .with("fields", names)
            .with("versions", versions)
    });
    Verdict::of(missing.into_iter().chain(old).collect())
}
