//! One step: mended through the API, answered by the person, or done by the person on Meta's screens.

use anyhow::Result;
use chrono::Utc;

use super::super::progress::By;
use super::super::screen::{Menu, Scene, Screen};
use super::super::session::Outcome as Became;
use super::super::told;
use super::walk::{Next, Step, Walk};
use crate::model::{Access, Arg, BecauseKind, FixKind, Outcome};
use crate::repair::{Change, Fix};
use crate::report::{CheckReport, Details};
use crate::tenant::Seen;
use crate::terminal::harmless;

/// What the person chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Mend,
    Done,
    Open,
    Yes,
    No,
    DontKnow,
    Back,
    Skip,
    Stop,
    Help,
}

impl Walk<'_, '_> {
    /// One step, until the person goes on from it.
    pub fn take(&mut self, step: &Step, fix: &Fix) -> Result<Next> {
        let Some(check) = self.check(&step.check) else {
            return Ok(Next::On);
        };
        match (&fix.change, fix.blocked, &step.question) {
            (_, _, Some(question)) => self.question(&check, question),
            (Some(change), None, None) if fix.kind != FixKind::Manual => {
                self.mend(&check, fix, change)
            }
            _ => self.lead(&check, fix),
        }
    }

    /// Igdoctor can mend it: shown in plain words with the exact change below, then done if the person likes.
    fn mend(&mut self, check: &CheckReport, fix: &Fix, change: &Change) -> Result<Next> {
        let safe = fix.kind == FixKind::Safe;
        let mut scene = self.scene(check);
        scene.paragraph(&harmless(&check.message));
        scene.paragraph(&self.session.speech.say(if safe {
            "guided-mend-safe"
        } else {
            "guided-mend-careful"
        }));
        scene.lines(&told::change(self.session, change, self.asker.look()));
        let wishes = [
            (Wish::Mend, "guided-mend"),
            (Wish::Back, "guided-back"),
            (Wish::Skip, "guided-skip"),
            (Wish::Stop, "guided-stop"),
            (Wish::Help, "guided-help"),
        ];
        // Enter alone does nothing that concerns others or cannot be taken back.
        let default = if safe { Wish::Mend } else { Wish::Skip };
        match self.choose(check, scene, "guided-what-now", &wishes, default)? {
            Wish::Mend => {}
            Wish::Back => return Ok(Next::Back),
            Wish::Stop => return Ok(Next::Stop),
            _ => return Ok(Next::On),
        }
        if change.is_app_wide() && !self.session.confirm_app(self.asker, change)? {
            self.news = told::became(self.session, fix, &check.title, &Became::Declined);
            return Ok(Next::On);
        }
        let outcome = self.session.apply(fix, change)?;
        let world = !self.session.keeps() && matches!(outcome, Became::Applied(_));
        self.news = if world && outcome.changed() {
            // A later `igdoctor undo` would find nothing of it.
            self.session.speech.say("guided-now-right")
        } else {
            told::became(self.session, fix, &check.title, &outcome)
        };
        if outcome.changed() {
            self.did(&check.id, By::Igdoctor)?;
        }
        self.session.look()?;
        Ok(Next::On)
    }

    /// What only a person can see: yes, no, or don't know.
    fn question(&mut self, check: &CheckReport, question: &str) -> Result<Next> {
        let wishes = [
            (Wish::Yes, "guided-yes"),
            (Wish::No, "guided-no"),
            (Wish::DontKnow, "guided-dont-know"),
            (Wish::Back, "guided-back"),
            (Wish::Skip, "guided-skip"),
            (Wish::Stop, "guided-stop"),
        ];
        let scene = self.asked(check, question);
        let mut answer = self.choose(check, scene, "guided-see", &wishes, Wish::Yes)?;
        if answer == Wish::DontKnow {
            answer = self.look_closer(check, question)?;
        }
        match answer {
            Wish::Yes | Wish::No => self.answer(check, question, answer == Wish::Yes),
            Wish::Back => Ok(Next::Back),
            Wish::Stop => Ok(Next::Stop),
            // Nothing is guessed: it stays open, with where to look in the page at the end.
            _ => Ok(Next::On),
        }
    }

    /// Where to look, for a person who does not know.
    fn look_closer(&mut self, check: &CheckReport, question: &str) -> Result<Wish> {
        let mut scene = self.scene(check);
        scene.paragraph(&self.session.speech.say("guided-where"));
        scene.steps(check);
        scene.paragraph(&self.question_text(check, question));
        let wishes = [
            (Wish::Yes, "guided-yes"),
            (Wish::No, "guided-no"),
            (Wish::DontKnow, "guided-leave-open"),
            (Wish::Stop, "guided-stop"),
        ];
        self.choose(check, scene, "guided-see", &wishes, Wish::DontKnow)
    }

    /// An answer counts at once; a no leads to the steps of its cause.
    fn answer(&mut self, check: &CheckReport, question: &str, yes: bool) -> Result<Next> {
        if !self.remember(check, question, yes)? {
            self.news = self.session.speech.say("guided-filed");
            return Ok(Next::On);
        }
        let now = self.check(&check.id);
        if let Some(now) = now.filter(|now| !yes && now.outcome == Outcome::Fail) {
            self.wanted = Some(Step {
                check: now.id,
                cause: now.cause.unwrap_or_default(),
                question: None,
            });
        }
        Ok(Next::On)
    }

    fn remember(&mut self, check: &CheckReport, question: &str, yes: bool) -> Result<bool> {
        self.session.remember(Seen {
            check: check.id.clone(),
            question: question.to_owned(),
            yes,
            at: Utc::now(),
            by: None,
        })
    }

    /// What a person must do on Meta's screens: shown until it is done, skipped or left for another day.
    fn lead(&mut self, check: &CheckReport, fix: &Fix) -> Result<Next> {
        let mut scene = self.scene(check);
        scene.paragraph(&harmless(&check.message));
        if let Some(blocked) = fix.blocked {
            scene.may(&told::blocked(self.session, &check.title, blocked));
        }
        scene.may(&self.details().why(check));
        scene.steps(check);
        let mut wishes = vec![
            (Wish::Done, "guided-done"),
            (Wish::Open, "guided-open"),
            (Wish::Back, "guided-back"),
            (Wish::Skip, "guided-skip"),
            (Wish::Stop, "guided-stop"),
            (Wish::Help, "guided-help"),
        ];
        if check.links.is_empty() {
            wishes.retain(|(wish, _)| *wish != Wish::Open);
        }
        match self.choose(check, scene, "guided-what-now", &wishes, Wish::Done)? {
            Wish::Done => self.done(check),
            Wish::Open => {
                if let Some(link) = check.links.first() {
                    crate::commands::browser::open(link);
                    let link = Arg::from(link.as_str());
                    let opened = self
                        .session
                        .speech
                        .say_with("guided-opened", &[("link", &link)]);
                    self.news = opened;
                }
                Ok(Next::Again)
            }
            Wish::Back => Ok(Next::Back),
            Wish::Stop => Ok(Next::Stop),
            _ => Ok(Next::On),
        }
    }

    /// After it was done just that thing is asked of Meta again; what no program sees is asked of the person.
    fn done(&mut self, check: &CheckReport) -> Result<Next> {
        match (check.args.get("by"), check.args.get("questions")) {
            (Some(Arg::Text(by)), Some(Arg::List(ids))) if by == "person" => {
                self.seen_again(check, &ids.clone())
            }
            _ if self.session.report().access == Access::None => {
                // Nobody can be asked: neither Meta nor, by a question, the person.
                self.did(&check.id, By::Person)?;
                Ok(Next::On)
            }
            _ => self.asked_again(check),
        }
    }

    /// The question behind what was just mended.
    fn seen_again(&mut self, check: &CheckReport, questions: &[String]) -> Result<Next> {
        let wishes = [
            (Wish::Yes, "guided-yes"),
            (Wish::No, "guided-no"),
            (Wish::DontKnow, "guided-dont-know"),
        ];
        for question in questions {
            let scene = self.asked(check, question);
            match self.choose(check, scene, "guided-see-now", &wishes, Wish::Yes)? {
                Wish::Yes => {}
                Wish::No => {
                    self.news = self.session.speech.say("guided-not-yet");
                    return Ok(Next::Again);
                }
                _ => return Ok(Next::On),
            }
            let counts = self.remember(check, question, true)?;
            self.news = self.session.speech.say(if counts {
                "guided-now-right"
            } else {
                "guided-filed"
            });
        }
        self.did(&check.id, By::Person)?;
        Ok(Next::On)
    }

    /// Meta is asked about this thing alone; only if it is mended, about what it hid as well.
    fn asked_again(&mut self, check: &CheckReport) -> Result<Next> {
        let hidden = self.hidden_by(&check.id);
        let untold = self.session.look_at(vec![check.id.clone()])?;
        let speech = self.session.speech;
        let say = |key: &str, message: &str| {
            speech.say_with(key, &[("message", &Arg::Text(harmless(message)))])
        };
        if let Some(why) = untold {
            self.news = say("guided-untold", &why);
            return Ok(Next::Again);
        }
        let Some(now) = self.check(&check.id) else {
            return Ok(Next::On);
        };
        if now.outcome == Outcome::Skipped {
            // Something before it is broken by now: that comes first.
            self.news = say("guided-hidden", "");
            return Ok(Next::On);
        }
        let well = matches!(now.outcome, Outcome::Pass | Outcome::Waived);
        if !well && now.cause == check.cause {
            self.news = say("guided-still", "");
            return Ok(Next::Again);
        }
        self.news = say(
            if well {
                "guided-now-right"
            } else {
                "guided-other"
            },
            &now.message,
        );
        self.did(&check.id, By::Person)?;
        if well && !hidden.is_empty() {
            self.session.look_at(hidden)?;
        }
        Ok(Next::On)
    }

    /// Checks that were not made because of this one.
    fn hidden_by(&self, check: &str) -> Vec<String> {
        let hidden = |one: &&CheckReport| {
            one.because.as_ref().is_some_and(|because| {
                because.kind == BecauseKind::Check && because.check.as_deref() == Some(check)
            })
        };
        let checks = self.session.report().checks.iter();
        checks.filter(hidden).map(|one| one.id.clone()).collect()
    }

    /// Shows a step and asks what now. Help is a screen of its own, after which the step is there again.
    fn choose(
        &mut self,
        check: &CheckReport,
        mut scene: Scene,
        ask: &'static str,
        wishes: &[(Wish, &'static str)],
        default: Wish,
    ) -> Result<Wish> {
        let first = self.trail.is_empty();
        let wishes: Vec<(Wish, &str)> = wishes
            .iter()
            .copied()
            .filter(|(wish, _)| *wish != Wish::Back || !first)
            .collect();
        let screen = Screen::new(self.asker, self.session.speech);
        loop {
            let menu = Menu {
                ask,
                items: &wishes,
                default,
            };
            match screen.choose(&scene, &menu)? {
                Wish::Help => {
                    let mut help = self.scene(check);
                    for text in self.help(check) {
                        help.paragraph(&text);
                    }
                    let back = [((), "guided-to-step")];
                    screen.choose(
                        &help,
                        &Menu {
                            ask: "guided-what-now",
                            items: &back,
                            default: (),
                        },
                    )?;
                    scene.news.clear();
                }
                wish => return Ok(wish),
            }
        }
    }

    /// The screen of a step, with what came of the last one.
    fn scene(&mut self, check: &CheckReport) -> Scene {
        let number = self.trail.len() + 1;
        let news = std::mem::take(&mut self.news);
        Scene::new(self.asker.look(), number, &check.title, news)
    }

    /// What a person is asked to look at.
    fn asked(&mut self, check: &CheckReport, question: &str) -> Scene {
        let mut scene = self.scene(check);
        scene.may(&self.details().why(check));
        scene.paragraph(&self.question_text(check, question));
        scene
    }

    fn question_text(&self, check: &CheckReport, question: &str) -> String {
        let text = self.details().question(&check.id, question);
        harmless(&text.unwrap_or_default())
    }

    fn details(&self) -> Details<'_> {
        let (saved, report) = self.session.seen();
        let session = &self.session;
        Details::new(
            session.catalog,
            &saved.expect.platform,
            report,
            session.speech,
        )
    }

    /// Why it matters, who can do it, and where more is written.
    fn help(&self, check: &CheckReport) -> Vec<String> {
        let speech = self.session.speech;
        let mut texts = vec![self.details().why(check)];
        texts.extend(check.actor.map(|actor| {
            let actor = Arg::from(speech.say(&format!("actor-{actor}")));
            speech.say_with("guided-help-who", &[("actor", &actor)])
        }));
        texts.extend(check.links.first().map(|link| {
            let link = Arg::from(link.as_str());
            speech.say_with("guided-help-link", &[("link", &link)])
        }));
        texts
    }
}
