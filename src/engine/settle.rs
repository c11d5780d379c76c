//! One root cause is one finding: from the judges' verdicts to outcomes, by the rules that hold between checks (design section 5).

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, Utc};

use crate::catalog::{Catalog, Check};
use crate::evidence::Evidence;
use crate::judge::{Case, Finding, Verdict, judge_of};
use crate::model::{Access, Args, Because, BecauseKind, Cause, CheckId, Outcome, Question};
use crate::plan::Plan;
use crate::tenant::Expectation;

/// What became of a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled {
    /// The check.
    pub id: CheckId,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it is not `pass` or `skipped`.
    pub cause: Option<Cause>,
    /// Values for its words.
    pub args: Args,
    /// Why it is `skipped`.
    pub because: Option<Because>,
    /// It was named, or everything was; otherwise it ran along.
    pub selected: bool,
    /// Where the finding is accepted: what it would be otherwise, and the waiver's place among the tenant's.
    pub waived: Option<(Outcome, usize)>,
}

impl Settled {
    pub(super) fn pass(args: Args) -> Self {
        Self {
            id: "",
            outcome: Outcome::Pass,
            cause: None,
            args,
            because: None,
            selected: false,
            waived: None,
        }
    }

    pub(super) fn skipped(because: Because) -> Self {
        Self {
            because: Some(because),
            outcome: Outcome::Skipped,
            ..Self::pass(Args::new())
        }
    }

    pub(super) fn found(finding: Finding) -> Self {
        Self {
            outcome: finding.outcome,
            cause: Some(finding.cause),
            ..Self::pass(finding.args)
        }
    }

    /// Which check already tells what was found here. One whose finding is accepted tells it too, though it stops nothing.
    pub(super) fn told_by(&self) -> Option<CheckId> {
        self.root()
            .or_else(|| (self.outcome == Outcome::Waived).then_some(self.id))
    }

    /// Whether what needs this check cannot be judged, and which check is the root of that.
    pub(super) fn root(&self) -> Option<CheckId> {
        match (self.outcome, self.because) {
            (Outcome::Fail | Outcome::Unknown, _) => Some(self.id),
            (Outcome::Skipped, Some(Because::Check(root))) => Some(root),
            _ => None,
        }
    }
}

/// Settles every check of a plan. `panics` names the check whose judge is made to panic, in the sandbox world `internal-error`.
#[must_use]
pub fn settle(
    catalog: &'static Catalog,
    plan: &Plan,
    expect: &Expectation,
    evidence: &Evidence,
    now: DateTime<Utc>,
    panics: Option<&str>,
) -> Vec<Settled> {
    let mut settler = Settler::new(catalog, plan, expect, evidence, now, panics);
    for id in &plan.shown {
        settler.result(id);
    }
    in_order(catalog, plan, expect, settler.done)
}

/// Settled checks in the report's order: those of the plan, then those that a refusal brought in.
pub(super) fn in_order(
    catalog: &Catalog,
    plan: &Plan,
    expect: &Expectation,
    mut done: BTreeMap<CheckId, Settled>,
) -> Vec<Settled> {
    let planned = order(plan, expect).into_iter();
    let mut sorted: Vec<Settled> = planned.filter_map(|id| done.remove(id)).collect();
    let mut extra: Vec<Settled> = done.into_values().collect();
    extra.sort_by_key(|settled| catalog.position(settled.id));
    sorted.extend(extra);
    sorted
}

/// The order in which the checks of a plan are reported: that of the plan, and without any access the walk of the platform's guide first.
#[must_use]
pub fn order(plan: &Plan, expect: &Expectation) -> Vec<CheckId> {
    let mut order = plan.shown.clone();
    if expect.access == Access::None {
        let place = |id: &CheckId| {
            expect
                .platform
                .guide_order
                .iter()
                .position(|guide| guide == id)
                .unwrap_or(usize::MAX)
        };
        order.sort_by_key(place);
    }
    order
}

/// Settles checks one after the other, each at most once.
pub(super) struct Settler<'a> {
    pub catalog: &'static Catalog,
    plan: &'a Plan,
    pub expect: &'a Expectation,
    pub evidence: &'a Evidence,
    pub now: DateTime<Utc>,
    panics: Option<&'a str>,
    pub done: BTreeMap<CheckId, Settled>,
    open: BTreeSet<CheckId>,
    /// Which check tells of an unanswered question or of a cause, so that no second one does.
    pub carried: Vec<(Carried, CheckId)>,
}

/// Something that only one check tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carried {
    /// A question without an answer.
    Question(Question),
    /// A refusal of the app's own id and secret.
    AppCredentials,
    /// A cause whose owner was not wanted.
    Cause(Cause),
}

impl<'a> Settler<'a> {
    /// Nothing is settled yet.
    pub const fn new(
        catalog: &'static Catalog,
        plan: &'a Plan,
        expect: &'a Expectation,
        evidence: &'a Evidence,
        now: DateTime<Utc>,
        panics: Option<&'a str>,
    ) -> Self {
        Self {
            catalog,
            plan,
            expect,
            evidence,
            now,
            panics,
            done: BTreeMap::new(),
            open: BTreeSet::new(),
            carried: Vec::new(),
        }
    }

    /// What became of a check.
    pub fn result(&mut self, id: CheckId) -> Settled {
        if let Some(settled) = self.done.get(id) {
            return settled.clone();
        }
        let Some(check) = self.catalog.check(id) else {
            return Settled::skipped(Because::Of(BecauseKind::Config));
        };
        if !self.open.insert(id) {
            // Two checks point at each other for the same unanswered question; the one that was opened first tells of it.
            return Settled {
                id,
                outcome: Outcome::Unknown,
                ..Settled::pass(Args::new())
            };
        }
        let settled = self.settle(check);
        self.open.remove(id);
        self.keep(id, settled)
    }

    /// A finding that somebody accepts is `waived`: it keeps its cause, and what needs the check is judged all the same.
    fn waived(&self, settled: Settled, id: CheckId) -> Settled {
        let waiver = settled.cause.and_then(|cause| self.waiver(id, cause));
        match waiver {
            Some(index) => Settled {
                waived: Some((settled.outcome, index)),
                outcome: Outcome::Waived,
                ..settled
            },
            None => settled,
        }
    }

    /// The waiver that covers a finding.
    pub fn waiver(&self, check: CheckId, cause: Cause) -> Option<usize> {
        self.expect
            .waivers
            .iter()
            .position(|waiver| waiver.covers(check, cause, self.now))
    }

    /// Puts a check into the report.
    pub fn keep(&mut self, id: CheckId, settled: Settled) -> Settled {
        let settled = Settled {
            id,
            selected: self.plan.selected.contains(id),
            ..self.waived(settled, id)
        };
        self.done.insert(id, settled.clone());
        settled
    }

    /// Whether a check was left out by request.
    pub fn is_left_out(&self, id: &str) -> bool {
        self.plan.left_out.contains(id)
    }

    /// Whether a check is in the plan.
    pub fn is_shown(&self, id: &str) -> bool {
        self.plan.shown.contains(&id)
    }

    /// A case for a check.
    pub fn case(&self, check: &'static Check) -> Case<'_> {
        Case {
            catalog: self.catalog,
            check,
            expect: self.expect,
            evidence: self.evidence,
            now: self.now,
        }
    }

    /// The reasons to skip, in their order of precedence, then the verdict.
    fn settle(&mut self, check: &'static Check) -> Settled {
        let skip = |kind| Settled::skipped(Because::Of(kind));
        if self.is_left_out(check.id) {
            return skip(BecauseKind::Request);
        }
        if self.plan.waits(check) {
            return skip(BecauseKind::OptIn);
        }
        if !check.flows.contains(&self.expect.flow) {
            return skip(BecauseKind::Flow);
        }
        let verdict = self.verdict(check);
        if let Verdict::Skip(Because::Of(kind @ (BecauseKind::Platform | BecauseKind::Flow))) =
            verdict
        {
            return skip(kind);
        }
        let decided = matches!(verdict, Verdict::Pass(_) | Verdict::Found(_));
        if let Some(root) = self.root_of_needs(check) {
            // What is open there, because nobody has written yet, a message that was followed may have shown.
            let open = self.result(root).outcome == Outcome::Ask;
            if !(open && decided) {
                return Settled::skipped(Because::Check(root));
            }
        }
        if !decided && self.expect.access < check.tier {
            // Without a token, a person's eyes take the place of Meta's answers.
            let for_a_person = self.expect.access == Access::None && self.person_can_see(check);
            return if for_a_person {
                self.ask_person(check, None)
            } else {
                skip(BecauseKind::Access)
            };
        }
        match verdict {
            Verdict::Pass(args) => Settled::pass(args),
            Verdict::Found(findings) => self.found(check, findings),
            Verdict::Ask => self.ask_person(check, None),
            Verdict::Skip(Because::Check(other)) => {
                Settled::skipped(Because::Check(self.root_or_self(other)))
            }
            Verdict::Skip(because) => Settled::skipped(because),
            Verdict::Undecided(questions) => self.undecided(check, &questions),
        }
    }

    /// A panic in one judge ends that judge alone.
    fn verdict(&self, check: &'static Check) -> Verdict {
        let case = self.case(check);
        let run = || {
            assert!(
                self.panics != Some(check.id),
                "the sandbox world `internal-error` asked for this"
            );
            judge_of(check.id).map(|judge| judge(&case))
        };
        match catch_unwind(AssertUnwindSafe(run)) {
            Ok(Some(verdict)) => verdict,
            Ok(None) | Err(_) => Finding {
                outcome: Outcome::Unknown,
                cause: "internal-error",
                args: Args::new(),
            }
            .into(),
        }
    }

    /// A check that this one stands or falls with is put into the report if it is not there yet.
    fn root_or_self(&mut self, other: CheckId) -> CheckId {
        self.result(other).root().unwrap_or(other)
    }

    /// The first root, in table order, of what this check needs. A need that is skipped for other reasons is looked through.
    fn root_of_needs(&mut self, check: &'static Check) -> Option<CheckId> {
        let mut roots = Vec::new();
        for need in &check.needs {
            // With --only, everything that is needed runs along.
            let Some(need) = self.catalog.check(need).map(|need| need.id) else {
                continue;
            };
            let settled = self.result(need);
            let looked_through = settled.outcome == Outcome::Skipped && settled.root().is_none();
            let below = if looked_through {
                self.catalog
                    .check(need)
                    .and_then(|need| self.root_of_needs(need))
            } else {
                None
            };
            roots.extend(settled.root().or(below));
        }
        roots
            .into_iter()
            .min_by_key(|root| self.catalog.position(root))
    }

    /// Of several findings the gravest that nobody accepts is the cause, then the first; the others stand beside it.
    fn found(&self, check: &'static Check, findings: Vec<Finding>) -> Settled {
        let gravity = |finding: &Finding| match finding.outcome {
            Outcome::Fail => 0,
            Outcome::Unknown => 1,
            Outcome::Warn => 2,
            _ => 3,
        };
        let mut sorted = findings;
        // What is accepted must not hide what is not.
        let accepted = |finding: &Finding| self.waiver(check.id, finding.cause).is_some();
        sorted.sort_by_key(|finding| (accepted(finding), gravity(finding)));
        let mut all = sorted.into_iter();
        let Some(mut first) = all.next() else {
            return Settled::pass(Args::new());
        };
        let also: Vec<String> = all.map(|finding| finding.cause.to_owned()).collect();
        if !also.is_empty() {
            first.args.insert("also".to_owned(), also.into());
        }
        if first.outcome == Outcome::Ask {
            self.ask_person(check, Some(first))
        } else {
            Settled::found(first)
        }
    }
}
