//! Somebody is there to receive. A no is certain; a yes may be no proof of a human (graph-api 13).

use super::platform_answer::{asked, facts, is_met, unmet};
use super::{Case, Verdict};
use crate::model::{Args, BecauseKind};
use crate::platform::{Expect, Probe};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    if !case.expect.platform.tells_of(case.check) {
        return Verdict::skip(BecauseKind::Platform);
    }
    let facts = match facts(case) {
        Ok(facts) => facts,
        Err(verdict) => return verdict,
    };
    let answers = || {
        asked(case, facts)
            .filter(|(probe, said)| said.is_right(probe))
            .flat_map(|(probe, said)| probe.expect.iter().map(move |expect| (said, expect)))
            .map(|(said, expect)| (said, expect, is_met(facts, said, expect)))
    };
    let found = answers()
        .filter(|(_, _, met)| *met == Some(false))
        .find_map(|(said, expect, _)| unmet(case, facts, said, expect));
    if let Some(finding) = found {
        return finding.into();
    }
    let is_told = |(probe, expect): (&Probe, &Expect)| {
        answers().any(|(said, of, met)| said.probe == probe.id && of == expect && met == Some(true))
    };
    if wanted(case).all(is_told) {
        Verdict::Pass(unproven(case))
    } else {
        Verdict::Ask
    }
}

/// What must be told before this check can pass.
fn wanted<'a>(case: &Case<'a>) -> impl Iterator<Item = (&'a Probe, &'a Expect)> {
    let (check, told) = (case.check, case.expect.department.is_some());
    let applies = move |probe: &&Probe| probe.department.is_none() || told;
    let probes = case.expect.platform.probe.iter().filter(applies);
    let all = probes.flat_map(|probe| probe.expect.iter().map(move |expect| (probe, expect)));
    all.filter(move |(_, expect)| check.causes().any(|own| own == expect.when_not))
}

/// Which answer is no proof of a person, if one is not.
fn unproven(case: &Case<'_>) -> Args {
    let weak = wanted(case).filter(|(_, expect)| expect.unproven).last();
    weak.map(|(probe, _)| ("unproven".to_owned(), probe.id.as_str().into()))
        .into_iter()
        .collect()
}
