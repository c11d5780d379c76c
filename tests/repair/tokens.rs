//! Renewing the token: stored where the old one came from, else handed over; the old one goes only when the new one was seen to work.

use std::fs;

use igdoctor::model::Flow;
use igdoctor::sandbox::world::{What, World};
use serde_json::{Value, json};

use super::shop::{Shop, events, fix, once, result};

const NAMED: [&str; 2] = ["--only", "token-lifetime"];

/// A token that ends soon, in each flow: a person's is exchanged, an account's is refreshed.
const WORLDS: [(&str, &str); 2] = [
    (
        "healthy-facebook-user",
        "GET /oauth/access_token grant_type=fb_exchange_token",
    ),
    (
        "healthy-instagram",
        "GET /refresh_access_token grant_type=ig_refresh_token",
    ),
];

fn ends_soon(world: &mut World) {
    world.token.expires_in_days = Some(5);
}

/// A shop with such a token. Instagram tells no token's end, so it is stored beside it (graph-api 0.2).
fn shop(world: &str, change: impl FnOnce(&mut World)) -> Shop {
    let shop = Shop::new(world, |world| {
        ends_soon(world);
        change(world);
    });
    let world = shop.sandbox.world();
    if world.flow == Flow::Instagram {
        let end = chrono::Utc::now() + chrono::TimeDelta::days(5);
        let document = json!({"token": world.token.text, "expires_at": end});
        shop.folder.put("shop.token", &document.to_string());
    }
    shop
}

/// What is stored of the tenant: the token alone, or a document.
fn stored(shop: &Shop) -> Value {
    let text = fs::read_to_string(shop.folder.path("shop.token")).unwrap();
    serde_json::from_str(&text).unwrap_or(Value::String(text))
}

/// The token that the world gave out.
fn issued(shop: &Shop) -> String {
    let world = shop.sandbox.world();
    let [token] = &world.issued[..] else {
        panic!("{:?}", world.issued)
    };
    token.text.clone()
}

#[test]
fn a_token_is_renewed_in_its_place() {
    for (world, call) in WORLDS {
        let shop = shop(world, |_| {});
        let found = shop.check("token-lifetime");
        assert_eq!(found.1, "expires-soon", "{world}");
        let plan = shop.run(&["repair", "shop", "--dry-run", "--format", "json"]);
        let plan = plan.json();
        let shown = fix(&plan, "token-lifetime");
        assert_eq!(shown["call"], call);
        assert_eq!(shown["not_undoable"], "old-token");
        assert_eq!(shown["kind"], "careful");
        assert_eq!(result(&shop.repair(&[]), "token-lifetime"), "not-asked");
        assert!(shop.sandbox.world().issued.is_empty());
        let document = shop.repair(&NAMED);
        assert_eq!(result(&document, "token-lifetime"), "renewed", "{world}");
        assert_eq!(stored(&shop)["token"], issued(&shop), "{world}");
        assert_eq!(shop.check("token-lifetime").0, "pass", "{world}");
        shop.repair(&NAMED);
        issued(&shop);
        assert_eq!(shop.writes(), [""; 0], "{world}");
        assert_eq!(shop.events(), events(&[(1, "begun"), (1, "done")]));
        let run = shop.ends(2, &["undo", "shop:1", "--yes"]);
        assert!(
            run.stderr.contains("a renewed token, which stays renewed"),
            "{}",
            run.stderr
        );
        shop.ends(2, &["undo", "shop", "--yes"]);
    }
}

/// What a repair may not write is not written: the new token lies in a file that only its owner can read.
#[test]
fn a_token_that_came_from_elsewhere_is_handed_over() {
    for by_flag in [false, true] {
        let shop = shop("healthy-facebook-user", |_| {});
        let before = stored(&shop);
        let token = shop.sandbox.world().token.text;
        let file = shop.folder.path("igdoctor.toml");
        let text = fs::read_to_string(&file).unwrap();
        let args = [&["repair", "shop", "--yes"][..], &NAMED].concat();
        let mut command = if by_flag {
            shop.folder.put("brought", &token);
            shop.command(&[&args[..], &["--token-file", "brought"]].concat())
        } else {
            let line = text.lines().find(|line| line.starts_with("secrets.token"));
            fs::write(
                &file,
                text.replace(line.unwrap(), "secrets.token = { env = \"SHOP_TOKEN\" }"),
            )
            .unwrap();
            let mut command = shop.command(&args);
            command.env("SHOP_TOKEN", &token);
            command
        };
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let handed = shop.handed_over().remove(0);
        let text = fs::read_to_string(&handed).unwrap();
        assert!(text.contains(&issued(&shop)));
        assert_eq!(stored(&shop), before, "the tenant's own token stays");
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(
            said.contains("state/shop-") && !said.contains(&issued(&shop)),
            "{said}"
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(&handed).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}

/// Without the app's id and secret nothing can be exchanged.
#[test]
fn an_exchange_without_the_apps_secret_is_blocked() {
    let shop = shop("healthy-facebook-user", |_| {});
    let file = shop.folder.path("igdoctor.toml");
    let text = fs::read_to_string(&file).unwrap();
    let without: Vec<&str> = text
        .lines()
        .filter(|line| !line.contains("app_secret"))
        .collect();
    fs::write(&file, without.join("\n")).unwrap();
    let end = chrono::Utc::now() + chrono::TimeDelta::days(5);
    let document = json!({"token": shop.sandbox.world().token.text, "expires_at": end});
    shop.folder.put("shop.token", &document.to_string());
    let plan = shop
        .run(&["repair", "shop", "--dry-run", "--format", "json"])
        .json();
    assert_eq!(fix(&plan, "token-lifetime")["blocked"], "app-secret");
    assert_eq!(result(&shop.repair(&NAMED), "token-lifetime"), "blocked");
    assert!(shop.sandbox.world().issued.is_empty());
}

/// A new token that does not work does not take the old one's place, and is not thrown away either.
#[test]
fn a_new_token_that_was_not_seen_to_work_leaves_the_old_one() {
    for (world, _) in WORLDS {
        let shop = shop(world, |world| {
            // What is asked about the new token fails: its first call, which tells whose it is.
            let path = "GET /me";
            once(
                world,
                path,
                What::Nth(
                    2,
                    Box::new(What::Refuse(
                        400,
                        190,
                        Some(467),
                        "Error validating access token",
                    )),
                ),
            );
        });
        let before = stored(&shop);
        let document = shop.repair(&NAMED);
        assert_eq!(
            result(&document, "token-lifetime"),
            "not-renewed",
            "{world}"
        );
        assert_eq!(stored(&shop), before, "{world}");
        let handed = fs::read_to_string(&shop.handed_over()[0]).unwrap();
        assert!(handed.contains(&issued(&shop)), "{world}");
        assert_eq!(
            shop.events(),
            events(&[(1, "begun"), (1, "not-made")]),
            "{world}"
        );
    }
}

#[test]
fn a_token_that_meta_does_not_renew_stays() {
    let shop = shop("healthy-instagram", |world| world.login.too_young = true);
    let before = stored(&shop);
    let run = shop.ends(0, &[&["repair", "shop", "--yes"][..], &NAMED].concat());
    assert!(
        run.words().contains("the token could not be renewed"),
        "{}",
        run.stdout
    );
    assert_eq!(stored(&shop), before);
    assert!(shop.handed_over().is_empty());
    assert_eq!(shop.events().last().unwrap().1, "not-made");
}

/// A world of the sandbox leaves nothing behind, its new token neither.
#[test]
fn a_world_of_the_sandbox_keeps_its_token_to_itself() {
    let folder = tempfile::tempdir().unwrap();
    let args = [
        "repair",
        "--sandbox",
        "new-customer",
        "--yes",
        "--only",
        "token-lifetime",
        "--format",
        "json",
    ];
    let mut command = super::common::igdoctor(&args);
    command.env("IGDOCTOR_STATE_DIR", folder.path());
    let run = super::common::finish(command);
    assert_eq!(result(&run.json(), "token-lifetime"), "renewed");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
