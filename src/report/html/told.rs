//! One report in one language, ready for the templates: they hold no words and decide nothing.

use chrono::DateTime;

use super::Subject;
use super::finding::{Ask, Finding, Waived, Who, actors, asks, findings, waived};
use super::picture::Picture;
use super::table::{Group, PageLine, groups, pages};
use super::voice::said;
use crate::catalog::Catalog;
use crate::model::{Access, Area, Outcome};
use crate::report::path::{stations, stop};
use crate::report::since::earlier;
use crate::report::summary;
use crate::report::trip;
use crate::report::{CheckReport, Details, Report};
use crate::speech::Speech;
use crate::terminal::harmless;

/// A report.
pub(super) struct Told {
    /// Unique on the page; ids within the report begin with it.
    pub id: String,
    /// Level of the heading of the whole; those within are deeper.
    pub level: usize,
    /// It is one of many, so it is folded away.
    pub folded: bool,
    /// Name of the tenant.
    pub name: Option<String>,
    /// What the mark of the verdict looks like.
    pub outcome: Outcome,
    /// The verdict.
    pub headline: String,
    /// Checks by outcome.
    pub counts: String,
    /// Whom it is about, and how it was asked.
    pub facts: Vec<Fact>,
    /// The message path.
    pub picture: Picture,
    /// The way of a message that was followed.
    pub way: Vec<String>,
    /// Who must act, where there is a choice.
    pub who: Vec<Who>,
    /// How much there is for all of them.
    pub who_all: usize,
    /// What was found, the gravest first.
    pub found: Vec<Finding>,
    /// What could not be told.
    pub unknown: Vec<Finding>,
    /// What only a person can see.
    pub asks: Vec<Ask>,
    /// The key of the title above them.
    pub asks_key: &'static str,
    /// What somebody accepts.
    pub waived: Vec<Waived>,
    /// The Pages, where they answer a finding.
    pub pages: Vec<PageLine>,
    /// Notes.
    pub notes: Vec<String>,
    /// All checks, by area.
    pub groups: Vec<Group>,
}

/// A named value.
pub(super) struct Fact {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// What goes with it.
    pub more: Option<String>,
    /// The same for a machine, where it is a time.
    pub datetime: Option<String>,
}

impl Told {
    /// Says a report in a language. `place` is where it stands among many.
    pub fn new(
        catalog: &'static Catalog,
        subject: &Subject<'_>,
        speech: &Speech,
        level: usize,
        place: Option<usize>,
    ) -> Self {
        let language = speech.language();
        let mut report = subject.report.clone();
        // In its own language it has been said, perhaps by a later igdoctor that knew more.
        if report.lang != language {
            report.say(catalog, subject.platform, language);
        }
        let report = &report;
        let details = Details::new(catalog, subject.platform, report, speech);
        let id = match place {
            Some(place) => format!("{language}-{}", place + 1),
            None => language.to_string(),
        };
        let (headline, outcome) = verdict(report, speech);
        let (found, unknown) = findings(report, subject, speech, &details);
        let asks = asks(report, speech, &details);
        let who = actors(found.iter().chain(&unknown), &asks, speech);
        let notes = said(report.notes.iter(), speech);
        let about_pages = |check| details.are_about_pages(check);
        Self {
            level,
            folded: place.is_some(),
            name: report.tenant.name.as_deref().map(harmless),
            outcome,
            headline,
            counts: summary::counts(report, speech),
            facts: facts(report, &details, speech),
            picture: Picture::new(report, &id, speech),
            way: trip::lines(report, speech),
            who_all: found.len() + unknown.len() + asks.len(),
            who,
            found,
            unknown,
            asks,
            asks_key: match (report.is_of_reply(), report.access) {
                (true, _) => "page-open",
                (false, Access::None) => "page-walk",
                (false, _) => "page-asks",
            },
            waived: waived(report, speech),
            pages: if report.checks.iter().any(about_pages) {
                pages(report, speech)
            } else {
                Vec::new()
            },
            notes: notes
                .into_iter()
                .chain(summary::unchecked(report, speech))
                .collect(),
            groups: groups(report, speech),
            id,
        }
    }
}

/// The whole in a sentence: where messages stop, if they do.
fn verdict(report: &Report, speech: &Speech) -> (String, Outcome) {
    let (key, outcome) = summary::verdict(report);
    let stations = stations(report);
    let stop = stop(&stations).and_then(|stop| stations.get(stop));
    let access = |check: &CheckReport| check.area == Area::Access && check.outcome == Outcome::Fail;
    let says = match stop {
        _ if outcome != Outcome::Fail => speech.say(key),
        Some((area, _)) => speech.say(&format!("page-stops-{area}")),
        None if report.checks.iter().any(access) => speech.say("page-access-broken"),
        None => speech.say(key),
    };
    (says, outcome)
}

fn facts(report: &Report, details: &Details<'_>, speech: &Speech) -> Vec<Fact> {
    let fact = |key: &str, value: String| Fact {
        name: speech.say(key),
        value: harmless(&value),
        more: None,
        datetime: None,
    };
    let tenant = &report.tenant;
    let connection = [
        speech.say(&format!("head-flow-{}", tenant.flow)),
        speech.say(&format!("head-access-{}", report.access)),
    ];
    let mut facts = vec![
        fact("page-platform", details.platform()),
        fact("page-connection", connection.join(" · ")),
    ];
    let username = tenant.username.as_ref().map(|name| format!("@{name}"));
    facts.extend(username.map(|name| fact("page-account", name)));
    facts.push(Fact {
        more: Some(summary::cost(report, speech)),
        datetime: Some(report.started_at.clone()).filter(|time| is_time(time)),
        ..fact("page-checked", speech.moment(&report.started_at))
    });
    facts.extend(earlier(report, speech).map(|value| {
        let since = report.compared.as_ref().and_then(|it| it.since.as_ref());
        let time = since.map(|since| since.started_at.clone());
        Fact {
            datetime: time.filter(|time| is_time(time)),
            ..fact("page-compared", value)
        }
    }));
    facts
}

fn is_time(text: &str) -> bool {
    DateTime::parse_from_rfc3339(text).is_ok()
}
