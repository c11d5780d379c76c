//! `callback`: does the callback address answer Meta's handshake as it should. Asked directly, without Meta.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use url::Url;

use super::probe::{self, Place, Problem, Reply, Request, Rules, Step, Told};
use super::{Answer, Record};
use crate::address::shown;
use crate::graph::{CallNote, Stage};
use crate::secret::Secret;

/// What the callback did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallbackFacts {
    /// Its address, without query.
    pub url: String,
    /// Where its name leads.
    pub address: Option<IpAddr>,
    /// It has no IPv4 address.
    pub ipv6_only: bool,
    /// Why there was no answer.
    pub problem: Option<Problem>,
    /// Where it ended, if there was none.
    #[serde(default)]
    pub step: Option<Step>,
    /// Milliseconds until a secure connection to it stood.
    #[serde(default)]
    pub connect_ms: u64,
    /// Whole days until its certificate ends, if that is soon.
    pub days_left: Option<i64>,
    /// Its answer to a verify token that nobody knows.
    pub to_wrong_token: Option<Handshake>,
    /// Its answer to the right one, where that is known.
    pub to_right_token: Option<Handshake>,
    /// Its answers to signed events, where those were asked for.
    pub events: Option<Events>,
}

/// An answer to a handshake.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handshake {
    /// HTTP status.
    pub status: u16,
    /// The body is the challenge, to the byte.
    pub exact: bool,
    /// The challenge stands somewhere in it.
    #[serde(default)]
    pub near: bool,
    /// There is more of it than anybody reads.
    #[serde(default)]
    pub endless: bool,
    /// It is a page for people.
    pub html: bool,
    /// It asks for a login.
    pub wants_login: bool,
    /// Where a redirect leads, without query.
    pub location: Option<String>,
    /// Milliseconds to the answer.
    pub ms: u64,
}

/// Statuses that two events without content met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Events {
    /// Rightly signed.
    pub right: u16,
    /// Wrongly signed; `None` where the server hung up on it, which is a refusal too.
    pub wrong: Option<u16>,
}

/// What is known of the callback beforehand.
#[derive(Debug, Default)]
pub struct Known<'a> {
    /// The right verify token.
    pub verify_token: Option<&'a Secret>,
    /// Secrets that may sign events; with one, events without content are sent. Which of two it is differs (graph-api 4.3).
    pub event_secrets: Vec<&'a Secret>,
    /// Object of the app's webhook, which events are about.
    pub object: &'a str,
}

/// Probes the callback.
pub async fn ask(url: &Url, known: &Known<'_>, rules: &Rules) -> Record<CallbackFacts> {
    let mut facts = CallbackFacts {
        url: shown(url),
        ..CallbackFacts::default()
    };
    let mut stages = Vec::new();
    if url.scheme() == "https" {
        match probe::find(url, rules).await {
            Ok(place) => probe_place(&place, known, rules, &mut facts, &mut stages).await,
            Err(lost) => {
                facts.lost((lost.step, lost.problem));
                facts.address = lost.address;
                stages.push(lost.dns);
            }
        }
    } else {
        facts.lost((Step::Tls, Problem::NotHttps));
    }
    let ms = stages.iter().map(|stage: &Stage| stage.ms).sum();
    let http_status = facts.to_wrong_token.as_ref().map(|answer| answer.status);
    let note = CallNote {
        call: "GET {callback}?hub.mode=subscribe".to_owned(),
        http_status,
        ms,
        stages: Some(stages),
        ..CallNote::default()
    };
    Record {
        answer: Answer::Answered(facts),
        notes: vec![note],
    }
}

async fn probe_place(
    place: &Place,
    known: &Known<'_>,
    rules: &Rules,
    facts: &mut CallbackFacts,
    stages: &mut Vec<Stage>,
) {
    facts.address = Some(place.address.ip());
    facts.ipv6_only = place.ipv6_only;
    let (challenge, nobody_knows) = (random_number(), format!("igdoctor-{}", random_number()));
    let request = handshake(Step::Handshake, place, &challenge, &nobody_knows);
    let first = probe::send(place, &request, rules).await;
    facts.days_left = first.days_left;
    facts.connect_ms = connecting(&first.stages);
    stages.extend(first.stages);
    if let Some(lost) = first.problem {
        facts.lost(lost);
        // To hang up on a token that nobody knows is to refuse it, if the right one is answered.
        if lost != (Step::Handshake, Problem::Reset) || known.verify_token.is_none() {
            return;
        }
    }
    facts.to_wrong_token = first.reply.map(|reply| read(place, reply, &challenge));
    if let Some(token) = known.verify_token {
        let request = handshake(Step::VerifyToken, place, &challenge, token.expose());
        let reply = further(place, &request, rules, facts, stages).await;
        facts.to_right_token = reply.map(|reply| read(place, reply, &challenge));
        if facts.to_right_token.is_none() {
            return;
        }
        (facts.step, facts.problem) = (None, None);
    }
    send_events(place, known, rules, facts, stages).await;
}

/// Sends an event that Meta could have sent, with each secret until one is taken, and one that Meta could not.
async fn send_events(
    place: &Place,
    known: &Known<'_>,
    rules: &Rules,
    facts: &mut CallbackFacts,
    stages: &mut Vec<Stage>,
) {
    let (mut right, mut lost) = (None, None);
    for secret in &known.event_secrets {
        let request = event(Step::SignedEvent, place, known.object, secret);
        let told = again(place, &request, rules, stages).await;
        if let Some(reply) = told.reply {
            right = Some(reply.status);
            if (200..300).contains(&reply.status) {
                lost = None;
                break;
            }
        }
        lost = lost.or(told.problem);
    }
    // To hang up on one of two is to refuse it, as long as the other is answered.
    if let Some(lost) = lost.filter(|(_, problem)| right.is_none() || *problem != Problem::Reset) {
        facts.lost(lost);
        return;
    }
    let (Some(right), Some(secret)) = (right, known.event_secrets.first()) else {
        return;
    };
    // A signature made with a signature is one that Meta would never give.
    let nobodys = secret.sign(random_number().as_bytes());
    let request = event(Step::ForgedEvent, place, known.object, &nobodys);
    let told = again(place, &request, rules, stages).await;
    let wrong = told.reply.map(|reply| reply.status);
    facts.events = Some(Events { right, wrong });
}

/// One more request to a place that answered already; that it gets no answer is a fault.
async fn further(
    place: &Place,
    request: &Request,
    rules: &Rules,
    facts: &mut CallbackFacts,
    stages: &mut Vec<Stage>,
) -> Option<Reply> {
    let told = again(place, request, rules, stages).await;
    if let (Some(lost), None) = (told.problem, facts.problem) {
        facts.lost(lost);
    }
    told.reply
}

/// The same, whatever comes of it. Only the time of its own answer is new.
async fn again(place: &Place, request: &Request, rules: &Rules, stages: &mut Vec<Stage>) -> Told {
    let mut told = probe::send(place, request, rules).await;
    let own = request.step.as_str();
    stages.extend(told.stages.drain(..).filter(|stage| stage.name == own));
    told
}

/// Milliseconds that it took until the connection stood. The name is known to whoever calls often.
fn connecting(stages: &[Stage]) -> u64 {
    let counts = |stage: &&Stage| {
        [Step::Tcp, Step::Tls]
            .iter()
            .any(|step| stage.name == step.as_str())
    };
    stages.iter().filter(counts).map(|stage| stage.ms).sum()
}

impl CallbackFacts {
    fn lost(&mut self, (step, problem): (Step, Problem)) {
        (self.step, self.problem) = (Some(step), Some(problem));
    }
}

/// Meta's handshake (graph-api 4.2).
fn handshake(step: Step, place: &Place, challenge: &str, token: &str) -> Request {
    let mut url = place.url.clone();
    url.query_pairs_mut()
        .append_pair("hub.mode", "subscribe")
        .append_pair("hub.challenge", challenge)
        .append_pair("hub.verify_token", token);
    Request::get(
        step,
        &url[url::Position::BeforePath..url::Position::AfterQuery],
    )
}

/// An event without content, signed as Meta signs (graph-api 4.3). Nothing can be done with it but to take it.
fn event(step: Step, place: &Place, object: &str, secret: &Secret) -> Request {
    let body = serde_json::json!({ "object": object, "entry": [] })
        .to_string()
        .into_bytes();
    let mut request = Request::get(
        step,
        &place.url[url::Position::BeforePath..url::Position::AfterQuery],
    );
    request.method = hyper::Method::POST;
    let signature = format!("sha256={}", secret.sign(&body).expose());
    request.headers = vec![
        ("content-type", "application/json".to_owned()),
        ("x-hub-signature-256", signature),
    ];
    request.body = body;
    request
}

fn read(place: &Place, reply: Reply, challenge: &str) -> Handshake {
    let target = reply.location.and_then(|to| place.url.join(&to).ok());
    Handshake {
        status: reply.status,
        exact: reply.body == challenge.as_bytes(),
        near: reply
            .body
            .windows(challenge.len())
            .any(|part| part == challenge.as_bytes()),
        endless: reply.endless,
        html: reply.html,
        wants_login: reply.wants_login,
        location: target.as_ref().map(shown),
        ms: reply.ms,
    }
}

/// A number that nobody can know beforehand.
fn random_number() -> String {
    let mut bytes = [0; 8];
    // Without a source of randomness the probe still works: the number is then only not secret.
    let _ = getrandom::fill(&mut bytes);
    u64::from_le_bytes(bytes).to_string()
}
