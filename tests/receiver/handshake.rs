//! Meta's question whether somebody is here.

use igdoctor::graph::webhook::{Expected, Handshake, Receiver, Refusal, What};

use super::{VERIFY_TOKEN, expected, get, next, receiver, refusal};

fn query(token: &str, challenge: &str) -> String {
    format!("hub.mode=subscribe&hub.challenge={challenge}&hub.verify_token={token}")
}

#[test]
fn the_right_token_gets_the_bare_challenge() {
    let mut receiver = receiver();
    let answer = get(&receiver, &query(VERIFY_TOKEN, "1158201444"));
    assert_eq!((answer.status, answer.body.as_str()), (200, "1158201444"));
    assert!(answer.head.contains("content-type: text/plain"));
    assert_eq!(next(&mut receiver), What::Handshake(Handshake::Answered));
}

#[test]
fn another_token_gets_403_and_nothing_of_what_it_sent() {
    let mut receiver = receiver();
    for token in ["wrong", "", "made-up-verify-toke", "MADE-UP-VERIFY-TOKEN"] {
        let answer = get(&receiver, &query(token, "1158201444"));
        assert_eq!((answer.status, answer.body.as_str()), (403, ""), "{token}");
        assert_eq!(next(&mut receiver), What::Handshake(Handshake::WrongToken));
    }
}

#[test]
fn without_a_token_of_ours_every_one_is_refused() {
    let unknown = Expected {
        verify_token: None,
        ..expected()
    };
    let mut receiver = Receiver::open("0".parse().unwrap(), unknown).unwrap();
    let answer = get(&receiver, &query("any", "1158201444"));
    assert_eq!((answer.status, answer.body.as_str()), (403, ""));
    assert_eq!(next(&mut receiver), What::Handshake(Handshake::NoToken));
}

#[test]
fn a_challenge_is_sent_back_as_plain_text_or_not_at_all() {
    let mut receiver = receiver();
    // No browser takes this for a page.
    let answer = get(
        &receiver,
        &query(VERIFY_TOKEN, "%3Cscript%3Ealert(1)%3C/script%3E"),
    );
    assert_eq!(answer.status, 200);
    assert!(answer.head.contains("content-type: text/plain"));
    assert!(answer.head.contains("x-content-type-options: nosniff"));
    assert_eq!(next(&mut receiver), What::Handshake(Handshake::Answered));
    let long = "1".repeat(257);
    for challenge in ["", "a%0D%0ASet-Cookie:%20a=b", "%00", "%FF", &long] {
        let answer = get(&receiver, &query(VERIFY_TOKEN, challenge));
        let told = (answer.status, answer.body.as_str());
        assert_eq!(told, (400, ""), "{challenge}");
        assert!(!answer.head.contains("cookie"));
        assert_eq!(next(&mut receiver), What::Handshake(Handshake::NoChallenge));
    }
}

#[test]
fn a_visit_is_no_handshake() {
    let mut receiver = receiver();
    for query in ["", "hub.mode=unsubscribe", "mode=subscribe"] {
        assert_eq!(get(&receiver, query).status, 400, "{query}");
        assert_eq!(refusal(&mut receiver), Refusal::Stray);
    }
}
