//! A token that is kept in the keyring is renewed there, in a real Secret Service.

use std::fs;

use igdoctor::secret::{Secret, Source, Stored};

use super::shop::{Shop, result};

#[test]
fn a_token_of_the_keyring_is_renewed_there() {
    // `tests/run` starts the service; `left_out` says so if nobody did.
    if std::env::var_os("IGDOCTOR_TEST_KEYRING").is_none() {
        return;
    }
    let shop = Shop::new("healthy-facebook-user", |world| {
        world.token.expires_in_days = Some(5);
    });
    let name = format!("repair-{}/token", std::process::id());
    let file = shop.folder.path("igdoctor.toml");
    let text = fs::read_to_string(&file).unwrap();
    let named = format!("secrets.token = {{ keyring = \"{name}\" }}");
    let text = text.replace("secrets.token = { file = \"shop.token\" }", &named);
    assert!(text.contains(&named), "{text}");
    fs::write(&file, text).unwrap();
    let entry = Source::Keyring(name);
    let old = Secret::parse(&shop.sandbox.world().token.text, "test").unwrap();
    entry.store(&Stored::bare(old), &|| {}).unwrap();
    let args = [
        "repair",
        "shop",
        "--yes",
        "--only",
        "token-lifetime",
        "--format",
        "json",
    ];
    let mut command = shop.command(&args);
    let bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").unwrap();
    command.env("DBUS_SESSION_BUS_ADDRESS", bus);
    let run = super::common::finish(command);
    assert_eq!(result(&run.json(), "token-lifetime"), "renewed");
    let kept = entry.read(&|| {}).unwrap();
    assert_eq!(kept.token.expose(), shop.sandbox.world().issued[0].text);
    assert!(kept.expires_at.is_some());
    assert!(shop.handed_over().is_empty());
    entry.delete(&|| {}).unwrap();
}
