//! `igdoctor auth status`: what is stored, whose it is, until when, what is missing, and the exact next command.

use anyhow::{Context, Result};
use clap::Args;
use serde_json::{Value, json};

use super::inspect::{Inspection, Judgement, inspect};
use super::target::{self, Common, can_log_in};
use crate::catalog::Catalog;
use crate::commands::asking::Shown;
use crate::commands::ending::told;
use crate::commands::flags::{FormFlags, Plain};
use crate::commands::held::{assemble, waiting};
use crate::model::{Arg, Flow, TokenKind};
use crate::report::human::{Options, Sheet};
use crate::report::json;
use crate::report::{EXIT_FINDINGS, EXIT_HEALTHY, EXIT_INCONCLUSIVE};
use crate::speech::{Speech, error};
use crate::tenant::sources::{Chosen, Wanted};
use crate::tenant::{Named, Tenant};
use crate::terminal::{harmless, write_stdout};

/// Flags of `auth status`.
#[derive(Args, Debug)]
pub(super) struct Flags {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    form: FormFlags,
}

/// Shows it. The number is the exit code: 0 all well, 1 something is wrong or nothing is stored, 3 Meta could not be asked.
pub(super) fn run(catalog: &'static Catalog, flags: &Flags) -> Result<u8> {
    let manner = flags.common.ask.manner()?;
    let (whom, speech) = flags.common.whom()?;
    let named = whom
        .named()
        .with_context(|| error("error-auth-no-tenant", &[]))?;
    let connection = flags.common.connection();
    let chosen = connection
        .source(Wanted::Token, Some(named))
        .with_context(|| error("error-auth-no-place", &[]))?;
    let source = |wanted| connection.source(wanted, Some(named));
    // That there is no token is what is to be told, not a reason to stop.
    let (token, missing) = match chosen.source.read(&waiting) {
        Ok(token) => (Some(token), None),
        Err(fault) => (None, Some(told(&anyhow::Error::from(fault)))),
    };
    let tenant = assemble(&connection, catalog, Some(named), token, &source)?;
    let options = Options {
        look: flags.common.look.look(),
        quiet: true,
        verbose: false,
        again: None,
    };
    let inspection = match &tenant.credentials.token {
        None => None,
        Some(_) => {
            let shown = Shown::new(
                &flags.common.look,
                speech.language(),
                flags.form.format == Plain::Json,
                0,
            );
            let inspection = inspect(
                catalog,
                &tenant,
                &manner,
                shown,
                &options,
                speech.language(),
            )?
            .whole("error-interrupted-not-known")?;
            Some(inspection)
        }
    };
    let facts = Facts {
        named,
        chosen: &chosen,
        tenant: &tenant,
        inspection: inspection.as_ref(),
        missing,
    };
    let text = match flags.form.format {
        Plain::Human => facts.human(flags, &speech),
        Plain::Json => json::document(&facts.json())?,
    };
    write_stdout(&text)?;
    Ok(match inspection.map(|inspection| inspection.judgement()) {
        Some(Judgement::Good) => EXIT_HEALTHY,
        Some(Judgement::Unknown) => EXIT_INCONCLUSIVE,
        _ => EXIT_FINDINGS,
    })
}

/// What there is to say.
struct Facts<'a> {
    named: Named<'a>,
    chosen: &'a Chosen,
    tenant: &'a Tenant,
    inspection: Option<&'a Inspection>,
    missing: Option<String>,
}

impl Facts<'_> {
    /// Whose token it is, in the facebook flow.
    fn kind(&self) -> Option<TokenKind> {
        self.inspection
            .and_then(Inspection::kind)
            .or(self.tenant.credentials.token_kind)
    }

    /// The same in words.
    fn whose(&self, speech: &Speech) -> Option<String> {
        let key = match (self.tenant.expect.flow, self.kind()) {
            (Flow::Instagram, _) => "status-of-account",
            (Flow::Facebook, Some(TokenKind::Page)) => "status-of-page",
            (Flow::Facebook, Some(TokenKind::User)) => "status-of-user",
            (Flow::Facebook, None) => return None,
        };
        Some(speech.say(key))
    }

    fn expires_at(&self) -> Option<chrono::DateTime<chrono::Utc>> {
        let evidence = &self.inspection?.saved.evidence;
        evidence
            .token
            .value()
            .and_then(|facts| facts.expires_at)
            .or(self.tenant.expect.token_expires_at)
    }

    fn data_access_expires_at(&self) -> Option<chrono::DateTime<chrono::Utc>> {
        let evidence = &self.inspection?.saved.evidence;
        evidence.token.value()?.data_access_expires_at
    }

    /// The exact next command, if there is something to do.
    fn next(&self) -> Option<String> {
        let name = self.named.name;
        let Some(inspection) = self.inspection else {
            // Where igdoctor cannot keep a token, the reason already says what to do.
            let place = target::destination(self.named).ok()?;
            let keeps = place.could_store(&waiting).is_ok();
            return keeps.then(|| format!("igdoctor auth login {name}"));
        };
        let lifetime = inspection
            .report
            .checks
            .iter()
            .find(|check| check.id == "token-lifetime");
        // Access to a person's data may end first; no renewal makes that longer.
        let end = self.expires_at().map(Arg::from);
        let ends_soon = lifetime.is_some_and(|check| {
            check.cause.as_deref() == Some("expires-soon") && check.args.get("date") == end.as_ref()
        });
        let can_log_in = can_log_in(self.tenant);
        let browser = if can_log_in { " --browser" } else { "" };
        match inspection.judgement() {
            // A missing permission is granted by consent alone; renewing the token never brings it.
            _ if !inspection.missing().is_empty() && can_log_in => {
                Some(format!("igdoctor auth login {name} --browser --rerequest"))
            }
            _ if !inspection.missing().is_empty() => Some(format!("igdoctor auth login {name}")),
            Judgement::Dead | Judgement::Foreign => {
                Some(format!("igdoctor auth login {name}{browser}"))
            }
            _ if ends_soon && self.renewable() => Some(format!("igdoctor auth refresh {name}")),
            Judgement::Lacking => Some(format!("igdoctor auth login {name}{browser}")),
            Judgement::Good | Judgement::Unknown => None,
        }
    }

    /// Whether an exchange or a refresh can be made with what is held.
    fn renewable(&self) -> bool {
        let credentials = &self.tenant.credentials;
        let has_secret = credentials
            .app
            .as_ref()
            .is_some_and(|app| app.secret.is_some());
        match self.tenant.expect.flow {
            Flow::Instagram => true,
            Flow::Facebook => has_secret && self.kind() == Some(TokenKind::User),
        }
    }

    fn json(&self) -> Value {
        let inspection = self.inspection;
        let checks: Vec<Value> = inspection
            .map(|inspection| &inspection.report.checks)
            .into_iter()
            .flatten()
            .map(|check| json!({"id": check.id, "outcome": check.outcome, "cause": check.cause}))
            .collect();
        let app = inspection.and_then(Inspection::app);
        json!({
            "schema_version": 1,
            "tenant": self.named.name,
            "source": self.chosen.source.written(),
            "stored": self.tenant.credentials.token.is_some(),
            "reason": self.missing,
            "token": self.tenant.credentials.token.as_ref().map(|token| token.masked()),
            "flow": self.tenant.expect.flow,
            "kind": self.kind(),
            "holder": inspection.and_then(Inspection::holder),
            "app_id": app.as_ref().map(|(id, _)| id),
            "app_name": app.as_ref().and_then(|(_, name)| name.as_ref()),
            "expires_at": self.expires_at(),
            "data_access_expires_at": self.data_access_expires_at(),
            "missing_permissions": inspection.map(Inspection::missing),
            "checks": checks,
            "next": self.next(),
        })
    }

    fn human(&self, flags: &Flags, speech: &Speech) -> String {
        let mut sheet = Sheet::new(flags.common.look.look());
        let mut named = |key: &str, value: Option<String>| {
            if let Some(value) = value {
                sheet.named(0, &speech.say(key), &harmless(&value));
            }
        };
        named("status-tenant", Some(self.named.name.to_owned()));
        named("status-source", Some(self.chosen.source.to_string()));
        let token = self.tenant.credentials.token.as_ref();
        let nothing = || speech.say("status-none");
        named(
            "status-token",
            Some(token.map_or_else(nothing, |token| token.masked())),
        );
        named("status-why", self.missing.clone());
        if let Some(inspection) = self.inspection {
            named("status-kind", self.whose(speech));
            named(
                "status-app",
                inspection.app().map(|(id, name)| match name {
                    Some(name) => format!("{name} ({id})"),
                    None => id,
                }),
            );
            let time = |time: chrono::DateTime<chrono::Utc>| speech.show(&Arg::from(time));
            let known = inspection.saved.evidence.token.value().is_some();
            let lifetime = match self.expires_at() {
                Some(end) => time(end),
                None if known => speech.say("status-never"),
                None => speech.say("status-unknown"),
            };
            named("status-ends", Some(lifetime));
            named(
                "status-data-access",
                self.data_access_expires_at().map(time),
            );
            let missing = inspection.missing();
            named(
                "status-missing",
                (!missing.is_empty()).then(|| missing.join(", ")),
            );
        }
        sheet.blank();
        for piece in self
            .inspection
            .iter()
            .flat_map(|inspection| &inspection.pieces)
        {
            sheet.add(&piece.text);
        }
        let judgement = self.inspection.map(Inspection::judgement);
        match self.next() {
            Some(next) => sheet.named_whole(0, &speech.say("status-next"), &next),
            None if judgement == Some(Judgement::Good) => {
                sheet.paragraph(0, &speech.say("status-well"));
            }
            None if self.inspection.is_none() => {}
            None => sheet.paragraph(0, &speech.say("status-not-told")),
        }
        sheet.text()
    }
}
