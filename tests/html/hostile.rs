//! Names come from outside: on the page they are text, whatever they hold.

use igdoctor::model::Language;

use super::common::{self, finish};
use super::voice;

const HOSTILE: &str = "</title></style><script>alert(1)</script>\"' onload=alert(1) ]]>&amp;<b>\u{1b}[2J\u{202e}\u{0}{{ 7 * 7 }}";

/// A page in which everything that Meta controls is hostile.
pub fn hostile_page() -> String {
    let sandbox = common::serve("page-not-visible", |world| {
        for page in &mut world.pages {
            page.name = format!("{HOSTILE}{}", "W".repeat(10_000));
        }
        world.account.username = HOSTILE.to_owned();
        world.app.name = HOSTILE.to_owned();
    });
    let args = ["--page", "104512345678901", "--format", "html", "-q"];
    let run = finish(common::check_of(&sandbox, &args));
    assert!(run.stdout.starts_with("<!DOCTYPE html>"), "{}", run.stderr);
    run.stdout
}

#[test]
fn a_hostile_name_stays_text() {
    let page = hostile_page();
    assert!(
        page.contains("&#60;script&#62;alert(1)"),
        "the name is shown"
    );
    for word in ["<script", "<b>", "\u{1b}", "\u{202e}", "\u{0}", "\" onload"] {
        assert!(!page.contains(word), "{word:?}");
    }
    assert!(page.contains("{{ 7 * 7 }}"));
    for language in Language::ALL {
        assert!(voice(&page, *language).contains("]]&#62;&#38;amp;"));
    }
}
