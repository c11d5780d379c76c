//! Names come from outside: on the page they are text, whatever they hold.

use igdoctor::catalog;
use igdoctor::model::Language;
use igdoctor::platform::Platform;
use igdoctor::report::Report;
use igdoctor::report::html::{Subject, render};
use serde_json::Value;

use super::common::{self, finish};
use super::{attributes, voice};

const HOSTILE: &str = "</title></style><script>alert(1)</script>\"' onload=alert(1) ]]>&amp;<b>\u{1b}[2J\u{202e}\u{0}{{ 7 * 7 }}";

/// A page in which everything that Meta controls is hostile.
pub fn hostile_page() -> String {
    let sandbox = common::serve("page-not-visible", |world| {
        for page in &mut world.pages {
            page.name = format!("{HOSTILE}{}", "W".repeat(10_000));
        }
        world.account.username = HOSTILE.to_owned();
        world.app.name = HOSTILE.to_owned();
    });
    let args = ["--page", "104512345678901", "--format", "html", "-q"];
    let run = finish(common::check_of(&sandbox, &args));
    assert!(run.stdout.starts_with("<!DOCTYPE html>"), "{}", run.stderr);
    run.stdout
}

#[test]
fn a_hostile_name_stays_text() {
    let page = hostile_page();
    assert!(
        page.contains("&#60;script&#62;alert(1)"),
        "the name is shown"
    );
    for word in ["<script", "<b>", "\u{1b}", "\u{202e}", "\u{0}", "\" onload"] {
        assert!(!page.contains(word), "{word:?}");
    }
    assert!(page.contains("{{ 7 * 7 }}"));
    for language in Language::ALL {
        assert!(voice(&page, *language).contains("]]&#62;&#38;amp;"));
    }
}

/// Fields of a saved report that hold text; the others are ids and words of the vocabulary.
const TEXTS: [&str; 14] = [
    "message",
    "title",
    "steps",
    "command",
    "call",
    "trace",
    "name",
    "username",
    "page_id",
    "links",
    "args",
    "reason",
    "author",
    "started_at",
];

fn spoil(value: &mut Value, inside: bool) {
    match value {
        Value::String(text) if inside => *text = format!("javascript:alert(1){HOSTILE}"),
        Value::Array(list) => list.iter_mut().for_each(|one| spoil(one, inside)),
        Value::Object(fields) => {
            for (name, field) in fields {
                spoil(field, inside || TEXTS.contains(&name.as_str()));
            }
        }
        _ => {}
    }
}

/// The page of a saved report of a world in which every text is hostile.
pub fn saved_page(world: &str) -> String {
    let mut report = common::check(world, &[]).json();
    spoil(&mut report, false);
    let report: Report = serde_json::from_value(report).unwrap();
    let subject = Subject {
        report: &report,
        platform: &Platform::find("hunion").unwrap(),
        again: Some(format!("igdoctor check {HOSTILE}")),
    };
    render(catalog::load().unwrap(), &subject).unwrap()
}

/// A report may come from a stranger's file: nothing in it comes alive, and no address that is none on the web becomes a link.
#[test]
fn whatever_a_saved_report_holds_stays_text() {
    for world in ["new-customer", "page-not-visible", "rate-limited"] {
        let page = saved_page(world);
        for word in ["<script", "<b>", "\u{1b}", "\u{202e}", "\u{0}", "\" onload"] {
            assert!(!page.contains(word), "{world}: {word:?}");
        }
        for link in attributes(&page, "href") {
            assert!(
                link.starts_with('#') || link.starts_with("https://"),
                "{link}"
            );
        }
        assert!(!page.contains("<time "), "{world}: that is no time");
    }
}
