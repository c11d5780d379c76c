//! Lists in pages with cursors. As Meta's do, the link to the next page holds the caller's token: whoever prints it gives the token away.

use serde_json::{Value, json};
use url::form_urlencoded::Serializer;

use super::faults::Faults;
use super::request::Request;
use crate::sandbox::answer::Refusal;

/// Size of a page that no call asked to be smaller or larger.
const USUAL: usize = 25;

/// One page of a list: the one after the cursor that the call gives, else the first.
pub(super) fn page(
    items: Vec<Value>,
    request: &Request,
    faults: &Faults,
) -> Result<Value, Refusal> {
    let asked = request
        .param("limit")
        .and_then(|limit| limit.parse().ok())
        .unwrap_or(USUAL);
    let size = faults.page_size.unwrap_or(usize::MAX).min(asked).max(1);
    let start = match request.param("after") {
        Some(cursor) => position(cursor)
            .ok_or_else(|| Refusal::new(400, 100, "(#100) Invalid cursors values"))?,
        None => 0,
    };
    // A list without end leads back to its beginning.
    let start = if faults.endless {
        0
    } else {
        start.min(items.len())
    };
    let end = items.len().min(start + size);
    let more = end < items.len() || faults.endless;
    let data: Vec<Value> = items.into_iter().skip(start).take(size).collect();
    if data.is_empty() && !more {
        return Ok(json!({ "data": data }));
    }
    let mut paging = json!({ "cursors": { "before": cursor(start), "after": cursor(end) } });
    if more {
        paging["next"] = next(request, &cursor(end)).into();
    }
    Ok(json!({ "data": data, "paging": paging }))
}

const CURSOR: &str = "QVFIUsandbox";

fn cursor(position: usize) -> String {
    format!("{CURSOR}{position}")
}

fn position(cursor: &str) -> Option<usize> {
    cursor.strip_prefix(CURSOR)?.parse().ok()
}

fn next(request: &Request, after: &str) -> String {
    let mut query = Serializer::new(String::new());
    query.append_pair("access_token", request.token());
    query.extend_pairs(
        request
            .params
            .iter()
            .filter(|(name, _)| !["access_token", "after", "before"].contains(&name.as_str())),
    );
    query.append_pair("after", after);
    format!(
        "{}/{}{}?{}",
        request.origin,
        request.version,
        request.path,
        query.finish()
    )
}
