//! Tells, while the message is on its way, what is waited for and what has come.

use std::cell::Cell;
use std::time::Duration;

use crate::engine::trace::{self, Meant, Still};
use crate::evidence::round_trip::Seen;
use crate::graph::webhook::{Arrival, Delivery, Event, Refusal, What};
use crate::model::{Arg, Question};
use crate::speech::Speech;
use crate::terminal::{Look, Progress};

/// Tells whoever looks on, on standard error.
#[derive(Debug)]
pub(super) struct Companion<'a> {
    progress: &'a Progress,
    speech: &'a Speech,
    look: Look,
    wait: Duration,
    /// What was waited for when it was told last.
    still: Cell<Option<Still>>,
}

impl<'a> Companion<'a> {
    /// Nothing was told yet.
    pub fn new(progress: &'a Progress, speech: &'a Speech, look: Look, wait: Duration) -> Self {
        Self {
            progress,
            speech,
            look,
            wait,
            still: Cell::new(None),
        }
    }
}

impl trace::Companion for Companion<'_> {
    fn waits(&self, still: Still, passed: Duration) {
        let key = match still {
            Still::Sight => "trace-waits-sight",
            Still::Webhook => "trace-waits-webhook",
        };
        let told = [("passed", &clock(passed)), ("all", &clock(self.wait))];
        let line = self.speech.say_with(key, &told);
        if self.still.replace(Some(still)) == Some(still) {
            self.progress.still(Question::RoundTrip, &line);
        } else if self.progress.moves() {
            self.progress.begin(Question::RoundTrip, &line);
        } else {
            self.say(&line);
        }
    }

    fn seen(&self, seen: &Seen) {
        let tenths = u32::try_from((seen.ms + 50) / 100).unwrap_or(u32::MAX);
        let seconds = self.speech.decimal(f64::from(tenths) / 10.0);
        let told = [
            ("seconds", &Arg::Text(seconds)),
            ("count", &Arg::from(u64::from(seen.times))),
        ];
        self.say(&self.speech.say_with("trace-seen", &told));
    }

    fn arrived(&self, arrival: &Arrival, meant: &dyn Fn(&Delivery, &Event) -> Meant) {
        match &arrival.what {
            What::Handshake(came) => self.say(&self.speech.say(&format!("trace-handshake-{came}"))),
            What::Refused(refusal) => self.say(&self.speech.say(&refused(refusal))),
            What::Delivery(delivery) => self.delivered(delivery, meant),
        }
    }
}

impl Companion<'_> {
    /// A line, however long: it is broken between words.
    fn say(&self, line: &str) {
        for line in textwrap::wrap(line, self.look.prose()) {
            self.progress.say(&line);
        }
    }

    fn delivered(&self, delivery: &Delivery, meant: &dyn Fn(&Delivery, &Event) -> Meant) {
        if delivery.payload.events.is_empty() {
            self.say(&self.speech.say("trace-event-none"));
        }
        for (event, sight) in delivery.events() {
            let word = |key: String| Arg::Text(self.speech.say(&key));
            let other = sight.has_code_word.then(|| meant(delivery, event));
            let key = match (event.test, sight.has_code_word, sight.repeated) {
                (true, ..) => "trace-event-test",
                _ if other == Some(Meant::OtherAccount) => "trace-event-other-account",
                _ if other == Some(Meant::OtherProduct) => "trace-event-other-product",
                (_, true, false) => "trace-event-ours",
                (_, true, true) => "trace-event-ours-again",
                (_, false, false) => "trace-event",
                (_, false, true) => "trace-event-again",
            };
            let told = [
                ("kind", &word(format!("webhook-kind-{}", event.kind))),
                (
                    "channel",
                    &word(format!("webhook-channel-{}", event.channel)),
                ),
                (
                    "account",
                    &Arg::Text(event.account_id.clone().unwrap_or_default()),
                ),
            ];
            self.say(&self.speech.say_with(key, &told));
        }
    }
}

/// Why a request was turned away: the key of its words.
fn refused(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Signature(signature) => format!("trace-refused-{}", signature.standing),
        Refusal::TooLarge => "trace-refused-too-large".to_owned(),
        Refusal::Incomplete => "trace-refused-incomplete".to_owned(),
        Refusal::Stray => "trace-refused-stray".to_owned(),
    }
}

/// `1:05`.
fn clock(passed: Duration) -> Arg {
    let seconds = passed.as_secs();
    Arg::Text(format!("{}:{:02}", seconds / 60, seconds % 60))
}
