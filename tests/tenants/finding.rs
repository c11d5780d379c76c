//! Where the file is looked for, and who may have written it.

use std::fs;

use super::common::tenants::Folder;
use super::common::{Run, finish};
use super::{QUICK, name};

/// A quick check in a folder, with a configuration folder of the user's own.
fn check(folder: &Folder, own: &Folder, args: &[&str]) -> Run {
    let mut command = folder.igdoctor(&[&["check"], QUICK, args].concat());
    command.env("XDG_CONFIG_HOME", own.path("config"));
    finish(command)
}

/// A user's own configuration folder with one tenant.
fn own(tenant: &str) -> Folder {
    let own = Folder::new("");
    fs::create_dir_all(own.path("config/igdoctor")).unwrap();
    own.put(
        "config/igdoctor/igdoctor.toml",
        &format!("[tenants.{tenant}]\n"),
    );
    own
}

#[test]
fn the_named_file_goes_before_the_one_here_and_that_before_the_users_own() {
    let (here, own) = (Folder::new("[tenants.here]\n"), own("own"));
    here.put("other.toml", "[tenants.other]\n");
    assert_eq!(
        name(&check(&here, &own, &["--config", "other.toml"])),
        "other"
    );
    assert_eq!(name(&check(&here, &own, &[])), "here");
    fs::remove_file(here.path("igdoctor.toml")).unwrap();
    assert_eq!(name(&check(&here, &own, &[])), "own");
    assert_eq!(name(&check(&here, &own, &["own"])), "own");
    fs::remove_file(own.path("config/igdoctor/igdoctor.toml")).unwrap();
    assert_eq!(name(&check(&here, &own, &[])), "", "what flags describe");
    for args in [&["casa-azul"][..], &["--config", "missing.toml"]] {
        let run = check(&here, &own, args);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{args:?}");
    }
    let run = check(&here, &own, &["casa-azul"]);
    assert!(run.stderr.contains("igdoctor tenant add"), "{}", run.stderr);
    let run = check(&here, &own, &["--config", "missing.toml"]);
    assert!(run.stderr.contains("missing.toml"), "{}", run.stderr);
}

#[test]
fn an_unknown_tenant_names_the_nearest_one() {
    let folder = Folder::new("[tenants.casa-azul]\n[tenants.loja]\n");
    let run = check(&folder, &folder, &["casa-azl"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(
        run.stderr.contains("did you mean `casa-azul`?") && run.stderr.contains("igdoctor.toml"),
        "{}",
        run.stderr
    );
}

/// Others could name a command in it, and igdoctor would run it.
#[cfg(unix)]
#[test]
fn a_file_that_others_can_change_is_refused() {
    use super::common::tenants::mode;
    let (here, own) = (Folder::new("[tenants.here]\n"), own("own"));
    here.put("other.toml", "[tenants.other]\n");
    let nowhere = Folder::new("");
    fs::remove_file(nowhere.path("igdoctor.toml")).unwrap();
    let (by_group, by_all, by_owner) = (0o620, 0o602, 0o644);
    for (folder, args, file) in [
        (&here, &[][..], here.path("igdoctor.toml")),
        (&here, &["here"], here.path("igdoctor.toml")),
        (&here, &["--all"], here.path("igdoctor.toml")),
        (&here, &["--config", "other.toml"], here.path("other.toml")),
        (&nowhere, &[], own.path("config/igdoctor/igdoctor.toml")),
    ] {
        for wrong in [by_group, by_all] {
            mode(&file, wrong);
            let run = check(folder, &own, args);
            assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{args:?}");
            assert!(run.stderr.contains("chmod go-w"), "{}", run.stderr);
        }
        mode(&file, by_owner);
        assert_ne!(check(folder, &own, args).code, 2, "{args:?}");
    }
}

/// In a folder that many can write to, somebody else may have left one. Only root can make such a file: elsewhere this is
/// left out, as `left_out` says.
#[cfg(unix)]
#[test]
fn a_file_of_somebody_else_in_this_folder_is_refused() {
    use std::os::unix::fs::chown;
    let folder = Folder::new("[tenants.theirs]\n");
    if chown(folder.path("igdoctor.toml"), Some(65_534), None).is_err() {
        return;
    }
    let run = check(&folder, &folder, &[]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(
        run.stderr.contains("belongs to another user") && run.stderr.contains("--config"),
        "{}",
        run.stderr
    );
    assert_eq!(
        name(&check(&folder, &folder, &["--config", "igdoctor.toml"])),
        "theirs"
    );
}
