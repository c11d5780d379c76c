//! Lists that come in pages: read to the end, with a guard against a list that never ends.

use std::collections::HashSet;

use serde_json::Value;

use super::call::{Call, Exchange, Param};
use super::client::Graph;
use super::error::{CallNote, Failure, Trouble, TroubleKind};

/// More pages than any honest list of ours has.
const PAGES: usize = 200;

impl Graph {
    /// Reads a list to its end. The items of all pages come in order; a page that fails makes the whole list fail.
    pub async fn list(&self, call: &Call<'_>) -> Exchange<Vec<Value>> {
        let Exchange {
            result,
            mut notes,
            left_out,
        } = self.get(call).await;
        let result = match result {
            Ok(first) => self.rest_of_list(call, first, &mut notes).await,
            Err(failure) => Err(failure),
        };
        Exchange {
            result,
            notes,
            left_out,
        }
    }

    async fn rest_of_list(
        &self,
        call: &Call<'_>,
        first: Value,
        notes: &mut Vec<CallNote>,
    ) -> Result<Vec<Value>, Failure> {
        let unreadable =
            |what: String| Failure::Unreachable(Trouble::new(TroubleKind::Unreadable, what));
        let mut page = first;
        let mut items = Vec::new();
        let mut seen = HashSet::new();
        loop {
            let Some(Value::Array(data)) = page.get_mut("data").map(Value::take) else {
                return Err(unreadable("a list without `data`".to_owned()));
            };
            items.extend(data);
            let Some(after) = next_cursor(&page) else {
                return Ok(items);
            };
            if seen.len() >= PAGES || !seen.insert(after.clone()) {
                return Err(unreadable(format!(
                    "the list does not end: {} pages read",
                    seen.len() + 1
                )));
            }
            let mut next = call.clone();
            next.params.push(("after", Param::Open(after)));
            let exchange = self.get(&next).await;
            notes.extend(exchange.notes);
            page = exchange.result?;
        }
    }
}

/// The cursor of the next page. `paging.next` only tells that there is one: it holds the token, so it is never followed.
fn next_cursor(page: &Value) -> Option<String> {
    let paging = page.get("paging")?;
    paging.get("next")?;
    Some(paging.get("cursors")?.get("after")?.as_str()?.to_owned())
}
