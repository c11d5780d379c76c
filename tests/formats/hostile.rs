//! Text of strangers in every field that Meta fills: names, messages, versions, traces.

use std::sync::LazyLock;

use igdoctor::catalog;
use igdoctor::platform::Platform;
use igdoctor::report::document::Place;
use igdoctor::report::html::Subject;
use igdoctor::report::{Document, Report, github, html, jsonl, junit, markdown, sarif};
use igdoctor::sandbox::world::{Fault, What};
use serde_json::{Value, json};

use crate::{FORMATS, common, inert};

/// Everything that means something to one of the forms, or to whatever shows them.
static HOSTILE: LazyLock<String> = LazyLock::new(|| {
    let signs = "::error::owned \u{1b}[2J\u{1b}]0;owned\u{7} ]]> <script>alert(1)</script> </details> <!-- \r\n::error file=a::b\n\
        \n# heading\n- item\n%0A::warning::x %25 ##[error]y \u{202e}txet\u{200f}\u{2066} @everyone #1 !2 [x](https://evil.example) \
        ![x](https://evil.example/p.png) https://evil.example www.evil.example `tick` ``` |cell| *b* _i_ ~~s~~ &amp; \"quoted\" 'it' \
        {page} {0} \\ \0 \u{85} \u{2028} \u{fffe}\u{ffff} $(reboot) ";
    format!("{signs}{}", "A".repeat(10_000))
});

/// Fields whose text comes from Meta or from a person; the others are ids and words of the vocabulary.
const FROM_OUTSIDE: [&str; 19] = [
    "message",
    "title",
    "steps",
    "command",
    "call",
    "trace",
    "name",
    "username",
    "page_id",
    "instagram_id",
    "version_answered",
    "args",
    "reason",
    "author",
    "platform",
    "url",
    "until",
    "links",
    "started_at",
];

/// Puts a text into every such field that holds one.
fn spoil(value: &mut Value, inside: bool) {
    match value {
        Value::String(text) if inside => *text = HOSTILE.clone(),
        Value::Array(list) => list.iter_mut().for_each(|one| spoil(one, inside)),
        Value::Object(fields) => {
            for (name, field) in fields {
                spoil(field, inside || FROM_OUTSIDE.contains(&name.as_str()));
            }
        }
        _ => {}
    }
}

/// The forms that are made from a report alone.
pub fn written(report: &Report) -> Vec<(&'static str, String)> {
    let catalog = catalog::load().unwrap();
    let document = Document::of_one(report, &|_| Place::default());
    let subject = Subject {
        report,
        platform: &Platform::find(&report.tenant.platform)
            .unwrap_or_else(|_| Platform::find("hunion").unwrap()),
        again: Some(HOSTILE.clone()),
    };
    vec![
        ("jsonl", jsonl::render(&document).unwrap()),
        ("html", html::render(catalog, &subject).unwrap()),
        ("junit", junit::render(&document).unwrap()),
        ("sarif", sarif::render(catalog, &document).unwrap()),
        ("github", github::render(&document)),
        (
            "markdown",
            markdown::render(catalog::load().unwrap(), &document),
        ),
    ]
}

#[test]
fn whatever_a_report_holds_is_inert() {
    for world in [
        "connected-tools-off",
        "page-not-visible",
        "conversations-throttled",
        "new-customer",
        "no-token-hunion",
        "callback-server-error",
    ] {
        let mut report = common::check(world, &[]).json();
        let checks = report["checks"].as_array_mut().unwrap();
        let last = checks.last_mut().unwrap();
        last["outcome"] = "waived".into();
        last["waiver"] = json!({"outcome": "fail", "reason": "x", "author": "x", "until": "x"});
        let found = checks.iter_mut().find(|check| check["outcome"] == "fail");
        if let Some(found) = found {
            found["args"] = json!({"seen_by": "x", "seen_at": "x", "by": "person"});
        }
        spoil(&mut report, false);
        let report: Report = serde_json::from_value(report).unwrap();
        for (format, text) in written(&report) {
            inert::check(format, &text);
        }
    }
}

#[test]
fn whatever_meta_says_is_inert() {
    let sandbox = common::serve("page-not-visible", |world| {
        for page in &mut world.pages {
            page.name.clone_from(&HOSTILE);
        }
        world.account.username.clone_from(&HOSTILE);
        world.app.name.clone_from(&HOSTILE);
        world.faults.push(Fault {
            path: "",
            what: What::Version("v26.0\u{202e}::error::"),
            times: None,
        });
        world.faults.push(Fault {
            path: "/subscribed_apps",
            what: What::Refuse(
                400,
                4711,
                Some(1),
                "]]> <script> \u{1b}[2J ::error::x %0A @everyone",
            ),
            times: None,
        });
    });
    let mut codes = Vec::new();
    for format in FORMATS {
        let args = ["--page", "104512345678901", "--format", format];
        let run = common::finish(common::check_of(&sandbox, &args));
        inert::check(format, &run.stdout);
        codes.push(run.code);
    }
    assert_eq!(codes, [codes[0]; FORMATS.len()]);
}

/// JSON can write what no text can hold. Such an answer cannot be read, and every form says so.
#[test]
fn half_a_character_pair_is_an_answer_that_cannot_be_read() {
    let sandbox = common::serve("healthy-facebook-token", |world| {
        world.account.username = "casa-HALF-azul".to_owned();
        world.faults.push(Fault {
            path: "",
            what: What::HalfPair("HALF"),
            times: None,
        });
    });
    for format in FORMATS {
        let args = [common::IDS, &["--format", format]].concat();
        let run = common::finish(common::check_of(&sandbox, &args));
        inert::check(format, &run.stdout);
        assert_eq!(run.code, 3, "{format}: {}", run.stdout);
    }
}
