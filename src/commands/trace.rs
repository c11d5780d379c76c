//! `igdoctor trace`: follow one real message along the path, from whoever sends it to the platform.

mod begin;
mod companion;
mod follow;
mod names;
mod person;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use clap::{Args, ValueEnum};

use self::begin::Begin;
use self::follow::Following;
use super::asking::{Shown, gather_for, record};
use super::check::no_token;
use super::connection::{TenantFlags, Whom};
use super::deliver::Delivery;
use super::flags::{AskFlags, FormFlags, Format, LookFlags, Plain, WriteFlags};
use super::flags::{duration, parse};
use super::held::Held;
use super::locate::Locator;
use super::render::Own;
use super::webhook::secrets;
use crate::catalog::Catalog;
use crate::engine::{self, Errand, Manner, Settled};
use crate::evidence::round_trip::Sender;
use crate::evidence::{Saved, Selection};
use crate::graph::webhook::{Listen, Signer};
use crate::model::{Because, Outcome, Severity};
use crate::plan::Plan;
use crate::report::html::Subject;
use crate::report::{self, Document, Report, html, human, json};
use crate::sandbox::{self, Sandbox};
use crate::secret::Secret;
use crate::speech::{Speech, error};
use crate::tenant::Tenant;
use crate::terminal::say_text;

/// The check that tells how it ended.
pub(super) const CHECK: &str = "message-round-trip";

/// Flags of `trace`.
#[derive(Args, Debug)]
#[command(after_help = "\
First everything that the way needs is checked. Then a word is shown, and somebody sends it by Instagram from another account. \
igdoctor reads only conversations that change meanwhile, looks for that word, and keeps nothing else.

Exit codes: 0 it made the whole way, 1 it stopped somewhere or the way is broken, 2 wrong usage, \
3 it could not be told, 130 interrupted.")]
pub struct Flags {
    /// Follow a message in this world of the sandbox (`igdoctor sandbox list`), where somebody sends it
    #[arg(long, value_name = "WORLD", conflicts_with_all = ["graph_url", "TenantFlags"])]
    sandbox: Option<String>,
    /// How long to wait for the message (90s, 5m, 2h)
    #[arg(long, value_name = "D", default_value = "5m", value_parser = duration)]
    wait: Duration,
    /// Receive the app's webhooks here, ADDRESS:PORT or a port of this machine; let your own tunnel lead to it
    #[arg(long, value_name = "ADDR")]
    listen: Option<Listen>,
    /// Let the account write to itself, which it must have done once before; nobody else gets the message
    #[arg(long = "self", conflicts_with = "sender")]
    own: bool,
    /// Agree to --self beforehand
    #[arg(long, short, requires = "own")]
    yes: bool,
    /// Who sends the message: stranger (no role on the app, as customers) or role-holder
    #[arg(long, value_name = "WHO")]
    sender: Option<Who>,
    /// Never ask anything of whoever runs this
    #[arg(long)]
    no_input: bool,
    #[command(flatten)]
    tenant: TenantFlags,
    /// Leave these checks out, and trace even though they are broken
    #[arg(
        long,
        value_name = "IDS",
        value_delimiter = ',',
        help_heading = "What to check"
    )]
    skip: Vec<String>,
    /// From which severity on findings make the exit code 1: error (unless told) or warning
    #[arg(long, value_name = "SEVERITY", value_parser = parse::<Severity>, help_heading = "What to check")]
    fail_on: Option<Severity>,
    /// Exit with 3 when anything is unknown or left to a person
    #[arg(long, help_heading = "What to check")]
    strict: bool,
    #[command(flatten)]
    ask: AskFlags,
    /// Save the answers, without secrets, so that they can be judged again
    #[arg(long, value_name = "FILE", help_heading = "How to ask")]
    save_evidence: Option<PathBuf>,
    /// Record what was sent and answered, without secrets, as HAR; texts of messages stay out of it
    #[arg(long, value_name = "FILE.har", help_heading = "How to ask")]
    trace_http: Option<PathBuf>,
    #[command(flatten)]
    form: FormFlags,
    #[command(flatten)]
    look: LookFlags,
    #[command(flatten)]
    write: WriteFlags,
    /// Calls as well; twice: with their times
    #[arg(long, short, action = clap::ArgAction::Count, help_heading = "Output")]
    verbose: u8,
}

/// Who may be asked to send the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Who {
    /// Somebody without a role on the app.
    #[value(help = None)]
    Stranger,
    /// Somebody with one.
    #[value(help = None)]
    RoleHolder,
}

impl From<Who> for Sender {
    fn from(who: Who) -> Self {
        match who {
            Who::Stranger => Self::Stranger,
            Who::RoleHolder => Self::RoleHolder,
        }
    }
}

/// What is traced, and how.
struct Ready {
    tenant: Tenant,
    manner: Manner,
    /// Who may sign what comes to the listener.
    signers: Vec<(Signer, Secret)>,
    /// It stands in for Meta and for the people.
    sandbox: Option<Sandbox>,
}

/// Traces. The number is the exit code.
///
/// # Errors
/// Wrong usage or configuration, or no consent to `--self`.
pub fn run(flags: &Flags) -> Result<u8> {
    let catalog = super::catalog()?;
    flags.check_files()?;
    ensure!(
        !flags.skip.iter().any(|id| id == CHECK),
        error("error-trace-skip", &[("check", &CHECK)])
    );
    let ready = match &flags.sandbox {
        Some(world) => in_sandbox(flags, world)?,
        None => for_real(catalog, flags)?,
    };
    let Ready { tenant, manner, .. } = &ready;
    flags.look.speech(tenant.expect.lang);
    let language = flags.look.language_for(tenant.expect.lang);
    let speech = Speech::new(language);
    // What cannot be had is told before anything is asked.
    let begin = Begin::new(flags, &ready, &speech)?;
    let graph = manner.graph(tenant);
    let selection = flags.selection();
    let shown = Shown::new(&flags.look, language, flags.write.quiet, flags.verbose);
    let plan = Plan::new(catalog, &selection, &tenant.expect)?;
    let errand = Errand {
        tenant,
        selection: &selection,
        plan: &plan,
        manner,
        graph: &graph,
    };
    let mut saved = gather_for(errand, shown)?;
    let judge = |saved: &Saved| engine::judge(catalog, &plan, saved, None);
    let built = |saved: &Saved| report::build(catalog, saved, &judge(saved), language);
    let keep_files = |saved: &Saved| -> Result<()> {
        record(&graph, flags.trace_http.as_deref())?;
        flags
            .save_evidence
            .as_ref()
            .map_or(Ok(()), |path| Ok(saved.write(path)?))
    };
    let mut followed = Ok(());
    if !is_open(&judge(&saved)) {
        say_text(&speech.say("trace-not-begun"));
    } else if !saved.interrupted {
        let following = Following {
            flags,
            ready: &ready,
            graph: &graph,
            speech: &speech,
            keep: &|saved| {
                let ended = Saved {
                    interrupted: true,
                    ..saved.clone()
                };
                keep_files(&ended)?;
                match flags.delivery().file() {
                    Some(_) => flags.write(catalog, &ended, &built(&ended), true),
                    None => Ok(()),
                }
            },
        };
        followed = following.follow(begin, &mut saved);
    }
    // Whatever ended it, what is known is kept.
    keep_files(&saved)?;
    let report = built(&saved);
    flags.write(catalog, &saved, &report, followed.is_err())?;
    followed?;
    Ok(report::exit_code(&report))
}

/// Whether nothing that the way needs is broken. What is open may show on the way.
fn is_open(settled: &[Settled]) -> bool {
    let of = |id: &str| settled.iter().find(|settled| settled.id == id);
    let root = of(CHECK).and_then(|trace| match trace.because {
        Some(Because::Check(root)) => of(root),
        _ => None,
    });
    root.is_none_or(|root| !matches!(root.outcome, Outcome::Fail | Outcome::Unknown))
}

impl Flags {
    /// What is checked: the way, and whatever it needs.
    fn selection(&self) -> Selection {
        Selection {
            only: vec![CHECK.to_owned()],
            skip: self.skip.clone(),
            fail_on: self.fail_on,
            strict: self.strict,
            ..Selection::default()
        }
    }

    /// A file that cannot be written is told before anything is asked: no answer is to be lost for it.
    fn check_files(&self) -> Result<()> {
        let written = [
            ("--save-evidence", self.save_evidence.as_deref()),
            ("--trace-http", self.trace_http.as_deref()),
        ];
        self.delivery().check_files(&[], &written)
    }

    fn delivery(&self) -> Delivery<'_> {
        let format = match self.form.format {
            Plain::Human => Format::Human,
            Plain::Json => Format::Json,
        };
        self.write.delivery(format, self.verbose > 0)
    }

    /// Writes the report. `silent`: nothing is said of where it went.
    fn write(
        &self,
        catalog: &'static Catalog,
        saved: &Saved,
        report: &Report,
        silent: bool,
    ) -> Result<()> {
        let delivery = Delivery {
            quiet: self.write.quiet || silent,
            verbose: self.verbose > 0 && !silent,
            ..self.delivery()
        };
        let options = delivery.options(&self.look, None);
        let locator = match &self.sandbox {
            Some(_) => Locator::nowhere(),
            None => Locator::new(self.tenant.config.as_deref()),
        };
        let document = Document::of_one(report, &|tenant| locator.find(tenant));
        let platform = &saved.expect.platform;
        let subject = Subject {
            report,
            platform,
            again: None,
        };
        let own = Own {
            human: &|| human::render(catalog, platform, report, &options),
            json: &|| Ok(json::render(report)?),
            html: &|| Ok(html::render(catalog, &subject)?),
        };
        delivery.document(catalog, &document, &own)
    }
}

/// A world of the sandbox, served for this one run.
fn in_sandbox(flags: &Flags, name: &str) -> Result<Ready> {
    let named = super::sandbox::find(name).context("--sandbox")?;
    let world = (named.make)();
    let sandbox =
        Sandbox::start(world.clone()).with_context(|| error("error-sandbox-start", &[]))?;
    let (tenant, hints) = sandbox::tenant(named.name, &world, &sandbox)?;
    let manner = Manner {
        record: flags.trace_http.is_some(),
        ..flags.ask.manner_in(&hints)
    };
    ensure!(
        tenant.credentials.token.is_some() || flags.listen.is_some(),
        error("error-trace-blind", &[])
    );
    Ok(Ready {
        signers: signers(&tenant),
        tenant,
        manner,
        sandbox: Some(sandbox),
    })
}

/// The secrets of the apps that a tenant holds.
fn signers(tenant: &Tenant) -> Vec<(Signer, Secret)> {
    let keys = [
        (Signer::App, &tenant.credentials.app),
        (Signer::InstagramApp, &tenant.credentials.instagram_app),
    ];
    let held = keys
        .into_iter()
        .filter_map(|(signer, keys)| Some((signer, keys.as_ref()?.secret.clone()?)));
    held.collect()
}

/// A real connection.
fn for_real(catalog: &'static Catalog, flags: &Flags) -> Result<Ready> {
    let manner = Manner {
        record: flags.trace_http.is_some(),
        ..flags.ask.manner()?
    };
    let whom = flags.tenant.whom(&|_| Ok(None))?;
    flags.look.speech(whom.language());
    let held = flags.tenant.tenant(catalog, &whom)?;
    flags.must_see_something(&whom, &held)?;
    let mut signers = signers(&held.tenant);
    // A secret signs whether or not the id of its app is known.
    if flags.listen.is_some() && signers.is_empty() {
        signers = secrets(&flags.tenant, &whom)?;
    }
    Ok(Ready {
        tenant: held.tenant,
        signers,
        manner,
        sandbox: None,
    })
}

impl Flags {
    /// Without a token and without a listener there is nothing that could be followed.
    fn must_see_something(&self, whom: &Whom, held: &Held) -> Result<()> {
        if held.tenant.credentials.token.is_some() {
            return Ok(());
        }
        if !self.tenant.no_token {
            bail!(no_token(
                whom,
                held,
                "error-trace-begin",
                "error-trace-no-token"
            ));
        }
        if self.own {
            bail!(error("error-trace-self-token", &[]));
        }
        if self.listen.is_none() {
            bail!(error("error-trace-blind", &[]));
        }
        Ok(())
    }
}

/// Says that a message is followed by `trace` alone, where a check was asked to do it.
pub(super) fn refuse(selection: &Selection) -> Result<()> {
    let named = |flag, ids: &[String]| ids.iter().any(|id| id == CHECK).then_some(flag);
    let flag = named("--only", &selection.only).or_else(|| named("--with", &selection.with));
    if let Some(flag) = flag {
        bail!(error(
            "error-check-traced",
            &[("flag", &flag), ("check", &CHECK)]
        ));
    }
    Ok(())
}
