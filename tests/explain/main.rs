//! `igdoctor explain`: what it recognizes, how it answers, and what it never does.

#[path = "../common/mod.rs"]
mod common;

mod answers;
mod field;
mod hostile;
mod known;
mod pastes;
mod screens;
mod words;
