//! Worlds in which the Instagram account is not right.

use super::Named;
use super::base::{facebook, facebook_user, instagram, other_page, with};
use crate::model::Outcome;
use crate::platform::AccountKind;
use crate::sandbox::world::{ACCOUNT_ID, LEGACY_ID};

const OTHER_ACCOUNT: &str = "17841499900000001";

pub const WORLDS: &[Named] = &[
    Named {
        name: "account-personal",
        about: "the account is a personal one",
        expected: &[("instagram-professional", Outcome::Fail, "account-personal")],
        make: || with(facebook(), |w| w.account.account_type = "PERSONAL"),
    },
    Named {
        name: "account-creator-unconfirmed",
        about: "a creator account where the platform asks for a business one",
        expected: &[(
            "instagram-professional",
            Outcome::Warn,
            "account-creator-unconfirmed",
        )],
        make: || {
            with(instagram(), |w| {
                w.account.account_type = "MEDIA_CREATOR";
                w.expects.platform_change =
                    Some(|platform| platform.account = AccountKind::Business);
            })
        },
    },
    Named {
        name: "account-restricted",
        about: "Meta restricted the account",
        expected: &[(
            "instagram-professional",
            Outcome::Fail,
            "account-restricted",
        )],
        make: || with(facebook(), |w| w.account.restricted = true),
    },
    Named {
        name: "account-not-eligible",
        about: "messaging through the API is not open to the account yet",
        expected: &[(
            "instagram-professional",
            Outcome::Fail,
            "account-not-eligible",
        )],
        make: || with(facebook(), |w| w.account.eligible = false),
    },
    Named {
        name: "page-not-linked",
        about: "no Instagram account is linked to the Page",
        expected: &[("page-instagram-link", Outcome::Fail, "page-not-linked")],
        make: || with(facebook(), |w| w.pages[0].linked = None),
    },
    Named {
        name: "linked-to-other-page",
        about: "the account is linked to another Page of the same person",
        expected: &[("page-instagram-link", Outcome::Fail, "linked-to-other-page")],
        make: || {
            with(facebook_user(), |w| {
                let mut other = other_page();
                other.linked = w.pages[0].linked.take();
                w.pages.push(other);
            })
        },
    },
    Named {
        name: "two-pages-same-account",
        about: "two Pages are linked to one account",
        expected: &[(
            "page-instagram-link",
            Outcome::Fail,
            "two-pages-same-account",
        )],
        make: || {
            with(facebook_user(), |w| {
                let mut other = other_page();
                other.linked.clone_from(&w.pages[0].linked);
                w.pages.push(other);
            })
        },
    },
    Named {
        name: "other-account-linked",
        about: "another account is linked to the Page",
        expected: &[("page-instagram-link", Outcome::Fail, "other-account-linked")],
        make: || {
            with(facebook(), |w| {
                w.pages[0].linked = Some((OTHER_ACCOUNT.to_owned(), "casa.azul.antiga".to_owned()))
            })
        },
    },
    Named {
        name: "link-unverifiable",
        about: "Meta cannot verify the link between account, person and Page",
        expected: &[("page-instagram-link", Outcome::Unknown, "link-unverifiable")],
        make: || with(facebook(), |w| w.account.link_verifiable = false),
    },
    Named {
        name: "wrong-account-id",
        about: "the platform stores another id of the account",
        expected: &[("account-id-match", Outcome::Fail, "wrong-account-id")],
        make: || {
            with(facebook(), |w| {
                w.expects.stored_account_id = Some(LEGACY_ID.to_owned())
            })
        },
    },
    Named {
        name: "token-of-other-account",
        about: "the token belongs to another account",
        expected: &[("account-id-match", Outcome::Fail, "token-of-other-account")],
        make: || {
            with(instagram(), |w| {
                w.expects.instagram_id = Some(OTHER_ACCOUNT.to_owned())
            })
        },
    },
    Named {
        name: "username-changed",
        about: "the account was renamed",
        expected: &[("account-id-match", Outcome::Warn, "username-changed")],
        make: || {
            with(facebook(), |w| {
                w.expects.stored_account_id = Some(ACCOUNT_ID.to_owned());
                w.expects.stored_username = Some("@casa.azul.loja".to_owned());
            })
        },
    },
    Named {
        name: "connected-tools-off",
        about: "“Allow access to messages” is off",
        expected: &[("connected-tools", Outcome::Fail, "connected-tools-off")],
        make: || with(facebook(), |w| w.account.message_access = false),
    },
    Named {
        name: "no-conversations-yet",
        about: "Meta shows no conversation, which can mean several things",
        expected: &[("connected-tools", Outcome::Ask, "no-conversations-yet")],
        make: || with(facebook(), |w| w.threads.clear()),
    },
];
