//! What holds: flag, tenant, platform, default, in this order.

use serde_json::{Value, json};

use super::QUICK;
use super::common::finish;
use super::common::tenants::Folder;

/// A platform of one's own that says all that a platform can.
const MINE: &str = r#"name = "Mine"
calls_it = "channel"
flows = ["instagram", "facebook"]
app_ids = ["7001", "7002"]
callback_url = "https://platform.example/hook"

[facebook]
permissions = [["instagram_basic"]]
webhook_object = "instagram"
webhook_fields = ["messages"]
account_fields = ["messages"]

[instagram]
permissions = [["instagram_business_basic"]]
webhook_object = "instagram"
webhook_fields = ["messages"]
account_fields = ["messages"]

[en]
reconnect = "Connect it again."
"#;

const TENANT: &str = r#"
flow = "facebook"
page = "11"
instagram = 12
app = "13"
instagram_app = "14"
callback_url = "https://tenant.example/hook?key=1"
platform_url = "https://chat.tenant.example"
stored_account_id = "15"
stored_username = "casa.azul"
department = "sales"
webhook_fields = ["messages", "comments"]
token_expires_at = 2027-01-20
"#;

/// What is expected of a tenant of these lines, as it stands in saved evidence.
fn expected(lines: &str, flags: &[&str]) -> Value {
    let folder = Folder::new(&format!("[tenants.casa-azul]\n{lines}\n"));
    folder.put("mine.toml", MINE);
    let saved = ["--save-evidence", "saved.json", "casa-azul"];
    let run = finish(folder.igdoctor(&[&["check"], QUICK, &saved, flags].concat()));
    assert_ne!(run.code, 2, "{}", run.stderr);
    let text = std::fs::read_to_string(folder.path("saved.json")).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()["expect"].clone()
}

fn assert_holds(expect: &Value, wanted: &[(&str, Value)]) {
    for (pointer, value) in wanted {
        assert_eq!(expect.pointer(pointer), Some(value), "{pointer}");
    }
}

#[test]
fn where_nobody_says_anything_the_default_holds() {
    assert_holds(
        &expected("", &[]),
        &[
            ("/name", json!("casa-azul")),
            ("/platform/id", json!("meta-app")),
            ("/flow", json!("instagram")),
            ("/flow_stated", json!(false)),
            ("/page_id", json!(null)),
            ("/app_ids", json!([])),
            ("/callback_url", json!(null)),
            ("/webhook_fields", json!(null)),
            ("/allow_private", json!(false)),
        ],
    );
}

#[test]
fn then_the_platforms_word_holds() {
    assert_holds(
        &expected("platform = \"mine.toml\"", &[]),
        &[
            ("/platform/name", json!("Mine")),
            ("/flow", json!("instagram")),
            ("/flow_stated", json!(false)),
            ("/app_ids", json!(["7001", "7002"])),
            ("/callback_url", json!("https://platform.example/hook")),
        ],
    );
    let expect = expected("platform = \"hunion\"", &[]);
    assert_holds(&expect, &[("/flow", json!("facebook"))]);
}

#[test]
fn the_tenant_goes_before_its_platform() {
    let expect = expected(&format!("platform = \"mine.toml\"{TENANT}"), &[]);
    assert_holds(
        &expect,
        &[
            ("/platform/name", json!("Mine")),
            ("/flow", json!("facebook")),
            ("/flow_stated", json!(true)),
            ("/page_id", json!("11")),
            ("/instagram_id", json!("12")),
            ("/app_ids", json!(["13", "14"])),
            ("/platform_url", json!("https://chat.tenant.example/")),
            ("/stored_account_id", json!("15")),
            ("/stored_username", json!("casa.azul")),
            ("/department", json!("sales")),
            ("/webhook_fields", json!(["messages", "comments"])),
            ("/token_expires_at", json!("2027-01-20T00:00:00Z")),
        ],
    );
    let callback = expect["callback_url"].as_str().unwrap();
    assert!(
        callback.starts_with("https://tenant.example/hook"),
        "{callback}"
    );
    assert!(
        !callback.contains("key=1"),
        "a query may hold a secret: {callback}"
    );
}

#[test]
fn a_flag_goes_before_everything() {
    let flags = [
        ["--platform", "chatt2me"],
        ["--flow", "instagram"],
        ["--page", "21"],
        ["--instagram", "22"],
        ["--app", "23"],
        ["--instagram-app", "24"],
        ["--callback-url", "https://flag.example/hook"],
        ["--platform-url", "https://chat.flag.example"],
        ["--stored-account-id", "25"],
    ];
    let mut flags = flags.concat();
    flags.push("--allow-private");
    assert_holds(
        &expected(&format!("platform = \"mine.toml\"{TENANT}"), &flags),
        &[
            ("/name", json!("casa-azul")),
            ("/platform/id", json!("chatt2me")),
            ("/flow", json!("instagram")),
            ("/page_id", json!("21")),
            ("/instagram_id", json!("22")),
            ("/app_ids", json!(["23", "24"])),
            ("/callback_url", json!("https://flag.example/hook")),
            ("/platform_url", json!("https://chat.flag.example/")),
            ("/stored_account_id", json!("25")),
            ("/stored_username", json!("casa.azul")),
            ("/allow_private", json!(true)),
        ],
    );
}

#[test]
fn a_flow_that_the_platform_lacks_is_told_with_who_wanted_it() {
    let folder =
        Folder::new("[tenants.a]\nflow = \"instagram\"\n[tenants.b]\nplatform = \"hunion\"\n");
    let told = |args: &[&str]| {
        let run = finish(folder.igdoctor(&[&["check"], QUICK, args].concat()));
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{args:?}");
        run.stderr
    };
    let text = told(&["a", "--platform", "hunion"]);
    assert!(
        text.contains("the tenant's flow instagram: hunion.io offers only: facebook"),
        "{text}"
    );
    let text = told(&["b", "--flow", "instagram"]);
    assert!(
        text.contains("--flow instagram: hunion.io offers only: facebook"),
        "{text}"
    );
}

/// The looks of the token tell its flow where nobody states one.
#[test]
fn the_token_tells_the_flow_before_the_platform_does() {
    let folder = Folder::new(
        "[tenants.a]\nsecrets.token = { file = \"token\" }\n[tenants.b]\nflow = \"instagram\"\nsecrets.token = { file = \"token\" }\n",
    );
    folder.put("token", "EAAsomething0123456789");
    let flow = |tenant: &str| {
        let args = [
            "check",
            tenant,
            "--only",
            "inbox-access",
            "--format",
            "json",
        ];
        finish(folder.igdoctor(&args)).json()["tenant"]["flow"].clone()
    };
    assert_eq!(
        (flow("a"), flow("b")),
        (json!("facebook"), json!("instagram"))
    );
}
