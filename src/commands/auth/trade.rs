//! Trading a token for a new one. The old one goes only when the new one was seen to work.

use anyhow::{Context, Result, bail};
use chrono::{TimeDelta, Utc};

use super::inspect::{Judgement, inspect};
use super::keep::hand_over;
use super::renew::Meta;
use crate::catalog::Catalog;
use crate::commands::asking::Shown;
use crate::commands::ending::Ending;
use crate::commands::flags::LookFlags;
use crate::engine::Manner;
use crate::model::{Flow, TokenKind};
use crate::report::human::Options;
use crate::secret::Stored;
use crate::speech::error;
use crate::tenant::Tenant;

/// Whose token is traded, and how Meta is asked.
pub(in crate::commands) struct Trade<'a> {
    pub catalog: &'static Catalog,
    /// The tenant with the old token.
    pub tenant: &'a Tenant,
    /// Its name.
    pub name: &'a str,
    pub manner: &'a Manner,
    pub look: &'a LookFlags,
}

impl Trade<'_> {
    /// A new token for the old one, seen to work for the same holder. It is not kept yet.
    ///
    /// # Errors
    /// When there is none, or it does not work; then it lies in a file that only its owner can read.
    pub fn make(&self, old: Stored, holder: Option<&str>) -> Result<Stored> {
        let name = self.name;
        let issued = self.ask(&old)?;
        let lives = issued
            .expires_in
            .and_then(|span| TimeDelta::from_std(span).ok());
        let mut new = Stored {
            token: issued.token,
            expires_at: lives.and_then(|span| Utc::now().checked_add_signed(span)),
            stored_at: Some(Utc::now()),
            ..old
        };
        let mut tenant = self.tenant.clone();
        tenant.credentials.token = Some(new.token.clone());
        tenant.credentials.token_kind = new.kind.or(tenant.credentials.token_kind);
        tenant.expect.token_expires_at = new.expires_at.or(tenant.expect.token_expires_at);
        let language = self.look.language_for(self.tenant.expect.lang);
        let options = Options {
            look: self.look.look(),
            quiet: true,
            verbose: false,
            again: None,
        };
        let shown = Shown::new(self.look, language, false, 0);
        let after = inspect(
            self.catalog,
            &tenant,
            self.manner,
            shown,
            &options,
            language,
        );
        let works = |after: &super::inspect::Inspection| {
            matches!(after.judgement(), Judgement::Good | Judgement::Lacking)
                && after.holder() == holder
        };
        // Meta may have ended the old one all the same, so the new one is not thrown away.
        let interrupted = after.as_ref().is_ok_and(|after| after.saved.interrupted);
        let Some(after) = after.ok().filter(works) else {
            let handed = hand_over(name, &new)?;
            let ending = if interrupted {
                Ending::interrupted
            } else {
                Ending::unknown
            };
            return Err(ending(error(
                "error-auth-not-seen-to-work",
                &[("path", &handed.display())],
            )));
        };
        let facts = after.saved.evidence.token.value();
        let told = facts.and_then(|facts| facts.expires_at);
        new.expires_at = told.or(new.expires_at);
        Ok(new)
    }

    fn ask(&self, old: &Stored) -> Result<crate::graph::oauth::Issued> {
        let name = self.name;
        let meta = Meta::new(self.catalog, self.tenant, self.manner);
        if self.tenant.expect.flow == Flow::Instagram {
            return meta.wait("error-auth-not-renewed", async |graph| {
                graph.refresh(&old.token).await
            });
        }
        if old.kind == Some(TokenKind::Page) {
            bail!(error("error-auth-page-token", &[("tenant", &name)]));
        }
        let app = self.tenant.credentials.app.as_ref();
        let app = app
            .filter(|app| app.secret.is_some())
            .with_context(|| error("error-auth-needs-app", &[("tenant", &name)]))?;
        meta.wait("error-auth-not-exchanged", async |graph| {
            graph.exchange_long(app, &old.token).await
        })
    }
}
