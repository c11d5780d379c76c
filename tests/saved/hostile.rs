//! Reports that somebody wrote to do harm.

use serde_json::{Value, json};

use crate::Kept;
use crate::common::{self, run};

/// Whatever stands in the fields of a report, a terminal sees text and a program well-formed JSON.
#[test]
fn hostile_words_are_inert() {
    const HOSTILE: &str = "\u{1b}[2J\u{1b}]0;x\u{7}\u{202e}]]><script>::error::%0A\u{0}\r\n";
    fn poison(value: &mut Value, key: &str) {
        const FREE: [&str; 16] = [
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
        "callback-server-error",
    ] {
        let kept = Kept::of(world).changed(|report| {
            let last = report["checks"].as_array().unwrap().len() - 1;
            let accepted = &mut report["checks"][last];
            accepted["outcome"] = "waived".into();
            accepted["waiver"] = json!({"outcome": "fail", "reason": "", "author": "", "until": "2027-01-01"});
            let seen = json!({"also": ["x"], "by": "person", "seen_by": "", "seen_at": ""});
            report["checks"][0]["args"] = seen;
            report["checks"][0]["links"] = json!([format!("https://x.example/{HOSTILE}")]);
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
        let bad = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        for flags in [&["-v"][..], &["--accessible"], &["--color", "never"]] {
            let shown = kept.shown(flags);
            assert_eq!(shown.code, 0, "{world}: {}", shown.stderr);
            let text = shown.stdout + &shown.stderr;
            assert!(!text.contains(bad), "{world}: {text:?}");
        }
        for format in ["junit", "sarif", "github", "markdown", "html", "jsonl"] {
            let shown = kept.shown(&["--format", format]);
            assert_eq!(shown.code, 0, "{world}: {}", shown.stderr);
            let text = shown.stdout + &shown.stderr;
            assert!(!text.contains(bad), "{world}: {format}: {text:?}");
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
        let worse = worse.changed(|report| {
            let last = report["checks"].as_array().unwrap().len() - 1;
            report["compared"]["same"] = json!([]);
            report["checks"][last]["waiver"]["until"] = HOSTILE.into();
        });
        let shown = worse.shown(&[]);
        assert_eq!(shown.code, 2);
        assert!(
            shown.stderr.contains("].waiver.until is not"),
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

/// Numbers that no run would write add up to no crash.
#[test]
fn the_largest_numbers_are_shown_in_every_form() {
    let kept = Kept::of("callback-server-error").changed(|report| {
        report["duration_ms"] = u64::MAX.into();
        report["graph"]["calls"] = u32::MAX.into();
        for check in report["checks"].as_array_mut().unwrap() {
            for call in check["evidence"].as_array_mut().unwrap() {
                call["code"] = i64::MIN.into();
                let stage = json!({"name": "connect", "ms": u64::MAX});
                call["stages"] = json!([stage, stage]);
            }
        }
    });
    for format in crate::FORMATS {
        let shown = kept.shown(&["--format", format, "-v"]);
        assert_eq!(shown.code, 0, "{format}: {}", shown.stderr);
    }
}

/// What stands above many tenants is held to the same as what stands in their reports.
#[test]
fn notes_above_all_tenants_have_kinds_that_are_slugs() {
    let report = common::check("healthy-facebook", &[]).json();
    let text = |kind: &str| {
        let note = json!({"kind": kind, "args": {}, "message": "x"});
        json!({"schema_version": 1, "reports": [report], "notes": [note]}).to_string()
    };
    let shown = crate::show_text(text("eclipse").as_bytes(), &["--format", "github"]);
    assert_eq!(shown.code, 0, "{}", shown.stderr);
    let shown = crate::show_text(text("\u{1b}[2J").as_bytes(), &["--format", "github"]);
    assert_eq!(shown.code, 2, "{}", shown.stdout);
    assert!(
        shown.stderr.contains("notes[0].kind is not"),
        "{}",
        shown.stderr
    );
}
