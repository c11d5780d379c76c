//! `media`: recent posts, how many comments each has, and whether one of them can be read.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Record, decode};
use crate::graph::{Call, Graph, Trouble, endpoints};
use crate::model::Flow;
use crate::secret::Secret;

/// A post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Comments it has, as Meta counts them.
    pub comments_count: u64,
    /// Comments that could be read, at most one.
    pub comments_read: usize,
}

/// Asks for the newest posts: one page of them is enough.
pub async fn ask(
    graph: &Graph,
    token: &Secret,
    account: Option<&str>,
    round: u32,
) -> Record<Vec<Post>> {
    let endpoint = match graph.flow() {
        Flow::Facebook => &endpoints::PAGE_MEDIA,
        Flow::Instagram => &endpoints::ACCOUNT_MEDIA,
    };
    let mut call = Call::new(endpoint, token);
    (call.id, call.round) = (account, round);
    Record::read(graph.get(&call).await, read)
}

fn read(body: Value) -> Result<Vec<Post>, Trouble> {
    #[derive(Deserialize)]
    struct List<T> {
        data: Vec<T>,
    }
    #[derive(Deserialize)]
    struct Raw {
        #[serde(default)]
        comments_count: u64,
        comments: Option<List<Value>>,
    }
    let page: List<Raw> = decode(body)?;
    let post = |raw: Raw| Post {
        comments_count: raw.comments_count,
        comments_read: raw.comments.map_or(0, |list| list.data.len()),
    };
    Ok(page.data.into_iter().map(post).collect())
}
