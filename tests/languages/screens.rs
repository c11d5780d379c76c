//! What people read, in each language, 80 columns wide.

use crate::common::{finish, igdoctor};

const LANGUAGES: [&str; 3] = ["en", "pt-BR", "ru"];

/// What a command shows, with what differs between runs made equal.
fn shown(args: &[&str]) -> String {
    let mut command = igdoctor(args);
    command.env("COLUMNS", "80");
    let text = finish(command).stdout;
    let seconds = |word: &str| {
        let digits = word.split([',', '.']).collect::<Vec<_>>();
        digits.len() == 2 && digits.iter().all(|part| part.parse::<u32>().is_ok())
    };
    let lines = text.lines().map(|line| {
        let words: Vec<&str> = line
            .split(' ')
            .map(|word| if seconds(word) { "0.0" } else { word })
            .collect();
        words.join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Columns that a line takes in a terminal.
fn width(line: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(line)
}

fn snapshot(name: &str, args: &[&str]) {
    for language in LANGUAGES {
        let text = shown(&[args, &["--lang", language]].concat());
        // An address or a command is never broken, however long it is.
        let whole = |line: &&str| {
            let line = line.trim_start();
            line.contains("https://")
                || line.starts_with("igdoctor ")
                || line.contains(": igdoctor ")
        };
        for line in text.lines().filter(|line| !whole(line)) {
            assert!(width(line) <= 80, "{language}: {line}");
        }
        insta::assert_snapshot!(format!("{name}-{language}"), text);
    }
}

#[test]
fn the_list_of_checks() {
    snapshot("list", &["list"]);
}

/// An id is copied from here, and found by searching for it.
#[test]
fn ids_are_whole_however_narrow_the_screen_and_long_the_other_words() {
    let catalog = igdoctor::catalog::load().unwrap();
    let ids: Vec<&str> = catalog.checks().iter().map(|check| check.id).collect();
    for columns in ["60", "66", "72", "80", "120"] {
        for language in LANGUAGES {
            for args in [&["list"][..], &["check", "--sandbox", "healthy-facebook"]] {
                let mut command = igdoctor(&[args, &["--lang", language]].concat());
                command.env("COLUMNS", columns);
                let text = finish(command).stdout;
                let is_there = |id: &&str| text.split_whitespace().any(|word| word == *id);
                let lost: Vec<&&str> = ids.iter().filter(|id| !is_there(id)).collect();
                assert!(lost.is_empty(), "{args:?} {columns} {language}: {lost:?}");
            }
        }
    }
}

#[test]
fn a_failing_check() {
    snapshot("check", &["check", "--sandbox", "agency-handover"]);
}

#[test]
fn an_explanation() {
    snapshot("explain-error", &["explain", "10/2534022"]);
    snapshot("explain-cause", &["explain", "connected-tools-off"]);
}

/// Wherever messages stop, the words below the path have room.
#[test]
fn the_place_where_messages_stop_is_told_within_the_screen() {
    for world in [
        "connected-tools-off",
        "page-unpublished",
        "app-in-development",
        "callback-not-found",
        "no-agent-online",
        "filtered-by-platform-option",
    ] {
        for language in LANGUAGES {
            let text = shown(&["check", "--sandbox", world, "--lang", language]);
            let path = text.split("\n\n").nth(1).unwrap();
            assert!(path.contains('▲'), "{world} {language}: {path}");
            assert!(
                path.lines().all(|line| width(line) <= 80),
                "{world} {language}: {path}"
            );
        }
    }
}

/// Every language lines its tables up by the columns that its letters take.
#[test]
fn tables_are_straight_in_every_language() {
    for language in LANGUAGES {
        let text = shown(&[
            "check",
            "--sandbox",
            "connected-tools-off",
            "--lang",
            language,
        ]);
        let of_table = |line: &&str| line.starts_with(['│', '╭', '╞', '╰']);
        let widths: Vec<usize> = text.lines().filter(of_table).map(width).collect();
        assert!(widths.len() > 26, "{text}");
        assert!(widths.windows(2).all(|pair| pair[0] == pair[1]), "{text}");
    }
}

/// 1, 2, 5, 11, 21, 22, 25, 101: Russian counts them four ways, of which three are heard.
#[test]
fn counts_take_the_right_form() {
    use igdoctor::model::{Arg, Language};
    use igdoctor::speech::Speech;
    let counted = |language, count: i64| {
        Speech::new(language).say_with("findings-title", &[("count", &Arg::Number(count))])
    };
    let russian: Vec<String> = [1, 2, 5, 11, 21, 22, 25, 101]
        .map(|count| counted(Language::Ru, count))
        .to_vec();
    insta::assert_snapshot!("counts-ru", russian.join("\n"));
    let portuguese: Vec<String> = [1, 2, 21]
        .map(|count| counted(Language::PtBr, count))
        .to_vec();
    insta::assert_snapshot!("counts-pt-BR", portuguese.join("\n"));
}
