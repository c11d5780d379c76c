//! Page and Instagram account.

use igdoctor::evidence::page::{Linked, PageFacts};

use super::*;

fn linked(id: &str) -> Option<Linked> {
    Some(Linked {
        id: id.to_owned(),
        ig_id: None,
        username: None,
    })
}

fn page(instagram: Option<Linked>, connected: Option<Linked>) -> Record<PageFacts> {
    answered(PageFacts {
        id: "1".to_owned(),
        name: None,
        is_published: None,
        is_webhooks_subscribed: None,
        verification_status: None,
        messaging_feature_status: None,
        instagram,
        connected,
    })
}

#[test]
fn connected_alone_is_personal_and_neither_is_not_linked() {
    let both = |record: Record<PageFacts>| {
        let verdict = |check| {
            judged(check, Flow::Facebook, "meta-app", |_, e| {
                e.page = record.clone()
            })
        };
        (
            verdict("page-instagram-link"),
            verdict("instagram-professional"),
        )
    };
    let words = |(a, b): (&str, &str)| (a.to_owned(), b.to_owned());
    assert_eq!(
        both(page(linked("17"), linked("17"))),
        words(("pass", "pass"))
    );
    assert_eq!(
        both(page(None, linked("17"))),
        words(("pass", "fail account-personal"))
    );
    assert_eq!(
        both(page(None, None)),
        words(("fail page-not-linked", "undecided"))
    );
    assert_eq!(
        both(refused(100, Some(33), "")),
        words(("undecided", "undecided"))
    );
}

/// The Page's own word beats a refusal; that the link cannot be verified is another statement.
#[test]
fn a_refusal_counts_only_where_the_page_was_not_read() {
    let with = |record, code, subcode| {
        judged("page-instagram-link", Flow::Facebook, "meta-app", |_, e| {
            e.page = record;
            e.conversations = refused(code, Some(subcode), "");
        })
    };
    assert_eq!(with(page(linked("17"), None), 100, 2_534_013), "pass");
    assert_eq!(
        with(Record::default(), 100, 2_534_013),
        "fail page-not-linked"
    );
    assert_eq!(
        with(page(linked("17"), None), 10, 2_534_077),
        "unknown link-unverifiable"
    );
}

#[test]
fn a_page_is_asked_about_in_the_instagram_flow_only_where_the_platform_wants_one() {
    for check in [
        "page-access",
        "page-instagram-link",
        "page-published",
        "page-app-toggles",
        "inbox-access",
    ] {
        assert_eq!(
            judged(check, Flow::Instagram, "meta-app", |_, _| {}),
            "skipped flow",
            "{check}"
        );
        assert_eq!(
            judged(check, Flow::Instagram, "meta-app", |expect, _| expect
                .platform
                .page_required =
                true),
            "ask",
            "{check}"
        );
    }
}
