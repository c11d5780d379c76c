//! Where each value of a platform file comes from.

use serde::{Deserialize, Serialize};
use toml::de::{DeTable, DeValue};

/// In `[source_of]`: no page says it; it follows from Meta's rules.
pub const INFERRED: &str = "inferred";

/// Languages of words. A value is named without them: whoever translates it adds no source.
const LANGUAGES: [&str; 3] = ["en", "pt-BR", "ru"];

/// A page that says what a platform needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its title, in its own language.
    pub title: String,
    /// That language.
    pub lang: String,
    /// Its address, where it is public.
    pub url: Option<String>,
}

/// The keys of a platform file as `[source_of]` names them: `flows`, `facebook.permissions`, `probe.<id>`, `setup.<id>`, `texts.<cause>`, and words
/// without their language: `reconnect`. Nothing if the text is no TOML.
#[must_use]
pub fn keys(text: &str) -> Vec<String> {
    let Ok(root) = DeTable::parse(text) else {
        return Vec::new();
    };
    let mut keys = Vec::new();
    for (key, value) in root.get_ref() {
        let key = key.get_ref().as_ref();
        match value.get_ref() {
            _ if ["sources", "source_of"].contains(&key) => {}
            DeValue::Table(table) => keys.extend(table.keys().map(|inner| {
                let inner = inner.get_ref();
                if LANGUAGES.contains(&key) {
                    inner.to_string()
                } else {
                    format!("{key}.{inner}")
                }
            })),
            DeValue::Array(list) if ["probe", "setup", "texts"].contains(&key) => {
                let names = list.iter().filter_map(|entry| {
                    let entry = entry.get_ref().as_table()?;
                    let name = entry.get("id").or_else(|| entry.get("cause"))?;
                    Some(format!("{key}.{}", name.get_ref().as_str()?))
                });
                keys.extend(names);
            }
            _ => keys.push(key.to_owned()),
        }
    }
    keys.sort();
    keys.dedup();
    keys
}
