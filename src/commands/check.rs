//! `igdoctor check`: check a connection, print the findings.

mod all;
mod compare;
mod lines;
mod mend;
mod stream;
mod write;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use chrono::Utc;
use clap::Args;

use self::compare::{CompareFlags, Earlier};
use self::lines::Lines;
use self::stream::Stream;
use super::asking::{Follow, Shown, gather};
use super::connection::{TenantFlags, Whom};
use super::flags::{AskFlags, Format, LookFlags, ReportFormFlags, SelectionFlags, WriteFlags};
use super::held::Held;
use crate::catalog::Catalog;
use crate::engine::{self, Manner, Settled, SoFar};
use crate::evidence::{Saved, Selection};
use crate::model::{Access, Language};
use crate::plan::Plan;
use crate::report::{self, Report};
use crate::sandbox::{self, Sandbox};
use crate::speech::{Speech, error};
use crate::tenant::Tenant;
use crate::terminal::{Look, Prompt, is_on_terminal};

/// Flags of `check`.
#[derive(Args, Debug)]
pub struct Flags {
    /// Check this world of the sandbox (`igdoctor sandbox list`): no account, no network
    #[arg(long, value_name = "WORLD", conflicts_with_all = ["evidence", "graph_url", "TenantFlags"])]
    sandbox: Option<String>,
    /// Judge evidence that was saved, as of the time it was taken; no token is needed
    #[arg(long, value_name = "FILE", conflicts_with_all = ["save_evidence", "trace_http", "AskFlags", "TenantFlags"])]
    evidence: Option<PathBuf>,
    /// Save the answers, without secrets, so that they can be judged again
    #[arg(long, value_name = "FILE")]
    save_evidence: Option<PathBuf>,
    /// Never ask anything of whoever runs this, not even which of several tenants is meant
    #[arg(long)]
    no_input: bool,
    /// Check every tenant of the file
    #[arg(long, conflicts_with_all = ["sandbox", "evidence"])]
    all: bool,
    #[command(flatten)]
    tenant: TenantFlags,
    #[command(flatten)]
    selection: SelectionFlags,
    #[command(flatten)]
    compare: CompareFlags,
    #[command(flatten)]
    ask: AskFlags,
    /// Record what was sent and answered, without secrets, as HAR
    #[arg(long, value_name = "FILE.har", help_heading = "How to ask")]
    trace_http: Option<PathBuf>,
    #[command(flatten)]
    form: ReportFormFlags,
    #[command(flatten)]
    look: LookFlags,
    #[command(flatten)]
    write: WriteFlags,
    /// Calls as well; twice: with their times
    #[arg(long, short, action = clap::ArgAction::Count, help_heading = "Output")]
    verbose: u8,
}

/// Checks. The number is the exit code.
///
/// # Errors
/// Wrong usage or configuration.
pub fn run(flags: &Flags) -> Result<u8> {
    let catalog = super::catalog()?;
    flags.check_files()?;
    super::trace::refuse(&flags.selection.selection())?;
    let mut earlier = flags.compare.read()?;
    if flags.all {
        return all::run(catalog, flags, earlier);
    }
    let lines = flags.lines();
    let stream = lines
        .as_ref()
        .map(|lines| Stream::new(flags, catalog, lines, 0));
    let with = With {
        stream: stream.as_ref(),
        earlier: earlier.as_ref(),
    };
    let (saved, panics) = match (&flags.evidence, &flags.sandbox) {
        (Some(path), _) => (from_file(flags, path, &with)?, None),
        (None, Some(world)) => in_sandbox(catalog, flags, world, &with)?,
        (None, None) => (for_real(catalog, flags, &with)?, None),
    };
    if let Some(path) = &flags.save_evidence {
        saved.write(path)?;
    }
    flags.look.speech(saved.expect.lang);
    let plan = Plan::new(catalog, &saved.selection, &saved.expect)?;
    let settled = engine::judge(catalog, &plan, &saved, panics);
    let mut report = flags.report(catalog, &saved, &settled);
    if let Some(earlier) = &mut earlier {
        earlier.must_know_tenant(&report.tenant)?;
        earlier.say(catalog, report.lang)?;
        earlier.compare(&mut report);
    }
    if let Some(stream) = &stream {
        stream.finish(&report, &plan, &saved.expect)?;
    }
    write::write(catalog, flags, &saved, &report, lines)?;
    Ok(report::exit_code(&report))
}

/// What goes along with a run: who reads while it runs, and what was known before.
struct With<'a> {
    stream: Option<&'a Stream<'a>>,
    earlier: Option<&'a Earlier>,
}

impl With<'_> {
    /// Lets an earlier report tell what it knows of a tenant, before anybody is asked.
    fn remember(&self, tenant: &mut Tenant) -> Result<()> {
        let Some(earlier) = self.earlier else {
            return Ok(());
        };
        earlier.must_know(&tenant.expect)?;
        earlier.remind(&mut tenant.expect, Utc::now());
        Ok(())
    }
}

impl Flags {
    /// Asks what the selection needs.
    fn gather(
        &self,
        catalog: &'static Catalog,
        tenant: &Tenant,
        selection: &Selection,
        manner: &Manner,
        follow: Option<&Follow<'_>>,
    ) -> Result<Saved> {
        let language = self.language(tenant.expect.lang);
        let mut shown =
            Shown::new(&self.look, language, self.write.quiet, self.verbose).followed_by(follow);
        if self.writes_between() {
            shown = shown.in_lines();
        }
        gather(
            catalog,
            tenant,
            selection,
            manner,
            shown,
            self.trace_http.as_deref(),
        )
    }

    /// The report of what was settled.
    fn report(&self, catalog: &'static Catalog, saved: &Saved, settled: &[Settled]) -> Report {
        let mut report = report::build(catalog, saved, settled, self.language(saved.expect.lang));
        mend::offer(self, &mut report);
        report
    }

    /// The language of a report. Many tenants stand in one document, which has one.
    fn language(&self, tenant: Option<Language>) -> Language {
        self.look.language_for(tenant.filter(|_| !self.all))
    }

    /// Whether a terminal gets lines in the middle of the run: what is painted over there would be torn.
    fn writes_between(&self) -> bool {
        self.form.format == Format::Jsonl
            && write::delivery(self).file().is_none()
            && is_on_terminal()
    }

    /// Whether a person reads it, be it beside a file.
    fn is_for_person(&self) -> bool {
        matches!(self.form.format, Format::Human | Format::Html) || self.verbose > 0
    }

    /// Where lines go, if the report is written line by line.
    fn lines(&self) -> Option<Lines> {
        (self.form.format == Format::Jsonl).then(|| Lines::to(write::delivery(self).file()))
    }

    /// One of several tenants, if there is somebody who can choose.
    fn choose(&self, names: &[String]) -> Result<Option<String>> {
        let speech = Speech::new(self.look.language());
        let look = Look::of_stderr(self.look.color, self.look.is_accessible());
        let Some(prompt) = Prompt::new(self.no_input, look, &speech) else {
            return Ok(None);
        };
        let chosen = prompt
            .choose(&speech.say("prompt-tenant"), names, 0)
            .map_err(|fault| anyhow!(error("error-check-name-one", &[("error", &fault)])))?;
        Ok(names.get(chosen).cloned())
    }

    /// A file that cannot be written is told before anything is asked: no answer is to be lost for it.
    fn check_files(&self) -> Result<()> {
        let written = [
            ("--save-evidence", self.save_evidence.as_deref()),
            ("--trace-http", self.trace_http.as_deref()),
        ];
        let read = [("--evidence", self.evidence.as_deref())];
        write::delivery(self).check_files(&read, &written)
    }
}

/// Evidence that was saved. What was selected then holds, save for what is said otherwise now.
fn from_file(flags: &Flags, path: &Path, with: &With<'_>) -> Result<Saved> {
    let mut saved = Saved::read(path)?;
    if let Some(earlier) = with.earlier {
        earlier.remind(&mut saved.expect, saved.taken_at);
    }
    saved.selection = flags.selection.selection().over(saved.selection);
    Ok(saved)
}

/// A world of the sandbox, served for this one run.
fn in_sandbox(
    catalog: &'static Catalog,
    flags: &Flags,
    name: &str,
    with: &With<'_>,
) -> Result<(Saved, Option<&'static str>)> {
    let named = super::sandbox::find(name).context("--sandbox")?;
    let world = (named.make)();
    let sandbox =
        Sandbox::start(world.clone()).with_context(|| error("error-sandbox-start", &[]))?;
    let (mut tenant, hints) = sandbox::tenant(named.name, &world, &sandbox)?;
    with.remember(&mut tenant)?;
    let mut selection = flags.selection.selection();
    selection.with.extend(
        hints
            .with
            .iter()
            .filter(|part| !flags.selection.with.contains(part))
            .cloned(),
    );
    let manner = Manner {
        record: flags.trace_http.is_some(),
        ..flags.ask.manner_in(&hints)
    };
    let follow = with
        .stream
        .map(|stream| |so_far: SoFar<'_>| stream.follow(so_far, hints.panics));
    let follow = follow.as_ref().map(|follow| follow as &Follow<'_>);
    let saved = flags.gather(catalog, &tenant, &selection, &manner, follow)?;
    Ok((saved, hints.panics))
}

/// A real connection.
fn for_real(catalog: &'static Catalog, flags: &Flags, with: &With<'_>) -> Result<Saved> {
    let manner = Manner {
        record: flags.trace_http.is_some(),
        ..flags.ask.manner()?
    };
    let whom = flags.tenant.whom(&|names| flags.choose(names))?;
    flags.look.speech(whom.language());
    let mut held = flags.tenant.tenant(catalog, &whom)?;
    let selection = flags.selection.selection();
    if held.tenant.credentials.token.is_none()
        && !flags.tenant.no_token
        && needs_token(catalog, &selection, &held.tenant)?
    {
        bail!(no_token(
            &whom,
            &held,
            "error-check-begin",
            "error-check-no-token"
        ));
    }
    with.remember(&mut held.tenant)?;
    let follow = with
        .stream
        .map(|stream| |so_far: SoFar<'_>| stream.follow(so_far, None));
    let follow = follow.as_ref().map(|follow| follow as &Follow<'_>);
    flags.gather(catalog, &held.tenant, &selection, &manner, follow)
}

/// Whether something is to be checked that no public probe and no person can answer.
fn needs_token(catalog: &'static Catalog, selection: &Selection, tenant: &Tenant) -> Result<bool> {
    let plan = Plan::new(catalog, selection, &tenant.expect)?;
    let above_none = |id: &&str| {
        catalog
            .check(id)
            .is_some_and(|check| check.tier > Access::None)
    };
    Ok(plan.selected.iter().any(above_none))
}

/// What to do without a token: `begin` says it to whoever just begins, `of_tenant` about a tenant.
pub(super) fn no_token(whom: &Whom, held: &Held, begin: &str, of_tenant: &str) -> String {
    match whom {
        Whom::Described => error(begin, &[]),
        Whom::Tenant { name, .. } => {
            let why = held
                .missing
                .as_ref()
                .map(|missing| format!(": {missing}"))
                .unwrap_or_default();
            error(of_tenant, &[("tenant", name), ("why", &why)])
        }
    }
}
