//! The platform's own address, asked by the real binary at real servers: Rocket.Chat as its source gives the answers, what stands in front
//! of it, and a platform that only its file describes.

#[path = "../common/mod.rs"]
mod common;
mod declared;
mod in_front;
mod other_platform;
mod rocketchat;
#[path = "../callback/server.rs"]
#[expect(dead_code, reason = "the callback's tests use the rest")]
mod server;

use std::sync::{Arc, Mutex};

use serde_json::Value;

use server::{Authority, Certificate, Server, Stream, reply};

/// A server with a good certificate, and what it was asked for.
struct Site {
    authority: Authority,
    server: Server,
    asked: Arc<Mutex<Vec<String>>>,
}

/// What a server answers: status, headers, body.
type Answer = (&'static str, String, String);

fn json(status: &'static str, body: impl Into<String>) -> Answer {
    let kind = "content-type: application/json\r\n";
    (status, kind.to_owned(), body.into())
}

fn html(status: &'static str, body: &str) -> Answer {
    let kind = "content-type: text/html; charset=utf-8\r\n";
    (status, kind.to_owned(), format!("<!DOCTYPE html>{body}"))
}

fn redirect(to: &str) -> Answer {
    ("302 Found", format!("location: {to}\r\n"), String::new())
}

impl Site {
    /// `answer` gets path and query, and the site's own address.
    fn start(answer: impl Fn(&str, &str) -> Answer + Send + Sync + 'static) -> Self {
        Self::with(Certificate::Good, answer)
    }

    fn with(
        kind: Certificate,
        answer: impl Fn(&str, &str) -> Answer + Send + Sync + 'static,
    ) -> Self {
        let authority = Authority::new();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        let server = Server::start(&authority, kind, move |request, stream: &mut dyn Stream| {
            let target = request.split(' ').nth(1).unwrap().to_owned();
            let host = request.lines().find_map(|line| line.strip_prefix("host: "));
            let own = format!("https://{}/", host.unwrap());
            let (status, headers, body) = answer(&target, &own);
            log.lock().unwrap().push(target);
            reply(stream, status, &headers, &body);
        });
        Self {
            authority,
            server,
            asked,
        }
    }

    fn url(&self) -> String {
        format!("https://{}:{}/", self.server.host, self.server.port)
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// A check of both questions about the platform's address, as JSON, with a tenant file of these lines.
    fn check(&self, tenant: &str, more: &[&str]) -> Value {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("igdoctor.toml");
        std::fs::write(&file, format!("[tenants.casa]\n{tenant}\n")).unwrap();
        let roots = folder.path().join("roots.pem");
        std::fs::write(&roots, self.authority.pem()).unwrap();
        let fixed = [
            "check",
            "casa",
            "--config",
            file.to_str().unwrap(),
            "--no-token",
            "--only",
            "platform-reachable,agents-online",
            // Nobody is asked there: it makes this machine the one that Meta is on.
            "--graph-url",
            "http://127.0.0.1:1",
            "--format",
            "json",
            "--quiet",
        ];
        let mut command = common::igdoctor(&[&fixed, more].concat());
        command.env("SSL_CERT_FILE", roots);
        common::finish(command).json()
    }

    /// The same for Rocket.Chat at this site.
    fn rocketchat(&self, more: &[&str]) -> Value {
        let url = self.url();
        let tenant = format!("platform = \"rocketchat\"\nplatform_url = \"{url}\"");
        self.check(&tenant, more)
    }
}

/// Outcome and cause of a check with some of its values: `fail platform-unreachable http server-error 503`.
fn told(report: &Value, id: &str) -> String {
    let check = common::find(report, id);
    let word = |pointer: &str| match check.pointer(pointer)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let words = [
        "/outcome",
        "/cause",
        "/because/check",
        "/because/kind",
        "/args/stage",
        "/args/problem",
        "/args/status",
    ];
    // Of a skipped check, the root says more than that it is one.
    let mut words: Vec<String> = words.into_iter().filter_map(word).collect();
    words.retain(|word| word != "check");
    words.join(" ")
}

/// What a reader is told of a check.
fn message<'a>(report: &'a Value, id: &str) -> &'a str {
    common::find(report, id)["message"].as_str().unwrap()
}
