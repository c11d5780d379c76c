//! `--format jsonl`: every check is written as soon as it and all before it are certain.

use std::cell::Cell;

use anyhow::Result;

use super::Flags;
use super::lines::Lines;
use crate::catalog::Catalog;
use crate::engine::{SoFar, judge_so_far, order};
use crate::plan::Plan;
use crate::report::jsonl::{self, Event};
use crate::report::{Document, Report, ready};
use crate::tenant::Expectation;

/// The events of one tenant.
#[derive(Debug)]
pub(super) struct Stream<'a> {
    flags: &'a Flags,
    catalog: &'static Catalog,
    lines: &'a Lines,
    /// Place of the tenant among all.
    place: usize,
    /// Checks that were written. `None` before anything was.
    written: Cell<Option<usize>>,
}

impl<'a> Stream<'a> {
    /// Nothing was written yet.
    pub const fn new(
        flags: &'a Flags,
        catalog: &'static Catalog,
        lines: &'a Lines,
        place: usize,
    ) -> Self {
        Self {
            flags,
            catalog,
            lines,
            place,
            written: Cell::new(None),
        }
    }

    /// Writes what has become certain. `panics` as in `engine::judge`.
    pub fn follow(&self, so_far: SoFar<'_>, panics: Option<&str>) {
        let Some((saved, watch)) = so_far.saved() else {
            return;
        };
        let plan = so_far.plan();
        let mut settled = judge_so_far(self.catalog, plan, &saved, &watch, panics);
        settled.truncate(ready(self.catalog, &saved, &watch, &settled));
        if self
            .written
            .get()
            .is_none_or(|written| settled.len() > written)
        {
            let report = self.flags.report(self.catalog, &saved, &settled);
            // What cannot be written now is tried again at the end, which tells why.
            drop(self.write(&report, plan, &saved.expect));
        }
    }

    /// Writes what was not certain before the end, and the end.
    ///
    /// # Errors
    /// Never for reports of ours; the serializer's signature asks for it.
    pub fn finish(&self, report: &Report, plan: &Plan, expect: &Expectation) -> Result<()> {
        self.write(report, plan, expect)?;
        self.event(&jsonl::finished(report))
    }

    fn write(&self, report: &Report, plan: &Plan, expect: &Expectation) -> Result<()> {
        if self.written.get().is_none() {
            let order = order(plan, expect).into_iter().map(str::to_owned);
            self.event(&jsonl::started(report, order.collect()))?;
            self.written.set(Some(0));
        }
        for event in jsonl::checks(report, self.written.get().unwrap_or_default()) {
            self.event(&event)?;
            self.written
                .set(self.written.get().map(|written| written + 1));
        }
        Ok(())
    }

    fn event(&self, event: &Event) -> Result<()> {
        self.lines.write(self.place, event.line()?);
        Ok(())
    }
}

/// Writes the last event of many tenants, at the place behind them.
///
/// # Errors
/// Never for reports of ours; the serializer's signature asks for it.
pub(super) fn finish_all(lines: &Lines, place: usize, document: &Document<'_>) -> Result<()> {
    let line = jsonl::all_finished(document).line()?;
    lines.write(place, line);
    Ok(())
}
