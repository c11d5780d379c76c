//! Somebody is there to receive. `online` false is certain; true is no proof of a human (graph-api 13).

use super::{Case, Verdict};
use crate::model::{BecauseKind, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    if case.expect.platform.probe.is_none() {
        return Verdict::skip(BecauseKind::Platform);
    }
    if case.expect.platform_url.is_none() {
        return Verdict::skip(BecauseKind::Config);
    }
    let Some(facts) = case.evidence.platform.value() else {
        return Verdict::Undecided(vec![Question::Platform]);
    };
    match (facts.omnichannel, facts.online) {
        (Some(false), _) => case.finding("omnichannel-off").into(),
        (_, Some(false)) => case.finding("no-agent-online").into(),
        (_, Some(true)) if facts.department_online == Some(false) => case
            .finding("not-in-department")
            .with_some("department", case.expect.department.as_deref())
            .into(),
        (_, Some(true)) => Verdict::pass(),
        _ => Verdict::Ask,
    }
}
