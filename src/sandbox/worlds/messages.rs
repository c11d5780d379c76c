//! Worlds in which messages or comments cannot be read though the setup is right, and limits that leave a question open.

use super::Named;
use super::base::{facebook, faulty, with};
use crate::model::Outcome;
use crate::sandbox::world::{Post, What};

pub const WORLDS: &[Named] = &[
    Named {
        name: "messaging-restricted",
        about: "Meta restricted messaging for the Page",
        expected: &[("messages-readable", Outcome::Fail, "messaging-restricted")],
        make: || with(facebook(), |w| w.account.messaging_restricted = true),
    },
    Named {
        name: "comments-hidden",
        about: "posts have comments, but none of them is shown",
        expected: &[("comments-readable", Outcome::Warn, "comments-hidden")],
        make: || {
            with(facebook(), |w| {
                w.posts = vec![Post {
                    comments: 12,
                    readable: false,
                }]
            })
        },
    },
    Named {
        name: "conversations-throttled",
        about: "Meta takes no more calls for conversations",
        expected: &[("connected-tools", Outcome::Unknown, "rate-limited")],
        make: || {
            faulty(
                facebook(),
                "/conversations",
                What::Refuse(
                    400,
                    613,
                    None,
                    "(#613) Calls to this api have exceeded the rate limit.",
                ),
            )
        },
    },
];
