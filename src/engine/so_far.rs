//! A run in the middle: the answers so far, and which checks they already decide for good.

use std::collections::BTreeMap;

use super::ask::Asker;
use super::settle::{Settled, Settler, in_order, order};
use crate::catalog::Catalog;
use crate::evidence::{Saved, Watch};
use crate::model::{Because, BecauseKind, CheckId};
use crate::plan::Plan;

/// A run in the middle.
#[derive(Clone, Copy)]
pub struct SoFar<'a>(pub(super) &'a Asker<'a>);

impl<'a> SoFar<'a> {
    /// What is going to be checked.
    #[must_use]
    pub const fn plan(&self) -> &'a Plan {
        self.0.errand.plan
    }

    /// The answers so far, as they would be kept, and what notices if one is read that is still to come.
    /// `None` while it is not certain yet which Page it is about.
    #[must_use]
    pub fn saved(&self) -> Option<(Saved, Watch)> {
        let open = self.0.open.uncertain()?;
        let watch = Watch::default();
        let mut evidence = self.0.with_evidence(|evidence| evidence.clone());
        evidence.await_rest(&open, &watch);
        Some((self.0.saved(evidence, false), watch))
    }
}

/// The first checks of the report that no further answer can change, in the report's order.
///
/// Checks are settled in the plan's order, each by what the answers and the checks before it show. As long as none of that reads an
/// answer that is still to come, all answers together would lead to the same.
#[must_use]
pub fn judge_so_far(
    catalog: &'static Catalog,
    plan: &Plan,
    saved: &Saved,
    watch: &Watch,
    panics: Option<&str>,
) -> Vec<Settled> {
    let mut settler = Settler::new(
        catalog,
        plan,
        &saved.expect,
        &saved.evidence,
        saved.taken_at,
        panics,
    );
    let mut certain: BTreeMap<CheckId, Settled> = BTreeMap::new();
    let mut all = true;
    for id in &plan.shown {
        if watch.unless_too_early(|| settler.result(id)).is_none() {
            all = false;
            break;
        }
        certain.clone_from(&settler.done);
    }
    if all {
        return in_order(catalog, plan, &saved.expect, certain);
    }
    order(plan, &saved.expect)
        .into_iter()
        .map_while(|id| certain.remove(id))
        .take_while(|settled| !could_be_told(catalog, settled))
        .collect()
}

/// A check that our access does not reach is put into the report all the same if a refusal of another check's question tells its cause.
fn could_be_told(catalog: &Catalog, settled: &Settled) -> bool {
    settled.because == Some(Because::Of(BecauseKind::Access))
        && catalog.is_told_by_refusals(settled.id)
}
