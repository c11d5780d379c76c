//! Asking: what every flow has in common, and where answers are put as soon as they come.

use std::cell::RefCell;
use std::time::Instant;

use super::open::Open;
use super::so_far::SoFar;
use super::{Begun, Errand};
use crate::address::is_id;
use crate::evidence::probe::Rules;
use crate::evidence::thread::Which;
use crate::evidence::{
    Evidence, NotAsked, Record, State, conversations, identity, media, outsider, subscription,
    thread, token,
};
use crate::graph::Graph;
use crate::model::{Flow, Question, milliseconds};
use crate::secret::{AppKeys, Secret};
use crate::speech::error;
use crate::tenant::Tenant;
use crate::terminal::harmless;

/// Watches the questions go out and the answers come in.
pub trait Observer {
    /// A question is being asked.
    fn asking(&self, question: Question);
    /// Something came of it.
    fn answered(&self, question: Question, state: State<'_>, ms: u64);
    /// More is known than before.
    fn learned(&self, _so_far: SoFar<'_>) {}
}

/// The Page was to be found, and several could be meant: id and name of each.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", error("error-several-pages", &[("pages", &listed(.0))]))]
pub struct SeveralPages(pub Vec<(String, String)>);

fn listed(pages: &[(String, String)]) -> String {
    let page = |(id, name): &(String, String)| format!("{id} ({})", harmless(name));
    pages.iter().map(page).collect::<Vec<_>>().join(", ")
}

/// One run of questions.
pub(super) struct Asker<'a> {
    pub tenant: &'a Tenant,
    pub graph: &'a Graph,
    pub errand: Errand<'a>,
    pub open: Open,
    pub begun: Begun,
    observer: &'a dyn Observer,
    pub rules: Rules,
    evidence: RefCell<Evidence>,
    pub found_page: RefCell<Option<String>>,
}

/// Where the answer to a question is put.
type Slot<T> = fn(&mut Evidence) -> &mut Record<T>;

impl<'a> Asker<'a> {
    pub fn new(errand: Errand<'a>, begun: Begun, observer: &'a dyn Observer) -> Self {
        let Errand {
            tenant,
            graph,
            plan,
            manner,
            ..
        } = errand;
        let expect = &tenant.expect;
        let looks_for_page = tenant.credentials.token.is_some()
            && expect.flow == Flow::Facebook
            && expect.page_id.is_none();
        Self {
            tenant,
            graph,
            errand,
            open: Open::new(&plan.questions, !looks_for_page),
            begun,
            observer,
            rules: Rules {
                loopback_is_public: graph.is_loopback(),
                allow_private: expect.allow_private,
                roots: manner.roots.clone(),
                names: manner.names.clone(),
                meta: graph.home(),
            },
            evidence: RefCell::default(),
            found_page: RefCell::default(),
        }
    }

    /// Asks everything the plan wants.
    pub async fn everything(&self) -> Result<(), SeveralPages> {
        let by_token = async {
            let result = match &self.tenant.credentials.token {
                // A token of the other flow is sent nowhere.
                Some(_) if self.tenant.expect.wrong_host() => Ok(()),
                Some(token) => match self.tenant.expect.flow {
                    Flow::Facebook => Box::pin(self.facebook(token)).await,
                    Flow::Instagram => {
                        Box::pin(self.instagram(token)).await;
                        Ok(())
                    }
                },
                None => {
                    self.leave(&by_token_alone(), NotAsked::Access);
                    Ok(())
                }
            };
            // Where several Pages could be meant, nothing may be said of any.
            if result.is_ok() {
                self.open.trust();
                self.open.know_whom();
                self.rule_out(&by_token_alone());
            }
            result
        };
        // Each is boxed: futures are moved about before they are polled, and many tenants do so at once, each on a stack of its own.
        let (result, (), ()) = tokio::join!(
            Box::pin(by_token),
            Box::pin(self.by_app()),
            Box::pin(self.platform())
        );
        result
    }

    /// Whether a question is to be asked.
    pub fn wants(&self, question: Question) -> bool {
        self.errand.plan.wants(question)
    }

    /// Looks at the answers so far.
    pub fn with_evidence<R>(&self, look: impl FnOnce(&mut Evidence) -> R) -> R {
        look(&mut self.evidence.borrow_mut())
    }

    /// Nothing more comes of these questions.
    pub fn rule_out(&self, questions: &[Question]) {
        self.open.close(questions);
        self.observer.learned(SoFar(self));
    }

    /// The Page that the token leads to.
    pub fn remember_page(&self, page: &str) {
        self.found_page.replace(Some(page.to_owned()));
        self.open.know_whom();
    }

    /// Asks a question, if it is wanted, and puts the answer into its place.
    pub async fn ask<T>(
        &self,
        question: Question,
        slot: Slot<T>,
        asking: impl Future<Output = Record<T>>,
    ) {
        if !self.wants(question) {
            return;
        }
        self.observer.asking(question);
        let clock = Instant::now();
        let record = asking.await;
        self.observer
            .answered(question, record.state(), milliseconds(clock));
        self.with_evidence(|evidence| *slot(evidence) = record);
        self.rule_out(&[question]);
    }

    /// The same for a question that is only nice to have: not asked when Meta's limits are near.
    pub async fn ask_if_cheap<T>(
        &self,
        question: Question,
        slot: Slot<T>,
        asking: impl Future<Output = Record<T>>,
    ) {
        if self.graph.usage_is_high() {
            self.leave(&[question], NotAsked::Usage);
        } else {
            self.ask(question, slot, asking).await;
        }
    }

    /// Leaves wanted questions unasked.
    pub fn leave(&self, questions: &[Question], why: NotAsked) {
        for question in questions.iter().filter(|question| self.wants(**question)) {
            self.with_evidence(|evidence| evidence.leave(*question, why));
        }
        self.rule_out(questions);
    }

    /// `token`, in the flow that has it.
    pub async fn token(&self, token: &Secret) {
        match self.app().and_then(AppKeys::token) {
            Some(app_token) => {
                self.ask(
                    Question::Token,
                    |e| &mut e.token,
                    token::ask(self.graph, token, &app_token),
                )
                .await
            }
            None => self.leave(&[Question::Token], NotAsked::Access),
        }
    }

    /// `identity`.
    pub async fn identity(&self, token: &Secret) {
        self.ask(
            Question::Identity,
            |e| &mut e.identity,
            identity::ask(self.graph, token),
        )
        .await;
    }

    /// `subscription`.
    pub async fn subscription(&self, token: &Secret, page: Option<&str>, round: u32) {
        self.ask(
            Question::Subscription,
            |e| &mut e.subscription,
            subscription::ask(self.graph, token, page, round),
        )
        .await;
    }

    /// `conversations`.
    pub async fn conversations(&self, token: &Secret, page: Option<&str>, round: u32) {
        self.ask(
            Question::Conversations,
            |e| &mut e.conversations,
            conversations::ask(self.graph, token, page, round),
        )
        .await;
    }

    /// `thread`.
    pub async fn thread(&self, token: &Secret, page: Option<&str>, round: u32) {
        if let Some(which) = &self.errand.plan.thread {
            self.ask(
                Question::Thread,
                |e| &mut e.thread,
                thread::ask(self.graph, token, which, page, round),
            )
            .await;
        }
    }

    /// `media`.
    pub async fn media(&self, token: &Secret, account: Option<&str>, round: u32) {
        self.ask_if_cheap(
            Question::Media,
            |e| &mut e.media,
            media::ask(self.graph, token, account, round),
        )
        .await;
    }

    /// `outsider`: the person of the newest thread.
    pub async fn outsider(&self, token: &Secret, person: &str, round: u32) {
        self.ask_if_cheap(
            Question::Outsider,
            |e| &mut e.outsider,
            outsider::ask(self.graph, token, person, round),
        )
        .await;
    }

    /// Somebody who wrote: of the conversation that is asked about, else of the newest thread that shows one.
    pub fn person(&self) -> Option<String> {
        if let Some(which) = &self.errand.plan.thread {
            return self.person_of(which);
        }
        self.with_evidence(|evidence| {
            let threads = evidence.conversations.value()?;
            let account = evidence
                .account_id()
                .or(self.tenant.expect.instagram_id.as_deref());
            conversations::outsiders(threads, account)
                .into_iter()
                .find(|person| is_id(person))
        })
    }

    /// The customer of one conversation, where Meta shows it.
    fn person_of(&self, which: &Which) -> Option<String> {
        self.with_evidence(|evidence| {
            let thread = evidence.thread.value()?.as_ref()?;
            which
                .person()
                .or_else(|| thread.customer(evidence, &self.tenant.expect))
        })
    }

    pub fn app(&self) -> Option<&AppKeys> {
        self.tenant.credentials.app.as_ref()
    }
}

/// Questions that only the token answers, and the one about the token itself.
fn by_token_alone() -> Vec<Question> {
    let all = Question::ALL.iter().copied();
    all.filter(|q| q.by_token() || *q == Question::Token)
        .collect()
}
