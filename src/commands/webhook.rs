//! `igdoctor webhook`: what is in a webhook request, and is it rightly signed?

mod input;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use self::input::InputFlags;
use super::connection::{TenantFlags, Whom};
use super::deliver::Delivery;
use super::flags::{FormFlags, Format, LookFlags, Plain, meta_id};
use super::held::waiting;
use crate::graph::webhook::{Event, Payload, Signature, Signer};
use crate::report::human;
use crate::report::webhook::{Accounts, Webhook};
use crate::secret::Secret;
use crate::speech::Speech;
use crate::tenant::effective::Effective;
use crate::tenant::sources::Wanted;

/// Flags of `webhook`.
#[derive(Args, Debug)]
pub struct Flags {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Tell what is in a saved webhook request, and whether it is rightly signed
    Verify(Box<VerifyFlags>),
}

#[derive(Args, Debug)]
#[command(after_help = "\
The app's secret comes from IGDOCTOR_APP_SECRET, that of the Instagram app from IGDOCTOR_INSTAGRAM_APP_SECRET, \
or from where the tenant keeps them; either may sign. What customers wrote is counted, never shown.

Exit codes: 0 rightly signed, 1 wrongly signed or not at all, 2 wrong usage, 3 no secret to check with.")]
struct VerifyFlags {
    #[command(flatten)]
    input: InputFlags,
    /// Tenant, by its name in igdoctor.toml, whose secrets and ids count
    #[arg(long, value_name = "TENANT")]
    tenant: Option<String>,
    /// The file of tenants; else igdoctor.toml in this folder, else in your configuration folder
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Id of the Instagram account (1784…)
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    instagram: Option<String>,
    /// Id of the Facebook Page
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    page: Option<String>,
    /// Id of the platform's Meta app
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    app: Option<String>,
    #[command(flatten)]
    form: FormFlags,
    #[command(flatten)]
    look: LookFlags,
    /// Write the result to this file; `-` is standard output
    #[arg(long, short, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,
    /// The signature only
    #[arg(long, short, help_heading = "Output")]
    quiet: bool,
}

/// Verifies. The number is the exit code.
///
/// # Errors
/// When nothing can be read, or a secret cannot.
pub fn run(flags: &Flags) -> Result<u8> {
    let Verb::Verify(flags) = &flags.verb;
    let catalog = super::catalog()?;
    let delivery = flags.delivery();
    delivery.check_files(&flags.input.files(), &[])?;
    let tenant = flags.tenant_flags();
    let whom = match &flags.tenant {
        Some(_) => tenant.whom(&|_| Ok(None))?,
        None => Whom::Described,
    };
    flags.look.speech(whom.language());
    let request = flags.input.request()?;
    let secrets = secrets(&tenant, &whom)?;
    let (given, named) = (tenant.given(), whom.named());
    let expect = Effective::new(&given, named, None)?.expectation(catalog, &given, named)?;
    let own = [&expect.instagram_id, &expect.stored_account_id];
    let own: Vec<String> = own.into_iter().flatten().cloned().collect();
    let accounts = Accounts {
        instagram: &own,
        page: expect.page_id.as_deref(),
        apps: &expect.app_ids,
    };
    let language = flags.look.language_for(expect.lang);
    let speech = Speech::new(language);
    let duty = |event: &Event| speech.say(&format!("webhook-duty-{}", event.duty));
    let webhook = Webhook::new(
        &request,
        Signature::judge(&request, &secrets),
        Payload::read(&request.body),
        accounts,
        language,
        &duty,
    );
    let options = delivery.options(&flags.look, None);
    let human = || human::render_webhook(&webhook, &options);
    let text = match flags.form.format {
        Plain::Human => human(),
        Plain::Json => webhook.json()?,
    };
    delivery.text(&text, &human, &speech)?;
    Ok(webhook.exit_code())
}

/// The secrets that may have signed it, as far as they are held.
pub(super) fn secrets(tenant: &TenantFlags, whom: &Whom) -> Result<Vec<(Signer, Secret)>> {
    let both = [
        (Signer::App, Wanted::AppSecret),
        (Signer::InstagramApp, Wanted::InstagramAppSecret),
    ];
    let mut secrets = Vec::new();
    for (signer, wanted) in both {
        if let Some(chosen) = tenant.source(wanted, whom.named()) {
            let secret = chosen.source.read_secret(wanted.key(), &waiting)?;
            secrets.push((signer, secret));
        }
    }
    Ok(secrets)
}

impl VerifyFlags {
    fn tenant_flags(&self) -> TenantFlags {
        TenantFlags {
            tenant: self.tenant.clone(),
            config: self.config.clone(),
            instagram: self.instagram.clone(),
            page: self.page.clone(),
            app: self.app.clone(),
            ..TenantFlags::default()
        }
    }

    fn delivery(&self) -> Delivery<'_> {
        Delivery {
            format: match self.form.format {
                Plain::Human => Format::Human,
                Plain::Json => Format::Json,
            },
            output: self.output.as_deref(),
            quiet: self.quiet,
            verbose: false,
        }
    }
}
