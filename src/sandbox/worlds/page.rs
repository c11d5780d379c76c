//! Worlds in which the Facebook Page is not right.

use super::Named;
use super::base::{facebook, facebook_user, faulty, other_page, threads, with};
use crate::model::Outcome;
use crate::sandbox::world::{INBOX_APP_ID, What, World};

/// Instagram's own inbox is the default app, and owns the threads.
fn routed_elsewhere() -> World {
    with(facebook(), |w| {
        w.default_app = Some(INBOX_APP_ID.to_owned());
        w.threads = threads(Some(INBOX_APP_ID));
    })
}

pub const WORLDS: &[Named] = &[
    Named {
        name: "page-task-missing",
        about: "the person may not handle messages on the Page",
        expected: &[("page-access", Outcome::Fail, "page-task-missing")],
        make: || {
            with(facebook_user(), |w| {
                w.pages[0].tasks = vec!["ANALYZE", "ADVERTISE"]
            })
        },
    },
    Named {
        name: "page-admin-missing",
        about: "the person cannot open the Page's settings",
        expected: &[("page-access", Outcome::Warn, "page-admin-missing")],
        make: || {
            with(facebook_user(), |w| {
                w.pages[0].tasks = vec!["MESSAGING", "ANALYZE"]
            })
        },
    },
    Named {
        name: "token-of-other-page",
        about: "the token belongs to another Page",
        expected: &[("page-access", Outcome::Fail, "token-of-other-page")],
        make: || {
            with(facebook(), |w| {
                let other = other_page();
                w.expects.page_id = Some(other.id.clone());
                w.pages.push(other);
                // The grant covers both, so that the token's own Page is all that is wrong.
                w.token.only_for.clear();
            })
        },
    },
    Named {
        name: "page-not-visible",
        about: "the token does not see the Page",
        expected: &[("page-access", Outcome::Fail, "page-not-visible")],
        make: || {
            with(facebook_user(), |w| {
                w.pages[0].visible = false;
                w.pages.push(other_page());
            })
        },
    },
    Named {
        name: "page-unpublished",
        about: "the Page is not published",
        expected: &[("page-published", Outcome::Fail, "page-unpublished")],
        make: || with(facebook(), |w| w.pages[0].published = false),
    },
    Named {
        name: "page-not-verified",
        about: "the Page is not verified where the platform demands it",
        expected: &[("page-published", Outcome::Warn, "page-not-verified")],
        make: || {
            with(facebook(), |w| {
                w.expects.platform_change = Some(|platform| platform.page_verified = true)
            })
        },
    },
    Named {
        name: "page-app-toggle-off",
        about: "a person saw a toggle of the app switched off",
        expected: &[("page-app-toggles", Outcome::Fail, "page-app-toggle-off")],
        make: || {
            with(facebook(), |w| {
                w.expects.answers = vec![("page-app-toggles", "0", false)]
            })
        },
    },
    Named {
        name: "take-control-toggle-off",
        about: "a person saw that the app may not take control of conversations",
        expected: &[("page-app-toggles", Outcome::Fail, "take-control-toggle-off")],
        make: || {
            with(facebook(), |w| {
                w.expects.answers = vec![
                    ("page-app-toggles", "0", true),
                    ("page-app-toggles", "1", false),
                ]
            })
        },
    },
    Named {
        name: "inbox-access-off",
        about: "a person saw that the inbox may not have messages",
        expected: &[("inbox-access", Outcome::Fail, "inbox-access-off")],
        make: || {
            with(facebook(), |w| {
                w.expects.answers = vec![("inbox-access", "0", false)]
            })
        },
    },
    Named {
        name: "inbox-comments-off",
        about: "a person saw that the inbox may not have comments",
        expected: &[("inbox-access", Outcome::Fail, "inbox-comments-off")],
        make: || {
            with(facebook(), |w| {
                w.expects.answers = vec![("inbox-access", "0", true), ("inbox-access", "1", false)]
            })
        },
    },
    Named {
        name: "routed-to-other-app",
        about: "another app is the default app of conversation routing",
        expected: &[("default-routing-app", Outcome::Warn, "routed-to-other-app")],
        make: || {
            faulty(
                routed_elsewhere(),
                "/secondary_receivers",
                What::Refuse(400, 100, None, "(#100) Invalid parameter"),
            )
        },
    },
    Named {
        name: "not-a-receiver",
        about: "another app is the default, and the platform's is no receiver at all",
        expected: &[("default-routing-app", Outcome::Warn, "not-a-receiver")],
        make: routed_elsewhere,
    },
];
