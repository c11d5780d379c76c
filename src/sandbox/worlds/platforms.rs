//! Worlds in which one platform is broken in its own way.

use super::Named;
use super::base::{chatt2me_facebook, facebook, instagram, planfix, rocketchat, threads, with};
use crate::model::{Access, Outcome};
use crate::sandbox::world::INBOX_APP_ID;

pub const WORLDS: &[Named] = &[
    Named {
        name: "hunion-not-chosen",
        about: "hunion.io is not the default app, which it must be; only a person could see it",
        expected: &[("default-routing-app", Outcome::Fail, "routed-to-other-app")],
        make: || {
            with(facebook(), |w| {
                w.access = Access::None;
                w.default_app = Some(INBOX_APP_ID.to_owned());
                w.threads = threads(Some(INBOX_APP_ID));
                w.expects.answers = vec![("default-routing-app", "1", false)];
            })
        },
    },
    Named {
        name: "planfix-page-not-verified",
        about: "the Page is not verified, which Planfix demands",
        expected: &[("page-published", Outcome::Warn, "page-not-verified")],
        make: || with(planfix(), |w| w.pages[0].verification = "not_verified"),
    },
    Named {
        name: "planfix-emoji-left-out",
        about: "Planfix makes no task of messages that contain only emoji, so they look lost",
        expected: &[(
            "platform-setup",
            Outcome::Fail,
            "filtered-by-platform-option",
        )],
        make: || {
            with(planfix(), |w| {
                w.expects.answers = vec![("platform-setup", "emoji-messages", false)]
            })
        },
    },
    Named {
        name: "chatt2me-not-an-admin",
        about: "whoever connected is no administrator of the Application in Chatt2.me",
        expected: &[("platform-setup", Outcome::Fail, "platform-admin-needed")],
        make: || {
            with(chatt2me_facebook(), |w| {
                w.expects.answers = vec![("platform-setup", "connected-by-admin", false)]
            })
        },
    },
    Named {
        name: "rocketchat-nobody-online",
        about: "in Rocket.Chat nobody is online, so the conversation is not even created",
        expected: &[("agents-online", Outcome::Fail, "no-agent-online")],
        make: || {
            with(rocketchat(), |w| {
                w.rocket.iter_mut().for_each(|rocket| {
                    rocket.online = false;
                    rocket.departments = vec![("sales", false)];
                });
                w.expects.department = Some("sales");
            })
        },
    },
    Named {
        name: "meta-app-invitation-pending",
        about: "the account never accepted the role of a tester on one's own app",
        expected: &[("token-valid", Outcome::Fail, "tester-invite-pending")],
        make: || {
            with(instagram(), |w| {
                w.account.joined_app = false;
                w.app.live = false;
            })
        },
    },
];
