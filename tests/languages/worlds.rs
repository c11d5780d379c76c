//! What the worlds of the sandbox show: the English words stand with the worlds.

use std::collections::{BTreeMap, BTreeSet};

use igdoctor::model::Language;
use igdoctor::sandbox::worlds;

use crate::OTHERS;
use crate::texts::Text;

/// The words of every world, for the glossary.
pub fn texts() -> Vec<Text> {
    let other = |language: &'static str| -> BTreeMap<&str, String> {
        let told = worlds::told(language.parse().unwrap());
        told.map(|(world, about)| (world.name, about)).collect()
    };
    let others = OTHERS.map(|language| (language, other(language)));
    worlds::all()
        .map(|world| Text {
            place: format!("world-{}", world.name),
            english: world.about.to_owned(),
            others: others
                .iter()
                .map(|(language, words)| (*language, words[world.name].clone()))
                .collect(),
        })
        .collect()
}

#[test]
fn every_world_is_told_in_every_language_and_no_other() {
    for text in texts() {
        for (language, other) in &text.others {
            assert_ne!(*other, text.english, "{language}: {}", text.place);
            assert_ne!(*other, text.place, "{language} lacks it");
        }
    }
    let known: BTreeSet<String> = worlds::all()
        .map(|world| format!("world-{}", world.name))
        .collect();
    for file in [
        include_str!("../../src/speech/worlds.pt-BR.ftl"),
        include_str!("../../src/speech/worlds.ru.ftl"),
    ] {
        let keys = file.lines().filter(|line| line.starts_with("world-"));
        let keys: Vec<String> = keys
            .map(|line| line.split(' ').next().unwrap().to_owned())
            .collect();
        assert_eq!(keys.iter().cloned().collect::<BTreeSet<_>>(), known);
        assert_eq!(keys.len(), known.len(), "one stands twice");
    }
    assert!(worlds::told(Language::En).all(|(world, about)| world.about == about));
}
