//! The interface's strings, in Fluent.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser::parse;

use crate::OTHERS;
use crate::texts::Text;

const FILES: [(&str, &str); 3] = [
    (
        "en",
        concat!(
            include_str!("../../src/speech/en.ftl"),
            include_str!("../../src/speech/errors.en.ftl")
        ),
    ),
    (
        "pt-BR",
        concat!(
            include_str!("../../src/speech/pt-BR.ftl"),
            include_str!("../../src/speech/errors.pt-BR.ftl")
        ),
    ),
    (
        "ru",
        concat!(
            include_str!("../../src/speech/ru.ftl"),
            include_str!("../../src/speech/errors.ru.ftl")
        ),
    ),
];

/// Strings that read alike in another language: names, units and commands, and words that both languages share.
const ALIKE: &[&str] = &[
    "actor-meta",
    "area-app",
    "area-webhook",
    "evidence-ms",
    "fix-manual",
    "handover-title",
    "head-access-token",
    "moment",
    "repair-undo-all",
    "status-app",
    "status-token",
    "tenant-from-token",
    "webhook-bytes",
];

/// What a string says and fills.
#[derive(Default)]
struct Said {
    /// All its text, with a gap where a value stands.
    text: String,
    /// Its values.
    values: BTreeSet<String>,
    /// For each choice by a number, its plural forms.
    plurals: Vec<BTreeSet<String>>,
}

fn read(language: &str) -> BTreeMap<String, Said> {
    let (_, text) = FILES.iter().find(|(name, _)| *name == language).unwrap();
    let resource = parse(*text).unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
    let mut strings = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let mut said = Said::default();
        pattern(message.value.as_ref().unwrap(), &mut said);
        let before = strings.insert(message.id.name.to_owned(), said);
        assert!(before.is_none(), "{language}: {} twice", message.id.name);
    }
    strings
}

fn pattern(of: &Pattern<&str>, said: &mut Said) {
    for element in &of.elements {
        match element {
            PatternElement::TextElement { value } => said.text.push_str(value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(inline) => value(inline, said),
                Expression::Select { selector, variants } => {
                    value(selector, said);
                    let mut forms = BTreeSet::new();
                    for variant in variants {
                        if let VariantKey::Identifier { name } = &variant.key
                            && ["one", "few", "many", "other"].contains(name)
                        {
                            forms.insert((*name).to_owned());
                        }
                        pattern(&variant.value, said);
                        said.text.push(' ');
                    }
                    if forms.iter().any(|form| form != "other") {
                        said.plurals.push(forms);
                    }
                }
            },
        }
    }
}

fn value(inline: &InlineExpression<&str>, said: &mut Said) {
    match inline {
        InlineExpression::VariableReference { id } => {
            said.values.insert(id.name.to_owned());
            said.text.push_str("{}");
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inner) = expression.as_ref() {
                value(inner, said);
            }
        }
        _ => {}
    }
}

/// The words of the help, whose English stands with the flags.
pub fn help_texts() -> Vec<Text> {
    use clap::CommandFactory as _;
    use igdoctor::speech::Speech;
    let of = |language: &'static str| Speech::of_help(language.parse().unwrap()).unwrap();
    let others = OTHERS.map(|language| (language, of(language)));
    let texts = igdoctor::help::texts(igdoctor::cli::Cli::command(), &others[0].1);
    texts
        .into_iter()
        .map(|text| {
            let said = |(language, speech): &(&'static str, Speech)| {
                let key = text.keys.iter().find(|key| speech.knows(key))?;
                Some((*language, speech.say(key)))
            };
            Text {
                place: text.keys.join(" or "),
                others: others.iter().filter_map(said).collect(),
                english: text.english,
            }
        })
        .collect()
}

/// The strings as texts, for the glossary.
pub fn texts() -> Vec<Text> {
    let mut others: Vec<_> = OTHERS.iter().map(|name| (*name, read(name))).collect();
    read("en")
        .into_iter()
        .map(|(key, said)| Text {
            others: others
                .iter_mut()
                .filter_map(|(name, strings)| Some((*name, strings.remove(&key)?.text)))
                .collect(),
            place: key,
            english: said.text,
        })
        .collect()
}

#[test]
fn every_language_has_the_same_strings_with_the_same_values() {
    let english = read("en");
    for language in OTHERS {
        let other = read(language);
        let keys =
            |strings: &BTreeMap<String, Said>| strings.keys().cloned().collect::<BTreeSet<_>>();
        let (en, there) = (keys(&english), keys(&other));
        let missing: Vec<_> = en.difference(&there).collect();
        let more: Vec<_> = there.difference(&en).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        assert!(more.is_empty(), "{language} has {more:?}, English has not");
        for (key, said) in &other {
            let mut values = said.values.clone();
            // Phrases take grammatical forms that English has not.
            values.remove("form");
            assert_eq!(values, english[key].values, "{language}: {key}");
        }
    }
}

#[test]
fn every_choice_by_a_number_has_all_plural_forms_of_its_language() {
    let wanted = |language: &str| -> BTreeSet<String> {
        let forms: &[&str] = match language {
            "ru" => &["one", "few", "many"],
            _ => &["one", "other"],
        };
        forms.iter().map(|form| (*form).to_owned()).collect()
    };
    for (language, _) in FILES {
        for (key, said) in read(language) {
            for forms in said.plurals {
                assert_eq!(forms, wanted(language), "{language}: {key}");
            }
        }
    }
}

#[test]
fn a_count_in_english_is_one_in_every_language() {
    let english = read("en");
    for language in OTHERS {
        for (key, said) in read(language) {
            if !english[&key].plurals.is_empty() {
                assert!(
                    !said.plurals.is_empty(),
                    "{language}: {key} has no plural forms"
                );
            }
        }
    }
}

#[test]
fn no_string_stayed_english() {
    let mut faults = Vec::new();
    for text in texts() {
        let letters = text.english.chars().any(char::is_alphabetic);
        for (language, other) in &text.others {
            if letters && *other == text.english && !ALIKE.contains(&text.place.as_str()) {
                faults.push(format!("{language}: {} = {other}", text.place));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
