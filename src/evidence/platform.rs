//! `platform`: what the platform's own address tells anybody. Asked directly, without Meta and without a login, as the platform's file says.

mod older;

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use super::probe::{self, Place, Problem, Reply, Request, Rules, Step};
use super::{Answer, Record};
use crate::address::shown;
use crate::graph::{CallNote, Stage};
use crate::model::vocabulary;
use crate::platform::{Expect, Listed, Probe};

/// What the platform's address told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "older::Kept")]
pub struct PlatformFacts {
    /// The address, without query.
    pub url: String,
    /// Where its name leads.
    pub address: Option<IpAddr>,
    /// Why nothing could be asked there.
    pub problem: Option<Problem>,
    /// Where that ended.
    pub step: Option<Step>,
    /// What came of each question that was asked, in their order.
    pub answers: Vec<Said>,
}

/// What came of one question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// The question, as the platform's file calls it.
    pub probe: String,
    /// Why there was no answer.
    pub problem: Option<Problem>,
    /// Where that ended.
    pub step: Option<Step>,
    /// HTTP status.
    pub status: Option<u16>,
    /// What kind of answer it was.
    pub body: Option<Body>,
    /// It asks for a login.
    pub wants_login: bool,
    /// Where a redirect leads, without query.
    pub location: Option<String>,
    /// That is a place which cannot be reached from the internet.
    pub leads_inside: bool,
    /// The department stands in no list: it may be written wrongly.
    pub unlisted: bool,
    /// The values that something is expected of, by their pointers; of an address only its site.
    pub values: BTreeMap<String, Value>,
}

vocabulary! {
    /// What a body holds.
    Body {
        /// JSON.
        Json = "json",
        /// A page for people.
        Page = "page",
        /// A page that asks for a password.
        LoginPage = "login-page",
        /// More than anybody reads.
        Endless = "endless",
        /// Anything else, nothing among it.
        Other = "other",
    }
}

/// Bytes of an answer that are read: one that lists a thousand emojis is an answer still.
const ANSWER: usize = 2 * 1024 * 1024;
/// More characters of a value than this are not kept.
const LONGEST: usize = 200;

/// Asks the platform's address everything that its file knows to ask.
pub async fn ask(
    url: &Url,
    probes: &[Probe],
    department: Option<&str>,
    rules: &Rules,
) -> Record<PlatformFacts> {
    let mut asking = Asking {
        facts: PlatformFacts {
            url: shown(url),
            ..PlatformFacts::default()
        },
        notes: Vec::new(),
        bodies: BTreeMap::new(),
    };
    match probe::find(url, rules).await {
        Ok(place) => asking.everything(&place, probes, department, rules).await,
        Err(lost) => {
            (asking.facts.step, asking.facts.problem) = (Some(lost.step), Some(lost.problem));
            asking.facts.address = lost.address;
            asking.note(probes.first(), None, vec![lost.dns]);
        }
    }
    Record {
        answer: Answer::Answered(asking.facts),
        notes: asking.notes,
    }
}

/// One run of questions.
struct Asking {
    facts: PlatformFacts,
    notes: Vec<CallNote>,
    /// Whole answers, for the lists in them; not kept.
    bodies: BTreeMap<String, Value>,
}

impl Asking {
    async fn everything(
        &mut self,
        place: &Place,
        probes: &[Probe],
        department: Option<&str>,
        rules: &Rules,
    ) {
        self.facts.address = Some(place.address.ip());
        for probe in probes {
            let said = match (&probe.department, department) {
                (None, _) => self.one(place, probe, &[], rules).await,
                (Some(how), Some(told)) => {
                    let listed = how.listed.as_ref();
                    let id = listed.map(|listed| self.id_of(listed, told));
                    let query = [(how.query.as_str(), id.flatten().unwrap_or(told.to_owned()))];
                    let unlisted = listed.is_some_and(|listed| self.id_of(listed, told).is_none());
                    let said = self.one(place, probe, &query, rules).await;
                    Said { unlisted, ..said }
                }
                (Some(_), None) => continue,
            };
            let goes_on = probe.when_not.is_none() || said.is_right(probe);
            self.facts.answers.push(said);
            if !goes_on {
                break;
            }
        }
    }

    async fn one(
        &mut self,
        place: &Place,
        probe: &Probe,
        query: &[(&str, String)],
        rules: &Rules,
    ) -> Said {
        let mut request = Request::get(Step::Http, target(place, probe, query));
        request.most = ANSWER;
        let told = probe::send(place, &request, rules).await;
        let status = told.reply.as_ref().map(|reply| reply.status);
        self.note(Some(probe), status, told.stages);
        let mut said = Said {
            probe: probe.id.clone(),
            status,
            ..Said::default()
        };
        if let Some((step, problem)) = told.problem {
            (said.step, said.problem) = (Some(step), Some(problem));
        }
        if let Some(reply) = told.reply {
            self.read(place, probe, reply, &mut said);
        }
        if let Some(Ok(to)) = said.location.as_deref().map(str::parse) {
            said.leads_inside = leads_inside(&to, rules).await;
        }
        said
    }

    fn read(&mut self, place: &Place, probe: &Probe, reply: Reply, said: &mut Said) {
        let json = serde_json::from_slice::<Value>(&reply.body).ok();
        let json = json.filter(|json| json.is_object() || json.is_array());
        said.wants_login = reply.wants_login;
        said.body = Some(match json {
            _ if reply.endless => Body::Endless,
            Some(_) => Body::Json,
            None if reply.html && asks_for_password(&reply.body) => Body::LoginPage,
            None if reply.html => Body::Page,
            None => Body::Other,
        });
        let target = reply.location.and_then(|to| place.url.join(&to).ok());
        said.location = target.as_ref().map(shown);
        if let Some(json) = json {
            let value = |expect: &Expect| Some((expect.at.clone(), kept(expect, &json)?));
            said.values = probe.expect.iter().filter_map(value).collect();
            self.bodies.insert(probe.id.clone(), json);
        }
    }

    /// The id of a department that an earlier answer lists by this id or name.
    fn id_of(&self, listed: &Listed, told: &str) -> Option<String> {
        let list = self
            .bodies
            .get(&listed.by)?
            .pointer(&listed.at)?
            .as_array()?;
        let text = |entry: &Value, key: &str| entry.get(key)?.as_str().map(str::to_owned);
        let is_told = |entry: &&Value| {
            [&listed.id, &listed.name]
                .iter()
                .any(|key| text(entry, key).as_deref() == Some(told))
        };
        text(list.iter().find(is_told)?, &listed.id)
    }

    fn note(&mut self, probe: Option<&Probe>, http_status: Option<u16>, mut stages: Vec<Stage>) {
        // The name is looked up once, for all of them.
        stages.retain(|stage| self.notes.is_empty() || stage.name != Step::Dns.as_str());
        let path = probe.map(|probe| probe.path.as_str()).unwrap_or_default();
        let department = probe.and_then(|probe| probe.department.as_ref());
        let query = department.map(|how| format!("?{}={{department}}", how.query));
        self.notes.push(CallNote {
            call: format!("GET {{platform}}/{path}{}", query.unwrap_or_default()),
            http_status,
            ms: stages.iter().map(|stage| stage.ms).sum(),
            stages: Some(stages),
            ..CallNote::default()
        });
    }
}

impl Said {
    /// Whether it is the kind of answer that the platform gives.
    #[must_use]
    pub fn is_right(&self, probe: &Probe) -> bool {
        self.status == Some(probe.status) && self.body == Some(Body::Json)
    }
}

/// A value as it is kept: what is expected of an address is only whose it is.
fn kept(expect: &Expect, json: &Value) -> Option<Value> {
    match json.pointer(&expect.at)? {
        Value::String(text) if expect.same_site => {
            let named: Url = text.parse().ok()?;
            named
                .has_host()
                .then(|| named.origin().ascii_serialization().into())
        }
        Value::String(text) => Some(text.chars().take(LONGEST).collect::<String>().into()),
        value @ (Value::Bool(_) | Value::Number(_)) => Some(value.clone()),
        _ => None,
    }
}

/// Whether the name of a place that a redirect leads to is one of a private network. Nobody connects there.
async fn leads_inside(to: &Url, rules: &Rules) -> bool {
    let found = probe::find(to, rules).await;
    found.is_err_and(|lost| lost.problem == Problem::Private)
}

/// Whether a page has a field for a password.
fn asks_for_password(body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body).to_ascii_lowercase();
    ["type=\"password\"", "type='password'", "type=password"]
        .iter()
        .any(|field| text.contains(field))
}

/// Path of a question below the platform's address, which may itself have a path.
fn target(place: &Place, probe: &Probe, query: &[(&str, String)]) -> String {
    let mut url = place.url.clone();
    url.set_path(&format!(
        "{}/{}",
        url.path().trim_end_matches('/'),
        probe.path
    ));
    url.set_query(None);
    for (name, value) in query {
        url.query_pairs_mut().append_pair(name, value);
    }
    url[url::Position::BeforePath..url::Position::AfterQuery].to_owned()
}
