//! The journal itself: whole after a crash, nobody else's to read, without secrets, and of one repair at a time.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt as _;

use igdoctor::sandbox::VERIFY_TOKEN;
use serde_json::json;

use super::shop::{Shop, events, result};

/// What a crash may have left of a line: the next run reads over it, and loses nothing.
#[test]
fn a_last_line_that_was_cut_short_had_not_happened() {
    let shop = Shop::new("messages-field-missing", |_| {});
    let before = shop.truth();
    shop.repair(&[]);
    let text = shop.journal();
    fs::write(shop.journal_path(), format!("{text}{{\"id\":2,\"at\":\"20")).unwrap();
    shop.ends(0, &["undo", "shop", "--yes"]);
    assert_eq!(shop.truth(), before);
    assert!(shop.journal().starts_with(&text));
    assert!(shop.journal().ends_with("}\n"));
    // The piece is gone, so that it cannot stand in the middle.
    shop.ends(0, &["undo", "shop", "--list"]);
    assert_eq!(result(&shop.repair(&[]), "account-fields"), "done");
}

#[test]
fn a_broken_line_in_the_middle_stops_everything() {
    let shop = Shop::new("messages-field-missing", |_| {});
    shop.repair(&[]);
    let lines: Vec<String> = shop.journal().lines().map(str::to_owned).collect();
    fs::write(
        shop.journal_path(),
        format!("{}\n{{\"id\":\n{}\n", lines[0], lines[1]),
    )
    .unwrap();
    let writes = shop.writes();
    for args in [
        &["repair", "shop", "--yes"][..],
        &["repair", "shop", "--dry-run"],
        &["undo", "shop", "--yes"],
        &["undo", "shop", "--list"],
    ] {
        let run = shop.ends(2, args);
        assert!(
            run.stderr.contains("shop.jsonl cannot be read at line 2"),
            "{args:?}: {}",
            run.stderr
        );
    }
    assert_eq!(shop.writes(), writes);
}

#[test]
fn nobody_else_can_read_it_and_there_is_no_secret_in_it() {
    let shop = Shop::new("new-customer", |world| {
        world.expects.knows_verify_token = true;
        world.app.webhooks[0].fields.truncate(1);
    });
    shop.repair(&[
        "--only",
        "account-fields,token-lifetime,webhook-fields",
        "--confirm-app",
        "hunion.io",
    ]);
    assert_eq!(shop.events().len(), 6, "{}", shop.journal());
    let mode = |path: &str| {
        fs::metadata(shop.folder.path(path))
            .unwrap()
            .permissions()
            .mode()
            & 0o777
    };
    for (path, wanted) in [
        ("state", 0o700),
        ("state/journal", 0o700),
        ("state/journal/shop.jsonl", 0o600),
        ("state/journal/shop.lock", 0o600),
    ] {
        assert_eq!(mode(path), wanted, "{path}");
    }
    let world = shop.sandbox.world();
    let issued = world.issued.iter().map(|token| token.text.as_str());
    for secret in issued.chain([world.token.text.as_str(), &world.app.secret, VERIFY_TOKEN]) {
        assert!(!shop.journal().contains(secret), "{secret}");
    }
}

#[test]
fn a_second_repair_of_the_same_tenant_is_refused_with_the_process_of_the_first() {
    let shop = Shop::new("messages-field-missing", |_| {});
    let folder = shop.folder.path("state/journal");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("shop.lock");
    fs::write(&path, "4711").unwrap();
    let lock = File::options().write(true).open(&path).unwrap();
    lock.lock().unwrap();
    for args in [
        &["repair", "shop", "--yes"][..],
        &["repair", "shop", "--dry-run"],
        &["undo", "shop", "--yes"],
    ] {
        let run = shop.ends(2, args);
        assert!(
            run.stderr.contains("process 4711"),
            "{args:?}: {}",
            run.stderr
        );
    }
    assert_eq!(shop.sandbox.calls(), 0);
    lock.unlock().unwrap();
    // What the first one left in the file does not lock anybody out.
    assert_eq!(result(&shop.repair(&[]), "account-fields"), "done");
}

/// What others did meanwhile is theirs.
#[test]
fn undo_takes_out_only_what_was_added() {
    let shop = Shop::new("messages-field-missing", |_| {});
    shop.repair(&[]);
    let token = shop.sandbox.world().token.text;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    // Another product of the same app writes a list of its own.
    let status = runtime.block_on(async {
        drop(rustls::crypto::ring::default_provider().install_default());
        let url = format!(
            "{}v26.0/{}/subscribed_apps",
            shop.sandbox.graph_url(),
            igdoctor::sandbox::world::PAGE_ID
        );
        let form = "subscribed_fields=leadgen,messages,ratings";
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let call = client
            .post(url)
            .bearer_auth(token)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form);
        call.send().await.unwrap().status()
    });
    assert!(status.is_success());
    shop.ends(0, &["undo", "shop", "--yes"]);
    assert_eq!(json!(shop.fields()), json!(["leadgen", "ratings"]));
    assert_eq!(
        shop.events(),
        events(&[(1, "begun"), (1, "done"), (1, "undoing"), (1, "undone")])
    );
}
