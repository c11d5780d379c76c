//! The forms of a source, for editors that complete a tenant's file.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::secret::Source;

impl JsonSchema for Source {
    fn schema_name() -> Cow<'static, str> {
        "Source".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Where a secret comes from. The secret itself does not belong in this file.",
            "oneOf": [
                {
                    "type": "object",
                    "properties": {
                        "env": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "description": "Name of an environment variable" },
                    },
                    "required": ["env"],
                    "additionalProperties": false,
                },
                {
                    "type": "object",
                    "properties": {
                        "stdin": { "const": true, "description": "Standard input, to its end" },
                    },
                    "required": ["stdin"],
                    "additionalProperties": false,
                },
                {
                    "type": "object",
                    "properties": {
                        "file": { "type": "string", "minLength": 1, "description": "Path of a file, from the folder of this one; ~/ is the home folder" },
                        "readable_by_others": { "type": "boolean", "default": false, "description": "Other users of the machine may read it" },
                    },
                    "required": ["file"],
                    "additionalProperties": false,
                },
                {
                    "type": "object",
                    "properties": {
                        "keyring": { "type": "string", "minLength": 1, "description": "Entry of the system's keyring, such as casa-azul/token" },
                    },
                    "required": ["keyring"],
                    "additionalProperties": false,
                },
                {
                    "type": "object",
                    "properties": {
                        "command": { "type": "array", "items": { "type": "string" }, "minItems": 1, "description": "A program that prints it, and its arguments; no shell" },
                        "timeout": { "type": "string", "pattern": "^[0-9]+[smh]$", "default": "30s", "description": "How long it may take, from 1s to 5m" },
                    },
                    "required": ["command"],
                    "additionalProperties": false,
                },
            ],
        })
    }
}
