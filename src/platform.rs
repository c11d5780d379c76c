//! Messaging platforms, one file each in `checks/platforms/`: what the platform needs, expects and calls things.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::catalog;
use crate::model::{Flow, Language, Routing, did_you_mean};

const FILES: &[(&str, &str)] = &[
    (
        "meta-app",
        include_str!("../checks/platforms/meta-app.toml"),
    ),
    ("hunion", include_str!("../checks/platforms/hunion.toml")),
    (
        "rocketchat",
        include_str!("../checks/platforms/rocketchat.toml"),
    ),
];

/// The platform where none is named: an app of one's own, which knows both flows.
pub const DEFAULT: &str = "meta-app";

fn ids() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(id, _)| *id)
}

/// A messaging platform.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Platform {
    /// The file's name, or the path of one's own file.
    #[serde(default)]
    pub id: String,
    /// As people call it.
    pub name: String,
    /// Where its facts come from.
    pub source: String,
    /// What of it is not said by the source but follows from Meta's rules.
    #[serde(default)]
    pub inferred: Vec<String>,
    /// What it calls the connection: channel, integration.
    pub calls_it: String,
    /// Flows it offers, the usual one first.
    pub flows: Vec<Flow>,
    /// The person who asks may look into the Meta app.
    #[serde(default)]
    pub own_app: bool,
    /// A Page is needed, in the instagram flow too.
    #[serde(default)]
    pub page_required: bool,
    /// What the person behind the token must be able to do on the Page.
    #[serde(default)]
    pub page_role: PageRole,
    /// It demands a verified Page.
    #[serde(default)]
    pub page_verified: bool,
    /// Kind of Instagram account it asks for.
    #[serde(default)]
    pub account: AccountKind,
    /// What it expects of conversation routing.
    #[serde(default)]
    pub routing: Routing,
    /// It handles comments too.
    #[serde(default)]
    pub comments: bool,
    /// Ids of its Meta app, where they are public.
    #[serde(default)]
    pub app_ids: Vec<String>,
    /// Address that Meta calls, where it is one for all customers.
    pub callback_url: Option<String>,
    /// What it needs in the facebook flow.
    pub facebook: Option<Needs>,
    /// What it needs in the instagram flow.
    pub instagram: Option<Needs>,
    /// How its own address is probed.
    pub probe: Option<Probe>,
    /// Checks in the order of its guide.
    #[serde(default)]
    pub guide_order: Vec<String>,
    /// What only a person sees inside it.
    #[serde(default)]
    pub setup: Vec<Setup>,
    /// Its words in English.
    pub en: PlatformWords,
    /// In Brazilian Portuguese.
    #[serde(rename = "pt-BR", skip_serializing_if = "Option::is_none")]
    pub pt_br: Option<PlatformWords>,
    /// In Russian.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ru: Option<PlatformWords>,
}

/// What a person must be able to do on the Page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PageRole {
    /// Read and answer messages.
    #[default]
    Messaging,
    /// Open the Page's settings, as the platform's guide asks.
    Settings,
}

/// Kind of Instagram account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AccountKind {
    /// Business or creator.
    #[default]
    Professional,
    /// Business; whether creator works is not confirmed.
    Business,
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
    /// Fields of the Page's or account's own subscription.
    pub account_fields: Vec<String>,
}

/// How a platform's own address is probed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Probe {
    /// `/api/info` and the livechat configuration of Rocket.Chat.
    Rocketchat,
}

/// One question about what only a person sees inside the platform.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// Stable name of the question.
    pub id: String,
    /// Cause if the person says no.
    pub when_no: String,
    /// Only in this flow.
    pub flow: Option<Flow>,
    /// The question in English.
    pub en: String,
    /// In Brazilian Portuguese.
    #[serde(rename = "pt-BR", skip_serializing_if = "Option::is_none")]
    pub pt_br: Option<String>,
    /// In Russian.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ru: Option<String>,
}

/// A platform's words in one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlatformWords {
    /// How one reconnects there, as a whole sentence.
    pub reconnect: String,
}

/// Why a platform cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PlatformError {
    /// No such id, and no such file.
    #[error("unknown platform `{id}`{}; known: {}. A path to a file of your own works too", did_you_mean(.id, ids()), ids().collect::<Vec<_>>().join(", "))]
    Unknown {
        /// As given.
        id: String,
    },
    /// The file cannot be read.
    #[error("cannot read the platform file {path}")]
    Unreadable {
        /// As given.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file is not what the format asks for.
    #[error("platform file {path}: {problem}")]
    Invalid {
        /// As given.
        path: String,
        /// With line and column where known.
        problem: String,
    },
}

impl Platform {
    /// Finds a platform by id, or reads a file of one's own (a path ends in `.toml`).
    ///
    /// # Errors
    /// When there is no such platform or its file is wrong.
    pub fn find(id: &str) -> Result<Self, PlatformError> {
        if let Some((id, text)) = FILES.iter().find(|(known, _)| *known == id) {
            return Self::parse(id, text);
        }
        if Path::new(id)
            .extension()
            .is_some_and(|ending| ending == "toml")
        {
            let text = std::fs::read_to_string(id).map_err(|source| PlatformError::Unreadable {
                path: id.to_owned(),
                source,
            })?;
            return Self::parse(id, &text);
        }
        Err(PlatformError::Unknown { id: id.to_owned() })
    }

    /// Every platform that igdoctor brings along.
    ///
    /// # Errors
    /// Only if igdoctor was built from broken files.
    pub fn all() -> Result<Vec<Self>, PlatformError> {
        FILES
            .iter()
            .map(|(id, text)| Self::parse(id, text))
            .collect()
    }

    fn parse(id: &str, text: &str) -> Result<Self, PlatformError> {
        let invalid = |problem: String| PlatformError::Invalid {
            path: id.to_owned(),
            problem,
        };
        let mut platform: Self =
            toml::from_str(text).map_err(|error| invalid(error.to_string()))?;
        id.clone_into(&mut platform.id);
        if platform.flows.is_empty() {
            return Err(invalid(
                "`flows` is empty; name `facebook`, `instagram` or both".to_owned(),
            ));
        }
        if let Some(flow) = platform
            .flows
            .iter()
            .find(|flow| platform.needs(**flow).is_none())
        {
            return Err(invalid(format!(
                "`flows` names `{flow}`, but there is no table `[{flow}]`"
            )));
        }
        if let Some(check) = platform
            .guide_order
            .iter()
            .find(|check| catalog::id(check).is_none())
        {
            let hint = did_you_mean(check, catalog::ids());
            return Err(invalid(format!(
                "`guide_order` names `{check}`, which is no check{hint}"
            )));
        }
        Ok(platform)
    }

    /// What it needs in a flow, if it offers it.
    #[must_use]
    pub const fn needs(&self, flow: Flow) -> Option<&Needs> {
        match flow {
            Flow::Facebook => self.facebook.as_ref(),
            Flow::Instagram => self.instagram.as_ref(),
        }
    }

    /// The questions about what only a person sees inside it, in a flow.
    pub fn setup(&self, flow: Flow) -> impl Iterator<Item = &Setup> {
        self.setup
            .iter()
            .filter(move |setup| setup.flow.is_none_or(|only| only == flow))
    }

    /// Its words in a language, else in English.
    #[must_use]
    pub fn words(&self, language: Language) -> &PlatformWords {
        match language {
            Language::En => None,
            Language::PtBr => self.pt_br.as_ref(),
            Language::Ru => self.ru.as_ref(),
        }
        .unwrap_or(&self.en)
    }
}

impl Setup {
    /// The question in a language, else in English.
    #[must_use]
    pub fn words(&self, language: Language) -> &str {
        match language {
            Language::En => None,
            Language::PtBr => self.pt_br.as_deref(),
            Language::Ru => self.ru.as_deref(),
        }
        .unwrap_or(&self.en)
    }
}
