//! `igdoctor auth refresh`: a new token for the old one. The old one goes only when the new one was seen to work.

use anyhow::{Context, Result, bail};
use clap::Args;

use super::inspect::{Judgement, inspect};
use super::keep::{Kept, keep};
use super::target::{self, Common};
use super::trade::Trade;
use crate::catalog::Catalog;
use crate::commands::asking::Shown;
use crate::commands::ending::Ending;
use crate::commands::held::{assemble, waiting};
use crate::commands::tell::tell;
use crate::model::Arg;
use crate::report::EXIT_HEALTHY;
use crate::report::human::Options;
use crate::secret::{SecretError, Stored};
use crate::speech::error;
use crate::tenant::sources::Wanted;
use crate::terminal::Listening;

/// Flags of `auth refresh`.
#[derive(Args, Debug)]
pub(super) struct Flags {
    #[command(flatten)]
    common: Common,
}

/// Renews it. Ends with 0.
pub(super) fn run(catalog: &'static Catalog, flags: &Flags) -> Result<u8> {
    let manner = flags.common.ask.manner()?;
    let (whom, speech) = flags.common.whom()?;
    let language = speech.language();
    let named = whom
        .named()
        .with_context(|| error("error-auth-no-tenant", &[]))?;
    let connection = flags.common.connection();
    let name = named.name;
    let place = target::destination(named)?;
    let old = match place.read(&waiting) {
        Ok(old) => old,
        Err(fault @ (SecretError::NotInKeyring(_) | SecretError::Unreadable { .. })) => {
            let says = error("error-refresh-none", &[("tenant", &name)]);
            return Err(anyhow::Error::new(fault).context(says));
        }
        Err(fault) => return Err(fault.into()),
    };
    let source = |wanted: Wanted| connection.source(wanted, Some(named));
    let shown = Shown::new(&flags.common.look, language, false, 0);
    let options = Options {
        look: flags.common.look.look(),
        quiet: true,
        verbose: false,
        again: None,
    };
    let tenant = assemble(
        &connection,
        catalog,
        Some(named),
        Some(old.clone()),
        &source,
    )?;
    let before = inspect(catalog, &tenant, &manner, shown, &options, language)?
        .whole("error-interrupted-not-changed")?;
    if before.judgement() == Judgement::Dead {
        return Err(Ending::refused(error(
            "error-refresh-dead",
            &[("tenant", &name)],
        )));
    }
    // What cannot be looked at before cannot be compared after.
    if before.judgement() == Judgement::Unknown && before.holder().is_none() {
        return Err(Ending::unknown(error("error-refresh-untold", &[])));
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
    let trade = Trade {
        catalog,
        tenant: &tenant,
        name,
        manner: &manner,
        look: &flags.common.look,
    };
    let known = Stored {
        kind: before.kind().or(old.kind),
        app_id: before.app().map(|(id, _)| id).or(old.app_id),
        ..old
    };
    let new = trade.make(known, before.holder())?;
    match keep(name, &place, &new)? {
        Kept::There => {}
        Kept::HandedOver(fault, path) => bail!(error(
            "error-refresh-not-kept",
            &[
                ("place", &place),
                ("error", &fault),
                ("path", &path.display()),
            ],
        )),
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
