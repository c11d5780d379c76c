//! What values of `igdoctor.toml` look like, for editors that complete it. Names of checks and platforms are listed.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use crate::catalog;
use crate::platform;

/// The schema of a type. TOML has no `null`, so an editor must not offer it where a key may be left out.
pub(super) fn of<T: JsonSchema>() -> Schema {
    let no_null = RecursiveTransform(|schema: &mut Schema| {
        if schema.get("default") == Some(&Value::Null) {
            schema.remove("default");
        }
    });
    SchemaSettings::default()
        .with_transform(no_null)
        .into_generator()
        .into_root_schema_for::<T>()
}

pub(super) fn platform(_: &mut SchemaGenerator) -> Schema {
    let known: Vec<&str> = platform::ids().collect();
    json_schema!({ "type": "string", "anyOf": [{ "enum": known }, { "pattern": "\\.toml$" }] })
}

/// Without quotes an id is a number for TOML; both are read.
pub(super) fn id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "integer"], "pattern": "^[0-9]{1,32}$", "minimum": 0 })
}

pub(super) fn address(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "uri", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://." })
}

pub(super) fn word(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "\\S" })
}

pub(super) fn fields(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": { "type": "string", "pattern": "^[a-z_]+$" } })
}

/// A date of TOML, with or without quotes, is text for editors.
pub(super) fn moment(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}" })
}

pub(super) fn check(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": catalog::ids() })
}

pub(super) fn waivable(_: &mut SchemaGenerator) -> Schema {
    let mut ids = catalog::ids();
    ids.retain(|id| *id != "token-valid");
    json_schema!({ "type": "string", "enum": ids })
}
