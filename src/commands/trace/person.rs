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
    pub fn sender(&self, app: &str) -> Result<Option<Sender>> {
        let answers = [
            ("trace-sender-stranger", Some(Sender::Stranger)),
            ("trace-sender-role-holder", Some(Sender::RoleHolder)),
            ("trace-dont-know", None),
        ];
        let question = self.say("trace-ask-sender", &[("app", app)]);
        self.ask(|tells| tells.sender, &question, &answers)
    }

    /// Whether it was sent.
    pub fn sent(&self, word: &str) -> Result<Option<bool>> {
        let question = self.say("trace-ask-sent", &[("word", word)]);
        self.ask(|tells| tells.sent, &question, &yes_no())
    }

    /// Whether the platform shows it.
    pub fn shown(&self, word: &str, platform: &str) -> Result<Option<bool>> {
        let question = self.say("trace-ask-shown", &[("word", word), ("platform", platform)]);
        self.ask(|tells| tells.shown, &question, &yes_no())
    }

    /// Where it is in the Instagram app.
    pub fn place(&self, word: &str, account: &str) -> Result<Option<Place>> {
        let answers = [
            ("trace-place-inbox", Some(Place::Inbox)),
            ("trace-place-requests", Some(Place::Requests)),
            ("trace-place-nowhere", Some(Place::Nowhere)),
            ("trace-dont-know", None),
        ];
        let question = self.say("trace-ask-place", &[("word", word), ("account", account)]);
        self.ask(|tells| tells.place, &question, &answers)
    }

    /// Whether the account may write to itself.
    pub fn agrees(&self, account: &str) -> Result<bool> {
        let question = self.say("trace-ask-self", &[("account", account)]);
        match &self.prompt {
            Some(prompt) => Ok(prompt.yes_no(&question, Some(true))?),
            None => Ok(false),
        }
    }

    /// One question. Whoever leaves it does not know.
    fn ask<T: Copy>(
        &self,
        told: impl Fn(&Tells) -> Option<T>,
        question: &str,
        answers: &[(&str, Option<T>)],
    ) -> Result<Option<T>> {
        if let Some(tells) = &self.tells {
            return Ok(told(tells));
        }
        let Some(prompt) = &self.prompt else {
            return Ok(None);
        };
        let items: Vec<String> = answers
            .iter()
            .map(|(key, _)| self.speech.say(key))
            .collect();
        let means: Vec<Option<bool>> = answers.iter().map(|(key, _)| meant(key)).collect();
        match prompt.choose_or_answer(question, &items, &means, 0) {
            Ok(chosen) => Ok(answers.get(chosen).and_then(|(_, answer)| *answer)),
            Err(PromptError::Closed | PromptError::Left) => Ok(None),
            Err(fault) => Err(fault.into()),
        }
    }

    fn say(&self, key: &str, names: &[(&str, &str)]) -> String {
        let args: Vec<Arg> = names.iter().map(|(_, name)| Arg::from(*name)).collect();
        let pairs = names.iter().zip(&args).map(|((key, _), arg)| (*key, arg));
        self.speech.say_with(key, &pairs.collect::<Vec<_>>())
    }
}

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
