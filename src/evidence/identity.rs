//! `identity`: whose token it is. In the instagram flow the same call describes the account.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Record, decode, id_text};
use crate::catalog;
use crate::graph::{Call, Exchange, Failure, Graph, endpoints};
use crate::model::Flow;
use crate::secret::Secret;

/// Who is behind the token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Id of the Page, person or (app-scoped) account.
    pub id: String,
    /// Name of the Page or person.
    pub name: Option<String>,
    /// The account, in the instagram flow.
    pub account: Option<Account>,
    /// It was answered only without the proof of the app's secret: that secret is wrong.
    #[serde(default)]
    pub without_proof: bool,
}

/// An Instagram account, as the instagram flow shows it (graph-api 2.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Id of the professional account (`1784…`), which webhooks carry.
    pub user_id: Option<String>,
    /// Its name.
    pub username: String,
    /// `BUSINESS`, `MEDIA_CREATOR`, `CREATOR`, `PERSONAL`, …
    pub account_type: Option<String>,
}

#[derive(Deserialize)]
struct Raw {
    id: String,
    name: Option<String>,
    #[serde(default, deserialize_with = "id_text")]
    user_id: Option<String>,
    username: Option<String>,
    account_type: Option<String>,
}

/// Asks who is behind the token. After a wrong proof it is asked once more without one (design section 6): then only the secret is wrong.
pub async fn ask(graph: &Graph, token: &Secret) -> Record<Identity> {
    let endpoint = match graph.flow() {
        Flow::Facebook => &endpoints::IDENTITY,
        Flow::Instagram => &endpoints::ACCOUNT,
    };
    let mut call = Call::new(endpoint, token);
    let first = graph.get(&call).await;
    if !wrong_proof(&first) {
        return Record::read(first, |body| read(graph.flow(), body));
    }
    call.sign = false;
    let mut second = graph.get(&call).await;
    second.notes.splice(0..0, first.notes);
    if second.result.is_err() {
        second.result = first.result;
    }
    Record::read(second, |body| {
        Ok(Identity {
            without_proof: true,
            ..read(graph.flow(), body)?
        })
    })
}

fn wrong_proof(exchange: &Exchange) -> bool {
    let Err(Failure::Refused(error)) = &exchange.result else {
        return false;
    };
    let row = catalog::load()
        .ok()
        .and_then(|catalog| catalog.error(&error.signature(Flow::Facebook)));
    row.is_some_and(|row| row.cause == "proof-invalid")
}

fn read(flow: Flow, body: Value) -> Result<Identity, crate::graph::Trouble> {
    // Some wrappers answer {"data":[{…}]} (graph-api 2.2, uncertain).
    let body = body.pointer("/data/0").cloned().unwrap_or(body);
    let raw: Raw = decode(body)?;
    let account = (flow == Flow::Instagram).then(|| Account {
        user_id: raw.user_id,
        username: raw.username.unwrap_or_default(),
        account_type: raw.account_type,
    });
    Ok(Identity {
        id: raw.id,
        name: raw.name,
        account,
        without_proof: false,
    })
}
