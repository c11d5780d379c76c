//! One business's connection: what should be true of it, and what we hold to find out.

mod confirmed;
pub mod edit;
pub mod effective;
pub mod entry;
pub mod file;
mod find;
mod read;
mod remembered;
pub mod rows;
#[cfg(feature = "schema")]
mod schema;
pub mod sources;
mod waiver;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use url::Url;

pub use effective::Named;
pub use entry::Entry;
pub use file::{FileError, TenantFile};
pub use find::find;
pub use remembered::Remembered;
pub use waiver::Waiver;

use crate::model::{Access, Flow, Language, Severity, TokenKind};
use crate::platform::Platform;
use crate::secret::{AppKeys, Secret};

/// A tenant with its secrets.
#[derive(Clone, Debug)]
pub struct Tenant {
    /// What should be true. Nothing secret.
    pub expect: Expectation,
    /// What we hold.
    pub credentials: Credentials,
}

/// What we hold. Never written anywhere.
#[derive(Clone, Debug, Default)]
pub struct Credentials {
    /// Issued by the platform's app.
    pub token: Option<Secret>,
    /// Whose it is, where that is known beforehand; nothing in the token shows it.
    pub token_kind: Option<TokenKind>,
    /// The Meta app: `debug_token`, webhooks, and the proof in the facebook flow.
    pub app: Option<AppKeys>,
    /// The Instagram app, with an id and secret of its own: the proof in the instagram flow.
    pub instagram_app: Option<AppKeys>,
    /// The verify token of the callback.
    pub verify_token: Option<Secret>,
}

/// What should be true of a tenant. It goes into saved evidence, so it holds no secret.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Expectation {
    /// Name of the tenant, if it has one.
    pub name: Option<String>,
    /// Its platform.
    pub platform: Platform,
    /// Its flow.
    pub flow: Flow,
    /// The flow was stated, not derived from the token.
    pub flow_stated: bool,
    /// What we held when the evidence was taken.
    pub access: Access,
    /// The flow that the token's looks tell.
    pub token_flow: Option<Flow>,
    /// Id of the Page.
    pub page_id: Option<String>,
    /// Id of the Instagram account (`1784…`).
    pub instagram_id: Option<String>,
    /// Ids of the platform's app, Facebook's and Instagram's.
    pub app_ids: Vec<String>,
    /// Address that Meta should call.
    pub callback_url: Option<Url>,
    /// Address that answers a person's wish to have their data deleted.
    #[serde(default)]
    pub data_deletion_url: Option<Url>,
    /// Address that is told when a person removes the app.
    #[serde(default)]
    pub deauthorize_url: Option<Url>,
    /// The platform's own address.
    pub platform_url: Option<Url>,
    /// Department of the Page, in platforms that have such a thing.
    pub department: Option<String>,
    /// Id of the account as the platform stores it.
    pub stored_account_id: Option<String>,
    /// Name of the account as the platform stores it.
    pub stored_username: Option<String>,
    /// Fields of the app's webhook, in place of the platform's.
    pub webhook_fields: Option<Vec<String>>,
    /// End of the token, where it was stored at login.
    pub token_expires_at: Option<DateTime<Utc>>,
    /// What a person saw.
    pub answers: Vec<Seen>,
    /// Findings that somebody accepts.
    #[serde(default)]
    pub waivers: Vec<Waiver>,
    /// Severities in place of the catalog's, by cause or by check; a cause's comes first.
    #[serde(default)]
    pub severity: BTreeMap<String, Severity>,
    /// The journal or an earlier report shows that the app was connected.
    pub was_connected: bool,
    /// Private addresses count as public.
    pub allow_private: bool,
    /// The language of its people.
    #[serde(default)]
    pub lang: Option<Language>,
}

/// How long what a person saw is believed.
const BELIEVED: TimeDelta = TimeDelta::days(90);

/// One thing that a person saw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The check.
    pub check: String,
    /// Which of its questions: the number of the `[[confirm]]` block from 0, or the id of the platform's question.
    pub question: String,
    /// Whether all was well.
    pub yes: bool,
    /// When.
    pub at: DateTime<Utc>,
    /// Who looked, if that was told.
    #[serde(default)]
    pub by: Option<String>,
}

impl Seen {
    /// Whether it is too long ago to be believed.
    #[must_use]
    pub fn is_old(&self, now: DateTime<Utc>) -> bool {
        now - self.at > BELIEVED
    }

    /// Whether it answers this question.
    #[must_use]
    pub fn is_about(&self, check: &str, question: &str) -> bool {
        self.check == check && self.question == question
    }
}

impl Expectation {
    /// What is expected where nothing was told.
    #[must_use]
    pub fn new(platform: Platform, flow: Flow) -> Self {
        Self {
            name: None,
            platform,
            flow,
            flow_stated: false,
            access: Access::None,
            token_flow: None,
            page_id: None,
            instagram_id: None,
            app_ids: Vec::new(),
            callback_url: None,
            data_deletion_url: None,
            deauthorize_url: None,
            platform_url: None,
            department: None,
            stored_account_id: None,
            stored_username: None,
            webhook_fields: None,
            token_expires_at: None,
            answers: Vec::new(),
            waivers: Vec::new(),
            severity: BTreeMap::new(),
            was_connected: false,
            allow_private: false,
            lang: None,
        }
    }

    /// What a person saw last, if it was not too long ago.
    #[must_use]
    pub fn seen(&self, check: &str, question: &str, now: DateTime<Utc>) -> Option<&Seen> {
        // Clocks differ a little; a day in the future is a mistake.
        let believed = -TimeDelta::days(1)..=BELIEVED;
        let fresh =
            |seen: &&Seen| seen.is_about(check, question) && believed.contains(&(now - seen.at));
        self.answers.iter().filter(fresh).max_by_key(|seen| seen.at)
    }

    /// How much a finding counts where the tenant says otherwise than the catalog.
    #[must_use]
    pub fn severity(&self, check: &str, cause: Option<&str>) -> Option<Severity> {
        cause
            .and_then(|cause| self.severity.get(cause))
            .or_else(|| self.severity.get(check))
            .copied()
    }

    /// Whether the token is of the other flow than the one that was stated: it is then not sent anywhere.
    #[must_use]
    pub fn wrong_host(&self) -> bool {
        self.flow_stated && self.token_flow.is_some_and(|flow| flow != self.flow)
    }

    /// Permissions the platform needs; of each inner list one is enough.
    #[must_use]
    pub fn permissions(&self) -> &[Vec<String>] {
        self.platform
            .needs(self.flow)
            .map_or(&[], |needs| &needs.permissions)
    }

    /// Fields that the app's webhook needs.
    #[must_use]
    pub fn webhook_fields(&self) -> &[String] {
        self.webhook_fields
            .as_deref()
            .or_else(|| {
                self.platform
                    .needs(self.flow)
                    .map(|needs| needs.webhook_fields.as_slice())
            })
            .unwrap_or_default()
    }

    /// Fields that the Page's or account's own subscription needs.
    #[must_use]
    pub fn account_fields(&self) -> &[String] {
        self.platform
            .needs(self.flow)
            .map_or(&[], |needs| &needs.account_fields)
    }

    /// Object of the app's webhook.
    #[must_use]
    pub fn webhook_object(&self) -> &str {
        self.platform
            .needs(self.flow)
            .map_or("instagram", |needs| &needs.webhook_object)
    }
}
