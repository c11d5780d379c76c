//! What listens for the message's webhook.

use chrono::{DateTime, Utc};

use super::Companion;
use crate::evidence::round_trip::Heard;
use crate::graph::webhook::{Arrival, Event, Handshake, Receiver, What};

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
    pub fn listen_for(&mut self, own: impl IntoIterator<Item = String>) {
        self.own = own.into_iter().collect();
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
        companion.arrived(arrival);
        let (heard, own) = (&mut self.heard, &self.own);
        let is_ours = |event: &Event| {
            let account = event.account_id.as_ref();
            own.is_empty() || account.is_none_or(|account| own.contains(account))
        };
        match &arrival.what {
            What::Handshake(Handshake::Answered) => heard.handshakes += 1,
            What::Handshake(_) => {}
            What::Refused(_) => heard.wrong += 1,
            What::Delivery(delivery) => {
                heard.right += 1;
                let ours = delivery.events();
                for (event, sight) in
                    ours.filter(|(event, sight)| sight.has_code_word && is_ours(event))
                {
                    heard.times += 1;
                    if heard.ms.is_none() && !sight.repeated {
                        let passed = (arrival.at - since).num_milliseconds();
                        heard.ms = Some(u64::try_from(passed).unwrap_or(0));
                        heard.channel = Some(event.channel);
                    }
                }
            }
        }
    }
}
