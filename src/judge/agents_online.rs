//! Somebody is there to receive. `online` false is certain; true is no proof of a human (graph-api 13).

use super::platform_reachable::facts;
use super::{Case, Verdict};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    let facts = match facts(case) {
        Ok(facts) => facts,
        Err(verdict) => return verdict,
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
