//! `igdoctor.toml` is read whole or refused with the place, the reason and the nearest right name, never with a value.

mod common;

use std::fs;
use std::path::Path;

use common::{finish, igdoctor};
use igdoctor::model::{Flow, Severity};
use igdoctor::tenant::{Entry, TenantFile};

/// Every key there is, as documentation shows it.
const EXAMPLE: &str = include_str!("fixtures/igdoctor.toml");

fn read(text: &str) -> Result<TenantFile, String> {
    TenantFile::parse(Path::new("igdoctor.toml"), text).map_err(|error| error.to_string())
}

/// The one tenant of a file that consists of these lines.
fn tenant(lines: &str) -> Result<Entry, String> {
    read(&format!("[tenants.a]\n{lines}\n")).map(|file| file.tenants["a"].clone())
}

/// What is wrong with a tenant of these lines. They begin at line 2.
#[track_caller]
fn refused(lines: &str, expected: &str) {
    let told = tenant(lines).unwrap_err();
    let expected = format!("igdoctor.toml:{expected}");
    assert!(told.starts_with(&expected), "{told}\nexpected {expected}");
    assert_eq!(told.lines().count(), 1, "{told}");
}

#[test]
fn a_whole_file_is_read() {
    let file = read(EXAMPLE).unwrap();
    let names: Vec<&String> = file.tenants.keys().collect();
    assert_eq!(names, ["casa-azul", "loja"]);
    let entry = file.tenant("casa-azul").unwrap();
    assert_eq!(entry.platform.as_deref(), Some("meta-app"));
    assert_eq!(entry.flow, Some(Flow::Instagram));
    assert_eq!(entry.page.as_deref(), Some("104512345678901"));
    assert_eq!(entry.severity["agents-online"], Severity::Warning);
    assert_eq!(entry.waivers[0].until.to_string(), "2027-01-31");
    let at: Vec<String> = entry
        .confirmations
        .iter()
        .map(|seen| seen.at.to_rfc3339())
        .collect();
    assert_eq!(
        at,
        ["2026-11-01T00:00:00+00:00", "2026-11-01T09:30:00+00:00"]
    );
    assert_eq!(
        entry.secrets.token.as_ref().unwrap().to_string(),
        "the keyring entry casa-azul/token"
    );
    assert!(read("").unwrap().tenants.is_empty());
}

#[test]
fn an_unknown_key_is_told_with_its_line_and_the_nearest_name() {
    let told = read("[tenant.a]").unwrap_err();
    assert_eq!(
        told,
        "igdoctor.toml:1:2: unknown key `tenant`; did you mean `tenants`? Known: `tenants`"
    );
    for (lines, expected) in [
        (
            "pge = \"1\"",
            "2:1: unknown key `pge`; did you mean `page`?",
        ),
        (
            "[tenants.a.login]\nconfig = \"1\"",
            "3:1: unknown key `config`; did you mean `config_id`?",
        ),
        (
            "[tenants.a.secrets]\ntokn = { env = \"A\" }",
            "3:1: unknown key `tokn`; did you mean `token`?",
        ),
        (
            "[tenants.a.secrets]\ntoken = { keyrng = \"A\" }",
            "3:9: unknown key (did you mean `keyring`?)",
        ),
        (
            "[[tenants.a.waivers]]\nresaon = \"r\"",
            "3:1: unknown key `resaon`; did you mean `reason`?",
        ),
        (
            "[[tenants.a.confirmations]]\nanswr = \"yes\"",
            "3:1: unknown key `answr`; did you mean `answer`?",
        ),
        (
            "severity = { agents-onlin = \"error\" }",
            "2:29: `agents-onlin` is neither a check nor a cause of one (did you mean `agents-online`?)",
        ),
        // A token would be sent to whatever stands there.
        (
            "graph_url = \"https://evil.example\"",
            "2:1: unknown key `graph_url`",
        ),
    ] {
        refused(lines, expected);
    }
}

#[test]
fn a_wrong_value_is_told_with_its_place_and_what_is_right() {
    for (lines, expected) in [
        (
            "page = \"casa.azul\"",
            "2:8: an id of Meta's has digits only",
        ),
        ("page = -5", "2:8: an id of Meta's has digits only"),
        (
            "page = 1.5",
            "2:8: this must be an id in quotes, not a number",
        ),
        ("page = \"1\"\npage = \"2\"", "3:1: duplicate key"),
        (
            "flow = \"fcebook\"",
            "2:8: unknown value `fcebook`; did you mean `facebook`?",
        ),
        (
            "platform = \"planfx\"",
            "2:12: no such platform; did you mean `planfix`?",
        ),
        (
            "platform = \"hunion\"\nflow = \"instagram\"",
            "3:8: hunion.io offers only: facebook",
        ),
        (
            "callback_url = \"example.com\"",
            "2:16: not the address of a web server",
        ),
        (
            "callback_url = \"mailto:a@example.com\"",
            "2:16: not the address of a web server",
        ),
        ("department = \"  \"", "2:14: must not be empty"),
        (
            "webhook_fields = \"messages\"",
            "2:18: this must be a list, not a text",
        ),
        (
            "webhook_fields = [\"message reactions\"]",
            "2:18: a webhook field has lower-case letters",
        ),
        (
            "lang = \"fr\"",
            "2:8: this value is not known here; known: `en`, `pt-BR`, `ru`",
        ),
        (
            "token_kind = \"Page\"",
            "2:14: unknown value `Page`; did you mean `page`?",
        ),
        (
            "token_expires_at = \"soon\"",
            "2:20: not a date; write it like 2026-11-01",
        ),
        (
            "token_expires_at = 09:30:00",
            "2:20: not a date; write it like 2026-11-01",
        ),
        ("token_expires_at = 2026-13-01", "2:"),
        ("secrets = \"x\"", "2:11: this must be a table, not a text"),
        (
            "secrets = { token = \"x\" }",
            "2:21: a secret does not belong in this file",
        ),
        (
            "severity = { agents-online = \"fatal\" }",
            "2:30: this value is not known here; known: `warning`, `error`",
        ),
        (
            "waivers = 1",
            "2:11: this must be a list, not a whole number",
        ),
        (
            "[[tenants.a.waivers]]\ncheck = \"agents-online\"",
            "2:1: the key `reason` is missing",
        ),
        (
            "[[tenants.a.confirmations]]\nanswer = \"oui\"",
            "3:10: this value is not known here; known: `yes`, `no`",
        ),
        ("page", "2:5: key with no value"),
    ] {
        refused(lines, expected);
    }
}

#[test]
fn names_go_into_commands_and_file_names() {
    for name in ["casa-azul", "3", "Café_do.João", "кафе", &"a".repeat(64)] {
        assert!(read(&format!("[tenants.\"{name}\"]")).is_ok(), "{name}");
    }
    for name in [
        "",
        "-x",
        ".hidden",
        "a b",
        "a/b",
        "a\\n",
        "a;b",
        &"a".repeat(65),
    ] {
        let told = read(&format!("[tenants.b]\n[tenants.\"{name}\"]")).unwrap_err();
        assert!(
            told.starts_with("igdoctor.toml:2:10: a tenant's name begins with a letter or digit"),
            "{told}"
        );
    }
    let told = read(EXAMPLE).unwrap().tenant("casa-azu").unwrap_err();
    assert_eq!(
        told.to_string(),
        "no tenant `casa-azu` in igdoctor.toml (did you mean `casa-azul`?); `igdoctor tenant list` shows all 2"
    );
}

#[test]
fn ids_and_dates_may_stand_without_quotes() {
    let quoted = tenant("page = \"104512345678901\"\ntoken_expires_at = \"2026-11-01\"").unwrap();
    let bare = tenant("page = 104512345678901\ntoken_expires_at = 2026-11-01").unwrap();
    assert_eq!(quoted.page, bare.page);
    assert_eq!(quoted.token_expires_at, bare.token_expires_at);
    let time = |text: &str| tenant(&format!("token_expires_at = {text}")).unwrap();
    assert_eq!(
        time("2026-11-01T09:30:00+01:00").token_expires_at,
        time("\"2026-11-01T08:30:00Z\"").token_expires_at
    );
}

/// Without a token that works nothing can be checked, so that this is wrong can be no secret.
#[test]
fn token_valid_cannot_be_waived() {
    refused(
        "[[tenants.a.waivers]]\nreason = \"r\"\nauthor = \"a\"\nuntil = 2027-01-31\ncheck = \"token-valid\"",
        "6:9: `token-valid` cannot be waived",
    );
}

#[test]
fn a_confirmation_is_about_something_that_a_person_can_see() {
    let seen = |platform: &str, check: &str, question: &str| {
        let question = match question {
            "" => String::new(),
            name => format!("question = \"{name}\""),
        };
        format!(
            "platform = \"{platform}\"\n[[tenants.a.confirmations]]\nanswer = \"yes\"\nby = \"Ana\"\nat = 2026-11-01\ncheck = \"{check}\"\n{question}"
        )
    };
    for (platform, check, question) in [
        ("planfix", "inbox-access", ""),
        ("planfix", "inbox-access", "inbox-access-off"),
        ("planfix", "platform-setup", "emoji-messages"),
        ("planfix", "platform-setup", ""),
        // Which questions a file of one's own has is known when it is read.
        ("mine.toml", "platform-setup", "anything"),
    ] {
        let lines = seen(platform, check, question);
        assert!(tenant(&lines).is_ok(), "{:?}", tenant(&lines));
    }
    for (platform, check, question, expected) in [
        (
            "planfix",
            "inbox-acces",
            "",
            "7:9: no such check (did you mean `inbox-access`?)",
        ),
        (
            "planfix",
            "token-app",
            "",
            "7:9: `token-app` is nothing that a person can see",
        ),
        (
            "hunion",
            "platform-setup",
            "",
            "7:9: `platform-setup` is nothing that a person can see",
        ),
        (
            "planfix",
            "inbox-access",
            "inbox-acces-off",
            "8:12: no such question (did you mean `inbox-access-off`?); known: inbox-access-off, inbox-comments-off",
        ),
        (
            "rocketchat",
            "platform-setup",
            "emoji-messages",
            "8:12: no such question; known: cloud,",
        ),
    ] {
        refused(&seen(platform, check, question), expected);
    }
}

#[test]
fn a_platform_file_of_ones_own_is_seen_from_the_folder_of_the_tenants() {
    let folder = tempfile::tempdir().unwrap();
    let below = folder.path().join("below");
    fs::create_dir(&below).unwrap();
    let mine = include_str!("../checks/platforms/planfix.toml").replace("\"Planfix\"", "\"Mine\"");
    fs::write(below.join("mine.toml"), mine).unwrap();
    let check = |question: &str| {
        let text = format!(
            "[tenants.a]\nplatform = \"mine.toml\"\n[[tenants.a.confirmations]]\ncheck = \"platform-setup\"\nquestion = \"{question}\"\nanswer = \"no\"\nby = \"Ana\"\nat = 2026-11-01\n"
        );
        fs::write(below.join("igdoctor.toml"), text).unwrap();
        let mut command = igdoctor(&[
            "check",
            "a",
            "--no-token",
            "--config",
            "below/igdoctor.toml",
        ]);
        command.current_dir(folder.path());
        finish(command)
    };
    let run = check("emoji-messages");
    assert!(
        run.stdout.contains("a · Mine"),
        "{}{}",
        run.stdout,
        run.stderr
    );
    let run = check("emoji-mesages");
    assert_eq!(run.code, 2, "{}", run.stdout);
    assert!(
        run.stderr
            .contains("confirmations name the question `emoji-mesages`"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_binary_tells_the_line_and_checks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("igdoctor.toml"),
        "[tenants.a]\npge = 1\n",
    )
    .unwrap();
    for args in [&["check", "a"][..], &["check"], &["check", "--all"]] {
        let mut command = igdoctor(args);
        command.current_dir(folder.path());
        let run = finish(command);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{args:?}");
        assert!(
            run.stderr
                .starts_with("error: igdoctor.toml:2:1: unknown key `pge`"),
            "{}",
            run.stderr
        );
    }
}
