//! Every value that holds for a tenant, and where it comes from.

use serde_json::Value;

use crate::common::finish;
use crate::{Home, snapshot};

const FILE: &str = r#"
[tenants.casa-azul]
platform = "hunion"
page = "104512345678901"
callback_url = "https://user:canary-password@example.com/hook?key=canary-key"
webhook_fields = ["messages", "comments"]
stored_username = "casa.azul"
token_expires_at = "2030-01-31T12:00:00Z"
secrets.token = { file = "token" }
severity.comments-readable = "error"

[[tenants.casa-azul.waivers]]
check = "inbox-access"
reason = "the owner promised to look"
author = "Ana"
until = 2030-01-31

[[tenants.casa-azul.confirmations]]
check = "page-app-toggles"
answer = "yes"
by = "Ana"
at = 2026-11-01
"#;

fn home() -> Home {
    let home = Home::with(FILE);
    home.write("token", "EAACanaryTokenOfTheCustomer0123456789");
    home
}

/// The value of a key, and where it comes from.
fn row(shown: &Value, key: &str) -> (String, String) {
    let rows = shown["values"].as_array().unwrap();
    let row = rows.iter().find(|row| row["key"] == key);
    let row = row.unwrap_or_else(|| panic!("no {key} in {shown:#}"));
    let text = |key: &str| row[key].as_str().unwrap_or("-").to_owned();
    (text("value"), text("from"))
}

#[test]
fn at_80_columns() {
    let home = home();
    let mut command = home.command(&["show", "casa-azul", "--instagram", "17841405309211844"]);
    command.env("IGDOCTOR_APP_SECRET", "canary-app-secret");
    command.env("IGDOCTOR_TOKEN", "EAACanaryTokenOfTheRun0123456789");
    let run = finish(command);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(
        !run.stdout.to_lowercase().contains("canary"),
        "{}",
        run.stdout
    );
    snapshot("tenant-show-80", &run.stdout);
}

#[test]
fn each_value_has_its_origin() {
    let home = home();
    let mut command = home.command(&["show", "casa-azul", "--page", "1", "--format", "json"]);
    command.env("IGDOCTOR_APP_SECRET", "canary-app-secret");
    let run = finish(command);
    assert!(
        !run.stdout.to_lowercase().contains("canary"),
        "{}",
        run.stdout
    );
    let shown = run.json();
    assert_eq!(shown["tenant"], "casa-azul");
    for (key, value, from) in [
        ("platform", "hunion", "tenant"),
        ("flow", "facebook", "platform"),
        ("page", "1", "--page"),
        ("instagram", "-", "-"),
        ("webhook_fields", "messages, comments", "tenant"),
        ("account_fields", "messages", "platform"),
        ("secrets.token", "the file token", "tenant"),
        (
            "secrets.app_secret",
            "the environment variable IGDOCTOR_APP_SECRET",
            "IGDOCTOR_APP_SECRET",
        ),
        ("secrets.verify_token", "-", "-"),
        ("severity.comments-readable", "error", "tenant"),
    ] {
        assert_eq!(
            row(&shown, key),
            (value.to_owned(), from.to_owned()),
            "{key}"
        );
    }
    assert_eq!(row(&shown, "callback_url").1, "tenant");
}

/// A platform is taken where none is named, and a keyring.
#[test]
fn what_nobody_said_is_a_default() {
    let home = Home::with("[tenants.a]\n");
    let shown = home.run(&["show", "--format", "json"]).json();
    assert_eq!(
        row(&shown, "platform"),
        ("meta-app".to_owned(), "default".to_owned())
    );
    assert_eq!(
        row(&shown, "secrets.token"),
        ("the keyring entry a/token".to_owned(), "default".to_owned())
    );
}

#[test]
fn a_secret_is_not_even_read() {
    let home = home();
    // Others can read it, so a check would refuse it.
    std::fs::set_permissions(
        home.path("token"),
        std::os::unix::fs::PermissionsExt::from_mode(0o644),
    )
    .unwrap();
    home.done(&["show", "casa-azul"]);
    std::fs::remove_file(home.path("token")).unwrap();
    home.done(&["show", "casa-azul"]);
}

#[test]
fn one_of_several_must_be_named() {
    let home = Home::with("[tenants.casa-azul]\n[tenants.casa-rosa]\n");
    let error = home.refused(&["show"]);
    assert!(error.contains("Name one: casa-azul, casa-rosa"), "{error}");
    assert!(!error.contains("--all"), "{error}");
    let error = home.refused(&["show", "casa-zul"]);
    assert!(error.contains("casa-azul"), "{error}");
}

/// A tenant with a language of its own is spoken of in it, unless a flag says otherwise.
#[test]
fn a_tenant_is_spoken_of_in_its_language() {
    let home = Home::with("[tenants.casa-azul]\nplatform = \"hunion\"\nlang = \"pt-BR\"\n");
    let shown = home.done(&["show", "casa-azul"]);
    assert!(shown.contains("plataforma"), "{shown}");
    let shown = home.done(&["show", "casa-azul", "--lang", "en"]);
    assert!(!shown.contains("plataforma"), "{shown}");
    let refused = home.refused(&["remove", "casa-azul"]);
    assert!(refused.starts_with("erro:"), "{refused}");
    let removed = home.done(&["remove", "casa-azul", "--yes"]);
    assert!(removed.contains("não está mais em"), "{removed}");
}
