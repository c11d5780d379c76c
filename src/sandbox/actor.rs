//! The second person of a world: sends the message with the code word, and Meta's webhook goes to whoever listens.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use chrono::Utc;
use serde_json::{Value, json};

use super::signature::hmac_hex;
use super::state::State;
use super::world::{ACCOUNT_ID, Delivery, Message, Thread, World};
use crate::model::Flow;

/// Between two messages of the same person.
const BREATH: Duration = Duration::from_millis(100);
/// So many times it is looked whether the account wrote to itself.
const WATCHED: u32 = 300;
/// Longest time for one delivery.
const ANSWER: Duration = Duration::from_secs(5);

/// Lets the actor of a world learn the word, and Meta whom to call.
pub(super) fn tell(state: Arc<State>, word: String, listener: Option<SocketAddr>) {
    let Some(actor) = state.world().actor.clone() else {
        return;
    };
    // These end by themselves soon, and nobody waits for them.
    let Some(after) = actor.after_ms else {
        thread::spawn(move || tell_back(&state, listener, actor.delivery));
        return;
    };
    thread::spawn(move || {
        thread::sleep(Duration::from_millis(after));
        for _ in 0..actor.times {
            let text = format!("Oi! {word}.");
            let bodies = write(&mut state.world(), actor.person, &text);
            deliver(&state, &bodies, listener, actor.delivery);
            thread::sleep(BREATH);
        }
    });
}

/// Waits for a message of the account to itself, of which Meta tells as of others.
fn tell_back(state: &State, listener: Option<SocketAddr>, how: Delivery) {
    for _ in 0..WATCHED {
        let own = {
            let world = state.world();
            let mut messages = world.threads.iter().flat_map(|thread| &thread.messages);
            messages.find(|message| message.own).map(own_message)
        };
        if let Some(body) = own {
            return deliver(state, &[body], listener, how);
        }
        thread::sleep(BREATH);
    }
}

/// The person's message, as the API shows it from now on; the webhooks that it makes.
fn write(world: &mut World, person: &str, text: &str) -> Vec<Value> {
    let Some(actor) = world.actor.clone() else {
        return Vec::new();
    };
    let message = Message {
        text: text.to_owned(),
        at: Utc::now(),
        own: false,
    };
    if actor.is_shown {
        let known = world
            .threads
            .iter()
            .position(|thread| thread.person == person);
        let mut thread = match known {
            Some(index) => world.threads.remove(index),
            None => Thread {
                person: person.to_owned(),
                has_role: actor.has_role,
                minutes_ago: 0,
                own: Vec::new(),
                owner: None,
                messages: Vec::new(),
            },
        };
        thread.owner = actor.holder.clone();
        thread.messages.insert(0, message.clone());
        world.threads.insert(0, thread);
    }
    let standby = actor
        .holder
        .as_ref()
        .is_some_and(|app| *app != world.app.id);
    let channel = if standby { "standby" } else { "messaging" };
    vec![event(channel, person, ACCOUNT_ID, &message, json!({}))]
}

/// The account's own message to itself, as Meta tells it back (graph-api 8).
fn own_message(message: &Message) -> Value {
    event(
        "messaging",
        ACCOUNT_ID,
        ACCOUNT_ID,
        message,
        json!({ "is_echo": true, "is_self": true }),
    )
}

fn event(channel: &str, sender: &str, recipient: &str, message: &Message, more: Value) -> Value {
    let time = message.at.timestamp_millis();
    let mut inner = json!({ "mid": mid(message), "text": message.text });
    if let (Value::Object(inner), Value::Object(more)) = (&mut inner, more) {
        inner.extend(more);
    }
    let event = json!({
        "sender": { "id": sender }, "recipient": { "id": recipient }, "timestamp": time, "message": inner,
    });
    json!({ "object": "instagram", "entry": [{ "id": ACCOUNT_ID, "time": time, channel: [event] }] })
}

/// Id of a message: its time makes it one of a kind here.
pub(super) fn mid(message: &Message) -> String {
    format!("aWdfZAG1faXRlbToxOk{}", message.at.timestamp_micros())
}

/// Sends webhooks as Meta does.
fn deliver(state: &State, bodies: &[Value], listener: Option<SocketAddr>, how: Delivery) {
    let Some(listener) = listener else { return };
    let secret = {
        let world = state.world();
        match (how, world.flow) {
            (Delivery::WronglySigned, _) => "sandbox-foreign-secret".to_owned(),
            (_, Flow::Facebook) => world.app.secret.clone(),
            (_, Flow::Instagram) => world.app.instagram_secret.clone(),
        }
    };
    let times = match how {
        Delivery::Lost => 0,
        Delivery::Repeated => 2,
        Delivery::Sent | Delivery::WronglySigned => 1,
    };
    for body in bodies {
        for _ in 0..times {
            // Meta does not care either whether anybody is there.
            drop(post(listener, &secret, &body.to_string()));
        }
    }
}

fn post(listener: SocketAddr, secret: &str, body: &str) -> std::io::Result<()> {
    let mut stream = TcpStream::connect_timeout(&listener, ANSWER)?;
    stream.set_read_timeout(Some(ANSWER))?;
    let signature = hmac_hex(secret, body.as_bytes());
    write!(
        stream,
        "POST /webhooks/instagram HTTP/1.1\r\nHost: {listener}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         X-Hub-Signature-256: sha256={signature}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    stream.read_to_end(&mut Vec::new())?;
    Ok(())
}
