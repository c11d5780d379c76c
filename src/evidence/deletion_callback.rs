//! `deletion-callback`: do the addresses for data deletion and for removing the app answer Meta's signed requests. Asked directly, without Meta.

use std::net::IpAddr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

use super::probe::{self, Place, Problem, Reply, Request, Rules, Step};
use super::{Answer, Record};
use crate::address::shown;
use crate::graph::{CallNote, Stage};
use crate::model::vocabulary;
use crate::secret::Secret;

/// What both addresses did; `None` where the address is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeletionFacts {
    /// The one for data deletion.
    pub deletion: Option<AddressFacts>,
    /// The one that is told when a person removes the app.
    pub deauthorize: Option<AddressFacts>,
}

/// What one address did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressFacts {
    /// The address, without query.
    pub url: String,
    /// Where its name leads.
    pub address: Option<IpAddr>,
    /// Where it ended and why, if there was no answer.
    pub lost: Option<(Step, Problem)>,
    /// Its answer to a rightly signed request.
    pub right: Option<Reaction>,
    /// Its answer to a wrongly signed one.
    pub wrong: Option<Reaction>,
}

/// An answer to a signed request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    /// HTTP status.
    pub status: u16,
    /// What its body is.
    pub body: Body,
}

vocabulary! {
    /// What an answer to a deletion request holds.
    Body {
        /// What Meta requires: an address and a code.
        Confirmation = "confirmation",
        /// A page for people.
        Page = "page-for-people",
        /// Anything else that is no JSON object.
        NoJson = "no-json",
        /// No address of a page where the person can see how far it is.
        NoUrl = "no-url",
        /// No confirmation code.
        NoCode = "no-code",
    }
}

/// The addresses, as far as they are known.
#[derive(Clone, Debug, Default)]
pub struct Addresses {
    /// For data deletion.
    pub deletion: Option<Url>,
    /// For removing the app.
    pub deauthorize: Option<Url>,
}

/// Probes both addresses. `secrets` may sign, the likelier one first: which of two it is differs (graph-api 12).
pub async fn ask(
    addresses: &Addresses,
    secrets: &[&Secret],
    now: DateTime<Utc>,
    rules: &Rules,
) -> Record<DeletionFacts> {
    let probe = async |url: &Option<Url>, call: &str| match url {
        Some(url) => Some(probe_address(url, secrets, now, rules, call).await),
        None => None,
    };
    let (deletion, deauthorize) = tokio::join!(
        probe(&addresses.deletion, "POST {data_deletion}"),
        probe(&addresses.deauthorize, "POST {deauthorize}"),
    );
    let mut notes = Vec::new();
    let mut keep = |one: Option<(AddressFacts, CallNote)>| {
        let (facts, note) = one?;
        notes.push(note);
        Some(facts)
    };
    let facts = DeletionFacts {
        deletion: keep(deletion),
        deauthorize: keep(deauthorize),
    };
    Record {
        answer: Answer::Answered(facts),
        notes,
    }
}

async fn probe_address(
    url: &Url,
    secrets: &[&Secret],
    now: DateTime<Utc>,
    rules: &Rules,
    call: &str,
) -> (AddressFacts, CallNote) {
    let mut facts = AddressFacts {
        url: shown(url),
        ..AddressFacts::default()
    };
    let mut stages = Vec::new();
    if url.scheme() == "https" {
        match probe::find(url, rules).await {
            Ok(place) => {
                facts.address = Some(place.address.ip());
                let sent = send_both(&place, secrets, now, rules, &mut facts, &mut stages).await;
                facts.lost = sent.err();
            }
            Err(lost) => {
                (facts.lost, facts.address) = (Some((lost.step, lost.problem)), lost.address);
                stages.push(lost.dns);
            }
        }
    } else {
        facts.lost = Some((Step::Tls, Problem::NotHttps));
    }
    let note = CallNote {
        call: call.to_owned(),
        http_status: facts.right.map(|reaction| reaction.status),
        ms: stages.iter().map(|stage| stage.ms).sum(),
        stages: Some(stages),
        ..CallNote::default()
    };
    (facts, note)
}

/// A rightly signed request, with each secret until one is taken, then one that Meta would never send.
async fn send_both(
    place: &Place,
    secrets: &[&Secret],
    now: DateTime<Utc>,
    rules: &Rules,
    facts: &mut AddressFacts,
    stages: &mut Vec<Stage>,
) -> Result<(), (Step, Problem)> {
    let mut lost = None;
    for secret in secrets {
        let request = signed_request(Step::SignedRequest, place, secret, now);
        match send(place, &request, rules, stages).await {
            Ok(reaction) => {
                facts.right = Some(reaction);
                if reaction.is_taken() {
                    lost = None;
                    break;
                }
            }
            Err(ended) => lost = lost.or(Some(ended)),
        }
    }
    // To hang up on one of two is to refuse it, as long as the other is answered.
    if let Some(lost) =
        lost.filter(|(_, problem)| facts.right.is_none() || *problem != Problem::Reset)
    {
        return Err(lost);
    }
    if let Some(secret) = secrets.first() {
        // A signature made with a signature is one that Meta would never give.
        let nobodys = secret.sign(b"nobody's");
        let request = signed_request(Step::ForgedRequest, place, &nobodys, now);
        // To hang up is a refusal too.
        facts.wrong = send(place, &request, rules, stages).await.ok();
    }
    Ok(())
}

async fn send(
    place: &Place,
    request: &Request,
    rules: &Rules,
    stages: &mut Vec<Stage>,
) -> Result<Reaction, (Step, Problem)> {
    let told = probe::send(place, request, rules).await;
    // The way to the server is told once; after that only the time of its answer is new.
    let own = request.step.as_str();
    let first = stages.is_empty();
    let fresh = told.stages.into_iter();
    stages.extend(fresh.filter(|stage| first || stage.name == own));
    told.reply
        .map(|reply| read(&reply))
        .ok_or_else(|| told.problem.unwrap_or((request.step, Problem::Other)))
}

/// Meta's request about a person (graph-api 12), here about one that cannot exist.
fn signed_request(step: Step, place: &Place, secret: &Secret, now: DateTime<Utc>) -> Request {
    let payload = json!({
        "user_id": "0",
        "algorithm": "HMAC-SHA256",
        "issued_at": now.timestamp(),
        "expires": (now + TimeDelta::hours(1)).timestamp(),
    });
    let payload = URL_SAFE_NO_PAD.encode(payload.to_string());
    let signature = URL_SAFE_NO_PAD.encode(secret.signature(payload.as_bytes()));
    let mut request = Request::get(
        step,
        &place.url[url::Position::BeforePath..url::Position::AfterQuery],
    );
    request.method = hyper::Method::POST;
    let form = "application/x-www-form-urlencoded";
    request.headers = vec![("content-type", form.to_owned())];
    request.body = format!("signed_request={signature}.{payload}").into_bytes();
    request
}

impl Reaction {
    /// Whether the server did as it was asked.
    #[must_use]
    pub const fn is_taken(self) -> bool {
        matches!(self.status, 200..=299)
    }

    /// Whether it confirmed a deletion.
    #[must_use]
    pub fn confirms(self) -> bool {
        self.is_taken() && self.body == Body::Confirmation
    }
}

fn read(reply: &Reply) -> Reaction {
    let body = serde_json::from_slice::<Value>(&reply.body).unwrap_or_default();
    let url = body.get("url").and_then(Value::as_str);
    let is_address = url.is_some_and(|url| {
        Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
    });
    let code = body.get("confirmation_code").and_then(Value::as_str);
    let has_code = code.is_some_and(|code| !code.is_empty());
    let body = match (body.is_object(), is_address, has_code) {
        (true, true, true) => Body::Confirmation,
        (true, false, _) => Body::NoUrl,
        (true, true, false) => Body::NoCode,
        _ if reply.html => Body::Page,
        _ => Body::NoJson,
    };
    Reaction {
        status: reply.status,
        body,
    }
}
