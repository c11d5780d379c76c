//! Events: who signed them, what is in them, whether they came before.

use chrono::{TimeDelta, Utc};
use igdoctor::graph::webhook::{Altered, Kind, Problem, Refusal, Sight, Signer, Standing};

use super::{APP, INSTAGRAM_APP, delivery, message, post, post_with, receiver, refusal, signature};

const TEXT: &str = r#""message":{"mid":"m1","text":"Here it is: Marmalade!"}"#;

#[test]
fn a_signed_message_is_answered_and_handed_on() {
    let mut receiver = receiver();
    let body = message(TEXT);
    let answer = post(&receiver, APP, body.as_bytes());
    assert_eq!((answer.status, answer.body.as_str()), (200, ""));
    let came = delivery(&mut receiver);
    assert_eq!(came.signature.standing, Standing::Right);
    assert_eq!(came.signature.signer, Some(Signer::App));
    assert_eq!(came.bytes, body.len());
    let (event, sight) = came.events().next().unwrap();
    assert_eq!(event.kind, Kind::Message);
    assert_eq!(event.customer_id.as_deref(), Some("1234567890123456"));
    assert!(sight.has_code_word && !sight.repeated);
    assert!(!format!("{came:?}").contains("armalade"), "it is not kept");
}

#[test]
fn either_secret_may_sign() {
    let mut receiver = receiver();
    assert_eq!(
        post(&receiver, INSTAGRAM_APP, message(TEXT).as_bytes()).status,
        200
    );
    let came = delivery(&mut receiver);
    assert_eq!(came.signature.signer, Some(Signer::InstagramApp));
}

#[test]
fn signatures_of_another_program_are_right() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/webhook/vectors");
    let list = std::fs::read_to_string(format!("{folder}/signatures.txt")).unwrap();
    let mut receiver = receiver();
    let mut right = 0;
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let [file, signer, hex] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let body = std::fs::read(format!("{folder}/{file}")).unwrap();
        let header = format!("x-hub-signature-256: sha256={hex}\r\n");
        assert_eq!(post_with(&receiver, &header, &body).status, 200, "{line}");
        let came = delivery(&mut receiver);
        assert_eq!(came.signature.signer.unwrap().to_string(), signer, "{line}");
        right += 1;
    }
    assert_eq!(right, 8, "the vectors were not found");
}

#[test]
fn nothing_is_believed_that_is_not_rightly_signed() {
    let mut receiver = receiver();
    let body = message(TEXT);
    let mut refused = |headers: &str, body: &str| {
        let status = post_with(&receiver, headers, body.as_bytes()).status;
        let Refusal::Signature(signature) = refusal(&mut receiver) else {
            panic!("{headers}");
        };
        (status, signature)
    };
    let (status, signature) = refused("", &body);
    assert_eq!((status, signature.standing), (401, Standing::Absent));
    let (status, signature) = refused("X-Hub-Signature: sha1=00\r\n", &body);
    assert_eq!(status, 401);
    assert!(signature.only_old);
    let of_another = super::signature("another", body.as_bytes());
    for header in [
        of_another.as_str(),
        "sha256=00",
        "sha256=",
        "é",
        &of_another["sha256=".len()..],
    ] {
        let (status, signature) = refused(&format!("X-Hub-Signature-256: {header}\r\n"), &body);
        assert_eq!(status, 403, "{header}");
        assert_ne!(signature.standing, Standing::Right);
    }
    // A tunnel that writes the body anew.
    let sent = body.replace("Here", "Aqu\\u00ed");
    let header = format!(
        "X-Hub-Signature-256: {}\r\n",
        super::signature(APP, sent.as_bytes())
    );
    let (status, signature) = refused(&header, &sent.replace("\\u00ed", "í"));
    assert_eq!((status, signature.altered), (403, Some(Altered::Unescaped)));
    assert_eq!(receiver.next_now(), None);
}

#[test]
fn the_code_word_is_found_where_somebody_wrote_it() {
    let mut receiver = receiver();
    let mut number = 0;
    let mut found = |item: &str| {
        number += 1;
        let body = message(&item.replace("MID", &format!("m{number}")));
        post(&receiver, APP, body.as_bytes());
        delivery(&mut receiver).sights[0].has_code_word
    };
    let text = |text: &str| format!(r#""message":{{"mid":"MID","text":"{text}"}}"#);
    for yes in [
        "marmalade",
        "MARMALADE",
        " Marmalade.",
        "ok\\nmarmalade\\ud83d\\ude00",
        "\\u00abmarmalade\\u00bb",
    ] {
        assert!(found(&text(yes)), "{yes}");
    }
    for no in [
        "",
        "marmalades",
        "mar malade",
        "\\u00e9marmalade",
        "marmelade",
    ] {
        assert!(!found(&text(no)), "{no}");
    }
    // The account's own answer, which repeats it, is not the message that is waited for.
    assert!(!found(
        r#""message":{"mid":"MID","text":"marmalade","is_echo":true}"#
    ));
    assert!(!found(r#""message":{"mid":"MID","is_deleted":true}"#));
    assert!(!found(
        r#""postback":{"mid":"MID","title":"marmalade","payload":"marmalade"}"#
    ));
}

#[test]
fn it_is_found_in_standby_and_in_changes_too() {
    let mut receiver = receiver();
    let item = r#"{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":1569262485349,"message":{"mid":"s1","text":"marmalade"}}"#;
    for entry in [
        format!(r#""standby":[{item}]"#),
        format!(r#""changes":[{{"field":"messages","value":{item}}}]"#),
        format!(r#""field":"messages","value":{item}"#),
    ] {
        let body = format!(r#"{{"object":"instagram","entry":[{{"id":"2","time":1,{entry}}}]}}"#);
        post(&receiver, APP, body.as_bytes());
        assert!(delivery(&mut receiver).sights[0].has_code_word, "{entry}");
    }
}

#[test]
fn what_meta_repeats_is_known_by_its_id() {
    let mut receiver = receiver();
    let mut came = |body: &str| -> Vec<bool> {
        assert_eq!(post(&receiver, APP, body.as_bytes()).status, 200);
        let sights = delivery(&mut receiver).sights;
        sights.iter().map(|sight| sight.repeated).collect()
    };
    assert_eq!(came(&message(TEXT)), [false]);
    assert_eq!(came(&message(TEXT)), [true]);
    // Another time of sending, and another message beside it: the id decides.
    let again = message(TEXT).replace("1569262486134", "1569262499999");
    assert_eq!(came(&again), [true]);
    assert_eq!(came(&message(&TEXT.replace("m1", "m2"))), [false]);
    // What tells about a message bears its id, and is not that message.
    let reaction = r#""reaction":{"mid":"m1","action":"react","emoji":"x"}"#;
    assert_eq!(came(&message(reaction)), [false]);
    assert_eq!(came(&message(reaction)), [true]);
    let later = message(reaction).replace("1569262485349", "1569262495349");
    assert_eq!(came(&later), [false]);
    // What has no id is never taken for a repetition.
    let nameless = message(r#""message":{"text":"a"}"#);
    assert_eq!(
        (came(&nameless), came(&nameless)),
        (vec![false], vec![false])
    );
}

#[test]
fn a_comment_is_known_by_its_own_id() {
    let mut receiver = receiver();
    let body = r#"{"object":"instagram","entry":[{"id":"2","time":1,"changes":[{"field":"comments","value":{"id":"17865799348089039","text":"marmalade","from":{"id":"3"}}}]}]}"#;
    for repeated in [false, true] {
        post(&receiver, APP, body.as_bytes());
        let sight = Sight {
            has_code_word: false,
            repeated,
        };
        assert_eq!(delivery(&mut receiver).sights, [sight]);
    }
}

#[test]
fn its_time_is_that_of_its_arrival() {
    let mut receiver = receiver();
    let before = Utc::now();
    post(&receiver, APP, message(TEXT).as_bytes());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let arrival = runtime.block_on(receiver.next()).unwrap();
    assert!(arrival.at >= before && arrival.at - before < TimeDelta::seconds(5));
}

#[test]
fn a_signed_body_that_is_no_webhook_is_told_as_such() {
    let mut receiver = receiver();
    for (body, problem) in [("", Problem::Empty), ("{", Problem::NotJson)] {
        let header = format!(
            "x-hub-signature-256: {}\r\n",
            signature(APP, body.as_bytes())
        );
        assert_eq!(post_with(&receiver, &header, body.as_bytes()).status, 200);
        assert_eq!(delivery(&mut receiver).payload.problem, Some(problem));
    }
}
