//! Tells, while the message is on its way, what is waited for and what has come.

use std::cell::Cell;
use std::time::Duration;

use crate::engine::trace::{self, Still};
use crate::evidence::round_trip::Seen;
use crate::graph::webhook::{Arrival, Delivery, Refusal, What};
use crate::model::{Arg, Question};
use crate::speech::Speech;
use crate::terminal::Progress;

/// Tells whoever looks on, on standard error.
#[derive(Debug)]
pub(super) struct Companion<'a> {
    pub progress: &'a Progress,
    pub speech: &'a Speech,
    pub wait: Duration,
    pub waiting: Cell<bool>,
}

impl trace::Companion for Companion<'_> {
    fn waits(&self, still: Still, passed: Duration) {
        let key = match still {
            Still::Sight => "trace-waits-sight",
            Still::Webhook => "trace-waits-webhook",
        };
        let told = [("passed", &clock(passed)), ("all", &clock(self.wait))];
        let line = self.speech.say_with(key, &told);
        if self.waiting.replace(true) {
            self.progress.still(Question::RoundTrip, &line);
        } else {
            self.progress.begin(Question::RoundTrip, &line);
        }
    }

    fn seen(&self, seen: &Seen) {
        let told = [
            ("seconds", &Arg::from((seen.ms / 1000).max(1))),
            ("count", &Arg::from(u64::from(seen.times))),
        ];
        self.progress
            .say(&self.speech.say_with("trace-seen", &told));
    }

    fn arrived(&self, arrival: &Arrival) {
        let lines = match &arrival.what {
            What::Handshake(came) => vec![self.speech.say(&format!("trace-handshake-{came}"))],
            What::Refused(refusal) => vec![self.refused(refusal)],
            What::Delivery(delivery) => self.events(delivery),
        };
        for line in lines {
            self.progress.say(&line);
        }
    }
}

impl Companion<'_> {
    fn events(&self, delivery: &Delivery) -> Vec<String> {
        let events = delivery.events().map(|(event, sight)| {
            let word = |key: String| Arg::Text(self.speech.say(&key));
            let key = match (sight.has_code_word, sight.repeated) {
                (true, false) => "trace-event-ours",
                (true, true) => "trace-event-ours-again",
                (false, false) => "trace-event",
                (false, true) => "trace-event-again",
            };
            let told = [
                ("kind", &word(format!("webhook-kind-{}", event.kind))),
                (
                    "channel",
                    &word(format!("webhook-channel-{}", event.channel)),
                ),
            ];
            self.speech.say_with(key, &told)
        });
        events.collect()
    }

    fn refused(&self, refusal: &Refusal) -> String {
        let why = match refusal {
            Refusal::Signature(signature) => format!("webhook-signature-{}", signature.standing),
            Refusal::TooLarge => "trace-refused-too-large".to_owned(),
            Refusal::Incomplete => "trace-refused-incomplete".to_owned(),
            Refusal::Stray => "trace-refused-stray".to_owned(),
        };
        let why = Arg::Text(self.speech.say(&why));
        self.speech.say_with("trace-refused", &[("why", &why)])
    }
}

/// `1:05`.
fn clock(passed: Duration) -> Arg {
    let seconds = passed.as_secs();
    Arg::Text(format!("{}:{:02}", seconds / 60, seconds % 60))
}
