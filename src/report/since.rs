//! How a check of a report stands to an earlier report: in a word for programs, in a line for people.

use super::{CheckReport, Compared, Report};
use crate::model::Arg;
use crate::speech::Speech;

/// How a check stands to an earlier report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// A finding where there was none, or nothing is known from before.
    New,
    /// Another finding.
    Changed,
    /// It weighs enough, and nobody can tell whether it is new.
    Unclear,
    /// Told in one report alone.
    Open,
    /// As it stood.
    Same,
}

/// How a check stands, where its report is compared with another.
pub(super) fn standing(report: &Report, check: &CheckReport) -> Option<Standing> {
    let compared = report.compared.as_ref()?;
    let among = |changes: &[super::Change]| changes.iter().any(|one| one.check == check.id);
    Some(if among(&compared.changed) {
        Standing::Changed
    } else if compared.is_unclear(&check.id) {
        Standing::Unclear
    } else if among(&compared.unclear) || among(&compared.gone) {
        Standing::Open
    } else if compared.same.contains(&check.id) {
        Standing::Same
    } else {
        Standing::New
    })
}

/// What is said beside a finding that is not as it stood: `New since 21 Nov 2026, 10:00 UTC`.
pub(super) fn since(report: &Report, check: &CheckReport, speech: &Speech) -> Option<String> {
    let compared = report.compared.as_ref()?;
    let Some(moment) = moment(compared, speech) else {
        let found = compared.new.iter().any(|one| one.check == check.id);
        return found.then(|| speech.say("finding-first"));
    };
    let key = match standing(report, check)? {
        Standing::New => "finding-new",
        Standing::Changed => "finding-changed",
        Standing::Unclear => "finding-unclear",
        Standing::Open | Standing::Same => return None,
    };
    Some(speech.say_with(key, &[("moment", &Arg::Text(moment))]))
}

/// What a report is compared with: of when it is, or that it knows nothing of the tenant.
pub(super) fn earlier(report: &Report, speech: &Speech) -> Option<String> {
    let compared = report.compared.as_ref()?;
    Some(moment(compared, speech).unwrap_or_else(|| speech.say("compared-nothing")))
}

fn moment(compared: &Compared, speech: &Speech) -> Option<String> {
    let since = compared.since.as_ref()?;
    Some(speech.moment(&since.started_at))
}
