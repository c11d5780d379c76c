//! `igdoctor list --platforms`: what each platform needs, and who says so.

use anyhow::Result;
use serde_json::json;

use crate::model::Language;
use crate::platform::{General, INFERRED, Platform};
use crate::report::human::Sheet;
use crate::report::json;
use crate::speech::Speech;
use crate::terminal::Look;
use crate::words::platform_name;

/// Everything that is known of them, with Meta's own limits, which hold for all.
pub(super) fn json() -> Result<String> {
    let all =
        json!({"schema_version": 1, "platforms": Platform::all()?, "general": General::load()?});
    Ok(json::document(&all)?)
}

/// What somebody needs who is to connect an account there.
pub(super) fn human(look: Look, language: Language) -> Result<String> {
    let speech = Speech::new(language);
    let mut sheet = Sheet::new(look);
    let platforms = Platform::all()?;
    for platform in &platforms {
        sheet.heading(&format!(
            "{} ({})",
            platform.id,
            platform_name(platform, &speech)
        ));
        for (key, value) in facts(platform, &speech) {
            sheet.named(2, &speech.say(key), &value);
        }
        sheet.blank();
    }
    let closing = speech.say_with(
        "list-platforms-closing",
        &[
            ("count", &platforms.len().into()),
            ("platform", &"hunion".into()),
        ],
    );
    sheet.paragraph(0, &closing);
    Ok(sheet.text())
}

fn facts(platform: &Platform, speech: &Speech) -> [(&'static str, String); 6] {
    let flows = platform
        .flows
        .iter()
        .map(|flow| speech.say(&format!("head-flow-{flow}")));
    let page = if platform.page_required {
        let verified = platform
            .page_verified
            .then(|| speech.say("list-page-verified"));
        let role = speech.say(&format!("list-page-{}", platform.page_role));
        [Some(role), verified]
    } else {
        [Some(speech.say("list-page-none")), None]
    };
    let connector = match platform.who_may_connect {
        Some(who) => speech.say(&format!("list-connector-{who}")),
        None => speech.say("list-connector-untold"),
    };
    let said = |key: &str, value: &str| {
        let text = speech.say(&format!("list-{key}-{value}"));
        if platform.source_of.get(key).is_some_and(|by| by == INFERRED) {
            speech.say_with("list-inferred", &[("what", &text.as_str().into())])
        } else {
            text
        }
    };
    let sources = platform
        .sources
        .values()
        .map(|source| format!("{} ({})", source.title, source.lang));
    [
        ("list-flows", joined(flows)),
        ("list-page", joined(page.into_iter().flatten())),
        ("list-account", said("account", platform.account.as_str())),
        ("list-routing", said("routing", platform.routing.as_str())),
        ("list-connector", connector),
        ("list-source", joined(sources)),
    ]
}

fn joined(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join("; ")
}
