//! Signed requests about a person who cannot exist: for data deletion, and for removing the app.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::Utc;
use igdoctor::evidence::deletion_callback::{Addresses, Body, DeletionFacts, Reaction, ask};
use igdoctor::evidence::probe::{Problem, Rules, Step};
use igdoctor::secret::Secret;
use serde_json::Value;

use super::common::{check, find, finish, ids, igdoctor, outcome};
use super::server::{Authority, Certificate, Server, Stream, reply};

const GOOD: &str = r#"{"url":"https://example.com/deletion?id=7","confirmation_code":"7"}"#;

/// The two halves of the request that stands in a form: signature and payload.
fn halves(request: &str) -> (Vec<u8>, String) {
    let (_, form) = request.split_once("\r\n\r\n").unwrap();
    let signed = form.strip_prefix("signed_request=").unwrap();
    let (signature, payload) = signed.split_once('.').unwrap();
    (
        URL_SAFE_NO_PAD.decode(signature).unwrap(),
        payload.to_owned(),
    )
}

fn is_signed(request: &str, secret: &str) -> bool {
    let (signature, payload) = halves(request);
    let secret = Secret::parse(secret, "").unwrap();
    secret.signature(payload.as_bytes()) == signature
}

/// What the probe finds at an address for data deletion.
fn probed(
    secrets: &[&str],
    answer: impl Fn(&str, &mut dyn Stream) + Send + Sync + 'static,
) -> DeletionFacts {
    let authority = Authority::new();
    let server = Server::start(&authority, Certificate::Good, answer);
    let secrets: Vec<Secret> = secrets
        .iter()
        .map(|secret| Secret::parse(secret, "").unwrap())
        .collect();
    let url = format!("https://localhost:{}/deletion", server.port);
    let addresses = Addresses {
        deletion: Some(url.parse().unwrap()),
        deauthorize: None,
    };
    let rules = Rules {
        loopback_is_public: true,
        roots: Some(authority.der()),
        ..Rules::default()
    };
    let secrets: Vec<&Secret> = secrets.iter().collect();
    let record = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(ask(&addresses, &secrets, Utc::now(), &rules));
    record.value().unwrap().clone()
}

fn reactions(facts: &DeletionFacts) -> (Option<Reaction>, Option<Reaction>) {
    let deletion = facts.deletion.as_ref().unwrap();
    (deletion.right, deletion.wrong)
}

#[test]
fn it_is_about_a_user_that_cannot_exist_and_signed_as_meta_signs() {
    let facts = probed(&["app-secret"], |request, stream| {
        assert!(request.starts_with("POST /deletion HTTP/1.1\r\n"));
        let payload = URL_SAFE_NO_PAD.decode(halves(request).1).unwrap();
        let payload: Value = serde_json::from_slice(&payload).unwrap();
        assert_eq!(payload["user_id"], "0");
        assert_eq!(payload["algorithm"], "HMAC-SHA256");
        assert!(payload["expires"].as_i64() > payload["issued_at"].as_i64());
        if is_signed(request, "app-secret") {
            reply(stream, "200 OK", "", GOOD);
        } else {
            reply(stream, "403 Forbidden", "", "");
        }
    });
    let (right, wrong) = reactions(&facts);
    assert!(right.unwrap().confirms());
    assert_eq!(wrong.unwrap().status, 403);
}

#[test]
fn either_secret_may_be_the_one() {
    let facts = probed(&["instagram-secret", "app-secret"], |request, stream| {
        let signed = is_signed(request, "app-secret");
        let status = if signed { "200 OK" } else { "400 Bad Request" };
        reply(stream, status, "", if signed { GOOD } else { "" });
    });
    let (right, wrong) = reactions(&facts);
    assert!(right.unwrap().confirms());
    assert_eq!(wrong.unwrap().status, 400);
}

#[test]
fn to_hang_up_on_a_forged_request_is_to_refuse_it() {
    let facts = probed(&["app-secret"], |request, stream| {
        if is_signed(request, "app-secret") {
            reply(stream, "200 OK", "", GOOD);
        }
    });
    assert_eq!(facts.deletion.as_ref().unwrap().lost, None);
    let (right, wrong) = reactions(&facts);
    assert!(right.unwrap().confirms() && wrong.is_none());
}

#[test]
fn to_hang_up_on_one_of_two_secrets_is_to_refuse_it() {
    let takes_one = |secrets: &[&str]| {
        probed(secrets, |request, stream| {
            if is_signed(request, "app-secret") {
                reply(stream, "200 OK", "", GOOD);
            }
        })
    };
    let facts = takes_one(&["instagram-secret", "app-secret"]);
    assert_eq!(facts.deletion.as_ref().unwrap().lost, None);
    assert!(reactions(&facts).0.unwrap().confirms());
    let facts = takes_one(&["instagram-secret", "of-another-app"]);
    let lost = Some((Step::SignedRequest, Problem::Reset));
    assert_eq!(facts.deletion.unwrap().lost, lost);
}

#[test]
fn an_answer_must_hold_an_address_and_a_code() {
    for (body, expected) in [
        (GOOD, Body::Confirmation),
        (
            r#"{"url":"http://example.com/","confirmation_code":"abc123"}"#,
            Body::Confirmation,
        ),
        (
            r#"{"url":"https://example.com/","confirmation_code":7}"#,
            Body::NoCode,
        ),
        (r#"{"url":7,"confirmation_code":"7"}"#, Body::NoUrl),
        (r#"{"url":"","confirmation_code":"7"}"#, Body::NoUrl),
        (r#"{"confirmation_code":"7"}"#, Body::NoUrl),
        (
            r#"{"url":"/deletion","confirmation_code":"7"}"#,
            Body::NoUrl,
        ),
        (
            r#"{"url":"javascript:alert(1)","confirmation_code":"7"}"#,
            Body::NoUrl,
        ),
        (r#"{"url":"https://example.com/"}"#, Body::NoCode),
        (
            r#"{"url":"https://example.com/","confirmation_code":""}"#,
            Body::NoCode,
        ),
        (r#"{"success":true}"#, Body::NoUrl),
        ("[]", Body::NoJson),
        ("ok", Body::NoJson),
        ("", Body::NoJson),
        ("<!DOCTYPE html><p>Write to us.", Body::Page),
    ] {
        let facts = probed(&["app-secret"], move |_, stream| {
            reply(stream, "200 OK", "", body);
        });
        assert_eq!(reactions(&facts).0.unwrap().body, expected, "{body}");
    }
}

#[test]
fn a_server_that_cannot_be_trusted_gets_no_request() {
    let authority = Authority::new();
    let url = "https://localhost:1/deletion".parse().unwrap();
    let secret = Secret::parse("app-secret", "").unwrap();
    let addresses = Addresses {
        deletion: Some(url),
        deauthorize: Some("http://example.com/".parse().unwrap()),
    };
    let rules = Rules {
        roots: Some(authority.der()),
        ..Rules::default()
    };
    let record = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(ask(&addresses, &[&secret], Utc::now(), &rules));
    let facts = record.value().unwrap();
    assert_eq!(
        facts.deletion.as_ref().unwrap().lost,
        Some((Step::Address, Problem::Private))
    );
    assert_eq!(
        facts.deauthorize.as_ref().unwrap().lost,
        Some((Step::Tls, Problem::NotHttps))
    );
}

const ID: &str = "data-deletion-callback";

#[test]
fn it_is_made_on_request_alone() {
    let plain = check("healthy-facebook", &[]);
    assert_eq!(outcome(&plain.json(), ID), ("skipped", "opt-in"));
    assert_eq!(plain.code, 0);
    for args in [["--with", ID], ["--only", ID]] {
        let run = check("healthy-facebook", &args);
        let report = run.json();
        assert_eq!(outcome(&report, ID), ("pass", ""), "{args:?}");
        let calls = find(&report, ID)["evidence"].as_array().unwrap().iter();
        let probes: Vec<&str> = calls
            .map(|call| call["call"].as_str().unwrap())
            .filter(|call| call.starts_with("POST"))
            .collect();
        assert_eq!(probes, ["POST {data_deletion}", "POST {deauthorize}"]);
        assert_eq!(run.code, 0);
    }
    let beside = check(
        "healthy-facebook",
        &["--only", "webhook-callback", "--with", ID],
    );
    assert_eq!(ids(&beside.json()), ["webhook-callback", ID]);
    let left_out = check("healthy-facebook", &["--with", ID, "--skip", ID]);
    assert_eq!(outcome(&left_out.json(), ID), ("skipped", "request"));
}

/// Nothing is asked where it is not wanted: neither the server nor Meta.
#[test]
fn without_a_secret_or_an_address_there_is_nothing_to_ask() {
    let token = check("healthy-facebook-token", &["--with", ID]);
    assert_eq!(outcome(&token.json(), ID), ("skipped", "access"));
    let run = finish(igdoctor(&[
        "check",
        "--no-token",
        "--only",
        ID,
        "--data-deletion-url",
        "https://localhost:1/",
        "--format",
        "json",
        "--quiet",
    ]));
    assert_eq!(outcome(&run.json(), ID), ("skipped", "access"));
}

#[test]
fn each_address_has_its_cause_with_stage_and_reason() {
    for (world, stage, reason) in [
        (
            "deletion-callback-invalid",
            "signed-request",
            "page-for-people",
        ),
        (
            "deauthorize-callback-invalid",
            "forged-request",
            "forgery-accepted",
        ),
    ] {
        let run = check(world, &[]);
        let report = run.json();
        assert_eq!(outcome(&report, ID), ("fail", world));
        let args = &find(&report, ID)["args"];
        assert_eq!(
            (&args["stage"], &args["reason"]),
            (&stage.into(), &reason.into())
        );
        assert_eq!(args["status"], 200);
        // It keeps no message from arriving.
        assert_eq!(find(&report, ID)["severity"], "warning");
        assert_eq!(run.code, 0);
        assert_eq!(check(world, &["--fail-on", "warning"]).code, 1);
    }
}
