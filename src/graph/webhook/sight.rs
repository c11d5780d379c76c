//! What is to be known of an event beyond what it holds: whether it is the message that is waited for, and whether it came before.

use std::collections::{HashSet, VecDeque};

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::event::{Event, Kind, Note};
use super::payload::Payload;
use crate::graph::code_word::CodeWord;

/// So many events are remembered; Meta repeats one within 36 hours.
const MOST: usize = 10_000;

/// What is to be known of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// Somebody's message, or one of the account to itself, with the code word in its text.
    pub has_code_word: bool,
    /// Meta told of it before.
    pub repeated: bool,
}

/// Reads a body, and tells of each event whether it has the code word and whether it came before. Texts are looked at and forgotten.
pub(super) fn look(
    body: &[u8],
    code_word: Option<&CodeWord>,
    memory: &mut Memory,
) -> (Payload, Vec<Sight>) {
    let mut sights = Vec::new();
    let payload = Payload::read_with(body, &mut |event, item| {
        let text = item.pointer("/message/text").and_then(Value::as_str);
        let ours = || Some(code_word?.is_in(text?));
        sights.push(Sight {
            has_code_word: counts(event) && ours().unwrap_or_default(),
            repeated: mark(event, item).is_some_and(|mark| !memory.is_new(mark)),
        });
    });
    (payload, sights)
}

/// What the account wrote to somebody else is no message that is waited for.
fn counts(event: &Event) -> bool {
    event.kind == Kind::Message || event.notes.contains(&Note::OwnMessage)
}

/// A digest of what makes an event this one.
type Mark = [u8; 32];

/// The mark of an event that has an id. What is no message of its own bears the id of another one, so its time counts as well.
fn mark(event: &Event, item: &Value) -> Option<Mark> {
    let inside = item
        .as_object()?
        .values()
        .find_map(|value| value.get("mid")?.as_str());
    let of_comment = event.comment_id.as_deref();
    let id = inside.or(of_comment)?;
    let is_itself = matches!(event.kind, Kind::Message | Kind::Echo) || of_comment.is_some();
    let time = event.time.filter(|_| !is_itself);
    let whole = format!("{} {} {time:?} {id}", event.kind, event.channel);
    Some(Sha256::digest(whole).into())
}

/// Marks of the events that came.
#[derive(Debug, Default)]
pub(super) struct Memory {
    known: HashSet<Mark>,
    order: VecDeque<Mark>,
}

impl Memory {
    fn is_new(&mut self, mark: Mark) -> bool {
        let is_new = self.known.insert(mark);
        if is_new {
            self.order.push_back(mark);
        }
        if self.order.len() > MOST {
            let oldest = self.order.pop_front();
            oldest.map(|mark| self.known.remove(&mark));
        }
        is_new
    }
}
