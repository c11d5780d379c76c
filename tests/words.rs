//! The interface's strings: every one that is said exists, and every one that exists is said.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use igdoctor::model::{
    Access, Actor, Area, BecauseKind, FixKind, Flow, Language, Outcome, Question, Routing, Symptom,
};
use igdoctor::platform::{AccountKind, Connector, PageRole, Platform};
use igdoctor::repair::Blocked;
use igdoctor::words::parts;

const ENGLISH: [&str; 2] = [
    include_str!("../src/speech/en.ftl"),
    include_str!("../src/speech/errors.en.ftl"),
];

/// Headings of a page of the manual.
const MAN: [&str; 6] = [
    "name",
    "synopsis",
    "description",
    "subcommands",
    "extra",
    "version",
];

/// What is said of a webhook request.
fn webhook() -> Vec<String> {
    use igdoctor::graph::webhook::{
        Altered, Channel, Duty, Holds, Kind, Note, Problem, Signer, Standing,
    };
    use igdoctor::report::webhook::Whose;
    fn words<T: std::fmt::Display>(prefix: &str, all: &[T]) -> Vec<String> {
        let key = |word| format!("webhook-{prefix}-{word}");
        all.iter().map(key).collect()
    }
    [
        words("altered", Altered::ALL),
        words("channel", Channel::ALL),
        words("duty", Duty::ALL),
        words("holds", Holds::ALL),
        words("kind", Kind::ALL),
        words("note", Note::ALL),
        words("problem", Problem::ALL),
        words("signer", Signer::ALL),
        words("signature", Standing::ALL),
        words("account", Whose::ALL),
    ]
    .concat()
}

/// What is said of a message on its way.
fn trace() -> Vec<String> {
    use igdoctor::evidence::round_trip::{Holder, Sender};
    use igdoctor::graph::webhook::{Channel, Handshake, Standing};
    let senders = Sender::ALL
        .iter()
        .flat_map(|word| [format!("trip-sender-{word}"), format!("trip-proves-{word}")]);
    let holders = Holder::ALL.iter().flat_map(|word| {
        [
            format!("trip-holder-{word}"),
            format!("trip-holder-{word}-named"),
        ]
    });
    let refused = Standing::ALL
        .iter()
        .filter(|word| **word != Standing::Right)
        .map(|word| format!("trace-refused-{word}"));
    let channels = Channel::ALL
        .iter()
        .map(|word| format!("trip-webhook-{word}"));
    let handshakes = Handshake::ALL
        .iter()
        .map(|word| format!("trace-handshake-{word}"));
    senders
        .chain(holders)
        .chain(channels)
        .chain(handshakes)
        .chain(refused)
        .collect()
}

/// Strings whose key is put together from the vocabulary.
fn built() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    keys.extend(Outcome::ALL.iter().map(|word| format!("outcome-{word}")));
    keys.extend(Area::ALL.iter().map(|word| format!("area-{word}")));
    keys.extend(Actor::ALL.iter().map(|word| format!("actor-{word}")));
    keys.extend(Flow::ALL.iter().map(|word| format!("head-flow-{word}")));
    keys.extend(Access::ALL.iter().map(|word| format!("head-access-{word}")));
    keys.extend(PageRole::ALL.iter().map(|word| format!("list-page-{word}")));
    keys.extend(
        AccountKind::ALL
            .iter()
            .map(|word| format!("list-account-{word}")),
    );
    keys.extend(
        Routing::ALL
            .iter()
            .map(|word| format!("list-routing-{word}")),
    );
    keys.extend(
        Connector::ALL
            .iter()
            .map(|word| format!("list-connector-{word}")),
    );
    keys.extend(
        FixKind::ALL
            .iter()
            .flat_map(|word| [format!("repair-kind-{word}"), format!("fix-{word}")]),
    );
    keys.extend(Question::ALL.iter().map(|word| format!("question-{word}")));
    keys.extend(Symptom::ALL.iter().map(|word| format!("symptom-{word}")));
    keys.extend(
        Access::ALL
            .iter()
            .map(|word| format!("explain-tier-{word}")),
    );
    keys.extend(
        Blocked::ALL
            .iter()
            .map(|blocked| format!("repair-blocked-{}", blocked.as_str())),
    );
    keys.extend(["new", "gone", "changed", "unclear"].map(|group| format!("since-{group}")));
    keys.extend(webhook());
    keys.extend(trace());
    keys.extend(MAN.iter().map(|word| format!("man-{word}")));
    // Messages can stop at a station of the path, nowhere else.
    let stations = Area::ALL
        .iter()
        .filter(|area| !matches!(area, Area::Access | Area::Messages | Area::Reply));
    keys.extend(stations.map(|word| format!("page-stops-{word}")));
    // These three say more than their kind: which check, what is missing.
    let told_otherwise = [BecauseKind::Access, BecauseKind::Check, BecauseKind::Config];
    keys.extend(
        BecauseKind::ALL
            .iter()
            .filter(|kind| !told_otherwise.contains(kind))
            .map(|word| format!("because-{word}")),
    );
    keys
}

/// Keys that stand as text in the sources, among them the kinds of notes.
fn literal(keys: &BTreeSet<String>) -> BTreeSet<String> {
    let mut files = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    let mut found = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        // In a template, what is said may stand within quotation marks of its own.
        let step = if is_template(&file) { 1 } else { 2 };
        for word in text.split('"').skip(1).step_by(step) {
            found.extend(keys.get(word).cloned());
            found.extend(keys.get(&format!("note-{word}")).cloned());
        }
    }
    found
}

fn is_template(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "html")
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if is_template(&path) || path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn keys() -> BTreeSet<String> {
    ENGLISH
        .iter()
        .flat_map(|file| file.lines())
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .map(|line| line.split(' ').next().unwrap().to_owned())
        .collect()
}

#[test]
fn every_string_is_said_and_every_key_has_a_string() {
    let (keys, built) = (keys(), built());
    let missing: Vec<&String> = built.difference(&keys).collect();
    assert!(missing.is_empty(), "said, but not there: {missing:?}");
    let said: BTreeSet<String> = built.union(&literal(&keys)).cloned().collect();
    let unsaid: Vec<&String> = keys.difference(&said).collect();
    assert!(unsaid.is_empty(), "there, but never said: {unsaid:?}");
}

/// A key that is said but does not exist would show itself to the reader.
#[test]
fn every_literal_key_exists() {
    let mut files = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    // The words of the help stand in files of their own, which `tests/help` holds.
    files.retain(|file| !file.iter().any(|part| part == "help"));
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        for call in [
            "say(\"",
            "say_with(\"",
            "say_with(\n        \"",
            "say_with(\n            \"",
            "speech::error(\"",
            " error(\"",
            "(error(\"",
            " error(\n            \"",
            " error(\n                \"",
        ] {
            for rest in text.split(call).skip(1) {
                let key = rest.split('"').next().unwrap();
                assert!(keys().contains(key), "{}: {key}", file.display());
            }
        }
    }
}

/// Where a sentence in an error is told to nobody.
const FOR_NOBODY: [&str; 2] = [
    // Tests read every text of the catalog; only they meet its faults.
    "words/template.rs",
    // Ends a connection of the sandbox, which tells nobody why.
    "sandbox/graph.rs",
];

/// Literals that stand in the calls by which errors are made, with what comes right before each.
fn literals_of_errors(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap();
    let mut found = Vec::new();
    for call in [
        "#[error(",
        "anyhow!(",
        "bail!(",
        "ensure!(",
        ".context(",
        "with_context(",
        "Ending::refused(",
        "Ending::unknown(",
        "Ending::interrupted(",
        "io::Error::other(",
        "say_stderr(",
        "say_text(",
        "ours(",
        "Fault::at(",
    ] {
        for rest in code.split(call).skip(1) {
            let mut depth = 1;
            let mut quoted = None::<String>;
            let mut chars = rest.chars();
            while let Some(c) = chars.next() {
                match (&mut quoted, c) {
                    (Some(_), '"') => found.extend(quoted.take()),
                    (Some(text), '\\') => text.extend(chars.next()),
                    (Some(text), c) => text.push(c),
                    (None, '"') => quoted = Some(String::new()),
                    (None, '(') => depth += 1,
                    (None, ')') => depth -= 1,
                    (None, _) => {}
                }
                if depth == 0 {
                    break;
                }
            }
        }
    }
    found
}

/// Two words beside each other, outside of placeholders.
fn is_sentence(literal: &str) -> bool {
    let plain: String = literal
        .split('{')
        .enumerate()
        .map(|(index, part)| match (index, part.split_once('}')) {
            (0, _) | (_, None) => part,
            (_, Some((_, after))) => after,
        })
        .collect();
    let word = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.windows(2).any(|two| word(two[0]) && word(two[1]))
}

/// An error in one language only would reach people of the others.
#[test]
fn no_error_is_written_in_the_code() {
    assert!(is_sentence("cannot read {path}") && !is_sentence("{flag}: {id}"));
    let made = literals_of_errors(r#"bail!(say(x), "it is \"so\"")"#);
    assert_eq!(made, ["it is \"so\""]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    for file in files {
        let inner = file.strip_prefix(&root).unwrap().to_string_lossy();
        let text = fs::read_to_string(&file).unwrap();
        for literal in literals_of_errors(&text) {
            assert!(
                FOR_NOBODY.contains(&&*inner) || !is_sentence(&literal),
                "{inner}: “{literal}” belongs into the files of src/speech"
            );
        }
    }
}

#[test]
fn texts_of_platforms_are_well_formed() {
    for platform in Platform::all().unwrap() {
        let setup = platform.setup.iter().map(|setup| setup.words(Language::En));
        let words = platform.words(Language::En);
        let steps = words.reconnect_steps.iter().map(String::as_str);
        for text in setup.chain(steps).chain([words.reconnect.as_str()]) {
            assert!(parts(text, Language::En).is_ok(), "{}: {text}", platform.id);
        }
        assert!(
            platform
                .setup
                .iter()
                .all(|setup| setup.words(Language::En).ends_with('?')),
            "{}",
            platform.id
        );
    }
}
