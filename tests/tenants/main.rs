//! A check by the name of a tenant: where its file is found, what holds for it, where its secrets come from.

mod choosing;
#[path = "../common/mod.rs"]
mod common;
mod finding;
mod platforms;
#[cfg(unix)]
mod secrets;
mod values;

/// A tenant that can be checked without a token, in no time: nothing is asked.
const QUICK: &[&str] = &["--no-token", "--only", "inbox-access", "--format", "json"];

/// What was said of the tenant, as the report tells it.
fn name(run: &common::Run) -> String {
    run.json()["tenant"]["name"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}
