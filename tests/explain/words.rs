//! `texts.toml` as data: its causes exist, and no fragment catches what another row means.

use std::collections::BTreeMap;

use igdoctor::catalog;
use igdoctor::platform::Platform;

#[test]
fn every_row_leads_to_causes_that_exist_and_says_where_it_is_from() {
    let known = catalog::load().unwrap();
    for row in catalog::texts().unwrap() {
        for cause in std::iter::once(&row.cause).chain(&row.also) {
            assert!(known.cause(cause).is_some(), "{cause}");
        }
        assert!(!row.also.contains(&row.cause), "{} twice", row.cause);
        let source = row.source.as_str();
        assert!(
            source.starts_with("D-") || ["field", "memory"].contains(&source),
            "{source}"
        );
        let conditions = row.call.is_some() || row.http.is_some() || row.empty;
        assert!(
            !row.has.is_empty() || conditions,
            "{} fits everything",
            row.cause
        );
    }
}

#[test]
fn every_fragment_is_recognized_as_what_it_stands_for() {
    let mut seen = BTreeMap::new();
    for row in catalog::texts().unwrap() {
        for fragment in &row.has {
            let key = (fragment, &row.call);
            assert!(
                seen.insert(key, &row.cause).is_none(),
                "{fragment} stands twice"
            );
            let text = fragment
                .replace(['…', '*'], " ")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let flow = row.flow.map_or("unknown", |flow| flow.as_str());
            let causes =
                super::field::causes(&format!("Error: {text}!"), row.call.as_deref(), flow);
            assert_eq!(
                causes.first().copied(),
                Some(row.cause.as_str()),
                "{fragment}"
            );
        }
    }
}

#[test]
fn texts_of_platforms_are_recognized_exactly_and_nearly() {
    for platform in Platform::all().unwrap() {
        for seen in &platform.texts {
            for text in seen.all() {
                let slip: String = text
                    .chars()
                    .enumerate()
                    .filter(|(at, _)| *at != 7)
                    .map(|(_, c)| c)
                    .collect();
                for text in [text.to_owned(), format!("«{}»", text.to_uppercase()), slip] {
                    let causes = super::field::causes(&text, None, "unknown");
                    assert_eq!(
                        causes.first(),
                        Some(&seen.cause.as_str()),
                        "{}: {text}",
                        platform.id
                    );
                }
            }
        }
    }
}
