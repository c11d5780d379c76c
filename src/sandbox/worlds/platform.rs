//! Worlds in which the messaging platform is not right.

use super::Named;
use super::base::{instagram, rocketchat, with};
use crate::model::Outcome;
use crate::sandbox::world::{Front, Rocket, World};

fn rocket(change: fn(&mut Rocket)) -> World {
    with(rocketchat(), |w| w.rocket.iter_mut().for_each(change))
}

fn seen(question: &'static str) -> World {
    with(rocketchat(), |w| {
        w.expects.answers = vec![("platform-setup", question, false)]
    })
}

pub const WORLDS: &[Named] = &[
    Named {
        name: "platform-unreachable",
        about: "nothing answers at the platform's address",
        expected: &[("platform-reachable", Outcome::Fail, "platform-unreachable")],
        make: || rocket(|r| r.reachable = false),
    },
    Named {
        name: "platform-behind-proxy-page",
        about: "a proxy in front of the platform answers everything with a page of its own",
        expected: &[("platform-reachable", Outcome::Fail, "platform-unreachable")],
        make: || rocket(|r| r.front = Front::Page),
    },
    Named {
        name: "platform-behind-login",
        about: "whoever comes to the platform is sent to a login first",
        expected: &[("platform-reachable", Outcome::Fail, "platform-unreachable")],
        make: || rocket(|r| r.front = Front::Login),
    },
    Named {
        name: "platform-private-address",
        about: "the platform's address is a private one",
        expected: &[(
            "platform-reachable",
            Outcome::Fail,
            "platform-private-address",
        )],
        make: || rocket(|r| r.private = true),
    },
    Named {
        name: "site-url-differs",
        about: "the platform sends visitors to another host",
        expected: &[("platform-reachable", Outcome::Fail, "site-url-differs")],
        make: || rocket(|r| r.redirects = true),
    },
    Named {
        name: "platform-setup-incomplete",
        about: "a person saw that the workspace is not connected to the cloud",
        expected: &[("platform-setup", Outcome::Fail, "platform-setup-incomplete")],
        make: || seen("cloud"),
    },
    Named {
        name: "platform-admin-needed",
        about: "somebody without the rights connected the account",
        expected: &[("platform-setup", Outcome::Fail, "platform-admin-needed")],
        make: || seen("admin"),
    },
    Named {
        name: "unsubscribed-in-platform",
        about: "the Page was unsubscribed inside the platform",
        expected: &[("platform-setup", Outcome::Fail, "unsubscribed-in-platform")],
        make: || seen("subscribed"),
    },
    Named {
        name: "filtered-by-platform-option",
        about: "a person saw a filter that drops messages",
        expected: &[(
            "platform-setup",
            Outcome::Fail,
            "filtered-by-platform-option",
        )],
        make: || {
            with(instagram(), |w| {
                w.expects.answers = vec![("platform-setup", "receiver-keeps-all", false)]
            })
        },
    },
    Named {
        name: "omnichannel-off",
        about: "Omnichannel is switched off",
        expected: &[("agents-online", Outcome::Fail, "omnichannel-off")],
        make: || rocket(|r| r.enabled = false),
    },
    Named {
        name: "no-agent-online",
        about: "nobody is online",
        expected: &[("agents-online", Outcome::Fail, "no-agent-online")],
        make: || rocket(|r| r.online = false),
    },
    Named {
        name: "not-in-department",
        about: "somebody is online, but nobody of the Page's department",
        expected: &[("agents-online", Outcome::Fail, "not-in-department")],
        make: || {
            with(
                rocket(|r| r.departments = vec![("sales", false), ("support", true)]),
                |w| w.expects.department = Some("sales"),
            )
        },
    },
];
