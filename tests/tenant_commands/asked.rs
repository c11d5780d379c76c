//! A new tenant by questions.

use crate::Home;
use crate::common::pty::{Ended, Pty};

impl Home {
    /// The same with a person at the terminal.
    fn sit(&self, words: &[&str]) -> Option<Pty> {
        let config = self.path("igdoctor.toml").display().to_string();
        let words = [&["tenant"], words, &["--config", &config]].concat();
        Pty::igdoctor(&words, &[("HOME", self.folder.path().to_str().unwrap())])
    }
}

#[track_caller]
fn ended(pty: Pty, code: i32) -> Ended {
    let ended = pty.end();
    assert_eq!(ended.code, code, "{}{}", ended.screen, ended.stdout);
    ended.left_in_order();
    ended
}

#[test]
fn what_no_flag_says_is_asked() {
    let home = Home::empty();
    let Some(pty) = home.sit(&["add"]) else {
        return;
    };
    pty.until("Name of the tenant, such as casa-azul:");
    pty.types("casa azul\n");
    pty.until("a tenant's name begins with");
    pty.types("casa-azul\n");
    pty.until("Which messaging platform?");
    pty.presses(&["Down", "Enter"]);
    pty.until("Id of the Facebook Page");
    pty.types("1045x\n");
    pty.until("digits");
    pty.types("104512345678901\n");
    pty.until("Id of the Instagram account");
    pty.presses(&["Enter"]);
    let ended = ended(pty, 0);
    assert!(ended.stdout.contains("casa-azul is in"), "{}", ended.stdout);
    assert!(
        home.file()
            .ends_with("[tenants.casa-azul]\nplatform = \"hunion\"\npage = \"104512345678901\"\n"),
        "{}",
        home.file()
    );
}

#[test]
fn a_platform_with_two_logins_is_asked_for_the_one() {
    let home = Home::empty();
    let Some(pty) = home.sit(&["add", "casa-azul", "--platform", "meta-app"]) else {
        return;
    };
    pty.until("How was the account connected?");
    pty.presses(&["Enter"]);
    // There is no Page in this flow, and the app one logs in to is the Instagram app.
    let screen = pty.until("Id of the Instagram account");
    assert!(!screen.contains("Facebook Page"), "{screen}");
    pty.types("17841405309211844\n");
    pty.until("Id of your Meta app");
    pty.types("912301501380919\n");
    pty.until("Id of its Instagram app");
    pty.types("867555782500454\n");
    ended(pty, 0);
    assert!(
        home.file().ends_with(
            "platform = \"meta-app\"\nflow = \"instagram\"\ninstagram = \"17841405309211844\"\napp = \"912301501380919\"\ninstagram_app = \"867555782500454\"\n"
        ),
        "{}",
        home.file()
    );
}

#[test]
fn ctrl_c_at_a_question_writes_nothing() {
    let home = Home::empty();
    let Some(pty) = home.sit(&["add", "casa-azul"]) else {
        return;
    };
    pty.until("Which messaging platform?");
    pty.presses(&["C-c"]);
    ended(pty, 130);
    assert!(!home.path("igdoctor.toml").exists());
}

/// Somebody edits the file in the middle of the questions.
#[test]
fn a_file_that_changed_meanwhile_is_not_overwritten() {
    let home = Home::with("# ours\n");
    let Some(pty) = home.sit(&["add", "casa-azul", "--platform", "hunion"]) else {
        return;
    };
    pty.until("Id of the Facebook Page");
    home.write(
        "igdoctor.toml",
        "# theirs\n[tenants.a]\nplatform = \"hunion\"\n",
    );
    pty.presses(&["Enter"]);
    pty.until("Id of the Instagram account");
    pty.presses(&["Enter"]);
    ended(pty, 0);
    let text = home.file();
    assert!(text.starts_with("# theirs\n[tenants.a]\n"), "{text}");
    assert!(text.contains("[tenants.casa-azul]\n"), "{text}");
}

/// Answers take their time; meanwhile others may write, and what they wrote counts.
#[test]
fn the_file_is_free_while_a_person_is_asked() {
    let home = Home::with("[tenants.casa-rosa]\nplatform = \"hunion\"\n");
    let Some(pty) = home.sit(&["add", "casa-azul", "--platform", "hunion"]) else {
        return;
    };
    pty.until("Id of the Facebook Page");
    home.done(&["remove", "casa-rosa", "--yes"]);
    home.done(&["add", "casa-azul", "--platform", "planfix"]);
    pty.types("\n");
    pty.until("Id of the Instagram account");
    pty.types("\n");
    let ended = ended(pty, 2);
    assert!(
        ended.screen.contains("there is a tenant casa-azul already"),
        "{}",
        ended.screen
    );
    assert_eq!(
        home.file().trim(),
        "[tenants.casa-azul]\nplatform = \"planfix\""
    );
}
