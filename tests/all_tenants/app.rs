//! Where all tenants of an app, and at least three, fail for the same reason that lies with the app, the app is to blame.

use igdoctor::catalog;
use igdoctor::model::Language;
use igdoctor::report::{All, Checked, Report};
use serde_json::json;

use super::common::tenants::Folder;
use super::common::{Run, check, finish, serve};
use super::{check_all, notes, tenant};

/// So many tenants of one app in a world, with the app's secret.
pub(super) fn run(world: &str, count: usize, more: &[&str]) -> Run {
    let sandbox = serve(world, |_| {});
    let lines = "app = \"912301501380919\"\nsecrets.app_secret = { env = \"S\" }";
    let tenants: Vec<String> = (1..=count)
        .map(|number| tenant(&format!("t{number}"), lines))
        .collect();
    let folder = Folder::new(&tenants.concat());
    let mut command = check_all(&folder, &sandbox, &[&["--quiet"], more].concat());
    command.env("S", "sandbox-app-secret");
    finish(command)
}

#[test]
fn three_tenants_that_fail_alike_show_that_it_is_the_app() {
    let run = run("app-in-development", 3, &["--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    let document = run.json();
    let blamed = notes(&document, "provider-app-restricted");
    assert_eq!(blamed.len(), 1);
    assert_eq!(
        blamed[0]["args"],
        json!({"app": "912301501380919", "check": "app-published", "cause": "app-in-development", "count": 3})
    );
    assert!(
        blamed[0]["message"]
            .as_str()
            .unwrap()
            .starts_with("All 3 tenants of the app 912301501380919 fail")
    );
}

#[test]
fn it_is_told_once_for_all_of_them() {
    let says = "fail  app-published (app-in-development)\n";
    let text = run("app-in-development", 3, &[]).stdout;
    assert_eq!(text.matches(says).count(), 1, "{text}");
    let note = text.find("All 3 tenants of the app").unwrap();
    assert!(note < text.find(says).unwrap(), "{text}");
    assert!(
        !text.contains("t1\n\n"),
        "nothing is left to be said of one alone: {text}"
    );
    assert!(
        text.contains("3 tenants: 0 healthy, 3 with findings"),
        "{text}"
    );
    // Two may be chance: each is told by itself.
    let text = run("app-in-development", 2, &[]).stdout;
    assert_eq!(text.matches(says).count(), 2, "{text}");
    assert!(!text.contains("tenants of the app"), "{text}");
}

/// Customers of a platform never learn its app's id. Meta tells it, or it is the platform's one app for all.
#[test]
fn the_app_need_not_be_told() {
    for (world, cause, app) in [
        (
            "advanced-access-missing",
            "advanced-access-missing",
            "912301501380919",
        ),
        ("api-access-blocked", "api-access-blocked", "hunion.io"),
    ] {
        let sandbox = serve(world, |_| {});
        let folder = Folder::new(&["a", "b", "c"].map(|name| tenant(name, "")).concat());
        let run = finish(check_all(
            &folder,
            &sandbox,
            &["--quiet", "--format", "json"],
        ));
        let document = run.json();
        let blamed = notes(&document, "provider-app-restricted");
        assert_eq!(blamed.len(), 1, "{world}: {}", document["notes"]);
        assert_eq!(blamed[0]["args"]["cause"], cause);
        assert_eq!(blamed[0]["args"]["app"], app);
    }
}

#[test]
fn a_fault_of_the_tenants_own_blames_no_app() {
    let document = run("connected-tools-off", 3, &["--format", "json"]).json();
    assert!(notes(&document, "provider-app-restricted").is_empty());
}

fn report(world: &str) -> Report {
    serde_json::from_value(check(world, &[]).json()).unwrap()
}

/// The apps that are blamed where these reports belong to these apps.
fn blamed(tenants: &[(&Report, Option<&str>)]) -> Vec<String> {
    let checked = tenants.iter().map(|(report, app)| Checked::Report {
        report: Box::new((*report).clone()),
        app: app.map(str::to_owned),
    });
    let all = All::new(catalog::load().unwrap(), checked.collect(), Language::En);
    all.notes
        .iter()
        .filter(|note| note.kind == "provider-app-restricted")
        .map(|note| note.args["app"].to_string())
        .collect()
}

#[test]
fn every_tenant_of_the_app_must_fail_alike() {
    let (sick, well) = (report("app-in-development"), report("healthy-facebook"));
    let (other, waived) = (report("app-restricted"), {
        let mut report = sick.clone();
        let check = report
            .checks
            .iter_mut()
            .find(|check| check.id == "app-published");
        check.unwrap().outcome = igdoctor::model::Outcome::Waived;
        report
    });
    let (one, two) = (Some("1"), Some("2"));
    assert_eq!(blamed(&[(&sick, one), (&sick, one), (&sick, one)]).len(), 1);
    assert_eq!(
        blamed(&[(&sick, one), (&well, two), (&sick, one), (&sick, one)]).len(),
        1
    );
    let both = [(&sick, one), (&sick, two)];
    assert_eq!(blamed(&[both, both, both].concat()).len(), 2);
    for fourth in [&well, &other, &waived] {
        assert!(blamed(&[(&sick, one), (&sick, one), (&sick, one), (fourth, one)]).is_empty());
    }
    assert!(blamed(&[(&sick, one), (&sick, one), (&sick, two)]).is_empty());
    assert!(
        blamed(&[(&sick, None), (&sick, None), (&sick, None)]).is_empty(),
        "nobody knows the app"
    );
}
