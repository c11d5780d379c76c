//! Messaging platforms, one file each in `checks/platforms/`: what the platform needs, expects and calls things.

mod facts;
mod probe;
mod replies;
mod rules;
mod sources;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::catalog::Check;
use crate::model::{Flow, Language, Routing};
use crate::packed::{packed, unpacked};
use crate::speech::{did_you_mean, error};
use crate::toml_error;

pub use facts::{AccountKind, Connector, Needs, PageRole};
pub use probe::{Advice, Department, Expect, Listed, Probe, Wanted, Words};
pub use replies::{Bulk, Content, General, IdKind, Length, Replies, Side, Unit};
pub use sources::{INFERRED, Source, keys};
pub use words::{PlatformWords, SeenText, Setup};

/// Embeds the platform files.
macro_rules! embed {
    ($($id:literal),+ $(,)?) => {
        const FILES: &[(&str, &[u8])] = &[$(($id, packed!("checks/platforms/", $id, ".toml"))),+];
    };
}

embed!["meta-app", "hunion", "planfix", "chatt2me", "rocketchat"];

/// The platform where none is named: an app of one's own, which knows both flows.
pub const DEFAULT: &str = "meta-app";

pub(crate) fn ids() -> impl Iterator<Item = &'static str> {
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
    /// What it calls the connection: channel, integration.
    pub calls_it: String,
    /// Flows it offers, the usual one first.
    pub flows: Vec<Flow>,
    /// The person who asks may look into the Meta app.
    #[serde(default)]
    pub own_app: bool,
    /// Who may make the connection there, where it is not anybody.
    pub who_may_connect: Option<Connector>,
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
    /// What it does not show or pass on, beyond what Meta leaves out anyway.
    #[serde(default)]
    pub unsupported: Vec<Content>,
    /// Ids of its Meta app, where they are public.
    #[serde(default)]
    pub app_ids: Vec<String>,
    /// Address that Meta calls, where it is one for all customers.
    pub callback_url: Option<String>,
    /// What it needs in the facebook flow.
    pub facebook: Option<Needs>,
    /// What it needs in the instagram flow.
    pub instagram: Option<Needs>,
    /// Its own limits on replies; Meta's hold besides.
    #[serde(default)]
    pub replies: Replies,
    /// Its own address, where it is one for all customers.
    pub platform_url: Option<String>,
    /// What anybody may ask at its own address. The id of a platform in its place: what is asked there.
    #[serde(default, deserialize_with = "probe::listed")]
    pub probe: Vec<Probe>,
    /// Checks in the order of its guide.
    #[serde(default)]
    pub guide_order: Vec<String>,
    /// What only a person sees inside it.
    #[serde(default)]
    pub setup: Vec<Setup>,
    /// Texts that people see inside it.
    #[serde(default)]
    pub texts: Vec<SeenText>,
    /// Its words in English.
    pub en: PlatformWords,
    /// In Brazilian Portuguese.
    #[serde(rename = "pt-BR", skip_serializing_if = "Option::is_none")]
    pub pt_br: Option<PlatformWords>,
    /// In Russian.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ru: Option<PlatformWords>,
    /// The pages its facts come from, by a short name.
    #[serde(default)]
    pub sources: BTreeMap<String, Source>,
    /// Which of them says a key: its short name, or [`INFERRED`].
    #[serde(default)]
    pub source_of: BTreeMap<String, String>,
}

/// Why a platform cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PlatformError {
    /// No such id, and no such file.
    #[error("{}", error("error-platform-unknown", &[
        ("id", id),
        ("hint", &did_you_mean(.id, ids())),
        ("known", &ids().collect::<Vec<_>>().join(", ")),
    ]))]
    Unknown {
        /// As given.
        id: String,
    },
    /// The file cannot be read.
    #[error("{}", error("error-platform-unreadable", &[("path", path)]))]
    Unreadable {
        /// As given.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file is not what the format asks for: file, line, column and what is wrong there.
    #[error("{0}")]
    Invalid(String),
}

impl Platform {
    /// Finds a platform by id, or reads a file of one's own (a path ends in `.toml`).
    ///
    /// # Errors
    /// When there is no such platform or its file is wrong.
    pub fn find(id: &str) -> Result<Self, PlatformError> {
        if let Some((id, packed)) = FILES.iter().find(|(known, _)| *known == id) {
            return Self::parse(id, &unpacked(packed));
        }
        if is_path(id) {
            let text = std::fs::read_to_string(id).map_err(|source| PlatformError::Unreadable {
                path: id.to_owned(),
                source,
            })?;
            return Self::parse(id, &text);
        }
        Err(PlatformError::Unknown { id: id.to_owned() })
    }

    /// Something to speak of where a report names a platform that is not here: by its name, with what holds for every platform.
    /// `reconnect` says in each language how one connects again.
    ///
    /// # Errors
    /// Only if igdoctor was built from broken files.
    pub fn stand_in(
        id: &str,
        name: &str,
        reconnect: &dyn Fn(Language) -> String,
    ) -> Result<Self, PlatformError> {
        let words = |language: Language| PlatformWords {
            calls_it: None,
            reconnect: reconnect(language),
            reconnect_steps: Vec::new(),
        };
        Ok(Self {
            id: id.to_owned(),
            name: name.to_owned(),
            setup: Vec::new(),
            en: words(Language::En),
            pt_br: Some(words(Language::PtBr)),
            ru: Some(words(Language::Ru)),
            ..Self::find(DEFAULT)?
        })
    }

    /// Whether it is described by a file of one's own.
    #[must_use]
    pub fn is_file(&self) -> bool {
        is_path(&self.id)
    }

    /// The same, where a path is seen from a folder.
    ///
    /// # Errors
    /// When there is no such platform or its file is wrong.
    pub fn find_from(folder: &Path, id: &str) -> Result<Self, PlatformError> {
        if is_path(id) {
            Self::find(&folder.join(id).display().to_string())
        } else {
            Self::find(id)
        }
    }

    /// Every platform that igdoctor brings along.
    ///
    /// # Errors
    /// Only if igdoctor was built from broken files.
    pub fn all() -> Result<Vec<Self>, PlatformError> {
        FILES
            .iter()
            .map(|(id, packed)| Self::parse(id, &unpacked(packed)))
            .collect()
    }

    /// Reads the text of a platform file.
    ///
    /// # Errors
    /// What is wrong in it, and where.
    pub fn parse(id: &str, text: &str) -> Result<Self, PlatformError> {
        let mut platform: Self = toml::from_str(text)
            .map_err(|error| PlatformError::Invalid(toml_error::explain(id, text, &error)))?;
        id.clone_into(&mut platform.id);
        match rules::broken(&platform, text) {
            None => Ok(platform),
            Some(fault) => {
                let path: Vec<&str> = fault.path.iter().map(String::as_str).collect();
                let offset = toml_error::offset_of(text, &path);
                Err(PlatformError::Invalid(toml_error::at(
                    id,
                    text,
                    offset,
                    &fault.problem,
                )))
            }
        }
    }

    /// What it needs in a flow, if it offers it.
    #[must_use]
    pub const fn needs(&self, flow: Flow) -> Option<&Needs> {
        match flow {
            Flow::Facebook => self.facebook.as_ref(),
            Flow::Instagram => self.instagram.as_ref(),
        }
    }

    /// Whether its own address can tell something of a check.
    #[must_use]
    pub fn tells_of(&self, check: &Check) -> bool {
        let mut causes = self.probe.iter().flat_map(Probe::causes);
        causes.any(|cause| check.causes().any(|own| own == cause))
    }

    /// Its own words for what a question to its address led to: for a value, or for the answer as a whole.
    #[must_use]
    pub fn own_words(&self, asked: &str, at: Option<&str>, cause: &str) -> Option<&Words> {
        let probe = self.probe.iter().find(|probe| probe.id == asked)?;
        let Some(at) = at else {
            return probe.words.as_ref();
        };
        let mut all = probe.expect.iter();
        all.find(|expect| expect.at == at && expect.when_not == cause)?
            .words
            .as_ref()
    }

    /// The questions about what only a person sees inside it, in a flow.
    pub fn setup(&self, flow: Flow) -> impl Iterator<Item = &Setup> {
        self.setup
            .iter()
            .filter(move |setup| setup.flow.is_none_or(|only| only == flow))
    }

    /// Whether it has no name of its own: an app that somebody made for themselves.
    #[must_use]
    pub fn is_nameless(&self) -> bool {
        self.id == DEFAULT
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

/// Whether a platform is named by the path of a file of one's own.
#[must_use]
pub fn is_path(id: &str) -> bool {
    Path::new(id)
        .extension()
        .is_some_and(|ending| ending == "toml")
}
