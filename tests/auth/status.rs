//! What is stored of a tenant, and the exact next command.

use chrono::{TimeDelta, Utc};
use igdoctor::sandbox::world::{Fault, Kind, What, World};
use serde_json::Value;

use super::{Desk, flat};
use crate::common::Run;

const STATUS: &[&str] = &["auth", "status", "casa-azul"];
const JSON: &[&str] = &["auth", "status", "casa-azul", "--format", "json"];

/// The status of a tenant who holds the token of such a world.
fn status(desk: &Desk) -> (i32, Value) {
    let run = desk.run(JSON);
    assert_eq!(run.stderr, "");
    desk.shows_no_secret(&run.stdout);
    (run.code, run.json())
}

fn with_token(change: impl FnOnce(&mut World)) -> Desk {
    let desk = Desk::facebook(change);
    desk.holds("");
    desk
}

/// The exit code and the next command.
fn next(desk: &Desk) -> (i32, String) {
    let (code, status) = status(desk);
    (
        code,
        status["next"].as_str().unwrap_or("nothing").to_owned(),
    )
}

#[test]
fn a_token_that_is_well_needs_nothing() {
    let desk = with_token(|_| {});
    let (code, status) = status(&desk);
    assert_eq!(code, 0);
    let file = desk.path("token").display().to_string();
    let expected = [
        ("schema_version", Value::from(1)),
        ("tenant", "casa-azul".into()),
        ("source", format!("file:{file}").into()),
        ("stored", true.into()),
        ("reason", Value::Null),
        ("token", "EAAG…6789".into()),
        ("flow", "facebook".into()),
        ("kind", "user".into()),
        ("holder", "122125711268905986".into()),
        ("app_id", "912301501380919".into()),
        ("app_name", "hunion.io".into()),
        ("expires_at", Value::Null),
        ("missing_permissions", Value::Array(Vec::new())),
        ("next", Value::Null),
    ];
    for (key, value) in expected {
        assert_eq!(status.get(key), Some(&value), "{key} in {status:#}");
    }
    assert!(status["data_access_expires_at"].is_string());
    assert_eq!(status["checks"][0]["id"], "token-valid");
    let text = desk.run(STATUS).stdout;
    assert!(text.contains("Nothing needs to be done."), "{text}");
}

#[test]
fn every_source_is_called_by_its_name() {
    let desk = with_token(|_| {});
    let token = desk.sandbox.world().token.text;
    let of = |source: &str| {
        desk.edit("{ file = \"token\" }", source);
        let mut command = desk.command(JSON);
        command
            .env("CASA_AZUL", &token)
            .env("IGDOCTOR_TOKEN", &token);
        let run = crate::common::finish(command);
        desk.edit(source, "{ file = \"token\" }");
        assert_eq!(run.code, 0, "{}", run.stderr);
        run.json()["source"].as_str().unwrap().to_owned()
    };
    assert_eq!(of("{ env = \"CASA_AZUL\" }"), "env:CASA_AZUL");
    let cat = format!(
        "{{ command = [\"cat\", \"{}\"] }}",
        desk.path("token").display()
    );
    assert_eq!(of(&cat), "command");
    desk.edit("secrets.token = { file = \"token\" }", "");
    let mut command = desk.command(JSON);
    command.env("IGDOCTOR_TOKEN", &token);
    let by_environment = crate::common::finish(command).json();
    assert_eq!(by_environment["source"], "env:IGDOCTOR_TOKEN");
}

#[test]
fn where_nothing_is_stored_a_login_is_next() {
    let desk = Desk::facebook(|_| {});
    let (code, status) = status(&desk);
    assert_eq!(code, 1);
    assert_eq!(
        (&status["stored"], &status["token"]),
        (&false.into(), &Value::Null)
    );
    assert!(
        status["reason"]
            .as_str()
            .unwrap()
            .contains("cannot read the file"),
        "{status}"
    );
    assert_eq!(status["next"], "igdoctor auth login casa-azul");
    let text = flat(&desk.run(STATUS).stdout);
    assert!(text.contains("token: none"), "{text}");
    assert!(
        text.contains("Next: igdoctor auth login casa-azul"),
        "{text}"
    );
    assert_eq!(desk.sandbox.calls(), 0);
}

#[test]
fn on_a_machine_without_a_keyring_the_other_ways_are_told() {
    let desk = Desk::facebook(|_| {});
    desk.edit("secrets.token = { file = \"token\" }", "");
    let (code, status) = status(&desk);
    assert_eq!(code, 1);
    assert_eq!(status["source"], "keyring:casa-azul/token");
    let reason = status["reason"].as_str().unwrap();
    for way in ["no keyring", "igdoctor.toml", "{ env =", "{ file ="] {
        assert!(reason.contains(way), "{reason}");
    }
    // A login could not keep its token either.
    assert_eq!(status["next"], Value::Null);
    desk.edit("page =", "secrets.token = { env = \"CASA_AZUL\" }\npage =");
    assert_eq!(next(&desk), (1, "nothing".to_owned()));
}

#[test]
fn a_token_that_ends_soon_is_refreshed_where_that_can_work() {
    let soon = |world: &mut World| world.token.expires_in_days = Some(5);
    let user = with_token(soon);
    assert_eq!(
        next(&user),
        (1, "igdoctor auth refresh casa-azul".to_owned())
    );
    // An exchange needs the secret, and makes nothing of a Page's token.
    let login = (1, "igdoctor auth login casa-azul --browser".to_owned());
    let page = with_token(|world| {
        soon(world);
        world.token.kind = Kind::Page;
    });
    assert_eq!(next(&page), login);
    let without_secret = with_token(soon);
    let end = (Utc::now() + TimeDelta::days(5)).to_rfc3339();
    without_secret.holds(&format!(r#","kind":"user","expires_at":"{end}""#));
    without_secret.edit("secrets.app_secret = { file = \"app-secret\" }", "");
    assert_eq!(next(&without_secret), login);
}

/// An exchange gives the token a longer life, and the access behind it none.
#[test]
fn where_access_to_data_ends_only_a_login_helps() {
    let desk = with_token(|world| world.token.data_access_in_days = Some(5));
    assert_eq!(
        next(&desk),
        (1, "igdoctor auth login casa-azul --browser".to_owned())
    );
    let both = with_token(|world| {
        world.token.data_access_in_days = Some(5);
        world.token.expires_in_days = Some(9);
    });
    assert_eq!(
        next(&both),
        (1, "igdoctor auth login casa-azul --browser".to_owned())
    );
}

#[test]
fn a_missing_permission_is_never_cured_by_a_refresh() {
    let lacking = |world: &mut World| {
        world
            .permissions
            .retain(|(name, _)| !name.ends_with("_manage_messages"));
    };
    let desk = with_token(|world| {
        lacking(world);
        world.token.expires_in_days = Some(5);
    });
    let (code, shown) = status(&desk);
    assert_eq!(code, 1);
    assert_eq!(
        shown["missing_permissions"],
        serde_json::json!(["instagram_manage_messages"])
    );
    assert_eq!(
        shown["next"],
        "igdoctor auth login casa-azul --browser --rerequest"
    );
    // Nor where nothing but a refresh could be had.
    let desk = Desk::instagram(lacking);
    let end = (Utc::now() + TimeDelta::days(5)).to_rfc3339();
    desk.holds(&format!(r#","expires_at":"{end}""#));
    for lacks in [
        "secrets.instagram_app_secret = { file = \"instagram-secret\" }",
        "instagram_app = \"867555782500454\"",
    ] {
        desk.edit(lacks, "");
        let (code, shown) = status(&desk);
        assert_eq!(code, 1);
        assert_ne!(shown["missing_permissions"], Value::Array(Vec::new()));
        assert_eq!(
            shown["next"], "igdoctor auth login casa-azul",
            "without {lacks}"
        );
    }
}

#[test]
fn an_instagram_token_shows_the_end_that_was_stored() {
    let desk = Desk::instagram(|_| {});
    desk.holds("");
    let text = flat(&desk.run(STATUS).stdout);
    assert!(text.contains("ends: not known"), "{text}");
    desk.holds(r#","expires_at":"2030-01-20T08:00:00Z""#);
    let (code, shown) = status(&desk);
    assert_eq!(
        (code, &shown["expires_at"]),
        (0, &"2030-01-20T08:00:00Z".into())
    );
    let end = (Utc::now() + TimeDelta::days(5)).to_rfc3339();
    desk.holds(&format!(r#","expires_at":"{end}""#));
    assert_eq!(
        next(&desk),
        (1, "igdoctor auth refresh casa-azul".to_owned())
    );
}

#[test]
fn a_dead_token_needs_a_login() {
    let desk = with_token(|world| {
        world.token.dead = Some((190, Some(463), "Session has expired"));
    });
    assert_eq!(
        next(&desk),
        (1, "igdoctor auth login casa-azul --browser".to_owned())
    );
}

#[test]
fn where_meta_cannot_be_reached_nothing_is_known() {
    let desk = with_token(|world| {
        world.faults.push(Fault {
            path: "",
            what: What::Drop,
            times: None,
        });
    });
    let run: Run = desk.run(JSON);
    assert_eq!(run.code, 3);
    assert_eq!(run.json()["token"], "EAAG…6789");
    let text = flat(&desk.run(STATUS).stdout);
    assert!(text.contains("could not be found out"), "{text}");
    assert!(!text.contains("Nothing needs to be done"), "{text}");
}
