//! Asking: what every flow has in common, and where answers are put as soon as they come.

use std::cell::RefCell;
use std::time::Instant;

use url::Url;

use crate::address::{is_id, masked};
use crate::evidence::probe::Rules;
use crate::evidence::{
    Answer, Evidence, NotAsked, Record, State, app, app_permissions, app_webhooks, callback,
    identity, media, platform, subscription, token,
};
use crate::evidence::{conversations, outsider};
use crate::graph::Graph;
use crate::model::{Flow, Question, milliseconds};
use crate::plan::Plan;
use crate::secret::{AppKeys, Secret};
use crate::tenant::{Expectation, Tenant};
use crate::terminal::harmless;

/// Watches the questions go out and the answers come in.
pub trait Observer {
    /// A question is being asked.
    fn asking(&self, question: Question);
    /// Something came of it.
    fn answered(&self, question: Question, state: State<'_>, ms: u64);
}

/// The Page was to be found, and several could be meant: id and name of each.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the token has several Pages; name the right one with --page: {}", .0.iter().map(|(id, name)| format!("{id} ({})", harmless(name))).collect::<Vec<_>>().join(", "))]
pub struct SeveralPages(pub Vec<(String, String)>);

/// One run of questions.
pub(super) struct Asker<'a> {
    pub tenant: &'a Tenant,
    pub graph: &'a Graph,
    plan: &'a Plan,
    observer: &'a dyn Observer,
    rules: Rules,
    evidence: RefCell<Evidence>,
    found_page: RefCell<Option<String>>,
}

/// Where the answer to a question is put.
type Slot<T> = fn(&mut Evidence) -> &mut Record<T>;

impl<'a> Asker<'a> {
    pub fn new(
        tenant: &'a Tenant,
        plan: &'a Plan,
        graph: &'a Graph,
        observer: &'a dyn Observer,
        rules: Rules,
    ) -> Self {
        Self {
            tenant,
            graph,
            plan,
            observer,
            rules,
            evidence: RefCell::default(),
            found_page: RefCell::default(),
        }
    }

    /// Asks everything the plan wants.
    pub async fn everything(&self) -> Result<(), SeveralPages> {
        let by_token = async {
            match &self.tenant.credentials.token {
                // A token of the other flow is sent nowhere.
                Some(_) if self.tenant.expect.wrong_host() => Ok(()),
                Some(token) => match self.tenant.expect.flow {
                    Flow::Facebook => self.facebook(token).await,
                    Flow::Instagram => {
                        self.instagram(token).await;
                        Ok(())
                    }
                },
                None => {
                    let by_token: Vec<Question> = Question::ALL
                        .iter()
                        .copied()
                        .filter(|q| q.by_token() || *q == Question::Token)
                        .collect();
                    self.leave(&by_token, NotAsked::Access);
                    Ok(())
                }
            }
        };
        let (result, (), ()) = tokio::join!(by_token, self.by_app(), self.platform());
        result
    }

    /// Whether a question is to be asked.
    pub fn wants(&self, question: Question) -> bool {
        self.plan.wants(question)
    }

    /// Looks at the answers so far.
    pub fn with_evidence<R>(&self, look: impl FnOnce(&mut Evidence) -> R) -> R {
        look(&mut self.evidence.borrow_mut())
    }

    /// The answers, as they can be kept.
    pub fn into_evidence(self) -> Evidence {
        let mut evidence = self.evidence.into_inner();
        if let Answer::Answered(webhooks) = &mut evidence.app_webhooks.answer {
            for url in webhooks
                .iter_mut()
                .filter_map(|webhook| webhook.callback_url.as_mut())
            {
                *url = url
                    .parse()
                    .map_or_else(|_| url.clone(), |url: Url| masked(&url).to_string());
            }
        }
        evidence
    }

    /// What is expected, with the Page that was found, as it can be kept.
    pub fn expectation(&self) -> Expectation {
        let mut expect = self.tenant.expect.clone();
        expect.callback_url = expect.callback_url.as_ref().map(masked);
        expect.platform_url = expect.platform_url.as_ref().map(masked);
        // What a platform file names has become the expected address, if no flag named another.
        expect.platform.callback_url = None;
        expect.page_id = expect.page_id.or_else(|| self.found_page.borrow().clone());
        expect
    }

    /// The Page that the token leads to.
    pub fn remember_page(&self, page: &str) {
        self.found_page.replace(Some(page.to_owned()));
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

    /// Somebody who wrote, of the newest thread that shows one.
    pub fn person(&self) -> Option<String> {
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

    fn app(&self) -> Option<&AppKeys> {
        self.tenant.credentials.app.as_ref()
    }

    /// What the app's own id and secret answer, and the callback whose address they tell.
    async fn by_app(&self) {
        let Some((id, token)) = self
            .app()
            .and_then(|keys| Some((keys.id.as_str(), keys.token()?)))
        else {
            self.leave(
                &[
                    Question::App,
                    Question::AppPermissions,
                    Question::AppWebhooks,
                ],
                NotAsked::Access,
            );
            self.callback(self.tenant.expect.callback_url.clone()).await;
            return;
        };
        let webhooks = async {
            self.ask(
                Question::AppWebhooks,
                |e| &mut e.app_webhooks,
                app_webhooks::ask(self.graph, id, &token),
            )
            .await;
            if self.tenant.expect.callback_url.is_none() {
                self.callback(self.listed_callback()).await;
            }
        };
        let given = async {
            if let Some(url) = self.tenant.expect.callback_url.clone() {
                self.callback(Some(url)).await;
            }
        };
        tokio::join!(
            self.ask(
                Question::App,
                |e| &mut e.app,
                app::ask(self.graph, id, &token)
            ),
            self.ask_if_cheap(
                Question::AppPermissions,
                |e| &mut e.app_permissions,
                app_permissions::ask(self.graph, id, &token)
            ),
            webhooks,
            given,
        );
    }

    /// The address that Meta calls, by the app's own webhooks.
    fn listed_callback(&self) -> Option<Url> {
        let object = self.tenant.expect.webhook_object();
        self.with_evidence(|evidence| {
            let webhooks = evidence.app_webhooks.value()?;
            let ours = webhooks
                .iter()
                .find(|webhook| webhook.object == object)
                .or_else(|| webhooks.first())?;
            ours.callback_url.as_deref()?.parse().ok()
        })
    }

    async fn callback(&self, url: Option<Url>) {
        let Some(url) = url else {
            let why = if self.app().is_some() {
                NotAsked::After(Question::AppWebhooks)
            } else {
                NotAsked::Config
            };
            self.leave(&[Question::Callback], why);
            return;
        };
        let instagram = self
            .tenant
            .credentials
            .instagram_app
            .as_ref()
            .and_then(|keys| keys.secret.as_ref());
        let facebook = self.app().and_then(|keys| keys.secret.as_ref());
        let secret = if self.tenant.expect.flow == Flow::Instagram {
            instagram.or(facebook)
        } else {
            facebook
        };
        let known = callback::Known {
            verify_token: self.tenant.credentials.verify_token.as_ref(),
            event_secret: secret.filter(|_| self.plan.with.contains("signed-event")),
        };
        self.ask(
            Question::Callback,
            |e| &mut e.callback,
            callback::ask(&url, &known, &self.rules),
        )
        .await;
    }

    async fn platform(&self) {
        let expect = &self.tenant.expect;
        match expect
            .platform_url
            .as_ref()
            .filter(|_| expect.platform.probe.is_some())
        {
            Some(url) => {
                self.ask(
                    Question::Platform,
                    |e| &mut e.platform,
                    platform::ask(url, expect.department.as_deref(), &self.rules),
                )
                .await
            }
            None => self.leave(&[Question::Platform], NotAsked::Config),
        }
    }
}
