//! Codes: each is exchanged once, in time, and for the address that its login ended at.

use chrono::{TimeDelta, Utc};

use crate::model::Flow;
use crate::sandbox::world::{Code, Grant, World};

/// Why a code brings no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// There is none like it.
    Unknown,
    /// It was exchanged before.
    Used,
    /// It came too late.
    Expired,
    /// Its login ended elsewhere.
    OtherRedirect,
}

/// Gives out a code for a login that ended there.
pub(super) fn issue(world: &mut World, flow: Flow, redirect: &str, grant: Grant) -> String {
    let text = format!("AQDsandboxlogincode{:06}", world.codes.len() + 1);
    let lives = match flow {
        Flow::Facebook => TimeDelta::minutes(10),
        Flow::Instagram => TimeDelta::hours(1),
    };
    world.codes.push(Code {
        text: text.clone(),
        redirect: redirect.to_owned(),
        used: false,
        expires_at: Utc::now() + lives,
        grant,
    });
    text
}

/// Takes a code, which is then used.
pub(super) fn redeem(
    world: &mut World,
    text: Option<&str>,
    redirect: Option<&str>,
) -> Result<Grant, Refused> {
    let code = world
        .codes
        .iter_mut()
        .find(|code| Some(code.text.as_str()) == text)
        .ok_or(Refused::Unknown)?;
    if code.used {
        return Err(Refused::Used);
    }
    if code.expires_at < Utc::now() {
        return Err(Refused::Expired);
    }
    if redirect != Some(code.redirect.as_str()) {
        return Err(Refused::OtherRedirect);
    }
    code.used = true;
    Ok(code.grant.clone())
}
