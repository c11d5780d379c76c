//! What an answer of the platform's address means, by what the platform's file expects of it.

use serde_json::Value;
use url::Url;

use super::webhook_callback::leads_to_login;
use super::{Case, Finding, Verdict};
use crate::evidence::platform::{Body, PlatformFacts, Said};
use crate::evidence::probe::Step;
use crate::model::{BecauseKind, Outcome, Question};
use crate::platform::{Expect, Probe};

/// What the platform's address told, or why there is nothing to judge.
pub(super) fn facts<'a>(case: &Case<'a>) -> Result<&'a PlatformFacts, Verdict> {
    if case.expect.platform.probe.is_empty() {
        return Err(Verdict::skip(BecauseKind::Platform));
    }
    if case.expect.platform_url.is_none() {
        return Err(Verdict::skip(BecauseKind::Config));
    }
    case.evidence
        .platform
        .value()
        .ok_or_else(|| Verdict::Undecided(vec![Question::Platform]))
}

/// The questions that were asked, each with what came of it.
pub(super) fn asked<'a>(
    case: &Case<'a>,
    facts: &'a PlatformFacts,
) -> impl Iterator<Item = (&'a Probe, &'a Said)> {
    let probes = &case.expect.platform.probe;
    let said = |probe: &Probe| facts.answers.iter().find(|said| said.probe == probe.id);
    probes
        .iter()
        .filter_map(move |probe| Some((probe, said(probe)?)))
}

/// Whether a value is as expected; nothing if it tells nothing.
pub(super) fn is_met(facts: &PlatformFacts, said: &Said, expect: &Expect) -> Option<bool> {
    let site: Url = facts.url.parse().ok()?;
    let met = expect.is_met(said.values.get(&expect.at)?, &site)?;
    // Of a department that may be written wrongly, a no is no answer.
    (met || !said.unlisted).then_some(met)
}

/// The finding for a value that is not as expected, if its cause is one of this check.
pub(super) fn unmet(
    case: &Case<'_>,
    facts: &PlatformFacts,
    said: &Said,
    expect: &Expect,
) -> Option<Finding> {
    let found = finding(case, facts, said, &expect.when_not)?.with("at", expect.at.as_str());
    Some(match said.values.get(&expect.at) {
        Some(Value::String(site)) if expect.same_site => found.with("site", site.as_str()),
        _ => found,
    })
}

/// The finding for an answer that is not the one that the platform gives.
pub(super) fn not_the_answer(
    case: &Case<'_>,
    facts: &PlatformFacts,
    probe: &Probe,
    said: &Said,
) -> Option<Finding> {
    if said.location.is_some() && is_redirect(said) {
        return redirected(case, facts, probe, said);
    }
    if probe.page {
        return None;
    }
    let problem = match said.problem {
        Some(problem) => problem.as_str(),
        None if !said.is_right(probe) => in_its_place(probe, said),
        // JSON, but without what the platform always says.
        None if probe
            .expect
            .iter()
            .any(|expect| is_met(facts, said, expect).is_none()) =>
        {
            "other-answer"
        }
        None => return None,
    };
    let found = finding(case, facts, said, probe.when_not.as_deref()?)?.with("problem", problem);
    // A limit says nothing of how the platform answers otherwise.
    Some(match said.status {
        Some(429) => found.becoming(Outcome::Unknown),
        _ => found,
    })
}

fn redirected(
    case: &Case<'_>,
    facts: &PlatformFacts,
    probe: &Probe,
    said: &Said,
) -> Option<Finding> {
    let location = said.location.as_deref()?;
    let site = |url: &str| url.parse().ok().map(|url: Url| url.origin());
    let (told, target) = (site(&facts.url)?, site(location)?);
    let elsewhere = told != target;
    let login = leads_to_login(&facts.url, location);
    // That people log in on another page is nobody's concern; that programs must is.
    let (cause, problem) = match &probe.when_elsewhere {
        _ if login && probe.page => return None,
        _ if said.leads_inside => (Some("platform-private-address"), "redirect"),
        _ if login => (probe.when_not.as_deref(), "redirect-to-login"),
        Some(cause) if elsewhere => (Some(cause.as_str()), "redirect"),
        _ => (probe.when_not.as_deref(), "redirect"),
    };
    let found = finding(case, facts, said, cause?)?
        .with("problem", problem)
        .with("location", location);
    Some(if elsewhere {
        found.with("site", target.ascii_serialization())
    } else {
        found
    })
}

const fn is_redirect(said: &Said) -> bool {
    matches!(said.status, Some(300..=399))
}

/// What answers in place of the platform.
fn in_its_place(probe: &Probe, said: &Said) -> &'static str {
    match (said.status.unwrap_or_default(), said.body) {
        (401 | 407, _) | (_, Some(Body::LoginPage)) => "asks-for-login",
        _ if said.wants_login => "asks-for-login",
        (403, _) => "forbidden",
        (404 | 410, _) => "not-found",
        (429, _) => "limited",
        (500.., _) => "server-error",
        (_, Some(Body::Endless)) => "endless",
        (status, Some(Body::Page)) if status == probe.status => "page-for-people",
        _ => "other-answer",
    }
}

/// A finding about an answer, if the cause is one of this check.
fn finding(case: &Case<'_>, facts: &PlatformFacts, said: &Said, cause: &str) -> Option<Finding> {
    let cause = case.check.causes().find(|own| *own == cause)?;
    let department = case.expect.department.as_deref();
    let found = case
        .finding(cause)
        .with("url", facts.url.as_str())
        .with("asked", said.probe.as_str())
        .with_some("department", department)
        .with("stage", said.step.unwrap_or(Step::Http).as_str())
        .with_some("status", said.status.map(i64::from));
    Some(found)
}
