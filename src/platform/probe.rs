//! What anybody may ask at a platform's own address, without a login, and what the answers mean.

use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Error, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use url::Url;

use super::Platform;
use crate::model::Language;
use crate::toml_error;

/// One question to the platform's address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Probe {
    /// Its name.
    pub id: String,
    /// Path below the platform's address; empty for the address itself.
    #[serde(default)]
    pub path: String,
    /// It is a page for people: nothing in it is read, only where a redirect leads.
    #[serde(default)]
    pub page: bool,
    /// How it is asked for the Page's department. Then it is asked only where the tenant tells one.
    pub department: Option<Department>,
    /// Status of a right answer.
    #[serde(default = "ok")]
    pub status: u16,
    /// Cause where another answer comes, or none: then nothing further is asked. Left out: then it tells nothing.
    pub when_not: Option<String>,
    /// Cause where it sends people to another site.
    pub when_elsewhere: Option<String>,
    /// Words of its own for that, in place of the cause's.
    pub words: Option<Words>,
    /// What the JSON of a right answer says.
    #[serde(default)]
    pub expect: Vec<Expect>,
}

const fn ok() -> u16 {
    200
}

/// How a question names the Page's department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Parameter of the query.
    pub query: String,
    /// Where departments are listed. A department that is not listed may be written wrongly: then nothing is certain of it.
    pub listed: Option<Listed>,
}

/// A list of departments in the answer to an earlier question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// That question.
    pub by: String,
    /// The list in its answer, as a JSON pointer.
    pub at: String,
    /// Key of the id in an entry; it is what the parameter takes.
    pub id: String,
    /// Key of the name.
    pub name: String,
}

/// What one value of an answer must be. A value that is not there, or of another type, tells nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    /// The value, as a JSON pointer.
    pub at: String,
    /// Exactly this.
    pub is: Option<Wanted>,
    /// A number that is not below this one.
    pub at_least: Option<i64>,
    /// An address of the very site at which the platform was asked.
    #[serde(default)]
    pub same_site: bool,
    /// Cause where it is not so.
    pub when_not: String,
    /// That it is so is no proof of a person: a bot or a setting can make it so too.
    #[serde(default)]
    pub unproven: bool,
    /// Words of its own in place of the cause's.
    pub words: Option<Words>,
}

/// A value that can be expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Wanted {
    /// Yes or no.
    Switch(bool),
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
}

/// Words for what is not as expected, in every language of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// In English.
    pub en: Advice,
    /// In Brazilian Portuguese.
    #[serde(rename = "pt-BR", skip_serializing_if = "Option::is_none")]
    pub pt_br: Option<Advice>,
    /// In Russian.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ru: Option<Advice>,
}

/// What was seen, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// What was seen.
    pub says: String,
    /// One action each, in order.
    pub steps: Vec<String>,
}

/// Reads the questions of a file: a list, or the id of the platform that is asked the same.
pub(super) fn listed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Probe>, D::Error> {
    struct Any;
    impl<'de> Visitor<'de> for Any {
        type Value = Vec<Probe>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a sequence")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Vec<Probe>, A::Error> {
            Vec::deserialize(SeqAccessDeserializer::new(list))
        }

        fn visit_str<E: Error>(self, id: &str) -> Result<Vec<Probe>, E> {
            if super::ids().any(|known| known == id) {
                let platform = Platform::find(id).map_err(E::custom)?;
                return Ok(platform.probe);
            }
            Err(E::invalid_type(Unexpected::Str(id), &self))
        }

        /// Evidence of earlier versions has it where nothing was asked.
        fn visit_unit<E: Error>(self) -> Result<Vec<Probe>, E> {
            Ok(Vec::new())
        }
    }
    deserializer.deserialize_any(Any)
}

impl<'de> Deserialize<'de> for Wanted {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl Visitor<'_> for Any {
            type Value = Wanted;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                toml_error::expect(f, "error-platform-wanted")
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<Wanted, E> {
                Ok(Wanted::Switch(value))
            }

            fn visit_i64<E: Error>(self, value: i64) -> Result<Wanted, E> {
                Ok(Wanted::Number(value))
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<Wanted, E> {
                let number = i64::try_from(value).map(Wanted::Number);
                number.map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<Wanted, E> {
                Ok(Wanted::Text(value.to_owned()))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

impl Expect {
    /// Whether a value is as expected, for a site; nothing if it tells nothing.
    #[must_use]
    pub fn is_met(&self, value: &Value, site: &Url) -> Option<bool> {
        if self.same_site {
            let named: Url = value.as_str()?.parse().ok()?;
            return named.has_host().then(|| named.origin() == site.origin());
        }
        if let Some(least) = self.at_least {
            return value.as_i64().map(|number| number >= least);
        }
        match self.is.as_ref()? {
            Wanted::Switch(wanted) => value.as_bool().map(|is| is == *wanted),
            Wanted::Number(wanted) => value.as_i64().map(|is| is == *wanted),
            Wanted::Text(wanted) => value.as_str().map(|is| is == wanted),
        }
    }
}

impl Words {
    /// The words in a language, else in English.
    #[must_use]
    pub fn words(&self, language: Language) -> &Advice {
        match language {
            Language::En => None,
            Language::PtBr => self.pt_br.as_ref(),
            Language::Ru => self.ru.as_ref(),
        }
        .unwrap_or(&self.en)
    }
}

impl Probe {
    /// Every cause that it can lead to.
    pub fn causes(&self) -> impl Iterator<Item = &str> {
        let whole = [&self.when_not, &self.when_elsewhere];
        let values = self.expect.iter().map(|expect| expect.when_not.as_str());
        whole
            .into_iter()
            .filter_map(|cause| cause.as_deref())
            .chain(values)
    }
}
