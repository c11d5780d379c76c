//! The schemas for editors and programs: generated from the types, committed, and as strict as the reader.

use std::fs;
use std::path::Path;

use igdoctor::report::All;
use igdoctor::tenant::TenantFile;
use jsonschema::Validator;
use serde_json::Value;

const EXAMPLE: &str = include_str!("fixtures/igdoctor.toml");

/// The schema that is generated from the types stands in the repository; `UPDATE_SCHEMA=1 cargo test` writes it anew.
fn assert_committed(path: &str, schema: &schemars::Schema) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let generated = serde_json::to_string_pretty(schema).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(&path, &generated).unwrap();
    }
    assert_eq!(
        fs::read_to_string(&path).unwrap().replace("\r\n", "\n"),
        generated,
        "run UPDATE_SCHEMA=1 cargo test --test tenant_schema"
    );
}

#[test]
fn the_committed_schemas_are_the_generated_ones() {
    assert_committed("src/tenant/schema.json", &TenantFile::schema());
    assert_committed("src/report/schema-all.json", &schemars::schema_for!(All));
}

/// A file as an editor sees it: dates are text.
fn as_json(text: &str) -> Value {
    fn json(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(time) => time.to_string().into(),
            toml::Value::Array(list) => list.into_iter().map(json).collect(),
            toml::Value::Table(table) => table
                .into_iter()
                .map(|(key, value)| (key, json(value)))
                .collect(),
            plain => serde_json::to_value(plain).unwrap(),
        }
    }
    json(toml::Value::Table(toml::from_str(text).unwrap()))
}

fn validator() -> Validator {
    let schema = serde_json::to_value(TenantFile::schema()).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

fn is_read(text: &str) -> bool {
    TenantFile::parse(Path::new("igdoctor.toml"), text).is_ok()
}

#[test]
fn the_example_is_valid_and_shows_every_key() {
    let example = as_json(EXAMPLE);
    let errors: Vec<String> = validator()
        .iter_errors(&example)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert!(is_read(EXAMPLE));
    let schema = serde_json::to_value(TenantFile::schema()).unwrap();
    let tenant = &example["tenants"]["casa-azul"];
    for (of, shown) in [
        ("Entry", tenant),
        ("Login", &tenant["login"]),
        ("Secrets", &tenant["secrets"]),
        ("WaiverEntry", &tenant["waivers"][0]),
        ("Confirmation", &tenant["confirmations"][0]),
    ] {
        let known = schema["$defs"][of]["properties"].as_object().unwrap();
        let missing: Vec<&String> = known
            .keys()
            .filter(|key| shown.get(key).is_none())
            .collect();
        assert!(missing.is_empty(), "{of}: {missing:?}");
        for (key, facts) in known {
            assert!(facts["description"].is_string(), "{of}: {key}");
        }
    }
}

/// What an editor underlines is what igdoctor refuses, and the other way round.
#[test]
fn the_schema_and_the_reader_agree() {
    let validator = validator();
    let tenant = |line: &str| format!("[tenants.a]\n{line}\n");
    let waiver = |line: &str| {
        tenant(&format!(
            "[[tenants.a.waivers]]\ncheck = \"token-lifetime\"\nreason = \"r\"\nauthor = \"a\"\nuntil = 2027-01-31\n{line}"
        ))
    };
    let seen = |check: &str, answer: &str| {
        tenant(&format!(
            "[[tenants.a.confirmations]]\ncheck = \"{check}\"\nanswer = \"{answer}\"\nby = \"a\"\nat = \"2026-11-01\""
        ))
    };
    for (text, right) in [
        (String::new(), true),
        (tenant(""), true),
        (tenant("page = 104512345678901"), true),
        (tenant("page = \"104512345678901\""), true),
        (tenant("platform = \"planfix\""), true),
        (tenant("platform = \"mine.toml\""), true),
        (tenant("webhook_fields = []"), true),
        (tenant("token_expires_at = 2027-01-20"), true),
        (tenant("severity = { agents-online = \"warning\" }"), true),
        (waiver("cause = \"expires-soon\""), true),
        (seen("inbox-access", "yes"), true),
        ("tenant = 1".to_owned(), false),
        (tenant("pages = \"1\""), false),
        (tenant("page = \"casa.azul\""), false),
        (tenant("page = -5"), false),
        (tenant("page = 1.5"), false),
        (tenant("platform = \"planfx\""), false),
        (tenant("flow = \"fb\""), false),
        (tenant("callback_url = \"mailto:a@example.com\""), false),
        (tenant("department = \" \""), false),
        (tenant("webhook_fields = [\"Messages\"]"), false),
        (tenant("token_expires_at = \"soon\""), false),
        (tenant("lang = \"fr\""), false),
        (tenant("token_kind = \"app\""), false),
        (tenant("login = { page = \"1\" }"), false),
        (tenant("secrets = { token = \"EAA\" }"), false),
        (tenant("secrets = { page_token = { env = \"A\" } }"), false),
        (tenant("severity = { agents-online = \"fatal\" }"), false),
        (waiver("who = \"me\""), false),
        (waiver("").replace("author = \"a\"\n", ""), false),
        (waiver("").replace("token-lifetime", "token-valid"), false),
        (waiver("").replace("\"r\"", "\"\""), false),
        (seen("inbox-acces", "yes"), false),
        (seen("inbox-access", "maybe"), false),
    ] {
        assert_eq!(is_read(&text), right, "read: {text}");
        assert_eq!(validator.is_valid(&as_json(&text)), right, "valid: {text}");
    }
}
