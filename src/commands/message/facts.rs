//! What is told of the reply.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail, ensure};
use chrono::{DateTime, TimeDelta, Utc};
use clap::Args;

use super::picture;
use crate::commands::deliver::Named;
use crate::commands::flags::parse;
use crate::evidence::thread::Which;
use crate::judge::reply::{Kind, LastInbound, Reply};
use crate::platform::{Content, General};
use crate::speech::{did_you_mean, error};

/// No reply is longer, whatever the platform.
const MEGABYTES: u64 = 1;

/// Clocks differ a little.
const SLACK: TimeDelta = TimeDelta::minutes(5);

/// Flags that tell of the reply.
#[derive(Args, Debug)]
#[command(next_help_heading = "The reply")]
pub(super) struct FactFlags {
    /// What it is: direct (a direct message), private-reply (a direct message that answers a comment) or comment (a public answer)
    #[arg(long, value_name = "KIND", default_value_t = Kind::Direct, value_parser = parse::<Kind>)]
    kind: Kind,
    /// Its text
    #[arg(
        long,
        value_name = "T",
        conflicts_with = "text_file",
        allow_hyphen_values = true
    )]
    text: Option<String>,
    /// Its text, read from this file; `-` is standard input; the line break at its end does not count
    #[arg(long, value_name = "FILE")]
    text_file: Option<PathBuf>,
    /// A picture in it; repeatable
    #[arg(long, value_name = "FILE")]
    image: Vec<PathBuf>,
    /// What else is in it, such as forwarded-reel or gif-or-sticker
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = parse::<Content>)]
    content: Vec<Content>,
    /// The conversation that it belongs to: its id, or the customer's id from the webhook. Meta is asked who wrote there and when, never what, and which app holds it
    #[arg(long, value_name = "ID", conflicts_with = "no_token")]
    pub thread: Option<Which>,
    /// When the customer last wrote, or never; for a private reply, when the comment was written. It counts before what --thread finds
    #[arg(long, value_name = "TIME", value_parser = last_inbound)]
    last_inbound: Option<LastInbound>,
    /// How many messages with the same text are sent within 5 minutes, with this one
    #[arg(long, value_name = "COUNT", value_parser = alike)]
    alike_in_5_min: Option<u32>,
    /// A person writes it, and it goes with the human agent tag, which Meta has approved for the app
    #[arg(long, conflicts_with = "tag")]
    human_agent: bool,
    /// The message tag that it goes with
    #[arg(long, value_name = "TAG")]
    tag: Option<String>,
    /// How many private replies the comment has had
    #[arg(long, value_name = "COUNT", value_parser = count)]
    private_replies: Option<u32>,
    /// Whom it goes to: the customer's id from the webhook, or the comment's id
    #[arg(long, value_name = "ID")]
    to: Option<String>,
    /// Whose it is, where the platform wants that named: the channel's id, or the account's name
    #[arg(long, value_name = "ID")]
    from: Option<String>,
}

impl FactFlags {
    /// The reply as it was told.
    ///
    /// # Errors
    /// When a file cannot be read, or what was told cannot be.
    pub fn reply(&self, meta: &General, now: DateTime<Utc>) -> Result<Reply> {
        if let Some(LastInbound::At(time)) = self.last_inbound {
            let shown = time.to_rfc3339();
            ensure!(
                time <= now + SLACK,
                error("error-message-future", &[("time", &shown)])
            );
        }
        ensure!(
            self.thread.is_none() || self.kind == Kind::Direct,
            error("error-message-thread-kind", &[("kind", &self.kind)])
        );
        ensure!(
            self.kind != Kind::Comment || self.last_inbound != Some(LastInbound::Never),
            error("error-message-no-comment", &[])
        );
        let customer = self.thread.as_ref().and_then(Which::person);
        let images = self.image.iter().map(|path| picture::look_at(path));
        Ok(Reply {
            kind: self.kind,
            text: self.text()?,
            images: images.collect::<Result<_>>()?,
            content: self.content.clone(),
            last_inbound: self.last_inbound,
            alike: self.alike_in_5_min,
            tag: self.tag(meta)?,
            private_replies: self.private_replies,
            to: self.to.clone().or(customer),
            from: self.from.clone(),
            people: None,
            own_messages: None,
        })
    }

    /// The files that are read, each with its flag. A picture may be sent twice.
    pub fn files(&self) -> Vec<Named<'_>> {
        let mut images: Vec<&Path> = self.image.iter().map(PathBuf::as_path).collect();
        images.sort();
        images.dedup();
        let images = images.into_iter().map(|path| ("--image", Some(path)));
        std::iter::once(("--text-file", self.text_file.as_deref()))
            .chain(images)
            .collect()
    }

    /// Whether the text comes from standard input.
    pub fn reads_stdin(&self) -> bool {
        self.text_file.as_deref() == Some(Path::new("-"))
    }

    fn text(&self) -> Result<Option<String>> {
        let (flag, text) = match (&self.text, &self.text_file) {
            (Some(text), _) => ("--text", text.clone()),
            (None, Some(path)) => ("--text-file", read(path)?),
            (None, None) => return Ok(None),
        };
        ensure!(
            !text.trim().is_empty(),
            error("error-message-empty", &[("flag", &flag)])
        );
        Ok(Some(text))
    }

    /// A tag that Meta never knew is a slip.
    fn tag(&self, meta: &General) -> Result<Option<String>> {
        if self.human_agent {
            return Ok(Some(meta.human_agent_tag.clone()));
        }
        let Some(tag) = &self.tag else {
            return Ok(None);
        };
        let known = || {
            let retired = meta.tags_retired.iter();
            retired.chain([&meta.human_agent_tag]).map(String::as_str)
        };
        if !known().any(|known| known == tag) {
            let all = known().collect::<Vec<_>>().join(", ");
            let hint = did_you_mean(&tag.to_uppercase(), known());
            let names: [(&str, &dyn std::fmt::Display); 3] =
                [("tag", tag), ("hint", &hint), ("known", &all)];
            bail!(error("error-message-tag", &names));
        }
        Ok(Some(tag.clone()))
    }
}

/// A whole number.
fn count(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| error("error-toml-count", &[]))
}

/// A number of messages among which the reply itself is.
fn alike(text: &str) -> Result<u32, String> {
    let count = count(text)?;
    (count > 0)
        .then_some(count)
        .ok_or_else(|| error("error-message-alike", &[]))
}

/// A time, or that there is none.
fn last_inbound(text: &str) -> Result<LastInbound, String> {
    if text == "never" {
        return Ok(LastInbound::Never);
    }
    let time = DateTime::parse_from_rfc3339(text);
    time.map(|time| LastInbound::At(time.with_timezone(&Utc)))
        .map_err(|_| error("error-message-time", &[]))
}

/// The text of a file.
fn read(path: &Path) -> Result<String> {
    const FLAG: &str = "--text-file";
    let shown = path.display().to_string();
    let named: [(&str, &dyn std::fmt::Display); 2] = [("flag", &FLAG), ("path", &shown)];
    let bytes = if path == Path::new("-") {
        bytes(io::stdin().lock())
    } else {
        File::open(path).and_then(bytes)
    };
    let bytes = bytes.with_context(|| error("error-message-file", &named))?;
    if bytes.len() as u64 > MEGABYTES << 20 {
        let long: [(&str, &dyn std::fmt::Display); 3] =
            [("flag", &FLAG), ("path", &shown), ("megabytes", &MEGABYTES)];
        bail!(error("error-message-too-long", &long));
    }
    let text =
        String::from_utf8(bytes).map_err(|_| anyhow!(error("error-message-no-text", &named)))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let text = text.strip_suffix('\n').unwrap_or(text);
    Ok(text.strip_suffix('\r').unwrap_or(text).to_owned())
}

fn bytes(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take((MEGABYTES << 20) + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
