//! Worlds with several faults at once: they are what real customers have.

use super::Named;
use super::base::{connected, facebook, facebook_user, instagram, rocketchat, with};
use crate::model::Outcome;
use crate::sandbox::world::{Callback, Post};

pub const WORLDS: &[Named] = &[
    Named {
        name: "new-customer",
        about: "a shop owner who has just connected: five things are wrong, three of them only a person can mend",
        expected: &[
            ("connected-tools", Outcome::Fail, "connected-tools-off"),
            ("page-app-toggles", Outcome::Fail, "page-app-toggle-off"),
            ("inbox-access", Outcome::Fail, "inbox-access-off"),
            ("account-fields", Outcome::Fail, "messages-field-missing"),
            ("token-lifetime", Outcome::Warn, "expires-soon"),
        ],
        make: || {
            with(facebook_user(), |w| {
                w.account.message_access = false;
                w.pages[0].apps = vec![connected("hunion.io", &["feed"])];
                w.token.expires_in_days = Some(9);
                w.expects.answers = vec![
                    ("page-app-toggles", "0", false),
                    ("inbox-access", "0", false),
                ];
            })
        },
    },
    Named {
        name: "agency-handover",
        about: "the agency left: the new person lacks rights, and the Page's list of fields is another product's",
        expected: &[
            ("required-permissions", Outcome::Fail, "permission-declined"),
            ("page-access", Outcome::Warn, "page-admin-missing"),
            ("page-published", Outcome::Fail, "page-unpublished"),
            ("account-fields", Outcome::Fail, "messages-field-missing"),
        ],
        make: || {
            with(facebook_user(), |w| {
                w.permissions
                    .iter_mut()
                    .filter(|(name, _)| name == "instagram_manage_comments")
                    .for_each(|entry| entry.1 = "declined");
                w.pages[0].tasks = vec!["MESSAGING", "MODERATE"];
                w.pages[0].published = false;
                w.pages[0].apps = vec![connected("hunion.io", &["leadgen"])];
            })
        },
    },
    Named {
        name: "endpoint-outage",
        about: "the callback was down for hours, so Meta stopped delivering; the certificate had ended",
        expected: &[
            ("app-connected", Outcome::Fail, "delivery-stopped-by-meta"),
            ("webhook-callback", Outcome::Fail, "callback-tls-invalid"),
            ("token-lifetime", Outcome::Warn, "expires-soon"),
        ],
        make: || {
            with(facebook(), |w| {
                w.pages[0].apps.clear();
                w.expects.was_connected = true;
                w.callback = Callback::Expired;
                w.token.expires_in_days = Some(12);
            })
        },
    },
    Named {
        name: "first-own-app",
        about: "a developer's first app: no privacy policy, an endless redirect, a field forgotten, a wrong id stored",
        expected: &[
            ("account-id-match", Outcome::Fail, "wrong-account-id"),
            ("app-published", Outcome::Fail, "app-settings-incomplete"),
            ("webhook-callback", Outcome::Fail, "callback-redirects"),
            ("account-fields", Outcome::Fail, "messages-field-missing"),
        ],
        make: || {
            with(instagram(), |w| {
                w.expects.stored_account_id = Some(crate::sandbox::world::SCOPED_ID.to_owned());
                w.app.privacy_policy = false;
                w.callback = Callback::Redirects;
                w.account.apps = vec![connected("Casa Azul Inbox", &["comments"])];
            })
        },
    },
    Named {
        name: "self-hosted-rocketchat",
        about: "a workspace behind a private address, not connected to the cloud, with the switch off",
        expected: &[
            ("connected-tools", Outcome::Fail, "connected-tools-off"),
            (
                "platform-reachable",
                Outcome::Fail,
                "platform-private-address",
            ),
            ("platform-setup", Outcome::Fail, "platform-setup-incomplete"),
        ],
        make: || {
            with(rocketchat(), |w| {
                w.account.message_access = false;
                w.rocket.iter_mut().for_each(|rocket| rocket.private = true);
                w.expects.answers = vec![("platform-setup", "cloud", false)];
            })
        },
    },
    Named {
        name: "comments-stopped",
        about: "comments stopped: none is shown, the Page's inbox may not have them, and access to data has ended",
        expected: &[
            ("token-lifetime", Outcome::Fail, "data-access-expired"),
            ("inbox-access", Outcome::Fail, "inbox-comments-off"),
            ("comments-readable", Outcome::Warn, "comments-hidden"),
        ],
        make: || {
            with(facebook(), |w| {
                w.token.data_access_in_days = Some(-20);
                w.posts = vec![Post {
                    comments: 40,
                    readable: false,
                }];
                w.expects.answers = vec![("inbox-access", "0", true), ("inbox-access", "1", false)];
            })
        },
    },
];
