//! One tenant as `igdoctor.toml` describes it. Nothing here is secret: it says where secrets come from.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use url::Url;

use super::read::{address, day, id, ids, moment, optional_moment, sentence, word};
#[cfg(feature = "schema")]
use super::schema;
use super::sources::Wanted;
use crate::model::{Flow, Language, Severity, TokenKind};
use crate::secret::Source;

/// One business's connection.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Entry {
    /// Messaging platform: an id (`igdoctor list --platforms`), or the path of a file of your own, seen from this file.
    #[serde(deserialize_with = "word")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::platform"))]
    pub platform: Option<String>,
    /// How the account was connected.
    pub flow: Option<Flow>,
    /// Id of the Facebook Page.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::id"))]
    pub page: Option<String>,
    /// Id of the Instagram account (1784…).
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::id"))]
    pub instagram: Option<String>,
    /// Id of the platform's Meta app.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::id"))]
    pub app: Option<String>,
    /// Id of its Instagram app, which has a secret of its own.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::id"))]
    pub instagram_app: Option<String>,
    /// Address that Meta should call.
    #[serde(deserialize_with = "address")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::address"))]
    pub callback_url: Option<Url>,
    /// Address that answers a person's wish to have their data deleted.
    #[serde(deserialize_with = "address")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::address"))]
    pub data_deletion_url: Option<Url>,
    /// Address that is told when a person removes the app, if the app's own settings do not tell it.
    #[serde(deserialize_with = "address")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::address"))]
    pub deauthorize_url: Option<Url>,
    /// The platform's own address.
    #[serde(deserialize_with = "address")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::address"))]
    pub platform_url: Option<Url>,
    /// Department of the Page, in platforms that have such a thing.
    #[serde(deserialize_with = "word")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::word"))]
    pub department: Option<String>,
    /// Fields that the app's webhook needs, in place of the platform's.
    #[serde(deserialize_with = "ids")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::fields"))]
    pub webhook_fields: Option<Vec<String>>,
    /// Id of the account as the platform stores it.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::id"))]
    pub stored_account_id: Option<String>,
    /// Name of the account as the platform stores it, without @.
    #[serde(deserialize_with = "word")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::word"))]
    pub stored_username: Option<String>,
    /// Language of the words.
    pub lang: Option<Language>,
    /// Whose token it is, in the facebook flow. What was stored at login comes first.
    pub token_kind: Option<TokenKind>,
    /// When the token ends, if it does not tell. What was stored at login comes first.
    #[serde(deserialize_with = "optional_moment")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::moment"))]
    pub token_expires_at: Option<DateTime<Utc>>,
    /// How one logs in to the app through the browser.
    pub login: Login,
    /// Where each secret comes from. A source that is named is the only one tried.
    pub secrets: Secrets,
    /// Severities in place of the usual ones, by check or by cause.
    pub severity: BTreeMap<String, Severity>,
    /// Findings that somebody accepts for a while.
    pub waivers: Vec<WaiverEntry>,
    /// What a person saw where nobody else can look.
    pub confirmations: Vec<Confirmation>,
}

/// How one logs in to the app through the browser.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Login {
    /// Configuration of Facebook Login for Business, if the app uses it.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::id"))]
    pub config_id: Option<String>,
    /// Address that the browser ends at; the app must list it among its valid OAuth redirect addresses.
    #[serde(deserialize_with = "address")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::address"))]
    pub redirect_url: Option<Url>,
}

/// Where each secret comes from.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Secrets {
    /// The token, issued by the platform's app.
    pub token: Option<Source>,
    /// Secret of the Meta app.
    pub app_secret: Option<Source>,
    /// Secret of the Instagram app.
    pub instagram_app_secret: Option<Source>,
    /// Verify token of the callback.
    pub verify_token: Option<Source>,
}

impl YesNo {
    /// As the file spells it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
        }
    }
}

impl Secrets {
    /// Where one of them comes from, if that is said.
    #[must_use]
    pub const fn of(&self, wanted: Wanted) -> Option<&Source> {
        match wanted {
            Wanted::Token => self.token.as_ref(),
            Wanted::AppSecret => self.app_secret.as_ref(),
            Wanted::InstagramAppSecret => self.instagram_app_secret.as_ref(),
            Wanted::VerifyToken => self.verify_token.as_ref(),
        }
    }

    /// Whether one of them comes from this variable of the environment.
    #[must_use]
    pub fn name_variable(&self, variable: &str) -> bool {
        let names =
            |source: &Source| matches!(source, Source::Environment(name) if name == variable);
        Wanted::ALL
            .iter()
            .any(|wanted| self.of(*wanted).is_some_and(names))
    }
}

/// A finding that somebody accepts until a day. It stays visible, but counts no more.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WaiverEntry {
    /// The check. `token-valid` cannot be waived.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::waivable"))]
    pub check: String,
    /// The one cause that is accepted; left out: whatever is found.
    #[serde(default)]
    pub cause: Option<String>,
    /// Why it is accepted.
    #[serde(deserialize_with = "sentence")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::word"))]
    pub reason: String,
    /// Who accepts it.
    #[serde(deserialize_with = "sentence")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::word"))]
    pub author: String,
    /// The last day on which it holds, such as 2027-01-31.
    #[serde(deserialize_with = "day")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::moment"))]
    pub until: NaiveDate,
}

/// What a person saw. It is believed for 90 days.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// The check.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::check"))]
    pub check: String,
    /// One of its questions, by the cause if the answer is no, or by the platform's name for it; left out: all of them.
    #[serde(default)]
    pub question: Option<String>,
    /// Whether all was well.
    pub answer: YesNo,
    /// Who looked.
    #[serde(deserialize_with = "sentence")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::word"))]
    pub by: String,
    /// When, such as 2026-11-01.
    #[serde(deserialize_with = "moment")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::moment"))]
    pub at: DateTime<Utc>,
}

/// What a person answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum YesNo {
    /// All is well.
    Yes,
    /// It is not.
    No,
}
