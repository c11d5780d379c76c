//! A whole check: asks what the plan wants, then judges what came back.

mod app;
mod ask;
mod facebook;
mod instagram;
mod kept;
mod open;
mod person;
mod reply;
mod settle;
mod so_far;
pub mod trace;
mod undecided;

use std::net::IpAddr;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use rustls::pki_types::CertificateDer;

use ask::Asker;
pub use ask::{Observer, SeveralPages};
pub use reply::judge_reply;
use settle::settle;
pub use settle::{Settled, order};
pub use so_far::{SoFar, judge_so_far};

use crate::catalog::Catalog;
use crate::evidence::{Ending, Saved, Selection};
use crate::graph::{Graph, GraphVersion, Settings};
use crate::model::Flow;
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
    /// Where these names lead for probes: the sandbox's way to have public names.
    pub names: Vec<(String, Vec<IpAddr>)>,
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
    let begun = Begun {
        at: Utc::now(),
        clock: Instant::now(),
    };
    let asker = Asker::new(errand, begun, observer);
    let mut stopped = false;
    tokio::select! {
        done = tokio::time::timeout(errand.manner.timeout, Box::pin(asker.everything())) => match done {
            Ok(result) => result?,
            Err(_) => asker.end(Ending::TimeLimit),
        },
        () = interrupted => {
            stopped = true;
            asker.end(Ending::Interrupted);
        }
    }
    let evidence = asker.with_evidence(std::mem::take);
    Ok(asker.saved(evidence, stopped))
}

/// When a run began.
#[derive(Clone, Copy, Debug)]
struct Begun {
    at: DateTime<Utc>,
    clock: Instant,
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
