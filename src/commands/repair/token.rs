//! Renewing the token: a new one takes the old one's place, or is handed over in a file that only its owner can read.

use anyhow::{Context, Result};

use super::session::{Outcome, Session};
use crate::commands::auth::keep::{Kept, hand_over, keep};
use crate::commands::auth::trade::Trade;
use crate::commands::ending::told;
use crate::repair::Fix;
use crate::secret::Stored;
use crate::speech::error;

/// Renews the token. There is no way back: the journal holds that it was done, never the token.
pub(super) fn renew(session: &mut Session<'_>, fix: &Fix) -> Result<Outcome> {
    let place = &session.place;
    let credentials = &place.tenant.credentials;
    let token = credentials.token.clone();
    let token = token.with_context(|| error("error-repair-no-token", &[]))?;
    let change = fix.change.as_ref();
    let change = change.with_context(|| error("error-repair-no-change", &[]))?;
    let evidence = &session.seen().0.evidence;
    let facts = evidence.token.value();
    let old = Stored {
        kind: facts
            .and_then(|facts| facts.kind)
            .or(credentials.token_kind),
        app_id: facts.and_then(|facts| facts.app_id.clone()),
        ..Stored::bare(token)
    };
    let trade = Trade {
        catalog: session.catalog,
        tenant: &place.tenant,
        name: &place.name,
        manner: &place.manner,
        look: &session.flags.look,
    };
    let id = place.journal.begin(&fix.check, change)?;
    let holder = evidence.identity.value().map(|me| me.id.as_str());
    let new = match trade.make(old, holder) {
        Ok(new) => new,
        Err(fault) => {
            place.journal.not_made(id)?;
            return Ok(Outcome::NotRenewed(told(&fault)));
        }
    };
    let told = match &place.keeps_token {
        Some(source) => match keep(&place.name, source, &new)? {
            Kept::There => source.to_string(),
            Kept::HandedOver(_, path) => path.display().to_string(),
        },
        None => hand_over(&place.name, &new)?.display().to_string(),
    };
    place.journal.done(id)?;
    session.place.tenant.expect.token_expires_at = new.expires_at;
    session.place.tenant.credentials.token = Some(new.token);
    Ok(Outcome::Renewed(told))
}
