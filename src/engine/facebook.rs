//! The questions of the facebook flow: by a Page token in two rounds, by a user token in three.
//!
//! Nothing in a token shows which of the two it is. Where the tenant does not know it either but the Page's id is known, it is
//! taken for a Page token: that costs its holder nothing, and a user token one round.

use super::ask::{Asker, SeveralPages};
use crate::evidence::pages::{self, PageTokens};
use crate::evidence::{
    NotAsked, Record, State, issuer, page, permissions, receivers, thread_owner,
};
use crate::model::{Question, TokenKind};
use crate::secret::Secret;

impl Asker<'_> {
    /// Asks by a token of Facebook Login.
    pub(super) async fn facebook(&self, token: &Secret) -> Result<(), SeveralPages> {
        let kind = self.tenant.credentials.token_kind;
        let page = self.tenant.expect.page_id.as_deref();
        match (kind, page) {
            (Some(TokenKind::User), _) | (None, None) => self.with_user_token(token, page).await,
            (Some(TokenKind::Page), None) => {
                self.rule_out(&OF_A_PERSON);
                tokio::join!(self.about_token(token), self.known_media(token));
                self.own_page(token, 2).await;
                Ok(())
            }
            (Some(TokenKind::Page) | None, Some(page)) => {
                if kind.is_none() {
                    self.open.doubt(self.of_page());
                }
                let a_user = || kind.is_none() && self.is_no_page(page);
                let about_token = async {
                    self.about_token(token).await;
                    if !a_user() {
                        self.open.trust();
                        self.rule_out(&OF_A_PERSON);
                    }
                };
                tokio::join!(
                    about_token,
                    self.known_media(token),
                    self.about_page(token, page, 1)
                );
                if a_user() {
                    self.after_all_a_user(token, page).await
                } else {
                    Ok(())
                }
            }
        }
    }

    /// What is asked of every token, first of all.
    async fn about_token(&self, token: &Secret) {
        let secret_known = self
            .tenant
            .credentials
            .app
            .as_ref()
            .is_some_and(|keys| keys.secret.is_some());
        let issuer = async {
            if !secret_known {
                self.ask_if_cheap(
                    Question::Issuer,
                    |e| &mut e.issuer,
                    issuer::ask(self.graph, token),
                )
                .await;
            } else {
                self.rule_out(&[Question::Issuer]);
            }
        };
        tokio::join!(self.token(token), issuer, self.identity(token));
    }

    /// Posts can be asked for at once where the account's id is known, with either kind of token.
    async fn known_media(&self, token: &Secret) {
        if let Some(account) = self.tenant.expect.instagram_id.as_deref() {
            self.media(token, Some(account), 1).await;
        }
    }

    /// Permissions, which only a user token has: a Page token is not asked for them (field-notes, trap 5).
    async fn permissions(&self, token: &Secret, round: u32) {
        let asking = permissions::ask(self.graph, token, round);
        self.ask(Question::Permissions, |e| &mut e.permissions, asking)
            .await;
    }

    /// Pages, each with its token.
    async fn pages(&self, token: &Secret, page: Option<&str>, round: u32) -> PageTokens {
        let mut tokens = PageTokens::new();
        let asking = async {
            let (record, found) = pages::ask(self.graph, token, page, round).await;
            tokens = found;
            record
        };
        self.ask(Question::Pages, |e| &mut e.pages, asking).await;
        tokens
    }

    async fn with_user_token(
        &self,
        token: &Secret,
        page: Option<&str>,
    ) -> Result<(), SeveralPages> {
        let known = self.tenant.credentials.token_kind == Some(TokenKind::User);
        let permissions_now = async {
            if known {
                self.permissions(token, 1).await;
            }
        };
        let ((), (), (), tokens) = tokio::join!(
            self.about_token(token),
            self.known_media(token),
            permissions_now,
            self.pages(token, page, 1)
        );
        let (answered, of_page) = self.with_evidence(|evidence| {
            let state = evidence.pages.state();
            (
                state == State::Answered,
                pages::refused_to_page_token(state),
            )
        });
        if answered && known {
            return self.through_pages(token, page, &tokens, 2).await;
        }
        if answered {
            return tokio::join!(
                self.through_pages(token, page, &tokens, 2),
                self.permissions(token, 2)
            )
            .0;
        }
        match page {
            Some(page) => self.about_page(token, page, 2).await,
            // The token's own identity is the Page.
            None if of_page => self.own_page(token, 2).await,
            None => self.leave_page(NotAsked::After(Question::Pages)),
        }
        Ok(())
    }

    /// The Page is the token's own identity.
    async fn own_page(&self, token: &Secret, round: u32) {
        let own = self.with_evidence(|evidence| {
            evidence
                .identity
                .value()
                .map(|identity| identity.id.clone())
        });
        match own {
            Some(page) => {
                self.remember_page(&page);
                self.about_page(token, &page, round).await;
            }
            None => self.leave_page(NotAsked::After(Question::Identity)),
        }
    }

    /// Goes on with the Page token that the list of Pages gave.
    async fn through_pages(
        &self,
        token: &Secret,
        page: Option<&str>,
        tokens: &PageTokens,
        round: u32,
    ) -> Result<(), SeveralPages> {
        let page = match page {
            Some(page) => Some(page.to_owned()),
            None => self.only_page()?,
        };
        let Some(page) = page else {
            self.leave_page(NotAsked::After(Question::Pages));
            return Ok(());
        };
        self.remember_page(&page);
        self.about_page(tokens.get(&page).unwrap_or(token), &page, round)
            .await;
        Ok(())
    }

    /// The one Page that can be meant: the one with the expected account, else the only one with an account, else the only one.
    fn only_page(&self) -> Result<Option<String>, SeveralPages> {
        self.with_evidence(|evidence| {
            let pages = evidence.pages.value().map_or(&[][..], Vec::as_slice);
            let wanted = self.tenant.expect.instagram_id.as_deref();
            let with_account = pages.iter().filter(|page| {
                page.instagram
                    .as_ref()
                    .is_some_and(|linked| wanted.is_none_or(|id| id == linked.id))
            });
            let mut candidates: Vec<_> = with_account.collect();
            if candidates.is_empty() {
                candidates = pages.iter().collect();
            }
            match candidates.as_slice() {
                [] => Ok(None),
                [page] => Ok(Some(page.id.clone())),
                several => Err(SeveralPages(
                    several
                        .iter()
                        .map(|page| (page.id.clone(), page.name.clone()))
                        .collect(),
                )),
            }
        })
    }

    /// The token answered, but as somebody else than the Page: a person, or another Page.
    fn is_no_page(&self, page: &str) -> bool {
        self.with_evidence(|evidence| {
            evidence
                .identity
                .value()
                .is_some_and(|identity| identity.id != page)
        })
    }

    /// The token was taken for a Page's, and is a person's if the list of Pages is answered.
    async fn after_all_a_user(&self, token: &Secret, page: &str) -> Result<(), SeveralPages> {
        let tokens = self.pages(token, Some(page), 2).await;
        if self.with_evidence(|evidence| evidence.pages.value().is_none()) {
            return Ok(());
        }
        self.with_evidence(|evidence| {
            evidence.page = Record::default();
            evidence.subscription = Record::default();
            evidence.conversations = Record::default();
            evidence.thread = Record::default();
            evidence.receivers = Record::default();
        });
        self.open.reopen();
        tokio::join!(
            self.through_pages(token, Some(page), &tokens, 3),
            self.permissions(token, 3)
        )
        .0
    }

    /// What is asked of the Page, and then of one of its threads.
    async fn about_page(&self, token: &Secret, page: &str, round: u32) {
        let later = round + 1;
        tokio::join!(
            self.ask(
                Question::Page,
                |e| &mut e.page,
                page::ask(self.graph, token, page, round)
            ),
            self.subscription(token, Some(page), round),
            self.conversations(token, Some(page), round),
            self.thread(token, Some(page), round),
            self.ask_if_cheap(
                Question::Receivers,
                |e| &mut e.receivers,
                receivers::ask(self.graph, token, page, round)
            ),
        );
        tokio::join!(self.found_media(token, later), async {
            match self.person() {
                Some(person) => {
                    let owner = thread_owner::ask(self.graph, token, page, &person, later);
                    tokio::join!(
                        self.outsider(token, &person, later),
                        self.ask_if_cheap(Question::ThreadOwner, |e| &mut e.thread_owner, owner),
                    );
                }
                None => {
                    let base = match self.errand.plan.thread {
                        Some(_) => Question::Thread,
                        None => Question::Conversations,
                    };
                    let why = NotAsked::After(base);
                    self.leave(&[Question::Outsider, Question::ThreadOwner], why);
                }
            }
        });
    }

    /// Posts of the account that the Page named, where its id was not known before.
    async fn found_media(&self, token: &Secret, round: u32) {
        if self.tenant.expect.instagram_id.is_some() {
            return;
        }
        let account = self.with_evidence(|evidence| {
            evidence
                .page
                .value()
                .and_then(|page| page.instagram.as_ref())
                .map(|linked| linked.id.clone())
        });
        match account {
            Some(account) => self.media(token, Some(&account), round).await,
            None => self.leave(&[Question::Media], NotAsked::After(Question::Page)),
        }
    }

    /// Nothing of a Page can be asked.
    fn leave_page(&self, why: NotAsked) {
        self.open.know_whom();
        self.leave(self.of_page(), why);
    }

    /// What is asked of a Page: the posts only where they are found by it.
    fn of_page(&self) -> &'static [Question] {
        let posts_known = self.tenant.expect.instagram_id.is_some();
        OF_A_PAGE.split_at(usize::from(posts_known)).1
    }
}

/// What is asked of a Page, and of the account and the threads found by it.
const OF_A_PAGE: [Question; 8] = [
    Question::Media,
    Question::Page,
    Question::Subscription,
    Question::Conversations,
    Question::Thread,
    Question::Receivers,
    Question::Outsider,
    Question::ThreadOwner,
];

/// What only a person's token answers.
const OF_A_PERSON: [Question; 2] = [Question::Permissions, Question::Pages];
