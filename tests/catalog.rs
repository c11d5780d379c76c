//! What holds the catalog together: files, registrations, needs, causes, words and placeholders.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use igdoctor::catalog::{self, Catalog, Check};
use igdoctor::model::{Language, Outcome, Question};
use igdoctor::platform::Platform;
use igdoctor::words::parts;

/// Phrases that every text may use.
const PHRASES: [&str; 5] = ["account", "page", "app", "platform", "reconnect"];
/// Values of refusals and of the rules between checks, which any cause may use.
const COMMON: [&str; 6] = ["code", "subcode", "trace", "minutes", "questions", "also"];

fn catalog() -> &'static Catalog {
    catalog::load().unwrap()
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/checks"))
}

/// Every text of a check in English, with the name of the place where it stands.
fn texts(check: &Check) -> Vec<(String, &str)> {
    let words = check.words(Language::En).unwrap();
    let mut texts = vec![
        ("title".to_owned(), words.title.as_str()),
        ("why".to_owned(), words.why.as_str()),
    ];
    texts.extend(
        words
            .config
            .iter()
            .map(|text| ("config".to_owned(), text.as_str())),
    );
    texts.extend(
        words
            .confirm
            .iter()
            .map(|text| ("confirm".to_owned(), text.as_str())),
    );
    for (cause, words) in &words.cause {
        texts.push((format!("cause.{cause}.says"), &words.says));
        texts.extend(
            words
                .steps
                .iter()
                .map(|step| (format!("cause.{cause}.steps"), step.as_str())),
        );
    }
    texts
}

#[test]
fn every_file_is_registered_and_every_registration_has_a_file() {
    let files: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
        .filter(|name| !["causes", "graph-errors", "replies", "texts"].contains(&name.as_str()))
        .collect();
    let registered: BTreeSet<String> = catalog()
        .checks()
        .iter()
        .map(|check| check.id.to_owned())
        .collect();
    assert_eq!(files, registered);
}

#[test]
fn every_platform_file_is_registered_and_valid() {
    let files: BTreeSet<String> = fs::read_dir(folder().join("platforms"))
        .unwrap()
        .map(|entry| {
            entry
                .unwrap()
                .file_name()
                .into_string()
                .unwrap()
                .trim_end_matches(".toml")
                .to_owned()
        })
        .collect();
    let known: BTreeSet<String> = Platform::all()
        .unwrap()
        .into_iter()
        .map(|platform| platform.id)
        .collect();
    assert_eq!(files, known);
}

/// Ids and causes are forever: whoever wrote a script around them must not find them gone.
#[test]
fn no_id_or_cause_of_the_contract_is_missing() {
    let contract = include_str!("contract.txt");
    let mut missing = Vec::new();
    for line in contract
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let (check, causes) = line.split_once(':').unwrap();
        for cause in causes.split_whitespace() {
            let found = if check == "-" {
                catalog().free_cause(cause).is_some()
            } else {
                catalog()
                    .owner(cause)
                    .is_some_and(|owner| owner.id == check)
            };
            if !found {
                missing.push(format!("{check}: {cause}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn needs_form_no_cycle_and_judges_exist() {
    for check in catalog().checks() {
        assert!(
            !catalog().needs(check.id, check.id),
            "{} needs itself",
            check.id
        );
        assert!(
            igdoctor::judge::judge_of(check.id).is_some(),
            "{} has no judge",
            check.id
        );
    }
}

/// A check of a reply has a judge as well, tells causes that have words, and can say that something was not told.
#[test]
fn the_checks_of_a_reply_are_whole() {
    let folder = folder().join("message");
    let files = fs::read_dir(folder).unwrap();
    let files: BTreeSet<String> = files
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| name.trim_end_matches(".toml").to_owned())
        .collect();
    let replies = catalog().replies();
    let ids: BTreeSet<String> = replies.iter().map(|check| check.id.to_owned()).collect();
    assert_eq!(files, ids);
    for check in replies {
        assert!(
            igdoctor::judge::reply::judge_of(check.id).is_some(),
            "{}",
            check.id
        );
        // Beside that, only what a refusal tells is its own.
        let refused = check.refusals.iter().map(|refusal| refusal.cause.clone());
        let own: BTreeSet<String> = refused.chain([format!("confirm-{}", check.id)]).collect();
        let causes: BTreeSet<String> = check.causes().map(str::to_owned).collect();
        assert_eq!(causes, own);
        let unknown = |cause: &&String| catalog().free_cause(cause).is_none();
        assert_eq!(check.tells.iter().find(unknown), None, "{}", check.id);
        let module = check.id.trim_start_matches("reply-");
        let source =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/judge/reply/{module}.rs"));
        let source = fs::read_to_string(source).unwrap();
        for cause in &check.tells {
            assert!(
                source.contains(&format!("\"{cause}\"")),
                "{}: {cause}",
                check.id
            );
        }
    }
}

#[test]
fn every_question_is_read_by_a_check() {
    let read: BTreeSet<Question> = catalog()
        .all()
        .iter()
        .flat_map(|check| &check.asks)
        .copied()
        .collect();
    let unread: Vec<&Question> = Question::ALL
        .iter()
        .filter(|question| !read.contains(question))
        .collect();
    assert!(unread.is_empty(), "{unread:?}");
}

#[test]
fn refusals_confirmations_and_overrides_name_causes_of_their_check() {
    for check in catalog().checks() {
        let own: BTreeSet<&str> = check.causes().collect();
        for cause in check
            .refusals
            .iter()
            .map(|refusal| &refusal.cause)
            .chain(check.confirm.iter().map(|confirm| &confirm.when_no))
            .chain(check.cause.keys())
        {
            assert!(
                own.contains(cause.as_str()),
                "{}: `{cause}` has no words here",
                check.id
            );
        }
        // Of a message that is followed, people are asked while it is on its way.
        let asks_otherwise = ["platform-setup", "message-round-trip"].contains(&check.id);
        let asks_a_person = !check.confirm.is_empty() || asks_otherwise;
        assert_eq!(
            own.contains(format!("confirm-{}", check.id).as_str()),
            asks_a_person,
            "{}",
            check.id
        );
    }
}

/// A cause that a judge can return stands in its source as text; each must have words in the file of that check.
#[test]
fn every_cause_that_a_judge_names_belongs_to_its_check() {
    for check in catalog().checks() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src/judge")
            .join(format!("{}.rs", check.id.replace('-', "_")));
        let source = fs::read_to_string(&path).unwrap();
        let named = source
            .split('"')
            .skip(1)
            .step_by(2)
            .filter(|text| text.contains('-') && catalog().cause(text).is_some());
        for cause in named {
            let owner = catalog().owner(cause).map(|owner| owner.id);
            let shared = owner == Some("token-valid")
                && catalog().facts(check, cause).outcome == Outcome::Unknown;
            // What a judge compares a refusal of another question with is no cause of its own.
            assert!(
                owner == Some(check.id) || shared,
                "{}: `{cause}` belongs to {owner:?}",
                path.display()
            );
        }
    }
}

#[test]
fn every_text_is_well_formed_and_fills_only_what_is_declared() {
    let mut faults = Vec::new();
    for check in catalog().all() {
        for (place, text) in texts(check) {
            match parts(text, Language::En) {
                Ok(names) => {
                    let known = |name: &String| {
                        check.args.contains(name)
                            || PHRASES.contains(&name.as_str())
                            || COMMON.contains(&name.as_str())
                    };
                    faults.extend(
                        names.into_iter().filter(|name| !known(name)).map(|name| {
                            format!("{}: {place}: {{{name}}} is not declared", check.id)
                        }),
                    );
                }
                Err(error) => faults.push(format!("{}: {place}: {error}", check.id)),
            }
        }
    }
    for (cause, free) in catalog().free_causes() {
        for text in free.en.steps.iter().chain([&free.en.says, &free.en.title]) {
            for name in parts(text, Language::En).unwrap() {
                if !free.args.contains(&name) && !PHRASES.contains(&name.as_str()) {
                    faults.push(format!("causes.toml: {cause}: {{{name}}} is not declared"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn titles_are_short_statements_and_findings_say_what_to_do() {
    for check in catalog().all() {
        let words = check.words(Language::En).unwrap();
        assert!(
            words.title.chars().count() <= 60,
            "{}: {}",
            check.id,
            words.title
        );
        assert!(!words.title.ends_with('.'), "{}: {}", check.id, words.title);
        assert_eq!(words.confirm.len(), check.confirm.len(), "{}", check.id);
        assert!(
            words.confirm.iter().all(|question| question.ends_with('?')),
            "{}",
            check.id
        );
        for (cause, words) in &words.cause {
            assert!(
                !words.says.is_empty() && !words.steps.is_empty(),
                "{}: {cause}",
                check.id
            );
        }
        for link in check.links.values() {
            assert!(link.starts_with("https://"), "{}: {link}", check.id);
        }
    }
}

#[test]
fn every_error_leads_to_a_cause_that_has_words() {
    let mut seen = BTreeMap::new();
    for row in catalog().errors() {
        for cause in std::iter::once(&row.cause).chain(&row.also) {
            assert!(
                catalog().cause_text(cause, Language::En).is_some(),
                "{}/{:?}: `{cause}`",
                row.code,
                row.subcode
            );
        }
        let key = format!(
            "{:?}",
            (
                row.code,
                row.subcode,
                row.bare,
                row.either,
                &row.prefix,
                row.flow,
                row.credential.is_some()
            )
        );
        assert!(seen.insert(key.clone(), ()).is_none(), "two rows for {key}");
    }
}

/// Every code and subcode of the error catalog that the project was built from.
#[test]
fn the_documented_errors_are_known() {
    let documented: &[(i64, Option<i64>, &str)] = &[
        (-2, Some(2_534_084), "advanced-access-missing"),
        (4, None, "rate-limited"),
        (10, Some(2_534_022), "window-closed"),
        (10, Some(2_534_048), "advanced-access-missing"),
        (17, None, "rate-limited"),
        (25, Some(2_207_050), "account-restricted"),
        (32, None, "rate-limited"),
        (100, Some(2_534_037), "routed-to-other-app"),
        (100, Some(2_534_013), "page-not-linked"),
        (190, Some(463), "token-expired"),
        (190, Some(492), "page-role-lost"),
        (200, Some(2_534_041), "connected-tools-off"),
        (200, Some(2_018_028), "app-in-development"),
        (230, None, "permission-missing"),
        (613, None, "rate-limited"),
        (2_018_300, None, "routed-to-other-app"),
        (100, Some(2_018_300), "routed-to-other-app"),
        (80_002, None, "rate-limited"),
    ];
    for (code, subcode, cause) in documented {
        let signature = catalog::Signature {
            code: *code,
            subcode: *subcode,
            message: "",
            flow: igdoctor::model::Flow::Facebook,
            app_credentials: false,
        };
        assert_eq!(
            catalog().error(&signature).map(|row| row.cause.as_str()),
            Some(*cause),
            "{code}/{subcode:?}"
        );
    }
}
