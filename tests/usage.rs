//! Wrong usage: a message that names what is wrong and what to do, exit code 2, and nothing on standard output.

mod common;

use common::{finish, igdoctor, run};

/// Runs with wrong input and gives back the message.
fn refused(args: &[&str]) -> String {
    let run = run(args);
    assert_eq!(run.code, 2, "{args:?}: {}{}", run.stdout, run.stderr);
    assert_eq!(run.stdout, "", "{args:?}");
    run.stderr
}

fn assert_tells(message: &str, parts: &[&str]) {
    for part in parts {
        assert!(message.contains(part), "`{part}` is missing in:\n{message}");
    }
}

#[test]
fn no_token_tells_every_way_to_give_one() {
    assert_tells(
        &refused(&["check"]),
        &[
            "IGDOCTOR_TOKEN",
            "--token-file",
            "--token-stdin",
            "--no-token",
            "--sandbox",
        ],
    );
}

#[test]
fn an_unknown_check_names_the_nearest_one() {
    assert_tells(
        &refused(&["check", "--no-token", "--only", "conected-tools"]),
        &["--only", "conected-tools", "connected-tools"],
    );
    assert_tells(
        &refused(&["check", "--no-token", "--skip", "zzzz"]),
        &["--skip", "zzzz", "igdoctor list"],
    );
}

#[test]
fn the_same_check_cannot_be_wanted_and_refused() {
    assert_tells(
        &refused(&[
            "check",
            "--no-token",
            "--only",
            "inbox-access",
            "--skip",
            "inbox-access",
        ]),
        &["inbox-access", "--only", "--skip"],
    );
}

#[test]
fn ids_have_digits_only() {
    for flag in ["--page", "--instagram", "--app", "--stored-account-id"] {
        assert_tells(
            &refused(&["check", "--no-token", flag, "casa.azul"]),
            &[flag, "casa.azul", "digits"],
        );
    }
}

#[test]
fn a_token_does_not_travel_readable() {
    for url in [
        "http://graph.example.com",
        "http://10.0.0.1:8080",
        "ftp://127.0.0.1",
    ] {
        let mut command = igdoctor(&["check", "--graph-url", url]);
        command.env("IGDOCTOR_TOKEN", "EAAsomething0123456789");
        let run = finish(command);
        assert_eq!(run.code, 2, "{url}");
        assert_tells(
            &run.stderr,
            &["--graph-url", url.trim_end_matches('/'), "https"],
        );
    }
}

#[test]
fn an_evidence_file_that_is_none_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let missing = folder.path().join("missing.json");
    assert_tells(
        &refused(&["check", "--evidence", missing.to_str().unwrap()]),
        &["missing.json", "evidence"],
    );
    assert_tells(
        &refused(&["check", "--evidence", &path("a.json", "{]")]),
        &["a.json", "line 1"],
    );
    assert_tells(
        &refused(&[
            "check",
            "--evidence",
            &path("b.json", "{\"schema_version\": 1}"),
        ]),
        &["b.json", "taken_at"],
    );
    assert_tells(
        &refused(&[
            "check",
            "--evidence",
            &path("c.json", "{\"schema_version\": 99}"),
        ]),
        &["c.json", "newer"],
    );
}

#[test]
fn an_unknown_world_names_the_nearest_one() {
    assert_tells(
        &refused(&["check", "--sandbox", "conected-tools-of"]),
        &["connected-tools-off", "sandbox list"],
    );
    assert_tells(
        &refused(&[
            "sandbox",
            "serve",
            "healthy-facebook",
            "--fault",
            "/me=boom",
        ]),
        &["--fault", "/me=boom", "throttle"],
    );
    assert_tells(
        &refused(&["sandbox", "serve", "helthy-facebook"]),
        &["healthy-facebook"],
    );
}

#[test]
fn an_unknown_platform_names_the_known_ones() {
    assert_tells(
        &refused(&["check", "--no-token", "--platform", "hunio"]),
        &["hunio", "`hunion`", "rocketchat"],
    );
}

#[test]
fn a_platform_file_of_ones_own_is_validated_with_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    std::fs::write(&path, "name = \"Mine\"\nflows = [\"instagramm\"]\n").unwrap();
    assert_tells(
        &refused(&["check", "--no-token", "--platform", path.to_str().unwrap()]),
        &["mine.toml:2:10: ", "instagramm"],
    );
    assert_tells(
        &refused(&["check", "--no-token", "--platform", "nowhere.toml"]),
        &["nowhere.toml"],
    );
}

#[test]
fn a_flow_that_the_platform_lacks_is_no_finding_but_an_error() {
    assert_tells(
        &refused(&[
            "check",
            "--no-token",
            "--platform",
            "hunion",
            "--flow",
            "instagram",
        ]),
        &["--flow", "hunion.io", "facebook"],
    );
}

#[test]
fn a_secret_without_its_app_is_of_no_use() {
    let mut command = igdoctor(&["check", "--platform", "hunion"]);
    command
        .env("IGDOCTOR_TOKEN", "EAAsomething0123456789")
        .env("IGDOCTOR_APP_SECRET", "secret");
    let run = finish(command);
    assert_eq!(run.code, 2);
    assert_tells(&run.stderr, &["IGDOCTOR_APP_SECRET", "--app"]);
}

#[test]
fn other_wrong_values_name_their_flag() {
    for (args, parts) in [
        (["--timeout", "soon"], ["--timeout", "90s"]),
        (["--graph-version", "26"], ["--graph-version", "v26.0"]),
        (["--symptom", "no-message"], ["--symptom", "no-messages"]),
        (["--flow", "fb"], ["--flow", "facebook"]),
        (["--with", "magic"], ["--with", "signed-event"]),
        (
            ["--callback-url", "mailto:a@b"],
            ["--callback-url", "mailto:a@b"],
        ),
        (["--format", "pdf"], ["--format", "json"]),
        (["--fail-on", "never"], ["--fail-on", "warning"]),
    ] {
        assert_tells(&refused(&["check", "--no-token", args[0], args[1]]), &parts);
    }
}

/// Told before anything is asked, so that no answer is lost.
#[test]
fn a_file_that_cannot_be_written_is_told_before_anything_is_asked() {
    for flag in ["--output", "--save-evidence", "--trace-http"] {
        let sandbox = common::serve("healthy-facebook-token", |_| {});
        let run = finish(common::check_of(&sandbox, &[flag, "/nowhere/at/all.json"]));
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{flag}");
        assert_tells(&run.stderr, &[flag, "/nowhere/at/all.json"]);
        assert_eq!(sandbox.calls(), 0, "{flag}");
    }
}

/// A flag that would have no effect is refused, not ignored.
#[test]
fn a_world_and_saved_evidence_bring_their_own_tenant() {
    for flag in [
        ["--page", "1"],
        ["--callback-url", "https://example.com"],
        ["--platform", "hunion"],
    ] {
        assert_tells(
            &refused(&["check", "--sandbox", "healthy-facebook", flag[0], flag[1]]),
            &[flag[0], "--sandbox"],
        );
        assert_tells(
            &refused(&["check", "--evidence", "x.json", flag[0], flag[1]]),
            &[flag[0], "--evidence"],
        );
    }
}

/// Scripts may say that nobody is there to answer.
#[test]
fn nobody_has_to_be_there() {
    assert_eq!(
        run(&[
            "check",
            "--sandbox",
            "healthy-facebook",
            "--no-input",
            "--quiet"
        ])
        .code,
        0
    );
}

/// A file name need not be text.
#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_no_reason_to_lose_the_report() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder
        .path()
        .join(std::ffi::OsStr::from_bytes(b"\xff.json"));
    let mut command = igdoctor(&["check", "--sandbox", "connected-tools-off"]);
    command.arg("--save-evidence").arg(&path);
    let run = finish(command);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stdout.contains("One finding") && path.exists());
}

#[test]
fn igdoctor_alone_shows_how_to_begin() {
    let run = run(&[]);
    assert_eq!(run.code, 2);
    assert_tells(
        &run.stderr,
        &["check --sandbox connected-tools-off", "Exit codes"],
    );
}

#[test]
fn a_form_that_a_command_does_not_have_names_those_it_has() {
    let repair = ["repair", "--sandbox", "app-not-connected", "--yes"];
    for command in [
        &["list"][..],
        &["tenant", "list"],
        &["tenant", "show"],
        &["auth", "status"],
        &["undo"],
        &["sandbox", "list"],
        &repair,
    ] {
        let message = refused(&[command, &["--format", "sarif"]].concat());
        assert_tells(&message, &["--format", "sarif", "human", "json"]);
        assert!(!message.contains("junit"), "{command:?}: {message}");
    }
    let message = refused(&["check", "--format", "xml"]);
    let all = [
        "human", "json", "jsonl", "junit", "sarif", "github", "markdown", "html",
    ];
    assert_tells(&message, &[&["--format", "xml"], &all[..]].concat());
}
