//! `--accessible` and `ACCESSIBLE=1`: text is only added, without boxes and symbols, and tables are lists of labels with values.
#![cfg(unix)]

mod common;

use common::pty::Pty;
use common::tenants::Folder;
use common::{finish, igdoctor, serve};

/// What a screen reader cannot say: lines and boxes, arrows of a picture, marks in place of words.
fn is_drawn(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{25ff}' | '✓' | '✗' | '\u{2800}'..='\u{28ff}')
}

#[test]
fn no_command_draws_anything() {
    let sandbox = serve("healthy-facebook-token", |_| {});
    let folder = Folder::of(&[("a", &sandbox), ("b", &sandbox)]);
    let config = folder.path("igdoctor.toml");
    let config = config.to_str().unwrap();
    let url = sandbox.graph_url().to_string();
    let commands: [&[&str]; 10] = [
        &["check", "--sandbox", "page-not-visible", "-v"],
        &["check", "--sandbox", "no-token-hunion"],
        &["check", "--all", "--config", config, "--graph-url", &url],
        &["repair", "--sandbox", "new-customer", "--dry-run"],
        &["list"],
        &["list", "--platforms"],
        &["tenant", "list", "--config", config],
        &["tenant", "show", "a", "--config", config],
        &[
            "auth",
            "status",
            "a",
            "--config",
            config,
            "--graph-url",
            &url,
        ],
        &["sandbox", "list"],
    ];
    for args in commands {
        let mut command = igdoctor(args);
        command.env("ACCESSIBLE", "1").env("COLUMNS", "120");
        let run = finish(command);
        assert!(run.code < 2 || run.code == 3, "{args:?}: {}", run.stderr);
        let text = run.stdout + &run.stderr;
        let drawn: String = text.chars().filter(|c| is_drawn(*c)).collect();
        assert_eq!(drawn, "", "{args:?}\n{text}");
        assert!(!text.contains(['\r', '\u{1b}']), "{args:?}\n{text}");
    }
}

#[test]
fn a_table_is_a_list_of_labels_with_values() {
    let sandbox = serve("healthy-facebook-token", |_| {});
    let folder = Folder::of(&[("a", &sandbox)]);
    folder.put("igdoctor.toml", "[tenants.a]\nplatform = \"hunion\"\n");
    let mut command = folder.igdoctor(&["tenant", "list"]);
    command.env("ACCESSIBLE", "1").env("COLUMNS", "120");
    let text = finish(command).stdout;
    assert!(
        text.contains("- a; platform: hunion; token from: "),
        "{text}"
    );
    // A label without a value says nothing.
    assert!(!text.contains(": ;"), "{text}");
}

/// What is painted over is gone at the end; what was added stands there still: two lines, not one for every question.
#[test]
fn progress_is_only_added() {
    let args = ["check", "--sandbox", "healthy-facebook"];
    let flag = [&args[..], &["--accessible"]].concat();
    let variable = [("ACCESSIBLE", "1")];
    for (args, env) in [(&flag[..], &[][..]), (&args, &variable)] {
        let Some(pty) = Pty::igdoctor(args, env) else {
            return;
        };
        let screen = pty.end().screen;
        let mut lines = screen.lines();
        assert!(lines.next().unwrap().starts_with("Checking "), "{screen}");
        assert!(
            lines.next().unwrap().starts_with("Answers received: 1"),
            "{screen}"
        );
        assert!(!screen.contains(": answered"), "{screen}");
    }
    let Some(pty) = Pty::igdoctor(&args, &[]) else {
        return;
    };
    let screen = pty.end().screen;
    assert!(!screen.contains("Answers received"), "{screen}");
}

/// Questions have words in every language; whoever wants to know more gets one line for each, with its id.
#[test]
fn progress_is_told_in_words() {
    for (lang, says) in [
        ("en", "the token's owner (identity): answered"),
        ("pt-BR", "o dono do token (identity): respondida"),
        ("ru", "владелец токена (identity): есть ответ"),
    ] {
        let args = ["check", "--sandbox", "healthy-facebook", "--lang", lang];
        let short = finish(igdoctor(&args)).stderr;
        assert_eq!(short.lines().count(), 2, "{short}");
        let long = finish(igdoctor(&[&args[..], &["-v"]].concat())).stderr;
        assert!(long.contains(says), "{long}");
    }
}

/// The place of a cell tells what it is: a statement needs no title before it, on every row.
#[test]
fn what_is_obvious_has_no_label() {
    for args in [&["check", "--sandbox", "healthy-facebook"][..], &["list"]] {
        let text = finish(igdoctor(&[args, &["--accessible"]].concat())).stdout;
        assert!(
            !text.contains("statement:") && !text.contains("checked:"),
            "{text}"
        );
        assert!(
            text.contains("token-valid; Meta accepts the token"),
            "{text}"
        );
    }
}
