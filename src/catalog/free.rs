//! `causes.toml`: causes that only an error, a trace or many tenants show, so that no check owns them.

use serde::Deserialize;

use crate::model::{Actor, Language, Symptom};

/// Words and actor of a cause that no check owns.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FreeCause {
    /// Who can act.
    pub actor: Actor,
    /// What the person sees.
    #[serde(default)]
    pub symptoms: Vec<Symptom>,
    /// Placeholders of its words.
    #[serde(default)]
    pub args: Vec<String>,
    /// Its words in English.
    pub en: FreeWords,
    /// In Brazilian Portuguese.
    #[serde(rename = "pt-BR")]
    pub pt_br: Option<FreeWords>,
    /// In Russian.
    pub ru: Option<FreeWords>,
}

/// Words of a cause that no check owns.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FreeWords {
    /// The problem in a few words.
    pub title: String,
    /// What it means, in plain words.
    pub says: String,
    /// What to do.
    pub steps: Vec<String>,
}

impl FreeCause {
    /// Its words in a language, else in English.
    #[must_use]
    pub fn words(&self, language: Language) -> &FreeWords {
        match language {
            Language::En => None,
            Language::PtBr => self.pt_br.as_ref(),
            Language::Ru => self.ru.as_ref(),
        }
        .unwrap_or(&self.en)
    }
}
