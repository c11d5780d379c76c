//! Asking Meta on behalf of a command: with progress, until done, out of time or interrupted.

use std::cell::Cell;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use tokio::runtime::Runtime;
use url::Url;

use super::flags::{AskFlags, LookFlags};
use super::signals::interrupted;
use crate::catalog::Catalog;
use crate::engine::{self, Errand, Manner, Observer, SoFar};
use crate::evidence::{Saved, Selection, State};
use crate::files::write_private;
use crate::graph::{Graph, is_loopback};
use crate::model::{Arg, Language, Question};
use crate::plan::Plan;
use crate::sandbox::{self, Hints};
use crate::speech::{Speech, error};
use crate::tenant::Tenant;
use crate::terminal::Progress;
use crate::words::platform_name;

/// First pause before a further try of a read call.
const PAUSE: Duration = Duration::from_secs(1);
/// The same in the sandbox, where nobody needs to be spared.
pub(super) const SANDBOX_PAUSE: Duration = Duration::from_millis(20);

impl AskFlags {
    /// How the Graph API of a sandbox is asked.
    pub(super) fn manner_in(&self, hints: &Hints) -> Manner {
        Manner {
            graph_url: Some(hints.graph_url.clone()),
            version: self.graph_version,
            timeout: hints.timeout_ms.map_or(self.timeout, Duration::from_millis),
            pause: SANDBOX_PAUSE,
            record: false,
            roots: Some(hints.roots.clone()),
            names: hints.names.clone(),
            no_roots: hints.no_roots,
        }
    }

    /// How Meta is asked.
    ///
    /// # Errors
    /// When a token could be read on its way.
    pub(super) fn manner(&self) -> Result<Manner> {
        let local = self.graph_url.as_ref().is_some_and(is_loopback);
        Ok(Manner {
            graph_url: self.checked_graph_url()?,
            version: self.graph_version,
            timeout: self.timeout,
            pause: if local { SANDBOX_PAUSE } else { PAUSE },
            record: false,
            roots: sandbox_roots(self.graph_url.as_ref()),
            names: if local { sandbox::names() } else { Vec::new() },
            no_roots: false,
        })
    }
}

/// A sandbox served by another process has certificates of its own. Not every system's verifier reads `SSL_CERT_FILE`, so it is read here.
fn sandbox_roots(graph_url: Option<&Url>) -> Option<CertificateDer<'static>> {
    let path = std::env::var_os("SSL_CERT_FILE").filter(|_| graph_url.is_some_and(is_loopback))?;
    CertificateDer::from_pem_file(path).ok()
}

/// What is shown while questions are out.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    language: Language,
    quiet: bool,
    accessible: bool,
    verbose: u8,
    follow: Option<&'a Follow<'a>>,
}

/// Looks at what is known whenever more is known.
pub(super) type Follow<'a> = dyn Fn(SoFar<'_>) + 'a;

impl<'a> Shown<'a> {
    /// As the flags say.
    pub fn new(look: &LookFlags, language: Language, quiet: bool, verbose: u8) -> Self {
        Self {
            language,
            quiet,
            accessible: look.is_accessible(),
            verbose,
            follow: None,
        }
    }

    /// With somebody who looks at what is known.
    pub const fn followed_by(self, follow: Option<&'a Follow<'a>>) -> Self {
        Self { follow, ..self }
    }

    /// Without anything that is painted over: lines on a terminal would tear it.
    pub const fn in_lines(self) -> Self {
        Self {
            accessible: true,
            ..self
        }
    }

    /// Nothing at all.
    pub const NOTHING: Self = Self {
        language: Language::En,
        quiet: true,
        accessible: false,
        verbose: 0,
        follow: None,
    };
}

/// Asks everything that the selection needs. `trace` is where exchanges are recorded.
pub(super) fn gather(
    catalog: &'static Catalog,
    tenant: &Tenant,
    selection: &Selection,
    manner: &Manner,
    shown: Shown<'_>,
    trace: Option<&Path>,
) -> Result<Saved> {
    let plan = Plan::new(catalog, selection, &tenant.expect)?;
    let graph = manner.graph(tenant);
    let errand = Errand {
        tenant,
        selection,
        plan: &plan,
        manner,
        graph: &graph,
    };
    let gathered = gather_for(errand, shown);
    record(&graph, trace)?;
    gathered
}

/// Writes down what was asked and answered, if that was wished.
pub(super) fn record(graph: &Graph, trace: Option<&Path>) -> Result<()> {
    let Some(path) = trace else { return Ok(()) };
    let document = serde_json::to_vec_pretty(&graph.har.document())?;
    write_private(path, &document)
        .with_context(|| error("error-cannot-write", &[("path", &path.display())]))
}

/// A runtime for one thing to wait for.
pub(super) fn runtime() -> Result<Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .with_context(|| error("error-cannot-start", &[]))
}

/// The same for an errand that is made already.
pub(super) fn gather_for(errand: Errand<'_>, shown: Shown<'_>) -> Result<Saved> {
    let tenant = errand.tenant;
    let speech = Speech::new(shown.language);
    let watcher = Watcher {
        progress: Progress::new(shown.quiet, shown.accessible, shown.verbose > 0),
        speech: &speech,
        times: shown.verbose > 1,
        answered: Cell::new(0),
        others: Cell::new(0),
        follow: shown.follow,
    };
    let whom = tenant
        .expect
        .name
        .clone()
        .unwrap_or_else(|| platform_name(&tenant.expect.platform, &speech));
    watcher
        .progress
        .say(&speech.say_with("progress-start", &[("tenant", &Arg::Text(whom))]));
    let runtime = runtime()?;
    let gathered = runtime.block_on(engine::gather(errand, &watcher, interrupted()));
    // A name that is still being looked up must not hold up the end.
    runtime.shutdown_background();
    watcher.progress.clear();
    watcher.finish();
    Ok(gathered?)
}

/// Shows the questions as they are asked and answered.
struct Watcher<'a> {
    progress: Progress,
    speech: &'a Speech,
    times: bool,
    answered: Cell<usize>,
    others: Cell<usize>,
    follow: Option<&'a Follow<'a>>,
}

impl Watcher<'_> {
    fn name(&self, question: Question) -> Arg {
        Arg::Text(self.speech.say(&format!("question-{question}")))
    }

    /// Tells that all is asked, and what came of it.
    fn finish(&self) {
        let counts = [
            ("answered", &self.answered.get().into()),
            ("others", &self.others.get().into()),
        ];
        self.progress
            .finish(&self.speech.say_with("progress-end", &counts));
    }
}

impl Observer for Watcher<'_> {
    fn asking(&self, question: Question) {
        let line = self
            .speech
            .say_with("progress-asking", &[("question", &self.name(question))]);
        self.progress.begin(question, &line);
    }

    fn answered(&self, question: Question, state: State<'_>, ms: u64) {
        let count = match state {
            State::Answered => &self.answered,
            _ => &self.others,
        };
        count.set(count.get() + 1);
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
        let told = [
            ("question", &self.name(question)),
            ("id", &Arg::Text(question.to_string())),
            ("state", &Arg::Text(word + &time)),
        ];
        self.progress
            .end(question, &self.speech.say_with("progress-told", &told));
    }

    fn learned(&self, so_far: SoFar<'_>) {
        if let Some(follow) = self.follow {
            follow(so_far);
        }
    }
}
