//! Every text of the files in `checks/`, in English and beside it in the other languages.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::OTHERS;

/// One text in all its languages.
#[derive(Debug)]
pub struct Text {
    /// File and keys.
    pub place: String,
    /// In English.
    pub english: String,
    /// In the other languages, as far as it is there.
    pub others: BTreeMap<&'static str, String>,
}

/// Keys below which a language is no translation: addresses, and what platforms show in the one language they speak.
const NO_WORDS: [&str; 3] = ["links", "texts", "sources"];

/// Every text there is.
pub fn all() -> Vec<Text> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/checks"));
    let mut texts = Vec::new();
    for file in files(folder) {
        let name = file.strip_prefix(folder).unwrap().display().to_string();
        let table: Table = fs::read_to_string(&file).unwrap().parse().unwrap();
        walk(&Value::Table(table), &name, &mut texts);
    }
    assert!(texts.len() > 700, "the texts were not found");
    texts
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn walk(value: &Value, place: &str, texts: &mut Vec<Text>) {
    match value {
        Value::Table(table) => {
            if let Some(english) = table.get("en") {
                let english = strings(english);
                let others: Vec<_> = OTHERS
                    .iter()
                    .map(|language| (*language, table.get(*language).map(strings)))
                    .collect();
                texts.extend(english.into_iter().map(|(path, english)| {
                    let other = |(language, words): &(&'static str, Option<Strings>)| {
                        Some((*language, words.as_ref()?.get(&path)?.clone()))
                    };
                    Text {
                        place: format!("{place}{path}"),
                        others: others.iter().filter_map(other).collect(),
                        english,
                    }
                }));
            }
            for (key, inner) in table {
                let words = key == "en" || OTHERS.contains(&key.as_str());
                if !words && !NO_WORDS.contains(&key.as_str()) {
                    walk(inner, &format!("{place} {key}"), texts);
                }
            }
        }
        Value::Array(list) => {
            for (index, inner) in list.iter().enumerate() {
                walk(inner, &format!("{place}[{index}]"), texts);
            }
        }
        _ => {}
    }
}

type Strings = BTreeMap<String, String>;

/// Every string below a value, by the keys that lead to it.
fn strings(value: &Value) -> Strings {
    let mut found = Strings::new();
    gather(value, String::new(), &mut found);
    found
}

fn gather(value: &Value, path: String, found: &mut Strings) {
    match value {
        Value::String(text) => {
            found.insert(path, text.clone());
        }
        Value::Table(table) => {
            for (key, inner) in table {
                gather(inner, format!("{path} {key}"), found);
            }
        }
        Value::Array(list) => {
            for (index, inner) in list.iter().enumerate() {
                gather(inner, format!("{path}[{index}]"), found);
            }
        }
        _ => {}
    }
}
