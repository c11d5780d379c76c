//! `causes.toml`: causes that only an error, a trace or many tenants show, so that no check owns them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::foreign::{Foreign, Parts};
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
    #[serde(skip)]
    foreign: Foreign<FreeWords>,
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

pub(super) fn parse(text: &str) -> Result<BTreeMap<String, FreeCause>, toml::de::Error> {
    let mut parts = Parts::of(text);
    let mut causes: BTreeMap<String, FreeCause> = toml::from_str(&parts.text)?;
    for (cause, facts) in &mut causes {
        facts.foreign = parts.take(cause);
    }
    Ok(causes)
}

impl FreeCause {
    /// Its words in a language, else in English.
    #[must_use]
    pub fn words(&self, language: Language) -> &FreeWords {
        self.foreign.get(language).unwrap_or(&self.en)
    }
}
