//! Secrets come from the one place that is named, and are never shown on the way.

mod common;

use std::fs;

use common::sources::{TOKEN, get, source, told};
use common::{again, read, task};
use igdoctor::model::TokenKind;
use igdoctor::secret::{Secret, SecretError, Source, Stored};

fn stored() -> Stored {
    Stored {
        kind: Some(TokenKind::User),
        app_id: Some("912301501380919".to_owned()),
        expires_at: Some("2027-01-20T08:00:00Z".parse().unwrap()),
        stored_at: Some("2026-11-21T08:00:00Z".parse().unwrap()),
        ..Stored::bare(Secret::parse(TOKEN, "test").unwrap())
    }
}

/// What stands in a file can be a document of ours or the token alone.
#[test]
fn a_document_tells_more_than_a_bare_token() {
    let folder = tempfile::tempdir().unwrap();
    let file = Source::File {
        path: folder.path().join("token"),
        shared: true,
    };
    let put = |text: &str| fs::write(folder.path().join("token"), text).unwrap();
    put(&format!("  {TOKEN}\r\n"));
    let bare = get(&file).unwrap();
    assert_eq!(bare.token.expose(), TOKEN);
    assert!(bare.kind.is_none() && bare.app_id.is_none() && bare.expires_at.is_none());
    put(&format!(
        r#"{{"token":"{TOKEN}","kind":"page","newer":[1]}}"#
    ));
    let read = get(&file).unwrap();
    assert_eq!(read.token.expose(), TOKEN);
    assert_eq!(read.kind, Some(TokenKind::Page));
    let secret = file.read_secret("the app secret", &|| ()).unwrap();
    assert_eq!(secret.expose(), TOKEN);
    for bad in [
        format!("{{{TOKEN}}}"),
        format!(r#"{{"token":["{TOKEN}"]}}"#),
        format!(r#"{{"token":"{TOKEN}","kind":"{TOKEN}"}}"#),
        format!(r#"{{"token":"{TOKEN}","expires_at":"{TOKEN}"}}"#),
        format!(r#"{{"token":"{TOKEN} {TOKEN}"}}"#),
        r#"{"kind":"page"}"#.to_owned(),
        r#"{"token":""}"#.to_owned(),
        format!("{TOKEN} {TOKEN}"),
        TOKEN.repeat(2000),
        String::new(),
    ] {
        put(&bad);
        let error = told(get(&file).unwrap_err());
        assert!(
            error.contains("token") && !error.contains("Canary"),
            "{error}"
        );
    }
    fs::write(folder.path().join("token"), b"EAACanary\xff").unwrap();
    let error = told(get(&file).unwrap_err());
    assert!(
        error.contains("copy it again") && !error.contains("Canary"),
        "{error}"
    );
}

#[test]
fn what_is_stored_in_a_file_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = source(r#"{ file = "sub/token" }"#).under(folder.path());
    let error = told(file.store(&stored(), &|| ()).unwrap_err());
    assert!(error.contains("its folder does not exist"), "{error}");
    fs::create_dir(folder.path().join("sub")).unwrap();
    assert!(!file.delete(&|| ()).unwrap());
    file.store(&stored(), &|| ()).unwrap();
    let read = get(&file).unwrap();
    assert_eq!(read.token.expose(), TOKEN);
    assert_eq!(read.kind, stored().kind);
    assert_eq!(read.app_id, stored().app_id);
    assert_eq!(read.expires_at, stored().expires_at);
    assert_eq!(read.stored_at, stored().stored_at);
    assert!(file.delete(&|| ()).unwrap());
    assert!(matches!(get(&file), Err(SecretError::Unreadable { .. })));
}

#[test]
fn what_is_not_ours_is_not_written() {
    for form in [
        r#"{ env = "CASA_AZUL" }"#,
        "{ stdin = true }",
        r#"{ command = ["vault"] }"#,
    ] {
        let source = source(form);
        let error = source.store(&stored(), &|| ()).unwrap_err();
        assert!(matches!(error, SecretError::CannotStore(..)), "{error}");
        assert!(error.to_string().contains(&source.to_string()), "{error}");
        let error = source.delete(&|| ()).unwrap_err();
        assert!(matches!(error, SecretError::CannotDelete(..)), "{error}");
    }
}

#[cfg(unix)]
#[test]
fn paths_start_where_the_file_is() {
    let folder = std::path::Path::new("/etc/igdoctor");
    let under = |form: &str| source(form).under(folder);
    let home = std::env::home_dir().unwrap();
    assert_eq!(
        under(r#"{ file = "a" }"#).to_string(),
        "the file /etc/igdoctor/a"
    );
    assert_eq!(under(r#"{ file = "/a" }"#).to_string(), "the file /a");
    assert_eq!(
        under(r#"{ file = "~/a" }"#).to_string(),
        format!("the file {}", home.join("a").display())
    );
    assert_eq!(
        under(r#"{ command = ["./get", "./a"] }"#),
        source(r#"{ command = ["/etc/igdoctor/./get", "./a"] }"#)
    );
    assert_eq!(
        under(r#"{ command = ["vault"] }"#),
        source(r#"{ command = ["vault"] }"#)
    );
}

/// The other process: it reads and stores as its task says, and tells on standard error.
#[test]
fn other() {
    let Some(task) = task() else { return };
    let (verb, form) = task.split_once(' ').unwrap();
    let source = source(form);
    match verb {
        "read" => match source.read(&|| ()) {
            Ok(stored) => eprintln!("read {}", stored.token.expose()),
            Err(error) => eprintln!("error {}", told(error)),
        },
        _ => source.store(&stored(), &|| ()).unwrap(),
    }
}

#[test]
fn the_environment_gives_what_is_set() {
    let form = r#"read { env = "CASA_AZUL" }"#;
    let mut command = again("other", form);
    assert!(read(command.output().unwrap()).stderr.contains(
        "error the environment variable CASA_AZUL, which the token is to come from, is not set"
    ));
    command.env("CASA_AZUL", "");
    assert!(
        read(command.output().unwrap())
            .stderr
            .contains("is not set")
    );
    command.env("CASA_AZUL", TOKEN);
    let run = read(command.output().unwrap());
    assert!(
        run.stderr.contains(&format!("read {TOKEN}")),
        "{}",
        run.stderr
    );
}

/// A source that fails is not followed by another.
#[test]
fn only_the_named_source_is_tried() {
    let mut command = again("other", r#"read { env = "CASA_AZUL" }"#);
    command.env("IGDOCTOR_TOKEN", TOKEN);
    let run = read(command.output().unwrap());
    assert!(
        run.stderr.contains("error the environment"),
        "{}",
        run.stderr
    );
}

#[test]
fn standard_input_is_read_to_its_end() {
    let file = tempfile::NamedTempFile::new().unwrap();
    for (text, says) in [
        (format!("{TOKEN}\n"), format!("read {TOKEN}")),
        (
            String::new(),
            "error standard input holds no token".to_owned(),
        ),
    ] {
        fs::write(file.path(), text).unwrap();
        let mut command = again("other", "read { stdin = true }");
        command.stdin(fs::File::open(file.path()).unwrap());
        let run = read(command.output().unwrap());
        assert!(run.stderr.contains(&says), "{}", run.stderr);
    }
}

#[cfg(unix)]
mod files_of_unix {
    use std::os::unix::fs::PermissionsExt;
    use std::path::{Path, PathBuf};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    fn file(folder: &Path, mode: u32) -> PathBuf {
        let path = folder.join("token");
        fs::write(&path, TOKEN).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        path
    }

    #[test]
    fn a_file_that_others_can_read_is_refused_unless_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path(), 0o640);
        let closed = source(r#"{ file = "token" }"#).under(folder.path());
        assert!(matches!(
            get(&closed),
            Err(SecretError::ReadableByOthers(_))
        ));
        let open = source(r#"{ file = "token", readable_by_others = true }"#).under(folder.path());
        assert_eq!(get(&open).unwrap().token.expose(), TOKEN);
        // What igdoctor writes is for its owner, whatever it was before.
        open.store(&stored(), &|| ()).unwrap();
        assert_eq!(mode(&path), 0o600);
        assert_eq!(get(&closed).unwrap().token.expose(), TOKEN);
    }

    /// Ended between writing and renaming, the old file is whole.
    #[test]
    fn a_crash_leaves_the_old_file_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path(), 0o600);
        let form = format!("store {{ file = {:?} }}", path.to_str().unwrap());
        let mut command = again("other", &form);
        command.env("IGDOCTOR_FAULT_POINT", "write-before-rename");
        assert!(!command.output().unwrap().status.success());
        assert_eq!(fs::read_to_string(&path).unwrap(), TOKEN);
        // What was left behind is its owner's alone.
        for entry in fs::read_dir(folder.path()).unwrap() {
            assert_eq!(mode(&entry.unwrap().path()), 0o600);
        }
        command.env_remove("IGDOCTOR_FAULT_POINT");
        assert!(command.output().unwrap().status.success());
        assert!(fs::read_to_string(&path).unwrap().starts_with('{'));
    }
}
