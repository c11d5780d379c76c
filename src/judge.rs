//! Judging: pure functions from evidence and expectation to a verdict. No calls, no words, no clock but the one given.

mod account_fields;
mod account_id_match;
mod advanced_access;
mod agents_online;
mod app_connected;
mod app_published;
mod comments_readable;
mod connected_tools;
mod data_deletion_callback;
mod default_routing_app;
mod inbox_access;
mod instagram_professional;
mod message_round_trip;
mod messages_readable;
mod page_access;
mod page_app_toggles;
mod page_instagram_link;
mod page_published;
mod permission_toggles;
mod platform_answer;
mod platform_reachable;
mod platform_setup;
mod required_permissions;
mod token_app;
mod token_lifetime;
mod token_valid;
mod webhook_callback;
mod webhook_fields;
mod webhook_subscription;

mod case;
pub mod reply;

pub use case::{Case, Finding, Verdict};

use crate::model::CheckId;

/// A judge: what became of one check, by evidence alone.
pub type Judge = fn(&Case<'_>) -> Verdict;

/// Every check has one.
const JUDGES: &[(CheckId, Judge)] = &[
    ("token-valid", token_valid::judge),
    ("token-lifetime", token_lifetime::judge),
    ("token-app", token_app::judge),
    ("required-permissions", required_permissions::judge),
    ("permission-toggles", permission_toggles::judge),
    ("instagram-professional", instagram_professional::judge),
    ("page-instagram-link", page_instagram_link::judge),
    ("account-id-match", account_id_match::judge),
    ("connected-tools", connected_tools::judge),
    ("page-access", page_access::judge),
    ("page-published", page_published::judge),
    ("page-app-toggles", page_app_toggles::judge),
    ("inbox-access", inbox_access::judge),
    ("default-routing-app", default_routing_app::judge),
    ("app-connected", app_connected::judge),
    ("app-published", app_published::judge),
    ("advanced-access", advanced_access::judge),
    ("webhook-callback", webhook_callback::judge),
    ("webhook-subscription", webhook_subscription::judge),
    ("webhook-fields", webhook_fields::judge),
    ("account-fields", account_fields::judge),
    ("data-deletion-callback", data_deletion_callback::judge),
    ("platform-reachable", platform_reachable::judge),
    ("platform-setup", platform_setup::judge),
    ("agents-online", agents_online::judge),
    ("messages-readable", messages_readable::judge),
    ("comments-readable", comments_readable::judge),
    ("message-round-trip", message_round_trip::judge),
];

/// The judge of a check.
#[must_use]
pub fn judge_of(check: &str) -> Option<Judge> {
    JUDGES
        .iter()
        .find(|(id, _)| *id == check)
        .map(|(_, judge)| *judge)
}
