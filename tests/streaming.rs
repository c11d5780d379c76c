//! In the middle of a run it is known which checks no further answer can change. What is said then is never taken back.

mod common;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::time::Duration;

use common::pool::for_each;
use igdoctor::catalog::{self, Catalog};
use igdoctor::engine::{self, Errand, Manner, Observer, Settled, SoFar};
use igdoctor::evidence::{Saved, Selection, State, Watch};
use igdoctor::model::{Language, Question};
use igdoctor::plan::Plan;
use igdoctor::report::{self, CheckReport};
use igdoctor::sandbox::world::{Fault, What};
use igdoctor::sandbox::worlds::{self, Named};
use igdoctor::sandbox::{Sandbox, tenant};
use serde_json::{Value, json};

/// Looks at every moment of a run.
struct Follower {
    catalog: &'static Catalog,
    panics: Option<&'static str>,
    /// The checks that were certain, moment by moment.
    moments: RefCell<Vec<Vec<CheckReport>>>,
}

impl Observer for Follower {
    fn asking(&self, _: Question) {}
    fn answered(&self, _: Question, _: State<'_>, _: u64) {}
    fn learned(&self, so_far: SoFar<'_>) {
        let Some((saved, watch)) = so_far.saved() else {
            return;
        };
        let mut settled =
            engine::judge_so_far(self.catalog, so_far.plan(), &saved, &watch, self.panics);
        settled.truncate(report::ready(self.catalog, &saved, &watch, &settled));
        let report = report::build(self.catalog, &saved, &settled, Language::En);
        self.moments.borrow_mut().push(report.checks);
    }
}

/// What is asked of Meta. Each is held up in turn, so that answers come in many orders.
const PATHS: [&str; 8] = [
    "/me",
    "/accounts",
    "/subscribed_apps",
    "/conversations",
    "/thread_owner",
    "/debug_token",
    "/media",
    "/subscriptions",
];

/// What was ever said too early in a world, and how many checks were said before the end.
fn too_early(named: &'static Named, held_up: &'static str) -> (Vec<String>, usize) {
    let catalog = catalog::load().unwrap();
    let mut world = (named.make)();
    world.faults.push(Fault {
        path: held_up,
        what: What::Hang(60),
        times: None,
    });
    let sandbox = Sandbox::start(world.clone()).unwrap();
    let (tenant, hints) = tenant(named.name, &world, &sandbox).unwrap();
    let selection = Selection {
        with: hints.with.clone(),
        ..Selection::default()
    };
    let manner = Manner {
        graph_url: Some(hints.graph_url.clone()),
        version: igdoctor::graph::DEFAULT_VERSION,
        timeout: Duration::from_millis(hints.timeout_ms.unwrap_or(60_000)),
        pause: Duration::from_millis(5),
        record: false,
        roots: Some(hints.roots.clone()),
        names: hints.names.clone(),
        no_roots: hints.no_roots,
    };
    let plan = Plan::new(catalog, &selection, &tenant.expect).unwrap();
    let graph = manner.graph(&tenant);
    let follower = Follower {
        catalog,
        panics: hints.panics,
        moments: RefCell::default(),
    };
    let errand = Errand {
        tenant: &tenant,
        selection: &selection,
        plan: &plan,
        manner: &manner,
        graph: &graph,
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let gathered = runtime.block_on(engine::gather(errand, &follower, std::future::pending()));
    let moments = follower.moments.into_inner();
    // Several Pages could be meant: then nothing may have been said at all.
    let Ok(saved) = gathered else {
        return (
            moments
                .iter()
                .filter(|checks| !checks.is_empty())
                .map(|_| format!("{}: said something of no Page", named.name))
                .collect(),
            0,
        );
    };
    let settled = engine::judge(catalog, &plan, &saved, hints.panics);
    let end = report::build(catalog, &saved, &settled, Language::En).checks;
    let mut faults = Vec::new();
    for said in &moments {
        for (early, late) in said.iter().zip(&end) {
            if early != late {
                faults.push(format!(
                    "{} ({held_up}): {early:?} became {late:?}",
                    named.name
                ));
            }
        }
        if said.len() > end.len() {
            faults.push(format!("{}: more was said than there is", named.name));
        }
    }
    // Before the last answer came: what the last two moments add is no early news.
    let early = moments.iter().rev().nth(2).map_or(0, Vec::len);
    (faults, early)
}

#[test]
fn nothing_that_was_said_in_any_world_is_taken_back() {
    let turns: Vec<(&'static Named, &'static str)> = worlds::all()
        .enumerate()
        .flat_map(|(place, world)| {
            // Two of the paths each; all of them over the worlds.
            [place, place + 3].map(|path| (world, PATHS[path % PATHS.len()]))
        })
        .collect();
    let told = for_each(turns, |(world, path)| too_early(world, path));
    let (found, early): (Vec<_>, Vec<usize>) = told.into_iter().unzip();
    let found = found.concat();
    assert!(found.is_empty(), "{}", found.join("\n"));
    let some = early.iter().filter(|count| **count > 0).count();
    assert!(
        some * 2 > early.len(),
        "most runs say nothing early: {early:?}"
    );
}

/// Everything that can become of a question instead of an answer.
fn failures() -> Vec<Value> {
    let refusal = |code: i64, subcode: Option<i64>, app: bool| json!({"refused": {"http_status": 400, "code": code, "subcode": subcode, "message": "", "trace": "A", "is_transient": false, "wait_minutes": null, "app_credentials": app}});
    let rows = catalog::load().unwrap().errors().iter();
    let mut all: Vec<Value> = rows
        .map(|row| refusal(row.code, row.subcode, row.credential.is_some()))
        .collect();
    all.push(refusal(987_654, Some(1), false));
    all.push(json!({"unreachable": {"kind": "time-limit", "detail": "x"}}));
    all.extend(
        ["access", "config", "usage", "interrupted", "not-needed"]
            .map(|why| json!({"not-asked": why})),
    );
    all
}

/// A question is open, and everything that could become of it leads to what was said before.
#[test]
fn whatever_becomes_of_an_open_question_changes_nothing_that_was_said() {
    let catalog = catalog::load().unwrap();
    let failures = failures();
    let mut said = 0;
    for world in [
        "healthy-facebook",
        "healthy-facebook-token",
        "healthy-facebook-user",
        "healthy-instagram",
        "healthy-rocketchat",
    ] {
        let some: &[&str] = &["--only", "messages-readable,comments-readable"];
        let turns = if world == "healthy-facebook" {
            vec![&[][..], some]
        } else {
            vec![&[][..]]
        };
        for flags in turns {
            let (_, file) = common::save(world, flags);
            let kept: Value =
                serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
            let fields: Vec<String> = kept["evidence"]
                .as_object()
                .unwrap()
                .keys()
                .cloned()
                .collect();
            for field in &fields {
                let question: Question = field.replace('_', "-").parse().unwrap();
                let mut open = BTreeSet::from([question]);
                for second in [None, Some(Question::Conversations)] {
                    open.extend(second);
                    let ends = std::iter::once(None).chain(failures.iter().map(Some));
                    let mut before: Option<Vec<Settled>> = None;
                    for end in ends {
                        let mut kept = kept.clone();
                        if let Some(end) = end {
                            kept["evidence"][field]["answer"] = end.clone();
                        }
                        let saved: Saved = serde_json::from_value(kept).unwrap();
                        let plan = Plan::new(catalog, &saved.selection, &saved.expect).unwrap();
                        let full = engine::judge(catalog, &plan, &saved, None);
                        let mut partial = saved.clone();
                        let watch = Watch::default();
                        partial.evidence.await_rest(&open, &watch);
                        let early = before.get_or_insert_with(|| {
                            engine::judge_so_far(catalog, &plan, &partial, &watch, None)
                        });
                        said += early.len();
                        assert_eq!(
                            early.as_slice(),
                            &full[..early.len()],
                            "{world} {flags:?}: {open:?}, {field}: {end:?}"
                        );
                    }
                }
            }
        }
    }
    assert!(said > 10_000, "hardly anything is ever said early: {said}");
}

/// Answers are read by way of the watch alone.
#[test]
fn nobody_who_judges_looks_behind_the_watch() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders: Vec<_> = ["judge", "report", "engine"]
        .map(|folder| root.join(folder))
        .to_vec();
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    // It masks what is kept, and judges nothing.
    files.retain(|path| !path.ends_with("engine/kept.rs"));
    assert!(files.len() > 60, "the sources were not found");
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let behind = text.match_indices(".answer").any(|(at, found)| {
            let behind = &text[at + found.len()..];
            !behind.starts_with(|c: char| c.is_alphanumeric() || c == '(')
        });
        assert!(!behind && !text.contains("Answer::"), "{}", file.display());
    }
}
