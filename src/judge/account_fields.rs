//! The fields are on at Page or account level, `messages` above all.

use super::app_connected::our_app;
use super::{Case, Verdict};
use crate::model::Question;

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    let Some(apps) = case.evidence.subscription.value() else {
        return Verdict::Undecided(vec![Question::Subscription]);
    };
    let Some(app) = our_app(case, apps).flatten() else {
        return Verdict::Ask;
    };
    // What is not told is not missing.
    let Some(subscribed) = &app.subscribed_fields else {
        return Verdict::Ask;
    };
    let missing: Vec<String> = case
        .expect
        .account_fields()
        .iter()
        .filter(|name| !subscribed.contains(name))
        .cloned()
        .collect();
    let cause = if missing.iter().any(|name| name == "messages") {
        "messages-field-missing"
    } else {
        "account-field-missing"
    };
    Verdict::of(
        (!missing.is_empty())
            .then(|| case.finding(cause).with("fields", missing))
            .into_iter()
            .collect(),
    )
}
