//! A source as a tenant's file writes it: a table with exactly one way, such as `{ env = "NAME" }`.
//!
//! Taken apart by hand, because what stands there by mistake may be the secret itself, and serde's own errors would repeat it.

use std::path::PathBuf;
use std::time::Duration;

use serde::de::{Deserialize, Deserializer};
use toml::Value;

use crate::model::{did_you_mean, duration};
use crate::secret::harmless::looks_secret;
use crate::secret::{Source, hide};
use crate::toml_error::ours;

/// The ways, of which there must be one.
const WAYS: &[&str] = &["env", "stdin", "file", "keyring", "command"];
/// What may stand beside a way.
const BESIDE: &[&str] = &["readable_by_others", "timeout"];

const NOT_HERE: &str = "a secret does not belong in this file; say where it comes from, such as { env = \"NAME\" } or { keyring = \"…\" }";
const SAY_WAYS: &str = "write exactly one of env = \"NAME\", stdin = true, file = \"PATH\", keyring = \"NAME\", command = [\"PROGRAM\", \"ARGUMENT\"]";

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
        return Err(NOT_HERE.to_owned());
    };
    let known = || WAYS.iter().chain(BESIDE).copied();
    if let Some(key) = table.keys().find(|key| !known().any(|known| known == *key)) {
        let hint = did_you_mean(key, known());
        return Err(format!("unknown key{hint}; {SAY_WAYS}"));
    }
    let mut take = |key: &str| table.remove(key);
    let (others, limit) = (take("readable_by_others"), take("timeout"));
    let mut named = WAYS.iter().filter_map(|way| Some((*way, take(way)?)));
    let (Some((way, value)), None) = (named.next(), named.next()) else {
        return Err(SAY_WAYS.to_owned());
    };
    if others.is_some() && way != "file" {
        return Err("readable_by_others goes with file = \"PATH\" only".to_owned());
    }
    if limit.is_some() && way != "command" {
        return Err("timeout goes with command = [\"PROGRAM\"] only".to_owned());
    }
    match way {
        "env" => environment(&value),
        "file" => file(&value, others.as_ref()),
        "keyring" => keyring(&value),
        "command" => command(&value, limit.as_ref()),
        _ if value.as_bool() == Some(true) => Ok(Source::Stdin),
        _ => Err("write stdin = true, or name another way".to_owned()),
    }
}

fn environment(name: &Value) -> Result<Source, String> {
    const SAY: &str = "write the name of an environment variable: letters, digits and _, no digit first, such as env = \"CASA_AZUL_TOKEN\"";
    let name = name_in(name, SAY)?;
    let right = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !name.starts_with(|c: char| c.is_ascii_digit());
    if !right {
        return Err(SAY.to_owned());
    }
    hide(&name);
    Ok(Source::Environment(name))
}

fn file(path: &Value, others: Option<&Value>) -> Result<Source, String> {
    let path = name_in(
        path,
        "write the path of a file, such as file = \"~/casa-azul.token\"",
    )?;
    let shared = others
        .map_or(Some(false), Value::as_bool)
        .ok_or("write readable_by_others = true or false")?;
    Ok(Source::File {
        path: PathBuf::from(path),
        shared,
    })
}

fn keyring(name: &Value) -> Result<Source, String> {
    const SAY: &str = "write the name of a keyring entry, such as keyring = \"casa-azul/token\"";
    name_in(name, SAY).map(Source::Keyring)
}

fn command(args: &Value, limit: Option<&Value>) -> Result<Source, String> {
    const SAY: &str = "write a program and its arguments, each in quotes of its own, such as command = [\"vault\", \"kv\", \"get\", \"-field=token\", \"secret/casa-azul\"]";
    let list = args.as_array().ok_or(SAY)?;
    name_in(list.first().ok_or(SAY)?, SAY)?;
    let text = |arg: &Value| {
        arg.as_str()
            .filter(|text| !text.contains('\0'))
            .map(str::to_owned)
    };
    let args = list.iter().map(text).collect::<Option<_>>().ok_or(SAY)?;
    let timeout = match limit {
        None => USUAL,
        Some(limit) => limit
            .as_str()
            .and_then(duration)
            .filter(|limit| *limit <= LONGEST)
            .ok_or("write a time from 1s to 5m, such as timeout = \"30s\"")?,
    };
    Ok(Source::Command { args, timeout })
}

/// A name that will be shown to people: nothing that steers a terminal, and no secret pasted in its place.
fn name_in(value: &Value, say: &str) -> Result<String, String> {
    let name = value.as_str().ok_or(say)?;
    if looks_secret(name) {
        Err(NOT_HERE.to_owned())
    } else if name.trim().is_empty() || name.chars().any(char::is_control) {
        Err(say.to_owned())
    } else {
        Ok(name.to_owned())
    }
}
