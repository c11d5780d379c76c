//! Worlds in which the token or what it may do is not right.

use super::Named;
use super::base::{facebook, facebook_user, faulty, instagram, with};
use crate::model::{Access, Flow, Outcome};
use crate::sandbox::world::{PAGE_ID, What, World};

fn dead(code: i64, subcode: Option<i64>, message: &'static str) -> World {
    with(facebook(), |w| {
        w.token.dead = Some((code, subcode, message))
    })
}

fn without(mut world: World, permission: &str) -> World {
    world.permissions.retain(|(name, _)| name != permission);
    world
}

fn marked(permission: &str, status: &'static str) -> World {
    with(facebook_user(), |w| {
        w.permissions
            .iter_mut()
            .filter(|(name, _)| name == permission)
            .for_each(|entry| entry.1 = status)
    })
}

const OTHER: &str = "104512345670009";

pub const WORLDS: &[Named] = &[
    Named {
        name: "token-expired",
        about: "the token has ended",
        expected: &[("token-valid", Outcome::Fail, "token-expired")],
        make: || {
            dead(
                190,
                Some(463),
                "Error validating access token: Session has expired",
            )
        },
    },
    Named {
        name: "token-revoked",
        about: "the token was taken back",
        expected: &[("token-valid", Outcome::Fail, "token-revoked")],
        make: || {
            dead(
                190,
                Some(467),
                "Error validating access token: The session is invalid because the user logged out",
            )
        },
    },
    Named {
        name: "password-changed",
        about: "the person changed the password",
        expected: &[("token-valid", Outcome::Fail, "password-changed")],
        make: || {
            dead(
                190,
                Some(460),
                "Error validating access token: The session has been invalidated because the user changed the password",
            )
        },
    },
    Named {
        name: "app-removed",
        about: "the person removed the app",
        expected: &[("token-valid", Outcome::Fail, "app-removed")],
        make: || {
            dead(
                190,
                Some(458),
                "Error validating access token: The user has not authorized application",
            )
        },
    },
    Named {
        name: "checkpoint-required",
        about: "Meta wants the person to confirm who they are",
        expected: &[("token-valid", Outcome::Fail, "checkpoint-required")],
        make: || {
            dead(
                190,
                Some(459),
                "Error validating access token: You cannot access the app till you log in to www.facebook.com",
            )
        },
    },
    Named {
        name: "page-role-lost",
        about: "the person has no role on the Page any more",
        expected: &[("token-valid", Outcome::Fail, "page-role-lost")],
        make: || {
            dead(
                190,
                Some(492),
                "Error validating access token: Session does not match current stored session",
            )
        },
    },
    Named {
        name: "token-malformed",
        about: "the token was not copied whole",
        expected: &[("token-valid", Outcome::Fail, "token-malformed")],
        make: || dead(190, None, "Malformed access token"),
    },
    Named {
        name: "wrong-host-for-token",
        about: "a token of Facebook Login where Instagram Login is stated",
        expected: &[("token-valid", Outcome::Fail, "wrong-host-for-token")],
        make: || {
            with(facebook(), |w| {
                w.platform = "meta-app";
                w.expects.flow_stated = Some(Flow::Instagram);
            })
        },
    },
    Named {
        name: "page-token-needed",
        about: "Meta wants a token of the Page",
        expected: &[("token-valid", Outcome::Fail, "page-token-needed")],
        make: || dead(190, Some(2_069_032), "User access token is not supported"),
    },
    Named {
        name: "proof-required",
        about: "the app takes signed calls only, and its secret is not known",
        expected: &[("token-valid", Outcome::Fail, "proof-required")],
        make: || {
            with(facebook(), |w| {
                w.access = Access::Token;
                w.app.requires_proof = true;
            })
        },
    },
    Named {
        name: "proof-invalid",
        about: "the secret is not that of the token's app",
        expected: &[("token-valid", Outcome::Fail, "proof-invalid")],
        make: || with(facebook(), |w| w.expects.wrong_secret = true),
    },
    Named {
        name: "api-access-blocked",
        about: "Meta blocked the app",
        expected: &[("token-valid", Outcome::Fail, "api-access-blocked")],
        make: || with(facebook(), |w| w.app.blocked = true),
    },
    Named {
        name: "tester-invite-pending",
        about: "the tester invitation was not accepted",
        expected: &[("token-valid", Outcome::Fail, "tester-invite-pending")],
        make: || with(instagram(), |w| w.account.joined_app = false),
    },
    Named {
        name: "rate-limited",
        about: "the app is over Meta's limit",
        expected: &[("token-valid", Outcome::Unknown, "rate-limited")],
        make: || {
            faulty(
                facebook(),
                "",
                What::Refuse(400, 4, None, "(#4) Application request limit reached"),
            )
        },
    },
    Named {
        name: "graph-unreachable",
        about: "connections to Meta break",
        expected: &[("token-valid", Outcome::Unknown, "graph-unreachable")],
        make: || faulty(facebook(), "", What::Drop),
    },
    Named {
        name: "graph-unreadable",
        about: "something else than Meta answers",
        expected: &[("token-valid", Outcome::Unknown, "graph-unreadable")],
        make: || faulty(facebook(), "", What::Html(200)),
    },
    Named {
        name: "no-ca-certificates",
        about: "this machine trusts nobody",
        expected: &[("token-valid", Outcome::Unknown, "no-ca-certificates")],
        make: || with(facebook(), |w| w.expects.no_roots = true),
    },
    Named {
        name: "unrecognized-refusal",
        about: "Meta refuses in a way that nobody knows",
        expected: &[("token-valid", Outcome::Unknown, "unrecognized-refusal")],
        make: || {
            faulty(
                facebook(),
                "/me",
                What::Refuse(400, 424_242, Some(7), "Something new"),
            )
        },
    },
    Named {
        name: "time-limit",
        about: "Meta takes longer than the whole check may",
        expected: &[("token-valid", Outcome::Unknown, "time-limit")],
        make: || {
            with(faulty(facebook(), "/me", What::Hang(20_000)), |w| {
                w.expects.timeout_ms = Some(700)
            })
        },
    },
    Named {
        name: "internal-error",
        about: "a fault of igdoctor in one check, which ends that check alone",
        expected: &[("comments-readable", Outcome::Unknown, "internal-error")],
        make: || with(facebook(), |w| w.expects.panics = Some("comments-readable")),
    },
    Named {
        name: "data-access-expired",
        about: "the token lives, but access to the person's data has ended",
        expected: &[("token-lifetime", Outcome::Fail, "data-access-expired")],
        make: || with(facebook(), |w| w.token.data_access_in_days = Some(-3)),
    },
    Named {
        name: "expires-soon",
        about: "the token ends in five days",
        expected: &[("token-lifetime", Outcome::Warn, "expires-soon")],
        make: || with(facebook(), |w| w.token.expires_in_days = Some(5)),
    },
    Named {
        name: "wrong-app-token",
        about: "the token was issued by another app",
        expected: &[("token-app", Outcome::Fail, "wrong-app-token")],
        make: || {
            with(facebook(), |w| {
                w.token.app_id = "555000111222333".to_owned()
            })
        },
    },
    Named {
        name: "permission-missing",
        about: "the permission for messages was never granted",
        expected: &[("required-permissions", Outcome::Fail, "permission-missing")],
        make: || without(facebook(), "instagram_manage_messages"),
    },
    Named {
        name: "permission-missing-token",
        about: "the same where no list of permissions is readable",
        expected: &[("required-permissions", Outcome::Fail, "permission-missing")],
        make: || {
            with(without(facebook(), "instagram_manage_messages"), |w| {
                w.access = Access::Token
            })
        },
    },
    Named {
        name: "permission-declined",
        about: "the person declined the permission for comments",
        expected: &[("required-permissions", Outcome::Fail, "permission-declined")],
        make: || marked("instagram_manage_comments", "declined"),
    },
    Named {
        name: "permission-expired",
        about: "the permission for comments has ended",
        expected: &[("required-permissions", Outcome::Fail, "permission-expired")],
        make: || marked("instagram_manage_comments", "expired"),
    },
    Named {
        name: "page-not-selected",
        about: "the Page was not ticked at login",
        expected: &[("permission-toggles", Outcome::Fail, "page-not-selected")],
        make: || {
            with(facebook(), |w| {
                w.token.only_for = vec![
                    ("pages_manage_metadata", vec![OTHER.to_owned()]),
                    ("pages_show_list", vec![OTHER.to_owned()]),
                ];
            })
        },
    },
    Named {
        name: "account-not-selected",
        about: "the Instagram account was not ticked at login",
        expected: &[("permission-toggles", Outcome::Fail, "account-not-selected")],
        make: || {
            with(facebook(), |w| {
                w.token.only_for = vec![("instagram_manage_messages", vec![OTHER.to_owned()])]
            })
        },
    },
    Named {
        name: "integration-toggle-off",
        about: "one permission is unticked for the Page",
        expected: &[(
            "permission-toggles",
            Outcome::Fail,
            "integration-toggle-off",
        )],
        make: || {
            with(facebook(), |w| {
                w.token.only_for = vec![
                    ("pages_show_list", vec![PAGE_ID.to_owned()]),
                    ("pages_manage_metadata", vec![OTHER.to_owned()]),
                ];
            })
        },
    },
];
