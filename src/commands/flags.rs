//! Flags that several verbs share, and what becomes of them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Result, bail, ensure};
use clap::{Args, ValueEnum};
use url::Url;

use super::deliver::Delivery;
use crate::address::{id_hint, is_id, shown};
use crate::evidence::Selection;
use crate::graph::{DEFAULT_VERSION, GraphVersion};
use crate::model::{Language, Severity, Symptom};
use crate::speech::{self, Speech, did_you_mean, error};
use crate::tenant::effective::Origin;
use crate::terminal::{ColorChoice, Look};

/// What to check and how it counts.
#[derive(Args, Debug)]
#[command(next_help_heading = "What to check")]
pub struct SelectionFlags {
    /// Only these checks, and what they need
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub only: Vec<String>,
    /// All but these checks
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub skip: Vec<String>,
    /// Opt-in parts: signed-event sends the callback two events without content, one of them wrongly signed; data-deletion-callback sends such requests about a user that cannot exist
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub with: Vec<String>,
    /// Only what can cause this: no-messages, no-comments, reply-fails, private-reply-fails
    #[arg(long, value_name = "S", value_parser = parse::<Symptom>)]
    pub symptom: Option<Symptom>,
    /// From which severity on findings make the exit code 1: error (unless told) or warning
    #[arg(long, value_name = "SEVERITY", value_parser = parse::<Severity>)]
    pub fail_on: Option<Severity>,
    /// Exit with 3 when anything is unknown or left to a person
    #[arg(long)]
    pub strict: bool,
}

/// How Meta is asked.
#[derive(Args, Debug)]
#[command(next_help_heading = "How to ask")]
pub struct AskFlags {
    /// Stands for all of Meta's hosts; https, or http on this machine
    #[arg(long, value_name = "URL")]
    pub graph_url: Option<Url>,
    /// Version of the Graph API
    #[arg(long, value_name = "V", default_value_t = DEFAULT_VERSION)]
    pub graph_version: GraphVersion,
    /// Longest time for the whole check (90s, 5m, 2h)
    #[arg(long, value_name = "D", default_value = "60s", value_parser = duration)]
    pub timeout: Duration,
}

/// How to write.
#[derive(Args, Debug)]
#[command(next_help_heading = "Output")]
pub struct LookFlags {
    /// Language of the words: en, pt-BR or ru
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub lang: Option<Language>,
    /// When to use color
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
    /// For screen readers: no boxes, no symbols, no moving text
    #[arg(long)]
    pub accessible: bool,
}

/// In which form, for commands that show data. A form they do not have is told by clap, which ends with 2.
#[derive(Args, Debug)]
#[command(next_help_heading = "Output")]
pub struct FormFlags {
    /// Form of the result
    #[arg(long, value_name = "F", default_value = "human")]
    pub format: Plain,
}

/// In which form, for commands that write a report.
#[derive(Args, Debug)]
#[command(next_help_heading = "Output")]
pub struct ReportFormFlags {
    /// Form of the result
    #[arg(long, value_name = "F", default_value = "human")]
    pub format: Format,
}

/// To where, and how much.
#[derive(Args, Debug)]
#[command(next_help_heading = "Output")]
pub struct WriteFlags {
    /// Write the result to this file; `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Findings and the closing line only
    #[arg(long, short)]
    pub quiet: bool,
}

/// Form of a result that is no report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Plain {
    /// For a person.
    Human,
    /// For a program.
    Json,
}

/// Form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a person at a terminal.
    Human,
    /// For a program.
    Json,
    /// For a program that reads while the check runs: one event a line.
    Jsonl,
    /// For a CI server's list of tests: XML.
    Junit,
    /// For code scanning: SARIF 2.1.0.
    Sarif,
    /// For a GitHub workflow: annotations, and a summary of the step.
    Github,
    /// For a ticket.
    Markdown,
    /// A page for a browser.
    Html,
}

impl Format {
    /// As it is written on the command line.
    #[must_use]
    pub fn name(self) -> String {
        let value = self.to_possible_value();
        value.map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// The form of a repair, which writes no report.
    ///
    /// # Errors
    /// When there is no such form there.
    pub fn plain(self) -> Result<Plain> {
        match self {
            Self::Human => Ok(Plain::Human),
            Self::Json => Ok(Plain::Json),
            other => bail!(error("error-format-plain", &[("format", &other.name())])),
        }
    }
}

impl WriteFlags {
    /// Where a result goes. What more there is to say is a matter of each command.
    pub(super) fn delivery(&self, format: Format, verbose: bool) -> Delivery<'_> {
        Delivery {
            format,
            output: self.output.as_deref(),
            quiet: self.quiet,
            verbose,
        }
    }
}

impl From<Plain> for Format {
    fn from(plain: Plain) -> Self {
        match plain {
            Plain::Human => Self::Human,
            Plain::Json => Self::Json,
        }
    }
}

impl LookFlags {
    /// Whether text is for a screen reader, by flag or by environment.
    #[must_use]
    pub fn is_accessible(&self) -> bool {
        self.accessible
            || std::env::var_os("ACCESSIBLE").is_some_and(|value| !value.is_empty() && value != "0")
    }

    /// How to write to standard output.
    #[must_use]
    pub fn look(&self) -> Look {
        Look::of_stdout(self.color, self.is_accessible())
    }

    /// The language of the words, where no tenant has a say.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language_for(None)
    }

    /// The language of the words about a tenant, which may have one of its own.
    #[must_use]
    pub fn language_for(&self, tenant: Option<Language>) -> Language {
        self.chosen_language(tenant).0
    }

    /// Speaks about a tenant, which may have a language of its own; errors do so too from now on.
    pub fn speech(&self, tenant: Option<Language>) -> Speech {
        let language = self.language_for(tenant);
        speech::let_errors_speak(language);
        Speech::new(language)
    }

    /// The language to speak, and by whose wish: flag, `IGDOCTOR_LANG`, tenant, the machine, nobody's.
    #[must_use]
    pub fn chosen_language(&self, tenant: Option<Language>) -> (Language, Origin) {
        let wished = || speech::from_environment().ok().flatten();
        let by_environment = |(language, name)| (language, Origin::Environment(name));
        self.lang
            .map(|language| (language, Origin::Flag("--lang")))
            .or_else(|| Some(by_environment((wished()?, "IGDOCTOR_LANG"))))
            .or_else(|| Some((tenant?, Origin::Tenant)))
            .or_else(|| speech::of_machine().map(by_environment))
            .unwrap_or((Language::En, Origin::Default))
    }
}

impl SelectionFlags {
    /// The selection.
    #[must_use]
    pub fn selection(&self) -> Selection {
        Selection {
            only: self.only.clone(),
            skip: self.skip.clone(),
            with: self.with.clone(),
            symptom: self.symptom,
            fail_on: self.fail_on,
            strict: self.strict,
        }
    }
}

impl AskFlags {
    /// The address that stands for Meta's hosts, if one was given and a token may be sent there.
    ///
    /// # Errors
    /// When a token could be read on its way.
    pub fn checked_graph_url(&self) -> Result<Option<Url>> {
        if let Some(url) = &self.graph_url {
            let shown = shown(url);
            let safe = url.scheme() == "https"
                || (url.scheme() == "http" && crate::graph::is_loopback(url));
            ensure!(safe, error("error-graph-url-readable", &[("url", &shown)]));
            ensure!(
                url.query().is_none() && url.username().is_empty() && url.password().is_none(),
                error("error-graph-url-bare", &[("url", &shown)])
            );
        }
        Ok(self.graph_url.clone())
    }
}

/// A word of the vocabulary.
pub(super) fn parse<T: std::str::FromStr<Err = crate::model::UnknownWord>>(
    text: &str,
) -> Result<T, String> {
    text.parse().map_err(|fault: crate::model::UnknownWord| {
        let hint = did_you_mean(text, fault.known.split(", "));
        error(
            "error-word-known",
            &[("known", &fault.known), ("hint", &hint)],
        )
    })
}

/// The language for what goes wrong before the command line is understood.
#[must_use]
pub fn language_of_start(args: impl Iterator<Item = OsString>) -> Language {
    let args: Vec<String> = args.map(|arg| arg.to_string_lossy().into_owned()).collect();
    let after = |index: usize| args.get(index + 1).map(String::as_str);
    let flag = args.iter().enumerate().find_map(|(index, arg)| {
        let value = match arg.strip_prefix("--lang")? {
            "" => after(index)?,
            rest => rest.strip_prefix('=')?,
        };
        speech::from_locale(value)
    });
    flag.or_else(|| speech::from_environment().ok().flatten())
        .or_else(|| speech::of_machine().map(|(language, _)| language))
        .unwrap_or(Language::En)
}

/// A language, also in the spelling of a locale.
///
/// # Errors
/// Which there are.
pub fn language(text: &str) -> Result<Language, String> {
    speech::from_locale(text).map_or_else(|| parse(text), Ok)
}

/// An id as Meta gives them.
pub(super) fn meta_id(text: &str) -> Result<String, String> {
    if is_id(text) {
        return Ok(text.to_owned());
    }
    Err(id_hint())
}

/// `90s`, `5m`, `2h`.
pub(super) fn duration(text: &str) -> Result<Duration, String> {
    crate::model::duration(text)
        .filter(|time| time.as_secs() <= 86_400)
        .ok_or_else(|| error("error-duration", &[]))
}

/// What is said of a file that a flag names and that cannot be written.
pub(super) fn cannot_write(flag: &str, path: &Path) -> String {
    let path = path.display();
    error(
        "error-flag-cannot-write",
        &[("flag", &flag), ("path", &path)],
    )
}
