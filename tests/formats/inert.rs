//! What must hold of a text in each form, whatever was told by Meta: it is well formed, and nothing in it acts.

use std::sync::LazyLock;

use pulldown_cmark::{Event, Options, Parser, Tag};
use quick_xml::XmlVersion;
use serde_json::Value;

/// Holds a text to the rules of its form.
#[track_caller]
pub fn check(format: &str, text: &str) {
    match format {
        "human" => plain(text),
        "json" => {
            plain(text);
            drop(serde_json::from_str::<Value>(text).expect("one document"));
        }
        "jsonl" => jsonl(text),
        "junit" => junit(text),
        "sarif" => sarif(text),
        "github" => github(text),
        "markdown" => markdown(text),
        "html" => html(text),
        other => panic!("no rules for {other}"),
    }
}

/// Nothing moves a cursor, and nothing turns text around.
#[track_caller]
fn plain(text: &str) {
    let acts = |c: char| {
        let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        turns || (c.is_control() && c != '\n')
    };
    if let Some((at, c)) = text.char_indices().find(|(_, c)| acts(*c)) {
        panic!("{c:?} at {at}: {}", &text[..at]);
    }
}

/// A document on each line, from the first event to the last.
#[track_caller]
fn jsonl(text: &str) {
    plain(text);
    let events = text.lines().map(|line| {
        let event: Value = serde_json::from_str(line).expect("one document");
        event["event"].as_str().expect("an event").to_owned()
    });
    let events: Vec<String> = events.collect();
    assert_eq!(events.first().map(String::as_str), Some("started"));
    let last = events.last().map(String::as_str);
    assert!(
        matches!(last, Some("finished" | "all-finished")),
        "{last:?}"
    );
}

/// Every tag is one of ours, with attributes of ours, and only the web and the page itself are linked to.
#[track_caller]
fn html(text: &str) {
    plain(text);
    let acts = [
        "script", "iframe", "object", "embed", "img", "link", "base", "form", "b",
    ];
    let style_end = text.find("</style>").expect("a style");
    for tag in text[style_end..].split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a whole tag");
        let name = tag
            .trim_start_matches('/')
            .split([' ', '\n'])
            .next()
            .unwrap();
        assert!(
            name.chars().all(|c| c.is_ascii_alphanumeric()) && !acts.contains(&name),
            "<{tag}>"
        );
        // What is left between the values of attributes is their names.
        for attribute in tag.split('"').step_by(2) {
            let attribute = attribute.trim();
            assert!(!attribute.starts_with("on") || attribute == "on", "<{tag}>");
        }
        if let Some((_, link)) = tag.split_once("href=\"") {
            assert!(
                link.starts_with('#') || link.starts_with("https://"),
                "<{tag}>"
            );
        }
    }
}

/// Read to the end, with known elements alone.
#[track_caller]
fn junit(text: &str) {
    plain(text);
    let known = [
        "testsuites",
        "testsuite",
        "properties",
        "property",
        "testcase",
        "failure",
        "error",
        "skipped",
        "system-out",
    ];
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut open = 0;
    loop {
        use quick_xml::events::Event::{CData, Comment, DocType, Empty, End, Eof, PI, Start};
        let event = reader.read_event().expect("well formed");
        match &event {
            Start(tag) | Empty(tag) => {
                let name = String::from_utf8(tag.name().as_ref().to_vec()).unwrap();
                assert!(known.contains(&name.as_str()), "{name}");
                for attribute in tag.attributes() {
                    attribute
                        .expect("well formed")
                        .normalized_value(XmlVersion::Explicit1_0)
                        .unwrap();
                }
                open += i32::from(matches!(event, Start(_)));
            }
            End(_) => open -= 1,
            CData(_) | Comment(_) | PI(_) | DocType(_) => panic!("{event:?}"),
            Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0);
    assert!(
        text.chars().all(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')),
        "no character of XML"
    );
}

/// The official schema, as OASIS publishes it (sarif-spec, Schemata/sarif-schema-2.1.0.json) and the crate serde-sarif 0.8.0 carries it.
static SARIF: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let text = include_str!("../fixtures/sarif-schema-2.1.0.json");
    // One of its patterns has a bracket too many; its errata mean this one.
    let broken = r"^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$";
    assert!(text.contains(broken));
    let schema = serde_json::from_str(&text.replace(broken, "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"));
    jsonschema::validator_for(&schema.unwrap()).unwrap()
});

/// Held to the schema of the standard, and without links in texts.
#[track_caller]
pub fn sarif(text: &str) {
    plain(text);
    let log: Value = serde_json::from_str(text).expect("one document");
    let faults: Vec<String> = SARIF
        .iter_errors(&log)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let text = result["message"]["text"].as_str().unwrap();
        let bare = text
            .replace("\\\\", "")
            .replace("\\[", "")
            .replace("\\]", "")
            .replace("{{", "")
            .replace("}}", "");
        assert!(!bare.contains(['[', ']', '{', '}']), "{text}");
    }
}

/// Every command is one of ours, and there are no more than GitHub shows.
#[track_caller]
fn github(text: &str) {
    plain(text);
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    for line in text.lines() {
        let Some(command) = line.trim_start().strip_prefix("::") else {
            assert!(!line.contains("##["), "{line}");
            continue;
        };
        let (head, data) = command.split_once("::").expect("a command has data");
        let (kind, properties) = head.split_once(' ').expect("a command has properties");
        assert!(["error", "warning", "notice"].contains(&kind), "{line}");
        let names: Vec<&str> = properties
            .split(',')
            .map(|one| one.split_once('=').unwrap().0)
            .collect();
        assert_eq!(names, ["file", "line", "title"], "{line}");
        assert!(!properties.contains(':'), "{line}");
        for part in [properties, data] {
            let codes = part.split('%').skip(1);
            for code in codes {
                assert!(
                    ["25", "0D", "0A", "3A", "2C"].contains(&&code[..2]),
                    "{line}"
                );
            }
        }
        *counts.entry(kind.to_owned()).or_default() += 1;
    }
    assert!(counts.values().all(|count| *count <= 10), "{counts:?}");
}

/// No markup but our own, no link but the catalog's, no mention and no number that a tracker would follow.
#[track_caller]
fn markdown(text: &str) {
    plain(text);
    let mut in_code = false;
    for event in Parser::new_ext(
        text,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS,
    ) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                let bare = html
                    .replace("<details>", "")
                    .replace("</details>", "")
                    .replace("<summary>", "")
                    .replace("</summary>", "");
                assert!(!bare.contains('<'), "{html}");
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                in_code = true;
                assert!(
                    dest_url.starts_with("https://") && !dest_url.contains("evil"),
                    "{dest_url}"
                );
            }
            Event::End(pulldown_cmark::TagEnd::Link) => in_code = false,
            Event::Start(
                tag @ (Tag::Image { .. }
                | Tag::CodeBlock(_)
                | Tag::BlockQuote(_)
                | Tag::Strikethrough),
            ) => panic!("{tag:?}"),
            Event::Text(text) if !in_code => {
                assert!(!text.contains("://") && !text.contains("www."), "{text}");
                for sign in ['@', '#', '!'] {
                    let names = |(at, _): (usize, &str)| {
                        text[at + 1..].starts_with(|c: char| c.is_ascii_alphanumeric())
                    };
                    assert!(!text.match_indices(sign).any(names), "{text}");
                }
            }
            _ => {}
        }
    }
}
