//! What things are called to whoever looks on, each in the grammatical form that its sentences want.

use crate::evidence::Saved;
use crate::model::{Arg, Language};
use crate::speech::Speech;
use crate::terminal::harmless;
use crate::words::platform_name;

/// The names.
pub(super) struct Names {
    /// To whom a message goes.
    pub to: String,
    /// Whose message it is.
    pub of: String,
    /// As whom one opens the Instagram app.
    pub opened_as: String,
    /// On what somebody has a role.
    pub on_app: String,
    /// The platform.
    pub platform: String,
}

impl Names {
    /// By what was seen.
    pub fn new(saved: &Saved, speech: &Speech) -> Self {
        let form = |pt: &str, ru: &str| match speech.language() {
            Language::En => "plain".to_owned(),
            Language::PtBr => pt.to_owned(),
            Language::Ru => ru.to_owned(),
        };
        let named = |known: &str, unknown: &str, name: Option<&str>, form: String| {
            let form = Arg::Text(form);
            match name {
                Some(name) => {
                    let name = Arg::Text(harmless(name));
                    speech.say_with(known, &[("name", &name), ("form", &form)])
                }
                None => speech.say_with(unknown, &[("form", &form)]),
            }
        };
        let username = saved.evidence.username();
        let account = |form| named("about-account", "about-account-unknown", username, form);
        let app = saved.evidence.app.value();
        let app = app.and_then(|app| app.name.as_deref());
        Self {
            to: account(form("plain", "gen")),
            of: account(form("de", "gen")),
            opened_as: account(form("plain", "ins")),
            on_app: named("about-app", "about-app-unknown", app, form("em", "prep")),
            platform: platform_name(&saved.expect.platform, speech),
        }
    }
}
