//! Walks a command line and replaces its texts.

use std::cell::RefCell;

use clap::builder::{PossibleValue, PossibleValuesParser, StyledStr};
use clap::{Arg, Command};

use crate::model::Arg as Value;
use crate::speech::Speech;

/// What the help is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// A terminal.
    Screen,
    /// A manual page, which sets out defaults and possible values in its own way.
    Manual,
}

/// A text of the help.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text {
    /// Where its translation may stand; the first key that exists holds.
    pub keys: Vec<String>,
    /// What it is in English.
    pub english: String,
}

/// The command in other words, and the texts it is made of.
pub fn rewrite(mut command: Command, speech: &Speech, page: Page) -> (Command, Vec<Text>) {
    // `--help`, `--version` and `help` are there only once it is built.
    command.build();
    let writer = Writer {
        speech,
        page,
        texts: RefCell::default(),
    };
    let command = writer.command(command, "", "about");
    (command, writer.texts.into_inner())
}

struct Writer<'a> {
    speech: &'a Speech,
    page: Page,
    texts: RefCell<Vec<Text>>,
}

impl Writer<'_> {
    /// A command. `path` names it in keys: nothing for igdoctor itself, `auth-login` for `igdoctor auth login`.
    fn command(&self, mut command: Command, path: &str, about: &str) -> Command {
        let read = |text: Option<&StyledStr>| text.map(ToString::to_string);
        if let Some(english) = read(command.get_about()) {
            command = command.about(self.text(&[about], english));
        }
        if let Some(english) = read(command.get_long_about()) {
            command = command.long_about(self.text(&[&format!("{about}-long")], english));
        }
        if let Some(english) = read(command.get_after_help()) {
            command = command.after_help(self.text(&[&joined("after", path)], english));
        }
        command = command.mut_args(|arg| self.arg(arg, path));
        if command.has_subcommands() {
            let heading = self.text(&["heading-commands"], "Commands".to_owned());
            command = command
                .subcommand_help_heading(heading)
                .mut_subcommands(|inner| self.inner(inner, path));
        }
        self.usage(command)
    }

    fn inner(&self, command: Command, path: &str) -> Command {
        // `help` repeats the commands that stand beside it.
        if command.get_name() == "help" {
            return self.command(command, path, "about-help");
        }
        let path = joined(path, command.get_name());
        self.command(command, &path, &joined("about", &path))
    }

    /// The line that shows how a command is written, with its heading.
    fn usage(&self, mut command: Command) -> Command {
        let line = command.render_usage();
        if self.page == Page::Manual {
            let line = line.to_string();
            let line = line.split_once(' ').map_or("", |(_, usage)| usage);
            return command.override_usage(self.placeholders(line));
        }
        let line = line.ansi().to_string();
        // Before it stands its English heading, in the style of headings.
        let line = line.split_once(' ').map_or("", |(_, usage)| usage);
        let style = *command.get_styles().get_header();
        let heading = self.speech.say("usage");
        command
            .override_usage(StyledStr::from(self.placeholders(line)))
            .help_template(format!(
                "{{before-help}}{{about-with-newline}}\n{style}{heading}{style:#} {{usage}}\n\n{{all-args}}{{after-help}}"
            ))
    }

    fn arg(&self, mut arg: Arg, path: &str) -> Arg {
        if arg.is_hide_set() {
            return arg;
        }
        let id = arg.get_id().as_str().replace('_', "-");
        let takes_value = arg.get_action().takes_values();
        let heading = match (arg.get_help_heading(), arg.is_positional()) {
            (Some(heading), _) => heading,
            (None, true) => "Arguments",
            (None, false) => "Options",
        };
        let heading = self.text(&[&joined("heading", &slug(heading))], heading.to_owned());
        arg = arg.help_heading(heading);
        if takes_value && let Some(names) = arg.get_value_names() {
            let names: Vec<String> = names.iter().map(|name| self.placeholder(name)).collect();
            arg = arg.value_names(names);
        }
        let long = arg.get_long_help().map(ToString::to_string);
        // clap's own flag says another thing where there is more to say.
        let id = if id == "help" && long.is_some() {
            "help-more".to_owned()
        } else {
            id
        };
        let help = arg.get_help().map(ToString::to_string);
        let help = help.map(|english| self.here(path, &format!("flag-{id}"), english));
        let long = long.map(|english| self.here(path, &format!("flag-{id}-long"), english));
        if takes_value {
            return self.value(arg, (path, &id), help, long);
        }
        replaced(arg, help, long)
    }

    /// A text that may be one of this command, of all commands beside it, or of any.
    fn here(&self, path: &str, key: &str, english: String) -> String {
        let parent = path.rsplit_once('-').map_or("", |(parent, _)| parent);
        let mut keys = [path, parent, ""].map(|path| joined(path, key)).to_vec();
        keys.dedup();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        self.text(&keys, english)
    }

    /// A flag that takes a value: what it may be, and what it is when it is left out.
    fn value(
        &self,
        arg: Arg,
        (path, id): (&str, &str),
        help: Option<String>,
        long: Option<String>,
    ) -> Arg {
        let values: Vec<PossibleValue> = arg
            .get_possible_values()
            .into_iter()
            .filter(|value| !value.is_hide_set() && !arg.is_hide_possible_values_set())
            .map(|value| self.possible(value, path, id))
            .collect();
        if self.page == Page::Manual {
            let arg = replaced(arg, help, long);
            return if values.is_empty() {
                arg
            } else {
                arg.value_parser(PossibleValuesParser::new(values))
            };
        }
        let default = self.default(&arg);
        let short = [help.clone(), self.values_in_line(&values), default.clone()];
        let list = self.values_in_lines(&values);
        let long = [long.or(help), list, default];
        replaced(arg, Some(glued(short, " ")), Some(glued(long, "\n\n")))
            .hide_possible_values(true)
            .hide_default_value(true)
    }

    fn possible(&self, value: PossibleValue, path: &str, id: &str) -> PossibleValue {
        match value.get_help().map(ToString::to_string) {
            None => value,
            Some(english) => {
                let key = format!("choice-{id}-{}", value.get_name());
                value.help(self.here(path, &key, english))
            }
        }
    }

    fn default(&self, arg: &Arg) -> Option<String> {
        let values = arg.get_default_values();
        let values: Vec<_> = values.iter().map(|value| value.to_string_lossy()).collect();
        (!values.is_empty() && !arg.is_hide_default_value_set())
            .then(|| self.with("default", "value", values.join(" ")))
    }

    fn values_in_line(&self, values: &[PossibleValue]) -> Option<String> {
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        (!names.is_empty()).then(|| self.with("values-in-line", "values", names.join(", ")))
    }

    fn values_in_lines(&self, values: &[PossibleValue]) -> Option<String> {
        if values.iter().all(|value| value.get_help().is_none()) {
            return self.values_in_line(values);
        }
        let widest = values.iter().map(|value| value.get_name().len()).max()?;
        let mut text = self.speech.say("values");
        for value in values {
            let name = format!("{}:", value.get_name());
            let help = value.get_help().map(ToString::to_string);
            let help = help.unwrap_or_default();
            text += &format!("\n- {name:0$} {help}", widest + 1);
        }
        Some(text)
    }

    fn with(&self, key: &str, name: &str, value: String) -> String {
        self.speech.say_with(key, &[(name, &Value::Text(value))])
    }

    /// The words for a text.
    fn text(&self, keys: &[&str], english: String) -> String {
        let known = keys.iter().find(|key| self.speech.knows(key));
        let words = known.map(|key| self.speech.say(key));
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        let words = words.unwrap_or_else(|| english.clone());
        self.texts.borrow_mut().push(Text { keys, english });
        words
    }

    /// A word in capitals that stands for a value.
    fn placeholder(&self, name: &str) -> String {
        self.text(&[&joined("value", &slug(name))], name.to_owned())
    }

    /// A line with words in capitals.
    fn placeholders(&self, line: &str) -> String {
        let mut written = String::new();
        let mut rest = line;
        while let Some(start) = rest.find(|c: char| c.is_ascii_uppercase()) {
            let (before, word) = rest.split_at(start);
            let end = word.find(|c: char| !c.is_ascii_uppercase() && c != '_');
            let (word, after) = word.split_at(end.unwrap_or(word.len()));
            let key = joined("value", &slug(word));
            // What is translated already may hold capitals as well.
            let known = self.speech.knows(&key);
            written += before;
            written += &if known {
                self.placeholder(word)
            } else {
                word.to_owned()
            };
            rest = after;
        }
        written + rest
    }
}

fn replaced(mut arg: Arg, help: Option<String>, long: Option<String>) -> Arg {
    if let Some(help) = help {
        arg = arg.help(help);
    }
    if let Some(long) = long {
        arg = arg.long_help(long);
    }
    arg
}

fn glued(parts: [Option<String>; 3], between: &str) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(between)
}

/// Two parts of a key.
fn joined(first: &str, second: &str) -> String {
    let between = if first.is_empty() || second.is_empty() {
        ""
    } else {
        "-"
    };
    format!("{first}{between}{second}")
}

/// A text as part of a key: `The connection` is `the-connection`.
fn slug(text: &str) -> String {
    let parts = text.split(|c: char| !c.is_ascii_alphanumeric());
    let parts: Vec<String> = parts
        .filter(|part| !part.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    parts.join("-")
}
