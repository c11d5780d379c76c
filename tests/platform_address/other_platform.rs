//! A platform of somebody's own, which igdoctor knows by its file alone: where to ask, what to expect, and words of its own.

use super::*;

const FILE: &str = r#"name = "Inboxo"
calls_it = "channel"
flows = ["facebook"]
platform_url = "{url}"

[facebook]
permissions = [["instagram_basic"]]
webhook_object = "instagram"
webhook_fields = ["messages"]
account_fields = ["messages"]

[[probe]]
id = "status"
path = "v2/status.json"
status = 203
when_not = "platform-unreachable"

[probe.words.en]
says = "The status page of {platform}[[ at {url}]] says nothing.[[ Reason: {problem}.]]"
steps = ["Ask the support of {platform}."]

[[probe.expect]]
at = "/region"
is = "south"
when_not = "site-url-differs"

[[probe.expect]]
at = "/queues/0/agents"
at_least = 2
when_not = "no-agent-online"

[probe.expect.words.en]
says = "Fewer than two people serve the Instagram queue of {platform}."
steps = ["Let a second person log in."]

[probe.expect.words.pt-BR]
says = "Menos de duas pessoas atendem a fila do Instagram {platform.em}."
steps = ["Peça que uma segunda pessoa entre."]

[probe.expect.words.ru]
says = "Очередь Instagram в {platform.prep} обслуживает меньше двух человек."
steps = ["Попросите второго человека войти."]

[[probe]]
id = "queue"
path = "v2/queue.json"
department = { query = "name" }

[[probe.expect]]
at = "/open"
is = true
when_not = "not-in-department"

[en]
reconnect = "Connect it again."
"#;

fn report(status: Answer, department: Option<&str>, language: &str) -> (Site, Value) {
    let site = Site::start(move |target, _| match target.split_once('?') {
        None if target == "/v2/status.json" => status.clone(),
        Some(("/v2/queue.json", "name=vip")) => json("200 OK", "{\"open\":true}"),
        Some(("/v2/queue.json", _)) => json("200 OK", "{\"open\":false}"),
        _ => html("404 Not Found", ""),
    });
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("inboxo.toml");
    // The file itself says where to ask.
    std::fs::write(&file, FILE.replace("{url}", &site.url())).unwrap();
    let department = department.map(|name| format!("department = \"{name}\""));
    let tenant = format!(
        "platform = \"{}\"\n{}",
        file.display(),
        department.unwrap_or_default()
    );
    let report = site.check(&tenant, &["--lang", language]);
    (site, report)
}

fn agents(count: &str) -> Answer {
    json(
        "203 Non-Authoritative Information",
        format!("{{\"region\":\"south\",\"queues\":[{{\"agents\":{count}}}]}}"),
    )
}

#[test]
fn what_the_file_expects_is_all_that_counts() {
    let (site, well) = report(agents("2"), None, "en");
    assert_eq!(told(&well, "platform-reachable"), "pass");
    assert_eq!(told(&well, "agents-online"), "pass");
    assert_eq!(site.asked(), ["/v2/status.json"]);
    // What this platform counts are people.
    assert_eq!(well["notes"], serde_json::json!([]));

    let (_, few) = report(agents("1"), None, "en");
    assert_eq!(told(&few, "platform-reachable"), "pass");
    assert_eq!(told(&few, "agents-online"), "fail no-agent-online http 203");

    let elsewhere = json(
        "203 OK",
        "{\"region\":\"north\",\"queues\":[{\"agents\":3}]}",
    );
    let (_, elsewhere) = report(elsewhere, None, "en");
    assert_eq!(
        told(&elsewhere, "platform-reachable"),
        "fail site-url-differs http 203"
    );

    let (_, usual) = report(json("200 OK", "{}"), None, "en");
    assert_eq!(
        told(&usual, "platform-reachable"),
        "fail platform-unreachable http other-answer 200"
    );
}

#[test]
fn it_speaks_in_its_own_words_in_each_language() {
    for (language, says, step) in [
        (
            "en",
            "Fewer than two people serve the Instagram queue of Inboxo.",
            "Let a second person log in.",
        ),
        (
            "pt-BR",
            "Menos de duas pessoas atendem a fila do Instagram no Inboxo.",
            "Peça que uma segunda pessoa entre.",
        ),
        (
            "ru",
            "Очередь Instagram в Inboxo обслуживает меньше двух человек.",
            "Попросите второго человека войти.",
        ),
    ] {
        let (_, few) = report(agents("0"), None, language);
        assert_eq!(message(&few, "agents-online"), says);
        let steps = &common::find(&few, "agents-online")["fix"]["steps"];
        assert_eq!(*steps, serde_json::json!([step]));
    }
    let (_, down) = report(html("503 Service Unavailable", ""), None, "en");
    let words = message(&down, "platform-reachable");
    assert!(
        words.starts_with("The status page of Inboxo at "),
        "{words}"
    );
    assert!(words.contains("a fault of its own"), "{words}");
}

#[test]
fn its_department_is_asked_where_the_tenant_tells_one() {
    let (site, open) = report(agents("2"), Some("vip"), "en");
    assert_eq!(told(&open, "agents-online"), "pass");
    assert_eq!(site.asked(), ["/v2/status.json", "/v2/queue.json?name=vip"]);
    let (_, closed) = report(agents("2"), Some("night"), "en");
    assert_eq!(
        told(&closed, "agents-online"),
        "fail not-in-department http 200"
    );
    let words = message(&closed, "agents-online");
    assert!(words.contains("“night”"), "{words}");
}
