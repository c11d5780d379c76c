//! Fault switches by name, as `igdoctor sandbox serve --fault` takes them.

use std::str::FromStr;

use super::world::{Fault, What};
use crate::speech::error;

/// Makes what goes wrong, and how many times.
type Make = fn() -> (What, Option<u32>);

/// Names of the switches, each with what it does.
const SWITCHES: &[(&str, Make)] = &[
    ("throttle", || {
        (
            What::Refuse(
                400,
                613,
                None,
                "(#613) Calls to this api have exceeded the rate limit.",
            ),
            None,
        )
    }),
    ("transient", || {
        (
            What::Refuse(
                500,
                2,
                None,
                "An unexpected error has occurred. Please retry your request later.",
            ),
            Some(2),
        )
    }),
    ("cut", || (What::Cut, None)),
    ("drop", || (What::Drop, None)),
    ("hang", || (What::Hang(20_000), None)),
    ("html", || (What::Html(502), None)),
    ("redirect", || (What::Redirect, None)),
    ("huge", || (What::Huge, None)),
    ("loop", || (What::Loop, None)),
    ("usage", || (What::Usage(91), None)),
    ("hostile", || {
        (
            What::Refuse(
                400,
                100,
                None,
                "(#100) \u{1b}[2J\u{1b}]0;owned\u{7} \u{202e}txet elitsoh",
            ),
            None,
        )
    }),
];

/// A switch that there is not.
#[derive(Debug, thiserror::Error)]
#[error("{}", error("error-sandbox-fault", &[("known", &known())]))]
pub struct UnknownFault;

fn known() -> String {
    let names: Vec<&str> = SWITCHES.iter().map(|(name, _)| *name).collect();
    names.join(", ")
}

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(text: &str) -> Result<Self, UnknownFault> {
        let (path, name) = text.split_once('=').ok_or(UnknownFault)?;
        let (_, make) = SWITCHES
            .iter()
            .find(|(known, _)| *known == name)
            .ok_or(UnknownFault)?;
        let (what, times) = make();
        // Kept for the life of the process: a served world lives as long.
        Ok(Self {
            path: Box::leak(path.to_owned().into_boxed_str()),
            what,
            times,
        })
    }
}
