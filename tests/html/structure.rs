//! What the page is made of, without a browser.

use std::collections::BTreeSet;

use igdoctor::catalog;
use igdoctor::model::Language;

use super::common::tenants::Folder;
use super::common::{finish, serve};
use super::{attributes, page, voice};

/// A healthy world, broken ones, one where hardly anything could be told, and one without a token.
const WORLDS: [&str; 6] = [
    "healthy-facebook",
    "healthy-instagram",
    "new-customer",
    "page-not-selected",
    "rate-limited",
    "no-token-rocketchat",
];

#[test]
fn it_asks_nobody_for_anything_and_runs_nothing() {
    let catalog = catalog::load().unwrap();
    let known: BTreeSet<&str> = catalog
        .checks()
        .iter()
        .flat_map(|check| Language::ALL.iter().filter_map(|lang| check.link(*lang)))
        .collect();
    for world in WORLDS {
        let page = page(world, &[]);
        for word in [
            "<script",
            "javascript:",
            "<img",
            "<iframe",
            "<object",
            "<embed",
            "@import",
            "url(",
            " src=",
            " style=",
            " on",
        ] {
            let found = page.find(word).map(|at| &page[at..page.len().min(at + 60)]);
            // Words of people may hold "on"; an attribute has a value.
            assert!(
                found.is_none_or(
                    |text| word == " on" && !text.split(' ').nth(1).unwrap().contains("=\"")
                ),
                "{world}: {found:?}"
            );
        }
        assert!(page.contains("default-src 'none'"));
        for link in attributes(&page, "href") {
            assert!(
                link.starts_with('#') || known.contains(link),
                "{world}: {link}"
            );
        }
    }
}

#[test]
fn ids_are_unique_and_what_points_at_one_finds_it() {
    for world in WORLDS {
        let page = page(world, &[]);
        let ids = attributes(&page, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{world}");
        let named = attributes(&page, "aria-labelledby");
        let named = named.iter().flat_map(|names| names.split(' '));
        let links = attributes(&page, "href")
            .into_iter()
            .filter_map(|link| link.strip_prefix('#'));
        for target in named.chain(links).chain(attributes(&page, "for")) {
            assert!(
                unique.contains(target),
                "{world}: nothing is called {target}"
            );
        }
    }
}

#[test]
fn every_language_says_the_same_under_headings_in_order() {
    for world in WORLDS {
        let page = page(world, &[]);
        let mut shapes = Vec::new();
        for language in Language::ALL {
            let voice = voice(&page, *language);
            let levels: Vec<u8> = voice
                .split("<h")
                .skip(1)
                .filter_map(|rest| rest.as_bytes().first()?.checked_sub(b'0'))
                .filter(|level| *level < 7)
                .collect();
            assert_eq!(levels.first(), Some(&1), "{world}");
            assert_eq!(
                levels.iter().filter(|level| **level == 1).count(),
                1,
                "{world}"
            );
            assert!(
                levels.windows(2).all(|two| two[1] <= two[0] + 1),
                "{world}: {levels:?}"
            );
            shapes.push(levels);
        }
        assert!(shapes.windows(2).all(|two| two[0] == two[1]), "{world}");
    }
}

#[test]
fn the_language_of_the_report_comes_first_and_names_the_document() {
    let titles = [
        (
            "en",
            "connected-tools-off: Messages stop at the Instagram account – igdoctor",
        ),
        (
            "pt-BR",
            "connected-tools-off: As mensagens param na conta do Instagram – igdoctor",
        ),
        (
            "ru",
            "connected-tools-off: Сообщения застревают на аккаунте Instagram – igdoctor",
        ),
    ];
    for (lang, title) in titles {
        let page = page("connected-tools-off", &["--lang", lang]);
        assert!(page.contains(&format!("<html lang=\"{lang}\">")));
        assert!(page.contains(&format!("<title>{title}</title>")), "{lang}");
        assert!(
            page.contains(&format!("id=\"language-{lang}\" checked>")),
            "{lang}"
        );
        assert_eq!(
            page.matches(" checked>").count(),
            1 + 3,
            "the language, and everyone in each"
        );
        let voices = attributes(&page, "class");
        let own = format!("voice in-{lang}");
        assert_eq!(
            voices.iter().find(|class| class.starts_with("voice")),
            Some(&own.as_str())
        );
    }
}

#[test]
fn the_picture_says_where_messages_stop_and_says_it_in_words() {
    let page = page("connected-tools-off", &[]);
    let russian = voice(&page, Language::Ru);
    assert!(
        russian.contains(
            "Аккаунт Instagram: ошибка (здесь сообщения застревают); Страница: в порядке"
        )
    );
    assert_eq!(russian.matches("role=\"img\"").count(), 2);
    assert_eq!(russian.matches("class=\"way cut\"").count(), 2);
    // Beyond the place where messages stop, none go.
    assert!(!russian.contains("class=\"way\""));
    let healthy = super::page("healthy-instagram", &[]);
    let english = voice(&healthy, Language::En);
    assert!(!english.contains("way cut") && english.contains("class=\"way\""));
    assert!(
        !english.contains(">Page</text>"),
        "the instagram flow has no Page"
    );
}

#[test]
fn a_finding_has_everything_that_it_takes_to_act() {
    let page = page("messages-field-missing", &[]);
    let english = voice(&page, Language::En);
    for part in [
        "data-actor=",
        "Who can mend it",
        "Why it matters",
        "<ol class=\"steps\">",
        "<code>igdoctor repair --sandbox messages-field-missing --only account-fields</code>",
        "<code>igdoctor check --sandbox messages-field-missing --only account-fields</code>",
        "<a href=\"https://developers.facebook.com/",
        "<details class=\"fold\">",
        "<time datetime=\"",
    ] {
        assert!(english.contains(part), "{part}: {english}");
    }
}

#[test]
fn the_pages_are_shown_where_they_answer_a_finding() {
    assert!(page("page-not-selected", &[]).contains("<table class=\"pages\">"));
    assert!(!page("healthy-facebook", &[]).contains("<table class=\"pages\">"));
}

#[test]
fn it_stays_small() {
    for world in WORLDS {
        let size = page(world, &[]).len();
        assert!(size < 250_000, "{world}: {size} bytes");
    }
}

#[test]
fn many_tenants_have_an_index_and_a_section_each() {
    let healthy = serve("healthy-facebook", |_| {});
    let folder = Folder::of(&[("casa-azul", &healthy), ("flor", &healthy)]);
    let run = finish(folder.check(&healthy, &["--all", "--quiet", "--format", "html"]));
    assert!(run.stdout.starts_with("<!DOCTYPE html>"), "{}", run.stderr);
    for language in Language::ALL {
        let voice = voice(&run.stdout, *language);
        assert_eq!(voice.matches("<h1").count(), 1);
        assert_eq!(voice.matches("<details class=\"tenant\">").count(), 2);
        assert!(voice.contains(&format!("<a href=\"#{language}-1\">casa-azul</a>")));
    }
    let ids = attributes(&run.stdout, "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len());
}
