//! `platform`: does the platform's own address answer, and is anybody there. Asked directly, without Meta and without a login.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use super::probe::{self, Place, Problem, Request, Rules, Step, Told};
use super::{Answer, Record};
use crate::address::shown;
use crate::graph::CallNote;

/// What a Rocket.Chat server told (graph-api 13).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlatformFacts {
    /// The address asked.
    pub url: String,
    /// Why there was no answer.
    pub problem: Option<Problem>,
    /// Status of `/api/info`.
    pub status: Option<u16>,
    /// `/api/info` said that all is well.
    pub alive: bool,
    /// Host that visitors are sent to, if another one.
    pub other_host: Option<String>,
    /// Omnichannel is on.
    pub omnichannel: Option<bool>,
    /// Somebody, or something, is online. `false` is certain, `true` is no proof of a human.
    pub online: Option<bool>,
    /// The same for the Page's department.
    pub department_online: Option<bool>,
}

/// Probes a Rocket.Chat server.
pub async fn ask(url: &Url, department: Option<&str>, rules: &Rules) -> Record<PlatformFacts> {
    let mut facts = PlatformFacts {
        url: shown(url),
        ..PlatformFacts::default()
    };
    let mut stages = Vec::new();
    match probe::find(url, rules).await {
        Ok(place) => {
            let told = probe::send(
                &place,
                &Request::get(Step::Http, target(&place, "api/info", None)),
                rules,
            )
            .await;
            stages.extend(told.stages.iter().cloned());
            read_info(url, told, &mut facts);
            if facts.alive {
                read_config(&place, department, rules, &mut facts).await;
            }
        }
        Err(lost) => facts.problem = Some(lost.problem),
    }
    let ms = stages.iter().map(|stage| stage.ms).sum();
    let note = CallNote {
        call: "GET {platform}/api/info".to_owned(),
        http_status: facts.status,
        ms,
        stages: Some(stages),
        ..CallNote::default()
    };
    Record {
        answer: Answer::Answered(facts),
        notes: vec![note],
    }
}

fn read_info(url: &Url, told: Told, facts: &mut PlatformFacts) {
    facts.problem = told.problem.map(|(_, problem)| problem);
    let Some(reply) = told.reply else { return };
    facts.status = Some(reply.status);
    facts.alive =
        reply.status == 200 && json(&reply.body).get("success") == Some(&Value::Bool(true));
    // `localhost` and `127.0.0.1` are one machine, but two hosts: so they are for a browser, and for the sandbox.
    let target = reply.location.and_then(|to| url.join(&to).ok());
    facts.other_host = target
        .filter(|to| to.host_str() != url.host_str())
        .and_then(|to| to.host_str().map(str::to_owned));
}

async fn read_config(
    place: &Place,
    department: Option<&str>,
    rules: &Rules,
    facts: &mut PlatformFacts,
) {
    let config = ask_config(place, None, rules).await;
    facts.omnichannel = config.get("enabled").and_then(Value::as_bool);
    facts.online = config.get("online").and_then(Value::as_bool);
    if let Some(name) = department {
        facts.department_online = ask_config(place, Some(name), rules)
            .await
            .get("online")
            .and_then(Value::as_bool);
    }
}

async fn ask_config(place: &Place, department: Option<&str>, rules: &Rules) -> Value {
    let target = target(place, "api/v1/livechat/config", department);
    let told = probe::send(place, &Request::get(Step::Http, target), rules).await;
    let body = told
        .reply
        .filter(|reply| reply.status == 200)
        .map(|reply| json(&reply.body))
        .unwrap_or_default();
    body.get("config").cloned().unwrap_or_default()
}

/// Path of an endpoint below the platform's address, which may itself have a path.
fn target(place: &Place, path: &str, department: Option<&str>) -> String {
    let mut url = place.url.clone();
    url.set_path(&format!("{}/{path}", url.path().trim_end_matches('/')));
    url.set_query(None);
    if let Some(department) = department {
        url.query_pairs_mut().append_pair("department", department);
    }
    url[url::Position::BeforePath..url::Position::AfterQuery].to_owned()
}

fn json(body: &[u8]) -> Value {
    serde_json::from_slice(body).unwrap_or_default()
}
