//! Errors of the command line, by kind, in our own words.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::model::Arg as Value;
use crate::speech::{self, Speech};

/// The message of an error: what is wrong, what may be meant, how the command is written. Lines without the last line break.
#[must_use]
pub fn message(error: &Error, speech: &Speech) -> String {
    let told = Told { error, speech };
    let what = told.what();
    let mut text = speech::error("error", &[("what", &what)]);
    for tip in told.tips() {
        text += &format!("\n\n  {tip}");
    }
    if let Some(usage) = told.one(ContextKind::Usage) {
        let usage = usage.trim_start_matches("Usage:").trim();
        text += &format!("\n\n{} {usage}", speech.say("usage"));
    }
    text + "\n\n" + &speech.say("try-help")
}

struct Told<'a> {
    error: &'a Error,
    speech: &'a Speech,
}

impl Told<'_> {
    fn what(&self) -> String {
        let argument = self.one(ContextKind::InvalidArg).unwrap_or_default();
        let value = self.one(ContextKind::InvalidValue).unwrap_or_default();
        let command = self.one(ContextKind::InvalidSubcommand);
        let command = command.unwrap_or_default();
        let of_argument = [("argument", &argument)];
        let of_value = [("argument", &argument), ("value", &value)];
        match self.error.kind() {
            ErrorKind::UnknownArgument => self.say("wrong-unknown", &of_argument),
            ErrorKind::InvalidSubcommand => self.say("wrong-command", &[("command", &command)]),
            ErrorKind::MissingSubcommand => {
                let head = self.say("wrong-no-command", &[("command", &command)]);
                self.with_values(head, ContextKind::ValidSubcommand)
            }
            ErrorKind::MissingRequiredArgument => {
                self.listed(self.speech.say("wrong-missing"), ContextKind::InvalidArg)
            }
            ErrorKind::InvalidValue if value.is_empty() => {
                let head = self.say("wrong-no-value", &of_argument);
                self.with_values(head, ContextKind::ValidValue)
            }
            ErrorKind::InvalidValue => {
                let head = self.say("wrong-value", &of_value);
                self.with_values(head, ContextKind::ValidValue)
            }
            ErrorKind::ValueValidation => {
                let why = self.error.source().map(ToString::to_string);
                let head = self.say("wrong-value", &of_value);
                why.map_or_else(|| head.clone(), |why| format!("{head}: {why}"))
            }
            ErrorKind::ArgumentConflict => self.conflict(&argument),
            ErrorKind::TooManyValues => self.say("wrong-too-many", &of_value),
            ErrorKind::TooFewValues => self.number(&argument, ContextKind::MinValues),
            ErrorKind::WrongNumberOfValues => {
                self.number(&argument, ContextKind::ExpectedNumValues)
            }
            ErrorKind::NoEquals => self.say("wrong-no-equals", &of_argument),
            ErrorKind::InvalidUtf8 => self.speech.say("wrong-not-text"),
            other => other.to_string(),
        }
    }

    fn conflict(&self, argument: &String) -> String {
        match self.error.get(ContextKind::PriorArg) {
            Some(ContextValue::String(other)) if other == argument => {
                self.say("wrong-twice", &[("argument", argument)])
            }
            Some(ContextValue::String(other)) => self.say(
                "wrong-conflict",
                &[("argument", argument), ("other", other)],
            ),
            _ => {
                let head = self.say("wrong-conflicts", &[("argument", argument)]);
                self.listed(head, ContextKind::PriorArg)
            }
        }
    }

    fn number(&self, argument: &String, needed: ContextKind) -> String {
        let count = |kind| self.one(kind).unwrap_or_default();
        let needed = count(needed);
        let given = count(ContextKind::ActualNumValues);
        let values = [
            ("argument", argument),
            ("needed", &needed),
            ("given", &given),
        ];
        self.say("wrong-number", &values)
    }

    /// What may be meant.
    fn tips(&self) -> Vec<String> {
        let mut tips = Vec::new();
        for kind in [
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedArg,
            ContextKind::SuggestedValue,
        ] {
            let meant = self.list(kind).join(", ");
            if !meant.is_empty() {
                tips.push(self.say("tip-meant", &[("meant", &meant)]));
            }
        }
        // These are sentences in English; what stands between their quotation marks is enough to know them by.
        for sentence in self.list(ContextKind::Suggested) {
            let mut quoted = sentence.split('\'').skip(1).step_by(2).map(str::to_owned);
            if let (Some(first), Some(second)) = (quoted.next(), quoted.next()) {
                let values = [("value", &first), ("command", &second)];
                tips.push(self.say("tip-as-value", &values));
            } else if let Some(meant) = sentence.split('\'').nth(1) {
                tips.push(self.say("tip-meant", &[("meant", &meant.to_owned())]));
            }
        }
        tips
    }

    fn with_values(&self, head: String, kind: ContextKind) -> String {
        let values = self.list(kind).join(", ");
        if values.is_empty() {
            return head;
        }
        let values = self.say("values-in-line", &[("values", &values)]);
        format!("{head}\n  {values}")
    }

    fn listed(&self, head: String, kind: ContextKind) -> String {
        let lines = self.list(kind);
        lines.iter().fold(head, |text, line| text + "\n  " + line)
    }

    fn say(&self, key: &str, values: &[(&str, &String)]) -> String {
        let values: Vec<(&str, Value)> = values
            .iter()
            .map(|(name, value)| (*name, Value::Text((*value).clone())))
            .collect();
        let values: Vec<(&str, &Value)> =
            values.iter().map(|(name, value)| (*name, value)).collect();
        self.speech.say_with(key, &values)
    }

    fn one(&self, kind: ContextKind) -> Option<String> {
        self.error.get(kind).map(ToString::to_string)
    }

    fn list(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::Strings(all)) => all.clone(),
            Some(ContextValue::StyledStrs(all)) => all.iter().map(ToString::to_string).collect(),
            Some(ContextValue::String(one)) => vec![one.clone()],
            _ => Vec::new(),
        }
    }
}
