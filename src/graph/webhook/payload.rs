//! The body of a webhook request, every shape of it (graph-api 4.7). Hostile ones come to nothing worse than "not understood".

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::event::{Channel, Duty, Event, Holds, Kind, Note, Part};
use crate::address::is_id;
use crate::model::vocabulary;

/// So many events are looked at; Meta sends up to 1000 in one request.
const MOST: usize = 1000;
/// So many parts of one message.
const MOST_PARTS: usize = 32;
/// The account of a test by the dashboard.
const TEST: &str = "0";

vocabulary! {
    /// Why a body is not understood.
    Problem {
        /// There is none.
        Empty = "empty",
        /// It is not text.
        NotText = "not-text",
        /// It is not JSON, or nested too deep.
        NotJson = "not-json",
        /// It is JSON, but no webhook of Meta's.
        NotMeta = "not-meta",
    }
}

/// What is in a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Payload {
    /// Why nothing is.
    pub problem: Option<Problem>,
    /// What the webhook is about, where that is known.
    pub object: Option<&'static str>,
    /// What happened.
    pub events: Vec<Event>,
    /// Events that were not looked at.
    pub more: usize,
}

impl Payload {
    /// Reads a body.
    #[must_use]
    pub fn read(body: &[u8]) -> Self {
        Self::read_with(body, &mut |_, _| ())
    }

    /// The same; each event is shown together with what it was read from, before that is forgotten.
    pub(super) fn read_with(body: &[u8], show: &mut dyn FnMut(&Event, &Value)) -> Self {
        let fault = |problem| Self {
            problem: Some(problem),
            ..Self::default()
        };
        if body.iter().all(u8::is_ascii_whitespace) {
            return fault(Problem::Empty);
        }
        let Ok(text) = std::str::from_utf8(body) else {
            return fault(Problem::NotText);
        };
        // The parser goes no deeper than 128 levels.
        let Ok(root) = serde_json::from_str::<Value>(text) else {
            return fault(Problem::NotJson);
        };
        let known = root.get("object").and_then(Value::as_str);
        let (Some(object), Some(entries)) = (known, list(&root, "entry")) else {
            return fault(Problem::NotMeta);
        };
        let mut payload = Self {
            object: OBJECTS.iter().copied().find(|known| *known == object),
            ..Self::default()
        };
        for entry in entries {
            payload.entry(entry, show);
        }
        payload
    }

    fn entry(&mut self, entry: &Value, show: &mut dyn FnMut(&Event, &Value)) {
        let whom = Whom {
            id: id(entry.get("id")),
            time: time(entry.get("time")),
        };
        for (channel, name) in [
            (Channel::Messaging, "messaging"),
            (Channel::Standby, "standby"),
        ] {
            for item in list(entry, name).into_iter().flatten() {
                let read = || item.as_object().map(|item| messaging(&whom, channel, item));
                self.add(read, item, show);
            }
        }
        for change in list(entry, "changes").into_iter().flatten() {
            self.add(|| change_of(&whom, change), value_of(change), show);
        }
        if entry.get("field").is_some() {
            let read = || {
                let mut event = change_of(&whom, entry)?;
                event.notes.push(Note::FlatField);
                Some(event)
            };
            self.add(read, value_of(entry), show);
        }
    }

    fn add(
        &mut self,
        read: impl FnOnce() -> Option<Event>,
        item: &Value,
        show: &mut dyn FnMut(&Event, &Value),
    ) {
        if self.events.len() >= MOST {
            self.more += 1;
        } else if let Some(event) = read() {
            show(&event, item);
            self.events.push(event);
        }
    }
}

/// What a webhook can be about.
const OBJECTS: [&str; 4] = ["instagram", "page", "user", "permissions"];

/// Fields of object `instagram` (graph-api 4.6).
const FIELDS: &[&str] = &[
    "comments",
    "live_comments",
    "mentions",
    "messages",
    "message_reactions",
    "messaging_postbacks",
    "messaging_referral",
    "messaging_seen",
    "messaging_handover",
    "messaging_optins",
    "messaging_policy_enforcement",
    "response_feedback",
    "standby",
    "message_edit",
    "message_echoes",
    "story_insights",
];

/// What a field of the webhook tells.
fn value_of(change: &Value) -> &Value {
    change.get("value").unwrap_or(&Value::Null)
}

/// Whose entry it is.
struct Whom {
    id: Option<String>,
    time: Option<DateTime<Utc>>,
}

fn list<'a>(value: &'a Value, name: &str) -> Option<&'a Vec<Value>> {
    value.get(name)?.as_array()
}

/// An id, as text or as a number.
fn id(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    is_id(&text).then_some(text)
}

/// Seconds or milliseconds since 1970.
fn time(value: Option<&Value>) -> Option<DateTime<Utc>> {
    /// Seconds of the year 5138; as milliseconds, of 1973.
    const SECONDS: i64 = 100_000_000_000;
    let number = match value? {
        Value::String(text) => text.parse().ok()?,
        other => other.as_i64()?,
    };
    if number.abs() < SECONDS {
        DateTime::from_timestamp(number, 0)
    } else {
        DateTime::from_timestamp_millis(number)
    }
}

fn event(whom: &Whom, kind: Kind, channel: Channel) -> Event {
    Event {
        kind,
        channel,
        field: None,
        account_id: whom.id.clone(),
        test: whom.id.as_deref() == Some(TEST),
        echo: false,
        customer_id: None,
        comment_id: None,
        new_owner_app_id: None,
        time: whom.time,
        parts: Vec::new(),
        duty: Duty::PassOver,
        notes: Vec::new(),
    }
}

/// An item of `messaging` or `standby`.
fn messaging(whom: &Whom, channel: Channel, item: &Map<String, Value>) -> Event {
    let of = |name: &str| item.get(name).filter(|value| value.is_object());
    let message = of("message");
    let is = |name: &str| {
        let flag = message.and_then(|message| message.get(name));
        flag.and_then(Value::as_bool) == Some(true)
    };
    let (kind, field) = match message {
        Some(_) if is("is_deleted") => (Kind::Deleted, "messages"),
        Some(_) if is("is_unsupported") => (Kind::Unsupported, "messages"),
        Some(_) if is("is_echo") => (Kind::Echo, "messages"),
        Some(_) => (Kind::Message, "messages"),
        None => others()
            .find(|(name, ..)| of(name).is_some())
            .map_or((Kind::Other, ""), |(_, kind, field)| (kind, field)),
    };
    let mut event = event(whom, kind, channel);
    event.field = (!field.is_empty()).then(|| field.to_owned());
    event.echo = is("is_echo");
    if is("is_self") {
        event.notes.push(Note::OwnMessage);
    }
    // Told back, the customer is the one who got it.
    let side = if event.echo { "recipient" } else { "sender" };
    event.customer_id = id(item.get(side).and_then(|person| person.get("id")))
        .filter(|person| whom.id.as_ref() != Some(person));
    event.time = time(item.get("timestamp")).or(event.time);
    event.parts = message.map(parts).unwrap_or_default();
    if let Some(edit) = of("message_edit") {
        event.parts = text_of(edit).into_iter().collect();
        if edit.get("num_edit").and_then(Value::as_i64) == Some(0) {
            event.notes.push(Note::EditOfNothing);
        }
    }
    let action = of("reaction").and_then(|reaction| reaction.get("action")?.as_str());
    if action == Some("unreact") {
        event.kind = Kind::ReactionRemoved;
    }
    let control = of("pass_thread_control").or_else(|| of("take_thread_control"));
    event.new_owner_app_id = id(control.and_then(|control| control.get("new_owner_app_id")));
    event.duty = duty(&event);
    event
}

/// What an item that is no message tells of, by its key, and the field that it belongs to.
fn others() -> impl Iterator<Item = (&'static str, Kind, &'static str)> {
    [
        ("message_edit", Kind::Edit, "message_edit"),
        ("reaction", Kind::Reaction, "message_reactions"),
        ("read", Kind::Read, "messaging_seen"),
        ("postback", Kind::Postback, "messaging_postbacks"),
        ("referral", Kind::Referral, "messaging_referral"),
        ("optin", Kind::Optin, "messaging_optins"),
        (
            "pass_thread_control",
            Kind::PassControl,
            "messaging_handover",
        ),
        (
            "take_thread_control",
            Kind::TakeControl,
            "messaging_handover",
        ),
        (
            "request_thread_control",
            Kind::RequestControl,
            "messaging_handover",
        ),
    ]
    .into_iter()
}

/// An item of `changes`, or the same in the entry itself.
fn change_of(whom: &Whom, change: &Value) -> Option<Event> {
    let field = change.get("field").and_then(Value::as_str)?;
    let value = value_of(change);
    let known = FIELDS.iter().find(|known| **known == field);
    let object = value.as_object();
    let carries = |object: &&Map<String, Value>| {
        object.contains_key("sender") || object.contains_key("message")
    };
    if let Some(item) = object.filter(carries) {
        let mut event = messaging(whom, Channel::Changes, item);
        event.field = known.map(|field| (*field).to_owned());
        event.notes.push(Note::MessageInChanges);
        return Some(event);
    }
    let kind = match field {
        "comments" => Kind::Comment,
        "live_comments" => Kind::LiveComment,
        "mentions" => Kind::Mention,
        _ => Kind::Other,
    };
    let mut event = event(whom, kind, Channel::Changes);
    event.field = known.map(|field| (*field).to_owned());
    if let Kind::Comment | Kind::LiveComment = kind {
        event.comment_id = id(value.get("id"));
        let from = value.get("from");
        event.customer_id = id(from.and_then(|from| from.get("self_ig_scoped_id")))
            .or_else(|| id(from.and_then(|from| from.get("id"))));
        // The account itself answered below its post.
        event.echo = event.customer_id.is_some() && event.customer_id == whom.id;
        event.customer_id = event.customer_id.filter(|_| !event.echo);
        event.parts = text_of(value).into_iter().collect();
    }
    if kind == Kind::Mention {
        event.comment_id = id(value.get("comment_id"));
    }
    event.duty = duty(&event);
    Some(event)
}

fn text_of(value: &Value) -> Option<Part> {
    let text = value.get("text")?.as_str()?;
    Some(Part {
        kind: Holds::Text,
        characters: Some(text.chars().count()),
        bytes: Some(text.len()),
    })
}

fn parts(message: &Value) -> Vec<Part> {
    let bare = |kind| Part {
        kind,
        characters: None,
        bytes: None,
    };
    let mut parts: Vec<Part> = text_of(message).into_iter().collect();
    let attachments = list(message, "attachments").into_iter().flatten();
    parts.extend(attachments.take(MOST_PARTS).map(|attachment| {
        let kind = attachment.get("type").and_then(Value::as_str);
        bare(attached(kind.unwrap_or_default()))
    }));
    let has = |name: &str| message.get(name).is_some_and(Value::is_object);
    parts.extend(has("quick_reply").then(|| bare(Holds::QuickReply)));
    if let Some(to) = message.get("reply_to") {
        let story = to.get("story").is_some();
        parts.push(bare(if story {
            Holds::ReplyToStory
        } else {
            Holds::ReplyToMessage
        }));
    }
    parts.extend(has("referral").then(|| bare(Holds::Referral)));
    parts
}

fn attached(kind: &str) -> Holds {
    match kind {
        "image" => Holds::Image,
        "video" => Holds::Video,
        "audio" => Holds::Audio,
        "file" => Holds::File,
        "share" | "post" | "ig_post" => Holds::Share,
        "reel" | "ig_reel" => Holds::Reel,
        "story_mention" => Holds::StoryMention,
        "ephemeral" => Holds::Ephemeral,
        "like_heart" | "animated_image" | "sticker" => Holds::Sticker,
        _ => Holds::Other,
    }
}

/// What a platform is to do with an event.
fn duty(event: &Event) -> Duty {
    if event.test {
        return Duty::Nothing;
    }
    let holds = |held| event.parts.iter().any(|part| part.kind == held);
    match event.kind {
        Kind::PassControl | Kind::TakeControl => Duty::FollowControl,
        Kind::RequestControl => Duty::DecideControl,
        _ if event.channel == Channel::Standby => Duty::ListenOnly,
        Kind::Echo => Duty::ShowOwn,
        // There is nobody to answer but the account itself.
        Kind::Message if event.notes.contains(&Note::OwnMessage) => Duty::ShowOwn,
        // What disappears is not handed over (graph-api 8).
        Kind::Message if holds(Holds::Ephemeral) => Duty::ShowNotice,
        Kind::Message => Duty::ShowMessage,
        Kind::Unsupported => Duty::ShowNotice,
        Kind::Edit if event.notes.contains(&Note::EditOfNothing) => Duty::LookUp,
        Kind::Deleted | Kind::Edit | Kind::Reaction | Kind::ReactionRemoved | Kind::Read => {
            Duty::Update
        }
        Kind::Postback => Duty::Act,
        Kind::Referral => Duty::Remember,
        Kind::Optin => Duty::NoteConsent,
        Kind::Comment | Kind::LiveComment if event.echo => Duty::ShowOwn,
        Kind::Comment | Kind::LiveComment => Duty::ShowComment,
        Kind::Mention => Duty::LookUp,
        _ => Duty::PassOver,
    }
}
