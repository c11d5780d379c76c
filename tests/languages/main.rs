//! Three languages, complete: nothing is missing, nothing stayed English, and every text fills the same values.

mod choice;
#[path = "../common/mod.rs"]
mod common;
mod files;
mod glossary;
mod interface;
mod screens;
mod texts;
mod worlds;

/// The languages that texts are translated into, as files name them.
const OTHERS: [&str; 2] = ["pt-BR", "ru"];
