//! The guided repair: a person is led from what they see to what is well, one step at a time.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use chrono::Utc;

use super::handover;
use super::progress::{By, Progress};
use super::screen::Screen;
use super::session::{Outcome as Became, Session};
use super::told;
use crate::commands::again;
use crate::model::{Access, Arg, FixKind, Outcome, Symptom};
use crate::repair::Fix;
use crate::report::human::{self, Options};
use crate::report::{self, CheckReport, Details};
use crate::tenant::Seen;
use crate::terminal::{Prompt, PromptError, harmless, say_stderr, write_stdout};

/// What the person wants after a step was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Done,
    Open,
    Back,
    Skip,
    Stop,
    Help,
}

/// How the walk goes on.
enum Next {
    /// To the next step.
    On,
    /// To the step before.
    Back,
    /// The same step once more.
    Again,
    /// No further today.
    Stop,
}

/// Leads a person. The number is the exit code of the last check.
pub(super) fn run(session: &mut Session<'_>, asker: &Prompt<'_>) -> Result<u8> {
    let name = session.place.name.clone();
    let mut progress = begin(session, asker, &name)?;
    progress.add(session.report());
    progress.save(&name)?;
    let mut walk = Walk {
        session,
        asker,
        progress,
        passed: BTreeSet::new(),
        trail: Vec::new(),
        news: String::new(),
    };
    let stopped = walk.all(&name)?;
    let Walk {
        session, progress, ..
    } = walk;
    if !stopped {
        session.look()?;
    }
    if let Some(path) = &session.flags.handover {
        handover::write(session, &progress, path)?;
    }
    let (saved, report) = session.seen();
    let options = Options {
        look: session.flags.look.look(),
        quiet: true,
        verbose: false,
        again: None,
    };
    if stopped {
        say_stderr(&session.speech.say_with(
            "guided-stopped",
            &[("command", &Arg::from(again::command()))],
        ));
    } else {
        write_stdout(&human::render(session.catalog, saved, report, &options))?;
        Progress::forget(&name);
    }
    Ok(report::exit_code(report))
}

/// Where a person left off, or a new beginning with what they see.
fn begin(session: &Session<'_>, asker: &Prompt<'_>, name: &str) -> Result<Progress> {
    if let Some(stopped) = Progress::stopped(name) {
        let at = Arg::from(stopped.began_at);
        let question = session.speech.say_with("guided-resume", &[("at", &at)]);
        if asker.yes_no(&question, Some(true))? {
            return Ok(stopped);
        }
    }
    let mut items: Vec<String> = Symptom::ALL
        .iter()
        .map(|symptom| session.speech.say(&format!("symptom-{symptom}")))
        .collect();
    items.push(session.speech.say("symptom-unknown"));
    let chosen = asker.choose(&session.speech.say("guided-ask-symptom"), &items, 0)?;
    Ok(Progress::new(Symptom::ALL.get(chosen).copied()))
}

struct Walk<'a, 'b> {
    session: &'a mut Session<'b>,
    asker: &'a Prompt<'a>,
    progress: Progress,
    /// Checks that are behind us: skipped, or answered.
    passed: BTreeSet<String>,
    /// The steps so far, for going back.
    trail: Vec<String>,
    /// What came of the last step; it stands above the next.
    news: String,
}

impl Walk<'_, '_> {
    /// Every step. Tells whether the person stopped half-way.
    fn all(&mut self, name: &str) -> Result<bool> {
        while let Some(fix) = self.next() {
            let step = self.trail.len() + 1;
            let next = match self.step(&fix, step) {
                Ok(next) => next,
                // Escape is a wish to stop, not a fault.
                Err(error) => match error.downcast_ref::<PromptError>() {
                    Some(PromptError::Left) => Next::Stop,
                    _ => return Err(error),
                },
            };
            self.progress.add(self.session.report());
            self.progress.save(name)?;
            match next {
                Next::On => {
                    self.passed.insert(fix.check.clone());
                    self.trail.push(fix.check);
                }
                Next::Again => {}
                Next::Back => {
                    if let Some(before) = self.trail.pop() {
                        self.passed.remove(&before);
                    }
                }
                Next::Stop => return Ok(true),
            }
        }
        Ok(false)
    }

    /// The next thing that is broken or open: first what is broken and causes what the person sees, then what else is broken, then the rest.
    fn next(&self) -> Option<Fix> {
        let fixes = self.session.plan();
        let open = |fix: &&Fix| !self.passed.contains(&fix.check);
        let explains = |fix: &&Fix| {
            let check = self.session.catalog.check(&fix.check);
            let symptom = self.progress.symptom;
            check.is_some_and(|check| {
                symptom.is_none_or(|symptom| check.symptoms.contains(&symptom))
            })
        };
        let fails = |fix: &&Fix| {
            let check = self.check(&fix.check);
            check.is_some_and(|check| check.outcome == Outcome::Fail)
        };
        let all = || fixes.iter().filter(open);
        let first = all().filter(explains).find(fails);
        let first = first
            .or_else(|| all().find(fails))
            .or_else(|| all().find(explains));
        first.or_else(|| all().next()).cloned()
    }

    /// One thing: shown, then mended, asked or led through.
    fn step(&mut self, fix: &Fix, step: usize) -> Result<Next> {
        let Some(check) = self.check(&fix.check) else {
            return Ok(Next::On);
        };
        match (&fix.change, fix.blocked) {
            (Some(change), None) if fix.kind != FixKind::Manual => {
                let text = told::fix(self.session, fix);
                self.show(step, &text);
                if !self.session.may_quietly(self.asker, change)? {
                    return Ok(Next::On);
                }
                let outcome = self.session.apply(fix, change)?;
                self.news = told::outcome(self.session, fix, &outcome);
                if matches!(outcome, Became::Applied(_) | Became::Renewed(_)) {
                    self.progress.did(&fix.check, By::Igdoctor);
                }
                self.session.look()?;
                Ok(Next::On)
            }
            _ if check.outcome == Outcome::Ask => self.questions(&check, step),
            _ => self.lead(&check, step),
        }
    }

    fn check(&self, id: &str) -> Option<CheckReport> {
        let checks = &self.session.report().checks;
        checks.iter().find(|check| check.id == id).cloned()
    }

    fn show(&mut self, step: usize, text: &str) {
        let news = std::mem::take(&mut self.news);
        Screen::new(self.session.flags).show(self.session.speech, step, &news, text);
    }

    /// What only a person can see: yes, no, or don't know.
    fn questions(&mut self, check: &CheckReport, step: usize) -> Result<Next> {
        let (saved, _) = self.session.seen();
        let details = Details::new(self.session.catalog, saved, self.session.speech);
        let texts = details.questions(check);
        let ids: Vec<String> = match check.args.get("questions") {
            Some(Arg::List(ids)) => ids.clone(),
            _ => Vec::new(),
        };
        let why = details.why(check);
        if ids.is_empty() {
            // An answer of Meta's with several meanings: what to do stands in its steps.
            return self.lead(check, step);
        }
        let speech = self.session.speech;
        for (id, question) in ids.iter().zip(&texts) {
            let text = Screen::question(check, &why, question, self.session.flags);
            self.show(step, &text);
            let items = [
                "guided-yes",
                "guided-no",
                "guided-dont-know",
                "guided-back",
                "guided-skip",
                "guided-stop",
            ]
            .map(|key| speech.say(key));
            let answer = self.asker.choose(&speech.say("guided-see"), &items, 0)?;
            match answer {
                0 | 1 => self.remember(&check.id, id, answer == 0)?,
                // Nothing is guessed: it stays open, with where to look in the page at the end.
                2 | 4 => return Ok(Next::On),
                3 => return Ok(Next::Back),
                _ => return Ok(Next::Stop),
            }
            if answer == 1 {
                self.session.judge_again()?;
                return match self.check(&check.id) {
                    Some(broken) if broken.outcome == Outcome::Fail => self.lead(&broken, step),
                    _ => Ok(Next::On),
                };
            }
        }
        self.session.judge_again()?;
        Ok(Next::On)
    }

    fn remember(&mut self, check: &str, question: &str, yes: bool) -> Result<()> {
        self.session.remember(Seen {
            check: check.to_owned(),
            question: question.to_owned(),
            yes,
            at: Utc::now(),
            by: None,
        })
    }

    /// What a person must do on Meta's screens: shown until it is done, skipped or left for another day.
    fn lead(&mut self, check: &CheckReport, step: usize) -> Result<Next> {
        let speech = self.session.speech;
        let (saved, _) = self.session.seen();
        let why = Details::new(self.session.catalog, saved, speech).why(check);
        let text = Screen::steps(check, &why, self.session.flags);
        self.show(step, &text);
        loop {
            match self.wish(check)? {
                Wish::Done => return self.done(check),
                Wish::Open => {
                    if let Some(link) = check.links.first() {
                        crate::commands::browser::open(link);
                    }
                }
                Wish::Help => say_stderr(&self.help(check, &why)),
                Wish::Back => return Ok(Next::Back),
                Wish::Skip => return Ok(Next::On),
                Wish::Stop => return Ok(Next::Stop),
            }
        }
    }

    fn wish(&self, check: &CheckReport) -> Result<Wish> {
        let mut wishes = vec![
            (Wish::Done, "guided-done"),
            (Wish::Back, "guided-back"),
            (Wish::Skip, "guided-skip"),
            (Wish::Stop, "guided-stop"),
            (Wish::Help, "guided-help"),
        ];
        if !check.links.is_empty() {
            wishes.insert(1, (Wish::Open, "guided-open"));
        }
        let items: Vec<String> = wishes
            .iter()
            .map(|(_, key)| self.session.speech.say(key))
            .collect();
        let chosen = self
            .asker
            .choose(&self.session.speech.say("guided-what-now"), &items, 0)?;
        wishes
            .get(chosen)
            .map(|(wish, _)| *wish)
            .context("nothing was chosen")
    }

    /// Why it matters, who can do it, and where more is written.
    fn help(&self, check: &CheckReport, why: &str) -> String {
        let speech = self.session.speech;
        let actor = check
            .actor
            .map(|actor| speech.say(&format!("actor-{actor}")))
            .unwrap_or_default();
        let link = check.links.first().cloned().unwrap_or_default();
        speech.say_with(
            "guided-help-text",
            &[
                ("actor", &actor.into()),
                ("link", &link.into()),
                ("why", &why.into()),
            ],
        )
    }

    /// After it was done just that thing is asked of Meta again; what no program sees is asked of the person.
    fn done(&mut self, check: &CheckReport) -> Result<Next> {
        let by_person = matches!(check.args.get("by"), Some(Arg::Text(by)) if by == "person");
        let without_token = self.session.report().access == Access::None;
        if by_person || without_token {
            let questions: Vec<String> = match check.args.get("questions") {
                Some(Arg::List(ids)) => ids.clone(),
                _ => Vec::new(),
            };
            for id in questions {
                self.remember(&check.id, &id, true)?;
            }
            self.progress.did(&check.id, By::Person);
            self.session.judge_again()?;
            return Ok(Next::Again.unless_gone(self.check(&check.id)));
        }
        let now = self.session.look_at(&check.id)?;
        match now {
            Some(now) if matches!(now.outcome, Outcome::Fail | Outcome::Warn) => {
                self.news = self.session.speech.say_with(
                    "guided-still",
                    &[("message", &Arg::Text(harmless(&now.message)))],
                );
                Ok(Next::Again)
            }
            _ => {
                self.news = self.session.speech.say("guided-now-right");
                self.progress.did(&check.id, By::Person);
                self.session.look()?;
                Ok(Next::On)
            }
        }
    }
}

impl Next {
    /// On, if the thing is right now.
    fn unless_gone(self, check: Option<CheckReport>) -> Self {
        match check {
            Some(check) if check.outcome == Outcome::Fail => self,
            _ => Self::On,
        }
    }
}
