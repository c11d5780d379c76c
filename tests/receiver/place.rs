//! Where it listens.

use std::net::{TcpListener, TcpStream};

use igdoctor::graph::webhook::{Expected, Listen, Receiver, ReceiverError};

use super::{expected, receiver};

#[test]
fn a_place_is_an_address_or_a_port_of_this_machine_alone() {
    for (text, address) in [
        ("127.0.0.1:8080", "127.0.0.1:8080"),
        ("0.0.0.0:8080", "0.0.0.0:8080"),
        ("[::1]:0", "[::1]:0"),
        ("localhost:80", "127.0.0.1:80"),
        (":8080", "127.0.0.1:8080"),
        ("8080", "127.0.0.1:8080"),
    ] {
        let listen: Listen = text.parse().unwrap();
        assert_eq!(listen.0.to_string(), address, "{text}");
    }
    for text in [
        "",
        ":",
        "65536",
        "+80",
        "-1",
        "127.0.0.1",
        "::1",
        "::1:8080x",
        "example.com:80",
        "http://127.0.0.1:8080",
        "127.0.0.1:8080/webhook",
        "٣",
    ] {
        let fault = text.parse::<Listen>().unwrap_err().to_string();
        assert!(fault.contains("127.0.0.1:8080"), "{text}: {fault}");
    }
}

#[test]
fn a_port_in_use_is_named() {
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = other.local_addr().unwrap();
    let fault = Receiver::open(Listen(address), expected()).unwrap_err();
    assert!(matches!(fault, ReceiverError::InUse(_)), "{fault:?}");
    assert!(fault.to_string().contains(&address.to_string()), "{fault}");
}

#[test]
fn an_address_of_another_machine_is_refused() {
    let listen = "192.0.2.1:8080".parse().unwrap();
    let fault = Receiver::open(listen, expected()).unwrap_err();
    assert!(matches!(fault, ReceiverError::Refused(..)), "{fault:?}");
    assert!(fault.to_string().contains("192.0.2.1:8080"), "{fault}");
}

#[test]
fn without_a_secret_it_does_not_begin() {
    let nothing = Expected {
        secrets: Vec::new(),
        ..expected()
    };
    let fault = Receiver::open("0".parse().unwrap(), nothing).unwrap_err();
    assert!(matches!(fault, ReceiverError::NoSecret));
    assert!(fault.to_string().contains("IGDOCTOR_APP_SECRET"), "{fault}");
}

#[test]
fn dropping_it_frees_its_port() {
    let first = receiver();
    let address = first.address();
    // One that says nothing does not keep it alive.
    let _idle = TcpStream::connect(address).unwrap();
    drop(first);
    Receiver::open(Listen(address), expected()).unwrap();
}
