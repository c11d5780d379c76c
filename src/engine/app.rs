//! What is asked without the token: by the app's own id and secret, and of public addresses.

use url::Url;

use super::ask::Asker;
use crate::evidence::{
    NotAsked, app, app_permissions, app_webhooks, callback, deletion_callback, platform,
};
use crate::model::{Flow, Question};
use crate::plan::SIGNED_EVENT;
use crate::secret::Secret;

impl Asker<'_> {
    /// What the app's own id and secret answer, and the callback whose address they tell.
    pub(super) async fn by_app(&self) {
        let Some((id, token)) = self
            .app()
            .and_then(|keys| Some((keys.id.as_str(), keys.token()?)))
        else {
            self.leave(
                &[
                    Question::App,
                    Question::AppPermissions,
                    Question::AppWebhooks,
                    Question::DeletionCallback,
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
        let settings = async {
            self.ask(
                Question::App,
                |e| &mut e.app,
                app::ask(self.graph, id, &token),
            )
            .await;
            if self.wants(Question::DeletionCallback) {
                // Hardly anybody wants it: nobody else is to carry its size.
                Box::pin(self.deletion_callback()).await;
            }
        };
        tokio::join!(
            settings,
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
        let wanted = self.errand.plan.with.contains(SIGNED_EVENT);
        let known = callback::Known {
            verify_token: self.tenant.credentials.verify_token.as_ref(),
            event_secrets: self
                .signing_secrets()
                .into_iter()
                .filter(|_| wanted)
                .collect(),
            object: self.tenant.expect.webhook_object(),
        };
        self.ask(
            Question::Callback,
            |e| &mut e.callback,
            Box::pin(callback::ask(&url, &known, &self.rules)),
        )
        .await;
    }

    /// The addresses for data deletion and for removing the app. No field of Graph tells the first one.
    async fn deletion_callback(&self) {
        let expect = &self.tenant.expect;
        let listed = || {
            self.with_evidence(|evidence| {
                let app = evidence.app.value()?;
                app.deauthorize_url.as_deref()?.parse().ok()
            })
        };
        let addresses = deletion_callback::Addresses {
            deletion: expect.data_deletion_url.clone(),
            deauthorize: expect.deauthorize_url.clone().or_else(listed),
        };
        if addresses.deletion.is_none() && addresses.deauthorize.is_none() {
            self.leave(&[Question::DeletionCallback], NotAsked::Config);
            return;
        }
        let secrets = self.signing_secrets();
        self.ask(
            Question::DeletionCallback,
            |e| &mut e.deletion_callback,
            deletion_callback::ask(&addresses, &secrets, self.begun.at, &self.rules),
        )
        .await;
    }

    /// Secrets that Meta may sign with, the likelier one first (graph-api 4.3, 12).
    fn signing_secrets(&self) -> Vec<&Secret> {
        let credentials = &self.tenant.credentials;
        let facebook = credentials.app.as_ref();
        let instagram = credentials.instagram_app.as_ref();
        let (facebook, instagram) = (
            facebook.and_then(|keys| keys.secret.as_ref()),
            instagram.and_then(|keys| keys.secret.as_ref()),
        );
        match self.tenant.expect.flow {
            Flow::Facebook => facebook.into_iter().collect(),
            Flow::Instagram => instagram.into_iter().chain(facebook).collect(),
        }
    }

    pub(super) async fn platform(&self) {
        let expect = &self.tenant.expect;
        match expect
            .platform_url
            .as_ref()
            .filter(|_| !expect.platform.probe.is_empty())
        {
            Some(url) => {
                self.ask(
                    Question::Platform,
                    |e| &mut e.platform,
                    platform::ask(
                        url,
                        &expect.platform.probe,
                        expect.department.as_deref(),
                        &self.rules,
                    ),
                )
                .await
            }
            None => self.leave(&[Question::Platform], NotAsked::Config),
        }
    }
}
