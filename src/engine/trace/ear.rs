//! What listens for the message's webhook.

use chrono::{DateTime, Utc};

use super::Companion;
use crate::evidence::round_trip::Heard;
use crate::graph::webhook::{Arrival, Delivery, Event, Handshake, Receiver, What};

/// A receiver, and what came to it so far.
#[derive(Debug)]
pub struct Ear {
    receiver: Receiver,
    heard: Heard,
    /// Ids by which webhooks may name the account; whatever they say, if none is known.
    own: Vec<String>,
}

impl Ear {
    /// Nothing was heard yet.
    #[must_use]
    pub fn new(receiver: Receiver) -> Self {
        Self {
            receiver,
            heard: Heard::default(),
            own: Vec::new(),
        }
    }

    /// From now on only messages to this account count, by any of its ids.
    pub fn listen_for(&mut self, own: &[String]) {
        self.own = own.to_vec();
    }

    /// What was heard so far.
    #[must_use]
    pub const fn heard(&self) -> &Heard {
        &self.heard
    }

    /// Waits for the next arrival. Whoever stops waiting misses nothing.
    pub(super) async fn next(&mut self, since: DateTime<Utc>, companion: &dyn Companion) {
        match self.receiver.next().await {
            Some(arrival) => self.take(&arrival, since, companion),
            // It has ended: nothing more will come.
            None => std::future::pending().await,
        }
    }

    /// Takes what has come already.
    pub fn catch_up(&mut self, since: DateTime<Utc>, companion: &dyn Companion) {
        while let Some(arrival) = self.receiver.next_now() {
            self.take(&arrival, since, companion);
        }
    }

    fn take(&mut self, arrival: &Arrival, since: DateTime<Utc>, companion: &dyn Companion) {
        let own = &self.own;
        // Messenger's messages come the same way, as object `page`.
        let meant = |delivery: &Delivery, event: &Event| {
            let account = event.account_id.as_ref();
            match delivery.payload.object {
                Some("instagram") if own.is_empty() => Meant::Ours,
                Some("instagram") if account.is_none_or(|id| own.contains(id)) => Meant::Ours,
                Some("instagram") => Meant::OtherAccount,
                _ => Meant::OtherProduct,
            }
        };
        companion.arrived(arrival, &meant);
        let heard = &mut self.heard;
        match &arrival.what {
            What::Handshake(Handshake::Answered) => heard.handshakes += 1,
            What::Handshake(_) => {}
            What::Refused(_) => heard.wrong += 1,
            What::Delivery(delivery) => {
                heard.right += 1;
                let with_word = delivery.events().filter(|(_, sight)| sight.has_code_word);
                for (event, sight) in with_word {
                    match meant(delivery, event) {
                        Meant::OtherProduct => continue,
                        Meant::OtherAccount => {
                            heard.elsewhere.clone_from(&event.account_id);
                            continue;
                        }
                        Meant::Ours => {}
                    }
                    heard.times += 1;
                    if heard.ms.is_none() && !sight.repeated {
                        let passed = (arrival.at - since).num_milliseconds();
                        heard.ms = Some(u64::try_from(passed).unwrap_or(0));
                        heard.channel = Some(event.channel);
                        heard.account.clone_from(&event.account_id);
                    }
                }
            }
        }
    }
}

/// Whom a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// The account, or any where its ids are not known.
    Ours,
    /// Another Instagram account.
    OtherAccount,
    /// Messenger, or something else of the app's.
    OtherProduct,
}
