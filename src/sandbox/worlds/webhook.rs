//! Worlds in which the webhook or its callback is not right.

use super::Named;
use super::base::{connected, facebook, webhook, with};
use crate::model::Outcome;
use crate::sandbox::world::{Callback, SignedRequests, World};

fn callback(kind: Callback) -> World {
    with(facebook(), |w| w.callback = kind)
}

fn callback_with_token(kind: Callback) -> World {
    with(callback(kind), |w| w.expects.knows_verify_token = true)
}

/// The probe of signed requests, asked for, where they are treated like this.
fn signed_requests(kind: SignedRequests) -> World {
    with(facebook(), |w| {
        w.signed_requests = kind;
        w.expects.with = vec!["data-deletion-callback"];
    })
}

pub const WORLDS: &[Named] = &[
    Named {
        name: "callback-unreachable",
        about: "nothing listens at the callback address",
        expected: &[("webhook-callback", Outcome::Fail, "callback-unreachable")],
        make: || callback(Callback::Absent),
    },
    Named {
        name: "callback-name-missing",
        about: "the name of the callback does not exist",
        expected: &[("webhook-callback", Outcome::Fail, "callback-unreachable")],
        make: || callback(Callback::NoName),
    },
    Named {
        name: "callback-cut-off",
        about: "the callback hangs up in the middle of its answer",
        expected: &[("webhook-callback", Outcome::Fail, "callback-unreachable")],
        make: || callback(Callback::CutOff),
    },
    Named {
        name: "callback-private-address",
        about: "the callback address is a private one",
        expected: &[(
            "webhook-callback",
            Outcome::Fail,
            "callback-private-address",
        )],
        make: || callback(Callback::Private),
    },
    Named {
        name: "callback-private-name",
        about: "the callback's name is public and leads to a private address",
        expected: &[(
            "webhook-callback",
            Outcome::Fail,
            "callback-private-address",
        )],
        make: || callback(Callback::PrivateName),
    },
    Named {
        name: "callback-tls-invalid",
        about: "the callback's certificate signs itself",
        expected: &[("webhook-callback", Outcome::Fail, "callback-tls-invalid")],
        make: || callback(Callback::SelfSigned),
    },
    Named {
        name: "callback-tls-wrong-name",
        about: "the callback's certificate is for another name",
        expected: &[("webhook-callback", Outcome::Fail, "callback-tls-invalid")],
        make: || callback(Callback::WrongName),
    },
    Named {
        name: "callback-tls-expired",
        about: "the callback's certificate has ended",
        expected: &[("webhook-callback", Outcome::Fail, "callback-tls-invalid")],
        make: || callback(Callback::Expired),
    },
    Named {
        name: "callback-tls-incomplete",
        about: "the callback's certificate comes without the intermediate one",
        expected: &[("webhook-callback", Outcome::Fail, "callback-tls-invalid")],
        make: || callback(Callback::IncompleteChain),
    },
    Named {
        name: "callback-tls-old",
        about: "the callback speaks only TLS that is no longer allowed",
        expected: &[("webhook-callback", Outcome::Fail, "callback-tls-invalid")],
        make: || callback(Callback::OldTls),
    },
    Named {
        name: "callback-certificate-expiring",
        about: "the callback's certificate ends in a week",
        expected: &[(
            "webhook-callback",
            Outcome::Warn,
            "callback-certificate-expiring",
        )],
        make: || callback(Callback::Expiring(7)),
    },
    Named {
        name: "callback-client-certificate",
        about: "the callback demands a client certificate",
        expected: &[(
            "webhook-callback",
            Outcome::Fail,
            "callback-client-certificate",
        )],
        make: || callback(Callback::ClientCertificate),
    },
    Named {
        name: "callback-redirects",
        about: "the callback redirects",
        expected: &[("webhook-callback", Outcome::Fail, "callback-redirects")],
        make: || callback(Callback::Redirects),
    },
    Named {
        name: "callback-login-redirect",
        about: "the callback redirects to a login page",
        expected: &[("webhook-callback", Outcome::Fail, "callback-login-wall")],
        make: || callback(Callback::LoginRedirect),
    },
    Named {
        name: "callback-login-wall",
        about: "a login page answers in the callback's place",
        expected: &[("webhook-callback", Outcome::Fail, "callback-login-wall")],
        make: || callback(Callback::LoginWall),
    },
    Named {
        name: "callback-not-found",
        about: "there is nothing at the callback's path",
        expected: &[("webhook-callback", Outcome::Fail, "callback-not-found")],
        make: || callback(Callback::NotFound),
    },
    Named {
        name: "callback-slow",
        about: "the callback takes longer than Meta waits",
        expected: &[("webhook-callback", Outcome::Fail, "callback-slow")],
        make: || callback(Callback::Slow(7_000)),
    },
    Named {
        name: "callback-wrong-answer",
        about: "the callback does not give the challenge back as it is",
        expected: &[("webhook-callback", Outcome::Fail, "callback-wrong-answer")],
        make: || callback_with_token(Callback::WrongAnswer),
    },
    Named {
        name: "callback-endless",
        about: "the callback's answer never ends",
        expected: &[("webhook-callback", Outcome::Fail, "callback-wrong-answer")],
        make: || callback(Callback::Endless),
    },
    Named {
        name: "callback-ignores-verify-token",
        about: "the callback takes any verify token",
        expected: &[(
            "webhook-callback",
            Outcome::Warn,
            "callback-ignores-verify-token",
        )],
        make: || callback(Callback::IgnoresVerifyToken),
    },
    Named {
        name: "callback-refuses-verify-token",
        about: "the callback refuses the right verify token",
        expected: &[(
            "webhook-callback",
            Outcome::Fail,
            "callback-refuses-verify-token",
        )],
        make: || callback_with_token(Callback::RefusesVerifyToken),
    },
    Named {
        name: "callback-ignores-signature",
        about: "the callback takes events that Meta did not sign",
        expected: &[(
            "webhook-callback",
            Outcome::Fail,
            "callback-ignores-signature",
        )],
        make: || {
            with(callback_with_token(Callback::IgnoresSignature), |w| {
                w.expects.with = vec!["signed-event"]
            })
        },
    },
    Named {
        name: "callback-server-error",
        about: "the callback fails",
        expected: &[("webhook-callback", Outcome::Fail, "callback-server-error")],
        make: || callback(Callback::ServerError),
    },
    Named {
        name: "callback-ipv6-only",
        about: "the callback has no IPv4 address",
        expected: &[("webhook-callback", Outcome::Warn, "callback-ipv6-only")],
        make: || callback(Callback::Ipv6Only),
    },
    Named {
        name: "webhook-missing",
        about: "the app has no webhook",
        expected: &[("webhook-subscription", Outcome::Fail, "webhook-missing")],
        make: || with(facebook(), |w| w.app.webhooks.clear()),
    },
    Named {
        name: "webhook-inactive",
        about: "the app's webhook is switched off",
        expected: &[("webhook-subscription", Outcome::Fail, "webhook-inactive")],
        make: || with(facebook(), |w| w.app.webhooks[0].active = false),
    },
    Named {
        name: "callback-differs",
        about: "Meta delivers to another address than the expected one",
        expected: &[("webhook-subscription", Outcome::Fail, "callback-differs")],
        make: || {
            with(facebook(), |w| {
                w.app.webhooks[0].callback_url = "https://old.example.com/webhook".to_owned();
                w.expects.callback_given = true;
            })
        },
    },
    Named {
        name: "fields-on-wrong-object",
        about: "the fields are on at the object `page`",
        expected: &[(
            "webhook-subscription",
            Outcome::Fail,
            "fields-on-wrong-object",
        )],
        make: || {
            with(facebook(), |w| {
                w.app.webhooks = vec![webhook("page", &["messages", "feed"])]
            })
        },
    },
    Named {
        name: "field-missing",
        about: "the field `messages` is off at the app",
        expected: &[("webhook-fields", Outcome::Fail, "field-missing")],
        make: || {
            with(facebook(), |w| {
                w.app.webhooks = vec![webhook("instagram", &["comments"])]
            })
        },
    },
    Named {
        name: "field-version-old",
        about: "the field `messages` is of a version that has ended",
        expected: &[("webhook-fields", Outcome::Fail, "field-version-old")],
        make: || {
            with(facebook(), |w| {
                let fields = &mut w.app.webhooks[0].fields;
                fields
                    .iter_mut()
                    .filter(|(name, _)| name == "messages")
                    .for_each(|(_, version)| "v19.0".clone_into(version));
            })
        },
    },
    Named {
        name: "messages-field-missing",
        about: "another product replaced the Page's list of fields by its own",
        expected: &[("account-fields", Outcome::Fail, "messages-field-missing")],
        make: || {
            with(facebook(), |w| {
                w.pages[0].apps = vec![connected("hunion.io", &["feed", "leadgen"])]
            })
        },
    },
    Named {
        name: "account-field-missing",
        about: "a field that the platform asks for is off at the Page",
        expected: &[("account-fields", Outcome::Warn, "account-field-missing")],
        make: || {
            with(facebook(), |w| {
                w.expects.platform_change = Some(|platform| {
                    platform
                        .facebook
                        .iter_mut()
                        .for_each(|needs| needs.account_fields.push("message_echoes".to_owned()))
                });
            })
        },
    },
    Named {
        name: "deletion-callback-invalid",
        about: "a page with instructions stands where Meta asks for data to be deleted",
        expected: &[(
            "data-deletion-callback",
            Outcome::Fail,
            "deletion-callback-invalid",
        )],
        make: || signed_requests(SignedRequests::Page),
    },
    Named {
        name: "deauthorize-callback-invalid",
        about: "anybody can pretend that a person removed the app",
        expected: &[(
            "data-deletion-callback",
            Outcome::Fail,
            "deauthorize-callback-invalid",
        )],
        make: || signed_requests(SignedRequests::AnySignature),
    },
];
