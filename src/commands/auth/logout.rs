//! `igdoctor auth logout`: the stored token goes from this machine. At Meta it lives on until its owner withdraws it.

use anyhow::{Context, Result};
use clap::Args;

use super::target::{self, Common};
use crate::commands::held::waiting;
use crate::commands::tell::tell;
use crate::model::Arg;
use crate::report::EXIT_HEALTHY;
use crate::speech::error;

/// Flags of `auth logout`.
#[derive(Args, Debug)]
pub(super) struct Flags {
    #[command(flatten)]
    common: Common,
}

/// Removes it. Ends with 0, also if nothing was there.
pub(super) fn run(flags: &Flags) -> Result<u8> {
    let (whom, speech) = flags.common.whom()?;
    let named = whom
        .named()
        .with_context(|| error("error-auth-no-tenant", &[]))?;
    let place = target::place(named).with_context(|| error("error-auth-no-place", &[]))?;
    let there = place.source.delete(&waiting)?;
    let key = if there {
        "logout-done"
    } else {
        "logout-nothing"
    };
    let text = speech.say_with(
        key,
        &[
            ("tenant", &Arg::from(named.name)),
            ("place", &Arg::Text(place.source.to_string())),
        ],
    );
    tell(&flags.common.look, &text)?;
    Ok(EXIT_HEALTHY)
}
