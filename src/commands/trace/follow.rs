//! One trace: the word is told, the message is followed, and who knows more is asked.

use std::time::Instant;

use anyhow::Result;
use tokio::runtime::Runtime;

use super::begin::Begin;
use super::companion::Companion;
use super::names::Names;
use super::person::{Left, Person};
use super::{Flags, Ready};
use crate::commands::asking::runtime;
use crate::commands::signals::interrupted;
use crate::engine::trace::{Course, Told, Watch, page_token};
use crate::evidence::round_trip::{Hindrance, RoundTrip, Sender};
use crate::evidence::{NotAsked, Record, Saved};
use crate::graph::{CodeWord, Failure, Graph};
use crate::model::{Arg, milliseconds};
use crate::secret::Secret;
use crate::speech::Speech;
use crate::terminal::{Look, Progress, say_stderr, say_text};

/// What a trace goes by.
pub(super) struct Following<'a> {
    pub flags: &'a Flags,
    pub ready: &'a Ready,
    pub graph: &'a Graph,
    pub speech: &'a Speech,
    /// Keeps what is known so far: whoever is asked may end it all with Ctrl-C.
    pub keep: &'a dyn Fn(&Saved) -> Result<()>,
}

impl Following<'_> {
    /// Follows one message, and puts what became of it into the answers.
    ///
    /// # Errors
    /// When the terminal fails, or what is known cannot be kept.
    pub fn follow(&self, begin: Begin<'_>, saved: &mut Saved) -> Result<()> {
        let clock = Instant::now();
        let before = saved.duration_ms;
        let became = self.became(begin, saved);
        saved.asked.calls = self.graph.calls();
        saved.duration_ms = before + milliseconds(clock);
        saved.evidence.round_trip = match became? {
            Some(record) => record,
            None => {
                saved.interrupted = true;
                Record::not_asked(NotAsked::Interrupted)
            }
        };
        Ok(())
    }

    /// What became of a message; `None` if it was interrupted before that could be told.
    fn became(&self, begin: Begin<'_>, saved: &mut Saved) -> Result<Option<Record<RoundTrip>>> {
        let Begin {
            word,
            mut ear,
            address,
            person,
        } = begin;
        let runtime = runtime()?;
        let (own, apps) = (own_ids(saved), saved.expect.app_ids.clone());
        let page = saved.expect.page_id.clone();
        let Some(token) = unless_interrupted(&runtime, self.token(saved)) else {
            return Ok(None);
        };
        let course = Course {
            graph: self.graph,
            token: token.as_ref(),
            page: page.as_deref(),
            own: &own,
            own_apps: &apps,
            word: &word,
            wait: self.flags.wait,
        };
        let mut watch = match unless_interrupted(&runtime, Watch::begin(course)) {
            Some(Ok(watch)) => watch,
            Some(Err(failure)) => return Ok(Some(Record::failed(failure, Vec::new()))),
            None => return Ok(None),
        };
        let names = Names::new(saved, self.speech);
        if let Some(address) = address {
            let address = Arg::Text(address.to_string());
            self.say("trace-listening", &[("address", &address)]);
        }
        if let Some(ear) = &mut ear {
            ear.listen_for(&own);
        }
        let mut trip = RoundTrip {
            word: word.as_str().to_owned(),
            ..RoundTrip::default()
        };
        let out = if self.flags.own {
            self.send(&runtime, &mut watch, &person, &names, &mut trip)?
        } else {
            self.have_sent(course.word, &person, &names, &mut trip)?;
            Ok(())
        };
        if let Err(failure) = out {
            return Ok(Some(Record::failed(failure, Vec::new())));
        }
        if trip.hindrance.is_some() || trip.sent == Some(false) {
            return Ok(Some(Record::answered(trip, Vec::new())));
        }
        let told = Told::now();
        if let Some(sandbox) = &self.ready.sandbox {
            sandbox.tell_word(word.as_str(), address);
        }
        let accessible = self.flags.look.is_accessible();
        let progress = Progress::new(self.flags.write.quiet, accessible, false);
        let companion = Companion::new(&progress, self.speech, self.look(), self.flags.wait);
        let followed = unless_interrupted(
            &runtime,
            watch.follow(told, &mut trip, ear.as_mut(), &companion),
        );
        progress.clear();
        if followed.is_none() {
            return Ok(None);
        }
        let Some(learned) = unless_interrupted(&runtime, watch.learned(&mut trip)) else {
            return Ok(None);
        };
        saved.evidence.renew(learned);
        let mut record = std::mem::take(&mut saved.evidence.round_trip);
        if record.value().is_some() {
            saved.evidence.round_trip = record.clone();
            (self.keep)(saved)?;
            self.ask(&person, &mut trip, told, saved, &names)?;
            if let Some(ear) = &mut ear {
                // Answers take their time, and webhooks come meanwhile.
                ear.catch_up(told.at, &companion);
                trip.heard = Some(ear.heard().clone());
            }
            record = Record::answered(trip, record.notes);
        }
        Ok(Some(record))
    }

    /// The token that may read conversations. Those of Pages are never kept, so a person's is asked for it anew.
    async fn token(&self, saved: &Saved) -> Option<Secret> {
        let token = self.ready.tenant.credentials.token.clone()?;
        let of_person = saved.evidence.pages.value().is_some();
        match (&saved.expect.page_id, of_person) {
            (Some(page), true) => page_token(self.graph, &token, page).await.or(Some(token)),
            _ => Some(token),
        }
    }

    /// Has somebody send the message, who is shown the word. What hinders it stands in `trip`.
    fn have_sent(
        &self,
        word: &CodeWord,
        person: &Person<'_>,
        names: &Names,
        trip: &mut RoundTrip,
    ) -> Result<()> {
        match self.flags.sender {
            Some(sender) => trip.sender = Some(sender.into()),
            None => match person.sender(&names.on_app)? {
                Ok(sender) => trip.sender = sender,
                // Whoever goes away sends nothing.
                Err(Left) => trip.sent = Some(false),
            },
        }
        if trip.sent.is_none() {
            self.announce(word, trip.sender, names);
        }
        Ok(())
    }

    /// Has the account write to itself. What hinders it stands in `trip`.
    fn send(
        &self,
        runtime: &Runtime,
        watch: &mut Watch<'_>,
        person: &Person<'_>,
        names: &Names,
        trip: &mut RoundTrip,
    ) -> Result<Result<(), Failure>> {
        let course = watch.course();
        trip.sender = Some(Sender::Account);
        let itself = match runtime.block_on(watch.with_itself()) {
            Ok(itself) => itself,
            Err(failure) => return Ok(Err(failure)),
        };
        let (Some(itself), Some(token)) = (itself, course.token) else {
            trip.hindrance = Some(Hindrance::NoOwnConversation);
            return Ok(Ok(()));
        };
        if !self.flags.yes && !person.agrees(&names.of)? {
            trip.hindrance = Some(Hindrance::Declined);
            return Ok(Ok(()));
        }
        let word = course.word.as_str();
        let sending = self.graph.send_to_self(token, course.page, &itself, word);
        let sent = runtime.block_on(sending);
        trip.sent = sent.is_ok().then_some(true);
        Ok(sent)
    }

    /// Shows the word to whoever sends it. That is said even where little is said.
    fn announce(&self, word: &CodeWord, sender: Option<Sender>, names: &Names) {
        let key = match sender {
            Some(Sender::Stranger) => "trace-send-stranger",
            Some(Sender::RoleHolder) => "trace-send-role-holder",
            Some(Sender::Account) | None => "trace-send",
        };
        let (account, app) = (
            Arg::from(names.to.as_str()),
            Arg::from(names.on_app.as_str()),
        );
        self.say(key, &[("account", &account), ("app", &app)]);
        say_text(&format!("\n    {}\n", self.look().bold(word.as_str())));
        let reads = self.ready.tenant.credentials.token.is_some();
        self.say(
            if reads {
                "trace-keeps-nothing"
            } else {
                "trace-keeps-nothing-listening"
            },
            &[],
        );
    }

    fn look(&self) -> Look {
        Look::of_stderr(self.flags.look.color, self.flags.look.is_accessible())
    }

    fn say(&self, key: &str, args: &[(&str, &Arg)]) {
        let text = self.speech.say_with(key, args);
        for line in textwrap::wrap(&text, self.look().prose()) {
            say_stderr(&line);
        }
    }

    /// Asks what only people know: whether it was sent, who shows it, and where else it is.
    fn ask(
        &self,
        person: &Person<'_>,
        trip: &mut RoundTrip,
        told: Told,
        saved: &Saved,
        names: &Names,
    ) -> Result<()> {
        let word = trip.word.clone();
        if trip.is_at_meta() {
            trip.sent = Some(true);
        } else if trip.sent.is_none() {
            trip.sent = person.sent(&word)?;
        }
        // Whose app it is, the listener stands for the platform.
        let listens_for_it = trip.heard.is_some() && saved.expect.platform.own_app;
        if trip.sent != Some(true) || listens_for_it {
            return Ok(());
        }
        trip.shown = person.shown(&word, &names.platform)?;
        let passed = told.clock.elapsed().as_millis();
        trip.shown_ms = trip.shown.and(u64::try_from(passed).ok());
        if trip.shown != Some(true) {
            trip.place = person.place(&word, &names.opened_as)?;
        }
        Ok(())
    }
}

/// What comes of it, unless Ctrl-C ends it first.
fn unless_interrupted<T>(runtime: &Runtime, waiting: impl Future<Output = T>) -> Option<T> {
    runtime.block_on(async {
        tokio::select! {
            came = waiting => Some(came),
            () = interrupted() => None,
        }
    })
}

/// Ids of the account: as webhooks name it, and as the app does.
fn own_ids(saved: &Saved) -> Vec<String> {
    let evidence = &saved.evidence;
    let identity = evidence.identity.value();
    // In the instagram flow the token's own identity is the account, by an id of the app's own.
    let scoped =
        identity.and_then(|identity| identity.account.as_ref().map(|_| identity.id.clone()));
    let seen = evidence.account_id().map(str::to_owned);
    let all = [seen, saved.expect.instagram_id.clone(), scoped];
    let mut all: Vec<String> = all.into_iter().flatten().collect();
    all.sort();
    all.dedup();
    all
}
