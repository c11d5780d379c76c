//! `igdoctor auth login`: a token is pasted or brought by the browser, looked at, and only then kept.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use chrono::{TimeDelta, Utc};
use clap::Args;

use super::browser::{BrowserFlags, Fresh, Login};
use super::inspect::{Inspection, Judgement, inspect};
use super::keep::{Kept, keep};
use super::renew::Meta;
use super::target::{self, Common, can_log_in};
use crate::catalog::Catalog;
use crate::commands::asked::asker;
use crate::commands::asking::Shown;
use crate::commands::connection::TenantFlags;
use crate::commands::held::{assemble, waiting};
use crate::commands::tell::tell;
use crate::engine::Manner;
use crate::model::{Arg, Flow, TokenKind};
use crate::report::human::Options;
use crate::report::{EXIT_FINDINGS, EXIT_HEALTHY, EXIT_INCONCLUSIVE};
use crate::secret::{Source, Stored};
use crate::speech::{Speech, error};
use crate::tenant::sources::Wanted;
use crate::tenant::{Named, Tenant};
use crate::terminal::{Prompt, say_text, write_stdout};

/// A token that ends sooner is a short-lived one.
const SHORT: TimeDelta = TimeDelta::hours(24);

/// Flags of `auth login`.
#[derive(Args, Debug)]
pub(super) struct Flags {
    #[command(flatten)]
    common: Common,
    /// Read the token from this file, which only you may read
    #[arg(long, value_name = "FILE", conflicts_with = "token_stdin")]
    token_file: Option<PathBuf>,
    /// Read the token from standard input
    #[arg(long)]
    token_stdin: bool,
    #[command(flatten)]
    browser: BrowserFlags,
    /// Keep the token even if it is another app's, for another Page, or cannot be looked at now
    #[arg(long)]
    anyway: bool,
}

/// Logs in. The number is the exit code: 0 all well, 1 something is missing or the token was not kept, 3 it could not be looked at.
pub(super) fn run(catalog: &'static Catalog, flags: &Flags) -> Result<u8> {
    let manner = flags.common.ask.manner()?;
    let (whom, speech) = flags.common.whom()?;
    let asker = asker(&flags.common.asking, &flags.common.look, &speech);
    let named = whom
        .named()
        .with_context(|| error("error-auth-no-tenant", &[]))?;
    let place = target::destination(named)?;
    // Nobody should log in only to learn that the token cannot be kept.
    place
        .could_store(&waiting)
        .with_context(|| error("error-login-cannot-keep", &[("tenant", &named.name)]))?;
    let session = Session {
        catalog,
        flags,
        connection: flags.common.connection(),
        named,
        manner: &manner,
        asker: asker.as_ref(),
        speech: &speech,
    };
    let mut rerequest = flags.browser.rerequest;
    loop {
        let (stored, inspection) = session.acquire(rerequest)?;
        session.tell(&inspection)?;
        let judgement = inspection.judgement();
        let refused = match judgement {
            Judgement::Good | Judgement::Lacking => false,
            Judgement::Dead => true,
            Judgement::Foreign | Judgement::Unknown => !flags.anyway,
        };
        if refused {
            say_text(&speech.say(match judgement {
                Judgement::Unknown => "login-not-kept-unknown",
                Judgement::Dead => "login-not-kept-dead",
                _ => "login-not-kept-foreign",
            }));
            return Ok(if judgement == Judgement::Unknown {
                EXIT_INCONCLUSIVE
            } else {
                EXIT_FINDINGS
            });
        }
        session.keep(&place, &stored)?;
        if judgement == Judgement::Good {
            return Ok(EXIT_HEALTHY);
        }
        if judgement == Judgement::Unknown {
            return Ok(EXIT_INCONCLUSIVE);
        }
        if !session.again(&inspection)? {
            return Ok(EXIT_FINDINGS);
        }
        rerequest = true;
    }
}

struct Session<'a> {
    catalog: &'static Catalog,
    flags: &'a Flags,
    connection: TenantFlags,
    named: Named<'a>,
    manner: &'a Manner,
    asker: Option<&'a Prompt<'a>>,
    speech: &'a Speech,
}

impl Session<'_> {
    /// The tenant around a token, or around none.
    fn tenant(&self, token: Option<Stored>) -> Result<Tenant> {
        let source = |wanted: Wanted| self.connection.source(wanted, Some(self.named));
        assemble(
            &self.connection,
            self.catalog,
            Some(self.named),
            token,
            &source,
        )
    }

    /// A token from wherever it is to come, and what Meta says of it.
    fn acquire(&self, rerequest: bool) -> Result<(Stored, Inspection)> {
        let fresh = if self.flags.browser.browser {
            let tenant = self.tenant(None)?;
            let meta = Meta::new(self.catalog, &tenant, self.manner);
            self.login(&tenant, &meta).run(rerequest)?
        } else {
            Fresh {
                token: self.given()?,
                expires_at: None,
            }
        };
        let mut stored = Stored {
            expires_at: fresh.expires_at,
            ..Stored::bare(fresh.token)
        };
        let mut inspection = self.inspect(&stored)?;
        if let Some(longer) = self.longer(&stored, &inspection)? {
            stored = longer;
            inspection = self.inspect(&stored)?;
        }
        let facts = inspection.saved.evidence.token.value();
        stored.expires_at = facts
            .and_then(|facts| facts.expires_at)
            .or(stored.expires_at);
        stored.kind = inspection.kind();
        stored.app_id = inspection.app().map(|(id, _)| id);
        stored.stored_at = Some(Utc::now());
        Ok((stored, inspection))
    }

    fn login<'b>(&'b self, tenant: &'b Tenant, meta: &'b Meta<'b>) -> Login<'b> {
        Login {
            flags: &self.flags.browser,
            entry: self.named.entry,
            tenant,
            manner: self.manner,
            meta,
            asker: self.asker,
            speech: self.speech,
        }
    }

    /// The token as a flag brings it, or as it is pasted.
    fn given(&self) -> Result<crate::secret::Secret> {
        let flags = self.flags;
        if flags.token_stdin {
            return Ok(Source::Stdin.read(&waiting)?.token);
        }
        if let Some(path) = &flags.token_file {
            let file = Source::File {
                path: path.clone(),
                shared: false,
            };
            return Ok(file.read(&waiting)?.token);
        }
        let asker = self
            .asker
            .with_context(|| error("error-login-nobody", &[]))?;
        Ok(asker.hidden(&self.speech.say("login-paste-token"))?)
    }

    fn inspect(&self, stored: &Stored) -> Result<Inspection> {
        let tenant = self.tenant(Some(stored.clone()))?;
        let shown = Shown::new(&self.flags.common.look, self.speech.language(), false, 0);
        let options = Options {
            look: self.flags.common.look.look(),
            quiet: true,
            verbose: false,
            again: None,
        };
        inspect(
            self.catalog,
            &tenant,
            self.manner,
            shown,
            &options,
            self.speech.language(),
        )?
        .whole("error-interrupted-not-stored")
    }

    /// A pasted token of a person that ends within a day is exchanged for a long-lived one, where the app's secret is known.
    fn longer(&self, stored: &Stored, inspection: &Inspection) -> Result<Option<Stored>> {
        let tenant = self.tenant(Some(stored.clone()))?;
        let Some(app) = tenant
            .credentials
            .app
            .as_ref()
            .filter(|app| app.secret.is_some())
        else {
            return Ok(None);
        };
        let facts = inspection.saved.evidence.token.value();
        let ends = facts.and_then(|facts| facts.expires_at);
        let short = ends.is_some_and(|ends| ends - Utc::now() < SHORT);
        let exchangeable = tenant.expect.flow == Flow::Facebook
            && inspection.kind() == Some(TokenKind::User)
            && inspection.judgement() != Judgement::Dead;
        if self.flags.browser.browser || !short || !exchangeable {
            return Ok(None);
        }
        let meta = Meta::new(self.catalog, &tenant, self.manner);
        let fresh = Fresh {
            token: stored.token.clone(),
            expires_at: ends,
        };
        let longer = self.login(&tenant, &meta).lengthen(fresh, app)?;
        say_text(&self.speech.say("login-exchanged"));
        Ok(Some(Stored {
            expires_at: longer.expires_at,
            ..Stored::bare(longer.token)
        }))
    }

    /// What was found, in the words of the checks.
    fn tell(&self, inspection: &Inspection) -> Result<()> {
        for piece in &inspection.pieces {
            write_stdout(&piece.text)?;
        }
        Ok(())
    }

    fn keep(&self, place: &Source, stored: &Stored) -> Result<()> {
        let name = Arg::from(self.named.name);
        let until = stored.expires_at.map_or(Arg::from("none"), Arg::from);
        let text = match keep(self.named.name, place, stored)? {
            Kept::There => self.speech.say_with(
                "login-kept",
                &[
                    ("tenant", &name),
                    ("place", &Arg::Text(place.to_string())),
                    ("until", &until),
                ],
            ),
            Kept::HandedOver(fault, path) => bail!(error(
                "error-login-handed-over",
                &[
                    ("place", place),
                    ("error", &fault),
                    ("path", &path.display()),
                ],
            )),
        };
        tell(&self.flags.common.look, &text)
    }

    /// Whether the person wants to be asked for the missing permissions once more. An exchange never cures this: only consent does.
    fn again(&self, inspection: &Inspection) -> Result<bool> {
        let missing = inspection.missing();
        if missing.is_empty() {
            return Ok(false);
        }
        let args = [
            ("permissions", &Arg::from(missing)),
            ("tenant", &Arg::from(self.named.name)),
        ];
        match self.asker.filter(|_| self.flags.browser.browser) {
            Some(asker) => {
                Ok(asker.yes_no(&self.speech.say_with("login-again", &args), Some(true))?)
            }
            None => {
                let key = if can_log_in(&self.tenant(None)?) {
                    "login-lacking"
                } else {
                    "login-lacking-elsewhere"
                };
                say_text(&self.speech.say_with(key, &args));
                Ok(false)
            }
        }
    }
}
