//! What a platform asks of the Page, the account, the app and the person who connects.

use serde::{Deserialize, Serialize};

use crate::model::vocabulary;

vocabulary! {
    /// What a person must be able to do on the Page.
    #[derive(Default)]
    PageRole {
        /// Read and answer messages.
        #[default]
        Messaging = "messaging",
        /// Open the Page's settings, as the platform's guide asks.
        Settings = "settings",
    }
}

vocabulary! {
    /// Kind of Instagram account.
    #[derive(Default)]
    AccountKind {
        /// Business or creator.
        #[default]
        Professional = "professional",
        /// Business; whether creator works is not confirmed.
        Business = "business",
    }
}

vocabulary! {
    /// Who may make the connection.
    Connector {
        /// An administrator of the platform's workspace or application.
        PlatformAdmin = "platform-admin",
        /// Somebody with a role on the Meta app.
        AppRole = "app-role",
    }
}

/// What a platform needs in one flow.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Needs {
    /// Permissions; of each inner list one is enough.
    pub permissions: Vec<Vec<String>>,
    /// Permissions whose absence is never a finding.
    #[serde(default)]
    pub recommended: Vec<String>,
    /// Object of the app's webhook.
    pub webhook_object: String,
    /// Fields of the app's webhook.
    pub webhook_fields: Vec<String>,
    /// Fields that its source shows switched off: that they are off is no finding.
    #[serde(default)]
    pub webhook_fields_off: Vec<String>,
    /// Version of the fields in its source; a newer or an older one is no finding while Meta serves it.
    pub webhook_version: Option<String>,
    /// Fields of the Page's or account's own subscription.
    pub account_fields: Vec<String>,
}
