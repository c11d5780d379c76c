//! The platform files say what their sources say, and each platform's guide is walked in its own order.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use common::{check, outcome, run};
use igdoctor::model::{Flow, Routing};
use igdoctor::platform::{self, General, INFERRED, Platform, Unit};

/// What the five sources say, one row a platform. `*`: no source says it.
const SAID: &str = "
| platform   | flows              | Page             | account       | routing       | comments | who connects   |
| meta-app   | instagram facebook | no               | professional* | ours-or-none* | yes      | app-role       |
| hunion     | facebook           | settings         | professional* | chosen        | yes*     | -              |
| planfix    | facebook           | messaging* verified | professional | ours-or-none* | yes   | -              |
| chatt2me   | facebook instagram | settings         | professional  | ours-or-none* | no*      | platform-admin |
| rocketchat | facebook           | messaging*       | business      | ours-or-none* | no*      | platform-admin |
";

fn find(id: &str) -> Platform {
    Platform::find(id).unwrap()
}

fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("checks/platforms");
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (id, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// A value with a mark if it is inferred.
fn marked(platform: &Platform, key: &str, value: &str) -> String {
    let inferred = platform.source_of[key] == INFERRED;
    format!("{value}{}", if inferred { "*" } else { "" })
}

#[test]
fn every_platform_is_as_its_source_says() {
    let rows: Vec<Vec<&str>> = SAID
        .lines()
        .filter(|line| !line.is_empty())
        .skip(1)
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert_eq!(rows.len(), Platform::all().unwrap().len());
    for row in rows {
        let platform = find(row[0]);
        let flows: Vec<&str> = platform.flows.iter().map(|flow| flow.as_str()).collect();
        let page = if platform.page_required {
            let role = marked(&platform, "page_role", platform.page_role.as_str());
            let verified = if platform.page_verified {
                " verified"
            } else {
                ""
            };
            format!("{role}{verified}")
        } else {
            "no".to_owned()
        };
        let comments = if platform.comments { "yes" } else { "no" };
        let real = [
            platform.id.clone(),
            flows.join(" "),
            page,
            marked(&platform, "account", platform.account.as_str()),
            marked(&platform, "routing", platform.routing.as_str()),
            marked(&platform, "comments", comments),
            platform
                .who_may_connect
                .map_or("-", |who| who.as_str())
                .to_owned(),
        ];
        assert_eq!(real.to_vec(), row);
        assert_eq!(platform.own_app, row[0] == "meta-app");
    }
}

/// A reader finds for each value which page says it, or that none does.
#[test]
fn every_value_names_its_source() {
    for (id, text) in files() {
        let platform = find(&id);
        let named: Vec<String> = platform.source_of.keys().cloned().collect();
        assert_eq!(platform::keys(&text), named, "{id}");
        sources_exist(&id, &platform.source_of, &platform.sources);
        assert_ne!(platform.source_of["name"], INFERRED, "{id}");
    }
    let general = General::load().unwrap();
    let named: Vec<String> = general.source_of.keys().cloned().collect();
    assert_eq!(platform::keys(General::TEXT), named);
    sources_exist("replies", &general.source_of, &general.sources);
    assert!(general.source_of.values().all(|page| page != INFERRED));
}

fn sources_exist(
    id: &str,
    source_of: &std::collections::BTreeMap<String, String>,
    sources: &std::collections::BTreeMap<String, platform::Source>,
) {
    let used: BTreeSet<&String> = source_of
        .values()
        .filter(|page| *page != INFERRED)
        .collect();
    assert_eq!(used, sources.keys().collect(), "{id}: every page is used");
    for source in sources.values() {
        assert!(
            ["en", "pt-BR", "ru"].contains(&source.lang.as_str()),
            "{id}"
        );
        assert!(!source.title.is_empty(), "{id}");
        let public = |url: &String| url.starts_with("https://");
        assert!(source.url.as_ref().is_none_or(public), "{id}");
    }
}

#[test]
fn the_dashboard_lists_are_exactly_those_of_the_source() {
    let app = find("meta-app");
    let needs = app.needs(Flow::Instagram).unwrap();
    assert_eq!(
        needs.permissions,
        [
            vec!["instagram_business_basic"],
            // As the dashboard writes it, or as the login grants it.
            vec![
                "instagram_manage_comments",
                "instagram_business_manage_comments"
            ],
            vec!["instagram_business_manage_messages"],
        ]
    );
    assert_eq!(
        needs.webhook_fields,
        [
            "comments",
            "live_comments",
            "message_edit",
            "message_reactions",
            "messages",
            "messaging_postbacks",
            "messaging_referral",
            "messaging_seen",
        ]
    );
    assert_eq!(
        needs.webhook_fields_off,
        ["messaging_handover", "messaging_optins", "standby"]
    );
    assert_eq!(needs.webhook_version.as_deref(), Some("v24.0"));
    for never in ["mentions", "message_echoes", "story_insights"] {
        assert!(
            Platform::all().unwrap().iter().all(|platform| {
                Flow::ALL
                    .iter()
                    .filter_map(|flow| platform.needs(*flow))
                    .all(|needs| !needs.webhook_fields.iter().any(|field| field == never))
            }),
            "{never}"
        );
    }
}

/// The permissions as the dashboard writes them, its eight fields on and three off at v24.0: nothing is found.
#[test]
fn the_setup_of_the_dashboard_is_healthy() {
    let sandbox = common::serve("healthy-dashboard", |_| {});
    let world = sandbox.world();
    let granted: Vec<&str> = world
        .permissions
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        granted,
        [
            "instagram_business_basic",
            "instagram_manage_comments",
            "instagram_business_manage_messages"
        ]
    );
    let app = find("meta-app");
    let needs = app.needs(Flow::Instagram).unwrap();
    let fields: Vec<(String, String)> = needs
        .webhook_fields
        .iter()
        .map(|field| (field.clone(), "v24.0".to_owned()))
        .collect();
    assert_eq!(world.app.webhooks.len(), 1);
    assert_eq!(world.app.webhooks[0].fields, fields);

    let run = check(
        "healthy-dashboard",
        &["--strict", "--skip", "platform-setup"],
    );
    assert_eq!(run.code, 0, "{}", run.stdout);
    let report = run.json();
    for count in ["warn", "fail", "unknown", "ask"] {
        assert_eq!(report["summary"][count], 0, "{count}: {report:#}");
    }
    for id in ["required-permissions", "webhook-fields", "account-fields"] {
        assert_eq!(outcome(&report, id).0, "pass", "{id}");
    }
}

#[test]
fn what_chatt2me_does_not_list_is_never_required() {
    let platform = find("chatt2me");
    let needs = platform.needs(Flow::Facebook).unwrap();
    let one_each: Vec<&str> = needs
        .permissions
        .iter()
        .map(|any| any[0].as_str())
        .collect();
    assert_eq!(
        one_each,
        [
            "instagram_basic",
            "instagram_manage_messages",
            "pages_manage_metadata",
            "pages_messaging"
        ]
    );
    assert!(needs.permissions.iter().all(|any| any.len() == 1));
    assert_eq!(platform.source_of["facebook.permissions"], "guide");
    assert_eq!(platform.source_of["instagram.permissions"], INFERRED);
}

#[test]
fn limits_on_replies_are_those_of_the_sources() {
    let meta = General::load().unwrap().replies;
    assert_eq!(meta.direct_window_hours, Some(24));
    assert_eq!(meta.human_agent_days, Some(7));
    assert_eq!(meta.private_reply_days, Some(7));
    let text = meta.text_max.unwrap();
    assert_eq!((text.most, text.unit), (1000, Unit::Bytes));
    assert_eq!(text.of("привет"), 12);

    let planfix = find("planfix");
    let replies = &planfix.replies;
    let text = replies.text_max.unwrap();
    assert_eq!(
        (text.most, text.unit, text.of("привет")),
        (1000, Unit::Characters, 6)
    );
    assert_eq!(replies.comment_max.unwrap().most, 265);
    let side = replies.image_side_px.unwrap();
    assert_eq!((side.min, side.max), (256, 6144));
    assert_eq!(replies.image_max_bytes, Some(8 * 1024 * 1024));
    let bulk = replies.bulk.unwrap();
    assert_eq!(
        (bulk.more_than, bulk.minutes, bulk.kept_months),
        (3, 5, Some(1))
    );
    let left_out: Vec<&str> = planfix
        .unsupported
        .iter()
        .map(|kind| kind.as_str())
        .collect();
    assert_eq!(
        left_out,
        [
            "photo-gallery",
            "forwarded-reel",
            "forwarded-story",
            "igtv",
            "reel",
            "forwarding",
            "call"
        ]
    );

    let chatt2me = find("chatt2me").replies;
    assert_eq!(chatt2me.can_write_first, Some(false));
    assert_eq!(chatt2me.said_window_days, Some(7));
    assert_eq!(chatt2me.direct_window_hours, None, "Meta's holds");
    let ids =
        |kinds: &[platform::IdKind]| -> Vec<&str> { kinds.iter().map(|id| id.as_str()).collect() };
    assert_eq!(ids(&chatt2me.to), ["igsid"]);
    assert_eq!(ids(&chatt2me.from), ["channel-uuid", "username"]);
}

#[test]
fn texts_seen_inside_a_platform_lead_to_a_cause() {
    let texts: Vec<(String, String)> = find("planfix")
        .texts
        .iter()
        .map(|text| (text.cause.clone(), text.ru.clone().unwrap()))
        .collect();
    let expected = [
        (
            "message-unsent",
            "Сообщение удалено пользователем Instagram",
        ),
        (
            "unsupported-content",
            "Контент не поддерживается официальным API Instagram",
        ),
    ];
    assert_eq!(
        texts,
        expected.map(|(cause, text)| (cause.to_owned(), text.to_owned()))
    );
}

#[test]
fn what_a_guide_does_not_ask_for_is_not_asked() {
    assert!(find("hunion").setup.is_empty());
    let report = run(&[
        "check",
        "--platform",
        "hunion",
        "--no-token",
        "--format",
        "json",
    ])
    .json();
    assert_eq!(outcome(&report, "platform-setup"), ("skipped", "platform"));
    assert_eq!(find("hunion").routing, Routing::Chosen);
}

#[test]
fn without_a_token_each_guide_is_walked_in_its_own_order() {
    let catalog = igdoctor::catalog::load().unwrap();
    for platform in Platform::all().unwrap() {
        for flow in &platform.flows {
            let run = run(&[
                "check",
                "--platform",
                &platform.id,
                "--flow",
                flow.as_str(),
                "--no-token",
                "--format",
                "json",
            ]);
            let report = run.json();
            let walked = common::ids(&report);
            let guide = &platform.guide_order;
            assert!(guide.len() >= 6, "{}", platform.id);
            assert_eq!(walked[..guide.len()], *guide, "{} {flow}", platform.id);
            let steps = |id: &String| &catalog.check(id).unwrap().guides;
            let covers = |step: &String| step.split(' ').next() == Some(&platform.id);
            let foreign = guide.iter().find(|id| !steps(id).iter().any(covers));
            assert_eq!(foreign, None, "{}: its file names no step", platform.id);
            let asked = guide.iter().filter(|id| outcome(&report, id).0 == "ask");
            assert!(asked.count() >= 2, "{} {flow}", platform.id);
        }
    }
}

/// Planfix demands a verified Page, and without a token only a person can see the badge.
#[test]
fn a_verified_page_is_asked_for_only_where_it_is_demanded() {
    for (world, questions) in [("no-token-planfix", 2), ("no-token-hunion", 1)] {
        let report = check(world, &["--only", "page-published"]).json();
        let open = &common::find(&report, "page-published")["args"]["questions"];
        assert_eq!(open.as_array().unwrap().len(), questions, "{world}");
    }
}

#[test]
fn the_list_tells_everything_to_programs() {
    let list = run(&["list", "--platforms", "--format", "json"]).json();
    let platforms = list["platforms"].as_array().unwrap();
    assert_eq!(platforms.len(), 5);
    let planfix = platforms.iter().find(|one| one["id"] == "planfix").unwrap();
    assert_eq!(planfix["replies"]["comment_max"]["most"], 265);
    assert_eq!(planfix["sources"]["guide"]["lang"], "ru");
    assert_eq!(planfix["source_of"]["facebook.permissions"], "inferred");
    assert_eq!(planfix["texts"][0]["cause"], "message-unsent");
    assert_eq!(list["general"]["replies"]["text_max"]["unit"], "bytes");
}
