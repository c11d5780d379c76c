//! How a tenant's file says where a secret comes from, and that a secret pasted there is not repeated.

mod common;

use std::time::Duration;

use common::sources::{source, written};
use igdoctor::secret::Source;
use proptest::prelude::*;

#[test]
fn every_way_can_be_written() {
    for (form, shown) in [
        (
            r#"{ env = "CASA_AZUL" }"#,
            "the environment variable CASA_AZUL",
        ),
        ("{ stdin = true }", "standard input"),
        (r#"{ file = "a/b.token" }"#, "the file a/b.token"),
        (r#"{ file = "b", readable_by_others = true }"#, "the file b"),
        (
            r#"{ keyring = "casa-azul/token" }"#,
            "the keyring entry casa-azul/token",
        ),
        (
            r#"{ command = ["vault", "kv", "get", "x"] }"#,
            "the command vault",
        ),
        (
            r#"{ command = ["pass"], timeout = "5m" }"#,
            "the command pass",
        ),
    ] {
        let source = source(form);
        assert_eq!(source.to_string(), shown);
        assert_eq!(format!("{source:?}"), format!("Source({shown})"));
    }
    let Source::Command { timeout, .. } = source(r#"{ command = ["x"] }"#) else {
        panic!()
    };
    assert_eq!(timeout, Duration::from_secs(30));
}

#[test]
fn what_is_wrong_says_what_to_write() {
    for (form, says) in [
        ("{}", "exactly one of env"),
        (r#"{ env = "A", stdin = true }"#, "exactly one of env"),
        (r#"{ enviro = "A" }"#, "did you mean `env`?"),
        (r#"{ vault = "A" }"#, "unknown key; write exactly one"),
        ("{ env = 5 }", "env = \"CASA_AZUL_TOKEN\""),
        (r#"{ env = "" }"#, "name of an environment variable"),
        (r#"{ env = "A-B" }"#, "name of an environment variable"),
        (r#"{ env = "1A" }"#, "name of an environment variable"),
        ("{ stdin = false }", "stdin = true"),
        (r#"{ stdin = "yes" }"#, "stdin = true"),
        (r#"{ file = "" }"#, "path of a file"),
        (
            r#"{ file = "a", readable_by_others = "yes" }"#,
            "true or false",
        ),
        (
            r#"{ env = "A", readable_by_others = true }"#,
            "goes with file",
        ),
        (r#"{ keyring = " " }"#, "keyring entry"),
        (r#"{ keyring = "a\nb" }"#, "keyring entry"),
        ("{ command = [] }", "a program and its arguments"),
        (r#"{ command = "vault kv get" }"#, "each in quotes"),
        (r#"{ command = ["vault", 5] }"#, "each in quotes"),
        (r#"{ command = [""] }"#, "a program and its arguments"),
        (r#"{ command = ["a"], timeout = "6m" }"#, "1s to 5m"),
        (r#"{ command = ["a"], timeout = "0s" }"#, "1s to 5m"),
        (r#"{ command = ["a"], timeout = 30 }"#, "1s to 5m"),
        (r#"{ env = "A", timeout = "9s" }"#, "goes with command"),
        ("true", "does not belong in this file"),
        ("1234567", "does not belong in this file"),
        ("[1]", "does not belong in this file"),
        ("2026-11-21", "does not belong in this file"),
    ] {
        let error = written(form).unwrap_err();
        assert!(error.contains(says), "{form}: {error}");
        assert!(error.starts_with("igdoctor.toml:1:"), "{form}: {error}");
    }
}

#[test]
fn the_schema_takes_what_the_reader_takes() {
    let schema = serde_json::to_value(schemars::schema_for!(Source)).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    for form in [
        r#"{ env = "A" }"#,
        "{ stdin = true }",
        r#"{ file = "a", readable_by_others = true }"#,
        r#"{ keyring = "a/b" }"#,
        r#"{ command = ["a", "b"], timeout = "9s" }"#,
        "{}",
        "\"EAA\"",
        "{ stdin = false }",
        r#"{ env = "A", timeout = "9s" }"#,
        r#"{ env = "A", keyring = "b" }"#,
        "{ command = [] }",
    ] {
        let value: toml::Table = toml::from_str(&format!("token = {form}")).unwrap();
        let value = serde_json::to_value(&value["token"]).unwrap();
        assert_eq!(schema.is_valid(&value), written(form).is_ok(), "{form}");
    }
}

fn pasted() -> impl Strategy<Value = String> {
    prop_oneof![
        "EAA[A-Za-z0-9]{100,250}",
        "IGQV[A-Za-z0-9_-]{100,180}9aA",
        "[0-9a-f]{31}1a",
        "[0-9]{15}\\|[A-Za-z0-9_-]{20,27}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Wherever somebody pastes a token instead of saying where it comes from.
    #[test]
    fn a_pasted_secret_is_refused_and_not_repeated(token in pasted()) {
        for form in [
            format!("\"{token}\""),
            token.clone(),
            format!("'{token}"),
            format!("[\"{token}\"]"),
            format!("{{ token = \"{token}\" }}"),
            format!("{{ \"{token}\" = true }}"),
            format!("{{ env = \"{token}\" }}"),
            format!("{{ keyring = \"{token}\" }}"),
            format!("{{ file = \"{token}\" }}"),
            format!("{{ command = [\"{token}\"] }}"),
            format!("{{ command = \"{token}\" }}"),
            format!("{{ stdin = \"{token}\" }}"),
            format!("{{ command = [\"a\"], timeout = \"{token}\" }}"),
            format!("{{ env = {token} }}"),
            format!("{{ env = \"A\" }} {token}"),
            format!("{{ env = \"A\" }}\n\"{token}\" = 1\n\"{token}\" = 1"),
        ] {
            let error = written(&form).unwrap_err();
            prop_assert!(!error.contains(&token), "{form}: {error}");
        }
        let error = written(&format!("\"{token}\"")).unwrap_err();
        prop_assert_eq!(error, "igdoctor.toml:1:9: a secret does not belong in this file; say where it comes from, such as { env = \"NAME\" } or { keyring = \"…\" }");
    }

    /// Whatever stands there, it is read or refused.
    #[test]
    fn nothing_written_breaks_the_reader(form in ".{0,80}", key in "[a-z_]{1,20}", value in ".{0,40}") {
        let _ = written(&form);
        let _ = written(&format!("{{ {key} = {value} }}"));
        let _ = written(&format!("{{ command = [{value:?}], {key} = {value:?} }}"));
    }
}
