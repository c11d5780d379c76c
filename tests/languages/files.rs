//! The words of checks, causes, errors and platforms.

use igdoctor::model::Language;
use igdoctor::words::parts;

use crate::OTHERS;
use crate::texts::{Text, all};

/// Texts that read alike in another language: names, and nothing but a value.
const ALIKE: &[&str] = &["bytes", "{reconnect}", "“Instagram”"];

fn complain(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn no_text_is_missing_in_any_language() {
    let missing = |text: Text| {
        let languages = OTHERS.into_iter();
        let place = text.place;
        languages
            .filter(|language| !text.others.contains_key(language))
            .map(|language| format!("{language}: {place}"))
            .collect::<Vec<_>>()
    };
    complain(&all().into_iter().flat_map(missing).collect::<Vec<_>>());
}

#[test]
fn no_text_stayed_english() {
    let mut faults = Vec::new();
    for text in all() {
        for (language, other) in &text.others {
            if *other == text.english && !ALIKE.contains(&other.as_str()) {
                faults.push(format!("{language}: {}: {other}", text.place));
            }
        }
    }
    complain(&faults);
}

/// Values that a text fills, and how many of its clauses may be left out.
fn shape(text: &str, language: Language) -> Result<(Vec<String>, usize), String> {
    let mut names = parts(text, language).map_err(|error| error.to_string())?;
    names.sort();
    Ok((names, text.matches("[[").count()))
}

#[test]
fn every_text_fills_the_same_values_in_every_language_with_all_its_plural_forms() {
    let mut faults = Vec::new();
    for text in all() {
        let english = shape(&text.english, Language::En);
        for (language, other) in &text.others {
            let shape = shape(other, language.parse().unwrap());
            if shape.is_err() || shape != english {
                let place = &text.place;
                faults.push(format!("{language}: {place}: {shape:?}, not {english:?}"));
            }
        }
    }
    complain(&faults);
}

/// A shop owner reads on until the full stop.
#[test]
fn every_text_ends_as_the_english_one_does() {
    let ends = |text: &str| text.chars().next_back().filter(|end| ".?!:".contains(*end));
    let mut faults = Vec::new();
    for text in all() {
        for (language, other) in &text.others {
            if ends(other) != ends(&text.english) {
                faults.push(format!("{language}: {}: {other}", text.place));
            }
        }
    }
    complain(&faults);
}

/// What the files hold reaches whoever speaks: foreign words are read only then.
#[test]
fn every_check_cause_and_error_speaks_every_language() {
    let catalog = igdoctor::catalog::load().unwrap();
    for language in OTHERS {
        let language: Language = language.parse().unwrap();
        for check in catalog.checks() {
            let words = check
                .words(language)
                .unwrap_or_else(|| panic!("{}", check.id));
            let english = check.words(Language::En).unwrap();
            assert_ne!(words.title, english.title, "{}", check.id);
            assert!(words.cause.keys().eq(english.cause.keys()), "{}", check.id);
        }
        for (cause, facts) in catalog.free_causes() {
            assert_ne!(facts.words(language).says, facts.en.says, "{cause}");
        }
        for row in catalog.errors() {
            assert_ne!(row.says(language), row.en, "{} {:?}", row.code, row.subcode);
        }
    }
}
