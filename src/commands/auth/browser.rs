//! Logging in through the browser: the dialog, and the token that comes of it.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use chrono::{DateTime, Utc};
use clap::Args;
use url::Url;

use super::loopback::Loopback;
use super::renew::Meta;
use crate::commands::connection::web_address;
use crate::commands::ending::Ending;
use crate::commands::flags::meta_id;
use crate::engine::Manner;
use crate::graph::oauth::{
    self, Dialog, FACEBOOK_END_PAGE, Issued, Response, ReturnError, Returned,
};
use crate::model::{Arg, Flow};
use crate::secret::{AppKeys, Secret};
use crate::speech::{Speech, error};
use crate::tenant::{Entry, Tenant};
use crate::terminal::{Prompt, say_stderr, say_text};

/// Flags of a login through the browser.
#[derive(Args, Debug)]
#[command(next_help_heading = "Through the browser")]
pub(super) struct BrowserFlags {
    /// Log in through the browser
    #[arg(long)]
    pub browser: bool,
    /// Take the answer on this port of this machine, where the app lists http://localhost:PORT/ (as a rule only in development mode)
    #[arg(long, value_name = "PORT", num_args = 0..=1, default_missing_value = "7117", require_equals = true, requires = "browser", conflicts_with = "redirect_url")]
    pub loopback: Option<u16>,
    /// Address that the browser ends at; the app must list it among its valid OAuth redirect addresses
    #[arg(long, value_name = "URL", value_parser = web_address, requires = "browser")]
    pub redirect_url: Option<Url>,
    /// Configuration of Facebook Login for Business, in place of the permissions
    #[arg(long, value_name = "ID", value_parser = meta_id, requires = "browser")]
    pub config_id: Option<String>,
    /// Ask again for permissions that were declined before
    #[arg(long, requires = "browser")]
    pub rerequest: bool,
    /// Do not open the browser; only show the address
    #[arg(long, requires = "browser")]
    pub no_open: bool,
}

/// A token, fresh from Meta.
#[derive(Debug)]
pub(super) struct Fresh {
    pub token: Secret,
    pub expires_at: Option<DateTime<Utc>>,
}

impl Fresh {
    fn of(issued: Issued) -> Self {
        Self {
            expires_at: issued.expires_in.and_then(from_now),
            token: issued.token,
        }
    }
}

/// A moment so far from now.
fn from_now(span: Duration) -> Option<DateTime<Utc>> {
    Utc::now().checked_add_signed(chrono::TimeDelta::from_std(span).ok()?)
}

/// Everything that a login needs to know.
pub(super) struct Login<'a> {
    pub flags: &'a BrowserFlags,
    pub entry: &'a Entry,
    pub tenant: &'a Tenant,
    pub manner: &'a Manner,
    pub meta: &'a Meta<'a>,
    pub asker: Option<&'a Prompt<'a>>,
    pub speech: &'a Speech,
}

impl Login<'_> {
    /// Lets a person log in, and gets the longest-lived token that can be had.
    pub fn run(&self, rerequest: bool) -> Result<Fresh> {
        let app = self.app()?;
        let flow = self.tenant.expect.flow;
        let loopback = self.flags.loopback.map(Loopback::open).transpose()?;
        // A token in the fragment of an address never reaches a server, and only the app's secret turns a code into one.
        let response = match (flow, &app.secret) {
            (Flow::Facebook, None) if loopback.is_none() => Response::Token,
            (_, Some(_)) => Response::Code,
            (Flow::Facebook, None) => bail!(error("error-browser-loopback", &[])),
            (Flow::Instagram, None) => bail!(error("error-browser-instagram", &[])),
        };
        let redirect = match &loopback {
            Some(loopback) => loopback.address()?,
            None => self.redirect(flow)?,
        };
        let state = oauth::state()?;
        let dialog = Dialog {
            base: self.manner.graph_url.clone(),
            version: self.manner.version,
            flow,
            app_id: app.id.clone(),
            redirect: redirect.clone(),
            state: &state,
            scopes: scopes(self.tenant),
            config_id: self
                .flags
                .config_id
                .clone()
                .or_else(|| self.entry.login.config_id.clone()),
            rerequest,
            response,
        };
        self.show(&dialog.address());
        let answer = match loopback {
            Some(loopback) => {
                say_stderr(&self.speech.say("login-waiting"));
                loopback.wait(&state)?
            }
            None => {
                let asker = self
                    .asker
                    .with_context(|| error("error-browser-nobody", &[]))?;
                let pasted = asker.hidden(&self.speech.say("login-paste-address"))?;
                oauth::read(pasted.expose(), &state)
            }
        };
        self.token(answer.map_err(|error| self.refused(error))?, app, &redirect)
    }

    /// The app to log in to.
    fn app(&self) -> Result<&AppKeys> {
        let credentials = &self.tenant.credentials;
        let flow = self.tenant.expect.flow;
        let keys = match flow {
            Flow::Facebook => &credentials.app,
            Flow::Instagram => &credentials.instagram_app,
        };
        keys.as_ref()
            .with_context(|| error("error-browser-needs-app", &[("flow", &flow)]))
    }

    fn redirect(&self, flow: Flow) -> Result<Url> {
        if let Some(url) = self
            .flags
            .redirect_url
            .clone()
            .or_else(|| self.entry.login.redirect_url.clone())
        {
            return Ok(url);
        }
        match flow {
            Flow::Facebook => Ok(FACEBOOK_END_PAGE.parse()?),
            Flow::Instagram => bail!(error("error-browser-where", &[])),
        }
    }

    /// The address of the dialog, shown always: the browser may be on another machine.
    fn show(&self, address: &Url) {
        say_stderr(&self.speech.say("login-open"));
        say_stderr(&format!("  {address}"));
        let for_a_person = self.asker.is_some() && !self.flags.no_open;
        if !for_a_person {
            return;
        }
        crate::commands::browser::open(address.as_str());
    }

    /// What came back, in words.
    fn refused(&self, fault: ReturnError) -> anyhow::Error {
        match fault {
            ReturnError::WrongState | ReturnError::MissingState => {
                Ending::refused(error("error-browser-forged", &[("error", &fault)]))
            }
            ReturnError::Failed { code, message } => {
                let code = code.map(|code| format!(" ({code})")).unwrap_or_default();
                let message = crate::terminal::harmless(&message);
                Ending::refused(error(
                    "error-browser-refused",
                    &[("message", &message), ("code", &code)],
                ))
            }
            other => Ending::refused(other.to_string()),
        }
    }

    /// Turns the answer into a token, and that into one that lives long.
    fn token(&self, answer: Returned, app: &AppKeys, redirect: &Url) -> Result<Fresh> {
        let short = match answer {
            Returned::Code(code) => {
                let issued = self.meta.wait("error-browser-not-turned", async |graph| {
                    graph.exchange_code(app, redirect, &code).await
                })?;
                Fresh::of(issued)
            }
            Returned::Token {
                long_lived: Some(token),
                ..
            } => {
                return Ok(Fresh {
                    token,
                    expires_at: None,
                });
            }
            Returned::Token {
                token, expires_in, ..
            } => Fresh {
                token,
                expires_at: expires_in.and_then(from_now),
            },
        };
        self.lengthen(short, app)
    }

    /// A short-lived token is exchanged for a long-lived one where the app's secret is known.
    pub fn lengthen(&self, short: Fresh, app: &AppKeys) -> Result<Fresh> {
        if app.secret.is_none() {
            let args = [("hours", &Arg::from(1_i64))];
            say_text(&self.speech.say_with("login-short", &args));
            return Ok(short);
        }
        let issued = self
            .meta
            .wait("error-browser-not-lengthened", async |graph| {
                graph.exchange_long(app, &short.token).await
            })?;
        Ok(Fresh::of(issued))
    }
}

/// Permissions to ask for: what the platform needs and what it recommends, by the names of the flow.
fn scopes(tenant: &Tenant) -> Vec<String> {
    let expect = &tenant.expect;
    let of_flow = |name: &&String| {
        name.starts_with("instagram_business_") == (expect.flow == Flow::Instagram)
    };
    let needed = expect
        .permissions()
        .iter()
        .filter_map(|any_of| any_of.iter().find(of_flow).or_else(|| any_of.first()));
    let needs = expect.platform.needs(expect.flow);
    let recommended = needs.map_or(&[][..], |needs| &needs.recommended);
    needed.chain(recommended).cloned().collect()
}
