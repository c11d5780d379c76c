//! Everything on the page in one language.

use super::Subject;
use super::told::Told;
use crate::catalog::Catalog;
use crate::model::{Language, Outcome};
use crate::report::human::all;
use crate::report::{All, Note};
use crate::speech::Speech;
use crate::terminal::harmless;

/// One language of the page.
pub(super) struct Voice {
    /// The language.
    pub lang: Language,
    /// Its own name.
    pub name: &'static str,
    speech: Speech,
    /// The tenants, where there are many.
    pub index: Option<Index>,
    /// The reports.
    pub reports: Vec<Told>,
}

/// What stands above many reports.
pub(super) struct Index {
    /// How many there are, and how they are.
    pub says: String,
    /// One row for each tenant, by name.
    pub rows: Vec<Row>,
    /// What stands above single tenants.
    pub notes: Vec<String>,
}

/// A tenant in the index.
pub(super) struct Row {
    /// Its name.
    pub tenant: String,
    /// The id of its report on the page, if it has one.
    pub report: Option<String>,
    /// What its mark looks like.
    pub outcome: Outcome,
    /// How it is.
    pub verdict: String,
    /// What was found, or why it could not be checked.
    pub what: String,
}

impl Voice {
    /// One report.
    pub fn of_one(catalog: &'static Catalog, subject: &Subject<'_>, language: Language) -> Self {
        let speech = Speech::new(language);
        let reports = vec![Told::new(catalog, subject, &speech, 1, None)];
        Self::new(speech, None, reports)
    }

    /// Many reports.
    pub fn of_all(
        catalog: &'static Catalog,
        subjects: &[Subject<'_>],
        all: &All,
        language: Language,
    ) -> Self {
        let speech = Speech::new(language);
        let reports: Vec<Told> = subjects
            .iter()
            .enumerate()
            .map(|(place, subject)| Told::new(catalog, subject, &speech, 2, Some(place)))
            .collect();
        let index = Index::new(subjects, &reports, all, &speech);
        Self::new(speech, Some(index), reports)
    }

    fn new(speech: Speech, index: Option<Index>, reports: Vec<Told>) -> Self {
        let lang = speech.language();
        let name = match lang {
            Language::En => "English",
            Language::PtBr => "Português",
            Language::Ru => "Русский",
        };
        Self {
            lang,
            name,
            speech,
            index,
            reports,
        }
    }

    /// A string of the interface.
    pub fn say(&self, key: &str) -> String {
        self.speech.say(key)
    }

    /// What the document is called.
    pub fn title(&self) -> String {
        let one = || {
            let told = self.reports.first()?;
            let name = told.name.as_ref().map(|name| format!("{name}: "));
            Some(format!("{}{}", name.unwrap_or_default(), told.headline))
        };
        let says = match &self.index {
            Some(index) => Some(index.says.clone()),
            None => one(),
        };
        format!("{} – igdoctor", says.unwrap_or_default())
    }
}

impl Index {
    fn new(subjects: &[Subject<'_>], reports: &[Told], all: &All, speech: &Speech) -> Self {
        let checked = subjects.iter().zip(reports).map(|(subject, told)| {
            let (word, outcome) = all::verdict(subject.report);
            Row {
                tenant: harmless(subject.report.tenant.name.as_deref().unwrap_or_default()),
                report: Some(told.id.clone()),
                outcome,
                verdict: speech.say(word),
                what: harmless(&all::what(subject.report, speech)),
            }
        });
        let failed = all.failed().map(|(tenant, why)| Row {
            tenant: harmless(tenant),
            report: None,
            outcome: Outcome::Unknown,
            verdict: speech.say("all-failed"),
            what: harmless(why),
        });
        let mut rows: Vec<Row> = checked.chain(failed).collect();
        rows.sort_by(|one, other| one.tenant.cmp(&other.tenant));
        // The row of a tenant that could not be checked says that already.
        let notes = all.notes.iter().filter(|note| !note.is(Note::NOT_CHECKED));
        Self {
            says: all::closing(all, speech),
            rows,
            notes: said(notes, speech),
        }
    }
}

/// Notes in a language.
pub(super) fn said<'a>(notes: impl Iterator<Item = &'a Note>, speech: &Speech) -> Vec<String> {
    notes
        .map(|note| {
            let mut note = note.clone();
            note.say(speech);
            harmless(&note.message)
        })
        .collect()
}
