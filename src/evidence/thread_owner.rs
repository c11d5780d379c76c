//! `thread-owner`: which app owns the newest thread. Its id is shown only to the owner and to the default app (graph-api 6.2).

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Record;
use crate::graph::{Call, Graph, Param, endpoints};
use crate::secret::Secret;

/// Instagram's own inbox, as an app (graph-api 6.2).
pub const INBOX: &str = "1217981644879628";
/// The apps of Meta's own inboxes: that of the Page, and that of Instagram.
pub const INBOXES: [&str; 2] = ["263902037430900", INBOX];

/// Owner of a thread.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// The app, where Meta shows it.
    pub app_id: Option<String>,
    /// Some app does, whether Meta shows it or not.
    #[serde(default)]
    pub held: bool,
}

/// Asks who owns the thread with a person.
pub async fn ask(
    graph: &Graph,
    token: &Secret,
    page: &str,
    person: &str,
    round: u32,
) -> Record<Owner> {
    let mut call = Call::new(&endpoints::THREAD_OWNER, token);
    (call.id, call.round) = (Some(page), round);
    call.params
        .push(("recipient", Param::Open(person.to_owned())));
    Record::read(graph.get(&call).await, |body| {
        let owner = body.pointer("/data/0/thread_owner/app_id");
        Ok(Owner {
            held: body
                .pointer("/data/0/thread_owner")
                .is_some_and(Value::is_object),
            app_id: owner
                .and_then(|id| {
                    id.as_str()
                        .map(str::to_owned)
                        .or_else(|| id.as_u64().map(|n| n.to_string()))
                })
                .filter(|id: &String| !id.is_empty()),
        })
    })
}
