//! `graph-errors.toml`: what each Graph error means in general.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::foreign::{Foreign, Parts};
use crate::model::{Flow, Language};

/// What kind of thing an error is, which decides whether a call is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ErrorClass {
    /// Gone in a moment: tried again.
    Transient,
    /// A limit: not tried again, the wait is reported.
    Throttled,
    /// A person must change something.
    Person,
    /// The call itself was wrong.
    Call,
    /// Part of the rules of messaging, not of the setup.
    Expected,
    /// Has several meanings.
    Ambiguous,
}

/// How exactly an error is known: by its words, by its subcode, by having none, or by its code alone.
#[must_use]
pub(super) const fn exactness(prefix: bool, subcode: bool, bare: bool) -> u8 {
    if prefix {
        3
    } else if subcode {
        2
    } else if bare {
        1
    } else {
        0
    }
}

impl ErrorRow {
    /// How exactly this row knows an error.
    pub(super) fn exactness(&self) -> u8 {
        exactness(
            self.prefix.is_some(),
            self.subcode.is_some() || self.either,
            self.bare,
        )
    }
}

/// Where a row applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Credential {
    /// To calls made with the app's own id and secret.
    App,
}

/// One row of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorRow {
    /// Graph's `error.code`.
    pub code: i64,
    /// Graph's `error.error_subcode`; any if absent.
    pub subcode: Option<i64>,
    /// Only without a subcode.
    #[serde(default)]
    pub bare: bool,
    /// The number may come as code or as subcode.
    #[serde(default)]
    pub either: bool,
    /// Documented start of the message, where nothing else tells errors apart.
    pub prefix: Option<String>,
    /// Only in this flow.
    pub flow: Option<Flow>,
    /// Only for calls made with the app's own credentials.
    pub credential: Option<Credential>,
    /// What kind of thing it is.
    pub class: ErrorClass,
    /// The most likely cause.
    pub cause: String,
    /// Other causes it can have, most likely first.
    #[serde(default)]
    pub also: Vec<String>,
    /// Where the fact comes from.
    pub source: Option<String>,
    /// Not confirmed by Meta's own text or two independent reports.
    #[serde(default)]
    pub uncertain: bool,
    /// What Meta means.
    pub en: String,
    #[serde(skip)]
    foreign: Foreign<Says>,
}

/// What Meta means, in one language.
#[derive(Debug, Deserialize)]
struct Says {
    says: String,
}

impl ErrorRow {
    /// What Meta means, in a language, else in English.
    #[must_use]
    pub fn says(&self, language: Language) -> &str {
        self.foreign
            .get(language)
            .map_or(self.en.as_str(), |words| &words.says)
    }
}

/// What an error is recognized by. The message counts only for the few documented prefixes: it comes in the language of the token's owner.
#[derive(Clone, Copy, Debug)]
pub struct Signature<'a> {
    /// Graph's `error.code`.
    pub code: i64,
    /// Graph's `error.error_subcode`.
    pub subcode: Option<i64>,
    /// Graph's `error.message`.
    pub message: &'a str,
    /// The flow of the call.
    pub flow: Flow,
    /// The call was made with the app's own id and secret.
    pub app_credentials: bool,
}

impl Signature<'_> {
    /// Whether the error has this code, subcode and start of message.
    #[must_use]
    pub fn fits(
        &self,
        code: i64,
        subcode: Option<i64>,
        bare: bool,
        either: bool,
        prefix: Option<&str>,
    ) -> bool {
        let number = self.code == code || (either && self.subcode == Some(code));
        let sub = match subcode {
            Some(wanted) => self.subcode == Some(wanted),
            None => !bare || self.subcode.is_none(),
        };
        number && sub && prefix.is_none_or(|start| self.text().starts_with(start))
    }

    /// The message without the `(#100) ` that Graph often puts before it.
    fn text(&self) -> &str {
        let text = self.message.trim_start();
        match text
            .strip_prefix("(#")
            .and_then(|rest| rest.split_once(')'))
        {
            Some((_, rest)) => rest.trim_start(),
            None => text,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    error: Vec<ErrorRow>,
}

pub(super) fn parse(text: &str) -> Result<Vec<ErrorRow>, toml::de::Error> {
    let mut parts = Parts::of(text);
    let mut rows = toml::from_str::<File>(&parts.text)?.error;
    for (index, row) in rows.iter_mut().enumerate() {
        row.foreign = parts.take(&index.to_string());
    }
    Ok(rows)
}

/// The most exact row that fits: by credential and flow, then prefix, then subcode, then "no subcode", then the code alone.
pub(super) fn find<'a>(rows: &'a [ErrorRow], signature: &Signature<'_>) -> Option<&'a ErrorRow> {
    rows.iter()
        .filter(|row| row.flow.is_none_or(|flow| flow == signature.flow))
        .filter(|row| row.credential.is_none() || signature.app_credentials)
        .filter(|row| {
            signature.fits(
                row.code,
                row.subcode,
                row.bare,
                row.either,
                row.prefix.as_deref(),
            )
        })
        .min_by_key(|row| {
            Reverse((
                row.credential.is_some(),
                row.exactness(),
                row.flow.is_some(),
            ))
        })
}
