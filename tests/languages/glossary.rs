//! The glossary: what stands on a screen, and what has a name of its own, is called the same everywhere.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::interface;
use crate::texts::{Text, all};
use crate::worlds;

#[derive(Deserialize)]
struct Glossary {
    label: Vec<Entry>,
    term: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    en: String,
    #[serde(flatten)]
    others: BTreeMap<String, String>,
}

fn glossary() -> Glossary {
    toml::from_str(include_str!("../../src/speech/glossary.toml")).unwrap()
}

fn texts() -> impl Iterator<Item = Text> {
    all()
        .into_iter()
        .chain(interface::texts())
        .chain(interface::help_texts())
        .chain(worlds::texts())
}

/// What stands in quotation marks, as each language writes them.
fn quoted(label: &str, language: &str) -> String {
    match language {
        "ru" => format!("«{label}»"),
        _ => format!("“{label}”"),
    }
}

#[test]
fn the_glossary_has_every_entry_once_in_every_language() {
    let glossary = glossary();
    assert!(glossary.term.len() >= 40, "{}", glossary.term.len());
    for entries in [&glossary.label, &glossary.term] {
        let mut names: Vec<&str> = entries.iter().map(|entry| entry.en.as_str()).collect();
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all, "an entry stands twice");
        for entry in entries {
            assert_eq!(entry.others.len(), crate::OTHERS.len(), "{}", entry.en);
        }
    }
}

#[test]
fn every_label_of_a_screen_reads_as_the_glossary_has_it() {
    let glossary = glossary();
    let mut faults = Vec::new();
    for text in texts() {
        for label in &glossary.label {
            if !text.english.contains(&quoted(&label.en, "en")) {
                continue;
            }
            for (language, other) in &text.others {
                let wanted = quoted(&label.others[*language], language);
                if !other.contains(&wanted) {
                    faults.push(format!("{language}: {}: no {wanted}: {other}", text.place));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// A text without what is typed: commands, paths, and keys with their values.
fn prose(text: &str) -> String {
    let all: Vec<&str> = text.split_whitespace().collect();
    let typed = |index: usize| {
        let word = all[index];
        let is_key = all.get(index + 1) == Some(&"=");
        let in_command =
            |back: usize| index.checked_sub(back).map(|at| all[at]) == Some("igdoctor");
        let is_verb = word.chars().all(|c| c.is_ascii_lowercase());
        is_key || word.contains(['=', '/']) || ((in_command(1) || in_command(2)) && is_verb)
    };
    let said = (0..all.len()).filter(|index| !typed(*index));
    said.map(|index| all[index]).collect::<Vec<_>>().join(" ")
}

/// The words of a text, without its placeholders.
fn words(text: &str) -> Vec<String> {
    let code_apart: Vec<&str> = text.split('`').step_by(2).collect();
    prose(&without(&code_apart.join(" "), '{', '}'))
        .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_' && c != '@')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether the words of a pattern follow each other in a text; `*` is any ending.
fn names(text: &[String], pattern: &str) -> bool {
    let pattern: Vec<&str> = pattern.split_whitespace().collect();
    // A name keeps its capital letter; anything else may stand at the beginning of a sentence.
    let cased = |word: &str, pattern: &str| {
        if pattern.chars().any(char::is_uppercase) {
            word.to_owned()
        } else {
            word.to_lowercase()
        }
    };
    let fits = |(word, pattern): (&String, &&str)| match pattern.strip_suffix('*') {
        Some(start) => cased(word, pattern).starts_with(start),
        None => cased(word, pattern) == *pattern,
    };
    text.windows(pattern.len())
        .any(|window| window.iter().zip(&pattern).all(fits))
}

/// A text without what stands between two marks.
fn without(text: &str, from: char, to: char) -> String {
    let mut inside = false;
    text.chars()
        .filter(|c| {
            inside = *c == from || (inside && *c != to);
            !inside && *c != to
        })
        .collect()
}

#[test]
fn every_term_is_translated_one_way() {
    let glossary = glossary();
    let mut faults = Vec::new();
    for text in texts() {
        let english = words(&without(&text.english, '“', '”'));
        for term in &glossary.term {
            let plural = format!("{}s", term.en);
            if !names(&english, &term.en) && !names(&english, &plural) {
                continue;
            }
            // The longer term is the one that is meant: an access token is not a token of any kind.
            let longer = |other: &&Entry| {
                other.en.len() > term.en.len()
                    && other.en.contains(&term.en)
                    && names(&english, &other.en)
            };
            if glossary.term.iter().any(|other| longer(&other)) {
                continue;
            }
            for (language, other) in &text.others {
                let wanted = &term.others[*language];
                if !names(&words(other), wanted) {
                    faults.push(format!(
                        "{language}: {}: “{}” without “{wanted}”: {other}",
                        text.place, term.en
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn a_pattern_knows_the_endings_of_a_word() {
    let text = words("Проверьте токены доступа приложения.");
    assert!(names(&text, "токен* доступа"));
    assert!(!names(&text, "токен доступа"));
    assert!(!names(&text, "доступа токен*"));
}
