//! A whole check: asks what the plan wants, then judges what came back.

mod ask;
mod facebook;
mod instagram;
mod person;
mod settle;
mod undecided;

use std::time::{Duration, Instant};

use chrono::Utc;
use rustls::pki_types::CertificateDer;

pub use ask::{Observer, SeveralPages};
pub use settle::Settled;
use settle::settle;

use crate::catalog::Catalog;
use crate::evidence::probe::Rules;
use crate::evidence::{Asked, Ending, Saved, Selection};
use crate::graph::{Graph, GraphVersion, Settings};
use crate::model::{Flow, milliseconds};
use crate::plan::Plan;
use crate::tenant::Tenant;

/// How a run goes about asking.
#[derive(Clone, Debug)]
pub struct Manner {
    /// Stands for all of Meta's hosts.
    pub graph_url: Option<url::Url>,
    /// Version asked for.
    pub version: GraphVersion,
    /// Longest time for everything.
    pub timeout: Duration,
    /// First pause before a further try.
    pub pause: Duration,
    /// Whether exchanges are recorded.
    pub record: bool,
    /// Trusted by probes in place of the machine's own roots.
    pub roots: Option<CertificateDer<'static>>,
    /// The sandbox's way to be a machine without certificates.
    pub no_roots: bool,
}

impl Manner {
    /// The client for a tenant.
    #[must_use]
    pub fn graph(&self, tenant: &Tenant) -> Graph {
        let keys = match tenant.expect.flow {
            Flow::Facebook => tenant.credentials.app.as_ref(),
            Flow::Instagram => tenant.credentials.instagram_app.as_ref(),
        };
        Graph::new(Settings {
            base: self.graph_url.clone(),
            version: self.version,
            flow: tenant.expect.flow,
            proof_secret: keys.and_then(|keys| keys.secret.clone()),
            pause: self.pause,
            no_roots: self.no_roots,
            record: self.record,
        })
    }
}

/// What a run needs to know before it begins.
#[derive(Clone, Copy, Debug)]
pub struct Errand<'a> {
    /// Whom it is about.
    pub tenant: &'a Tenant,
    /// What was wanted.
    pub selection: &'a Selection,
    /// What that comes to.
    pub plan: &'a Plan,
    /// How to go about it.
    pub manner: &'a Manner,
    /// Whom to ask.
    pub graph: &'a Graph,
}

/// Asks everything the plan wants. Ends early, with what there is, when `interrupted` comes true or the time is up.
///
/// # Errors
/// When the Page was to be found and several could be meant.
pub async fn gather(
    errand: Errand<'_>,
    observer: &dyn Observer,
    interrupted: impl Future<Output = ()>,
) -> Result<Saved, SeveralPages> {
    let Errand {
        tenant,
        selection,
        plan,
        manner,
        graph,
    } = errand;
    let (taken_at, clock) = (Utc::now(), Instant::now());
    let rules = Rules {
        loopback_is_public: graph.is_loopback(),
        allow_private: tenant.expect.allow_private,
        roots: manner.roots.clone(),
    };
    let asker = ask::Asker::new(tenant, plan, graph, observer, rules);
    let planned: Vec<_> = plan.questions.iter().copied().collect();
    let mut stopped = false;
    tokio::select! {
        done = tokio::time::timeout(manner.timeout, asker.everything()) => match done {
            Ok(result) => result?,
            Err(_) => asker.with_evidence(|evidence| evidence.close(&planned, Ending::TimeLimit)),
        },
        () = interrupted => {
            stopped = true;
            asker.with_evidence(|evidence| evidence.close(&planned, Ending::Interrupted));
        }
    }
    Ok(Saved {
        schema_version: Saved::SCHEMA_VERSION,
        taken_at,
        duration_ms: milliseconds(clock),
        expect: asker.expectation(),
        selection: selection.clone(),
        planned,
        asked: asked(manner, graph),
        evidence: asker.into_evidence(),
        interrupted: stopped,
    })
}

fn asked(manner: &Manner, graph: &Graph) -> Asked {
    Asked {
        url: manner.graph_url.as_ref().map(ToString::to_string),
        version_requested: manner.version.to_string(),
        version_answered: graph.version_answered(),
        calls: graph.calls(),
        rounds: graph.rounds(),
        usage_percent: graph.usage_percent(),
    }
}

/// Judges evidence, as of the time it was taken.
#[must_use]
pub fn judge(
    catalog: &'static Catalog,
    plan: &Plan,
    saved: &Saved,
    panics: Option<&str>,
) -> Vec<Settled> {
    settle(
        catalog,
        plan,
        &saved.expect,
        &saved.evidence,
        saved.taken_at,
        panics,
    )
}
