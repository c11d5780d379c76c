//! Three hundred tenants: little memory, always the same order, and somebody who waits sees how far it is.

use std::io::Read as _;
use std::process::Stdio;

use igdoctor::sandbox::Sandbox;

use super::common::pty::Pty;
use super::common::tenants::Folder;
use super::common::{finish, serve};
use super::{TOKEN, check_all, names, tenant};

const COUNT: usize = 300;

fn name(number: usize) -> String {
    format!("tenant-{number:03}")
}

/// Every tenant is broken, so that there is much to tell.
fn served() -> (Folder, Sandbox) {
    let sandbox = serve("connected-tools-off", |world| world.latency_ms = 10);
    // The file's own order is another one.
    let tenants: Vec<String> = (0..COUNT)
        .rev()
        .map(|number| tenant(&name(number), ""))
        .collect();
    (Folder::new(&tenants.concat()), sandbox)
}

/// The most memory that a process ever held, in MB, as Linux counts it.
fn peak(id: u32) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .unwrap();
    let kilobytes: usize = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kilobytes / 1024
}

#[test]
fn three_hundred_tenants_take_less_than_60_mb() {
    let (folder, sandbox) = served();
    for format in ["json", "human"] {
        let mut command = check_all(&folder, &sandbox, &["--format", format, "--quiet"]);
        command.stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        // With the first byte the document is complete, and its rest is longer than a pipe holds: there the process stands
        // still, with all the memory behind it that it will ever have needed.
        let mut text = vec![0];
        stdout.read_exact(&mut text).unwrap();
        let peak = peak(child.id());
        stdout.read_to_end(&mut text).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(1), "{format}");
        assert!(text.len() > 256 * 1024, "{format}: {}", text.len());
        println!("{format}: {peak} MB");
        assert!(peak < 60, "{format}: {peak} MB");
    }
}

#[test]
fn the_order_is_that_of_the_names_in_every_run() {
    let (folder, sandbox) = served();
    let expected: Vec<String> = (0..COUNT).map(name).collect();
    let run = finish(check_all(&folder, &sandbox, &["--format", "json"]));
    assert_eq!(names(&run.json()), expected);
    // Elsewhere than on a terminal each is told as it is done, in whatever order.
    let lines: Vec<(&str, &str)> = run
        .stderr
        .lines()
        .map(|line| line.split_once(' ').unwrap())
        .collect();
    let counts: Vec<String> = (1..=COUNT).map(|done| format!("{done}/{COUNT}")).collect();
    assert_eq!(
        lines.iter().map(|(count, _)| *count).collect::<Vec<_>>(),
        counts
    );
    let mut done: Vec<&str> = lines.iter().map(|(_, name)| *name).collect();
    done.sort_unstable();
    assert_eq!(done, expected);
    let [one, other] = [(), ()].map(|()| finish(check_all(&folder, &sandbox, &["--quiet"])));
    assert_eq!((one.code, one.stderr.as_str()), (1, ""));
    assert_eq!(one.stdout, other.stdout);
}

#[test]
fn a_person_sees_a_bar_that_goes_away() {
    let (folder, sandbox) = served();
    let roots = folder.put("roots.pem", &sandbox.ca_pem());
    let (file, url) = (
        folder.path("igdoctor.toml"),
        sandbox.graph_url().to_string(),
    );
    let args = [
        "check",
        "--all",
        "--config",
        file.to_str().unwrap(),
        "--graph-url",
        &url,
        "--format",
        "json",
    ];
    let env = [("T", TOKEN), ("SSL_CERT_FILE", roots.to_str().unwrap())];
    let Some(pty) = Pty::igdoctor(&args, &env) else {
        return;
    };
    let screen = pty.until(&format!("/{COUNT} tenant-"));
    assert!(
        screen.contains('░') && screen.trim().lines().count() == 1,
        "{screen}"
    );
    let ended = pty.end();
    ended.left_in_order();
    assert_eq!(ended.code, 1, "{}", ended.screen);
    assert_eq!(ended.screen.trim(), "", "nothing of it is left");
    assert_eq!(
        names(&serde_json::from_str(&ended.stdout).unwrap()).len(),
        COUNT
    );
}
