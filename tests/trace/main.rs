//! `igdoctor trace`: a real message, followed to wherever it gets. Somebody else sends it: an actor of the sandbox, or the test.

#[path = "../common/mod.rs"]
mod common;

mod ends;
mod gentle;
mod judged;
mod listening;
#[cfg(unix)]
mod people;
mod refused;
mod to_itself;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use chrono::Utc;
use common::{Run, igdoctor, run};
use igdoctor::sandbox::Sandbox;
use igdoctor::sandbox::world::{Message, Thread};
use serde_json::Value;

const CHECK: &str = "message-round-trip";

/// A trace in a world, as JSON.
fn trace(world: &str, more: &[&str]) -> Run {
    run(&[&["trace", "--sandbox", world, "--format", "json"], more].concat())
}

/// What a report says of the way.
fn arg<'a>(report: &'a Value, name: &str) -> &'a Value {
    &common::find(report, CHECK)["args"][name]
}

/// A trace of a served world by its token, with ids as a customer gives them.
fn trace_of(sandbox: &Sandbox, more: &[&str]) -> Command {
    let world = sandbox.world();
    let url = sandbox.graph_url().to_string();
    let beside = [
        "--platform",
        world.platform,
        "--format",
        "json",
        "--skip",
        "webhook-callback",
    ];
    let mut command = igdoctor(
        &[
            &["trace", "--graph-url", &url],
            &beside[..],
            common::IDS,
            more,
        ]
        .concat(),
    );
    command.env("IGDOCTOR_TOKEN", &world.token.text);
    command
}

/// A trace that goes on, and the word that it asks for.
struct Going {
    child: Child,
    word: String,
    rest: BufReader<std::process::ChildStderr>,
}

impl Going {
    fn begin(mut command: Command) -> Self {
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut rest = BufReader::new(child.stderr.take().unwrap());
        let mut word = String::new();
        while !word.starts_with("    ") {
            word.clear();
            assert!(rest.read_line(&mut word).unwrap() > 0, "no word was shown");
        }
        Self {
            child,
            word: word.trim().to_owned(),
            rest,
        }
    }

    fn end(mut self) -> Run {
        let mut stderr = String::new();
        std::io::Read::read_to_string(&mut self.rest, &mut stderr).unwrap();
        Run {
            stderr,
            ..common::read(self.child.wait_with_output().unwrap())
        }
    }
}

/// Somebody writes to the account.
fn write(sandbox: &Sandbox, person: &str, text: &str) {
    sandbox.change(|world| {
        let message = Message {
            text: text.to_owned(),
            at: Utc::now(),
            own: false,
        };
        let known = world
            .threads
            .iter()
            .position(|thread| thread.person == person);
        let mut thread = known.map_or_else(|| new(person), |at| world.threads.remove(at));
        thread.messages.insert(0, message);
        world.threads.insert(0, thread);
    });
}

fn new(person: &str) -> Thread {
    Thread {
        person: person.to_owned(),
        has_role: false,
        minutes_ago: 0,
        own: Vec::new(),
        owner: None,
        messages: Vec::new(),
    }
}

/// Long enough for a conversation to have another time of its last message: Meta tells whole seconds.
const A_SECOND: Duration = Duration::from_millis(1100);
