//! Posts, and the comments of each as far as they can be read.

use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};

use super::auth::Caller;
use super::kinds::{IG_USER, MEDIA};
use super::reply::Reply;
use super::request::Request;
use crate::sandbox::answer::Refusal;
use crate::sandbox::world::{Post, World};

/// More comments than this are not shown inside a post.
const COMMENTS: u64 = 25;

/// `/{instagram}/media`, by way of the linked Page.
pub(super) fn of_linked_account(
    world: &World,
    caller: &Caller,
    request: &Request,
) -> Result<Reply, Refusal> {
    match request.edge.as_deref() {
        Some("media") => of_account(world, caller, request),
        Some(_) => Err(request.no_such_edge(IG_USER.name)),
        None => Ok(Reply::Node(
            &IG_USER,
            json!({ "id": request.node, "media_count": world.posts.len() }),
        )),
    }
}

/// `/me/media`.
pub(super) fn of_account(
    world: &World,
    caller: &Caller,
    request: &Request,
) -> Result<Reply, Refusal> {
    let denied = || {
        Refusal::new(
            403,
            10,
            "(#10) Application does not have permission for this action",
        )
    };
    if !caller.may(&["instagram_basic", "instagram_business_basic"]) {
        return Err(denied());
    }
    if request.selection.names("comments")
        && !caller.may(&[
            "instagram_manage_comments",
            "instagram_business_manage_comments",
        ])
    {
        return Err(denied());
    }
    Ok(Reply::List(
        &MEDIA,
        world
            .posts
            .iter()
            .enumerate()
            .map(|(index, post)| node(index, post))
            .collect(),
    ))
}

fn node(index: usize, post: &Post) -> Value {
    let day = i64::try_from(index).unwrap_or_default();
    let mut node = json!({
        "id": format!("180{index:014}"),
        "comments_count": post.comments,
        "timestamp": (Utc::now() - TimeDelta::days(day)).format("%Y-%m-%dT%H:%M:%S+0000").to_string(),
    });
    if post.readable && post.comments > 0 {
        let comment = |number| json!({ "id": format!("178{index:07}{number:07}") });
        node["comments"] =
            json!({ "data": (0..post.comments.min(COMMENTS)).map(comment).collect::<Vec<_>>() });
    }
    node
}
