//! One reply, judged: what was found first is the cause, the rest stands beside it.

use super::settle::Settled;
use crate::catalog::{Catalog, Check};
use crate::judge::reply::{ReplyCase, judge_of};
use crate::judge::{Finding, Verdict};
use crate::model::{Because, BecauseKind, Outcome};

/// Settles every check of a reply. `case` gives what each is judged by.
#[must_use]
pub fn judge_reply<'a>(
    catalog: &'static Catalog,
    case: &dyn Fn(&'static Check) -> ReplyCase<'a>,
) -> Vec<Settled> {
    let checks = catalog.replies().iter();
    let judged = checks.filter_map(|check| {
        let verdict = judge_of(check.id)?(&case(check));
        Some(Settled {
            id: check.id,
            selected: true,
            ..settled(verdict)
        })
    });
    judged.collect()
}

fn settled(verdict: Verdict) -> Settled {
    match verdict {
        Verdict::Pass(args) => Settled::pass(args),
        Verdict::Skip(because) => Settled::skipped(because),
        Verdict::Found(findings) => gravest(findings),
        // Neither is anything that a judge of replies says.
        Verdict::Ask | Verdict::Undecided(_) => Settled::skipped(Because::Of(BecauseKind::Config)),
    }
}

/// The gravest finding, with the names of the others.
fn gravest(mut findings: Vec<Finding>) -> Settled {
    let order = [Outcome::Fail, Outcome::Unknown, Outcome::Warn, Outcome::Ask];
    findings.sort_by_key(|finding| order.iter().position(|outcome| *outcome == finding.outcome));
    let mut findings = findings.into_iter();
    let Some(mut first) = findings.next() else {
        return Settled::pass(Default::default());
    };
    let mut also: Vec<String> = Vec::new();
    for other in findings {
        let open = other.outcome == Outcome::Ask && first.outcome != Outcome::Ask;
        if other.cause != first.cause && !open && !also.iter().any(|name| name == other.cause) {
            also.push(other.cause.to_owned());
        }
    }
    if !also.is_empty() {
        first = first.with("also", also);
    }
    Settled::found(first)
}
