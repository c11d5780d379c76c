//! Which tenant is meant where none is named.

use super::common::tenants::Folder;
use super::common::{Run, finish};
use super::{QUICK, name};

fn check(folder: &Folder, args: &[&str]) -> Run {
    finish(folder.igdoctor(&[&["check"], args].concat()))
}

#[test]
fn the_only_one_is_meant() {
    let folder = Folder::new("[tenants.casa-azul]\n");
    assert_eq!(name(&check(&folder, QUICK)), "casa-azul");
}

#[test]
fn of_several_none_is_guessed() {
    let folder = Folder::new("[tenants.loja]\n[tenants.casa-azul]\n");
    for more in [&[][..], &["--no-input"]] {
        let run = check(&folder, &[QUICK, more].concat());
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert_eq!(
            run.stderr,
            "error: which tenant? igdoctor.toml has 2: casa-azul, loja. Name one, or take --all\n"
        );
    }
    assert_eq!(name(&check(&folder, &[QUICK, &["loja"]].concat())), "loja");
}

/// Of hundreds, a few are enough to see which file it is.
#[test]
fn of_many_only_the_first_are_named() {
    let tenants = |count: u32| -> String {
        let entry = |number| format!("[tenants.customer-{number:03}]\n");
        (1..=count).map(entry).collect()
    };
    let folder = Folder::new(&tenants(300));
    let said = |args: &[&str]| finish(folder.igdoctor(args)).stderr;
    for language in ["en", "pt-BR", "ru"] {
        for command in [&["check"][..], &["tenant", "show"], &["auth", "login"]] {
            let error = said(&[command, &["--lang", language]].concat());
            assert!(error.contains("customer-010"), "{error}");
            assert!(!error.contains("customer-011"), "{error}");
            assert!(error.contains("290"), "{error}");
            assert!(error.contains("`igdoctor tenant list`"), "{error}");
        }
    }
    let folder = Folder::new(&tenants(10));
    let error = finish(folder.igdoctor(&["check"])).stderr;
    assert!(error.contains("customer-010. Name one"), "{error}");
}

#[test]
fn with_none_at_all_there_are_three_ways_to_begin() {
    let folder = Folder::new("# nobody yet\n");
    let with_empty_file = check(&folder, &[]);
    std::fs::remove_file(folder.path("igdoctor.toml")).unwrap();
    for run in [with_empty_file, check(&folder, &[])] {
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        for way in [
            "Three ways to begin",
            "igdoctor check --sandbox connected-tools-off",
            "igdoctor check --platform ID --no-token",
            "igdoctor tenant add NAME",
        ] {
            assert!(run.stderr.contains(way), "{way}: {}", run.stderr);
        }
    }
}

/// Whoever describes a connection by its ids means that one.
#[test]
fn flags_that_say_which_connection_it_is_mean_no_tenant() {
    let folder = Folder::new("[tenants.casa-azul]\npage = \"1\"\n");
    let only = ["--only", "inbox-access", "--format", "json"];
    for flag in ["--page", "--instagram", "--app", "--instagram-app"] {
        let run = check(&folder, &[&only[..], &["--no-token", flag, "2"]].concat());
        assert_eq!(name(&run), "", "{flag}");
    }
    let run = check(
        &folder,
        &[&only[..], &["--no-token", "--platform", "hunion"]].concat(),
    );
    assert_eq!(name(&run), "");
    folder.put("token", "EAAsomething0123456789");
    let run = check(&folder, &[&only[..], &["--token-file", "token"]].concat());
    assert_eq!(name(&run), "");
    // What may differ from one check of a tenant to the next does not.
    for flag in [
        ["--flow", "instagram"],
        ["--callback-url", "https://example.com"],
        ["--stored-account-id", "2"],
    ] {
        let run = check(&folder, &[&only[..], &["--no-token"], &flag].concat());
        assert_eq!(name(&run), "casa-azul", "{flag:?}");
    }
}

#[cfg(unix)]
mod on_a_terminal {
    use super::super::common::pty::Pty;
    use super::*;

    fn asked(args: &[&str], env: &[(&str, &str)]) -> Option<Pty> {
        let folder = Folder::new("[tenants.loja]\n[tenants.casa-azul]\n[tenants.\"кафе\"]\n");
        let file = folder.path("igdoctor.toml");
        let config = ["--config", file.to_str().unwrap()];
        let pty = Pty::igdoctor(&[&["check"], QUICK, &config, args].concat(), env)?;
        // The file is read before anything is asked.
        pty.until(if env.is_empty() {
            "Which tenant?"
        } else {
            "which tenant?"
        });
        Some(pty)
    }

    #[test]
    fn a_person_chooses() {
        let Some(pty) = asked(&[], &[]) else { return };
        pty.until("> casa-azul");
        pty.presses(&["Down"]);
        pty.until("> loja");
        pty.presses(&["Enter"]);
        let ended = pty.end();
        ended.left_in_order();
        assert_eq!(ended.code, 0, "{}", ended.screen);
        let report: serde_json::Value = serde_json::from_str(&ended.stdout).unwrap();
        assert_eq!(report["tenant"]["name"], "loja");
        assert!(
            ended.screen.contains("Which tenant? loja"),
            "{}",
            ended.screen
        );
    }

    #[test]
    fn a_person_may_leave() {
        let Some(pty) = asked(&[], &[]) else { return };
        pty.until("> casa-azul");
        pty.presses(&["Escape"]);
        let ended = pty.end();
        ended.left_in_order();
        assert_eq!((ended.code, ended.stdout.as_str()), (2, ""));
        let said = "error: nothing was chosen; name a tenant, or take --all";
        assert!(ended.screen.contains(said), "{}", ended.screen);
    }

    #[test]
    fn ctrl_c_ends_the_choice() {
        let Some(pty) = asked(&[], &[]) else { return };
        pty.until("> casa-azul");
        pty.presses(&["C-c"]);
        let ended = pty.end();
        ended.left_in_order();
        assert_eq!((ended.code, ended.stdout.as_str()), (130, ""));
    }

    #[test]
    fn nobody_is_asked_who_does_not_want_to_be() {
        let said = [
            (&["--no-input"][..], &[("A", "B")][..]),
            (&[], &[("CI", "1")]),
        ];
        for (args, env) in said {
            let Some(pty) = asked(args, env) else { return };
            let ended = pty.end();
            assert_eq!((ended.code, ended.stdout.as_str()), (2, ""));
            assert!(
                ended.screen.contains("has 3: casa-azul, loja, кафе"),
                "{}",
                ended.screen
            );
        }
    }
}
