//! Where findings stand: at the tenant's line of its file, under a name that stays.

use serde_json::Value;

use crate::common::tenants::Folder;
use crate::common::{finish, run, serve};
use crate::inert;

const TOKEN: &str = "EAAGsandboxpagetoken0123456789";

/// Two broken tenants and one that cannot be checked, each at a line of its own.
const FILE: &str = "\
# customers
[tenants.loja]
platform = \"hunion\"
page = \"104512345678901\"
secrets.token = { env = \"T\" }

[tenants.casa-azul]
platform = \"hunion\"
page = \"104512345678901\"
secrets.token = { env = \"T\" }
[[tenants.casa-azul.waivers]]
check = \"connected-tools\"
cause = \"connected-tools-off\"
until = 2099-01-01
author = \"Ana <script>\"
reason = \"the owner | is away\"

[tenants.nobody]
platform = \"hunion\"
secrets.token = { env = \"NOT_SET\" }
";

fn check(folder: &Folder, args: &[&str]) -> crate::common::Run {
    let sandbox = serve("connected-tools-off", |_| {});
    let mut command = folder.check(&sandbox, args);
    command.env("T", TOKEN);
    finish(command)
}

fn results(text: &str) -> Vec<Value> {
    let log: Value = serde_json::from_str(text).unwrap();
    log["runs"][0]["results"].as_array().unwrap().clone()
}

fn of<'a>(results: &'a [Value], check: &str) -> Vec<&'a Value> {
    results
        .iter()
        .filter(|result| result["ruleId"] == check)
        .collect()
}

fn line(result: &Value) -> (&str, u64) {
    let physical = &result["locations"][0]["physicalLocation"];
    (
        physical["artifactLocation"]["uri"].as_str().unwrap(),
        physical["region"]["startLine"].as_u64().unwrap(),
    )
}

#[test]
fn a_finding_stands_where_its_tenant_begins() {
    let folder = Folder::new(FILE);
    let sarif = check(&folder, &["loja", "--format", "sarif"]);
    let found = results(&sarif.stdout);
    assert_eq!(line(of(&found, "connected-tools")[0]), ("igdoctor.toml", 2));
    let github = check(&folder, &["loja", "--format", "github"]);
    assert!(
        github
            .stdout
            .contains("::error file=igdoctor.toml,line=2,title=connected-tools"),
        "{}",
        github.stdout
    );
}

#[test]
fn the_file_is_seen_from_the_checked_out_folder() {
    let folder = Folder::new("");
    std::fs::create_dir(folder.path("my ops")).unwrap();
    folder.put("my ops/igdoctor.toml", FILE);
    let config = [
        "loja",
        "--config",
        "my ops/igdoctor.toml",
        "--format",
        "sarif",
    ];
    let found = results(&check(&folder, &config).stdout);
    assert_eq!(
        line(of(&found, "connected-tools")[0]),
        ("my%20ops/igdoctor.toml", 2)
    );
    // A file elsewhere is on no page that a reader could open, and where it lies is nobody's business.
    let elsewhere = Folder::new(FILE);
    let path = elsewhere.path("igdoctor.toml");
    let config = [
        "loja",
        "--config",
        path.to_str().unwrap(),
        "--format",
        "sarif",
    ];
    let found = results(&check(&folder, &config).stdout);
    assert_eq!(line(of(&found, "connected-tools")[0]), ("igdoctor.toml", 1));
}

#[test]
fn all_tenants_stand_in_one_document() {
    let folder = Folder::new(FILE);
    let codes = ["json", "junit", "sarif", "github", "markdown"].map(|format| {
        let run = check(&folder, &["--all", "--format", format]);
        if format != "json" {
            inert::check(format, &run.stdout);
        }
        (run.code, run.stdout)
    });
    assert!(
        codes.iter().all(|(code, _)| *code == 2),
        "one could not be checked"
    );
    let [_, (_, junit), (_, sarif), (_, github), (_, markdown)] = codes;
    for suite in ["loja", "casa-azul", "nobody"] {
        assert!(
            junit.contains(&format!("<testsuite name=\"{suite}\"")),
            "{junit}"
        );
    }
    assert!(
        junit.contains("<testcase name=\"tenant-not-checked\" classname=\"nobody.run\""),
        "{junit}"
    );
    assert!(
        junit.contains("accepted by Ana &lt;script&gt; until January 1, 2099: the owner | is away"),
        "{junit}"
    );
    let found = results(&sarif);
    let lines: Vec<_> = of(&found, "connected-tools")
        .into_iter()
        .map(line)
        .collect();
    assert_eq!(lines, [("igdoctor.toml", 7), ("igdoctor.toml", 2)]);
    let accepted = of(&found, "connected-tools")[0];
    assert_eq!(accepted["suppressions"][0]["status"], "accepted");
    assert!(
        accepted["suppressions"][0]["justification"]
            .as_str()
            .unwrap()
            .contains("the owner | is away")
    );
    let log: Value = serde_json::from_str(&sarif).unwrap();
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(
        (&invocation["exitCode"], &invocation["executionSuccessful"]),
        (&2.into(), &false.into())
    );
    assert!(
        github.contains("::error file=igdoctor.toml,line=18,title=nobody::"),
        "{github}"
    );
    assert!(
        github.contains("title=loja%3A connected-tools (connected-tools-off)::"),
        "{github}"
    );
    assert!(
        markdown.contains("## igdoctor: casa-azul") && markdown.contains("Ana &lt;script&gt;"),
        "{markdown}"
    );
}

/// What a server knows a finding by is the same in every run and language, and differs for tenant, check and cause.
#[test]
fn fingerprints_stay() {
    let folder = Folder::new(FILE);
    let prints = |args: &[&str]| -> Vec<String> {
        let found = results(&check(&folder, &[args, &["--format", "sarif"]].concat()).stdout);
        let print = |result: &Value| {
            result["partialFingerprints"]["tenantCheckCause/v1"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        found.iter().map(print).collect()
    };
    let one = prints(&["loja"]);
    assert_eq!(one, prints(&["loja", "--lang", "ru"]));
    let mut all = prints(&["--all"]);
    assert!(one.iter().all(|print| all.contains(print)));
    let count = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), count, "no two findings are the same");
}

#[test]
fn github_gets_ten_of_a_kind_and_is_told_of_the_others() {
    let text = run(&[
        "check",
        "--platform",
        "rocketchat",
        "--no-token",
        "--format",
        "github",
    ])
    .stdout;
    inert::check("github", &text);
    assert_eq!(text.matches("::notice ").count(), 10, "{text}");
    assert!(text.contains("One more is not shown here"), "{text}");
}

#[test]
fn the_summary_of_a_step_is_added_to_what_is_there() {
    let folder = Folder::new("");
    let summary = folder.put("summary.md", "before\n");
    let step = || {
        let args = [
            "check",
            "--sandbox",
            "connected-tools-off",
            "--format",
            "github",
        ];
        let mut command = folder.igdoctor(&args);
        command.env("GITHUB_STEP_SUMMARY", &summary);
        assert_eq!(finish(command).code, 1);
    };
    step();
    let text = std::fs::read_to_string(&summary).unwrap();
    assert!(
        text.starts_with("before\n# igdoctor: connected-tools-off\n"),
        "{text}"
    );
    // What is larger than GitHub shows would not be shown at all.
    let full = 1024 * 1024;
    std::fs::write(&summary, "x".repeat(full - 2000)).unwrap();
    step();
    let text = std::fs::read_to_string(&summary).unwrap();
    let added = text.trim_start_matches('x');
    assert!(added.starts_with("This summary is not whole"), "{added}");
    assert!(added.contains("# igdoctor: connected-tools-off"), "{added}");
    assert!(added.ends_with('\n') && text.len() <= full, "{added}");
    // Where it cannot be written the result is the same.
    let mut command = folder.igdoctor(&[
        "check",
        "--sandbox",
        "connected-tools-off",
        "--format",
        "github",
    ]);
    command.env("GITHUB_STEP_SUMMARY", folder.path("no/such/folder"));
    let run = finish(command);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("GITHUB_STEP_SUMMARY: cannot write"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_dry_run_of_repair_writes_the_findings() {
    for format in ["junit", "sarif", "github", "markdown"] {
        let run = run(&[
            "repair",
            "--sandbox",
            "app-not-connected",
            "--dry-run",
            "--format",
            format,
        ]);
        inert::check(format, &run.stdout);
        assert_eq!(run.code, 1, "{format}");
        assert!(run.stdout.contains("app-not-connected"), "{format}");
    }
}
