//! `igdoctor check`: check a connection, print the findings.

mod again;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use clap::Args;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use url::Url;

use super::flags::{AskFlags, Format, LookFlags, SelectionFlags, TenantFlags};
use super::signals::interrupted;
use crate::catalog::Catalog;
use crate::engine::{self, Errand, Manner, Observer};
use crate::evidence::{Saved, Selection, State};
use crate::files::{could_write, write_private};
use crate::graph::is_loopback;
use crate::model::{Access, Arg, Question};
use crate::plan::Plan;
use crate::report::{self, Report, human, json};
use crate::sandbox::{self, Sandbox};
use crate::tenant::Tenant;
use crate::terminal::{Progress, say_stderr, write_stdout};
use crate::words::Speech;

/// First pause before a further try of a read call.
const PAUSE: Duration = Duration::from_secs(1);
/// The same in the sandbox, where nobody needs to be spared.
const SANDBOX_PAUSE: Duration = Duration::from_millis(20);

/// Flags of `check`.
#[derive(Args, Debug)]
pub struct Flags {
    /// Check this world of the sandbox (`igdoctor sandbox list`): no account, no network
    #[arg(long, value_name = "WORLD", conflicts_with_all = ["evidence", "graph_url", "TenantFlags"])]
    sandbox: Option<String>,
    /// Judge evidence that was saved, as of the time it was taken; no token is needed
    #[arg(long, value_name = "FILE", conflicts_with_all = ["save_evidence", "AskFlags", "TenantFlags"])]
    evidence: Option<PathBuf>,
    /// Save the answers, without secrets, so that they can be judged again
    #[arg(long, value_name = "FILE")]
    save_evidence: Option<PathBuf>,
    /// Never ask anything of whoever runs this; `check` does not, so scripts may always give it
    #[arg(long)]
    no_input: bool,
    #[command(flatten)]
    tenant: TenantFlags,
    #[command(flatten)]
    selection: SelectionFlags,
    #[command(flatten)]
    ask: AskFlags,
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

/// Checks. The number is the exit code.
///
/// # Errors
/// Wrong usage or configuration.
pub fn run(flags: &Flags) -> Result<u8> {
    let catalog = super::catalog()?;
    flags.check_files()?;
    let (saved, panics) = match (&flags.evidence, &flags.sandbox) {
        (Some(path), _) => (from_file(flags, path)?, None),
        (None, Some(world)) => in_sandbox(catalog, flags, world)?,
        (None, None) => (for_real(catalog, flags)?, None),
    };
    if let Some(path) = &flags.save_evidence {
        saved.write(path)?;
    }
    let plan = Plan::new(catalog, &saved.selection, &saved.expect)?;
    let settled = engine::judge(catalog, &plan, &saved, panics);
    let report = report::build(catalog, &saved, &settled, flags.look.language());
    write(catalog, flags, &saved, &report)?;
    Ok(report::exit_code(&report))
}

impl Flags {
    /// The file that the report goes to, if not standard output.
    fn report_file(&self) -> Option<&Path> {
        self.output
            .as_deref()
            .filter(|path| *path != Path::new("-"))
    }

    /// A file that cannot be written is told before anything is asked: no answer is to be lost for it.
    fn check_files(&self) -> Result<()> {
        let files = [
            ("--output", self.report_file()),
            ("--save-evidence", self.save_evidence.as_deref()),
            ("--trace-http", self.ask.trace_http.as_deref()),
        ];
        for (flag, path) in files {
            let Some(path) = path else { continue };
            could_write(path)
                .with_context(|| format!("{flag}: cannot write {}", path.display()))?;
        }
        Ok(())
    }
}

/// Evidence that was saved. What was selected then holds, save for what is said otherwise now.
fn from_file(flags: &Flags, path: &Path) -> Result<Saved> {
    let mut saved = Saved::read(path)?;
    saved.selection = flags.selection.selection().over(saved.selection);
    Ok(saved)
}

/// A world of the sandbox, served for this one run.
fn in_sandbox(
    catalog: &'static Catalog,
    flags: &Flags,
    name: &str,
) -> Result<(Saved, Option<&'static str>)> {
    let named = super::sandbox::find(name).context("--sandbox")?;
    let world = (named.make)();
    let sandbox = Sandbox::start(world.clone()).context("cannot start the sandbox")?;
    let (tenant, hints) = sandbox::tenant(named.name, &world, &sandbox)?;
    let mut selection = flags.selection.selection();
    selection.with.extend(
        hints
            .with
            .iter()
            .filter(|part| !flags.selection.with.contains(part))
            .cloned(),
    );
    let manner = Manner {
        graph_url: Some(hints.graph_url.clone()),
        version: flags.ask.graph_version,
        timeout: hints
            .timeout_ms
            .map_or(flags.ask.timeout, Duration::from_millis),
        pause: SANDBOX_PAUSE,
        record: flags.ask.trace_http.is_some(),
        roots: Some(hints.roots.clone()),
        no_roots: hints.no_roots,
    };
    Ok((
        gather(catalog, flags, &tenant, &selection, &manner)?,
        hints.panics,
    ))
}

/// A real connection.
fn for_real(catalog: &'static Catalog, flags: &Flags) -> Result<Saved> {
    let manner = Manner {
        graph_url: flags.ask.checked_graph_url()?,
        version: flags.ask.graph_version,
        timeout: flags.ask.timeout,
        pause: if flags.ask.graph_url.as_ref().is_some_and(is_loopback) {
            SANDBOX_PAUSE
        } else {
            PAUSE
        },
        record: flags.ask.trace_http.is_some(),
        roots: sandbox_roots(flags.ask.graph_url.as_ref()),
        no_roots: false,
    };
    let tenant = flags.tenant.tenant()?;
    let selection = flags.selection.selection();
    let needs_token = Plan::new(catalog, &selection, &tenant.expect)?
        .selected
        .iter()
        .any(|id| {
            catalog
                .check(id)
                .is_some_and(|check| check.tier > Access::None)
        });
    ensure!(
        tenant.credentials.token.is_some() || flags.tenant.no_token || !needs_token,
        NO_TOKEN
    );
    gather(catalog, flags, &tenant, &selection, &manner)
}

/// A sandbox served by another process has certificates of its own. Not every system's verifier reads `SSL_CERT_FILE`, so it is read here.
fn sandbox_roots(graph_url: Option<&Url>) -> Option<CertificateDer<'static>> {
    let path = std::env::var_os("SSL_CERT_FILE").filter(|_| graph_url.is_some_and(is_loopback))?;
    CertificateDer::from_pem_file(path).ok()
}

const NO_TOKEN: &str = "\
no token. Give one in one of these ways:
  IGDOCTOR_TOKEN=…                  in the environment
  --token-file FILE                 a file that only you can read
  --token-stdin                     on standard input
Without a token, add --no-token: igdoctor probes what is public and lists what a person must look at.
To see it work without an account: igdoctor check --sandbox connected-tools-off";

/// Asks everything, with progress, until done, out of time or interrupted.
fn gather(
    catalog: &'static Catalog,
    flags: &Flags,
    tenant: &Tenant,
    selection: &Selection,
    manner: &Manner,
) -> Result<Saved> {
    let plan = Plan::new(catalog, selection, &tenant.expect)?;
    let speech = Speech::new(flags.look.language());
    let watcher = Watcher {
        progress: Progress::new(flags.quiet, flags.look.is_accessible()),
        speech: &speech,
        times: flags.verbose > 1,
    };
    let whom = tenant
        .expect
        .name
        .clone()
        .unwrap_or_else(|| tenant.expect.platform.name.clone());
    watcher
        .progress
        .start(&speech.say_with("progress-start", &[("tenant", &Arg::Text(whom))]));
    let graph = manner.graph(tenant);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("cannot start")?;
    let errand = Errand {
        tenant,
        selection,
        plan: &plan,
        manner,
        graph: &graph,
    };
    let gathered = runtime.block_on(engine::gather(errand, &watcher, interrupted()));
    // A name that is still being looked up must not hold up the end.
    runtime.shutdown_background();
    watcher.progress.clear();
    if let Some(path) = &flags.ask.trace_http {
        let document = serde_json::to_vec_pretty(&graph.har.document())?;
        write_private(path, &document)
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(gathered?)
}

/// Writes the report: the document to its file or to standard output, and nothing else there.
fn write(catalog: &'static Catalog, flags: &Flags, saved: &Saved, report: &Report) -> Result<()> {
    let to_file = flags.report_file();
    let mut look = flags.look.look();
    if to_file.is_some() && flags.look.format == Format::Human {
        look.color = flags.look.color == crate::terminal::ColorChoice::Always;
    }
    let options = human::Options {
        look,
        quiet: flags.quiet,
        verbose: flags.verbose > 0,
        // Saved evidence stays as it is: there is nothing to check again.
        again: flags.evidence.is_none().then(again::command),
    };
    let text = |format| match format {
        Format::Human => Ok(human::render(catalog, saved, report, &options)),
        Format::Json => json::render(report),
    };
    let document = text(flags.look.format)?;
    match to_file {
        Some(path) => {
            write_private(path, document.as_bytes())
                .with_context(|| format!("--output: cannot write {}", path.display()))?;
            if flags.verbose > 0 {
                write_stdout(&text(Format::Human)?).context("cannot write to standard output")?;
            } else if !flags.quiet {
                let speech = Speech::new(report.lang);
                say_stderr(&speech.say_with(
                    "close-saved",
                    &[("path", &Arg::Text(path.display().to_string()))],
                ));
            }
        }
        None => write_stdout(&document).context("cannot write to standard output")?,
    }
    Ok(())
}

/// Shows the questions as they are asked and answered.
struct Watcher<'a> {
    progress: Progress,
    speech: &'a Speech,
    times: bool,
}

impl Observer for Watcher<'_> {
    fn asking(&self, question: Question) {
        let line = self.speech.say_with(
            "progress-asking",
            &[("question", &Arg::Text(question.to_string()))],
        );
        self.progress.begin(question, &line);
    }

    fn answered(&self, question: Question, state: State<'_>, ms: u64) {
        let word = self.speech.say(match state {
            State::Answered => "progress-answered",
            State::Refused(_) => "progress-refused",
            State::Unreachable(_) => "progress-unreachable",
            State::NotAsked(_) => "progress-left",
        });
        let time = if self.times {
            format!(" ({ms} ms)")
        } else {
            String::new()
        };
        self.progress
            .end(question, &format!("{question}: {word}{time}"));
    }
}
