//! A platform file of one's own: taken if it is right, else refused with the place, the reason and the nearest right name.

mod common;

use std::fs;
use std::path::Path;

use common::{finish, igdoctor};
use igdoctor::platform::Platform;

/// A file that is right, with places for faults.
const RIGHT: &str = r#"name = "Mine"
calls_it = "channel"
flows = ["facebook"]

[facebook]
permissions = [["instagram_basic"]]
webhook_object = "instagram"
webhook_fields = ["messages"]
account_fields = ["messages"]

[en]
reconnect = "Connect it again."
"#;

fn files() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("checks/platforms");
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect()
}

/// What the binary says to a file of this text.
fn told(text: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("my.toml"), text).unwrap();
    let mut command = igdoctor(&["check", "--quiet", "--no-token", "--platform", "my.toml"]);
    command.current_dir(folder.path());
    let run = finish(command);
    assert_eq!(
        run.code,
        if run.stdout.is_empty() { 2 } else { 3 },
        "{text}"
    );
    run.stderr
}

#[test]
fn a_right_one_is_taken() {
    assert_eq!(told(RIGHT), "");
    // Every file of igdoctor's own is one that a person may copy and change.
    for text in files() {
        assert_eq!(told(&text), "");
    }
}

#[test]
fn a_wrong_one_is_refused_with_place_reason_and_the_nearest_right_name() {
    let top = |line: &str| RIGHT.replace("\n\n[facebook]", &format!("\n{line}\n\n[facebook]"));
    let end = |lines: &str| format!("{RIGHT}\n{lines}");
    let cases = [
        (
            top("pge_role = \"settings\""),
            "4:1: unknown key `pge_role`; did you mean `page_role`?",
        ),
        (
            top("page_role = \"setings\""),
            "4:13: unknown value `setings`; did you mean `settings`?",
        ),
        (
            top("own_app = 1"),
            "4:11: this must be `true` or `false`, not a whole number",
        ),
        (top("name = \"Two\""), "4:1: duplicate key"),
        (top("name"), "4:5: key with no value"),
        (
            top("guide_order = [\"page-access\", \"page-acess\"]"),
            "4:31: `page-acess` is no check; did you mean `page-access`?",
        ),
        (
            top("guide_order = [\"page-access\", \"page-access\"]"),
            "4:31: `page-access` stands here twice",
        ),
        (
            top("callback_url = \"localhost\""),
            "4:16: this is not the address of a web server",
        ),
        (
            RIGHT.replace("[\"facebook\"]", "[]"),
            "3:9: `flows` is empty",
        ),
        (
            RIGHT.replace("[\"facebook\"]", "[\"facebook\", \"instagram\"]"),
            "3:22: `flows` names `instagram`, but there is no table `[instagram]`",
        ),
        (
            RIGHT.replace("name = \"Mine\"\n", ""),
            "1:1: the key `name` is missing",
        ),
        (
            RIGHT.replace("[[\"instagram_basic\"]]", "[[\"instagram_basic\"], []]"),
            "6:37: an empty list of permissions",
        ),
        (
            RIGHT.replace("[[\"instagram_basic\"]]", "\"instagram_basic\""),
            "6:15: this must be a list, not a text",
        ),
        (
            RIGHT.replace(
                "\"instagram\"\n",
                "\"instagram\"\nwebhook_fields_off = [\"messages\"]\n",
            ),
            "8:23: this field stands in `webhook_fields` too",
        ),
        (
            end("[replies]\nimage_side_px = { min = 9, max = 3 }"),
            "15:1: `min` (9) is above `max` (3)",
        ),
        (
            end("[replies]\nto = [\"igsd\"]"),
            "15:7: unknown value `igsd`; did you mean `igsid`?",
        ),
        (
            end("[replies]\ndirect_window_hours = -1"),
            "15:23: this does not fit here; it must be a whole number",
        ),
        (
            end("[[setup]]\nid = \"a\"\nwhen_no = \"platform-setup-incomplet\"\nen = \"?\""),
            "16:11: `platform-setup-incomplet` is no cause of the check `platform-setup`; did you mean `platform-setup-incomplete`?",
        ),
        (
            end("[[setup]]\nid = \"0\"\nwhen_no = \"platform-admin-needed\"\nen = \"?\""),
            "15:6: the name of a question",
        ),
        (
            end("[[texts]]\ncause = \"mesage-unsent\"\nen = \"Gone\""),
            "15:9: `mesage-unsent` is no cause; did you mean `message-unsent`?",
        ),
        (
            end("[[texts]]\ncause = \"message-unsent\""),
            "14:1: the text itself is missing",
        ),
        (
            end("[source_of]\nflow = \"inferred\""),
            "15:8: this file has no key `flow`; did you mean `flows`?",
        ),
        (
            end("[source_of]\nflows = \"infered\""),
            "15:9: `infered` is no source; did you mean `inferred`?",
        ),
    ];
    refused(&cases);
}

/// Each is told at its place, with the reason and the nearest right name.
fn refused(cases: &[(String, &str)]) {
    for (text, expected) in cases {
        let told = told(text);
        let expected = format!("error: my.toml:{expected}");
        assert!(told.starts_with(&expected), "{told}\nexpected {expected}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}

/// A question to the platform's address that is right, with places for faults; it begins in line 13.
const PROBE: &str = r#"
[[probe]]
id = "status"
path = "v1/status"
when_not = "platform-unreachable"

[[probe.expect]]
at = "/online"
is = true
when_not = "no-agent-online"
"#;

#[test]
fn a_question_to_its_address_is_held_to_its_rules() {
    assert_eq!(told(&format!("{RIGHT}{PROBE}")), "");
    // One of the five platforms answers at its address as another does.
    let same = RIGHT.replace("\n\n[facebook]", "\nprobe = \"rocketchat\"\n\n[facebook]");
    assert_eq!(told(&same), "");
    let with = |from: &str, to: &str| {
        assert!(PROBE.contains(from), "{from}");
        format!("{RIGHT}{}", PROBE.replacen(from, to, 1))
    };
    let more = |lines: &str| format!("{RIGHT}{PROBE}\n{lines}");
    let top = |line: &str| RIGHT.replace("\n\n[facebook]", &format!("\n{line}\n\n[facebook]"));
    refused(&[
        (
            top("probe = \"elsewhere\""),
            "4:9: this must be a list, not a text",
        ),
        (
            top("platform_url = \"chat.example.com\""),
            "4:16: this is not the address of a web server; it begins with https://",
        ),
        (
            with("id = \"status\"", "id = \"\""),
            "15:6: the name of a question to the platform's address must not be empty, and is given once",
        ),
        (
            with("id = \"status\"\n", ""),
            "14:1: the key `id` is missing",
        ),
        (
            with("path = \"v1/status\"", "pth = \"v1/status\""),
            "16:1: unknown key `pth`; did you mean `path`?",
        ),
        (
            with("v1/status", "/v1/status"),
            "16:8: this is no path below the platform's address; it begins without `/` and has no query",
        ),
        (
            with("v1/status", "../status"),
            "16:8: this is no path below the platform's address",
        ),
        (
            with("v1/status", "v1?key=canary"),
            "16:8: this is no path below the platform's address",
        ),
        (
            with("path", "status = 20\npath"),
            "16:10: this is no HTTP status; it lies between 100 and 599",
        ),
        (
            with("when_not = \"platform-unreachable\"\n", ""),
            "14:1: the first question needs `when_not`",
        ),
        (
            with("platform-unreachable", "platform-unreachabl"),
            "17:12: `platform-unreachabl` is no cause of the check `platform-reachable`; did you mean `platform-unreachable`?",
        ),
        (
            with("platform-unreachable", "no-agent-online"),
            "17:12: `no-agent-online` is no cause of the check `platform-reachable`",
        ),
        (
            with("no-agent-online", "no-agent-onlin"),
            "22:12: `no-agent-onlin` is no cause of `platform-reachable` or `agents-online`; did you mean `no-agent-online`?",
        ),
        (
            with("\"/online\"", "\"online\""),
            "20:6: this is no JSON pointer; it begins with `/`, as in `/config/online`",
        ),
        (
            with("is = true", "is = 0.5"),
            "21:6: this must be `true`, `false`, a whole number or a text, not a number",
        ),
        (
            with("is = true\n", ""),
            "19:1: one of `is`, `at_least` and `same_site` must say what the value is to be, and only one",
        ),
        (
            with("is = true", "is = true\nat_least = 1"),
            "19:1: one of `is`, `at_least` and `same_site`",
        ),
        (
            with("when_not = \"no-agent-online\"\n", ""),
            "19:1: the key `when_not` is missing",
        ),
        (
            with(
                "is = true",
                "is = true\nwords = { en = { say = \"No\", steps = [] } }",
            ),
            "22:18: unknown key `say`; did you mean `says`?",
        ),
        (
            more("[[probe]]\nid = \"status\"\nwhen_not = \"platform-unreachable\""),
            "25:6: the name of a question to the platform's address",
        ),
        (
            more("[[probe]]\nid = \"more\""),
            "24:1: this question tells nothing; it needs `when_not`, `when_elsewhere` or `[[probe.expect]]`",
        ),
        (
            more("[[probe]]\nid = \"start\"\npage = true"),
            "26:8: a page is not read",
        ),
        (
            more(
                "[[probe]]\nid = \"more\"\nwhen_elsewhere = \"site-url-differs\"\n\
                 department = { query = \"d\", listed = { by = \"statu\", at = \"/d\", id = \"i\", name = \"n\" } }",
            ),
            "27:45: `statu` is no question before this one; did you mean `status`?",
        ),
        (
            more("[source_of]\n\"probe.stats\" = \"inferred\""),
            "25:17: this file has no key `probe.stats`; did you mean `probe.status`?",
        ),
    ]);
}

/// Files broken at random: never a panic, always a place that exists, and never a word of what may be a token.
#[test]
fn whatever_is_broken_is_told_in_one_line() {
    let mut chance = Chance(1);
    let mut refused = 0;
    for text in files() {
        for _ in 0..400 {
            let broken = chance.breaks(&text);
            let Err(error) = Platform::parse("my.toml", &broken) else {
                continue;
            };
            refused += 1;
            let told = error.to_string();
            let place: Vec<&str> = told.splitn(4, ':').collect();
            assert_eq!((place.len(), place[0]), (4, "my.toml"), "{told}");
            let line: usize = place[1].parse().unwrap();
            let column: usize = place[2].parse().unwrap();
            let of_text = broken.split('\n').nth(line - 1).unwrap();
            assert!(column <= of_text.chars().count() + 1, "{told}");
            assert!(
                !told.contains('\n') && !place[3].trim().is_empty(),
                "{told}"
            );
            assert!(!told.to_lowercase().contains("canary"), "{told}");
        }
    }
    assert!(refused > 1000, "{refused}");
}

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }

    /// The text with one thing broken.
    fn breaks(&mut self, text: &str) -> String {
        let at = |offset: usize| {
            (0..=offset)
                .rev()
                .find(|at| text.is_char_boundary(*at))
                .unwrap()
        };
        let place = at(self.below(text.len()));
        let after = at((place + self.below(30)).min(text.len()));
        let lines: Vec<&str> = text.lines().collect();
        let line = self.below(lines.len());
        match self.below(6) {
            0 => text[..place].to_owned(),
            1 => format!("{}{}", &text[..place], &text[after.max(place)..]),
            2 => format!(
                "{}{}",
                &text[..place],
                text[place..].replacen('"', "\"EAAGcanary0123456789", 1)
            ),
            3 => {
                let odd = [
                    "\"",
                    "[",
                    "]",
                    "=",
                    "\n",
                    "{",
                    "'",
                    "\u{0}",
                    "ü",
                    "EAAGcanary0123456789",
                ];
                format!(
                    "{}{}{}",
                    &text[..place],
                    odd[self.below(odd.len())],
                    &text[place..]
                )
            }
            4 => lines
                .iter()
                .enumerate()
                .filter(|(n, _)| *n != line)
                .map(|(_, l)| format!("{l}\n"))
                .collect(),
            _ => lines
                .iter()
                .enumerate()
                .map(|(n, l)| {
                    if n == line {
                        format!("{l}\n{l}\n")
                    } else {
                        format!("{l}\n")
                    }
                })
                .collect(),
        }
    }
}
