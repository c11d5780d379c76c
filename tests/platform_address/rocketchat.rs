//! Rocket.Chat's answers, in the shapes of its source.

use super::*;

const INFO: &str = include_str!("../fixtures/rocketchat/info.json");
const CONFIG: &str = include_str!("../fixtures/rocketchat/config.json");
const OFF: &str = include_str!("../fixtures/rocketchat/config-off.json");

/// A workspace: its livechat configuration for a query, below a path.
pub fn workspace(
    path: &'static str,
    config: impl Fn(&str, &str) -> Answer + Send + Sync + 'static,
) -> Site {
    Site::start(move |target, own| {
        let own = format!("{own}{}", path.trim_start_matches('/'));
        let (asked, query) = target.split_once('?').unwrap_or((target, ""));
        match asked.strip_prefix(path) {
            Some("api/info") => json("200 OK", INFO),
            Some("") => html("200 OK", "<title>Rocket.Chat</title>"),
            Some("api/v1/livechat/config") => config(query, &own),
            _ => html("404 Not Found", "Nothing here"),
        }
    })
}

pub fn config(own: &str) -> String {
    CONFIG.replace("{site}", own)
}

#[test]
fn a_workspace_as_its_source_gives_it_is_well() {
    let site = workspace("/", |_, own| json("200 OK", config(own)));
    let report = site.rocketchat(&[]);
    assert_eq!(told(&report, "platform-reachable"), "pass");
    assert_eq!(told(&report, "agents-online"), "pass");
    // Nobody's department was told, so none is asked for.
    assert_eq!(
        site.asked(),
        ["/api/info", "/", "/api/v1/livechat/config"],
        "in this order, and each once"
    );
    let evidence = &common::find(&report, "platform-reachable")["evidence"];
    let calls: Vec<&str> = evidence
        .as_array()
        .unwrap()
        .iter()
        .map(|exchange| exchange["call"].as_str().unwrap())
        .collect();
    assert_eq!(
        calls,
        [
            "GET {platform}/api/info",
            "GET {platform}/",
            "GET {platform}/api/v1/livechat/config"
        ]
    );
    let stages = |index: usize| -> Vec<&str> {
        let stages = evidence[index]["stages"].as_array().unwrap();
        stages
            .iter()
            .map(|stage| stage["name"].as_str().unwrap())
            .collect()
    };
    assert_eq!(stages(0), ["dns", "tcp", "tls", "http"]);
    // The name is looked up once, and its address is the one that is connected to each time.
    assert_eq!(stages(1), ["tcp", "tls", "http"]);
}

/// It passes, and the reader learns what that is worth.
#[test]
fn online_is_said_to_be_no_proof_of_a_person() {
    let site = workspace("/", |_, own| json("200 OK", config(own)));
    for (language, words) in [
        ("en", "no proof of a person"),
        ("pt-BR", "não prova que há uma pessoa"),
        ("ru", "не значит, что на месте человек"),
    ] {
        let report = site.rocketchat(&["--lang", language]);
        let notes = report["notes"].as_array().unwrap();
        let note = notes.iter().find(|note| note["kind"] == "online-unproven");
        let message = note.unwrap()["message"].as_str().unwrap();
        assert!(message.contains(words), "{message}");
    }
    let nobody = workspace("/", |_, own| {
        json(
            "200 OK",
            config(own).replace("\"online\":true", "\"online\":false"),
        )
    });
    assert_eq!(nobody.rocketchat(&[])["notes"], serde_json::json!([]));
}

/// Every emoji of the workspace stands in the configuration, before what counts.
#[test]
fn a_workspace_with_many_emojis_is_read_to_the_end() {
    let site = workspace("/", |_, own| {
        let emoji = r#"{"_id":"64b1f0c2a9","name":"casa","aliases":[],"extension":"png"}"#;
        let emojis = vec![emoji; 10_000].join(",");
        let emojis = format!("\"emojis\":[{emojis}]");
        json("200 OK", config(own).replace("\"emojis\":[]", &emojis))
    });
    assert_eq!(told(&site.rocketchat(&[]), "agents-online"), "pass");
}

#[test]
fn a_workspace_below_a_path_is_asked_below_it() {
    let site = workspace("/chat/", |_, own| json("200 OK", config(own)));
    for end in ["chat", "chat/"] {
        let tenant = format!(
            "platform = \"rocketchat\"\nplatform_url = \"{}{end}\"",
            site.url()
        );
        let report = site.check(&tenant, &[]);
        assert_eq!(told(&report, "platform-reachable"), "pass");
        assert_eq!(told(&report, "agents-online"), "pass");
    }
}

#[test]
fn omnichannel_off_and_nobody_online_are_certain() {
    let off = workspace("/", |_, _| json("200 OK", OFF)).rocketchat(&[]);
    assert_eq!(told(&off, "platform-reachable"), "pass");
    assert_eq!(told(&off, "agents-online"), "fail omnichannel-off http 200");
    let nobody = workspace("/", |_, own| {
        json(
            "200 OK",
            config(own).replace("\"online\":true", "\"online\":false"),
        )
    });
    for (language, lost) in [
        ("en", "does not come to the platform later"),
        ("pt-BR", "não chega depois à plataforma"),
        ("ru", "на платформу оно потом не придёт"),
    ] {
        let report = nobody.rocketchat(&["--lang", language]);
        assert_eq!(
            told(&report, "agents-online"),
            "fail no-agent-online http 200"
        );
        let steps = common::find(&report, "agents-online")["fix"]["steps"].to_string();
        assert!(steps.contains(lost), "{steps}");
    }
}

/// The parameter takes an id. Asked by its name, a department would seem empty.
#[test]
fn a_department_is_asked_by_its_id_and_doubted_where_it_is_not_listed() {
    let site = || {
        workspace("/", |query, own| {
            let online = ["", "department=64b1f0c2a9"].contains(&query);
            let online = format!("\"online\":{online}");
            json("200 OK", config(own).replace("\"online\":true", &online))
        })
    };
    let with = |department: &str| {
        let site = site();
        let tenant = format!(
            "platform = \"rocketchat\"\nplatform_url = \"{}\"\ndepartment = \"{department}\"",
            site.url()
        );
        let report = site.check(&tenant, &[]);
        assert_eq!(told(&report, "platform-reachable"), "pass");
        let query = site.asked()[3].split_once('?').unwrap().1.to_owned();
        (told(&report, "agents-online"), query)
    };
    let pass = "pass".to_owned();
    assert_eq!(
        with("Sales"),
        (pass.clone(), "department=64b1f0c2a9".to_owned())
    );
    assert_eq!(
        with("64b1f0c2a9"),
        (pass, "department=64b1f0c2a9".to_owned())
    );
    let (verdict, query) = with("Support");
    assert_eq!(verdict, "fail not-in-department http 200");
    assert_eq!(query, "department=64b1f0c2b0");
    let (verdict, query) = with("Vendas & mais");
    assert_eq!(verdict, "ask confirm-agents-online");
    assert_eq!(query, "department=Vendas+%26+mais");
}

/// The Site Url stands in the address of a sound.
#[test]
fn a_site_url_that_nobody_else_reaches_is_found_though_all_answers_come() {
    let site = workspace("/", |_, _| json("200 OK", config("http://localhost:3000/")));
    let report = site.rocketchat(&[]);
    assert_eq!(
        told(&report, "platform-reachable"),
        "fail site-url-differs http 200"
    );
    let words = message(&report, "platform-reachable");
    assert!(words.contains("http://localhost:3000"), "{words}");
    assert!(words.contains(&site.url()), "{words}");
    assert_eq!(told(&report, "agents-online"), "skipped platform-reachable");
}

/// What is saved today is judged again; so is what was saved while only Rocket.Chat could be asked.
#[test]
fn evidence_of_an_earlier_form_is_still_read() {
    for (world, change, expected) in [
        ("healthy-rocketchat", "online", "pass"),
        ("no-agent-online", "online", "fail no-agent-online"),
        ("omnichannel-off", "online", "fail omnichannel-off"),
    ] {
        let (_, file) = common::save(world, &[]);
        common::edit(&file, |saved| {
            let pointer = "/evidence/platform/answer/answered";
            let now = saved.pointer(pointer).unwrap().clone();
            let value = |index: usize, at: &str| now["answers"][index]["values"][at].clone();
            let facts = serde_json::json!({
                "url": now["url"], "problem": null, "status": 200, "alive": true, "other_host": null,
                "omnichannel": value(2, "/config/enabled"), change: value(2, "/config/online"),
                "department_online": null,
            });
            *saved.pointer_mut(pointer).unwrap() = facts;
            saved["expect"]["platform"]["probe"] = "rocketchat".into();
        });
        let report = common::judge_again(&file, &[]).json();
        assert_eq!(told(&report, "platform-reachable"), "pass", "{world}");
        let verdict = told(&report, "agents-online");
        assert!(verdict.starts_with(expected), "{world}: {verdict}");
    }
    let (_, file) = common::save("healthy-facebook", &[]);
    common::edit(&file, |saved| {
        saved["expect"]["platform"]["probe"] = Value::Null
    });
    let again = common::judge_again(&file, &[]);
    assert_eq!(again.code, 0, "{}", again.stderr);
}
