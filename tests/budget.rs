//! What a check costs Meta: calls, and rounds of calls that wait for each other, as the sandbox counts them by itself.

mod common;

use common::{IDS, check_served, finish, serve};

/// Calls and rounds as the sandbox counted them and as the report says.
fn cost(world: &str, more: &[&str]) -> ((u32, u32), (u64, u64)) {
    let roots = tempfile::NamedTempFile::new().unwrap();
    // With some latency, calls that do not wait for each other are under way at the same time.
    let sandbox = serve(world, |world| world.latency_ms = 60);
    let mut command = check_served(&sandbox, roots.path(), more);
    command.env("IGDOCTOR_APP_SECRET", "sandbox-app-secret");
    let report = finish(command).json();
    let told = (
        report["graph"]["calls"].as_u64().unwrap(),
        report["graph"]["rounds"].as_u64().unwrap(),
    );
    ((sandbox.calls(), sandbox.rounds()), told)
}

#[test]
fn a_page_token_takes_twelve_calls_in_two_rounds() {
    assert_eq!(cost("healthy-facebook", IDS), ((12, 2), (12, 2)));
}

#[test]
fn an_instagram_token_takes_eight_calls_in_two_rounds() {
    assert_eq!(
        cost("healthy-instagram", &["--app", "912301501380919"]),
        ((8, 2), (8, 2))
    );
}

/// The tenant of a world knows that its token is a person's; `--sandbox` passes that on.
#[test]
fn a_user_token_takes_fourteen_calls_in_three_rounds() {
    let report = common::check("healthy-facebook-user", &[]).json();
    assert_eq!(
        (
            report["graph"]["calls"].as_u64(),
            report["graph"]["rounds"].as_u64()
        ),
        (Some(14), Some(3))
    );
}

/// Nothing in a token shows whose it is. Taken for a Page's at first, a person's costs one round and four calls more.
#[test]
fn a_user_token_that_nobody_knows_for_one_still_works() {
    let ((calls, _), told) = cost("healthy-facebook-user", IDS);
    assert_eq!((calls, told), (18, (18, 4)));
}

/// A Page token is not asked for permissions that it cannot have; that it is one shows in the list of Pages it is refused.
#[test]
fn a_page_token_is_not_asked_for_permissions() {
    let roots = tempfile::NamedTempFile::new().unwrap();
    let sandbox = serve("healthy-facebook-token", |_| {});
    let run = finish(check_served(
        &sandbox,
        roots.path(),
        &["--app", "912301501380919"],
    ));
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert!(
        !sandbox
            .log()
            .iter()
            .any(|line| line.ends_with("/me/permissions")),
        "{:?}",
        sandbox.log()
    );
}

#[test]
fn only_the_callback_asks_meta_nothing() {
    let roots = tempfile::NamedTempFile::new().unwrap();
    let sandbox = serve("healthy-facebook", |_| {});
    let callback = sandbox.callback_url().to_string();
    let run = finish(check_served(
        &sandbox,
        roots.path(),
        &["--only", "webhook-callback", "--callback-url", &callback],
    ));
    assert_eq!(sandbox.calls(), 0);
    assert_eq!(common::ids(&run.json()), ["webhook-callback"]);
    assert_eq!(run.code, 0, "{}", run.stdout);
}

#[test]
fn a_selection_asks_only_what_it_needs() {
    let roots = tempfile::NamedTempFile::new().unwrap();
    let sandbox = serve("healthy-facebook", |_| {});
    finish(check_served(
        &sandbox,
        roots.path(),
        &["--only", "token-valid", "--page", "104512345678901"],
    ));
    assert_eq!(sandbox.log(), ["GET /me"]);
}
