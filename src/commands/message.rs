//! `igdoctor message`: would this reply be accepted?

mod ask;
mod facts;
mod picture;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Result, bail, ensure};
use chrono::Utc;
use clap::Args;

use self::facts::FactFlags;
use super::connection::{TenantFlags, Whom};
use super::deliver::Delivery;
use super::flags::{AskFlags, LookFlags, ReportFormFlags, parse};
use super::locate::Locator;
use super::render::Own;
use crate::catalog::Catalog;
use crate::engine::judge_reply;
use crate::evidence::{Asked, Evidence, Saved, Selection};
use crate::graph::DEFAULT_VERSION;
use crate::judge::reply::ReplyCase;
use crate::model::{Severity, milliseconds};
use crate::platform::General;
use crate::report::html::Subject;
use crate::report::{self, Document, html, human, json};
use crate::speech::error;
use crate::tenant::Expectation;
use crate::tenant::effective::Effective;

/// Flags of `message`.
#[derive(Args, Debug)]
#[command(after_help = "\
Nothing is sent. What is not told is left to a person, and is no failure.

With --thread, the token comes as for check: from IGDOCTOR_TOKEN, --token-file, --token-stdin, or from where the tenant keeps it. \
Without it, no token is read and nobody is asked.

Exit codes: 0 it would be accepted as far as was told, 1 it would be refused, 2 wrong usage, \
3 the conversation could not be read, or with --strict something is left open, 130 interrupted.")]
pub struct Flags {
    #[command(flatten)]
    facts: FactFlags,
    /// Ask this world of the sandbox about the conversation (`igdoctor sandbox list`): no account, no network
    #[arg(
        long,
        value_name = "WORLD",
        requires = "thread",
        conflicts_with_all = ["graph_url", "TenantFlags"],
        help_heading = "How to ask"
    )]
    sandbox: Option<String>,
    #[command(flatten)]
    tenant: TenantFlags,
    #[command(flatten)]
    ask: AskFlags,
    /// From which severity on findings make the exit code 1: error (unless told) or warning
    #[arg(long, value_name = "SEVERITY", value_parser = parse::<Severity>, help_heading = "Output")]
    fail_on: Option<Severity>,
    /// Exit with 3 when anything is unknown or left to a person
    #[arg(long, help_heading = "Output")]
    strict: bool,
    #[command(flatten)]
    form: ReportFormFlags,
    #[command(flatten)]
    look: LookFlags,
    /// Write the result to this file; `-` is standard output
    #[arg(long, short, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,
    /// Findings and the closing line only
    #[arg(long, short, help_heading = "Output")]
    quiet: bool,
    /// Calls as well; twice: with their times
    #[arg(long, short, action = clap::ArgAction::Count, help_heading = "Output")]
    verbose: u8,
}

/// Tells. The number is the exit code.
///
/// # Errors
/// Wrong usage or configuration.
pub fn run(flags: &Flags) -> Result<u8> {
    let catalog = super::catalog()?;
    let delivery = flags.delivery();
    delivery.check_files(&flags.facts.files(), &[])?;
    let clock = Instant::now();
    let meta = General::load()?;
    flags.check_thread()?;
    let whom = match &flags.sandbox {
        Some(_) => Whom::Described,
        None => flags.tenant.whom(&|_| Ok(None))?,
    };
    flags.look.speech(whom.language());
    let mut reply = flags.facts.reply(&meta, Utc::now())?;
    let mut saved = match &flags.facts.thread {
        Some(which) => flags.asked(catalog, which, &whom)?,
        None => flags.untold(flags.expectation(catalog, &whom)?, Utc::now()),
    };
    // Those are about the setup.
    saved.expect.waivers = Vec::new();
    saved.expect.severity = BTreeMap::new();
    reply.learn(&saved.evidence, &saved.expect);
    // Asking took a while; the reply would go now.
    let now = Utc::now();
    let settled = judge_reply(catalog, &|check| ReplyCase {
        catalog,
        check,
        expect: &saved.expect,
        meta: &meta,
        reply: &reply,
        evidence: &saved.evidence,
        now,
    });
    saved.duration_ms = milliseconds(clock);
    let language = flags.look.language_for(saved.expect.lang);
    let report = report::build(catalog, &saved, &settled, language);
    let options = delivery.options(&flags.look, None);
    let locator = Locator::new(flags.tenant.config.as_deref());
    let document = Document::of_one(&report, &|tenant| locator.find(tenant));
    let platform = &saved.expect.platform;
    let subject = Subject {
        report: &report,
        platform,
        again: None,
    };
    let own = Own {
        human: &|| human::render(catalog, platform, &report, &options),
        json: &|| Ok(json::render(&report)?),
        html: &|| Ok(html::render(catalog, &subject)?),
    };
    delivery.document(catalog, &document, &own)?;
    Ok(report::exit_code(&report))
}

impl Flags {
    /// What is of use for asking alone, where nobody is asked.
    fn check_thread(&self) -> Result<()> {
        let unused = [
            ("--graph-url", self.ask.graph_url.is_some()),
            ("--token-file", self.tenant.token_file.is_some()),
            ("--token-stdin", self.tenant.token_stdin),
        ];
        let unused = unused.iter().find(|(_, given)| *given);
        if let (None, Some((flag, _))) = (&self.facts.thread, unused) {
            bail!(error("error-message-needs-thread", &[("flag", flag)]));
        }
        ensure!(
            !(self.tenant.token_stdin && self.facts.reads_stdin()),
            error("error-message-stdin-twice", &[])
        );
        Ok(())
    }

    /// Whose reply it is. No secret is read for that.
    fn expectation(&self, catalog: &Catalog, whom: &Whom) -> Result<Expectation> {
        let (given, named) = (self.tenant.given(), whom.named());
        let effective = Effective::new(&given, named, None)?;
        Ok(effective.expectation(catalog, &given, named)?)
    }

    /// What a report is built from: nothing was asked.
    fn untold(&self, expect: Expectation, now: chrono::DateTime<Utc>) -> Saved {
        Saved {
            schema_version: Saved::SCHEMA_VERSION,
            taken_at: now,
            duration_ms: 0,
            expect,
            selection: self.selection(),
            planned: Vec::new(),
            asked: Asked {
                version_requested: DEFAULT_VERSION.to_string(),
                ..Asked::default()
            },
            evidence: Evidence::default(),
            interrupted: false,
        }
    }

    fn selection(&self) -> Selection {
        Selection {
            fail_on: self.fail_on,
            strict: self.strict,
            ..Selection::default()
        }
    }

    fn delivery(&self) -> Delivery<'_> {
        Delivery {
            format: self.form.format,
            output: self.output.as_deref(),
            quiet: self.quiet,
            verbose: self.verbose > 0,
        }
    }
}
