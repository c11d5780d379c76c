//! `show`: a saved report again, in every form and language, whoever wrote it and whatever was done to it.

#[path = "../common/mod.rs"]
mod common;
mod hostile;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use common::pool::in_every_world;
use common::{Run, finish, igdoctor, run};
use serde_json::{Value, json};

const FORMATS: [&str; 8] = [
    "human", "json", "jsonl", "junit", "sarif", "github", "markdown", "html",
];

/// A folder with the evidence and the report of a world.
struct Kept(tempfile::TempDir);

impl Kept {
    fn of(world: &str) -> Self {
        let kept = Self(tempfile::tempdir().unwrap());
        let (evidence, report) = (kept.evidence(), kept.report());
        let done = common::check(
            world,
            &[
                "--save-evidence",
                evidence.to_str().unwrap(),
                "--output",
                report.to_str().unwrap(),
            ],
        );
        assert!([0, 1, 3].contains(&done.code), "{world}: {}", done.stderr);
        // Judged from a file, a report names no command that would mend what was seen then.
        let again = kept.judged(&["--format", "json"]);
        std::fs::write(report, again.stdout).unwrap();
        kept
    }

    fn evidence(&self) -> PathBuf {
        self.0.path().join("evidence.json")
    }

    fn report(&self) -> PathBuf {
        self.0.path().join("report.json")
    }

    fn judged(&self, more: &[&str]) -> Run {
        let evidence = self.evidence();
        run(&[&["check", "--evidence", evidence.to_str().unwrap()], more].concat())
    }

    fn shown(&self, more: &[&str]) -> Run {
        show(&self.report(), more)
    }

    /// The report, changed by hand.
    fn changed(self, change: impl FnOnce(&mut Value)) -> Self {
        common::edit(&self.report(), change);
        self
    }
}

fn show(file: &Path, more: &[&str]) -> Run {
    run(&[&["show", file.to_str().unwrap()], more].concat())
}

fn show_text(text: &[u8], more: &[&str]) -> Run {
    let mut command = igdoctor(&[&["show", "-"], more].concat());
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(text).unwrap();
    common::read(child.wait_with_output().unwrap())
}

/// Everything is rendered from ids and values alone: nothing of another language is left behind.
#[test]
fn every_world_is_shown_in_another_language_as_it_would_have_been_checked_in_it() {
    in_every_world(|world| {
        let kept = Kept::of(world.name);
        let mut faults = Vec::new();
        for language in ["ru", "pt-BR"] {
            let flags = ["--format", "json", "--lang", language];
            let shown = kept.shown(&flags);
            if shown.code != 0 || shown.json() != kept.judged(&flags).json() {
                faults.push(format!("{} in {language}: {}", world.name, shown.stderr));
            }
        }
        faults
    });
}

#[test]
fn every_form_says_what_the_check_says_in_it() {
    let kept = Kept::of("token-expired");
    for format in FORMATS {
        let flags = ["--format", format, "--lang", "pt-BR", "--quiet"];
        let (shown, checked) = (kept.shown(&flags), kept.judged(&flags));
        // A form that cannot be written at all is as wrong here as there.
        let expected = if checked.code == 2 { 2 } else { 0 };
        assert_eq!(shown.code, expected, "{format}: {}", shown.stderr);
        assert_eq!(shown.stdout, checked.stdout, "{format}");
    }
    assert_eq!(kept.shown(&["--format", "yaml"]).code, 2);
}

#[test]
fn a_person_is_told_of_when_it_is() {
    let kept = Kept::of("connected-tools-off")
        .changed(|report| report["started_at"] = "2026-03-05T07:09:00Z".into());
    let shown = kept.shown(&[]);
    assert_eq!(shown.code, 0);
    assert!(
        shown
            .stdout
            .starts_with("A saved report of March 5, 2026, 07:09 UTC, written by igdoctor "),
        "{}",
        shown.stdout
    );
    let quiet = kept.shown(&["--quiet"]).stdout;
    assert!(!quiet.contains("saved report"), "{quiet}");
    let russian = kept.shown(&["--lang", "ru"]).stdout;
    assert!(russian.contains("5 марта 2026 г., 07:09 UTC"), "{russian}");
}

#[test]
fn the_language_is_the_readers_and_not_the_writers() {
    let kept = Kept::of("connected-tools-off").changed(|report| report["lang"] = "ru".into());
    let language = |command: std::process::Command| finish(command).json()["lang"].clone();
    let report = kept.report();
    let args = ["show", report.to_str().unwrap(), "--format", "json"];
    assert_eq!(language(igdoctor(&args)), "en");
    let mut machine = igdoctor(&args);
    machine.env("LANG", "pt_BR.UTF-8");
    assert_eq!(language(machine), "pt-BR");
    let mut wished = igdoctor(&args);
    wished.env("LANG", "pt_BR.UTF-8").env("IGDOCTOR_LANG", "ru");
    assert_eq!(language(wished), "ru");
}

#[test]
fn a_report_comes_from_standard_input_and_goes_to_a_file() {
    let kept = Kept::of("connected-tools-off");
    let text = std::fs::read(kept.report()).unwrap();
    let page = kept.0.path().join("shown.json");
    let flags = ["--format", "json", "--output", page.to_str().unwrap()];
    let shown = show_text(&text, &flags);
    assert_eq!((shown.code, shown.stdout.as_str()), (0, ""));
    assert!(shown.stderr.contains("The report is in"));
    let written: Value = serde_json::from_slice(&std::fs::read(page).unwrap()).unwrap();
    assert_eq!(written, serde_json::from_slice::<Value>(&text).unwrap());
}

/// A shell of Windows writes other bytes than were told to it.
#[test]
fn a_mark_of_the_encoding_does_no_harm() {
    let kept = Kept::of("healthy-instagram");
    let text = std::fs::read_to_string(kept.report()).unwrap();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        [b"\xff\xfe".to_vec(), wide].concat(),
    ] {
        let shown = show_text(&bytes, &["--format", "json"]);
        assert_eq!(shown.code, 0, "{}", shown.stderr);
        assert_eq!(shown.json()["verdict"], "healthy");
    }
}

#[test]
fn what_is_no_report_is_told_with_its_place_and_what_to_do() {
    let kept = Kept::of("connected-tools-off");
    let text = std::fs::read_to_string(kept.report()).unwrap();
    let evidence = std::fs::read_to_string(kept.evidence()).unwrap();
    let with = |from: &str, to: &str| text.replacen(from, to, 1);
    let cases = [
        (String::new(), "line 1, column 0: this is no JSON"),
        ("{\n  \"a\": }".to_owned(), "line 2, column 8"),
        ("[]".to_owned(), "no report"),
        (
            r#"{"schema_version": 1}"#.to_owned(),
            "igdoctor check --format json",
        ),
        (
            r#"{"schema_version": 7}"#.to_owned(),
            "format 7, this one knows 1",
        ),
        (evidence, "igdoctor check --evidence FILE"),
        (
            with(r#""access": "app""#, r#""access": 5"#),
            "access is not as",
        ),
        (
            with(r#""outcome": "pass""#, r#""outcome": "fine""#),
            "checks[0].outcome is not as a report has it: unknown variant `fine`",
        ),
        (
            with(r#""id": "token-lifetime""#, r#""id": "\u001b[31m<b>""#),
            "checks[1].id is not as a report has it: not an id",
        ),
        (
            with(r#""started_at": ""#, r#""started_at": "long ago "#),
            "started_at is not as a report has it: not a time",
        ),
        ("[".repeat(100_000), "no report"),
        (
            format!("{{\"a\": {}", "[".repeat(100_000)),
            "this is no JSON",
        ),
    ];
    for (text, says) in cases {
        let shown = show_text(text.as_bytes(), &[]);
        assert_eq!(shown.code, 2, "{says}");
        assert!(shown.stderr.starts_with("error: -: "), "{}", shown.stderr);
        let words: Vec<&str> = shown.stderr.split_whitespace().collect();
        assert!(words.join(" ").contains(says), "{says}: {}", shown.stderr);
        assert_eq!(shown.stdout, "");
    }
    let missing = show(Path::new(common::NOWHERE), &["--lang", "ru"]);
    assert_eq!(missing.code, 2);
    assert!(missing.stderr.contains("не читается"), "{}", missing.stderr);
}

/// Words of checks, causes and notes that this igdoctor does not know are kept; the rest is said anew.
#[test]
fn what_a_later_igdoctor_found_keeps_its_words() {
    let kept = Kept::of("connected-tools-off").changed(|report| {
        let checks = report["checks"].as_array_mut().unwrap();
        let mut later = checks[0].clone();
        later["id"] = "moon-phase".into();
        later["outcome"] = "fail".into();
        later["cause"] = "moon-full".into();
        later["title"] = "The moon is new".into();
        later["message"] = "The moon is full.".into();
        later["links"] = json!(["javascript:alert(1)", "https://example.com/moon"]);
        later["something"] = "new".into();
        let tools = checks
            .iter_mut()
            .find(|check| check["id"] == "connected-tools");
        let tools = tools.unwrap();
        tools["cause"] = "connected-tools-broken".into();
        tools["message"] = "The tools are broken.".into();
        checks.push(later);
        let note = json!({"kind": "eclipse", "args": {}, "message": "The sun is gone."});
        report["notes"].as_array_mut().unwrap().push(note);
    });
    let shown = kept.shown(&["--format", "json", "--lang", "ru"]).json();
    let later = common::find(&shown, "moon-phase");
    assert_eq!(later["message"], "The moon is full.");
    assert_eq!(later["links"], json!(["https://example.com/moon"]));
    let known = common::find(&shown, "connected-tools");
    assert_eq!(known["message"], "The tools are broken.");
    assert_eq!(
        shown["notes"].as_array().unwrap().last().unwrap()["message"],
        "The sun is gone."
    );
    // The report is taken for what its checks say, not for what it says of them.
    assert_eq!(shown["summary"]["fail"], 2);
    let person = kept.shown(&[]);
    for words in [
        "The moon is full.",
        "The tools are broken.",
        "The sun is gone.",
    ] {
        assert!(person.stdout.contains(words), "{words}");
    }
}

#[test]
fn a_platform_that_is_not_here_is_spoken_of_by_its_name() {
    let kept = Kept::of("token-expired").changed(|report| {
        report["tenant"]["platform"] = "elsewhere/own.toml".into();
        report["tenant"]["platform_name"] = "Zap & Co".into();
    });
    let shown = kept.shown(&["--format", "json"]);
    assert_eq!(shown.code, 0);
    assert_eq!(shown.stderr.lines().count(), 1, "{}", shown.stderr);
    assert!(
        shown.stderr.starts_with("elsewhere/own.toml: "),
        "{}",
        shown.stderr
    );
    let report = shown.json();
    assert_eq!(report["tenant"]["platform"], "elsewhere/own.toml");
    assert!(
        common::find(&report, "token-valid")["message"]
            .as_str()
            .unwrap()
            .contains("Zap & Co")
    );
    let person = kept.shown(&["--lang", "pt-BR"]).words();
    assert!(
        person.contains("Conecte a conta de novo em Zap & Co."),
        "{person}"
    );
}

/// There is one thing more to say; who asks twice for it is not refused.
#[test]
fn saying_more_twice_says_the_same() {
    let kept = Kept::of("connected-tools-off");
    let (once, twice) = (kept.shown(&["-v"]), kept.shown(&["-vv"]));
    assert_eq!((once.code, once.stdout), (twice.code, twice.stdout));
    let help = run(&["show", "--help"]).words();
    assert!(help.contains("-v, --verbose Calls as well"), "{help}");
    assert!(!help.contains("twice"), "{help}");
}

/// What the system says of a file is said in the person's language, and no file is named that nobody knows.
#[test]
fn a_file_that_is_not_there_is_told_in_the_language() {
    for args in [
        &["show", "/nonexistent"][..],
        &["diff", "/nonexistent", "/nonexistent"],
        &[
            "check",
            "--sandbox",
            "all-well",
            "--compare",
            "/nonexistent",
        ],
        &["check", "--sandbox", "all-well", "-o", "/nonexistent/x"],
    ] {
        let run = run(&[args, &["--lang", "ru"]].concat());
        assert_eq!(run.code, 2, "{args:?}");
        assert!(!run.stderr.contains("No such file"), "{}", run.stderr);
        assert!(!run.stderr.contains(".tmp"), "{}", run.stderr);
    }
}
