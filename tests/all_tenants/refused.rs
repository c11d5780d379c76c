//! What belongs to one connection has no place where there are many.

use super::common::tenants::Folder;
use super::common::{Run, finish, serve};
use super::{TOKEN, check_all, names, notes, tenant};

fn run(folder: &Folder, args: &[&str], env: &[(&str, &str)]) -> Run {
    let mut command = folder.igdoctor(&[&["check", "--all"], args].concat());
    command.envs(env.iter().copied());
    finish(command)
}

#[track_caller]
fn refused(run: &Run, parts: &[&str]) {
    assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    for part in parts {
        assert!(run.stderr.contains(part), "{part}: {}", run.stderr);
    }
}

#[test]
fn flags_of_one_connection_are_refused_by_name() {
    let folder = Folder::new(&tenant("a", ""));
    folder.put("token", TOKEN);
    for args in [
        &["a"][..],
        &["--platform", "hunion"],
        &["--flow", "facebook"],
        &["--page", "1"],
        &["--instagram", "1"],
        &["--app", "1"],
        &["--instagram-app", "1"],
        &["--callback-url", "https://example.com"],
        &["--platform-url", "https://example.com"],
        &["--stored-account-id", "1"],
        &["--token-file", "token"],
        &["--token-stdin"],
        &["--save-evidence", "e.json"],
        &["--trace-http", "t.har"],
    ] {
        let name = if args[0] == "a" { "TENANT" } else { args[0] };
        let run = run(&folder, args, &[]);
        refused(&run, &[name, "about one tenant"]);
    }
    for args in [["--sandbox", "healthy-facebook"], ["--evidence", "e.json"]] {
        refused(&run(&folder, &args, &[]), &["--all", args[0]]);
    }
}

#[test]
fn there_must_be_somebody_to_check() {
    let folder = Folder::new("# nobody yet\n");
    refused(
        &run(&folder, &[], &[]),
        &["igdoctor.toml holds no tenant", "igdoctor tenant add"],
    );
    std::fs::remove_file(folder.path("igdoctor.toml")).unwrap();
    refused(
        &run(&folder, &[], &[]),
        &["there is no igdoctor.toml", "igdoctor tenant add"],
    );
}

/// The token of one customer must never be sent for another one.
#[test]
fn secrets_of_the_environment_are_refused_unless_a_tenant_names_them() {
    let folder = Folder::new(&[tenant("a", ""), tenant("b", "")].concat());
    for variable in [
        "IGDOCTOR_TOKEN",
        "IGDOCTOR_APP_SECRET",
        "IGDOCTOR_INSTAGRAM_APP_SECRET",
        "IGDOCTOR_VERIFY_TOKEN",
    ] {
        let run = run(&folder, &[], &[(variable, "something")]);
        refused(&run, &[variable, "cannot be right for every tenant"]);
    }
    // A tenant names it: then it is used for that one alone.
    let sandbox = serve("healthy-facebook-token", |_| {});
    let named = tenant("a", "").replace("\"T\"", "\"IGDOCTOR_TOKEN\"");
    let unnamed = tenant("b", "").replace("secrets.token = { env = \"T\" }\n", "");
    let folder = Folder::new(&[named, unnamed].concat());
    let args = ["--format", "json", "--only", "page-published"];
    let mut command = check_all(&folder, &sandbox, &args);
    command.env("IGDOCTOR_TOKEN", TOKEN);
    let run = finish(command);
    assert_eq!(run.code, 2, "{}", run.stderr);
    let document = run.json();
    assert_eq!(names(&document), ["a"]);
    let failed = notes(&document, "tenant-not-checked");
    assert_eq!(failed[0]["args"]["tenant"], "b");
    let why = failed[0]["args"]["why"].as_str().unwrap();
    assert!(
        why.contains("igdoctor auth login b") && !why.contains('\n'),
        "{why}"
    );
}

#[test]
fn standard_input_cannot_be_shared_out() {
    for key in ["token", "app_secret", "verify_token"] {
        let other = tenant("b", "").replace(
            "secrets.token = { env = \"T\" }",
            &format!("secrets.{key} = {{ stdin = true }}"),
        );
        let folder = Folder::new(&[tenant("a", ""), other].concat());
        refused(&run(&folder, &[], &[]), &[key, "of b", "standard input"]);
    }
}
