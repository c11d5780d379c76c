//! The tenants of the file, a row each.

use crate::{Home, snapshot};

const FILE: &str = r#"
[tenants.casa-azul]
platform = "hunion"
page = "104512345678901"

[tenants.casa-rosa]
platform = "meta-app"
flow = "instagram"
instagram = "17841405309211844"
secrets.token = { env = "CASA_ROSA_TOKEN" }

[tenants.a-tenant-whose-name-is-rather-long-but-still-allowed]
secrets.token = { command = ["/usr/local/bin/vault", "kv", "get", "-field=token", "secret/casa"] }

[tenants.casa-verde]
platform = "platforms/ours.toml"
secrets.token = { file = "tokens/casa-verde" }
"#;

#[test]
fn at_80_columns() {
    let home = Home::with(FILE);
    snapshot("tenant-list-80", &home.done(&["list"]));
}

#[test]
fn as_json() {
    let home = Home::with(FILE);
    let list = home.run(&["list", "--format", "json"]).json();
    assert_eq!(list["schema_version"], 1);
    assert_eq!(list["file"], "igdoctor.toml");
    assert_eq!(
        list["tenants"][2],
        serde_json::json!({
            "name": "casa-rosa", "platform": "meta-app", "flow": "instagram", "page_id": null,
            "instagram_id": "17841405309211844", "token": "the environment variable CASA_ROSA_TOKEN",
        })
    );
    // Arguments of a command may hold anything.
    assert_eq!(
        list["tenants"][0]["token"],
        "the command /usr/local/bin/vault"
    );
}

#[test]
fn without_a_file_the_way_to_one_is_told() {
    let error = Home::empty().refused(&["list"]);
    assert!(error.contains("igdoctor tenant add NAME"), "{error}");
    let empty = Home::with("").done(&["list"]);
    assert!(empty.contains("igdoctor tenant add"), "{empty}");
}
