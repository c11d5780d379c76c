//! What people read: at 80 columns, at 200, narrow, piped, into a closed pipe, without color, without Unicode, for a screen reader.

mod common;

use std::process::{Command, Stdio};

use common::{finish, igdoctor, run};
use igdoctor::sandbox::world::{Fault, What};
use unicode_width::UnicodeWidthStr;

/// A run in a terminal of this width; the wall time is taken out.
fn at(width: &str, args: &[&str]) -> String {
    let mut command = igdoctor(args);
    command.env("COLUMNS", width);
    steady(&finish(command).stdout)
}

/// Without what differs from run to run.
fn steady(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let line = line.split(" to Meta in ").next().unwrap_or_default();
        // The same where the line breaks in the middle of it.
        let broken = line.starts_with("Meta in ");
        let line = if broken { "Meta in 0.0 s" } else { line };
        out.push_str(line);
        out.push('\n');
    }
    out
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false}, { insta::assert_snapshot!(name, text) });
}

const BROKEN: &[&str] = &["check", "--sandbox", "connected-tools-off"];

#[test]
fn a_failing_check() {
    snapshot("check-80", &at("80", BROKEN));
    snapshot("check-200", &at("200", BROKEN));
}

#[test]
fn a_narrow_terminal_gets_a_list() {
    snapshot("check-50", &at("50", BROKEN));
}

#[test]
fn a_healthy_check() {
    snapshot(
        "check-healthy",
        &at("80", &["check", "--sandbox", "healthy-instagram"]),
    );
}

#[test]
fn a_screen_reader_gets_words_alone() {
    let text = at(
        "80",
        &["check", "--sandbox", "connected-tools-off", "--accessible"],
    );
    assert!(!text.contains(['│', '─', '✓', '✗', '▲']), "{text}");
    snapshot("check-accessible", &text);
    let mut command = igdoctor(BROKEN);
    command.env("COLUMNS", "80").env("ACCESSIBLE", "1");
    assert_eq!(
        steady(&finish(command).stdout),
        text.replace(" --accessible", "")
    );
}

#[test]
fn quiet_keeps_findings_and_the_closing_line() {
    snapshot(
        "check-quiet",
        &at("80", &["check", "--sandbox", "new-customer", "--quiet"]),
    );
}

#[test]
fn the_walk_of_a_guide_without_a_token() {
    snapshot(
        "check-no-token",
        &at("80", &["check", "--platform", "hunion", "--no-token"]),
    );
}

#[test]
fn what_could_not_be_told_shows_its_evidence() {
    let text = at(
        "100",
        &["check", "--sandbox", "conversations-throttled", "--quiet"],
    );
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("GET /{page}/conversations, HTTP 400, Meta's error 613, trace "),
        "{text}"
    );
}

/// Where it ended and how long each stage took, also without `-v`: of one that is broken, one that works but for a word, and one that is well.
#[test]
fn a_server_that_was_probed_shows_its_stages() {
    for (world, check, stages) in [
        (
            "callback-login-redirect",
            "callback: GET {callback}?hub.mode=subscribe, HTTP 302",
            "dns N ms + tcp N ms + tls N ms + handshake N ms",
        ),
        (
            "callback-tls-expired",
            "callback: GET {callback}?hub.mode=subscribe",
            "dns N ms + tcp N ms + tls N ms",
        ),
        (
            "callback-certificate-expiring",
            "callback: GET {callback}?hub.mode=subscribe, HTTP 403",
            "dns N ms + tcp N ms + tls N ms + handshake N ms",
        ),
        (
            "deauthorize-callback-invalid",
            "deletion-callback: POST {deauthorize}, HTTP 200",
            "dns N ms + tcp N ms + tls N ms + signed-request N ms + forged-request N ms",
        ),
    ] {
        let words = without_times(&run(&["check", "--sandbox", world]).words());
        let evidence = format!("Evidence: {check}, {stages}");
        assert!(words.contains(&evidence), "{evidence}\n{words}");
    }
    let well = run(&["check", "--sandbox", "healthy-facebook"]).words();
    assert!(!well.contains("Evidence:"), "{well}");
}

/// `tls 12 ms` becomes `tls N ms`.
fn without_times(text: &str) -> String {
    let masked = text.split(" ms").map(|part| {
        let kept = part.trim_end_matches(|c: char| c.is_ascii_digit());
        let mark = if kept.len() < part.len() { "N" } else { "" };
        format!("{kept}{mark}")
    });
    masked.collect::<Vec<_>>().join(" ms")
}

#[test]
fn pages_granted_linked_and_expected_stand_beside_a_page_that_is_not_found() {
    let text = at("80", &["check", "--sandbox", "linked-to-other-page"]);
    snapshot("check-pages", &text[text.find("\nPages\n").unwrap()..]);
}

#[test]
fn the_lists() {
    snapshot("list", &at("80", &["list"]));
    snapshot("list-platforms", &at("80", &["list", "--platforms"]));
}

#[test]
fn no_line_is_wider_than_the_terminal_but_for_what_is_copied() {
    for width in [50, 60, 80, 120, 200] {
        for world in [
            "connected-tools-off",
            "agency-handover",
            "no-token-hunion",
            "callback-tls-invalid",
            "healthy-instagram",
        ] {
            let text = at(&width.to_string(), &["check", "--sandbox", world]);
            for line in text.lines().filter(|line| {
                !["https://", "igdoctor check", "igdoctor repair"]
                    .iter()
                    .any(|copied| line.contains(copied))
            }) {
                assert!(
                    line.width() <= width,
                    "{world} at {width}: {} columns: {line}",
                    line.width()
                );
            }
        }
    }
}

#[test]
fn without_unicode_everything_is_ascii() {
    for world in ["connected-tools-off", "no-token-hunion", "agency-handover"] {
        let mut command = igdoctor(&["check", "--sandbox", world]);
        command.env("LANG", "C").env("COLUMNS", "80");
        let run = finish(command);
        assert!(
            run.stdout.is_ascii(),
            "{}",
            run.stdout
                .chars()
                .filter(|c| !c.is_ascii())
                .collect::<String>()
        );
        assert!(
            run.stdout.contains("-X-") || world == "no-token-hunion",
            "{}",
            run.stdout
        );
    }
}

mod color {
    use super::*;

    fn colored(vars: &[(&str, &str)], flags: &[&str]) -> bool {
        let mut command = igdoctor(&[BROKEN, flags].concat());
        command.envs(vars.iter().copied());
        finish(command).stdout.contains('\u{1b}')
    }

    #[test]
    fn a_pipe_gets_none_unless_it_is_forced() {
        assert!(!colored(&[], &[]));
        assert!(colored(&[], &["--color", "always"]));
        assert!(colored(&[("FORCE_COLOR", "1")], &[]));
        assert!(colored(&[("CLICOLOR_FORCE", "1")], &[]));
    }

    #[test]
    fn no_color_beats_what_forces_it_and_the_flag_beats_both() {
        assert!(!colored(&[("NO_COLOR", "1"), ("FORCE_COLOR", "1")], &[]));
        assert!(colored(&[("NO_COLOR", "1")], &["--color", "always"]));
        assert!(!colored(&[("FORCE_COLOR", "1")], &["--color", "never"]));
    }

    /// Every outcome has a word beside its color.
    #[test]
    fn taken_away_it_takes_nothing_with_it() {
        let with = run(&[BROKEN, &["--color", "always"]].concat()).stdout;
        let mut plain = String::new();
        let mut rest = with.as_str();
        while let Some((before, after)) = rest.split_once("\u{1b}[") {
            plain.push_str(before);
            rest = after.split_once('m').unwrap().1;
        }
        plain.push_str(rest);
        let without = run(BROKEN).stdout;
        assert_eq!(
            steady(&plain),
            steady(&without).replace(
                "--sandbox connected-tools-off --only",
                "--sandbox connected-tools-off --color always --only"
            )
        );
    }
}

/// Names come from outside: they can do nothing to the terminal.
#[test]
fn hostile_names_are_spelled_out() {
    let sandbox = common::serve("page-not-visible", |world| {
        world.pages[1].name = "Evil\u{1b}[2J\u{202e}\u{7} Page\nfail".to_owned();
        world.account.username = "casa\u{1b}]0;owned\u{7}".to_owned();
    });
    let command = common::check_of(&sandbox, &["--page", "104512345678901", "-v"]);
    let run = finish(command);
    assert!(run.stdout.contains(r"Evil\u{1b}[2J"), "{}", run.stdout);
    assert!(
        !run.stdout.contains(['\u{1b}', '\u{202e}', '\u{7}'])
            && !run.stderr.contains(['\u{1b}', '\u{202e}', '\u{7}'])
    );
}

#[test]
fn hostile_texts_of_meta_are_spelled_out() {
    let sandbox = common::serve("healthy-facebook-token", |world| {
        world.account.username = "casa\u{1b}]0;owned\u{7}azul".to_owned();
        world.account.message_access = false;
        world.faults.push(Fault {
            path: "",
            what: What::Version("v26.0\u{202e}"),
            times: None,
        });
    });
    let command = common::check_of(&sandbox, &["--page", "104512345678901", "-vv"]);
    let run = finish(command);
    assert!(run.stdout.contains(r"\u{1b}]0;owned"), "{}", run.stdout);
    assert!(!run.stdout.contains(['\u{1b}', '\u{7}', '\u{202e}']));
}

#[test]
fn standard_output_holds_the_document_alone() {
    let run = run(&[
        "check",
        "--sandbox",
        "healthy-facebook",
        "--format",
        "json",
        "-vv",
    ]);
    assert!(run.stdout.starts_with('{') && run.stdout.ends_with("}\n"));
    assert!(
        run.stderr
            .contains("the token's owner (identity): answered"),
        "a line per question stands on standard error: {}",
        run.stderr
    );
    let file = tempfile::NamedTempFile::new().unwrap();
    let run = common::run(&[
        "check",
        "--sandbox",
        "healthy-facebook",
        "--format",
        "json",
        "--output",
        file.path().to_str().unwrap(),
    ]);
    assert_eq!(run.stdout, "");
    assert!(run.stderr.contains("The report is in "), "{}", run.stderr);
    assert!(
        std::fs::read_to_string(file.path())
            .unwrap()
            .contains("\"schema_version\": 1")
    );
}

#[cfg(unix)]
#[test]
fn a_reader_who_has_gone_is_no_error() {
    for args in [BROKEN, &["list"][..], &["sandbox", "list"]] {
        let mut child = igdoctor(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let run = common::read(child.wait_with_output().unwrap());
        assert!(!run.stderr.contains("error:"), "{}", run.stderr);
        assert_eq!(run.code, i32::from(args == BROKEN));
    }
}

/// A real terminal: spinners while asking, nothing of them left behind.
#[cfg(unix)]
#[test]
fn in_a_real_terminal_spinners_come_and_go() {
    if Command::new("tmux").arg("-V").output().is_err() {
        return; // `left_out` says so.
    }
    let sandbox = common::serve("healthy-facebook-token", |world| world.latency_ms = 900);
    let (url, token) = (sandbox.graph_url().to_string(), sandbox.world().token.text);
    let session = format!("igdoctor-{}", std::process::id());
    let binary = env!("CARGO_BIN_EXE_igdoctor");
    let line = format!(
        "IGDOCTOR_TOKEN={token} LANG=C.UTF-8 TERM=screen env -u CI -u NO_COLOR {binary} check --graph-url {url} --platform hunion --page 104512345678901; echo done=$?; sleep 30"
    );
    let tmux = |args: &[&str]| {
        String::from_utf8(
            Command::new("tmux")
                .args(["-L", &session])
                .args(args)
                .output()
                .unwrap()
                .stdout,
        )
        .unwrap()
    };
    tmux(&[
        "-u",
        "new-session",
        "-d",
        "-x",
        "100",
        "-y",
        "200",
        "sh",
        "-c",
        &line,
    ]);
    let screen = || tmux(&["capture-pane", "-p"]);
    let until = |wanted: &str| {
        for _ in 0..100 {
            let text = screen();
            if text.contains(wanted) {
                return text;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("no `{wanted}` in {}", screen());
    };
    let asking = until("Asking: Instagram conversations");
    assert!(
        asking.contains("Asking: the token's owner"),
        "side by side: {asking}"
    );
    let done = until("done=");
    tmux(&["kill-server"]);
    assert!(
        done.contains("done=0") && !done.contains("Asking:"),
        "{done}"
    );
    assert!(
        done.contains("✓ Page") && done.contains("Healthy: "),
        "{done}"
    );
}
