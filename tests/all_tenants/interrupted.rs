//! Ctrl-C in the middle: what was begun is told as far as it came, and what was not begun is listed.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use igdoctor::sandbox::world::{Fault, What};
use serde_json::json;

use super::common::tenants::Folder;
use super::common::{self, serve};
use super::{check_all, names, notes, tenant};

fn interrupt(child: &Child) {
    let id = child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .unwrap()
            .success()
    );
}

#[test]
fn what_was_not_begun_is_listed() {
    let sandbox = serve("healthy-facebook-token", |world| {
        world.faults.push(Fault {
            path: "/conversations",
            what: What::Hang(30_000),
            times: None,
        });
    });
    let tenants: Vec<String> = (10..22)
        .map(|number| tenant(&format!("t{number}"), ""))
        .collect();
    let folder = Folder::new(&tenants.concat());
    for format in ["json", "human"] {
        let mut command = check_all(&folder, &sandbox, &["--format", format, "--timeout", "20s"]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let before = asked(&sandbox);
        let child = command.spawn().unwrap();
        // Eight are checked at a time.
        let clock = Instant::now();
        while asked(&sandbox) < before + 8 {
            assert!(
                clock.elapsed() < Duration::from_secs(20),
                "{:?}",
                sandbox.log()
            );
            thread::sleep(Duration::from_millis(20));
        }
        let clock = Instant::now();
        interrupt(&child);
        let run = common::read(child.wait_with_output().unwrap());
        assert!(
            clock.elapsed() < Duration::from_secs(1),
            "{:?}",
            clock.elapsed()
        );
        assert_eq!(run.code, 130, "{}", run.stdout);
        if format == "json" {
            let document = run.json();
            assert_eq!(names(&document).len(), 8);
            let reports = document["reports"].as_array().unwrap();
            assert!(reports.iter().all(|report| report["interrupted"] == true));
            let left = notes(&document, "tenants-left");
            assert_eq!(
                left[0]["args"]["tenants"],
                json!(["t18", "t19", "t20", "t21"])
            );
        } else {
            let text = &run.stdout;
            assert_eq!(text.matches("? interrupted").count(), 8, "{text}");
            assert!(
                text.contains("Interrupted before these were checked: t18, t19, t20, t21"),
                "{text}"
            );
            let closing = "12 tenants: 0 healthy, 0 with findings, 0 that could not be told, 8 interrupted, 4 not checked";
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(closing), "{text}");
        }
        let lines = run.stderr.lines().count();
        assert_eq!(lines, 8, "a line for each that was begun: {}", run.stderr);
    }
}

/// How often the question that never comes back was asked.
fn asked(sandbox: &igdoctor::sandbox::Sandbox) -> usize {
    let log = sandbox.log();
    log.iter()
        .filter(|line| line.ends_with("/conversations"))
        .count()
}

/// While a secret is being read nobody listens to Meta; the signal counts all the same.
#[test]
fn a_signal_between_two_questions_is_not_lost() {
    let sandbox = serve("healthy-facebook-token", |_| {});
    let slow =
        r#"command = ["sh", "-c", "until [ -e go ]; do sleep 0.05; done; sleep 1; cat token"]"#;
    let folder = Folder::new(
        &[
            tenant("a", ""),
            tenant("b", "").replace("env = \"T\"", slow),
        ]
        .concat(),
    );
    folder.put("token", super::TOKEN);
    let mut command = check_all(&folder, &sandbox, &["--format", "json"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    assert_eq!(line, "1/2 a\n");
    let calls = sandbox.calls();
    interrupt(&child);
    folder.put("go", "");
    let mut text = String::new();
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130), "{text}");
    assert_eq!(sandbox.calls(), calls, "b was never asked about");
    let document = serde_json::from_str(&text).unwrap();
    assert_eq!(names(&document), ["a"]);
    assert_eq!(
        notes(&document, "tenants-left")[0]["args"]["tenants"],
        json!(["b"])
    );
}
