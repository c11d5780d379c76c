//! A file that people write too: what they wrote stays as they wrote it.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;

use crate::Home;
use crate::common::finish;

const ADD: &[&str] = &["add", "new", "--platform", "hunion"];
const NEW: &str = "[tenants.new]\nplatform = \"hunion\"\n";

#[test]
fn comments_and_order_stay() {
    let text = r#"# Our customers. Ask Ana before changing anything.

[tenants] # sorted by city

# São Paulo
[tenants.zebra]
page = "1"          # the old Page
platform = "hunion"

  [tenants.zebra.secrets]
  token = { env = "ZEBRA" } # from the vault

[[tenants.zebra.waivers]]
check = "inbox-access"
reason = "they know"
author = "Ana"
until = 2030-01-31

# Rio
[tenants.alpha]
platform = 'planfix'
"#;
    let home = Home::with(text);
    home.done(ADD);
    assert_eq!(home.file(), format!("{text}\n{NEW}"));
    home.done(&["remove", "new", "--yes"]);
    assert_eq!(home.file(), text);
}

#[test]
fn removing_takes_the_tenant_and_its_tables_only() {
    let home = Home::with(
        "# head\n\n# first\n[tenants.a]\nplatform = \"hunion\"\nsecrets.token = { env = \"A\" }\n\n# second\n[tenants.b]\nplatform = \"hunion\" # stays\n",
    );
    home.done(&["remove", "a", "--yes"]);
    let file = home.file();
    assert!(
        file.contains("# second\n[tenants.b]\nplatform = \"hunion\" # stays\n"),
        "{file}"
    );
    assert!(
        !file.contains("[tenants.a]") && !file.contains("\"A\""),
        "{file}"
    );
}

/// However somebody wrote the tenants that are there, both can be read afterwards.
#[test]
fn every_way_to_write_tenants_survives_an_addition() {
    for text in [
        "",
        "\n\n",
        "# nothing but a comment\n",
        "[tenants]\n",
        "tenants = {}\n",
        "tenants = { old = { platform = \"planfix\" } } # short\n",
        "tenants.old = { platform = \"planfix\" } # short\n",
        "tenants.old.platform = \"planfix\"\ntenants.old.page = \"1\"\n",
        "[tenants]\nold = { platform = \"planfix\" } # short\n",
        "[tenants]\nold.platform = \"planfix\"\n",
        "[tenants.old]\nplatform = \"planfix\"\n",
        "[tenants.\"old\"]\nplatform = \"planfix\"",
        "[tenants.old]\r\nplatform = \"planfix\"\r\n",
    ] {
        let home = Home::with(text);
        let run = home.run(ADD);
        assert_eq!(run.code, 0, "{text}: {}", run.stderr);
        let shown = home.done(&["list", "--format", "json"]);
        let list: serde_json::Value = serde_json::from_str(&shown).unwrap();
        let tenants = list["tenants"].as_array().unwrap();
        let platform = |name: &str| {
            let tenant = tenants.iter().find(|tenant| tenant["name"] == name);
            tenant.map(|tenant| tenant["platform"].as_str().unwrap())
        };
        assert_eq!(platform("new"), Some("hunion"), "{text}");
        assert_eq!(platform("old").is_some(), text.contains("old"), "{text}");
        let comments = |text: &str| text.matches('#').count();
        assert_eq!(
            comments(&home.file()),
            comments(text),
            "{text} became {}",
            home.file()
        );
        // And a removal.
        home.done(&["remove", "new", "--yes"]);
        assert!(!home.file().contains("new"), "{}", home.file());
    }
}

#[test]
fn a_file_that_is_wrong_is_left_alone() {
    for text in [
        "[tenants.a\n",
        "tenants = 5\n",
        "[tenants]\na = 5\n",
        "[tenants.a]\nplattform = \"hunion\"\n",
    ] {
        let home = Home::with(text);
        let error = home.refused(ADD);
        assert!(error.contains("igdoctor.toml:"), "{error}");
        assert_eq!(home.file(), text);
    }
}

#[test]
fn the_mode_of_the_file_stays() {
    for mode in [0o600, 0o644, 0o640] {
        let home = Home::with("");
        let path = home.path("igdoctor.toml");
        std::fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        home.done(ADD);
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, mode);
    }
    let home = Home::with("");
    let path = home.path("igdoctor.toml");
    std::fs::set_permissions(&path, Permissions::from_mode(0o666)).unwrap();
    let error = home.refused(ADD);
    assert!(error.contains("chmod go-w"), "{error}");
}

/// Ended between writing and renaming, the old file is whole.
#[test]
fn a_crash_leaves_the_old_file_whole() {
    let home = Home::with("# ours\n");
    let mut command = home.command(ADD);
    command.env("IGDOCTOR_FAULT_POINT", "write-before-rename");
    assert_eq!(finish(command).code, -1, "it was ended");
    assert_eq!(home.file(), "# ours\n");
    home.done(ADD);
    assert!(home.file().contains("[tenants.new]"));
}

/// A file that lies elsewhere, as those of dotfiles do, stays there.
#[test]
fn a_link_stays_a_link() {
    let home = Home::empty();
    home.write("real.toml", "# ours\n");
    std::os::unix::fs::symlink("real.toml", home.path("igdoctor.toml")).unwrap();
    home.done(ADD);
    assert!(home.path("igdoctor.toml").is_symlink());
    assert!(home.read("real.toml").contains("[tenants.new]"));
}

/// Somebody who never lets go is told of, in every language, and nothing hangs.
#[test]
fn a_file_that_is_being_written_is_waited_for_but_not_forever() {
    let home = Home::with("[tenants.casa-azul]\nplatform = \"hunion\"\n");
    let lock = std::fs::File::open(home.folder.path()).unwrap();
    lock.lock().unwrap();
    let before = home.file();
    for (lang, says) in [
        ("en", "another igdoctor is writing the tenant file"),
        (
            "pt-BR",
            "outro igdoctor está gravando o arquivo de clientes",
        ),
        ("ru", "записывает другой igdoctor"),
    ] {
        let clock = std::time::Instant::now();
        let error = home.refused(&["remove", "casa-azul", "--yes", "--lang", lang]);
        assert!(error.contains(says), "{error}");
        assert!(clock.elapsed() < std::time::Duration::from_secs(10));
    }
    assert_eq!(home.file(), before);
    let waiting = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(300));
        drop(lock);
    });
    home.done(&["remove", "casa-azul", "--yes"]);
    waiting.join().unwrap();
}
