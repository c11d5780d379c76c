//! What people say without an error: a title of igdoctor's own, a label of Meta's screens, a symptom in their own words. In any language.

use std::collections::{BTreeMap, BTreeSet};

use super::Subject;
use super::plain::{plain, recognizes};
use crate::catalog::{Catalog, SymptomRow};
use crate::model::{CheckId, Language, Symptom};
use crate::speech::Speech;

/// Longer texts are no title and no label.
const LONGEST: usize = 200;
/// A label that more checks name, such as “Settings”, says nothing of any.
const MOST_CHECKS: usize = 6;
/// A label with fewer words is recognized alone only, not within a sentence.
const WORDS_WITHIN: usize = 2;

/// A text that is exactly a title or a label. `text` is plain.
pub(super) fn exactly(catalog: &'static Catalog, text: &str) -> Option<Subject> {
    if text.len() > LONGEST || text.trim().is_empty() {
        return None;
    }
    let is = |title: &str| plain(title) == text;
    for language in Language::ALL.iter().copied() {
        let speech = Speech::new(language);
        let mut symptoms = Symptom::ALL.iter();
        if let Some(symptom) =
            symptoms.find(|symptom| is(&speech.say(&format!("symptom-{symptom}"))))
        {
            return Some(Subject::Symptom(*symptom));
        }
        let mut checks = catalog.checks().iter();
        if let Some(check) = checks.find(|check| is(&check.words_or_english(language).title)) {
            return Some(Subject::Check(check.id));
        }
        let mut free = catalog.free_causes();
        if let Some((cause, _)) = free.find(|(_, facts)| is(&facts.words(language).title)) {
            return catalog.cause(cause).map(Subject::Cause);
        }
    }
    let labels = labels(catalog);
    let named = labels.get(text)?;
    likeliest(catalog, named)
}

/// A text that speaks of a symptom, or in which a label stands.
pub(super) fn described(
    catalog: &'static Catalog,
    symptoms: &[SymptomRow],
    text: &str,
) -> Option<Subject> {
    if text.len() > LONGEST {
        return None;
    }
    let letters = |row: &SymptomRow| {
        row.has
            .iter()
            .filter_map(|part| recognizes(part, text))
            .max()
    };
    let known = symptoms
        .iter()
        .filter_map(|row| Some((letters(row)?, row.symptom)));
    if let Some((_, symptom)) = known.max_by_key(|(letters, _)| *letters) {
        return Some(Subject::Symptom(symptom));
    }
    let labels = labels(catalog);
    let within = labels.iter().filter(|(label, _)| {
        label.split_whitespace().count() >= WORDS_WITHIN && text.contains(label.as_str())
    });
    let told = within.filter_map(|(label, named)| Some((label.len(), likeliest(catalog, named)?)));
    told.max_by_key(|(length, _)| *length)
        .map(|(_, subject)| subject)
}

/// Where a check names a label: how often in its questions, and in the steps of which causes.
#[derive(Default)]
struct Places {
    questions: usize,
    steps: usize,
    causes: BTreeSet<&'static str>,
}

/// Checks that name a label.
type Named = BTreeMap<CheckId, Places>;

/// Labels of screens, plain, by the checks whose texts name them.
fn labels(catalog: &'static Catalog) -> BTreeMap<String, Named> {
    let mut labels: BTreeMap<String, Named> = BTreeMap::new();
    let mut places = |label: &str, check: CheckId, note: &dyn Fn(&mut Places)| {
        let named = labels.entry(plain(label)).or_default();
        note(named.entry(check).or_default());
    };
    for check in catalog.checks() {
        let languages = Language::ALL.iter().copied();
        for words in languages.filter_map(|language| check.words(language)) {
            for label in words.confirm.iter().flat_map(|text| quoted(text)) {
                places(label, check.id, &|places| places.questions += 1);
            }
            for (cause, words) in &words.cause {
                for label in words.steps.iter().flat_map(|text| quoted(text)) {
                    places(label, check.id, &|places| {
                        places.steps += 1;
                        places.causes.insert(cause);
                    });
                }
            }
        }
    }
    labels
}

/// What names a label most, questions before steps; of equals the first of the catalog. Where only the steps of one cause name it, that cause.
fn likeliest(catalog: &'static Catalog, named: &Named) -> Option<Subject> {
    if named.len() > MOST_CHECKS {
        return None;
    }
    let known = catalog.checks().iter().rev();
    let known = known.filter_map(|check| Some((named.get(check.id)?, check.id)));
    let (places, check) = known.max_by_key(|(places, _)| (places.questions, places.steps))?;
    match (places.questions, places.causes.first()) {
        (0, Some(cause)) if places.causes.len() == 1 => catalog.cause(cause).map(Subject::Cause),
        _ => Some(Subject::Check(check)),
    }
}

/// What stands in quotation marks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    [('“', '”'), ('«', '»')]
        .into_iter()
        .flat_map(|(open, close)| {
            let parts = text.split(open).skip(1);
            parts.filter_map(move |part| part.split_once(close).map(|(label, _)| label))
        })
}
