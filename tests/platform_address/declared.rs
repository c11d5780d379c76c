//! What is asked at a platform's address, and what of a person, stands in the platforms' files and nowhere else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use igdoctor::platform::{Connector, Platform, Probe};

/// The one platform whose address can be asked says in its file how, and by whom each question is known.
#[test]
fn what_is_asked_at_an_address_stands_in_the_file() {
    for platform in Platform::all().unwrap() {
        let asked: Vec<&str> = platform.probe.iter().map(|one| one.id.as_str()).collect();
        let expected: &[&str] = match platform.id.as_str() {
            "rocketchat" => &["info", "start", "livechat", "department"],
            _ => &[],
        };
        assert_eq!(asked, expected, "{}", platform.id);
    }
    let causes: BTreeSet<String> = Platform::find("rocketchat")
        .unwrap()
        .probe
        .iter()
        .flat_map(Probe::causes)
        .map(str::to_owned)
        .collect();
    let catalog = igdoctor::catalog::load().unwrap();
    let tells = ["platform-reachable", "agents-online"].map(|id| catalog.check(id).unwrap());
    let owned = tells.iter().flat_map(|check| check.causes());
    let unread = owned.filter(|cause| !causes.contains(*cause));
    // The one is judged wherever an address is asked, the other is asked of a person.
    let expected = ["confirm-agents-online", "platform-private-address"];
    assert_eq!(unread.collect::<BTreeSet<_>>(), BTreeSet::from(expected));
}

/// A new platform is a new file: no code knows what one of them answers.
#[test]
fn no_code_knows_what_a_platform_answers() {
    // The sandbox plays it, and earlier evidence was about it alone.
    let may_know = ["src/sandbox", "src/evidence/platform/older.rs"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root).unwrap().display().to_string();
            if may_know.iter().any(|known| name.starts_with(known)) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(".rs") {
                let text = fs::read_to_string(&path).unwrap();
                for word in ["livechat", "api/info", "omnichannel"] {
                    assert!(!text.contains(word), "{name}: {word}");
                }
            }
        }
    }
}

/// What each guide asks for inside the platform: what must be finished, options that filter, who may connect, who still receives.
const ASKED: &str = "
| meta-app   | tester-accepted    | platform-setup-incomplete   |
| meta-app   | account-switch     | platform-setup-incomplete   |
| meta-app   | business-login     | platform-setup-incomplete   |
| meta-app   | receiver-keeps-all | filtered-by-platform-option |
| planfix    | templates-set      | platform-setup-incomplete   |
| planfix    | emoji-comments     | filtered-by-platform-option |
| planfix    | emoji-messages     | filtered-by-platform-option |
| planfix    | story-mentions     | filtered-by-platform-option |
| chatt2me   | connected-by-admin | platform-admin-needed       |
| chatt2me   | channel-ready      | platform-setup-incomplete   |
| rocketchat | cloud              | platform-setup-incomplete   |
| rocketchat | site-url           | platform-setup-incomplete   |
| rocketchat | admin              | platform-admin-needed       |
| rocketchat | subscribed         | unsubscribed-in-platform    |
| rocketchat | department         | filtered-by-platform-option |
";

#[test]
fn each_platform_asks_what_only_a_person_sees_there() {
    let mut asked = Vec::new();
    for platform in Platform::all().unwrap() {
        for setup in platform.setup {
            asked.push(format!("{} {} {}", platform.id, setup.id, setup.when_no));
            // A shop owner can answer each with yes or no, in any language.
            for text in [Some(&setup.en), setup.pt_br.as_ref(), setup.ru.as_ref()] {
                let text = text.unwrap_or_else(|| panic!("{} {}", platform.id, setup.id));
                assert!(text.ends_with('?'), "{text}");
            }
        }
    }
    let expected: Vec<String> = ASKED
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| line.replace('|', " "))
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(asked, expected);
    // Where the file says who may connect, a person is asked whether it was one.
    let of_admin = Platform::all()
        .unwrap()
        .into_iter()
        .filter(|platform| platform.who_may_connect == Some(Connector::PlatformAdmin));
    for platform in of_admin {
        let mut setup = platform.setup.iter();
        let asks = setup.any(|setup| setup.when_no == "platform-admin-needed");
        assert!(asks, "{}", platform.id);
    }
}
