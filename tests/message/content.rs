//! What a reply may hold: bytes, characters, sides and sizes of pictures, and how many alike.

use std::path::PathBuf;

use tempfile::TempDir;

use crate::common::{Run, find, outcome};
use crate::{ago, message};

fn reply(platform: &str, more: &[&str]) -> Run {
    let at = ago(1);
    let told = [
        "--platform",
        platform,
        "--to",
        "1234567890123456",
        "--last-inbound",
        &at,
    ];
    message(&[&told[..], more].concat())
}

/// What becomes of `reply-content`.
fn content(platform: &str, more: &[&str]) -> (String, String) {
    let report = reply(platform, more).json();
    let (outcome, cause) = outcome(&report, "reply-content");
    (outcome.to_owned(), cause.to_owned())
}

const PASS: (&str, &str) = ("pass", "");
const LONG: (&str, &str) = ("fail", "text-too-long");
const IMAGE: (&str, &str) = ("fail", "image-refused");
const UNSUPPORTED: (&str, &str) = ("fail", "cannot-be-sent");

fn assert_content(platform: &str, args: &[&str], expected: (&str, &str)) {
    let (outcome, cause) = content(platform, args);
    let shown: Vec<String> = args
        .iter()
        .map(|arg| arg.chars().take(40).collect())
        .collect();
    assert_eq!(
        (outcome.as_str(), cause.as_str()),
        expected,
        "{platform} {shown:?}"
    );
}

#[test]
fn meta_counts_bytes_and_planfix_characters() {
    let latin = |count: usize| "a".repeat(count);
    let cyrillic = |count: usize| "я".repeat(count);
    for platform in ["meta-app", "planfix"] {
        assert_content(platform, &["--text", &latin(1000)], PASS);
        assert_content(platform, &["--text", &latin(1001)], LONG);
        assert_content(platform, &["--text", &cyrillic(500)], PASS);
        assert_content(platform, &["--text", &cyrillic(501)], LONG);
        assert_content(
            platform,
            &["--kind", "private-reply", "--text", &latin(1001)],
            LONG,
        );
    }
    // Only Planfix limits a public answer.
    assert_content(
        "planfix",
        &["--kind", "comment", "--text", &cyrillic(265)],
        PASS,
    );
    assert_content(
        "planfix",
        &["--kind", "comment", "--text", &cyrillic(266)],
        LONG,
    );
    assert_content(
        "meta-app",
        &["--kind", "comment", "--text", &cyrillic(266)],
        PASS,
    );
}

/// 600 Cyrillic letters pass in Planfix and are too many for Meta.
#[test]
fn what_the_platform_takes_and_meta_refuses_is_said_so() {
    let text = "я".repeat(600);
    let report = reply("planfix", &["--text", &text]).json();
    let check = find(&report, "reply-content");
    assert_eq!(check["args"]["bytes"], 1200);
    assert_eq!(check["args"]["platform_takes"], 1000);
    assert_eq!(check["args"]["length"], 600);
    let says = check["message"].as_str().unwrap();
    assert!(
        says.contains("it passes there and is refused by Meta"),
        "{says}"
    );
    // The text itself is nobody's business.
    assert!(!report.to_string().contains(&text[..20]), "{report}");
}

/// A file that has a picture's head, and no picture.
struct Pictures(TempDir);

impl Pictures {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path: PathBuf = self.0.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn png(&self, width: u32, height: u32) -> String {
        self.file(&format!("{width}x{height}.png"), &png(width, height))
    }
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes =
        b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x11\x08".to_vec();
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.extend(b"\x03\x01\x22\0\x02\x11\x01\x03\x11\x01");
    bytes
}

#[test]
fn planfix_takes_sides_from_256_to_6144_and_meta_sets_none() {
    let pictures = Pictures::new();
    let rows = [
        (255, 256, IMAGE),
        (256, 255, IMAGE),
        (256, 256, PASS),
        (6144, 6144, PASS),
        (6145, 6144, IMAGE),
        (6144, 6145, IMAGE),
    ];
    for (width, height, expected) in rows {
        let path = pictures.png(width, height);
        assert_content("planfix", &["--image", &path], expected);
        assert_content("meta-app", &["--image", &path], PASS);
    }
    let path = pictures.file("small.jpeg", &jpeg(255, 300));
    assert_content("planfix", &["--image", &path], IMAGE);
    let report = reply("planfix", &["--image", &path]).json();
    let args = &find(&report, "reply-content")["args"];
    assert_eq!(
        (&args["width"], &args["height"]),
        (&255.into(), &300.into())
    );
}

#[test]
fn a_picture_is_known_by_its_bytes_and_weighed() {
    let pictures = Pictures::new();
    let mut big = png(300, 300);
    big.resize(8 << 20, 0);
    let most = pictures.file("most.png", &big);
    assert_content("planfix", &["--image", &most], PASS);
    big.push(0);
    let more = pictures.file("more.png", &big);
    assert_content("meta-app", &["--image", &more], IMAGE);
    let gif = b"GIF89a\x2c\x01\x2c\x01\0\0\0";
    let webp = b"RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x2b\x01\0\x2b\x01\0";
    for (name, bytes) in [
        ("a.png", &gif[..]),
        ("b.jpg", &webp[..]),
        ("c.png", b"hello"),
        ("d.png", b""),
    ] {
        let path = pictures.file(name, bytes);
        assert_content("meta-app", &["--image", &path], IMAGE);
    }
    let report = reply("meta-app", &["--image", &pictures.file("e.png", gif)]).json();
    assert_eq!(
        find(&report, "reply-content")["args"]["why"],
        serde_json::json!(["other-kind"])
    );
    // A public answer holds text only.
    let fine = pictures.png(300, 300);
    assert_content(
        "meta-app",
        &["--kind", "comment", "--text", "a", "--image", &fine],
        IMAGE,
    );
}

#[test]
fn what_cannot_be_sent_is_told_by_name() {
    let pictures = Pictures::new();
    let (one, two) = (pictures.png(300, 300), pictures.png(301, 300));
    let gallery = ["--image", one.as_str(), "--image", two.as_str()];
    assert_content("planfix", &gallery, UNSUPPORTED);
    assert_content("meta-app", &gallery, PASS);
    let many: Vec<&str> = (0..11).flat_map(|_| ["--image", one.as_str()]).collect();
    assert_content("meta-app", &many, IMAGE);
    assert_content("planfix", &["--content", "call"], UNSUPPORTED);
    assert_content("meta-app", &["--content", "call"], PASS);
    assert_content(
        "meta-app",
        &["--content", "gif-or-sticker,reel"],
        UNSUPPORTED,
    );
    assert_content("meta-app", &[], ("ask", "confirm-reply-content"));
}

#[test]
fn more_than_three_alike_are_bulk_in_planfix_alone() {
    let bulk = |platform: &str, more: &[&str]| {
        let run = reply(platform, &[&["--text", "a"], more].concat());
        let report = run.json();
        let (outcome, cause) = outcome(&report, "reply-bulk");
        (outcome.to_owned(), cause.to_owned(), run.code)
    };
    let row = |outcome: &str, cause: &str| (outcome.to_owned(), cause.to_owned(), 0);
    assert_eq!(bulk("planfix", &["--alike-in-5-min", "3"]), row("pass", ""));
    assert_eq!(
        bulk("planfix", &["--alike-in-5-min", "4"]),
        row("warn", "bulk-hidden-in-platform")
    );
    assert_eq!(bulk("planfix", &[]), row("ask", "confirm-reply-bulk"));
    assert_eq!(
        bulk("meta-app", &["--alike-in-5-min", "4"]),
        row("skipped", "platform")
    );
    // A warning counts where warnings do.
    let run = reply(
        "planfix",
        &[
            "--text",
            "a",
            "--alike-in-5-min",
            "4",
            "--fail-on",
            "warning",
        ],
    );
    assert_eq!(run.code, 1, "{}", run.stdout);
}

/// What a person reads of `reply-content`: the sentence, and the steps.
fn read(platform: &str, more: &[&str]) -> (String, Vec<String>) {
    let report = reply(platform, more).json();
    let check = find(&report, "reply-content");
    let steps = check["fix"]["steps"].as_array().unwrap().iter();
    let steps = steps.map(|step| step.as_str().unwrap().to_owned());
    (
        check["message"].as_str().unwrap().to_owned(),
        steps.collect(),
    )
}

#[test]
fn a_picture_too_small_is_to_be_scaled() {
    let path = Pictures::new();
    let path = path.png(255, 300);
    let (says, steps) = read("planfix", &["--image", &path]);
    for part in ["255 × 300", "256 to 6144", "Meta itself has no such limit"] {
        assert!(says.contains(part), "{says}");
    }
    assert!(!says.contains("too big"), "{says}");
    assert!(steps[0].starts_with("Scale the picture"), "{steps:?}");
    // Whoever has sides that fit needs no such step.
    let path = Pictures::new();
    let path = path.file("a.png", b"GIF89a\x2c\x01\x2c\x01\0\0\0");
    let (_, steps) = read("planfix", &["--image", &path]);
    assert!(
        !steps.iter().any(|step| step.contains("Scale")),
        "{steps:?}"
    );
    assert!(steps.iter().all(|step| !step.is_empty()), "{steps:?}");
}

#[test]
fn a_public_answer_has_a_limit_of_its_own() {
    let text = "я".repeat(266);
    let (says, steps) = read("planfix", &["--kind", "comment", "--text", &text]);
    assert!(says.contains("up to 265 characters"), "{says}");
    assert!(says.contains("Meta names no limit"), "{says}");
    let told = format!("{says} {steps:?}");
    assert!(
        !told.contains("direct message") && !told.contains("lower limit"),
        "{told}"
    );
}

#[test]
fn what_cannot_be_sent_is_not_what_a_customer_sent() {
    let run = reply("planfix", &["--content", "forwarded-reel,gif-or-sticker"]);
    let report = run.json();
    let check = find(&report, "reply-content");
    assert_eq!(check["actor"], "platform-operator");
    let says = check["message"].as_str().unwrap();
    assert!(
        says.contains("Meta does not take it: a GIF or sticker"),
        "{says}"
    );
    assert!(
        says.contains("Planfix does not handle it: a forwarded reel"),
        "{says}"
    );
    assert!(!says.contains("customer sent"), "{says}");
}

#[test]
fn a_warning_is_not_closed_with_nothing_speaks_against_it() {
    let args = ["message", "--platform", "planfix", "--text", "a"];
    let run = crate::common::run(&[&args[..], &["--alike-in-5-min", "4"]].concat());
    let told = run.words();
    assert!(told.contains("There are warnings"), "{told}");
    assert!(!told.contains("Nothing speaks against it"), "{told}");
}
