//! From a confirmation in the file to the answers that it gives.

use super::Seen;
use super::effective::EffectiveError;
use super::entry::{Confirmation, YesNo};
use crate::catalog::{Catalog, Check};
use crate::platform::Platform;

/// What a person saw, question by question.
pub(super) fn seen(
    catalog: &Catalog,
    platform: &Platform,
    confirmation: &Confirmation,
) -> Result<Vec<Seen>, EffectiveError> {
    let own = catalog
        .check(&confirmation.check)
        .map(Check::questions)
        .unwrap_or_default();
    let of_platform = platform
        .setup
        .iter()
        .filter(|_| confirmation.check == "platform-setup")
        .map(|setup| (setup.id.clone(), setup.id.as_str()));
    let all: Vec<(String, &str)> = own.into_iter().chain(of_platform).collect();
    let meant = |name: &str| {
        confirmation
            .question
            .as_deref()
            .is_none_or(|question| question == name)
    };
    let seen: Vec<Seen> = all
        .into_iter()
        .filter(|(_, name)| meant(name))
        .map(|(question, _)| Seen {
            check: confirmation.check.clone(),
            question,
            yes: confirmation.answer == YesNo::Yes,
            at: confirmation.at,
            by: Some(confirmation.by.clone()),
        })
        .collect();
    match &confirmation.question {
        Some(question) if seen.is_empty() => Err(EffectiveError::Question(question.clone())),
        _ => Ok(seen),
    }
}
