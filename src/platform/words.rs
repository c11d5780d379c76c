//! What a platform asks, says and shows, in the languages of its users.

use serde::{Deserialize, Serialize};

use crate::model::{Flow, Language};

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

/// A text that people see inside the platform, in the languages in which it is known.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeenText {
    /// What it tells of.
    pub cause: String,
    /// As it reads in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
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
    /// What it calls the connection, in a language other than English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calls_it: Option<String>,
    /// How one reconnects there, as a whole sentence.
    pub reconnect: String,
    /// The same, one action a step.
    #[serde(default)]
    pub reconnect_steps: Vec<String>,
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

impl SeenText {
    /// The text in every language in which it is known.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        [&self.en, &self.pt_br, &self.ru]
            .into_iter()
            .filter_map(|text| text.as_deref())
    }
}
