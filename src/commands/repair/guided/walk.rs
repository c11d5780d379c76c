//! The way from step to step: which comes next, back over the last, and what is kept of it.

use std::collections::BTreeSet;

use anyhow::Result;

use super::super::handover;
use super::super::progress::{By, Progress};
use super::super::session::Session;
use crate::model::{Access, Arg, Outcome};
use crate::repair::Fix;
use crate::report::CheckReport;
use crate::terminal::Prompt;

/// One step: what is wrong with a check, or one of its questions to a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    pub check: String,
    pub cause: String,
    pub question: Option<String>,
}

/// How the walk goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// To the next step.
    On,
    /// To the step before.
    Back,
    /// The same step once more.
    Again,
    /// No further today.
    Stop,
}

pub(super) struct Walk<'a, 'b> {
    pub session: &'a mut Session<'b>,
    pub asker: &'a Prompt<'a>,
    progress: Progress,
    /// Steps that are behind us, for going back.
    pub trail: Vec<Step>,
    /// The step that comes next whatever else is open.
    pub wanted: Option<Step>,
    /// What came of the last step; it stands above the next.
    pub news: String,
    /// Steps that were shown.
    shown: BTreeSet<Step>,
}

impl<'a, 'b> Walk<'a, 'b> {
    pub fn new(session: &'a mut Session<'b>, asker: &'a Prompt<'a>, progress: Progress) -> Self {
        Self {
            session,
            asker,
            progress,
            trail: Vec::new(),
            wanted: None,
            news: String::new(),
            shown: BTreeSet::new(),
        }
    }

    /// Every step. Tells whether the person stopped half-way.
    pub fn all(&mut self) -> Result<bool> {
        self.keep()?;
        while let Some((step, fix)) = self.next() {
            self.shown.insert(step.clone());
            let next = match self.take(&step, &fix) {
                Ok(next) => next,
                Err(error) if super::left(&error) => Next::Stop,
                Err(error) => return Err(error),
            };
            match next {
                Next::On => self.trail.push(step),
                Next::Again => self.wanted = Some(step),
                Next::Back => self.back()?,
                Next::Stop => {
                    self.keep()?;
                    return Ok(true);
                }
            }
            self.keep()?;
        }
        Ok(false)
    }

    /// How many steps there were, what came of the last, and what was found and done.
    pub fn end(self) -> (usize, String, Progress) {
        (self.shown.len(), self.news, self.progress)
    }

    /// Who did something is written down at once: the program may end at any time.
    pub fn did(&mut self, check: &str, by: By) -> Result<()> {
        self.progress.did(check, by);
        self.keep()
    }

    /// Writes down how far it has come, for another day and for support.
    fn keep(&mut self) -> Result<()> {
        self.progress.add(self.session.report());
        if self.session.keeps() {
            self.progress.save(&self.session.place.name)?;
        }
        if let Some(path) = &self.session.flags.handover {
            handover::write(self.session, &self.progress, path)?;
        }
        Ok(())
    }

    pub fn check(&self, id: &str) -> Option<CheckReport> {
        let checks = &self.session.report().checks;
        checks.iter().find(|check| check.id == id).cloned()
    }

    /// The next step. With a token: first what is broken and causes what the person sees, then what else is broken, then what is open.
    /// Without one the platform's guide has its own order.
    fn next(&mut self) -> Option<(Step, Fix)> {
        let mut steps = self.open();
        if let Some(wanted) = self.wanted.take() {
            let place = steps.iter().position(|(step, _)| *step == wanted);
            if let Some(place) = place {
                return Some(steps.swap_remove(place));
            }
        }
        steps.retain(|(step, _)| !self.trail.contains(step));
        if self.session.report().access != Access::None {
            steps.sort_by_key(|(step, _)| {
                let fails = self
                    .check(&step.check)
                    .is_some_and(|check| check.outcome == Outcome::Fail);
                (!fails, !self.explains(step))
            });
        }
        steps.into_iter().next()
    }

    /// Whether it may be behind what the person sees.
    fn explains(&self, step: &Step) -> bool {
        let check = self.session.catalog.check(&step.check);
        let symptom = self.progress.symptom;
        check.is_some_and(|check| symptom.is_none_or(|symptom| check.symptoms.contains(&symptom)))
    }

    /// Everything that is broken or open now.
    fn open(&self) -> Vec<(Step, Fix)> {
        let only = &self.session.flags.only;
        let mut steps = Vec::new();
        for fix in self.session.plan() {
            let wanted = only.is_empty() || only.contains(&fix.check);
            let Some(check) = self.check(&fix.check).filter(|_| wanted) else {
                continue;
            };
            let step = |question| Step {
                check: fix.check.clone(),
                cause: fix.cause.clone(),
                question,
            };
            match check.args.get("questions") {
                Some(Arg::List(ids)) if check.outcome == Outcome::Ask => {
                    steps.extend(ids.iter().map(|id| (step(Some(id.clone())), fix.clone())));
                }
                _ => steps.push((step(None), fix)),
            }
        }
        steps
    }

    /// Back to the last step that can be shown again: an answer is taken back, what was mended stays mended.
    fn back(&mut self) -> Result<()> {
        while let Some(step) = self.trail.pop() {
            if let Some(question) = &step.question {
                self.session.take_back(&step.check, question)?;
            }
            if self.open().iter().any(|(open, _)| *open == step) {
                self.wanted = Some(step);
                break;
            }
        }
        Ok(())
    }
}
