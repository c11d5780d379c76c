//! Flags that several verbs share, and what becomes of them.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, bail, ensure};
use clap::{Args, ValueEnum};
use url::Url;

use crate::evidence::Selection;
use crate::evidence::shown;
use crate::graph::{DEFAULT_VERSION, GraphVersion, flow_of_token};
use crate::model::{Access, Flow, Language, Severity, Symptom, did_you_mean};
use crate::platform::{self, Platform};
use crate::secret::{AppKeys, Secret};
use crate::tenant::{Credentials, Expectation, Tenant};
use crate::terminal::{ColorChoice, Look};
use crate::words::spoken;

/// Whom it is about.
#[derive(Args, Debug)]
#[command(next_help_heading = "The connection")]
pub struct TenantFlags {
    /// Messaging platform: an id (`igdoctor list --platforms`) or the path of a file of your own
    #[arg(long, value_name = "ID")]
    pub platform: Option<String>,
    /// How the account was connected: facebook (Facebook Login) or instagram (Instagram Login)
    #[arg(long, value_parser = parse::<Flow>)]
    pub flow: Option<Flow>,
    /// Id of the Facebook Page
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    pub page: Option<String>,
    /// Id of the Instagram account (1784…)
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    pub instagram: Option<String>,
    /// Id of the platform's Meta app; with its secret in IGDOCTOR_APP_SECRET more can be checked
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    pub app: Option<String>,
    /// Address that Meta should call
    #[arg(long, value_name = "URL")]
    pub callback_url: Option<Url>,
    /// The platform's own address, where it has one
    #[arg(long, value_name = "URL")]
    pub platform_url: Option<Url>,
    /// Id of the account as the platform stores it
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    pub stored_account_id: Option<String>,
    /// Read the token from this file, which only you may read
    #[arg(long, value_name = "FILE", conflicts_with_all = ["token_stdin", "no_token"])]
    pub token_file: Option<PathBuf>,
    /// Read the token from standard input
    #[arg(long, conflicts_with = "no_token")]
    pub token_stdin: bool,
    /// Check without a token: probe what is public, and list what a person must look at
    #[arg(long)]
    pub no_token: bool,
    /// Take private addresses for public ones, inside your own network
    #[arg(long)]
    pub allow_private: bool,
}

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
    /// Opt-in parts: signed-event sends the callback two events without content, one of them wrongly signed
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
    /// Record what was sent and answered, without secrets, as HAR
    #[arg(long, value_name = "FILE.har")]
    pub trace_http: Option<PathBuf>,
}

/// How to write.
#[derive(Args, Debug)]
#[command(next_help_heading = "Output")]
pub struct LookFlags {
    /// Form of the result
    #[arg(long, value_name = "F", default_value = "human")]
    pub format: Format,
    /// Language of the words: en, pt-BR or ru; this version speaks English whatever is wished
    #[arg(long, value_parser = parse::<Language>)]
    pub lang: Option<Language>,
    /// When to use color
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
    /// For screen readers: no boxes, no symbols, no moving text
    #[arg(long)]
    pub accessible: bool,
}

/// Form of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a person.
    Human,
    /// For a program.
    Json,
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

    /// The language of the words.
    #[must_use]
    pub fn language(&self) -> Language {
        spoken(self.lang.or_else(wished).unwrap_or(Language::En))
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
            ensure!(
                safe,
                "--graph-url {shown}: a token would travel readable; use https, or http on this machine (127.0.0.1, [::1], localhost)"
            );
            ensure!(
                url.query().is_none() && url.username().is_empty() && url.password().is_none(),
                "--graph-url {shown}: leave out user, password and query"
            );
        }
        Ok(self.graph_url.clone())
    }
}

impl TenantFlags {
    /// The tenant that flags and environment describe.
    ///
    /// # Errors
    /// When something does not fit together or cannot be read.
    pub fn tenant(&self) -> Result<Tenant> {
        let platform = Platform::find(self.platform.as_deref().unwrap_or(platform::DEFAULT))?;
        let token = self.token()?;
        let app_secret = from_environment("IGDOCTOR_APP_SECRET")?.filter(|_| !self.no_token);
        ensure!(
            app_secret.is_none() || self.app.is_some() || platform.app_ids.len() == 1,
            "IGDOCTOR_APP_SECRET is set, but not which app it belongs to; add --app ID"
        );
        let app_id = self
            .app
            .clone()
            .or_else(|| platform.app_ids.first().cloned());
        let token_flow = token.as_ref().and_then(flow_of_token);
        let flow = flow(&platform, self.flow, token_flow)?;
        let access = match (&token, &app_secret) {
            (None, _) => Access::None,
            (Some(_), None) => Access::Token,
            (Some(_), Some(_)) => Access::App,
        };
        self.check_addresses()?;
        let expect = Expectation {
            flow_stated: self.flow.is_some(),
            access,
            token_flow,
            page_id: self.page.clone(),
            instagram_id: self.instagram.clone(),
            app_ids: self
                .app
                .clone()
                .map_or_else(|| platform.app_ids.clone(), |id| vec![id]),
            callback_url: self.callback_url.clone().or_else(|| {
                platform
                    .callback_url
                    .as_deref()
                    .and_then(|url| url.parse().ok())
            }),
            platform_url: self.platform_url.clone(),
            stored_account_id: self.stored_account_id.clone(),
            allow_private: self.allow_private,
            ..Expectation::new(platform, flow)
        };
        let credentials = Credentials {
            token,
            app: app_id.map(|id| AppKeys {
                id,
                secret: app_secret,
            }),
            verify_token: from_environment("IGDOCTOR_VERIFY_TOKEN")?,
            ..Credentials::default()
        };
        Ok(Tenant {
            expect,
            credentials,
        })
    }

    /// Addresses that are probed must be those of web servers.
    fn check_addresses(&self) -> Result<()> {
        for (flag, url) in [
            ("--callback-url", &self.callback_url),
            ("--platform-url", &self.platform_url),
        ] {
            let Some(url) = url else { continue };
            let of_web_server =
                matches!(url.scheme(), "http" | "https") && url.host_str().is_some();
            ensure!(
                of_web_server,
                "{flag} {}: not the address of a web server",
                shown(url)
            );
        }
        Ok(())
    }

    /// The token, from the one place that was named, else from the environment.
    fn token(&self) -> Result<Option<Secret>> {
        if self.no_token {
            Ok(None)
        } else if let Some(path) = &self.token_file {
            Ok(Some(Secret::from_file(path)?))
        } else if self.token_stdin {
            Ok(Some(Secret::from_stdin()?))
        } else {
            from_environment("IGDOCTOR_TOKEN")
        }
    }
}

/// The flow: stated, else by the token's looks, else the platform's first. A token of a flow that the platform lacks is a finding, not an error.
fn flow(platform: &Platform, stated: Option<Flow>, by_token: Option<Flow>) -> Result<Flow> {
    let offered = platform
        .flows
        .iter()
        .map(|flow| flow.as_str())
        .collect::<Vec<_>>()
        .join(", ");
    if let Some(flow) = stated {
        ensure!(
            platform.flows.contains(&flow),
            "--flow {flow}: {} offers only: {offered}",
            platform.name
        );
        return Ok(flow);
    }
    match (by_token, platform.flows.first()) {
        (Some(flow), _) if platform.flows.contains(&flow) => Ok(flow),
        (Some(flow), _) => bail!(
            "the token is one of {flow} login, but {} offers only: {offered}",
            platform.name
        ),
        (None, Some(first)) => Ok(*first),
        (None, None) => Ok(Flow::Facebook),
    }
}

/// A secret from an environment variable; an empty one counts as unset.
fn from_environment(name: &str) -> Result<Option<Secret>> {
    match std::env::var(name) {
        Ok(text) if text.is_empty() => Ok(None),
        Ok(text) => Ok(Some(Secret::parse(
            &text,
            &format!("the environment variable {name}"),
        )?)),
        Err(std::env::VarError::NotPresent) => Ok(None),
        // The value itself is never shown, not even where it is no text.
        Err(std::env::VarError::NotUnicode(_)) => bail!(
            "the environment variable {name} holds characters that no token has; copy it again"
        ),
    }
}

/// The language that the environment asks for; one that igdoctor does not know counts as none.
fn wished() -> Option<Language> {
    std::env::var("IGDOCTOR_LANG").ok()?.parse().ok()
}

/// A word of the vocabulary.
fn parse<T: std::str::FromStr<Err = crate::model::UnknownWord>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: crate::model::UnknownWord| {
        let hint = did_you_mean(text, error.known.split(", "));
        format!("known: {}{hint}", error.known)
    })
}

/// An id as Meta gives them.
fn meta_id(text: &str) -> Result<String, String> {
    if crate::evidence::is_id(text) {
        return Ok(text.to_owned());
    }
    Err(
        "an id of Meta's has digits only, such as 104512345678901; a name or an address is no id"
            .to_owned(),
    )
}

/// `90s`, `5m`, `2h`.
fn duration(text: &str) -> Result<Duration, String> {
    crate::model::duration(text)
        .filter(|time| time.as_secs() <= 86_400)
        .ok_or_else(|| "write a time like 90s, 5m or 2h, up to a day".to_owned())
}
