//! A new token for the old one. Whatever goes wrong, one that works is left.

use std::os::unix::fs::PermissionsExt;

use chrono::{DateTime, TimeDelta, Utc};
use igdoctor::sandbox::world::{Fault, Kind, What, World};

use super::Desk;
use crate::common::{Run, finish};

const REFRESH: &[&str] = &["auth", "refresh", "casa-azul"];

/// A person's token that ends in 20 days.
fn facebook(change: impl FnOnce(&mut World)) -> Desk {
    let desk = Desk::facebook(|world| {
        world.token.expires_in_days = Some(20);
        change(world);
    });
    desk.holds(r#","kind":"user""#);
    desk
}

fn instagram(change: impl FnOnce(&mut World)) -> Desk {
    let desk = Desk::instagram(change);
    let end = (Utc::now() + TimeDelta::days(20)).to_rfc3339();
    desk.holds(&format!(r#","expires_at":"{end}""#));
    desk
}

#[track_caller]
fn refreshed(desk: &Desk, code: i32) -> Run {
    let run = desk.run(REFRESH);
    assert_eq!(run.code, code, "{}{}", run.stdout, run.stderr);
    desk.shows_no_secret(&run.stdout);
    desk.shows_no_secret(&run.stderr);
    run
}

/// Nothing came of it: the stored token is byte by byte what it was.
#[track_caller]
fn stays(desk: &Desk, code: i32, says: &str) -> Run {
    let before = desk.read("token");
    let run = refreshed(desk, code);
    assert!(
        format!("{}{}", run.stdout, run.stderr).contains(says),
        "{}{}",
        run.stdout,
        run.stderr
    );
    assert_eq!(desk.read("token"), before);
    run
}

/// A token that can be read once, and not be replaced.
fn piped(text: &str) -> std::io::PipeReader {
    use std::io::Write as _;
    let (reader, mut writer) = std::io::pipe().unwrap();
    writer.write_all(text.as_bytes()).unwrap();
    reader
}

/// Each has a name of its own, so that none takes the place of an earlier one.
fn handed_over_name(desk: &Desk) -> String {
    let files = std::fs::read_dir(desk.path("state")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut tokens =
        names.filter(|name| name.starts_with("casa-azul-") && name.ends_with(".token"));
    tokens.next().unwrap()
}

/// Whatever was handed over is its owner's alone.
#[track_caller]
fn handed_over(desk: &Desk) -> String {
    let mode = |name: &str| desk.path(name).metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("state"), 0o700);
    let name = format!("state/{}", handed_over_name(desk));
    assert_eq!(mode(&name), 0o600);
    let document: serde_json::Value = serde_json::from_str(&desk.read(&name)).unwrap();
    document["token"].as_str().unwrap().to_owned()
}

#[test]
fn both_flows_give_a_new_token_with_a_later_end() {
    for desk in [facebook(|_| {}), instagram(|_| {})] {
        let run = refreshed(&desk, 0);
        assert!(run.stdout.contains("has a new token"), "{}", run.stdout);
        assert_eq!(desk.issued(), [desk.token()]);
        let stored = desk.stored().unwrap();
        let end: DateTime<Utc> = stored["expires_at"].as_str().unwrap().parse().unwrap();
        assert!((end - Utc::now()).num_days() >= 59, "{stored}");
        let mode = desk.path("token").metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert!(!desk.path("state").exists(), "nothing lies about");
    }
}

#[test]
fn a_persons_token_is_still_known_for_one() {
    let desk = facebook(|_| {});
    refreshed(&desk, 0);
    let stored = desk.stored().unwrap();
    assert_eq!(
        (&stored["kind"], &stored["app_id"]),
        (&"user".into(), &"912301501380919".into())
    );
}

#[test]
fn a_token_younger_than_a_day_stays() {
    let desk = instagram(|world| world.login.too_young = true);
    let run = stays(&desk, 1, "could not be renewed; the old one stays");
    assert!(
        run.stderr.contains("at least 24 hours old"),
        "{}",
        run.stderr
    );
}

#[test]
fn what_cannot_be_renewed_is_told_why() {
    // A Page's token that ends.
    let page = Desk::facebook(|world| {
        world.token.kind = Kind::Page;
        world.token.expires_in_days = Some(20);
    });
    page.holds("");
    stays(&page, 2, "Page's");
    // One that never ends.
    let endless = Desk::facebook(|_| {});
    endless.holds("");
    stays(&endless, 0, "never ends");
    // Without the secret.
    let without = facebook(|_| {});
    without.edit("secrets.app_secret = { file = \"app-secret\" }", "");
    stays(&without, 2, "secrets.app_secret");
    // A dead one.
    for desk in [
        facebook(|world| world.token.dead = Some((190, Some(463), "Session has expired"))),
        instagram(|world| world.token.dead = Some((190, Some(463), "Session has expired"))),
    ] {
        stays(&desk, 1, "igdoctor auth login casa-azul");
    }
}

/// An endless token of a Page is told by its document where Meta does not tell it.
#[test]
fn a_page_token_is_known_without_the_secret() {
    let page = Desk::facebook(|world| world.token.kind = Kind::Page);
    page.holds(r#","kind":"page""#);
    page.edit("secrets.app_secret = { file = \"app-secret\" }", "");
    stays(&page, 2, "Page's");
}

#[test]
fn a_wrong_secret_is_called_that() {
    let desk = facebook(|_| {});
    desk.write("app-secret", "sandbox-other-secret");
    let run = stays(&desk, 1, "secret");
    assert!(!run.stderr.contains("sandbox-other-secret"));
}

#[test]
fn where_nothing_is_stored_there_is_nothing_to_renew() {
    let desk = Desk::facebook(|_| {});
    let run = desk.run(REFRESH);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("igdoctor auth login casa-azul"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_keyring_that_is_not_there_is_not_called_an_empty_one() {
    let desk = Desk::facebook(|_| {});
    desk.edit("secrets.token = { file = \"token\" }", "");
    let run = desk.run(REFRESH);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("no keyring that igdoctor can use"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains("there is no token"), "{}", run.stderr);
}

#[test]
fn meta_out_of_reach_changes_nothing() {
    let desk = facebook(|world| {
        world.faults.push(Fault {
            path: "/oauth/access_token",
            what: What::Drop,
            times: None,
        });
    });
    stays(&desk, 3, "Meta gave no readable answer");
}

/// Meta may end the old one; then the new one is all there is.
#[test]
fn a_renewal_that_ends_the_old_token_leaves_the_new_one() {
    let desk = instagram(|world| world.login.refresh_kills_old = true);
    refreshed(&desk, 0);
    assert_eq!(desk.issued(), [desk.token()]);
}

/// Meta would renew it, but does not say whose it is: then nobody could tell afterwards whether the new one is right.
#[test]
fn what_cannot_be_looked_at_is_not_renewed() {
    let desk = instagram(|world| {
        world.login.refresh_kills_old = true;
        world.faults.push(Fault {
            path: "/me",
            what: What::Drop,
            times: None,
        });
    });
    stays(&desk, 3, "it was not renewed");
    assert!(desk.issued().is_empty());
}

/// Impatience must not cost the one token that works.
#[test]
fn ctrl_c_while_the_new_token_is_looked_at_hands_it_over() {
    let desk = instagram(|world| {
        world.login.refresh_kills_old = true;
        world.latency_ms = 500;
    });
    let before = desk.read("token");
    let Some(pty) = desk.sit(REFRESH) else { return };
    pty.until_it_is("the second look", |_| {
        let log = desk.sandbox.log();
        log.iter().filter(|line| *line == "GET /me").count() == 2
    });
    pty.presses(&["C-c"]);
    let ended = super::ended(pty, 130);
    assert!(
        ended.screen.contains("the old one stays where it is"),
        "{}",
        ended.screen
    );
    desk.shows_no_secret(&(ended.screen + &ended.stdout));
    assert_eq!(desk.read("token"), before);
    assert_eq!(desk.issued(), [handed_over(&desk)]);
}

/// A file that can be read where nothing can be written.
#[cfg(target_os = "linux")]
#[test]
fn a_new_token_that_cannot_be_stored_is_handed_over() {
    let desk = facebook(|_| {});
    desk.edit("{ file = \"token\" }", "{ file = \"/proc/self/fd/0\" }");
    let mut command = desk.command(REFRESH);
    command.stdin(piped(&desk.read("token")));
    let run = finish(command);
    assert_eq!(run.code, 2, "{}{}", run.stdout, run.stderr);
    desk.shows_no_secret(&run.stderr);
    assert!(run.stderr.contains("casa-azul-"), "{}", run.stderr);
    assert_eq!(desk.issued(), [handed_over(&desk)]);
}

/// A folder of igdoctor's that others could look into is not trusted with a token.
#[cfg(target_os = "linux")]
#[test]
fn what_is_handed_over_is_for_its_owner_in_any_folder() {
    let desk = facebook(|_| {});
    desk.edit("{ file = \"token\" }", "{ file = \"/proc/self/fd/0\" }");
    std::fs::create_dir(desk.path("state")).unwrap();
    std::fs::set_permissions(desk.path("state"), PermissionsExt::from_mode(0o755)).unwrap();
    let mut command = desk.command(REFRESH);
    command.stdin(piped(&desk.read("token")));
    finish(command);
    let mode = desk
        .path("state")
        .join(handed_over_name(&desk))
        .metadata()
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}
