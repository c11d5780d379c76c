//! Following one message: what Meta shows is watched, gently, until the word is there or the time is up.

mod ear;

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::time::Instant;

pub use ear::{Ear, Meant};

use crate::address::is_id;
use crate::catalog::ErrorClass;
use crate::evidence::conversations::{self, Thread};
use crate::evidence::round_trip::{self, Holder, RoundTrip, Seen};
use crate::evidence::thread::{self, Messages, Which};
use crate::evidence::{Evidence, Record, outsider, pages, thread_owner};
use crate::graph::webhook::{Arrival, Delivery, Event};
use crate::graph::{CallNote, CodeWord, Failure, Graph};
use crate::model::Flow;
use crate::secret::Secret;

/// Between two looks, while the message may come any moment.
const OFTEN: Duration = Duration::from_secs(2);
/// Between two looks, once it has been waited for a while.
const SELDOM: Duration = Duration::from_secs(5);
/// How long that is.
const WHILE: Duration = Duration::from_secs(60);
/// Between any two calls: Meta takes two a second of an account, and the platform needs them too (graph-api 8).
const APART: Duration = Duration::from_millis(600);
/// After Meta shows a message its webhook has long been sent; Meta tries again at once if that fails (graph-api 4.4).
const GRACE: Duration = Duration::from_secs(60);
/// Between two words about the waiting.
const TICK: Duration = Duration::from_secs(1);
/// So many looks in a row without an answer, and nothing more is to be expected.
const PATIENCE: u32 = 3;

/// What is followed, and with what.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// Whom to ask.
    pub graph: &'a Graph,
    /// The token that may read conversations; none, and only the webhook is listened for.
    pub token: Option<&'a Secret>,
    /// The Page, in the facebook flow.
    pub page: Option<&'a str>,
    /// Ids of the account, so that the other person is known from it.
    pub own: &'a [String],
    /// Ids of the platform's app.
    pub own_apps: &'a [String],
    /// The word.
    pub word: &'a CodeWord,
    /// How long to wait.
    pub wait: Duration,
}

/// Somebody who is told how far the message is.
pub trait Companion {
    /// It is still waited for.
    fn waits(&self, still: Still, passed: Duration);
    /// Meta shows it.
    fn seen(&self, seen: &Seen);
    /// Something came to the listener; `meant` says whom an event of a delivery is for.
    fn arrived(&self, arrival: &Arrival, meant: &dyn Fn(&Delivery, &Event) -> Meant);
}

/// What is still waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Still {
    /// That Meta shows it.
    Sight,
    /// That its webhook comes.
    Webhook,
}

/// When the word was told.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// For times of this machine.
    pub clock: Instant,
    /// For times of arrivals.
    pub at: DateTime<Utc>,
}

impl Told {
    /// Now.
    #[must_use]
    pub fn now() -> Self {
        Self {
            clock: Instant::now(),
            at: Utc::now(),
        }
    }
}

/// A watch that has begun: what was there before the message.
#[derive(Debug)]
pub struct Watch<'a> {
    course: Course<'a>,
    before: BTreeMap<String, Option<DateTime<Utc>>>,
    /// Time of the newest message before the word was told.
    newest: Option<DateTime<Utc>>,
    threads: Record<Vec<(String, Thread)>>,
    /// Notes of the call that found the word, or of the last that did not.
    notes: Vec<CallNote>,
    last_call: Option<Instant>,
    /// Looks in a row that brought no answer, and what came instead of the last.
    unanswered: u32,
    failure: Option<Failure>,
}

/// The token that may read conversations: of a person's, the one of the Page.
pub async fn page_token(graph: &Graph, token: &Secret, page: &str) -> Option<Secret> {
    let (_, mut tokens) = pages::ask(graph, token, Some(page), 1).await;
    tokens.remove(page)
}

impl<'a> Watch<'a> {
    /// Looks at what is there before the word is told.
    ///
    /// # Errors
    /// When Meta does not tell: then nobody could say later what is new, and whose texts need not be read.
    pub async fn begin(course: Course<'a>) -> Result<Self, Failure> {
        let mut watch = Self {
            course,
            before: BTreeMap::new(),
            newest: None,
            threads: Record::default(),
            notes: Vec::new(),
            last_call: None,
            unanswered: 0,
            failure: None,
        };
        while course.token.is_some() && watch.threads.value().is_none() {
            watch.look().await;
            if let Some(failure) = watch.failure.take_if(|_| watch.unanswered >= PATIENCE) {
                return Err(failure);
            }
        }
        let threads = watch.threads.value().into_iter().flatten();
        watch.before = threads
            .map(|(id, thread)| (id.clone(), thread.updated))
            .collect();
        watch.newest = watch.before.values().copied().flatten().max();
        Ok(watch)
    }

    /// What is followed.
    #[must_use]
    pub const fn course(&self) -> Course<'a> {
        self.course
    }

    /// The id by which the account talks to itself, if Meta knows such a conversation (graph-api 8).
    ///
    /// # Errors
    /// When Meta does not tell.
    pub async fn with_itself(&mut self) -> Result<Option<String>, Failure> {
        let Course {
            graph, page, token, ..
        } = self.course;
        let Some(token) = token else { return Ok(None) };
        for own in self.course.own {
            self.apart().await;
            let which = Which::Of(own.clone());
            let found = thread::ask(graph, token, &which, page, 1).await;
            let only_own = |messages: &Messages| {
                !messages.people.is_empty() && messages.people.iter().all(|id| id == own)
            };
            match found.outcome()? {
                Some(Some(messages)) if only_own(messages) => return Ok(Some(own.clone())),
                _ => {}
            }
        }
        Ok(None)
    }

    /// Follows the message until it is where it can be seen, or the time is up. `trip` learns what becomes of it.
    pub async fn follow(
        &mut self,
        told: Told,
        trip: &mut RoundTrip,
        mut ear: Option<&mut Ear>,
        companion: &dyn Companion,
    ) {
        let mut end = told.clock + self.course.wait;
        let mut next = told.clock + OFTEN;
        loop {
            trip.heard = ear.as_ref().map(|ear| ear.heard().clone());
            trip.waited_ms = millis(told.clock.elapsed());
            let looks = self.course.token.is_some() && trip.seen.is_none() && !self.is_blind();
            let hears = trip.heard.as_ref().is_some_and(|heard| heard.ms.is_none());
            let now = Instant::now();
            if !(looks || hears) || now >= end {
                break;
            }
            let still = if looks { Still::Sight } else { Still::Webhook };
            companion.waits(still, now - told.clock);
            let tick = now + TICK;
            let wake = if looks { next.min(tick) } else { tick };
            tokio::select! {
                () = tokio::time::sleep_until(wake.min(end)) => {}
                () = next_arrival(ear.as_deref_mut(), told.at, companion) => continue,
            }
            // Once more at the end: it may have come since the last look.
            if looks && Instant::now() >= next.min(end) {
                trip.seen = self.look_for_word(told.clock).await;
                if let Some(seen) = &trip.seen {
                    companion.seen(seen);
                    end = end.min(Instant::now() + GRACE);
                }
                let young = told.clock.elapsed() < WHILE;
                next = Instant::now() + if young { OFTEN } else { SELDOM };
            }
        }
        trip.looked = self.course.token.is_some();
    }

    /// What is known now that was not before the message: its conversation, who holds it, and whether Meta shows who sent it.
    pub async fn learned(mut self, trip: &mut RoundTrip) -> Evidence {
        let Course {
            graph, page, token, ..
        } = self.course;
        let mut evidence = Evidence::default();
        let person = trip.seen.as_ref().and_then(|seen| seen.person.clone());
        let person = person.filter(|person| is_id(person) && !self.course.own.contains(person));
        if let (Some(token), Some(person)) = (token, person) {
            if let (Flow::Facebook, Some(page)) = (graph.flow(), page) {
                self.apart().await;
                evidence.thread_owner = thread_owner::ask(graph, token, page, &person, 1).await;
                self.hold(trip, evidence.thread_owner.value());
            }
            self.apart().await;
            evidence.outsider = outsider::ask(graph, token, &person, 1).await;
        }
        // The texts that were read belong to the message; the list is evidence of its own.
        evidence.round_trip = match self.failure.filter(|_| !trip.is_at_meta()) {
            // What was not shown at last may be there: nobody can tell.
            Some(failure) => Record::failed(failure, self.notes),
            None => Record::answered(trip.clone(), self.notes),
        };
        evidence.conversations = conversations::without_ids(self.threads);
        evidence
    }

    /// Who holds the conversation: certain where Meta names the app, else by whether it is ours.
    fn hold(&self, trip: &mut RoundTrip, owner: Option<&thread_owner::Owner>) {
        let app = owner.and_then(|owner| owner.app_id.clone());
        let (Some(seen), Some(app)) = (&mut trip.seen, app) else {
            return;
        };
        let own = self.course.own_apps;
        // Which app is ours is not always told.
        if !own.is_empty() {
            seen.holder = Some(holder(own.contains(&app)));
        }
        seen.owner = Some(app);
    }

    /// Whether nothing more can be expected of Meta.
    fn is_blind(&self) -> bool {
        match &self.failure {
            Some(Failure::Refused(error)) => !matches!(
                error.class(self.course.graph.flow()),
                Some(ErrorClass::Transient | ErrorClass::Throttled)
            ),
            _ => self.unanswered >= PATIENCE,
        }
    }

    /// One look at the list.
    async fn look(&mut self) {
        let Some(token) = self.course.token else {
            return;
        };
        self.apart().await;
        let Course { graph, page, .. } = self.course;
        let looked = conversations::ask_with_ids(graph, token, page).await;
        self.failure = looked.outcome().err();
        if self.failure.is_none() {
            self.unanswered = 0;
            self.threads = looked;
            return;
        }
        self.unanswered += 1;
        // What was seen once is not forgotten because one look fails; where the call failed is told all the same.
        self.notes.clone_from(&looked.notes);
        if self.is_blind() {
            self.unanswered = PATIENCE;
        }
    }

    /// Looks for the word in the conversations that changed since the last look, and in no others.
    async fn look_for_word(&mut self, begun: Instant) -> Option<Seen> {
        let token = self.course.token?;
        self.look().await;
        if self.failure.is_some() {
            return None;
        }
        let threads = self.threads.value().into_iter().flatten();
        let changed: Vec<(String, Thread)> = threads
            .filter(|(id, thread)| self.is_new(id, thread))
            .cloned()
            .collect();
        for (id, thread) in changed {
            self.apart().await;
            let Course { graph, word, .. } = self.course;
            let read = round_trip::find(graph, token, &id, word).await;
            self.notes = read.notes;
            let found = match read.result {
                Ok(found) => found,
                Err(failure) => {
                    self.failure = Some(failure);
                    continue;
                }
            };
            self.before.insert(id.clone(), thread.updated);
            // Newest first: the first of them was the one that was waited for.
            if let Some(first) = found.last() {
                return Some(Seen {
                    ms: millis(begun.elapsed()),
                    times: u32::try_from(found.len()).unwrap_or(u32::MAX),
                    person: first.from.clone().or_else(|| self.other(&thread)),
                    holder: thread.is_owner.map(holder),
                    thread: id,
                    owner: None,
                });
            }
        }
        None
    }

    /// Whether something came to a conversation since the word was told. One that was not listed before may only have moved up.
    fn is_new(&self, id: &str, thread: &Thread) -> bool {
        match self.before.get(id) {
            Some(before) => *before != thread.updated,
            None => thread.updated >= self.newest,
        }
    }

    /// Whom the account talks to.
    fn other(&self, thread: &Thread) -> Option<String> {
        let own = self.course.own;
        thread.people.iter().find(|id| !own.contains(id)).cloned()
    }

    /// Waits until another call may be made.
    async fn apart(&mut self) {
        if let Some(last) = self.last_call {
            tokio::time::sleep_until(last + APART).await;
        }
        self.last_call = Some(Instant::now());
    }
}

const fn holder(ours: bool) -> Holder {
    if ours { Holder::Ours } else { Holder::Other }
}

/// Waits for the next arrival; without an ear, for ever.
async fn next_arrival(ear: Option<&mut Ear>, since: DateTime<Utc>, companion: &dyn Companion) {
    match ear {
        Some(ear) => ear.next(since, companion).await,
        None => std::future::pending().await,
    }
}

fn millis(passed: Duration) -> u64 {
    u64::try_from(passed.as_millis()).unwrap_or(u64::MAX)
}
