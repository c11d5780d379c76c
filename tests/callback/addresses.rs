//! Where names lead: nobody can turn the probe against the network that it runs in.

use std::net::IpAddr;

use igdoctor::evidence::callback::{self, CallbackFacts, Known};
use igdoctor::evidence::probe::{Problem, Rules, Step};

use super::common::{check, find, finish, igdoctor, outcome, serve};
use super::server::{Authority, Certificate, Server, good};
use super::told;

/// What the probe finds at a name, where the resolver gives it these addresses.
fn probed(port: u16, addresses: &[&str], change: impl FnOnce(&mut Rules)) -> CallbackFacts {
    let addresses: Vec<IpAddr> = addresses.iter().map(|ip| ip.parse().unwrap()).collect();
    let mut rules = Rules {
        names: vec![("inbox.example.com".to_owned(), addresses)],
        ..Rules::default()
    };
    change(&mut rules);
    let url = format!("https://inbox.example.com:{port}/webhook");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let record = runtime.block_on(callback::ask(
        &url.parse().unwrap(),
        &Known::default(),
        &rules,
    ));
    record.value().unwrap().clone()
}

#[test]
fn a_public_name_that_leads_to_a_private_address_is_not_connected_to() {
    let authority = Authority::new();
    let server = Server::start(&authority, Certificate::Good, good);
    for address in [
        "127.0.0.1",
        "0.0.0.0",
        "10.0.0.5",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fd00::1",
        "fe80::1",
        "ff02::1",
    ] {
        let facts = probed(server.port, &[address], |rules| {
            rules.roots = Some(authority.der());
        });
        assert_eq!(facts.problem, Some(Problem::Private), "{address}");
        assert_eq!(facts.step, Some(Step::Address));
        assert_eq!(facts.address, Some(address.parse().unwrap()));
    }
    assert_eq!(server.connections(), 0);
}

/// The address that was looked at is the one connected to, and it is looked up once for all requests.
#[test]
fn the_certificate_is_asked_for_by_name_and_the_address_taken_as_told() {
    let authority = Authority::new();
    let server = Server::start(&authority, Certificate::Good, good);
    let facts = probed(server.port, &["10.0.0.1", "127.0.0.1"], |rules| {
        rules.roots = Some(authority.der());
        rules.loopback_is_public = true;
    });
    assert_eq!(facts.problem, None);
    assert_eq!(facts.address, Some("127.0.0.1".parse().unwrap()));
    assert_eq!(facts.to_wrong_token.unwrap().status, 403);
}

/// The address that Meta's own list of webhooks tells is as foreign as any: whoever wrote it there may mean this network.
#[test]
fn an_address_that_meta_told_is_held_to_the_same_rules() {
    let report = check("callback-private-name", &[]).json();
    let found = find(&report, "webhook-callback");
    assert_eq!(found["cause"], "callback-private-address");
    assert_eq!(found["args"]["address"], "10.0.0.5");
    assert_eq!(found["evidence"][0]["stages"].as_array().unwrap().len(), 1);
}

/// The names of the sandbox lead there for another process as well, which no resolver could tell it.
#[test]
fn a_served_world_has_its_public_names_too() {
    let sandbox = serve("callback-private-name", |_| ());
    let graph = sandbox.graph_url().to_string();
    let url = sandbox.callback_url().to_string();
    let args = [
        "check",
        "--no-token",
        "--only",
        "webhook-callback",
        "--callback-url",
        &url,
        "--graph-url",
        &graph,
        "--format",
        "json",
        "--quiet",
    ];
    let report = finish(igdoctor(&args)).json();
    let found = outcome(&report, "webhook-callback");
    assert_eq!(found, ("fail", "callback-private-address"));
}

#[test]
fn a_name_without_an_address_does_not_exist() {
    let facts = probed(443, &[], |_| ());
    assert_eq!(
        (facts.step, facts.problem),
        (Some(Step::Dns), Some(Problem::Dns))
    );
}

/// Whoever does not reach Meta directly either, tells of itself: no such name, and nobody there.
#[test]
fn a_machine_without_a_network_is_not_taken_for_a_callback_without_one() {
    let closed = Server::closed();
    for (addresses, step, problem) in [
        (&[][..], Step::Dns, Problem::Dns),
        (&["127.0.0.1"][..], Step::Tcp, Problem::Refused),
    ] {
        let seen_from = |meta: &[&str]| {
            let facts = probed(closed.port, addresses, |rules| {
                rules.loopback_is_public = true;
                rules.meta = Some("https://meta.example.com".parse().unwrap());
                let meta = meta.iter().map(|ip| ip.parse().unwrap()).collect();
                rules.names.push(("meta.example.com".to_owned(), meta));
            });
            assert_eq!(facts.step, Some(step));
            facts.problem
        };
        assert_eq!(seen_from(&[]), Some(Problem::Offline));
        assert_eq!(seen_from(&["127.0.0.1"]), Some(problem));
    }
}

/// An IPv4 address that nobody outside can reach does not make a server reachable by IPv4.
#[test]
fn ipv6_alone_is_noticed_also_beside_a_private_ipv4_address() {
    let authority = Authority::new();
    let server = Server::raw("[::1]", drop);
    for addresses in [&["::1"][..], &["192.168.0.10", "::1"]] {
        let facts = probed(server.port, addresses, |rules| {
            rules.roots = Some(authority.der());
            rules.loopback_is_public = true;
        });
        assert!(facts.ipv6_only, "{addresses:?}");
    }
    let both = probed(server.port, &["::1", "127.0.0.1"], |rules| {
        rules.loopback_is_public = true;
    });
    assert!(!both.ipv6_only);
}

#[test]
fn ipv6_only_is_a_warning() {
    let authority = Authority::new();
    let config = std::sync::Arc::new(authority.config(Certificate::Good));
    let server = Server::raw("[::1]", move |stream| {
        let connection = rustls::ServerConnection::new(std::sync::Arc::clone(&config)).unwrap();
        let mut secured = rustls::StreamOwned::new(connection, stream);
        let _ = std::io::Read::read(&mut secured, &mut [0; 4096]);
        super::server::reply(&mut secured, "403 Forbidden", "", "");
    });
    assert_eq!(
        told(&server, &authority, None).0,
        "warn callback-ipv6-only address ipv6-only"
    );
}

/// Without Meta on this machine, its own addresses are private, unless somebody says otherwise.
#[test]
fn private_addresses_need_a_flag() {
    let authority = Authority::new();
    let server = Server::start(&authority, Certificate::Good, good);
    let roots = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(roots.path(), authority.pem()).unwrap();
    let url = format!("https://localhost:{}/webhook", server.port);
    let look = |more: &[&str]| {
        let args = [
            &[
                "check",
                "--no-token",
                "--only",
                "webhook-callback",
                "--callback-url",
                &url,
                "--format",
                "json",
                "--quiet",
            ],
            more,
        ]
        .concat();
        let mut command = igdoctor(&args);
        command.env("SSL_CERT_FILE", roots.path());
        find(&finish(command).json(), "webhook-callback").clone()
    };
    let refused = look(&[]);
    assert_eq!(refused["cause"], "callback-private-address");
    assert_eq!(refused["args"]["stage"], "address");
    assert_eq!(refused["args"]["reason"], "private");
    assert_eq!(server.connections(), 0);
    let allowed = look(&["--allow-private"]);
    // Not every system takes its roots from a variable.
    assert_ne!(allowed["cause"], "callback-private-address");
    assert!(server.connections() > 0);
}

#[test]
fn a_closed_port_is_refused() {
    let closed = Server::closed();
    assert_eq!(
        told(&closed, &Authority::new(), None).0,
        "fail callback-unreachable tcp refused"
    );
}
