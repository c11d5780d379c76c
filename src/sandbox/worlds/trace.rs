//! Worlds in which somebody sends a message while `trace` follows it. A check finds nothing wrong in them.

use super::Named;
use super::base::{facebook, instagram, rocketchat, threads, with};
use crate::evidence::round_trip::{Place, Sender};
use crate::model::Outcome;
use crate::sandbox::world::{ACCOUNT_ID, Actor, Delivery, INBOX_APP_ID, Tells, World};

pub const WORLDS: &[Named] = &[
    Named {
        name: "message-arrives",
        about: "a message makes the whole way",
        expected: &[],
        make: arrives,
    },
    Named {
        name: "message-arrives-instagram",
        about: "a message makes the whole way, with Instagram Login",
        expected: &[],
        make: || acted(instagram(), |_| ()),
    },
    Named {
        name: "message-arrives-late",
        about: "the message is sent only after a while",
        expected: &[],
        make: || acted(facebook(), |actor| actor.after_ms = Some(5_000)),
    },
    Named {
        name: "message-arrives-twice",
        about: "the message is sent twice, and Meta repeats each webhook",
        expected: &[],
        make: || {
            acted(facebook(), |actor| {
                actor.times = 2;
                actor.delivery = Delivery::Repeated;
            })
        },
    },
    Named {
        name: "message-of-role-holder",
        about: "the message comes from somebody with a role on the app",
        expected: &[],
        make: || {
            acted(facebook(), |actor| {
                actor.has_role = true;
                actor.tells.sender = Some(Sender::RoleHolder);
            })
        },
    },
    Named {
        name: "message-of-new-account",
        about: "nobody has written to the account before",
        expected: &[],
        make: || with(arrives(), |w| w.threads.clear()),
    },
    Named {
        name: "message-to-itself",
        about: "the account has written to itself before, so that a trace may do it again",
        expected: &[],
        make: || {
            with(arrives(), |w| {
                let mut own = threads(None).remove(0);
                own.person = ACCOUNT_ID.to_owned();
                own.has_role = true;
                w.threads.push(own);
                if let Some(actor) = &mut w.actor {
                    actor.after_ms = None;
                }
            })
        },
    },
    Named {
        name: "message-not-seen",
        about: "the message is sent, but Meta never shows it",
        expected: &[("message-round-trip", Outcome::Fail, "message-not-seen")],
        make: || {
            acted(facebook(), |actor| {
                actor.is_shown = false;
                actor.delivery = Delivery::Lost;
                actor.tells.shown = Some(false);
                actor.tells.place = Some(Place::Inbox);
            })
        },
    },
    Named {
        name: "message-not-sent",
        about: "the message is never sent",
        expected: &[(
            "message-round-trip",
            Outcome::Unknown,
            "confirm-message-round-trip",
        )],
        make: || {
            acted(facebook(), |actor| {
                actor.after_ms = None;
                actor.tells = Tells {
                    sent: Some(false),
                    ..Tells::default()
                };
            })
        },
    },
    Named {
        name: "webhook-not-delivered",
        about: "Meta shows the message, but sends no webhook to the listener",
        expected: &[("message-round-trip", Outcome::Fail, "webhook-not-delivered")],
        make: || {
            acted(facebook(), |actor| {
                actor.delivery = Delivery::Lost;
                actor.tells.shown = None;
            })
        },
    },
    Named {
        name: "webhook-signed-by-other-app",
        about: "the webhook of the message is signed with the secret of another app",
        expected: &[("message-round-trip", Outcome::Fail, "webhook-not-delivered")],
        make: || {
            acted(facebook(), |actor| {
                actor.delivery = Delivery::WronglySigned;
                actor.tells.shown = None;
            })
        },
    },
    Named {
        name: "not-shown-in-platform",
        about: "Meta has the message, but the platform does not show it",
        expected: &[("message-round-trip", Outcome::Fail, "not-shown-in-platform")],
        make: || {
            acted(rocketchat(), |actor| {
                actor.tells.shown = Some(false);
                actor.tells.place = Some(Place::Inbox);
            })
        },
    },
    Named {
        name: "message-held-by-other-app",
        about: "another app holds the conversation, and the platform does not show the message",
        expected: &[
            ("message-round-trip", Outcome::Fail, "not-shown-in-platform"),
            ("default-routing-app", Outcome::Warn, "not-a-receiver"),
        ],
        make: || {
            let mut world = acted(rocketchat(), |actor| {
                actor.holder = Some(INBOX_APP_ID.to_owned());
                actor.tells.shown = Some(false);
                actor.tells.place = Some(Place::Inbox);
            });
            // Before, there was nothing that could have told.
            world.threads.clear();
            world
        },
    },
    Named {
        name: "message-taken-by-other-app",
        about: "another app takes the conversation, and the platform does not show the message",
        expected: &[("message-round-trip", Outcome::Fail, "not-shown-in-platform")],
        make: || {
            acted(facebook(), |actor| {
                actor.holder = Some(INBOX_APP_ID.to_owned());
                actor.tells.shown = Some(false);
                actor.tells.place = Some(Place::Inbox);
            })
        },
    },
    Named {
        name: "message-in-requests",
        about: "the message lies among the message requests",
        expected: &[("message-round-trip", Outcome::Fail, "message-in-requests")],
        make: || {
            acted(facebook(), |actor| {
                actor.tells.shown = Some(false);
                actor.tells.place = Some(Place::Requests);
            })
        },
    },
];

/// Somebody sends a message, and it arrives.
fn arrives() -> World {
    acted(facebook(), |_| ())
}

fn acted(mut world: World, change: impl FnOnce(&mut Actor)) -> World {
    let mut actor = Actor {
        person: "1234567890123499",
        has_role: false,
        after_ms: Some(300),
        times: 1,
        is_shown: true,
        holder: None,
        delivery: Delivery::Sent,
        tells: Tells {
            sender: Some(Sender::Stranger),
            sent: Some(true),
            shown: Some(true),
            place: None,
        },
    };
    change(&mut actor);
    world.actor = Some(actor);
    world
}
