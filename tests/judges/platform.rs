//! What the answers of a platform's address mean: those of Rocket.Chat as its source gives them, and what answers in their place.

use igdoctor::evidence::platform::{Body, PlatformFacts, Said};
use igdoctor::evidence::probe::{Problem, Step};
use serde_json::{Value, json};

use super::*;

/// An answer of the platform itself.
fn told(probe: &str, values: &[(&str, Value)]) -> Said {
    let value = |(at, value): &(&str, Value)| ((*at).to_owned(), value.clone());
    Said {
        probe: probe.to_owned(),
        status: Some(200),
        body: Some(Body::Json),
        values: values.iter().map(value).collect(),
        ..Said::default()
    }
}

/// An answer of something else.
fn other(status: u16, body: Body) -> Said {
    Said {
        status: Some(status),
        body: Some(body),
        ..told("info", &[])
    }
}

fn to(location: &str) -> Said {
    Said {
        location: Some(location.to_owned()),
        ..other(302, Body::Other)
    }
}

fn alive() -> Said {
    told("info", &[("/success", json!(true))])
}

fn livechat(values: &[(&str, Value)]) -> Said {
    told("livechat", values)
}

/// What both checks say of these answers, with the department that the tenant told.
fn of(answers: Vec<Said>, department: Option<&str>) -> [String; 2] {
    let facts = PlatformFacts {
        url: "https://chat.example.com/".to_owned(),
        answers,
        ..PlatformFacts::default()
    };
    ["platform-reachable", "agents-online"].map(|check| {
        judged(check, Flow::Facebook, "rocketchat", |expect, evidence| {
            expect.platform_url = facts.url.parse().ok();
            expect.department = department.map(str::to_owned);
            evidence.platform = answered(facts.clone());
        })
    })
}

fn reachable(info: Said) -> String {
    let [verdict, _] = of(vec![info], None);
    verdict
}

fn agents(values: &[(&str, Value)]) -> String {
    let [reachable, agents] = of(vec![alive(), livechat(values)], None);
    assert_eq!(reachable, "pass");
    agents
}

#[test]
fn what_answers_in_the_platform_s_place_is_not_the_platform() {
    let unreachable = "fail platform-unreachable";
    assert_eq!(reachable(alive()), "pass");
    for (status, body) in [
        (200, Body::Page),
        (200, Body::LoginPage),
        (200, Body::Other),
        (200, Body::Endless),
        (200, Body::Json),
        (204, Body::Other),
        (401, Body::Json),
        (403, Body::Page),
        (404, Body::Page),
        (500, Body::Json),
        (502, Body::Page),
        (503, Body::Page),
    ] {
        assert_eq!(reachable(other(status, body)), unreachable, "{status}");
    }
    let refused = told("info", &[("/success", json!(false))]);
    assert_eq!(reachable(refused), unreachable);
}

/// Whoever asks too often learns nothing.
#[test]
fn a_limit_is_not_a_finding_and_not_a_pass() {
    for body in [Body::Json, Body::Page] {
        let verdict = reachable(other(429, body));
        assert_eq!(verdict, "unknown platform-unreachable");
    }
}

#[test]
fn where_a_redirect_leads_decides() {
    for (location, expected) in [
        ("https://www.example.com/api/info", "fail site-url-differs"),
        ("http://chat.example.com/api/info", "fail site-url-differs"),
        (
            "https://chat.example.com:8443/api/info",
            "fail site-url-differs",
        ),
        (
            "https://chat.example.com/chat/api/info",
            "fail platform-unreachable",
        ),
        (
            "https://chat.example.com/login",
            "fail platform-unreachable",
        ),
        (
            "https://sso.example.com/authorize",
            "fail platform-unreachable",
        ),
    ] {
        assert_eq!(reachable(to(location)), expected, "{location}");
    }
    let inside = Said {
        leads_inside: true,
        ..to("http://192.168.0.20:3000/api/info")
    };
    assert_eq!(reachable(inside), "fail platform-private-address");
}

/// People who come to the start page may be asked to log in; that is no fault. Another site is one.
#[test]
fn the_start_page_may_ask_for_a_login_but_not_lead_elsewhere() {
    let start = |said: Said| Said {
        probe: "start".to_owned(),
        ..said
    };
    let verdict = |said: Said| of(vec![alive(), start(said)], None)[0].clone();
    for fine in [
        other(200, Body::Page),
        other(403, Body::Page),
        other(502, Body::Page),
        to("https://chat.example.com/home"),
        to("https://sso.example.com/login"),
    ] {
        assert_eq!(verdict(fine), "pass");
    }
    let elsewhere = to("https://chat.example.org/home");
    assert_eq!(verdict(elsewhere), "fail site-url-differs");
}

#[test]
fn why_nothing_could_be_asked_is_told_by_its_cause() {
    for (problem, expected) in [
        (Problem::Dns, "fail platform-unreachable"),
        (Problem::Timeout, "fail platform-unreachable"),
        (Problem::Private, "fail platform-private-address"),
        (Problem::NoCaCertificates, "unknown no-ca-certificates"),
    ] {
        let facts = PlatformFacts {
            problem: Some(problem),
            step: Some(Step::Dns),
            ..PlatformFacts::default()
        };
        let verdict = judged(
            "platform-reachable",
            Flow::Facebook,
            "rocketchat",
            |expect, evidence| {
                expect.platform_url = "https://chat.example.com".parse().ok();
                evidence.platform = answered(facts);
            },
        );
        assert_eq!(verdict, expected);
    }
    for (problem, expected) in [
        (Problem::Refused, "fail platform-unreachable"),
        (Problem::Expired, "fail platform-unreachable"),
        (Problem::Slow, "fail platform-unreachable"),
        // Then it is this machine that cannot look.
        (Problem::NoIpv6, "unknown platform-unreachable"),
        (Problem::NoCaCertificates, "unknown no-ca-certificates"),
    ] {
        let lost = Said {
            problem: Some(problem),
            ..Said::default()
        };
        let lost = Said {
            probe: "info".to_owned(),
            ..lost
        };
        assert_eq!(reachable(lost), expected);
    }
}

#[test]
fn the_site_url_is_compared_where_the_platform_tells_it() {
    let verdict = |site: &str| {
        let sound = ("/config/resources/sound", json!(site));
        of(vec![alive(), livechat(&[sound])], None)[0].clone()
    };
    assert_eq!(verdict("https://chat.example.com"), "pass");
    assert_eq!(verdict("https://chat.example.com:443"), "pass");
    for other in ["http://chat.example.com", "http://localhost:3000"] {
        assert_eq!(verdict(other), "fail site-url-differs", "{other}");
    }
    // An older server does not tell it.
    assert_eq!(verdict("no address"), "pass");
    assert_eq!(of(vec![alive(), livechat(&[])], None)[0], "pass");
}

#[test]
fn a_no_is_certain_and_silence_is_neither_yes_nor_no() {
    let (enabled, online) = ("/config/enabled", "/config/online");
    assert_eq!(
        agents(&[(enabled, json!(true)), (online, json!(true))]),
        "pass"
    );
    assert_eq!(agents(&[(enabled, json!(false))]), "fail omnichannel-off");
    assert_eq!(
        agents(&[(enabled, json!(true)), (online, json!(false))]),
        "fail no-agent-online"
    );
    assert_eq!(agents(&[(enabled, json!(true))]), "ask");
    assert_eq!(
        agents(&[(enabled, json!(true)), (online, json!("yes"))]),
        "ask"
    );
    assert_eq!(agents(&[]), "ask");
}

/// The livechat configuration is kept from strangers here, or is of another version: only a person sees who is there.
#[test]
fn what_cannot_be_read_is_asked() {
    assert_eq!(of(vec![alive()], None), ["pass", "ask"]);
    for (status, body) in [
        (200, Body::Page),
        (401, Body::Json),
        (403, Body::Json),
        (404, Body::Json),
        (429, Body::Json),
        (502, Body::Page),
    ] {
        let said = Said {
            probe: "livechat".to_owned(),
            // Whatever stands in an error, it is no configuration.
            values: livechat(&[("/config/online", json!(false))]).values,
            ..other(status, body)
        };
        assert_eq!(of(vec![alive(), said], None), ["pass", "ask"], "{status}");
    }
}

#[test]
fn nobody_of_the_department_is_said_only_where_it_is_certain() {
    let on = [
        ("/config/enabled", json!(true)),
        ("/config/online", json!(true)),
    ];
    let with = |online: bool, unlisted: bool| {
        let said = Said {
            unlisted,
            ..told("department", &[("/config/online", json!(online))])
        };
        of(vec![alive(), livechat(&on), said], Some("sales"))[1].clone()
    };
    assert_eq!(with(true, false), "pass");
    assert_eq!(with(false, false), "fail not-in-department");
    assert_eq!(with(true, true), "pass");
    assert_eq!(with(false, true), "ask");
    let silent = of(vec![alive(), livechat(&on)], Some("sales"));
    assert_eq!(silent[1], "ask");
    assert_eq!(of(vec![alive(), livechat(&on)], None)[1], "pass");
}

#[test]
fn a_platform_whose_address_tells_nothing_is_not_judged_by_it() {
    for check in ["platform-reachable", "agents-online"] {
        for (platform, expected) in [
            ("planfix", "skipped platform"),
            ("rocketchat", "skipped config"),
        ] {
            assert_eq!(
                judged(check, Flow::Facebook, platform, |_, _| {}),
                expected,
                "{check}"
            );
        }
    }
}

/// A machine that reaches nobody, or whose DNS does not answer, knows nothing of the platform.
#[test]
fn a_machine_without_a_network_blames_nobody() {
    for (problem, expected) in [
        (Problem::Dns, "fail platform-unreachable"),
        (Problem::DnsUnanswered, "unknown platform-unreachable"),
        (Problem::Offline, "unknown platform-unreachable"),
        (Problem::NoIpv6, "unknown platform-unreachable"),
    ] {
        let facts = PlatformFacts {
            problem: Some(problem),
            ..PlatformFacts::default()
        };
        let verdict = judged(
            "platform-reachable",
            Flow::Facebook,
            "rocketchat",
            |expect, evidence| {
                expect.platform_url = Some("https://chat.example.com".parse().unwrap());
                evidence.platform = answered(facts);
            },
        );
        assert_eq!(verdict, expected);
    }
}

/// The same where the name was found, and nobody could be connected to.
#[test]
fn an_answer_that_only_this_machine_lacks_is_unknown() {
    for (problem, expected) in [
        (Problem::Refused, "fail platform-unreachable"),
        (Problem::Offline, "unknown platform-unreachable"),
        (Problem::DnsUnanswered, "unknown platform-unreachable"),
        (Problem::NoIpv6, "unknown platform-unreachable"),
    ] {
        let said = Said {
            problem: Some(problem),
            ..told("info", &[])
        };
        assert_eq!(reachable(said), expected, "{problem}");
    }
}
