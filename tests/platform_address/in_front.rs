//! What answers in the platform's place: a proxy, a login, another site. No redirect is followed.

use super::rocketchat::{config, workspace};
use super::*;

const LOGIN_FORM: &str = "<form><input name=user><input type='password' name=pass></form>";
const ERROR: &str = include_str!("../fixtures/rocketchat/error.json");

/// What is said where every request is answered so.
fn everywhere(answer: Answer) -> (Site, Value) {
    let site = Site::start(move |_, _| answer.clone());
    let report = site.rocketchat(&[]);
    (site, report)
}

#[test]
fn each_thing_in_front_is_told_apart_and_nothing_more_is_asked() {
    for (answer, expected, words) in [
        (
            html("200 OK", "<title>Welcome to nginx!</title>"),
            "page-for-people 200",
            "status 200. What went wrong: a page for people",
        ),
        (
            html("200 OK", LOGIN_FORM),
            "asks-for-login 200",
            "it asks for a login",
        ),
        (
            html("502 Bad Gateway", "<h1>502</h1>"),
            "server-error 502",
            "status 502. What went wrong: the server, or a proxy",
        ),
        (
            html("503 Service Unavailable", "<h1>Maintenance</h1>"),
            "server-error 503",
            "a fault of its own",
        ),
        (
            json("401 Unauthorized", ERROR),
            "asks-for-login 401",
            "it asks for a login",
        ),
        (
            html("403 Forbidden", "<title>Just a moment...</title>"),
            "forbidden 403",
            "it refuses callers whom it does not know",
        ),
        (
            html("404 Not Found", "Nothing here"),
            "not-found 404",
            "status 404",
        ),
        (
            redirect("/login?next=secret"),
            "redirect-to-login 302",
            "to a login page",
        ),
        (
            redirect("https://sso.example.com/saml?SAMLRequest=secret"),
            "redirect-to-login 302",
            "https://sso.example.com/saml",
        ),
        (
            json("200 OK", ERROR),
            "other-answer 200",
            "does not answer as the platform does",
        ),
        (
            json("200 OK", "{\"status\":\"ok\"}"),
            "other-answer 200",
            "does not answer as the platform does",
        ),
    ] {
        let (site, report) = everywhere(answer);
        assert_eq!(
            told(&report, "platform-reachable"),
            format!("fail platform-unreachable http {expected}")
        );
        let message = message(&report, "platform-reachable");
        assert!(message.contains(words), "{message}");
        assert!(!report.to_string().contains("secret"), "{report:#}");
        assert_eq!(told(&report, "agents-online"), "skipped platform-reachable");
        let others = site.asked().len() - 1;
        // JSON may be the platform's: only the judge knows that it is not.
        assert_eq!(
            others > 0,
            expected.starts_with("other-answer"),
            "{expected}"
        );
    }
}

#[test]
fn a_limit_is_unknown_and_not_a_fault() {
    let (_, report) = everywhere(json("429 Too Many Requests", ERROR));
    assert_eq!(
        told(&report, "platform-reachable"),
        "unknown platform-unreachable http limited 429"
    );
    assert_eq!(told(&report, "agents-online"), "skipped platform-reachable");
}

/// Behind a login, or of another version: whether somebody is there is then a question to a person.
#[test]
fn a_livechat_configuration_that_cannot_be_read_is_asked_for() {
    for answer in [
        redirect("/login"),
        html("200 OK", LOGIN_FORM),
        html("502 Bad Gateway", ""),
        json("401 Unauthorized", ERROR),
        json("403 Forbidden", ERROR),
        json(
            "404 Not Found",
            "{\"success\":false,\"config\":{\"online\":false}}",
        ),
        json("429 Too Many Requests", ERROR),
        json("200 OK", "{\"success\":true}"),
        json("200 OK", "null"),
        json("200 OK", "{\"config\":"),
    ] {
        let shown = format!("{answer:?}");
        let site = workspace("/", move |_, _| answer.clone());
        let report = site.rocketchat(&[]);
        assert_eq!(told(&report, "platform-reachable"), "pass", "{shown}");
        assert_eq!(
            told(&report, "agents-online"),
            "ask confirm-agents-online",
            "{shown}"
        );
    }
}

#[test]
fn a_redirect_to_another_site_is_not_followed_and_told() {
    let other = workspace("/", |_, own| json("200 OK", config(own)));
    let target = format!("{}api/info?token=secret", other.url());
    let (_, report) = everywhere(redirect(&target));
    assert_eq!(
        told(&report, "platform-reachable"),
        "fail site-url-differs http redirect 302"
    );
    assert!(message(&report, "platform-reachable").contains(other.url().trim_end_matches('/')));
    assert!(!report.to_string().contains("secret"));
    assert_eq!(other.server.connections(), 0);
}

/// The interface answers, but people are sent elsewhere.
#[test]
fn the_start_page_counts_where_it_leads() {
    let with = |to: &'static str| {
        let site = Site::start(move |target, own| match target {
            "/api/info" => json("200 OK", include_str!("../fixtures/rocketchat/info.json")),
            "/" => redirect(to),
            _ => json("200 OK", config(own)),
        });
        told(&site.rocketchat(&[]), "platform-reachable")
    };
    assert_eq!(with("/home"), "pass");
    assert_eq!(with("https://sso.example.com/login"), "pass");
    assert_eq!(
        with("https://chat.example.com/"),
        "fail site-url-differs http redirect 302"
    );
}

#[test]
fn nobody_is_led_into_a_private_network() {
    for inside in [
        "http://192.168.0.20:3000/",
        "http://[fd00::1]/",
        "http://169.254.169.254/latest/meta-data",
    ] {
        let (site, report) = everywhere(redirect(inside));
        assert_eq!(
            told(&report, "platform-reachable"),
            "fail platform-private-address http redirect 302"
        );
        assert!(message(&report, "platform-reachable").contains(inside));
        let allowed = site.rocketchat(&["--allow-private"]);
        assert_eq!(
            told(&allowed, "platform-reachable"),
            "fail site-url-differs http redirect 302"
        );
    }
    let site = workspace("/", |_, own| json("200 OK", config(own)));
    let tenant = "platform = \"rocketchat\"\nplatform_url = \"http://10.1.2.3/\"";
    let report = site.check(tenant, &[]);
    assert_eq!(
        told(&report, "platform-reachable"),
        "fail platform-private-address address private"
    );
}

/// What stands in an address besides the place is nobody's business.
#[test]
fn an_address_is_kept_without_what_it_hides() {
    let site = workspace("/", |_, own| json("200 OK", config(own)));
    let url = site.url().replace("https://", "https://me:canary@") + "?key=canary#canary";
    let saved = tempfile::NamedTempFile::new().unwrap();
    let tenant = format!("platform = \"rocketchat\"\nplatform_url = \"{url}\"");
    let path = saved.path().to_str().unwrap();
    let report = site.check(&tenant, &["--save-evidence", path]);
    assert_eq!(told(&report, "platform-reachable"), "pass");
    let kept = std::fs::read_to_string(saved.path()).unwrap();
    assert!(!kept.contains("canary"), "{kept}");
    assert!(!report.to_string().contains("canary"));
    assert!(site.asked().iter().all(|target| !target.contains("canary")));
}

#[test]
fn a_wrong_certificate_is_told_by_stage_and_reason() {
    for (certificate, reason) in [
        (Certificate::Expired, "expired"),
        (Certificate::WrongName, "wrong-name"),
        (Certificate::SelfSigned, "self-signed"),
        (Certificate::WithoutChain, "incomplete-chain"),
    ] {
        let site = Site::with(certificate, |_, own| json("200 OK", config(own)));
        let report = site.rocketchat(&[]);
        assert_eq!(
            told(&report, "platform-reachable"),
            format!("fail platform-unreachable tls {reason}")
        );
        assert!(message(&report, "platform-reachable").contains("certificate"));
    }
}

/// Every reason has words in every language: none is shown as the slug that programs read.
#[test]
fn every_reason_is_said_in_every_language() {
    for language in ["en", "pt-BR", "ru"] {
        for answer in [
            html("200 OK", ""),
            html("200 OK", LOGIN_FORM),
            html("502 Bad Gateway", ""),
            html("403 Forbidden", ""),
            html("404 Not Found", ""),
            json("429 Too Many Requests", ERROR),
            json("200 OK", "{}"),
            redirect("/login"),
            redirect("/elsewhere"),
        ] {
            let site = Site::start(move |_, _| answer.clone());
            let report = site.rocketchat(&["--lang", language]);
            let check = common::find(&report, "platform-reachable");
            let slug = check["args"]["problem"].as_str().unwrap();
            let message = check["message"].as_str().unwrap();
            assert!(!message.contains(&format!(" {slug}.")), "{message}");
        }
    }
}
