//! `igdoctor repair` and `igdoctor undo` without a person: what is written at Meta, what is written down, and what is left when something goes wrong.

#[path = "../common/mod.rs"]
mod common;

mod shop;

mod causes;
mod crashes;
mod document;
mod faults;
#[cfg(unix)]
mod journal;
#[cfg(target_os = "linux")]
mod keyring;
mod plan;
mod reading;
mod tokens;
mod undo;
