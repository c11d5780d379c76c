//! `texts.toml`: words by which a trouble is recognized where it comes without a code, or with one that says too little.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{CatalogError, ErrorClass};
use crate::model::{Flow, Symptom};
use crate::packed::{packed, unpacked};

/// Words that tell of a cause.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextRow {
    /// The likeliest cause.
    pub cause: String,
    /// Other causes it can have, likeliest first.
    #[serde(default)]
    pub also: Vec<String>,
    /// Fragments in any language, one is enough; `…` stands for anything between, `*` for any ending of a word. None: the conditions alone tell.
    #[serde(default)]
    pub has: Vec<String>,
    /// Only for calls that have this in them.
    pub call: Option<String>,
    /// Only in this flow.
    pub flow: Option<Flow>,
    /// Only with this HTTP status.
    pub http: Option<u16>,
    /// Only where the answer is an empty list.
    #[serde(default)]
    pub empty: bool,
    /// What kind of thing it is.
    pub class: ErrorClass,
    /// Where the fact comes from.
    pub source: String,
    /// The words say little: any others come first.
    #[serde(default)]
    pub faint: bool,
    /// Not confirmed by Meta's own text or by two independent reports.
    #[serde(default)]
    pub uncertain: bool,
}

/// Words by which people tell of a symptom.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SymptomRow {
    /// The symptom.
    pub symptom: Symptom,
    /// Fragments as in [`TextRow::has`].
    pub has: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    symptom: Vec<SymptomRow>,
    text: Vec<TextRow>,
}

static FILE: LazyLock<Result<File, CatalogError>> = LazyLock::new(|| {
    toml::from_str::<File>(&unpacked(packed!("checks/texts.toml")))
        .map_err(|problem| CatalogError::new("texts.toml", problem))
});

/// Every row of `texts.toml`, parsed at first use: only `explain` needs them.
///
/// # Errors
/// Only if igdoctor was built from a broken file.
pub fn texts() -> Result<&'static [TextRow], &'static CatalogError> {
    FILE.as_ref().map(|file| file.text.as_slice())
}

/// Words by which people tell of a symptom.
///
/// # Errors
/// Only if igdoctor was built from a broken file.
pub fn symptoms() -> Result<&'static [SymptomRow], &'static CatalogError> {
    FILE.as_ref().map(|file| file.symptom.as_slice())
}
