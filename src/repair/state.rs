//! What is there now, read from Meta just before and just after a write.

use super::change::{Change, Webhook};
use super::plan::own;
use crate::evidence::{Answer, app_webhooks, subscription};
use crate::graph::{Failure, Graph, Trouble, TroubleKind};
use crate::secret::{AppKeys, Secret};

/// What is there now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Now {
    /// Fields of the app at the Page or account; none: not connected.
    Fields(Option<Vec<String>>),
    /// The app's webhook, with its whole address; none: there is no such webhook.
    Webhook(Option<(Webhook, String)>),
}

/// Whom to ask with.
pub(super) struct Keys<'a> {
    /// The Page's or account's own token.
    pub token: &'a Secret,
    /// The app.
    pub app: Option<&'a AppKeys>,
}

/// Reads what a change is about.
pub(super) async fn read(graph: &Graph, keys: &Keys<'_>, change: &Change) -> Result<Now, Failure> {
    match change {
        Change::Fields {
            flow,
            page_id,
            app_id,
            ..
        } => {
            let record = subscription::ask(graph, keys.token, page_id.as_deref(), 1).await;
            let apps = answered(record.answer)?;
            let own = own(&apps, *flow, app_id.as_deref());
            Ok(Now::Fields(own.map(|app| {
                app.subscribed_fields.clone().unwrap_or_default()
            })))
        }
        Change::Webhook { app_id, object, .. } => {
            let token = keys.app.and_then(AppKeys::token).ok_or_else(no_secret)?;
            let record = app_webhooks::ask(graph, app_id, &token).await;
            let webhooks = answered(record.answer)?;
            let ours = webhooks
                .into_iter()
                .find(|webhook| webhook.object == *object);
            Ok(Now::Webhook(ours.map(|webhook| {
                let state = Webhook {
                    active: webhook.active != Some(false),
                    fields: webhook
                        .fields
                        .iter()
                        .map(|field| field.name.clone())
                        .collect(),
                };
                (state, webhook.callback_url.unwrap_or_default())
            })))
        }
        Change::Token { .. } => Err(no_secret()),
    }
}

fn answered<T>(answer: Answer<T>) -> Result<T, Failure> {
    match answer {
        Answer::Answered(value) => Ok(value),
        Answer::Refused(error) => Err(Failure::Refused(error)),
        Answer::Unreachable(trouble) => Err(Failure::Unreachable(trouble)),
        Answer::NotAsked(_) | Answer::Awaited(_) => Err(Failure::Unreachable(Trouble::new(
            TroubleKind::Unreadable,
            "it was not asked",
        ))),
    }
}

/// Only a plan that knows the app's secret makes such a change.
pub(super) fn no_secret() -> Failure {
    Failure::Unreachable(Trouble::new(
        TroubleKind::Unreachable,
        "the app's id and secret are not known",
    ))
}
