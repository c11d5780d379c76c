//! The platform's own address answers publicly.

use super::{Case, Verdict};
use crate::evidence::platform::PlatformFacts;
use crate::evidence::probe::Problem;
use crate::model::{BecauseKind, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    facts(case).map_or_else(|verdict| verdict, |facts| by_facts(case, facts))
}

/// What the platform's address told, or why there is nothing to judge.
pub(super) fn facts<'a>(case: &Case<'a>) -> Result<&'a PlatformFacts, Verdict> {
    if case.expect.platform.probe.is_none() {
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

fn by_facts(case: &Case<'_>, facts: &PlatformFacts) -> Verdict {
    let finding = |cause| {
        case.finding(cause)
            .with("url", facts.url.as_str())
            .with_some("status", facts.status.map(i64::from))
    };
    match facts.problem {
        Some(Problem::Private) => finding("platform-private-address").into(),
        Some(Problem::NoCaCertificates) => finding("no-ca-certificates").into(),
        Some(problem) => finding("platform-unreachable")
            .with("problem", problem.as_str())
            .into(),
        None if facts.other_host.is_some() => finding("site-url-differs")
            .with_some("site", facts.other_host.clone())
            .into(),
        None if facts.alive => Verdict::pass(),
        None => finding("platform-unreachable").into(),
    }
}
