//! The page: one file for a browser, a phone and a printer. It holds every language, needs no script and asks nobody for anything.

mod finding;
mod picture;
mod table;
mod told;
mod voice;

use askama::Template;

use super::{All, Report};
use crate::catalog::Catalog;
use crate::model::Language;
use crate::platform::Platform;
use voice::Voice;

/// A report on the page, with what it takes to say it in every language.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// The report.
    pub report: &'a Report,
    /// Its platform.
    pub platform: &'a Platform,
    /// The command that checks again, without a selection. None where there is nothing to ask anew.
    pub again: Option<String>,
}

/// The whole document.
#[derive(Template)]
#[template(path = "page.html", config = ".config/askama.toml")]
struct Page {
    /// In the language of the report.
    title: String,
    lang: Language,
    version: &'static str,
    /// The language of the report first.
    voices: Vec<Voice>,
}

/// The page of one report.
///
/// # Errors
/// Never for a report of ours; the template's signature asks for it.
pub fn render(catalog: &'static Catalog, subject: &Subject<'_>) -> Result<String, askama::Error> {
    let lang = subject.report.lang;
    let voices = languages(lang).map(|language| Voice::of_one(catalog, subject, language));
    page(lang, voices)
}

/// The page of many reports: an index of the tenants, then each of them.
///
/// # Errors
/// Never for reports of ours; the template's signature asks for it.
pub fn render_all(
    catalog: &'static Catalog,
    subjects: &[Subject<'_>],
    all: &All,
    lang: Language,
) -> Result<String, askama::Error> {
    let voices = languages(lang).map(|language| Voice::of_all(catalog, subjects, all, language));
    page(lang, voices)
}

/// Every language, this one first.
fn languages(first: Language) -> impl Iterator<Item = Language> {
    let others = Language::ALL.iter().copied();
    std::iter::once(first).chain(others.filter(move |language| *language != first))
}

fn page(lang: Language, voices: impl Iterator<Item = Voice>) -> Result<String, askama::Error> {
    let voices: Vec<Voice> = voices.collect();
    let page = Page {
        title: voices.first().map(Voice::title).unwrap_or_default(),
        lang,
        version: env!("CARGO_PKG_VERSION"),
        voices,
    };
    page.render().map(|text| text + "\n")
}
