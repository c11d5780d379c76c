//! The command line itself: its help and errors in three languages, completion, the manual.

#[path = "../common/mod.rs"]
mod common;
mod completion;
mod errors;
mod manual;
mod pages;
mod words;
