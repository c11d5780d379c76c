//! What a paste must never do: hang, break anything, steer the terminal, or show a secret again.

use std::io::Write as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use crate::common::{Run, igdoctor, read, run};

fn piped(bytes: &[u8], args: &[&str]) -> Run {
    let mut child = igdoctor(&[&["explain", "-"], args].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // What is not read any more cannot be written.
    let _ = child.stdin.take().unwrap().write_all(bytes);
    read(child.wait_with_output().unwrap())
}

const ERROR: &str = r#"{"error":{"message":"x","code":190,"error_subcode":463}}"#;

#[test]
fn standard_input_is_read() {
    let run = piped(ERROR.as_bytes(), &["--format", "json"]);
    assert_eq!(run.code, 0);
    assert_eq!(run.json()["causes"][0]["cause"], "token-expired");
    assert_eq!(piped(b"", &[]).code, 2);
    assert_eq!(piped(b" \n\t ", &[]).code, 2);
}

#[test]
fn what_is_no_text_is_refused_as_such() {
    // An archive, a picture, and bytes of a fixed kind of chance.
    let archive = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xabVJ-*\xca/R\xb2\xaa\x56J\xceOIU\xb22\xb44\xa8\xad\xe5\x02\x00".to_vec();
    let picture = [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(),
        &[0; 40],
        b"190/463",
    ]
    .concat();
    let mut state = 7_u64;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        state.to_be_bytes()[0]
    };
    let chance: Vec<u8> = (0..4000).map(|_| next()).collect();
    for bytes in [archive, picture, chance] {
        let run = piped(&bytes, &[]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert!(run.stderr.contains("not text"), "{}", run.stderr);
    }
    let colored = "\u{1b}[31mошибка 190/463\u{1b}[0m\r\n".as_bytes();
    assert_eq!(piped(colored, &[]).code, 0);
}

#[test]
fn size_depth_and_bytes_do_no_harm() {
    let mut long = vec![b'a'; 10 << 20];
    long.extend(ERROR.as_bytes());
    let deep = format!(
        "{}{ERROR}{}",
        "{\"a\":[".repeat(200_000),
        "]}".repeat(200_000)
    );
    let numbers = "(#200) x code=10 / subcode=2534022\n".repeat(100_000);
    let escapes = "\\".repeat(5 << 20);
    let mut bytes = b"\0\xff\xfe\xed\xa0\x80".to_vec();
    bytes.extend(ERROR.as_bytes());
    for (what, paste, answers) in [
        ("10 MB before the error", long, true),
        ("deep", deep.into_bytes(), true),
        ("many errors", numbers.into_bytes(), true),
        ("backslashes", escapes.into_bytes(), false),
        ("no text", bytes, true),
    ] {
        let begun = Instant::now();
        let run = piped(&paste, &["--format", "json"]);
        assert_eq!(run.code, i32::from(!answers), "{what}: {}", run.stderr);
        assert!(run.stdout.len() < 200_000, "{what}");
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "{what}: {:?}",
            begun.elapsed()
        );
    }
}

#[test]
fn secrets_and_control_characters_do_not_come_back() {
    let token = "EAABsbCS1iHgBAKZCanary0123456789";
    for text in [
        format!(
            r#"{{"error":{{"message":"Malformed access token {token}","code":190,"fbtrace_id":"{token}"}},"access_token":"{token}"}}"#
        ),
        format!("GET https://graph.facebook.com/me?access_token={token} (#190)"),
        token.to_owned(),
        format!("{token} 190/999999"),
        "\u{1b}[31m190/463\u{1b}[2J\u{202e}\u{7}".to_owned(),
        "fbtrace_id: \"\u{1b}[2Jabc\" code: 190".to_owned(),
    ] {
        for format in ["human", "json"] {
            let run = run(&["explain", "--format", format, &text]);
            let shown = run.stdout + &run.stderr;
            assert!(!shown.contains("Canary"), "{shown}");
            assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{shown}");
        }
    }
}

#[test]
fn arguments_need_not_be_text() {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        let mut command = igdoctor(&["explain"]);
        command.arg(std::ffi::OsStr::from_bytes(b"190/463\xff"));
        assert_eq!(crate::common::finish(command).code, 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Nothing that can be pasted makes recognition panic.
    #[test]
    fn anything_can_be_pasted(text in r#"([\\{}\[\]()#"':=>/ \n-]|code|sub|message|error|[0-9]{1,12}|\\u[0-9a-f]{0,5}|\PC){0,60}"#) {
        super::field::causes(&text, Some(&text), "unknown");
    }
}
