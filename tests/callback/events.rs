//! Events, which are sent only on request.

use std::sync::{Arc, Mutex};

use igdoctor::evidence::callback::{self, CallbackFacts, Events, Known};
use igdoctor::evidence::probe::{Problem, Rules, Step};
use igdoctor::secret::Secret;

use super::common::{check, find, finish, igdoctor};
use super::server::{Authority, Certificate, Server, good, reply};
use super::stages;

/// What the probe finds, and what the server got.
fn probed(secrets: &[&str], takes: &str) -> (CallbackFacts, Vec<String>) {
    probed_by(secrets, takes, false)
}

/// The same with a server that may hang up on what is wrongly signed.
fn probed_by(secrets: &[&str], takes: &str, hangs_up: bool) -> (CallbackFacts, Vec<String>) {
    let authority = Authority::new();
    let got = Arc::new(Mutex::new(Vec::new()));
    let (keep, right) = (Arc::clone(&got), Secret::parse(takes, "").unwrap());
    let server = Server::start(&authority, Certificate::Good, move |request, stream| {
        if request.starts_with("GET ") {
            return good(request, stream);
        }
        keep.lock().unwrap().push(request.to_owned());
        let (head, body) = request.split_once("\r\n\r\n").unwrap();
        let signature = format!("sha256={}", right.sign(body.as_bytes()).expose());
        let signed = head.contains(&signature);
        if hangs_up && !signed {
            return;
        }
        reply(
            stream,
            if signed { "200 OK" } else { "403 Forbidden" },
            "",
            "",
        );
    });
    let secrets: Vec<Secret> = secrets
        .iter()
        .map(|secret| Secret::parse(secret, "").unwrap())
        .collect();
    let known = Known {
        event_secrets: secrets.iter().collect(),
        object: "instagram",
        ..Known::default()
    };
    let rules = Rules {
        loopback_is_public: true,
        roots: Some(authority.der()),
        ..Rules::default()
    };
    let url = format!("https://localhost:{}/webhook", server.port);
    let record = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(callback::ask(&url.parse().unwrap(), &known, &rules));
    let got = got.lock().unwrap().clone();
    (record.value().unwrap().clone(), got)
}

#[test]
fn without_a_secret_none_is_sent() {
    let (facts, got) = probed(&[], "app-secret");
    assert_eq!((facts.events, got.len()), (None, 0));
}

#[test]
fn one_is_signed_and_one_forged_and_nothing_is_in_them() {
    let (facts, got) = probed(&["app-secret"], "app-secret");
    let (right, wrong) = (200, Some(403));
    assert_eq!(facts.events, Some(Events { right, wrong }));
    assert_eq!(got.len(), 2);
    for request in got {
        assert!(request.ends_with("\r\n\r\n{\"object\":\"instagram\",\"entry\":[]}"));
    }
}

/// Which of two secrets signs is disputed: a platform that checks with either is right.
#[test]
fn either_secret_may_be_the_one() {
    let (facts, got) = probed(&["instagram-secret", "app-secret"], "app-secret");
    let (right, wrong) = (200, Some(403));
    assert_eq!(facts.events, Some(Events { right, wrong }));
    assert_eq!(got.len(), 3);
    let (facts, _) = probed(&["instagram-secret", "app-secret"], "of-another-app");
    let (right, wrong) = (403, Some(403));
    assert_eq!(facts.events, Some(Events { right, wrong }));
}

/// Whoever throws away what nobody signed need not answer it.
#[test]
fn to_hang_up_on_a_forged_event_is_to_refuse_it() {
    let (facts, got) = probed_by(&["app-secret"], "app-secret", true);
    assert_eq!((facts.problem, got.len()), (None, 2));
    let (right, wrong) = (200, None);
    assert_eq!(facts.events, Some(Events { right, wrong }));
}

/// Which of two secrets is the one that the server knows, it may tell by hanging up on the other.
#[test]
fn to_hang_up_on_one_of_two_secrets_is_to_refuse_it() {
    for secrets in [["instagram-secret", "app-secret"], ["app-secret", "other"]] {
        let (facts, _) = probed_by(&secrets, "app-secret", true);
        assert_eq!((facts.step, facts.problem), (None, None));
        let (right, wrong) = (200, None);
        assert_eq!(facts.events, Some(Events { right, wrong }));
    }
    let (facts, got) = probed_by(&["a", "b"], "app-secret", true);
    let lost = (facts.step, facts.problem);
    assert_eq!(lost, (Some(Step::SignedEvent), Some(Problem::Reset)));
    assert_eq!((facts.events, got.len()), (None, 2));
}

#[test]
fn they_are_sent_on_request_alone() {
    for world in ["healthy-facebook", "healthy-instagram"] {
        let sent = |args: &[&str]| {
            let report = check(world, args).json();
            let found = find(&report, "webhook-callback");
            assert_eq!(found["outcome"], "pass", "{found}");
            stages(found).iter().any(|stage| stage.ends_with("-event"))
        };
        assert!(!sent(&[]));
        assert!(sent(&["--with", "signed-event"]));
    }
}

/// Somebody who asked for them is told that there were none.
#[test]
fn without_a_secret_they_are_missed() {
    let authority = Authority::new();
    let server = Server::start(&authority, Certificate::Good, good);
    let roots = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(roots.path(), authority.pem()).unwrap();
    let url = format!("https://localhost:{}/webhook", server.port);
    let kinds = |with: &[&str]| {
        let args = [
            "check",
            "--no-token",
            "--only",
            "webhook-callback",
            "--callback-url",
            &url,
            "--graph-url",
            "http://127.0.0.1:1",
            "--format",
            "json",
            "--quiet",
        ];
        let mut command = igdoctor(&[&args, with].concat());
        command.env("SSL_CERT_FILE", roots.path());
        let notes = finish(command).json()["notes"].take();
        let notes = notes.as_array().unwrap().iter();
        let kinds = notes.map(|note| note["kind"].as_str().unwrap().to_owned());
        kinds.collect::<Vec<_>>()
    };
    assert_eq!(kinds(&[]), ["callback-probe"]);
    let with = ["--with", "signed-event"];
    assert_eq!(kinds(&with), ["callback-probe", "events-unsent"]);
}
