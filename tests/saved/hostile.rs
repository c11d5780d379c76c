//! Reports that somebody wrote to do harm.

use serde_json::{Value, json};

use crate::Kept;
use crate::common::run;

/// Whatever stands in the fields of a report, a terminal sees text and a program well-formed JSON.
#[test]
fn hostile_words_are_inert() {
    const HOSTILE: &str = "\u{1b}[2J\u{1b}]0;x\u{7}\u{202e}]]><script>::error::%0A\u{0}\r\n";
    fn poison(value: &mut Value, key: &str) {
        const FREE: [&str; 17] = [
            "title",
            "message",
            "steps",
            "command",
            "username",
            "name",
            "page_name",
            "app_name",
            "platform_name",
            "platform",
            "call",
            "trace",
            "author",
            "reason",
            "until",
            "version",
            "args",
        ];
        match value {
            Value::String(text) if FREE.contains(&key) => text.push_str(HOSTILE),
            Value::Null if FREE.contains(&key) => *value = HOSTILE.into(),
            Value::Array(all) => all.iter_mut().for_each(|one| poison(one, key)),
            Value::Object(all) => {
                for (name, one) in all.iter_mut() {
                    poison(one, if key == "args" { key } else { name });
                }
            }
            _ => {}
        }
    }
    for world in [
        "agency-handover",
        "page-not-visible",
        "no-token-hunion",
        "time-limit",
    ] {
        let kept = Kept::of(world).changed(|report| {
            poison(report, "");
            report["checks"][0]["id"] = "moon-phase".into();
            let change = json!({
                "check": "moon-phase", "counts": true, "differs": [], "title": HOSTILE, "before": null,
                "now": {"outcome": "fail", "severity": "error", "cause": "moon-full", "args": {}, "because": null, "message": HOSTILE},
            });
            let since = json!({"started_at": "2026-03-05T07:09:00Z", "access": "app"});
            report["compared"] = json!({
                "since": since, "fail_on_new": true, "new": [change], "gone": [], "changed": [], "unclear": [], "same": [],
                "new_notes": [{"kind": "eclipse", "args": {}, "message": HOSTILE}],
            });
            report["checks"][0]["outcome"] = "fail".into();
        });
        for flags in [&["-v"][..], &["--accessible"], &["--color", "never"]] {
            let shown = kept.shown(flags);
            assert_eq!(shown.code, 0, "{world}: {}", shown.stderr);
            let bad = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            let text = shown.stdout + &shown.stderr;
            assert!(!text.contains(bad), "{world}: {text:?}");
        }
        kept.shown(&["--format", "json"]).json();
        let worse = kept.changed(|report| {
            report["compared"]["same"] = json!(["\u{1b}[2J"]);
        });
        let shown = worse.shown(&[]);
        assert_eq!(shown.code, 2);
        assert!(
            shown.stderr.contains("compared.same[0] is not"),
            "{}",
            shown.stderr
        );
    }
}

/// What two hostile reports differ in is as inert as what they hold.
#[test]
fn a_comparison_of_hostile_words_is_inert() {
    let hostile = "\u{1b}[2J\u{202e}\r\u{0}";
    let old = Kept::of("healthy-facebook").changed(|report| {
        report["tenant"]["name"] = hostile.into();
    });
    let new = Kept::of("connected-tools-off").changed(|report| {
        report["tenant"]["name"] = hostile.into();
        report["tenant"]["username"] = hostile.into();
        for check in report["checks"].as_array_mut().unwrap() {
            check["title"] = hostile.into();
            check["message"] = hostile.into();
            check["args"]["username"] = hostile.into();
        }
        report["checks"][0]["id"] = "moon-phase".into();
        report["checks"][0]["outcome"] = "fail".into();
        report["checks"][0]["cause"] = "moon-full".into();
    });
    let (old_file, new_file) = (old.report(), new.report());
    let args = [
        "diff",
        old_file.to_str().unwrap(),
        new_file.to_str().unwrap(),
        "-v",
    ];
    let compared = run(&args);
    assert_eq!(compared.code, 0, "{}", compared.stderr);
    let bad = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!compared.stdout.contains(bad), "{:?}", compared.stdout);
    let other = Kept::of("healthy-instagram");
    let other_file = other.report();
    let args = [
        "diff",
        new_file.to_str().unwrap(),
        other_file.to_str().unwrap(),
    ];
    let strangers = run(&args);
    assert_eq!(strangers.code, 2);
    assert!(!strangers.stderr.contains(bad), "{:?}", strangers.stderr);
}
