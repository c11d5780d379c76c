//! A new tenant by flags.

use std::os::unix::fs::PermissionsExt;

use crate::Home;

#[test]
fn everything_can_be_said_by_flags() {
    let home = Home::with("");
    let said = home.done(&[
        "add",
        "casa-azul",
        "--platform",
        "meta-app",
        "--flow",
        "instagram",
        "--page",
        "104512345678901",
        "--instagram",
        "17841405309211844",
        "--app",
        "912301501380919",
        "--instagram-app",
        "867555782500454",
        "--callback-url",
        "https://example.com/hook",
        "--platform-url",
        "https://chat.example.com",
        "--department",
        "Sales",
        "--stored-account-id",
        "17841405309211845",
        "--stored-username",
        "casa.azul",
        "--login-config-id",
        "4711",
        "--login-redirect-url",
        "https://example.com/end",
        "--secret",
        "token=keyring",
        "--secret",
        "app_secret=env:CASA_AZUL_SECRET",
        "--secret",
        "verify_token=file:/etc/igdoctor/verify",
    ]);
    assert!(said.starts_with("casa-azul is in igdoctor.toml."), "{said}");
    assert!(said.contains("igdoctor auth login casa-azul"), "{said}");
    assert_eq!(
        home.file(),
        r#"[tenants.casa-azul]
platform = "meta-app"
flow = "instagram"
page = "104512345678901"
instagram = "17841405309211844"
app = "912301501380919"
instagram_app = "867555782500454"
callback_url = "https://example.com/hook"
platform_url = "https://chat.example.com/"
department = "Sales"
stored_account_id = "17841405309211845"
stored_username = "casa.azul"

[tenants.casa-azul.login]
config_id = "4711"
redirect_url = "https://example.com/end"

[tenants.casa-azul.secrets]
token = { keyring = "casa-azul/token" }
app_secret = { env = "CASA_AZUL_SECRET" }
verify_token = { file = "/etc/igdoctor/verify" }
"#
    );
    home.done(&["show", "casa-azul"]);
}

/// The next command that is named works as it stands.
#[test]
fn a_tenant_needs_a_name_and_a_platform_only() {
    let home = Home::with("");
    home.done(&["add", "a", "--platform", "hunion"]);
    assert_eq!(home.file(), "[tenants.a]\nplatform = \"hunion\"\n");
}

#[test]
fn without_a_file_one_is_made_in_the_configuration_folder() {
    let home = Home::empty();
    let said = home.done(&["add", "casa-azul", "--platform", "hunion"]);
    let made = "home/.config/igdoctor/igdoctor.toml";
    let joined = said.split_whitespace().collect::<String>();
    assert!(joined.contains(made), "{said}");
    let text = home.read(made);
    assert!(
        text.starts_with("# Tenants of igdoctor. No secret belongs here"),
        "{text}"
    );
    assert!(
        text.ends_with("\n\n[tenants.casa-azul]\nplatform = \"hunion\"\n"),
        "{text}"
    );
    let mode = home.path(made).metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);
    assert!(!home.path("igdoctor.toml").exists());
    // It is found there afterwards.
    home.done(&["add", "casa-rosa", "--platform", "hunion"]);
    assert!(home.read(made).contains("[tenants.casa-rosa]"));
    let elsewhere = home.done(&[
        "add",
        "casa-roxa",
        "--platform",
        "hunion",
        "--config",
        "other.toml",
    ]);
    assert!(elsewhere.contains("other.toml"), "{elsewhere}");
    assert!(
        home.read("other.toml")
            .starts_with("# Tenants of igdoctor.")
    );
}

#[test]
fn names_that_would_not_do_are_refused() {
    let home = Home::with("");
    for name in [
        "",
        "../etc",
        "-x",
        ".x",
        "a b",
        "a/b",
        "casa\u{1b}azul",
        &"x".repeat(65),
    ] {
        let error = home.refused(&["add", "--platform", "hunion", "--", name]);
        assert!(
            error.contains("a tenant's name begins with a letter or digit"),
            "{name}: {error}"
        );
    }
    for name in ["a", "7", "casa.azul_2-b", "café", "Кафе"] {
        home.done(&["add", name, "--platform", "hunion"]);
        home.done(&["show", name]);
    }
    assert_eq!(home.done(&["list"]).matches("hunion").count(), 5);
}

#[test]
fn a_name_that_is_there_is_refused() {
    let home = Home::with("[tenants.casa-azul]\nplatform = \"planfix\"\n");
    let before = home.file();
    let error = home.refused(&["add", "casa-azul", "--platform", "hunion"]);
    assert!(
        error.contains("there is a tenant casa-azul already"),
        "{error}"
    );
    assert!(error.contains("igdoctor tenant show casa-azul"), "{error}");
    assert_eq!(home.file(), before);
}

#[test]
fn with_nobody_there_what_is_missing_is_named() {
    let home = Home::empty();
    let error = home.refused(&["add", "--platform", "hunion"]);
    assert!(error.contains("igdoctor tenant add NAME"), "{error}");
    let error = home.refused(&["add", "casa-azul"]);
    assert!(error.contains("--platform ID"), "{error}");
    assert!(error.contains("igdoctor list --platforms"), "{error}");
    assert!(!home.path("home").exists(), "nothing was made");
}

#[test]
fn what_a_flag_says_wrongly_is_told() {
    let home = Home::empty();
    for (flags, says) in [
        (&["--platform", "hunnion"][..], "did you mean `hunion`?"),
        (
            &["--platform", "hunion", "--flow", "instagram"],
            "does not offer it",
        ),
        (&["--platform", "hunion", "--page", "casa"], "--page"),
        (
            &["--platform", "hunion", "--callback-url", "ftp://x"],
            "not the address of a web server",
        ),
        (
            &["--platform", "hunion", "--secret", "token"],
            "token=env:NAME",
        ),
        (
            &["--platform", "hunion", "--secret", "token=vault"],
            "token=env:NAME",
        ),
        (
            &["--platform", "hunion", "--secret", "tokens=keyring"],
            "known: token, app_secret",
        ),
        (
            &["--platform", "hunion", "--secret", "token=env:1X"],
            "environment variable",
        ),
    ] {
        let error = home.refused(&[&["add", "casa-azul"], flags].concat());
        assert!(error.contains(says), "{flags:?}: {error}");
        assert!(!home.path("home").exists());
    }
}

/// Whoever pastes a token where its place belongs does not see it again, on the screen or in the file.
#[test]
fn a_secret_given_as_its_source_is_not_repeated() {
    let home = Home::with("");
    for flag in [
        "token=EAACanaryTokenOfTheCustomer0123456789",
        "token=env:EAACanaryTokenOfTheCustomer0123456789",
        "token=file:EAACanaryTokenOfTheCustomer0123456789",
    ] {
        let error = home.refused(&["add", "casa-azul", "--platform", "hunion", "--secret", flag]);
        assert!(!error.contains("Canary"), "{error}");
        assert_eq!(home.file(), "");
    }
}

/// A path is seen from the file that names it, so it is written whole.
#[test]
fn a_platform_file_of_ones_own_is_found_from_anywhere() {
    let home = Home::empty();
    let own = include_str!("../../checks/platforms/hunion.toml");
    home.write(
        "mine.toml",
        &own.replace("name = \"hunion.io\"", "name = \"Our own\""),
    );
    home.done(&["add", "casa-azul", "--platform", "./mine.toml"]);
    let written = home.read("home/.config/igdoctor/igdoctor.toml");
    let path = home.path("mine.toml").canonicalize().unwrap();
    let found: toml::Value = toml::from_str(&written).unwrap();
    let named = found["tenants"]["casa-azul"]["platform"].as_str().unwrap();
    assert_eq!(std::fs::canonicalize(named).unwrap(), path);
    let shown = home.done(&["show", "casa-azul", "--format", "json"]);
    assert!(shown.contains("mine.toml"), "{shown}");
    // In a file written by hand it is seen from there.
    let home = Home::with("[tenants.casa-azul]\nplatform = \"sub/mine.toml\"\n");
    std::fs::create_dir(home.path("sub")).unwrap();
    home.write("sub/mine.toml", own);
    let config = home.path("igdoctor.toml").display().to_string();
    let mut command = home.command(&["show", "casa-azul", "--config", &config]);
    command.current_dir("/");
    let run = crate::common::finish(command);
    assert_eq!(run.code, 0, "{}", run.stderr);
}
