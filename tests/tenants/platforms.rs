//! Each of the five platforms, well and broken in its own way, checked by one command per tenant of one file; and its guide.

use std::collections::BTreeSet;

use igdoctor::model::{Access, Outcome};
use igdoctor::platform::Platform;
use igdoctor::sandbox::Sandbox;
use igdoctor::sandbox::worlds;
use serde_json::Value;

use super::common::tenants::Folder;
use super::common::{finish, ids, outcome, serve};

/// One tenant each: the platform, and the worlds in which it is well and broken.
const WORLDS: [(&str, &str); 11] = [
    ("hunion", "healthy-facebook"),
    ("hunion", "hunion-not-chosen"),
    ("planfix", "healthy-planfix"),
    ("planfix", "planfix-page-not-verified"),
    ("planfix", "planfix-emoji-left-out"),
    ("chatt2me", "healthy-chatt2me-facebook"),
    ("chatt2me", "chatt2me-not-an-admin"),
    ("rocketchat", "healthy-rocketchat"),
    ("rocketchat", "rocketchat-nobody-online"),
    ("meta-app", "healthy-instagram"),
    ("meta-app", "meta-app-invitation-pending"),
];

/// Every check that warns, fails or is unknown.
fn findings(report: &Value) -> BTreeSet<(String, String, String)> {
    let found = |id: &&str| matches!(outcome(report, id).0, "warn" | "fail" | "unknown");
    ids(report)
        .into_iter()
        .filter(found)
        .map(|id| {
            let (outcome, cause) = outcome(report, id);
            (id.to_owned(), outcome.to_owned(), cause.to_owned())
        })
        .collect()
}

#[test]
fn every_platform_is_checked_by_one_command_per_tenant() {
    let served: Vec<(&str, Sandbox)> = WORLDS
        .iter()
        .map(|(_, world)| (*world, serve(world, |_| {})))
        .collect();
    let tenants: Vec<(&str, &Sandbox)> = served.iter().map(|(name, s)| (*name, s)).collect();
    let folder = Folder::of(&tenants);
    for ((platform, name), (_, sandbox)) in WORLDS.iter().zip(&tenants) {
        let mut args = vec![*name, "--format", "json", "--quiet"];
        if sandbox.world().access == Access::None {
            args.push("--no-token");
        }
        let run = finish(folder.check(sandbox, &args));
        assert_eq!(run.stderr, "", "{name}");
        let report = run.json();
        assert_eq!(report["tenant"]["platform"], *platform, "{name}");
        assert_eq!(report["tenant"]["name"], *name);
        let world = worlds::find(name).unwrap();
        let expected: BTreeSet<_> = world
            .expected
            .iter()
            .map(|(check, outcome, cause)| {
                (
                    (*check).to_owned(),
                    outcome.to_string(),
                    (*cause).to_owned(),
                )
            })
            .collect();
        assert_eq!(findings(&report), expected, "{name}");
        // Setup inside the platform counts as a warning: messages come, though not all of them are seen.
        let broken = world
            .expected
            .iter()
            .any(|(check, outcome, _)| *outcome == Outcome::Fail && *check != "platform-setup");
        assert_eq!(run.code, i32::from(broken), "{name}");
    }
}

/// What a person saw is told with who it was and when, also where it is why something is broken.
#[test]
fn what_a_person_saw_is_told_with_who_and_when() {
    let sandbox = serve("planfix-emoji-left-out", |_| {});
    let folder = Folder::of(&[("loja", &sandbox)]);
    let report = finish(folder.check(&sandbox, &["loja", "--format", "json"])).json();
    let args = &super::common::find(&report, "platform-setup")["args"];
    assert_eq!(args["by"], "person");
    assert_eq!(args["seen_by"], "Ana");
    assert_eq!(args["questions"], serde_json::json!(["emoji-messages"]));
}

#[test]
fn every_guide_is_walked_in_its_own_order() {
    let platforms = Platform::all().unwrap();
    let text: Vec<String> = platforms
        .iter()
        .map(|platform| format!("[tenants.my-{0}]\nplatform = \"{0}\"\n", platform.id))
        .collect();
    let folder = Folder::new(&text.concat());
    for platform in &platforms {
        let name = format!("my-{}", platform.id);
        let json = ["check", &name, "--no-token", "--format", "json"];
        let report = finish(folder.igdoctor(&json)).json();
        let guide = &platform.guide_order;
        assert!(guide.len() >= 6, "{name}");
        assert_eq!(ids(&report)[..guide.len()], *guide, "{name}");
        // A person is led the same way.
        let walk = finish(folder.igdoctor(&["check", &name, "--no-token"]));
        assert_eq!(walk.code, 3, "{name}");
        let (_, walk) = walk
            .stdout
            .split_once("things to look at, in this order")
            .unwrap();
        let asked = guide.iter().filter(|id| outcome(&report, id).0 == "ask");
        let mut last = 0;
        for (number, id) in (1..).zip(asked) {
            let title = super::common::find(&report, id)["title"].as_str().unwrap();
            let start: String = title.chars().take(30).collect();
            let place = walk.find(&format!("{number}. {start}"));
            let place = place.unwrap_or_else(|| panic!("{number}. {start} is missing in {walk}"));
            assert!(place >= last, "{name}: {id}");
            last = place;
        }
        assert!(last > 0, "{name}");
    }
}
