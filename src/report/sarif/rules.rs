//! The checks of the catalog as rules.

use super::model::{Configuration, Message, Properties, Rule};
use crate::catalog::{Catalog, Check};
use crate::model::Severity;
use crate::report::markdown::escape;
use crate::speech::Speech;
use crate::words::{About, Writer};

/// Every check, in table order, so that its place is its position in the catalog.
pub(super) fn all(catalog: &'static Catalog, speech: &Speech) -> Vec<Rule> {
    let writer = Writer::new(speech, catalog, None, About::default());
    let checks = catalog.all().iter();
    checks.map(|check| rule(check, &writer, speech)).collect()
}

fn rule(check: &Check, writer: &Writer<'_>, speech: &Speech) -> Rule {
    let why = writer.why(check);
    let link = check.link(speech.language()).map(str::to_owned);
    let more = speech.say("finding-more");
    let (mut text, mut markdown) = (why.clone(), escape(&why));
    if let Some(link) = &link {
        text.push_str(&format!("\n{more}: {link}"));
        markdown.push_str(&format!("\n\n{more}: <{link}>"));
    }
    let mut help = Message::new(&text);
    help.markdown = Some(markdown);
    let symptoms = check.symptoms.iter().map(|symptom| symptom.as_str());
    Rule {
        id: check.id,
        name: pascal(check.id),
        short_description: Message::new(&writer.title(check)),
        full_description: Message::new(&why),
        help,
        help_uri: link,
        default_configuration: Configuration {
            level: match check.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
        },
        properties: Properties {
            tags: std::iter::once(check.area.as_str())
                .chain(symptoms)
                .collect(),
        },
    }
}

/// `connected-tools` as `ConnectedTools`, which is how names of rules are written.
fn pascal(id: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    id.split('-').map(word).collect()
}
