//! The guided repair: a person is led from what they see to what is well, one step at a time.

mod steps;
mod walk;

use anyhow::Result;

use super::handover;
use super::progress::Progress;
use super::session::{Session, Stopped};
use crate::commands::again;
use crate::model::{Arg, Symptom};
use crate::report::human::{self, Options};
use crate::report::{self, EXIT_INTERRUPTED};
use crate::terminal::{Listening, Prompt, PromptError, put_stderr, say_stderr, write_stdout};
use walk::Walk;

/// Leads a person. The number is the exit code of the last check.
pub(super) fn run(session: &mut Session<'_>, asker: &Prompt<'_>) -> Result<u8> {
    // Ctrl-C while Meta is asked ends that question alone, so that how to go on can still be said.
    let _listening = Listening::begin();
    match walk(session, asker) {
        // Escape is a wish to stop, and so is the end of the input.
        Err(error) if left(&error) => {
            say_how_to_go_on(session);
            Ok(report::exit_code(session.report()))
        }
        Err(error) if error.is::<Stopped>() => {
            say_how_to_go_on(session);
            Ok(EXIT_INTERRUPTED)
        }
        result => result,
    }
}

/// Whether a person went away from a question.
fn left(error: &anyhow::Error) -> bool {
    let why = error.downcast_ref::<PromptError>();
    matches!(why, Some(PromptError::Left | PromptError::Closed))
}

fn walk(session: &mut Session<'_>, asker: &Prompt<'_>) -> Result<u8> {
    let progress = begin(session, asker)?;
    let mut walk = Walk::new(session, asker, progress);
    let stopped = walk.all()?;
    let (steps, news, progress) = walk.end();
    if stopped {
        say_how_to_go_on(session);
        return Ok(report::exit_code(session.report()));
    }
    // Where nothing was to be done, everything has just been looked at.
    if steps > 0 {
        session.look()?;
    }
    if let Some(path) = &session.flags.handover {
        handover::write(session, &progress, path)?;
    }
    if session.keeps() {
        Progress::forget(&session.place.name);
    }
    tell_the_end(session, asker, steps, &news)?;
    Ok(report::exit_code(session.report()))
}

/// How everything stands, and where the page about it is.
fn tell_the_end(session: &Session<'_>, asker: &Prompt<'_>, steps: usize, news: &str) -> Result<()> {
    if !asker.only_adds() {
        put_stderr(super::screen::CLEAR);
    }
    for line in news.lines() {
        say_stderr(line);
    }
    let speech = session.speech;
    say_stderr(&speech.say(if steps == 0 {
        "guided-nothing"
    } else {
        "guided-end"
    }));
    let (saved, report) = session.seen();
    let options = Options {
        look: session.flags.look.look(),
        quiet: true,
        verbose: false,
        again: None,
    };
    write_stdout(&human::render(
        session.catalog,
        &saved.expect.platform,
        report,
        &options,
    ))?;
    if let Some(path) = &session.flags.handover {
        let path = Arg::from(path.display().to_string());
        say_stderr(&speech.say_with("guided-handover", &[("path", &path)]));
    }
    Ok(())
}

fn say_how_to_go_on(session: &Session<'_>) {
    let speech = session.speech;
    if !session.keeps() {
        return say_stderr(&speech.say("guided-stopped-sandbox"));
    }
    let command = Arg::from(again::whole(&session.place.more));
    say_stderr(&speech.say_with("guided-stopped", &[("command", &command)]));
}

/// Where a person left off, or a new beginning with what they see.
fn begin(session: &mut Session<'_>, asker: &Prompt<'_>) -> Result<Progress> {
    let stopped = Progress::stopped(&session.place.name).filter(|_| session.keeps());
    if let Some(stopped) = stopped {
        let at = Arg::from(stopped.began_at);
        let question = session.speech.say_with("guided-resume", &[("at", &at)]);
        if asker.yes_no(&question, Some(true))? {
            session.recall()?;
            return Ok(stopped);
        }
    }
    session.begin_anew()?;
    let mut items: Vec<String> = Symptom::ALL
        .iter()
        .map(|symptom| session.speech.say(&format!("symptom-{symptom}")))
        .collect();
    items.push(session.speech.say("symptom-unknown"));
    let chosen = asker.choose(&session.speech.say("guided-ask-symptom"), &items, 0)?;
    Ok(Progress::new(Symptom::ALL.get(chosen).copied()))
}
