//! What only people know: who sends the message, whether it was sent, and who shows it.

use anyhow::Result;

use crate::evidence::round_trip::{Place, Sender};
use crate::model::Arg;
use crate::sandbox::world::Tells;
use crate::speech::Speech;
use crate::terminal::{Prompt, PromptError};

/// Somebody who is asked, or what a world of the sandbox tells in their place.
#[derive(Debug)]
pub(super) struct Person<'a> {
    pub prompt: Option<Prompt<'a>>,
    pub tells: Option<Tells>,
    pub speech: &'a Speech,
}

impl Person<'_> {
    /// Who is going to send it.
    pub fn sender(&self, app: &str) -> Result<Result<Option<Sender>, Left>> {
        let answers = [
            ("trace-sender-stranger", Some(Sender::Stranger)),
            ("trace-sender-role-holder", Some(Sender::RoleHolder)),
            ("trace-dont-know", None),
        ];
        let question = ("trace-ask-sender", &[("app", app)][..]);
        self.ask(|tells| tells.sender, question, &answers)
    }

    /// Whether it was sent.
    pub fn sent(&self, word: &str) -> Result<Option<bool>> {
        let question = ("trace-ask-sent", &[("word", word)][..]);
        self.ask_or_leave(|tells| tells.sent, question, &yes_no())
    }

    /// Whether the platform shows it.
    pub fn shown(&self, word: &str, platform: &str) -> Result<Option<bool>> {
        let question = (
            "trace-ask-shown",
            &[("word", word), ("platform", platform)][..],
        );
        self.ask_or_leave(|tells| tells.shown, question, &yes_no())
    }

    /// Where it is in the Instagram app.
    pub fn place(&self, word: &str, account: &str) -> Result<Option<Place>> {
        let answers = [
            ("trace-place-inbox", Some(Place::Inbox)),
            ("trace-place-requests", Some(Place::Requests)),
            ("trace-place-nowhere", Some(Place::Nowhere)),
            ("trace-dont-know", None),
        ];
        let question = (
            "trace-ask-place",
            &[("word", word), ("account", account)][..],
        );
        self.ask_or_leave(|tells| tells.place, question, &answers)
    }

    /// Whether the account may write to itself. Nothing is sent by Enter alone.
    pub fn agrees(&self, account: &str) -> Result<bool> {
        let question = self.say("trace-ask-self", &[("account", account)]);
        match &self.prompt {
            Some(prompt) => Ok(prompt.yes_no(&question, None)?),
            None => Ok(false),
        }
    }

    /// A question that may be left: then the answer is not known.
    fn ask_or_leave<T: Copy>(
        &self,
        told: impl Fn(&Tells) -> Option<T>,
        question: (&str, &[(&str, &str)]),
        answers: &[(&str, Option<T>)],
    ) -> Result<Option<T>> {
        Ok(self.ask(told, question, answers)?.unwrap_or(None))
    }

    /// One question, and the names in it and in its answers.
    fn ask<T: Copy>(
        &self,
        told: impl Fn(&Tells) -> Option<T>,
        (question, names): (&str, &[(&str, &str)]),
        answers: &[(&str, Option<T>)],
    ) -> Result<Result<Option<T>, Left>> {
        if let Some(tells) = &self.tells {
            return Ok(Ok(told(tells)));
        }
        let Some(prompt) = &self.prompt else {
            return Ok(Ok(None));
        };
        let items: Vec<String> = answers
            .iter()
            .map(|(key, _)| self.say(key, names))
            .collect();
        let means: Vec<Option<bool>> = answers.iter().map(|(key, _)| meant(key)).collect();
        // Enter alone claims nothing that was not looked at.
        let unsure = answers.iter().rposition(|(_, answer)| answer.is_none());
        let default = unsure.unwrap_or_default();
        match prompt.choose_or_answer(&self.say(question, names), &items, &means, default) {
            Ok(chosen) => Ok(Ok(answers.get(chosen).and_then(|(_, answer)| *answer))),
            Err(PromptError::Closed | PromptError::Left) => Ok(Err(Left)),
            Err(fault) => Err(fault.into()),
        }
    }

    fn say(&self, key: &str, names: &[(&str, &str)]) -> String {
        let args: Vec<Arg> = names.iter().map(|(_, name)| Arg::from(*name)).collect();
        let pairs = names.iter().zip(&args).map(|((key, _), arg)| (*key, arg));
        self.speech.say_with(key, &pairs.collect::<Vec<_>>())
    }
}

/// Whoever was asked went away.
pub(super) struct Left;

fn yes_no() -> [(&'static str, Option<bool>); 3] {
    [
        ("trace-yes", Some(true)),
        ("trace-no", Some(false)),
        ("trace-dont-know", None),
    ]
}

/// Whether an answer is a yes or a no, so that its letter takes it.
fn meant(key: &str) -> Option<bool> {
    match key {
        "trace-yes" => Some(true),
        "trace-no" => Some(false),
        _ => None,
    }
}
