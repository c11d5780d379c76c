//! One trace: the word is told, the message is followed, and who knows more is asked.

use std::cell::Cell;
use std::fmt::Display;
use std::net::SocketAddr;

use anyhow::Result;

use super::companion::Companion;
use super::person::Person;
use super::{Flags, Ready};
use crate::commands::asking::runtime;
use crate::commands::ending::Ending;
use crate::commands::signals::interrupted;
use crate::engine::trace::{Course, Ear, Told, Watch, page_token};
use crate::evidence::round_trip::{RoundTrip, Sender};
use crate::evidence::{Answer, Saved};
use crate::graph::webhook::{Expected, Receiver};
use crate::graph::{CodeWord, Failure, Graph};
use crate::model::{Arg, Language, milliseconds};
use crate::secret::Secret;
use crate::speech::{Speech, error};
use crate::terminal::{Look, Progress, Prompt, harmless, say_stderr};
use crate::words::platform_name;

/// What is had before anything is asked: the word, the listener, and whoever answers.
pub(super) struct Begin<'a> {
    word: CodeWord,
    ear: Option<Ear>,
    address: Option<SocketAddr>,
    person: Person<'a>,
}

impl<'a> Begin<'a> {
    /// Opens the listener, if one is wished.
    pub fn new(flags: &Flags, ready: &Ready, speech: &'a Speech) -> Result<Self> {
        let word = CodeWord::random()?;
        let expected = Expected {
            verify_token: ready.tenant.credentials.verify_token.clone(),
            secrets: ready.signers.clone(),
            code_word: Some(word.clone()),
        };
        let receiver = flags
            .listen
            .map(|listen| Receiver::open(listen, expected))
            .transpose()?;
        let look = Look::of_stderr(flags.look.color, flags.look.is_accessible());
        let world = ready.sandbox.as_ref().map(|sandbox| sandbox.world());
        let person = Person {
            prompt: Prompt::new(flags.no_input, look, speech),
            tells: world.and_then(|world| Some(world.actor?.tells)),
            speech,
        };
        if flags.own && !flags.yes && person.prompt.is_none() {
            anyhow::bail!(error("error-trace-consent", &[]));
        }
        Ok(Self {
            word,
            address: receiver.as_ref().map(Receiver::address),
            ear: receiver.map(Ear::new),
            person,
        })
    }
}

/// What a trace goes by.
pub(super) struct Following<'a> {
    pub flags: &'a Flags,
    pub ready: &'a Ready,
    pub graph: &'a Graph,
    pub speech: &'a Speech,
}

impl Following<'_> {
    /// Follows one message, and puts what became of it into the answers.
    pub fn follow(&self, begin: Begin<'_>, saved: &mut Saved) -> Result<()> {
        let Begin {
            word,
            mut ear,
            address,
            person,
        } = begin;
        let clock = std::time::Instant::now();
        let runtime = runtime()?;
        let (own, apps) = (own_ids(saved), saved.expect.app_ids.clone());
        let page = saved.expect.page_id.clone();
        let token = runtime.block_on(self.token(saved));
        let course = Course {
            graph: self.graph,
            token: token.as_ref(),
            page: page.as_deref(),
            own: &own,
            own_apps: &apps,
            word: &word,
            wait: self.flags.wait,
        };
        let mut watch = runtime.block_on(Watch::begin(course));
        let mut trip = RoundTrip {
            word: word.as_str().to_owned(),
            ..RoundTrip::default()
        };
        let names = Names::new(saved, self.speech);
        if let Some(address) = address {
            self.say(
                "trace-listening",
                &[("address", &Arg::Text(address.to_string()))],
            );
        }
        if self.flags.own {
            trip.sender = Some(Sender::Account);
            let sent = runtime.block_on(self.send(&watch, course, &person, &names))?;
            if let Err(failure) = sent {
                saved.evidence.round_trip.answer = failure.into();
                return Ok(());
            }
            trip.sent = Some(true);
        } else {
            trip.sender = match self.flags.sender {
                Some(sender) => Some(sender),
                None => person.sender(&names.on_app)?,
            };
            self.announce(&word, &trip, &names);
        }
        let told = Told::now();
        if let Some(sandbox) = &self.ready.sandbox {
            sandbox.tell_word(word.as_str(), address);
        }
        let progress = Progress::new(
            self.flags.write.quiet,
            self.flags.look.is_accessible(),
            false,
        );
        let companion = Companion {
            progress: &progress,
            speech: self.speech,
            wait: self.flags.wait,
            waiting: Cell::new(false),
        };
        let interrupted = runtime.block_on(async {
            tokio::select! {
                () = watch.follow(told, &mut trip, ear.as_mut(), &companion) => false,
                () = interrupted() => true,
            }
        });
        progress.clear();
        if interrupted {
            saved.interrupted = true;
        } else {
            saved
                .evidence
                .renew(runtime.block_on(watch.learned(&mut trip)));
            self.ask(&person, &mut trip, told, saved, &names)?;
        }
        if let Some(ear) = &mut ear {
            // Answers take their time, and webhooks come meanwhile.
            ear.catch_up(told.at, &companion);
            trip.heard = Some(ear.heard().clone());
        }
        saved.evidence.round_trip.answer = Answer::Answered(trip);
        saved.asked.calls = self.graph.calls();
        saved.duration_ms += milliseconds(clock);
        Ok(())
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

    /// Lets the account write to itself, if somebody agrees.
    async fn send(
        &self,
        watch: &Watch<'_>,
        course: Course<'_>,
        person: &Person<'_>,
        names: &Names,
    ) -> Result<Result<(), Failure>> {
        let account = [("account", &names.to as &dyn Display)];
        let (Some(itself), Some(token)) = (watch.with_itself(), course.token) else {
            return Err(Ending::unknown(error("error-trace-self-never", &account)));
        };
        if !self.flags.yes && !person.agrees(&names.of)? {
            return Err(Ending::refused(error("error-trace-self-refused", &account)));
        }
        let sent = self
            .graph
            .send_to_self(token, course.page, &itself, course.word.as_str());
        Ok(sent.await)
    }

    /// Shows the word to whoever sends it. That is said even where little is said.
    fn announce(&self, word: &CodeWord, trip: &RoundTrip, names: &Names) {
        let key = match trip.sender {
            Some(Sender::Stranger) => "trace-send-stranger",
            Some(Sender::RoleHolder) => "trace-send-role-holder",
            Some(Sender::Account) | None => "trace-send",
        };
        let told = [
            ("account", &Arg::from(names.to.as_str())),
            ("app", &Arg::from(names.on_app.as_str())),
        ];
        self.say(key, &told);
        let look = Look::of_stderr(self.flags.look.color, self.flags.look.is_accessible());
        say_stderr("");
        say_stderr(&format!("    {}", look.bold(word.as_str())));
        say_stderr("");
        self.say("trace-keeps-nothing", &[]);
    }

    fn say(&self, key: &str, args: &[(&str, &Arg)]) {
        let look = Look::of_stderr(self.flags.look.color, self.flags.look.is_accessible());
        for line in textwrap::wrap(&harmless(&self.speech.say_with(key, args)), look.prose()) {
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
        if trip.is_at_meta() {
            trip.shown = person.shown(&word, &names.platform)?;
            let passed = told.clock.elapsed().as_millis();
            trip.shown_ms = trip.shown.and(u64::try_from(passed).ok());
        }
        if trip.shown != Some(true) && (trip.shown.is_some() || !trip.is_at_meta()) {
            trip.place = person.place(&word, &names.opened_as)?;
        }
        Ok(())
    }
}

/// What things are called to whoever looks on, each in the grammatical form that its sentences want.
struct Names {
    /// To whom a message goes.
    to: String,
    /// Whose message it is.
    of: String,
    /// As whom one opens the Instagram app.
    opened_as: String,
    /// On what somebody has a role.
    on_app: String,
    platform: String,
}

impl Names {
    fn new(saved: &Saved, speech: &Speech) -> Self {
        let of_language = |pt: &str, ru: &str| match speech.language() {
            Language::En => "plain".to_owned(),
            Language::PtBr => pt.to_owned(),
            Language::Ru => ru.to_owned(),
        };
        let named = |known: &str, unknown: &str, name: Option<&str>, form: String| {
            let form = Arg::Text(form);
            match name {
                Some(name) => {
                    let name = Arg::Text(harmless(name));
                    speech.say_with(known, &[("name", &name), ("form", &form)])
                }
                None => speech.say_with(unknown, &[("form", &form)]),
            }
        };
        let username = saved.evidence.username();
        let account = |form| named("about-account", "about-account-unknown", username, form);
        let app = saved
            .evidence
            .app
            .value()
            .and_then(|app| app.name.as_deref());
        Self {
            to: account(of_language("plain", "gen")),
            of: account(of_language("de", "gen")),
            opened_as: account(of_language("plain", "ins")),
            on_app: named(
                "about-app",
                "about-app-unknown",
                app,
                of_language("em", "prep"),
            ),
            platform: platform_name(&saved.expect.platform, speech),
        }
    }
}

/// Ids of the account: as webhooks name it, and as the app does.
fn own_ids(saved: &Saved) -> Vec<String> {
    let evidence = &saved.evidence;
    let seen = evidence.account_id().map(str::to_owned);
    let scoped = evidence
        .identity
        .value()
        .map(|identity| identity.id.clone());
    let all = [seen, saved.expect.instagram_id.clone(), scoped];
    all.into_iter().flatten().collect()
}
