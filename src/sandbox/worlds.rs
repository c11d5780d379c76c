//! The worlds by name: one for each cause that a check owns, several healthy ones, and some that are broken as real customers are.

mod access;
mod account;
mod app;
mod base;
mod healthy;
mod messages;
mod page;
mod platform;
mod platforms;
mod several;
mod trace;
mod webhook;

use super::world::World;
use crate::model::{Language, Outcome};
use crate::speech::Speech;

/// A world with its name and what a check must find in it.
#[derive(Debug)]
pub struct Named {
    /// Its name; of a broken world, the cause.
    pub name: &'static str,
    /// What it shows, in a few words of English.
    pub about: &'static str,
    /// Checks that must not pass: check, outcome, cause. No other may warn, fail or be unknown.
    pub expected: &'static [(&'static str, Outcome, &'static str)],
    /// Makes it.
    pub make: fn() -> World,
}

/// Every world with what it shows, in a language.
pub fn told(language: Language) -> impl Iterator<Item = (&'static Named, String)> {
    let speech = Speech::of_worlds(language);
    all().map(move |world| {
        let about = speech
            .as_ref()
            .map(|speech| speech.say(&format!("world-{}", world.name)));
        (world, about.unwrap_or_else(|| world.about.to_owned()))
    })
}

/// Every world, healthy ones first.
pub fn all() -> impl Iterator<Item = &'static Named> {
    let parts: [&[Named]; 11] = [
        healthy::WORLDS,
        access::WORLDS,
        account::WORLDS,
        page::WORLDS,
        app::WORLDS,
        webhook::WORLDS,
        platform::WORLDS,
        messages::WORLDS,
        platforms::WORLDS,
        several::WORLDS,
        trace::WORLDS,
    ];
    parts.into_iter().flatten()
}

/// The world of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Named> {
    all().find(|world| world.name == name)
}
