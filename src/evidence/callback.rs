//! `callback`: does the callback address answer Meta's handshake as it should. Asked directly, without Meta.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use url::Url;

use super::probe::{self, Place, Problem, Reply, Request, Rules, Told};
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handshake {
    /// HTTP status.
    pub status: u16,
    /// The body is the challenge, to the byte.
    pub exact: bool,
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
    /// Wrongly signed.
    pub wrong: u16,
}

/// What is known of the callback beforehand.
#[derive(Debug, Default)]
pub struct Known<'a> {
    /// The right verify token.
    pub verify_token: Option<&'a Secret>,
    /// Secret that signs events; with it, two events without content are sent.
    pub event_secret: Option<&'a Secret>,
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
            Err((problem, address)) => (facts.problem, facts.address) = (Some(problem), address),
        }
    } else {
        facts.problem = Some(Problem::NotHttps);
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
    let first = probe::send(place, &handshake(place, &challenge, &nobody_knows), rules).await;
    facts.days_left = first.days_left;
    stages.extend(first.stages.iter().cloned());
    let Told {
        reply: Some(reply), ..
    } = first
    else {
        facts.problem = first.problem;
        return;
    };
    facts.to_wrong_token = Some(read(reply, &challenge));
    if let Some(token) = known.verify_token {
        let told = probe::send(place, &handshake(place, &challenge, token.expose()), rules).await;
        (facts.to_right_token, facts.problem) = (
            told.reply.map(|reply| read(reply, &challenge)),
            told.problem,
        );
    }
    if let Some(secret) = known.event_secret {
        let right = probe::send(place, &event(place, secret), rules).await;
        // The signature of a signature is one that Meta would never give.
        let wrong = probe::send(
            place,
            &event(place, &secret.sign(challenge.as_bytes())),
            rules,
        )
        .await;
        facts.problem = facts.problem.or(right.problem).or(wrong.problem);
        let (right, wrong) = (
            right.reply.map(|reply| reply.status),
            wrong.reply.map(|reply| reply.status),
        );
        facts.events = right
            .zip(wrong)
            .map(|(right, wrong)| Events { right, wrong });
    }
}

/// Meta's handshake (graph-api 4.2).
fn handshake(place: &Place, challenge: &str, token: &str) -> Request {
    let mut url = place.url.clone();
    url.query_pairs_mut()
        .append_pair("hub.mode", "subscribe")
        .append_pair("hub.challenge", challenge)
        .append_pair("hub.verify_token", token);
    Request::get(&url[url::Position::BeforePath..url::Position::AfterQuery])
}

/// An event without content, signed as Meta signs (graph-api 4.3). Nothing can be done with it but to take it.
fn event(place: &Place, secret: &Secret) -> Request {
    let body = br#"{"object":"instagram","entry":[]}"#.to_vec();
    let mut request =
        Request::get(&place.url[url::Position::BeforePath..url::Position::AfterQuery]);
    request.method = hyper::Method::POST;
    let signature = format!("sha256={}", secret.sign(&body).expose());
    request.headers = vec![
        ("content-type", "application/json".to_owned()),
        ("x-hub-signature-256", signature),
    ];
    request.body = body;
    request
}

fn read(reply: Reply, challenge: &str) -> Handshake {
    let location = reply
        .location
        .map(|to| to.split(['?', '#']).next().unwrap_or_default().to_owned());
    Handshake {
        status: reply.status,
        exact: reply.body == challenge.as_bytes(),
        html: reply.html,
        wants_login: reply.wants_login,
        location,
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
