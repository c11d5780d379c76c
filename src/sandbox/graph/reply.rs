//! What a node or edge has to say, before fields and pages are cut out of it.

use serde_json::Value;

use super::faults::Faults;
use super::kinds::Kind;
use super::lists;
use super::request::Request;
use crate::sandbox::answer::Refusal;

/// A reply.
#[derive(Debug)]
pub(super) enum Reply {
    /// A node with all its fields.
    Node(&'static Kind, Value),
    /// A whole list of nodes.
    List(&'static Kind, Vec<Value>),
    /// An answer that knows no fields.
    Whole(Value),
}

impl Reply {
    /// What a write is answered by.
    pub fn success() -> Self {
        Self::Whole(serde_json::json!({ "success": true }))
    }

    /// The body of the answer: the fields asked for, one page of a list.
    pub fn body(self, request: &Request, faults: &Faults) -> Result<Value, Refusal> {
        match self {
            Self::Whole(body) => Ok(body),
            Self::Node(kind, node) => {
                check(kind, request, faults)?;
                Ok(request.selection.pick(&node, kind))
            }
            Self::List(kind, items) => {
                check(kind, request, faults)?;
                let mut page = lists::page(items, request, faults)?;
                if let Some(Value::Array(items)) = page.get_mut("data") {
                    items
                        .iter_mut()
                        .for_each(|item| *item = request.selection.pick(item, kind));
                }
                Ok(page)
            }
        }
    }
}

fn check(kind: &Kind, request: &Request, faults: &Faults) -> Result<(), Refusal> {
    match faults
        .missing
        .iter()
        .find(|field| request.selection.names(field))
    {
        Some(field) => Err(Refusal::nonexisting(field, kind.name)),
        None => request.selection.check(kind),
    }
}
