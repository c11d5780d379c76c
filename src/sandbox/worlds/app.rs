//! Worlds in which the Meta app or its connection is not right.

use super::Named;
use super::base::{facebook, with};
use crate::model::Outcome;

pub const WORLDS: &[Named] = &[
    Named {
        name: "app-not-connected",
        about: "the app is not connected to the Page",
        expected: &[("app-connected", Outcome::Fail, "app-not-connected")],
        make: || with(facebook(), |w| w.pages[0].apps.clear()),
    },
    Named {
        name: "delivery-stopped-by-meta",
        about: "the app was connected, and is no longer",
        expected: &[("app-connected", Outcome::Fail, "delivery-stopped-by-meta")],
        make: || {
            with(facebook(), |w| {
                w.pages[0].apps.clear();
                w.expects.was_connected = true;
            })
        },
    },
    Named {
        name: "app-in-development",
        about: "the app is not published",
        expected: &[("app-published", Outcome::Fail, "app-in-development")],
        make: || with(facebook(), |w| w.app.live = false),
    },
    Named {
        name: "app-restricted",
        about: "the app is hidden from some people by age or country",
        expected: &[("app-published", Outcome::Fail, "app-restricted")],
        make: || with(facebook(), |w| w.app.restricted = true),
    },
    Named {
        name: "app-settings-incomplete",
        about: "the app has no privacy policy",
        expected: &[("app-published", Outcome::Fail, "app-settings-incomplete")],
        make: || with(facebook(), |w| w.app.privacy_policy = false),
    },
    Named {
        name: "advanced-access-missing",
        about: "the app may not serve people without a role on it",
        expected: &[("advanced-access", Outcome::Fail, "advanced-access-missing")],
        make: || with(facebook(), |w| w.app.advanced_access = false),
    },
];
