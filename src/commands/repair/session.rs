//! One repair: looks, plans, asks, applies, looks again.

use anyhow::{Result, bail, ensure};

use super::place::Place;
use super::write::{list_token, runtime, to_its_end};
use super::{Flags, token, told};
use crate::catalog::Catalog;
use crate::commands::asking::{Shown, gather};
use crate::commands::flags::Format;
use crate::engine;
use crate::evidence::{Saved, Selection};
use crate::model;
use crate::plan::Plan;
use crate::repair::{Applied, Blocked, Change, Fix, plan};
use crate::report::{self, CheckReport, Report};

use crate::speech::{Speech, error};
use crate::terminal::{Prompt, write_stdout};

/// Somebody stopped it while Meta was asked.
#[derive(Debug, thiserror::Error)]
#[error("{}", error("error-interrupted-no-more", &[]))]
pub(super) struct Stopped;

/// What became of a fix.
#[derive(Debug)]
pub(super) enum Outcome {
    /// Only a person can do it.
    Manual,
    /// Something stands in its way.
    Blocked(Blocked),
    /// It needs care, and nobody asked for it by name.
    NotAsked,
    /// The person said no.
    Declined,
    /// It was tried.
    Applied(Applied),
    /// The token was renewed; where the new one is.
    Renewed(String),
    /// The token could not be renewed.
    NotRenewed(String),
}

impl Outcome {
    /// Whether anything is otherwise than before.
    pub const fn changed(&self) -> bool {
        matches!(self, Self::Applied(Applied::Done { .. }) | Self::Renewed(_))
    }
}

/// A fix with what became of it.
#[derive(Debug)]
pub(super) struct Fixed {
    pub fix: Fix,
    pub outcome: Outcome,
}

/// One repair.
pub(super) struct Session<'a> {
    pub catalog: &'static Catalog,
    pub flags: &'a Flags,
    pub place: Place,
    pub speech: &'a Speech,
    seen: Option<(Saved, Report)>,
    /// Somebody pressed Ctrl-C while a change was being made.
    pub stopped: bool,
}

impl<'a> Session<'a> {
    pub fn open(
        catalog: &'static Catalog,
        flags: &'a Flags,
        place: Place,
        speech: &'a Speech,
    ) -> Self {
        Self {
            catalog,
            flags,
            place,
            speech,
            seen: None,
            stopped: false,
        }
    }

    /// Asks Meta everything, and judges.
    pub fn look(&mut self) -> Result<()> {
        self.seen = Some(self.ask(&Selection::default())?);
        Ok(())
    }

    fn ask(&self, selection: &Selection) -> Result<(Saved, Report)> {
        let look = &self.flags.look;
        let shown = Shown::new(look, self.speech.language(), false, 0);
        let place = &self.place;
        let saved = gather(
            self.catalog,
            &place.tenant,
            selection,
            &place.manner,
            shown,
            None,
        )?;
        let report = self.judge(&saved)?;
        ensure!(!report.interrupted, Stopped);
        Ok((saved, report))
    }

    fn judge(&self, saved: &Saved) -> Result<Report> {
        let plan = Plan::new(self.catalog, &saved.selection, &saved.expect)?;
        let settled = engine::judge(self.catalog, &plan, saved, None);
        Ok(report::build(
            self.catalog,
            saved,
            &settled,
            self.speech.language(),
        ))
    }

    /// Asks Meta about these things only, and judges everything by the old answers and the new. If something could not be
    /// told, the old answers stay, and why it could not is given back.
    pub fn look_at(&mut self, checks: Vec<String>) -> Result<Option<String>> {
        let selection = Selection {
            only: checks,
            ..Selection::default()
        };
        let (newer, report) = self.ask(&selection)?;
        let untold = |check: &CheckReport| check.outcome == model::Outcome::Unknown;
        if let Some(check) = report.checks.into_iter().find(untold) {
            return Ok(Some(check.message));
        }
        if let Some((saved, _)) = &mut self.seen {
            saved.evidence.renew(newer.evidence);
            saved.taken_at = newer.taken_at;
        }
        self.judge_again()?;
        Ok(None)
    }

    /// Judges the answers there are once more, after a person said something.
    pub fn judge_again(&mut self) -> Result<()> {
        let Some((mut saved, _)) = self.seen.take() else {
            return Ok(());
        };
        saved
            .expect
            .answers
            .clone_from(&self.place.tenant.expect.answers);
        // What a person has just seen was not there yet when Meta answered.
        saved.taken_at = saved.taken_at.max(chrono::Utc::now());
        let report = self.judge(&saved)?;
        self.seen = Some((saved, report));
        Ok(())
    }

    /// How everything stood when it was last looked at.
    pub fn report(&self) -> &Report {
        &self.seen().1
    }

    pub fn seen(&self) -> &(Saved, Report) {
        self.seen
            .as_ref()
            .unwrap_or_else(|| unreachable!("a repair looks before it does anything"))
    }

    /// What is to be mended.
    pub fn plan(&self) -> Vec<Fix> {
        let (saved, report) = self.seen();
        plan(self.catalog, &self.place.tenant, saved, report)
    }

    /// A change that concerns every customer of the app wants its name typed.
    pub fn confirm_app(&self, asker: &Prompt<'_>, change: &Change) -> Result<bool> {
        let name = app_name(change)?;
        let args = [("app", &name.into())];
        let typed = asker.line(
            &self.speech.say_with("repair-ask-app", &args),
            None,
            |text| {
                if text.is_empty() || text == name {
                    Ok(())
                } else {
                    Err(self.speech.say("repair-wrong-app"))
                }
            },
        )?;
        Ok(typed == name)
    }

    /// The same by `--confirm-app`.
    pub fn confirm_app_by_flag(&self, change: &Change) -> Result<()> {
        let name = app_name(change)?;
        match &self.flags.confirm_app {
            Some(given) if given == name => Ok(()),
            Some(_) => bail!(error("error-repair-app-name", &[("app", &name)])),
            None => bail!(error("error-repair-confirm-app", &[("app", &name)])),
        }
    }

    /// Makes a change.
    pub fn apply(&mut self, fix: &Fix, change: &Change) -> Result<Outcome> {
        if let Change::Token { .. } = change {
            return token::renew(self, fix);
        }
        let graph = self.place.manner.graph(&self.place.tenant);
        let runtime = runtime()?;
        let saved = self.seen.as_ref().map(|(saved, _)| saved);
        let (applied, stopped) = runtime.block_on(to_its_end(async {
            let token = list_token(&self.place.tenant, change, saved, &graph).await?;
            let mender = self.place.mender(&graph, &token);
            anyhow::Ok(mender.apply(&fix.check, change).await?)
        }));
        self.stopped |= stopped;
        Ok(Outcome::Applied(applied?))
    }

    /// Says what became of a fix.
    pub fn tell(&self, fix: &Fix, outcome: &Outcome) -> Result<()> {
        if self.flags.form.format == Format::Human {
            write_stdout(&told::outcome(self, fix, outcome))?;
        }
        Ok(())
    }
}

/// The app's name, as Meta tells it; its id where Meta does not.
fn app_name(change: &Change) -> Result<&str> {
    match change {
        Change::Webhook {
            app_name: Some(name),
            ..
        } => Ok(name),
        Change::Webhook { app_id, .. } => Ok(app_id),
        _ => bail!(error("error-repair-no-app", &[])),
    }
}
