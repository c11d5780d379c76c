//! `fields=`: what a call wants of a node. Only that is answered, and a name that the node does not have fails the whole call.

use serde_json::{Map, Value};

use super::kinds::Kind;
use crate::sandbox::answer::Refusal;

/// Fields asked for, such as `id,participants{id},comments.limit(1){id}`.
#[derive(Clone, Debug, Default)]
pub(super) struct Selection(Vec<Field>);

#[derive(Clone, Debug)]
struct Field {
    name: String,
    limit: Option<usize>,
    inner: Selection,
}

impl Selection {
    /// Reads `fields=`; an empty text names nothing.
    pub fn parse(text: &str) -> Self {
        Self(
            split(text)
                .into_iter()
                .filter(|part| !part.is_empty())
                .map(Field::parse)
                .collect(),
        )
    }

    /// Whether a field is asked for by name.
    pub fn names(&self, name: &str) -> bool {
        self.0.iter().any(|field| field.name == name)
    }

    /// Refuses the first field that this kind of node does not have.
    pub fn check(&self, kind: &Kind) -> Result<(), Refusal> {
        for field in &self.0 {
            if !kind.has(&field.name) {
                return Err(Refusal::nonexisting(&field.name, kind.name));
            }
            if let Some(inner) = kind.inner(&field.name) {
                field.inner.check(inner)?;
            }
        }
        Ok(())
    }

    /// What is asked for of a node, or of it what its kind shows unasked. The id is always there; what a node lacks is left out, never `null`.
    pub fn pick(&self, node: &Value, kind: &Kind) -> Value {
        let unasked = || {
            kind.unasked
                .iter()
                .filter_map(|name| Some(((*name).to_owned(), node.get(*name)?.clone())))
                .collect()
        };
        if self.0.is_empty() {
            Value::Object(unasked())
        } else {
            self.pick_named(node)
        }
    }

    fn pick_named(&self, node: &Value) -> Value {
        let mut picked: Map<_, _> = self
            .0
            .iter()
            .filter_map(|field| Some((field.name.clone(), field.narrow(node.get(&field.name)?))))
            .collect();
        if let Some(id) = node.get("id") {
            picked.insert("id".to_owned(), id.clone());
        }
        Value::Object(picked)
    }
}

impl Field {
    fn parse(text: &str) -> Self {
        let (head, inner) = text.split_once('{').unwrap_or((text, ""));
        let (name, modifiers) = head.split_once('.').unwrap_or((head, ""));
        let limit = modifiers
            .split_once("limit(")
            .and_then(|(_, rest)| rest.split(')').next()?.parse().ok());
        Self {
            name: name.trim().to_owned(),
            limit,
            inner: Selection::parse(inner.strip_suffix('}').unwrap_or(inner)),
        }
    }

    /// The part of a value that is asked for. A node inside a node shows no more than its id unasked.
    fn narrow(&self, value: &Value) -> Value {
        match value.get("data") {
            Some(Value::Array(items)) => {
                let item = |item| {
                    if self.inner.0.is_empty() {
                        Value::clone(item)
                    } else {
                        self.inner.pick_named(item)
                    }
                };
                serde_json::json!({ "data": items.iter().take(self.limit.unwrap_or(usize::MAX)).map(item).collect::<Vec<_>>() })
            }
            _ if value.get("id").is_some() => self.inner.pick_named(value),
            _ => value.clone(),
        }
    }
}

/// Parts between commas that are inside no bracket.
fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_i32);
    for (at, letter) in text.char_indices() {
        match letter {
            '{' | '(' => depth += 1,
            '}' | ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts
}
