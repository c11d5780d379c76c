//! A source as a tenant's file writes it: a table with exactly one way, such as `{ env = "NAME" }`.
//!
//! Taken apart by hand, because what stands there by mistake may be the secret itself, and serde's own errors would repeat it.

use std::path::PathBuf;
use std::time::Duration;

use serde::de::{Deserialize, Deserializer};
use toml::Value;

use crate::model::duration;
use crate::secret::harmless::looks_secret;
use crate::secret::{Source, hide};
use crate::speech::{did_you_mean, error};
use crate::toml_error::ours;

/// The ways, of which there must be one.
const WAYS: &[&str] = &["env", "stdin", "file", "keyring", "command"];
/// What may stand beside a way.
const BESIDE: &[&str] = &["readable_by_others", "timeout"];

/// Keys of what is said of a wrong source.
const NOT_HERE: &str = "error-source-not-here";
const SAY_WAYS: &str = "error-source-ways";

/// How long a program may take unless told.
const USUAL: Duration = Duration::from_secs(30);
/// The longest it may be told to.
const LONGEST: Duration = Duration::from_secs(300);

impl<'de> Deserialize<'de> for Source {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Every value is one of TOML's, so nothing is refused, and repeated, before we look at it.
        source(Value::deserialize(deserializer)?).map_err(|problem| ours(&problem))
    }
}

fn source(value: Value) -> Result<Source, String> {
    let Value::Table(mut table) = value else {
        return Err(say(NOT_HERE));
    };
    let known = || WAYS.iter().chain(BESIDE).copied();
    if let Some(key) = table.keys().find(|key| !known().any(|known| known == *key)) {
        let hint = did_you_mean(key, known());
        return Err(error("error-source-unknown-key", &[("hint", &hint)]));
    }
    let mut take = |key: &str| table.remove(key);
    let (others, limit) = (take("readable_by_others"), take("timeout"));
    let mut named = WAYS.iter().filter_map(|way| Some((*way, take(way)?)));
    let (Some((way, value)), None) = (named.next(), named.next()) else {
        return Err(say(SAY_WAYS));
    };
    if others.is_some() && way != "file" {
        return Err(say("error-source-others"));
    }
    if limit.is_some() && way != "command" {
        return Err(say("error-source-timeout-alone"));
    }
    match way {
        "env" => environment(&value),
        "file" => file(&value, others.as_ref()),
        "keyring" => keyring(&value),
        "command" => command(&value, limit.as_ref()),
        _ if value.as_bool() == Some(true) => Ok(Source::Stdin),
        _ => Err(say("error-source-stdin")),
    }
}

fn environment(name: &Value) -> Result<Source, String> {
    const SAY: &str = "error-source-env";
    let name = name_in(name, SAY)?;
    let right = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !name.starts_with(|c: char| c.is_ascii_digit());
    if !right {
        return Err(say(SAY));
    }
    hide(&name);
    Ok(Source::Environment(name))
}

fn file(path: &Value, others: Option<&Value>) -> Result<Source, String> {
    let path = name_in(path, "error-source-file")?;
    let shared = others
        .map_or(Some(false), Value::as_bool)
        .ok_or_else(|| say("error-source-others-value"))?;
    Ok(Source::File {
        path: PathBuf::from(path),
        shared,
    })
}

fn keyring(name: &Value) -> Result<Source, String> {
    const SAY: &str = "error-source-keyring";
    name_in(name, SAY).map(Source::Keyring)
}

fn command(args: &Value, limit: Option<&Value>) -> Result<Source, String> {
    const SAY: &str = "error-source-command";
    let wrong = || say(SAY);
    let list = args.as_array().ok_or_else(wrong)?;
    name_in(list.first().ok_or_else(wrong)?, SAY)?;
    let text = |arg: &Value| {
        arg.as_str()
            .filter(|text| !text.contains('\0'))
            .map(str::to_owned)
    };
    let args = list.iter().map(text).collect::<Option<_>>();
    let args = args.ok_or_else(wrong)?;
    let timeout = match limit {
        None => USUAL,
        Some(limit) => limit
            .as_str()
            .and_then(duration)
            .filter(|limit| *limit <= LONGEST)
            .ok_or_else(|| say("error-source-timeout"))?,
    };
    Ok(Source::Command { args, timeout })
}

/// A name that will be shown to people: nothing that steers a terminal, and no secret pasted in its place. `key` is what is said else.
fn name_in(value: &Value, key: &str) -> Result<String, String> {
    let name = value.as_str().ok_or_else(|| say(key))?;
    if looks_secret(name) {
        Err(say(NOT_HERE))
    } else if name.trim().is_empty() || name.chars().any(char::is_control) {
        Err(say(key))
    } else {
        Ok(name.to_owned())
    }
}

fn say(key: &str) -> String {
    error(key, &[])
}
