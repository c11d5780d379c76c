//! `pages`: the Pages granted to a user token, each with a token of its own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::page::Linked;
use super::{Answer, Record, State, decode};
use crate::address::is_id;
use crate::graph::{Call, Exchange, Graph, Trouble, endpoints};
use crate::secret::Secret;

/// A Page in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantedPage {
    /// Its id.
    pub id: String,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// What the person may do there; not shown for Pages of a business.
    pub tasks: Option<Vec<String>>,
    /// The account linked to it.
    #[serde(rename = "instagram_business_account")]
    pub instagram: Option<Linked>,
}

/// Whether Meta refused the list in the way it refuses it to a Page token: a Page has no such field.
#[must_use]
pub const fn refused_to_page_token(state: State<'_>) -> bool {
    matches!(state, State::Refused(error) if error.code == 100)
}

/// Page tokens by Page id. They stay out of the evidence.
pub type PageTokens = BTreeMap<String, Secret>;

/// Asks for all Pages. If the wanted one is not listed (none is wanted: if the list is empty), the businesses of the person are asked too.
pub async fn ask(
    graph: &Graph,
    token: &Secret,
    wanted: Option<&str>,
    round: u32,
) -> (Record<Vec<GrantedPage>>, PageTokens) {
    let mut tokens = PageTokens::new();
    let mut call = Call::new(&endpoints::PAGES, token);
    call.round = round;
    let listed = graph.list(&call).await;
    let mut record = Record::read(listed, |list| read(graph, list, &mut tokens));
    let missing = match (&record.answer, wanted) {
        (Answer::Answered(pages), Some(id)) => pages.iter().all(|page| page.id != id),
        (Answer::Answered(pages), None) => pages.is_empty(),
        _ => false,
    };
    if missing {
        let call = Call {
            endpoint: &endpoints::BUSINESSES,
            round: round + 1,
            ..call
        };
        add_pages_of_businesses(graph, &call, &mut record, &mut tokens).await;
    }
    (record, tokens)
}

/// A business that refuses its Pages adds none: the list of `/me/accounts` stands as it is.
async fn add_pages_of_businesses(
    graph: &Graph,
    call: &Call<'_>,
    record: &mut Record<Vec<GrantedPage>>,
    tokens: &mut PageTokens,
) {
    let Exchange { result, notes, .. } = graph.list(call).await;
    record.notes.extend(notes);
    for business in result.unwrap_or_default() {
        let Some(id) = business
            .get("id")
            .and_then(Value::as_str)
            .filter(|id| is_id(id))
        else {
            continue;
        };
        for endpoint in [&endpoints::OWNED_PAGES, &endpoints::CLIENT_PAGES] {
            let call = Call {
                endpoint,
                id: Some(id),
                round: call.round + 1,
                ..call.clone()
            };
            let Exchange { result, notes, .. } = graph.list(&call).await;
            record.notes.extend(notes);
            if let (Ok(list), Answer::Answered(pages)) = (result, &mut record.answer) {
                let found = read(graph, list, tokens).unwrap_or_default();
                pages.extend(found.into_iter().filter(|page| is_id(&page.id)));
            }
        }
    }
    if let Answer::Answered(pages) = &mut record.answer {
        pages.sort_by(|a, b| a.id.cmp(&b.id));
        pages.dedup_by(|a, b| a.id == b.id);
    }
}

fn read(
    graph: &Graph,
    list: Vec<Value>,
    tokens: &mut PageTokens,
) -> Result<Vec<GrantedPage>, Trouble> {
    let mut pages = Vec::with_capacity(list.len());
    for item in list {
        let token = item
            .get("access_token")
            .and_then(Value::as_str)
            .and_then(|text| Secret::parse(text, "").ok());
        let page: GrantedPage = decode(item)?;
        if let Some(token) = token {
            graph.redactor.learn(&token);
            tokens.insert(page.id.clone(), token);
        }
        pages.push(page);
    }
    Ok(pages)
}
