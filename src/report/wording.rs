//! The words of a report: put into it last, and again for another language.

use super::{BecauseReport, CheckReport, Compared, Report, TenantFacts};
use crate::catalog::{Catalog, Check};
use crate::model::{Access, Arg, Args, BecauseKind, Language, Outcome, Symptom};
use crate::platform::Platform;
use crate::speech::Speech;
use crate::words::{About, Text, Writer};

impl Report {
    /// Says everything in a language, in place of what was said before.
    pub fn say(&mut self, catalog: &'static Catalog, platform: &Platform, language: Language) {
        self.lang = language;
        let speech = Speech::new(language);
        let writer = Writer::new(&speech, catalog, Some(platform), about(&self.tenant));
        let access = self.access;
        for check in &mut self.checks {
            // A check of a later igdoctor keeps the words that it came with.
            if let Some(facts) = catalog.check(&check.id) {
                write_check(&writer, facts, access, check);
            }
        }
        for note in &mut self.notes {
            note.say(&speech);
        }
        if let Some(compared) = &mut self.compared {
            write_compared(&writer, catalog, access, compared);
        }
    }
}

/// Whom the words are about, by what was seen.
fn about(tenant: &TenantFacts) -> About {
    About {
        username: tenant.username.clone(),
        page: tenant.page_name.clone(),
        app: tenant.app_name.clone(),
    }
}

/// Looks up what a reader is shown of a check beyond its report.
#[derive(Debug)]
pub struct Details<'a> {
    writer: Writer<'a>,
    catalog: &'static Catalog,
    symptom: Option<Symptom>,
}

impl<'a> Details<'a> {
    /// For the report of a run.
    #[must_use]
    pub fn new(
        catalog: &'static Catalog,
        platform: &'a Platform,
        report: &Report,
        speech: &'a Speech,
    ) -> Self {
        Self {
            writer: Writer::new(speech, catalog, Some(platform), about(&report.tenant)),
            catalog,
            symptom: report.symptom,
        }
    }

    /// What the person sees, where they told.
    #[must_use]
    pub const fn symptom(&self) -> Option<Symptom> {
        self.symptom
    }

    /// How far a check is from what the person sees: whether it only runs along, then how many other symptoms it has as well. The less, the
    /// likelier it is what the person is after; without a symptom all are alike.
    #[must_use]
    pub fn distance(&self, check: &CheckReport) -> (bool, usize) {
        let Some(symptom) = self.symptom else {
            return (false, 0);
        };
        let symptoms = self.catalog.check(&check.id).map(|facts| &facts.symptoms);
        let of_it = symptoms.filter(|symptoms| symptoms.contains(&symptom));
        (of_it.is_none(), of_it.map_or(0, Vec::len))
    }

    /// What the platform is called.
    #[must_use]
    pub fn platform(&self) -> String {
        self.writer.platform_name()
    }

    /// Why a check matters.
    #[must_use]
    pub fn why(&self, check: &CheckReport) -> String {
        self.catalog
            .check(&check.id)
            .map(|facts| self.writer.why(facts))
            .unwrap_or_default()
    }

    /// Whether a finding is about which Page or account is which: then the table of Pages answers it.
    #[must_use]
    pub fn are_about_pages(&self, check: &CheckReport) -> bool {
        are_about_pages(self.catalog, check)
    }

    /// One question to a person, open or not.
    #[must_use]
    pub fn question(&self, check: &str, question: &str) -> Option<String> {
        let facts = self.catalog.check(check)?;
        let mut texts = self.writer.questions(facts, &[question.to_owned()]);
        texts.pop()
    }

    /// The questions to a person that are open.
    #[must_use]
    pub fn questions(&self, check: &CheckReport) -> Vec<String> {
        self.catalog
            .check(&check.id)
            .map(|facts| self.writer.questions(facts, open_questions(check)))
            .unwrap_or_default()
    }
}

/// Whether a finding is about which Page or account is which: then the table of Pages answers it.
pub(super) fn are_about_pages(catalog: &Catalog, check: &CheckReport) -> bool {
    let cause = check.cause.as_deref();
    let owner = cause.and_then(|cause| Some((catalog.owner(cause)?, cause)));
    let special = owner.and_then(|(owner, cause)| owner.cause.get(cause));
    special.is_some_and(|special| special.pages)
}

fn open_questions(check: &CheckReport) -> &[String] {
    match check.args.get("questions") {
        Some(Arg::List(open)) if check.outcome == Outcome::Ask => open,
        _ => &[],
    }
}

fn write_check(writer: &Writer<'_>, facts: &Check, access: Access, check: &mut CheckReport) {
    check.title = writer.title(facts);
    check.links = facts
        .link(writer.speech().language())
        .map(str::to_owned)
        .into_iter()
        .collect();
    let Some(text) = text(
        writer,
        facts,
        access,
        check.cause.as_deref(),
        &check.args,
        check.because.as_ref(),
    ) else {
        return;
    };
    check.message = text.says;
    if let Some(fix) = &mut check.fix {
        fix.steps = text.steps;
    }
}

/// What is said of a check, and what is to be done; none for a cause of a later igdoctor, which keeps the words that it came with.
fn text(
    writer: &Writer<'_>,
    facts: &Check,
    access: Access,
    cause: Option<&str>,
    args: &Args,
    because: Option<&BecauseReport>,
) -> Option<Text> {
    match (cause, because) {
        (Some(cause), _) => writer
            .knows(cause)
            .then(|| writer.cause(facts, cause, args)),
        (None, Some(because)) => Some(Text {
            says: because_text(writer, because, facts, access),
            steps: Vec::new(),
        }),
        (None, None) => Some(Text::default()),
    }
}

/// The words of what changed. `access` is what is held now.
fn write_compared(
    writer: &Writer<'_>,
    catalog: &'static Catalog,
    access: Access,
    compared: &mut Compared,
) {
    let access_before = compared.since.as_ref().map_or(access, |since| since.access);
    for change in compared.changes_mut() {
        let Some(facts) = catalog.check(&change.check) else {
            continue;
        };
        change.title = writer.title(facts);
        let sides = [
            (access_before, &mut change.before),
            (access, &mut change.now),
        ];
        for (access, state) in sides {
            let Some(state) = state else { continue };
            let (cause, because) = (state.cause.as_deref(), state.because.as_ref());
            if let Some(text) = text(writer, facts, access, cause, &state.args, because) {
                state.message = text.says;
            }
        }
    }
    for note in &mut compared.new_notes {
        note.say(writer.speech());
    }
}

fn because_text(
    writer: &Writer<'_>,
    because: &BecauseReport,
    facts: &Check,
    access: Access,
) -> String {
    let speech = writer.speech();
    match (because.kind, &because.check) {
        (BecauseKind::Check, Some(root)) => {
            speech.say_with("because-check", &[("check", &Arg::Text(root.clone()))])
        }
        (BecauseKind::Config, _) => writer.nothing_to_compare(facts),
        (BecauseKind::Access, _) if facts.tier == Access::App && access < Access::App => {
            speech.say("because-access-app")
        }
        (BecauseKind::Access, _) if access == Access::None => speech.say("because-access-none"),
        (BecauseKind::Access, _) => speech.say("because-access-more"),
        (kind, _) => speech.say(&format!("because-{kind}")),
    }
}
