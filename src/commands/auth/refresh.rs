//! `igdoctor auth refresh`: a new token for the old one. The old one goes only when the new one was seen to work.

use anyhow::{Context, Result, bail, ensure};
use clap::Args;

use super::inspect::{Judgement, inspect};
use super::keep::{Kept, keep};
use super::target;
use super::trade::Trade;
use crate::catalog::Catalog;
use crate::commands::asked::{Asking, asker};
use crate::commands::asking::Shown;
use crate::commands::connection::TenantFlags;
use crate::commands::flags::{AskFlags, LookFlags};
use crate::commands::held::{assemble, waiting};
use crate::model::Arg;
use crate::report::EXIT_HEALTHY;
use crate::report::human::Options;
use crate::secret::Stored;
use crate::tenant::sources::Wanted;
use crate::terminal::write_stdout;
use crate::words::Speech;

/// Flags of `auth refresh`.
#[derive(Args, Debug)]
pub(super) struct Flags {
    #[command(flatten)]
    tenant: TenantFlags,
    #[command(flatten)]
    asking: Asking,
    #[command(flatten)]
    ask: AskFlags,
    #[command(flatten)]
    look: LookFlags,
}

/// Renews it. Ends with 0.
pub(super) fn run(catalog: &'static Catalog, flags: &Flags) -> Result<u8> {
    let manner = flags.ask.manner()?;
    let language = flags.look.language();
    let speech = Speech::new(language);
    let asker = asker(&flags.asking, &flags.look, &speech);
    let whom = target::whom(
        &flags.tenant,
        asker.as_ref(),
        &speech.say("login-ask-tenant"),
    )?;
    let named = whom.named().context("no tenant")?;
    let name = named.name;
    let place = target::destination(named)?;
    let old = place.read(&waiting).with_context(|| {
        format!("there is no token of {name} to renew; igdoctor auth login {name} stores one")
    })?;
    let source = |wanted: Wanted| flags.tenant.source(wanted, Some(named));
    let shown = Shown::new(&flags.look, language, false, 0);
    let options = Options {
        look: flags.look.look(),
        quiet: true,
        verbose: false,
        again: None,
    };
    let tenant = assemble(
        &flags.tenant,
        catalog,
        Some(named),
        Some(old.clone()),
        &source,
    )?;
    let before = inspect(catalog, &tenant, &manner, shown, &options, language)?;
    ensure!(
        before.judgement() != Judgement::Dead,
        "Meta does not take the stored token any more, and a dead token cannot be renewed. Log in again:\n  igdoctor auth login {name}"
    );
    let facts = before.saved.evidence.token.value();
    if facts.is_some_and(|facts| facts.expires_at.is_none()) {
        let args = [("tenant", &Arg::from(name))];
        write_stdout(&format!("{}\n", speech.say_with("login-never-ends", &args)))?;
        return Ok(EXIT_HEALTHY);
    }
    let trade = Trade {
        catalog,
        tenant: &tenant,
        name,
        manner: &manner,
        look: &flags.look,
    };
    let known = Stored {
        kind: before.kind().or(old.kind),
        app_id: before.app().map(|(id, _)| id).or(old.app_id),
        ..old
    };
    let new = trade.make(known, before.holder())?;
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
    write_stdout(&format!("{text}\n"))?;
    Ok(EXIT_HEALTHY)
}
