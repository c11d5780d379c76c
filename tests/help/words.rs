//! Every text of the command line has its words in every language, and every word is said.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use clap::CommandFactory as _;
use igdoctor::cli::Cli;
use igdoctor::help::{self, Text};
use igdoctor::model::Language;
use igdoctor::speech::Speech;

const FILES: [(Language, &str); 2] = [
    (
        Language::PtBr,
        include_str!("../../src/speech/help.pt-BR.ftl"),
    ),
    (Language::Ru, include_str!("../../src/speech/help.ru.ftl")),
];

/// Every text of the command line, once.
fn texts(speech: &Speech) -> BTreeSet<Text> {
    help::texts(Cli::command(), speech).into_iter().collect()
}

/// The key that holds for a text.
fn key<'a>(text: &'a Text, speech: &Speech) -> Option<&'a String> {
    text.keys.iter().find(|key| speech.knows(key))
}

/// A text that is missing is shown as the line to add, with its English.
#[test]
fn every_text_has_words_in_every_language() {
    for (language, _) in FILES {
        let speech = Speech::of_help(language).unwrap();
        let missing: BTreeMap<String, String> = texts(&speech)
            .into_iter()
            .filter(|text| key(text, &speech).is_none())
            .map(|text| (text.keys.last().unwrap().clone(), text.english))
            .collect();
        let lines: Vec<String> = missing
            .iter()
            .map(|(key, english)| format!("{key} = {english}"))
            .collect();
        assert!(
            lines.is_empty(),
            "add to help.{language}.ftl:\n{}",
            lines.join("\n")
        );
    }
}

/// A key that commands share holds one text, or the translation would be wrong for all but one of them.
#[test]
fn what_reads_differently_in_english_has_a_key_of_its_own() {
    for (language, _) in FILES {
        let speech = Speech::of_help(language).unwrap();
        let mut english: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for text in texts(&speech) {
            if let Some(key) = key(&text, &speech) {
                english.entry(key.clone()).or_default().insert(text.english);
            }
        }
        english.retain(|_, texts| texts.len() > 1);
        assert!(english.is_empty(), "{language}: {english:#?}");
    }
}

/// Names and abbreviations that are the same in every language.
const SAME: &[&str] = &[
    "value-d",
    "value-f",
    "value-id",
    "value-ids",
    "value-ms",
    "value-s",
    "value-shell",
    "value-url",
    "value-v",
];

#[test]
fn no_text_is_left_in_english() {
    for (language, _) in FILES {
        let speech = Speech::of_help(language).unwrap();
        for text in texts(&speech) {
            let Some(key) = key(&text, &speech) else {
                continue;
            };
            let same = SAME.contains(&key.as_str());
            assert!(same || speech.say(key) != text.english, "{language}: {key}");
        }
    }
}

/// The keys of a file, in its order.
fn keys(file: &str) -> Vec<&str> {
    file.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .map(|line| line.split(' ').next().unwrap())
        .collect()
}

#[test]
fn no_word_is_left_over_and_both_files_hold_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/help");
    let code: String = ["rewrite.rs", "wrong.rs"]
        .map(|name| fs::read_to_string(folder.join(name)).unwrap())
        .concat();
    for (language, file) in FILES {
        let speech = Speech::of_help(language).unwrap();
        let said: BTreeSet<String> = texts(&speech)
            .iter()
            .filter_map(|text| key(text, &speech).cloned())
            .collect();
        for key in keys(file) {
            let built = said.contains(key) || code.contains(&format!("\"{key}\""));
            assert!(built, "{language}: nothing says {key}");
        }
        assert_eq!(keys(file), keys(FILES[0].1), "{language}");
    }
}

/// A language may stand wherever a person would write it.
#[test]
fn a_language_is_taken_everywhere() {
    for args in [
        &["--lang", "ru", "--help"][..],
        &["--lang=ru", "check", "--help"],
        &["help", "check", "--lang", "ru"],
        &["help", "--lang=ru"],
        &["sandbox", "serve", "--help", "--lang", "ru"],
        &["completions", "--lang", "ru", "--help"],
    ] {
        let run = crate::common::run(args);
        assert_eq!(run.code, 0, "{args:?}: {}", run.stderr);
        assert!(run.stdout.contains("Параметры"), "{args:?}: {}", run.stdout);
    }
    let run = crate::common::run(&["--lang", "ru", "list"]);
    assert!(run.stdout.contains("проверка"), "{}", run.stdout);
    let run = crate::common::run(&["completions", "bash", "--lang", "ru"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let run = crate::common::run(&["sandbox", "serve", "nowhere", "--lang", "ru"]);
    assert!(run.stderr.starts_with("ошибка"), "{}", run.stderr);
}
