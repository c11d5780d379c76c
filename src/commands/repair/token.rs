//! Renewing the token: a new one takes the old one's place, or is handed over in a file that only its owner can read.

use anyhow::{Context, Result};
use chrono::{TimeDelta, Utc};

use super::session::{Outcome, Session};
use crate::commands::auth::keep::{Kept, hand_over, keep};
use crate::commands::auth::renew::Meta;
use crate::model::Flow;
use crate::repair::Fix;
use crate::secret::Stored;

/// Renews the token. There is no way back: the journal holds that it was done, never the token.
pub(super) fn renew(session: &mut Session<'_>, fix: &Fix) -> Result<Outcome> {
    let place = &session.place;
    let tenant = &place.tenant;
    let old = tenant
        .credentials
        .token
        .clone()
        .context("there is no token to renew")?;
    let change = fix.change.as_ref().context("nothing to change")?;
    let id = place.journal.begin(&fix.check, change)?;
    let meta = Meta::new(session.catalog, tenant, &place.manner);
    let issued = match tenant.expect.flow {
        Flow::Instagram => meta.wait("renewing", async |graph| graph.refresh(&old).await),
        Flow::Facebook => {
            let app = tenant
                .credentials
                .app
                .clone()
                .context("the app's id and secret are not known")?;
            meta.wait("exchanging", async |graph| {
                graph.exchange_long(&app, &old).await
            })
        }
    };
    let issued = match issued {
        Ok(issued) => issued,
        Err(error) => {
            place.journal.not_made(id)?;
            return Ok(Outcome::NotRenewed(format!("{error:#}")));
        }
    };
    let lives = issued
        .expires_in
        .and_then(|span| TimeDelta::from_std(span).ok());
    let new = Stored {
        kind: tenant.credentials.token_kind,
        app_id: None,
        expires_at: lives.and_then(|span| Utc::now().checked_add_signed(span)),
        stored_at: Some(Utc::now()),
        token: issued.token,
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
