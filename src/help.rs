//! The help of the command line and its errors in languages other than English.
//!
//! The derive holds the structure and the English texts. clap speaks English only, so for another language the built command is
//! walked and every text in it replaced by its translation in `speech/help.*.ftl`, and clap's errors are told in our own words.

mod rewrite;
mod wrong;

use clap::Command;

use crate::model::Language;
use crate::speech::Speech;

pub use rewrite::{Page, Text};
pub use wrong::message;

/// A command line in a language. What has no translation stays English.
#[must_use]
pub fn translated(command: Command, language: Language, page: Page) -> Command {
    match Speech::of_help(language) {
        Some(speech) => rewrite::rewrite(command, &speech, page).0,
        None => command,
    }
}

/// Every text of a command line that needs a translation, in the order of the help.
#[must_use]
pub fn texts(command: Command, speech: &Speech) -> Vec<Text> {
    rewrite::rewrite(command, speech, Page::Screen).1
}
