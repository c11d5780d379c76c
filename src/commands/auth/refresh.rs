//! `igdoctor auth refresh`: a new token for the old one. The old one goes only when the new one was seen to work.

use anyhow::{Context, Result, bail};
use chrono::{TimeDelta, Utc};
use clap::Args;

use super::inspect::{Judgement, inspect};
use super::keep::{Kept, keep};
use super::renew::Meta;
use super::target::{self, Common};
use crate::catalog::Catalog;
use crate::commands::asked::asker;
use crate::commands::asking::Shown;
use crate::commands::ending::Ending;
use crate::commands::held::{assemble, waiting};
use crate::commands::tell::tell;
use crate::model::{Arg, Flow, TokenKind};
use crate::report::EXIT_HEALTHY;
use crate::report::human::Options;
use crate::secret::{SecretError, Stored};
use crate::tenant::sources::Wanted;
use crate::terminal::Listening;
use crate::words::Speech;

/// Flags of `auth refresh`.
#[derive(Args, Debug)]
pub(super) struct Flags {
    #[command(flatten)]
    common: Common,
}

/// Renews it. Ends with 0.
pub(super) fn run(catalog: &'static Catalog, flags: &Flags) -> Result<u8> {
    let manner = flags.common.ask.manner()?;
    let language = flags.common.look.language();
    let speech = Speech::new(language);
    let asker = asker(&flags.common.asking, &flags.common.look, &speech);
    let whom = flags.common.whom(&speech, asker.as_ref())?;
    let named = whom.named().context("no tenant")?;
    let connection = flags.common.connection();
    let name = named.name;
    let place = target::destination(named)?;
    let old = match place.read(&waiting) {
        Ok(old) => old,
        Err(error @ (SecretError::NotInKeyring(_) | SecretError::Unreadable { .. })) => {
            return Err(anyhow::Error::new(error).context(format!(
                "there is no token of {name} to renew; igdoctor auth login {name} stores one"
            )));
        }
        Err(error) => return Err(error.into()),
    };
    let source = |wanted: Wanted| connection.source(wanted, Some(named));
    let around = |token: &Stored| {
        assemble(
            &connection,
            catalog,
            Some(named),
            Some(token.clone()),
            &source,
        )
    };
    let shown = Shown::new(&flags.common.look, language, false, 0);
    let options = Options {
        look: flags.common.look.look(),
        quiet: true,
        verbose: false,
        again: None,
    };
    let tenant = around(&old)?;
    let before = inspect(catalog, &tenant, &manner, shown, &options, language)?
        .whole("nothing was changed")?;
    if before.judgement() == Judgement::Dead {
        return Err(Ending::refused(format!(
            "Meta does not take the stored token any more, and a dead token cannot be renewed. Log in again:\n  igdoctor auth login {name}"
        )));
    }
    // What cannot be looked at before cannot be compared after.
    if before.judgement() == Judgement::Unknown && before.holder().is_none() {
        return Err(Ending::unknown(
            "Meta could not tell about the stored token, so it was not renewed; try again later",
        ));
    }
    let facts = before.saved.evidence.token.value();
    if facts.is_some_and(|facts| facts.expires_at.is_none()) {
        let args = [("tenant", &Arg::from(name))];
        tell(
            &flags.common.look,
            &speech.say_with("login-never-ends", &args),
        )?;
        return Ok(EXIT_HEALTHY);
    }
    // From here on Ctrl-C must not end the program before the new token is safe.
    let _listening = Listening::begin();
    let meta = Meta::new(catalog, &tenant, &manner);
    let issued = match tenant.expect.flow {
        Flow::Instagram => meta.wait(
            "the token could not be renewed; the old one stays",
            async |graph| graph.refresh(&old.token).await,
        )?,
        Flow::Facebook => {
            if before.kind().or(old.kind) == Some(TokenKind::Page) {
                bail!(
                    "the stored token is a Page's; it is not renewed but made anew by logging in:\n  igdoctor auth login {name}"
                );
            }
            let app = tenant
                .credentials
                .app
                .as_ref()
                .filter(|app| app.secret.is_some());
            let app = app.with_context(|| format!("a token of Facebook Login is exchanged with the app's id and secret; give app and secrets.app_secret to {name}, or log in again: igdoctor auth login {name}"))?;
            meta.wait(
                "the token could not be exchanged; the old one stays",
                async |graph| graph.exchange_long(app, &old.token).await,
            )?
        }
    };
    let lives = issued
        .expires_in
        .and_then(|span| TimeDelta::from_std(span).ok());
    let mut new = Stored {
        token: issued.token,
        kind: before.kind().or(old.kind),
        app_id: before.app().map(|(id, _)| id).or(old.app_id),
        expires_at: lives.and_then(|span| Utc::now().checked_add_signed(span)),
        stored_at: Some(Utc::now()),
    };
    let after = inspect(catalog, &around(&new)?, &manner, shown, &options, language)?;
    let works = matches!(after.judgement(), Judgement::Good | Judgement::Lacking);
    if !works || after.holder() != before.holder() {
        // Meta may have ended the old one all the same, so the new one is not thrown away.
        let handed = super::keep::hand_over(name, &new)?;
        let ending = if after.saved.interrupted {
            Ending::interrupted
        } else {
            Ending::unknown
        };
        return Err(ending(format!(
            "the new token was not seen to work, so the old one stays in {place}. The new one lies in {}, which only you can read",
            handed.display()
        )));
    }
    let told = after
        .saved
        .evidence
        .token
        .value()
        .and_then(|facts| facts.expires_at);
    new.expires_at = told.or(new.expires_at);
    match keep(name, &place, &new)? {
        Kept::There => {}
        Kept::HandedOver(error, path) => bail!(
            "the new token works, but could not be kept in {place}: {error}\nThe old one is still there. The new one lies in {}, which only you can read. Put it where it belongs, then delete that file",
            path.display()
        ),
    }
    let until = new.expires_at.map_or(Arg::from("none"), Arg::from);
    let text = speech.say_with(
        "login-renewed",
        &[
            ("tenant", &Arg::from(name)),
            ("place", &Arg::Text(place.to_string())),
            ("until", &until),
        ],
    );
    tell(&flags.common.look, &text)?;
    Ok(EXIT_HEALTHY)
}
