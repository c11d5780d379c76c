//! Words in other languages than English, which are read only when they are spoken: most runs speak one language.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use crate::model::Language;

/// Words of one thing in the languages other than English.
#[derive(Debug)]
pub struct Foreign<T> {
    texts: BTreeMap<Language, String>,
    read: [OnceLock<Option<T>>; 2],
}

impl<T> Default for Foreign<T> {
    fn default() -> Self {
        Self {
            texts: BTreeMap::new(),
            read: [const { OnceLock::new() }; 2],
        }
    }
}

impl<T: DeserializeOwned> Foreign<T> {
    /// The words in a language, if the file has them. Tests read every one, so that none is malformed.
    pub fn get(&self, language: Language) -> Option<&T> {
        let place = match language {
            Language::En => return None,
            Language::PtBr => &self.read[0],
            Language::Ru => &self.read[1],
        };
        let read = || toml::from_str(self.texts.get(&language)?).ok();
        place.get_or_init(read).as_ref()
    }
}

/// A file, taken apart by language.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Everything but the foreign words.
    pub text: String,
    /// Foreign words, as TOML of their own, by what they belong to: the table around them, or the number of the list's entry.
    foreign: BTreeMap<(String, Language), String>,
}

impl Parts {
    /// Foreign words stand in tables such as `[ru]`, `[ru.cause.x]` and `[x.ru]`, or in lines such as `ru = "…"`.
    pub fn of(text: &str) -> Self {
        let mut parts = Self::default();
        let mut inside: Option<(String, Language)> = None;
        let mut entries = 0_usize;
        for line in text.lines() {
            if line.starts_with("[[") {
                entries += 1;
                inside = None;
            } else if let Some(table) = line.strip_prefix('[') {
                let path: Vec<&str> = table.trim_end().trim_end_matches(']').split('.').collect();
                let found = path
                    .iter()
                    .position(|key| foreign(key).is_some())
                    .and_then(|at| Some((at, foreign(path[at])?)));
                inside = found.map(|(at, language)| (path[..at].join("."), language));
                if let (Some((at, _)), Some(owner)) = (found, &inside) {
                    let text = parts.foreign.entry(owner.clone()).or_default();
                    if at + 1 < path.len() {
                        text.push_str(&format!("[{}]\n", path[at + 1..].join(".")));
                    }
                    continue;
                }
            } else if inside.is_none()
                && let Some((key, value)) = line.split_once(" = ")
                && let Some(language) = foreign(key)
            {
                let owner = (entries.saturating_sub(1).to_string(), language);
                parts.foreign.insert(owner, format!("says = {value}\n"));
                continue;
            }
            let into = match &inside {
                Some(owner) => parts.foreign.entry(owner.clone()).or_default(),
                None => &mut parts.text,
            };
            into.push_str(line);
            into.push('\n');
        }
        parts
    }

    /// The foreign words of one owner.
    pub fn take<T>(&mut self, owner: &str) -> Foreign<T> {
        let texts = Language::ALL.iter().filter_map(|language| {
            let text = self.foreign.remove(&(owner.to_owned(), *language))?;
            Some((*language, text))
        });
        Foreign {
            texts: texts.collect(),
            ..Foreign::default()
        }
    }
}

/// A language other than English, by its key.
fn foreign(key: &str) -> Option<Language> {
    key.parse()
        .ok()
        .filter(|language| *language != Language::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    struct Says {
        says: String,
    }

    #[test]
    fn a_file_is_taken_apart_by_language() {
        let text = "a = 1\n[en]\nsays = \"no\"\n[pt-BR]\nsays = \"não\"\n[ru]\nsays = \"нет\"\n[end]\nb = [\n  1,\n]\n";
        let mut parts = Parts::of(text);
        assert_eq!(
            parts.text,
            "a = 1\n[en]\nsays = \"no\"\n[end]\nb = [\n  1,\n]\n"
        );
        let words: Foreign<Says> = parts.take("");
        assert_eq!(words.get(Language::PtBr).unwrap().says, "não");
        assert_eq!(words.get(Language::Ru).unwrap().says, "нет");
        assert!(words.get(Language::En).is_none());
        assert!(parts.foreign.is_empty());
    }

    #[test]
    fn words_belong_to_the_table_or_the_entry_around_them() {
        let mut parts = Parts::of(
            "[x.en]\na = 1\n[x.ru]\nsays = \"икс\"\n[[e]]\nen = \"one\"\nru = \"раз\"\n[[e]]\nru = \"два\"\n",
        );
        let of = |parts: &mut Parts, owner: &str| {
            let words: Foreign<Says> = parts.take(owner);
            words.get(Language::Ru).unwrap().says.clone()
        };
        assert_eq!(of(&mut parts, "x"), "икс");
        assert_eq!(of(&mut parts, "0"), "раз");
        assert_eq!(of(&mut parts, "1"), "два");
        assert_eq!(parts.text, "[x.en]\na = 1\n[[e]]\nen = \"one\"\n[[e]]\n");
    }
}
