//! What a person said in a repair: it counts now, and is kept for another day.

use anyhow::{Context, Result};

use super::session::Session;
use crate::speech::error;
use crate::tenant::{Remembered, Seen};

impl Session<'_> {
    /// Keeps what a person said, for this repair and for the next 90 days. Tells whether it counts: what the tenant's file says goes first.
    pub fn remember(&mut self, seen: Seen) -> Result<bool> {
        let counts = !self.place.is_filed(&seen.check, &seen.question);
        if let Some(mut remembered) = self.remembered() {
            remembered
                .keep(seen.clone())
                .with_context(|| error("error-repair-keep-answer", &[]))?;
        }
        if counts {
            let answers = &mut self.place.tenant.expect.answers;
            answers.retain(|old| !old.is_about(&seen.check, &seen.question));
            answers.push(seen);
        }
        self.judge_again()?;
        Ok(counts)
    }

    /// An answer is taken back, so that the question is open again.
    pub fn take_back(&mut self, check: &str, question: &str) -> Result<()> {
        if let Some(mut remembered) = self.remembered() {
            remembered
                .drop(check, question)
                .with_context(|| error("error-repair-take-back", &[]))?;
        }
        if !self.place.is_filed(check, question) {
            let answers = &mut self.place.tenant.expect.answers;
            answers.retain(|old| !old.is_about(check, question));
        }
        self.judge_again()
    }

    /// What was said in a repair that was stopped counts again, where nothing but that repair tells whose it was.
    pub fn recall(&mut self) -> Result<()> {
        let remembered = self.remembered().filter(|_| self.place.is_nameless);
        if let Some(remembered) = remembered {
            let answers = remembered.answers().iter().cloned();
            self.place.tenant.expect.answers.extend(answers);
        }
        self.judge_again()
    }

    /// A new beginning: what a nameless repair remembered was perhaps somebody else's.
    pub fn begin_anew(&self) -> Result<()> {
        match self.remembered().filter(|_| self.place.is_nameless) {
            Some(mut remembered) => remembered
                .clear()
                .with_context(|| error("error-repair-drop-answers", &[])),
            None => Ok(()),
        }
    }

    /// Whether anything is kept for another day: a world of the sandbox is gone then.
    pub const fn keeps(&self) -> bool {
        self.flags.sandbox.is_none()
    }

    /// The answers of this tenant; a world of the sandbox leaves nothing behind.
    fn remembered(&self) -> Option<Remembered> {
        let name = Some(&self.place.name).filter(|_| self.keeps());
        Remembered::of(name?)
    }
}
