//! The platform's own address answers publicly, as the platform itself, and names no other address as its own.

use super::platform_answer::{asked, facts, is_met, not_the_answer, unmet};
use super::{Case, Finding, Verdict};
use crate::evidence::platform::{PlatformFacts, Said};
use crate::evidence::probe::Problem;
use crate::model::{Outcome, Question};
use crate::platform::{Expect, Probe};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    let facts = match facts(case) {
        Ok(facts) => facts,
        Err(verdict) => return verdict,
    };
    if let Some(problem) = facts.problem {
        return lost(case, facts, problem).into();
    }
    // Evidence of another igdoctor may hold answers to questions that this one does not know.
    if asked(case, facts).next().is_none() {
        return Verdict::Undecided(vec![Question::Platform]);
    }
    let mut answers = asked(case, facts);
    match answers.find_map(|(probe, said)| by_answer(case, facts, probe, said)) {
        Some(finding) => finding.into(),
        None => Verdict::pass(),
    }
}

/// Nothing could be asked at the address.
fn lost(case: &Case<'_>, facts: &PlatformFacts, problem: Problem) -> Finding {
    let cause = match problem {
        Problem::Private => "platform-private-address",
        Problem::NoCaCertificates => "no-ca-certificates",
        _ => "platform-unreachable",
    };
    let finding = case
        .finding(cause)
        .with("url", facts.url.as_str())
        .with("problem", problem.as_str())
        .with_some("stage", facts.step.map(|step| step.as_str()));
    // This machine is in no position to see more.
    if problem.tells_nothing() {
        finding.becoming(Outcome::Unknown)
    } else {
        finding
    }
}

fn by_answer(
    case: &Case<'_>,
    facts: &PlatformFacts,
    probe: &Probe,
    said: &Said,
) -> Option<Finding> {
    // What is missing then is this machine's.
    if let Some(problem) = said.problem.filter(|problem| problem.tells_nothing()) {
        return Some(lost(case, facts, problem));
    }
    not_the_answer(case, facts, probe, said).or_else(|| {
        let broken = |expect: &&Expect| is_met(facts, said, expect) == Some(false);
        let mut broken = probe.expect.iter().filter(broken);
        let found = broken.find_map(|expect| unmet(case, facts, said, expect))?;
        Some(match found.cause {
            "platform-unreachable" => found.with("problem", "other-answer"),
            _ => found,
        })
    })
}
