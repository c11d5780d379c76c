//! Worlds in which nothing is broken.

use super::Named;
use super::base::{
    chatt2me_facebook, chatt2me_instagram, facebook, facebook_user, granted, instagram, planfix,
    rocketchat, with,
};
use crate::model::{Access, Outcome};

pub const WORLDS: &[Named] = &[
    Named {
        name: "healthy-facebook",
        about: "all is well: hunion.io, Page token and the app's secret",
        expected: &[],
        make: facebook,
    },
    Named {
        name: "healthy-facebook-token",
        about: "all is well: hunion.io, Page token alone",
        expected: &[],
        make: || with(facebook(), |w| w.access = Access::Token),
    },
    Named {
        name: "healthy-facebook-user",
        about: "all is well: hunion.io, user token and the app's secret",
        expected: &[],
        make: facebook_user,
    },
    Named {
        name: "healthy-facebook-find",
        about: "all is well: the Page is found through the business of a user token",
        expected: &[],
        make: || {
            with(facebook_user(), |w| {
                w.pages[0].listed = false;
                w.expects.page_id = None;
                w.expects.instagram_id = None;
            })
        },
    },
    Named {
        name: "healthy-instagram",
        about: "all is well: an app of one's own, Instagram token and secrets",
        expected: &[],
        make: instagram,
    },
    Named {
        name: "healthy-instagram-token",
        about: "all is well: an app of one's own, Instagram token alone",
        expected: &[],
        make: || with(instagram(), |w| w.access = Access::Token),
    },
    Named {
        name: "healthy-meta-app-facebook",
        about: "all is well: an app of one's own with Facebook Login, no default app of routing",
        expected: &[],
        make: || {
            with(facebook(), |w| {
                w.platform = "meta-app";
                w.default_app = None;
            })
        },
    },
    Named {
        name: "healthy-dashboard",
        about: "all is well: exactly the permissions and webhook fields of the App Dashboard, all fields at v24.0",
        expected: &[],
        make: || {
            with(instagram(), |w| {
                w.permissions = granted(&[
                    "instagram_business_basic",
                    "instagram_manage_comments",
                    "instagram_business_manage_messages",
                ]);
            })
        },
    },
    Named {
        name: "healthy-planfix",
        about: "all is well: Planfix, Page token, the Page verified",
        expected: &[],
        make: planfix,
    },
    Named {
        name: "healthy-chatt2me-facebook",
        about: "all is well: Chatt2.me, Page token, only the permissions of its guide",
        expected: &[],
        make: chatt2me_facebook,
    },
    Named {
        name: "healthy-chatt2me-instagram",
        about: "all is well: Chatt2.me, Instagram token, and a person has looked at the Page",
        expected: &[],
        make: chatt2me_instagram,
    },
    Named {
        name: "healthy-rocketchat",
        about: "all is well: Rocket.Chat, Page token",
        expected: &[],
        make: rocketchat,
    },
    Named {
        name: "no-token-hunion",
        about: "hunion.io without a token: what a person must look at",
        expected: &[],
        make: || with(facebook(), |w| w.access = Access::None),
    },
    Named {
        name: "no-token-planfix",
        about: "Planfix without a token: what a person must look at",
        expected: &[],
        make: || with(planfix(), |w| w.access = Access::None),
    },
    Named {
        name: "no-token-chatt2me",
        about: "Chatt2.me without a token: what a person must look at",
        expected: &[],
        make: || with(chatt2me_facebook(), |w| w.access = Access::None),
    },
    Named {
        name: "no-token-rocketchat",
        about: "Rocket.Chat without a token: its address is probed, the rest is to be looked at",
        expected: &[],
        make: || with(rocketchat(), |w| w.access = Access::None),
    },
    Named {
        name: "no-token-meta-app",
        about: "an app of one's own without a token, the callback address known",
        expected: &[],
        make: || {
            with(instagram(), |w| {
                w.access = Access::None;
                w.expects.callback_given = true;
            })
        },
    },
    Named {
        name: "no-token-nobody-online",
        about: "Rocket.Chat without a token, and nobody is there",
        expected: &[("agents-online", Outcome::Fail, "no-agent-online")],
        make: || {
            with(rocketchat(), |w| {
                w.access = Access::None;
                w.rocket.iter_mut().for_each(|rocket| rocket.online = false);
            })
        },
    },
];
