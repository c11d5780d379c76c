//! The calls by which tokens are had and renewed, for commands that wait for them.

use anyhow::{Context, Result};

use crate::catalog::Catalog;
use crate::commands::ending::Ending;
use crate::commands::signals::interrupted;
use crate::engine::Manner;
use crate::graph::oauth::Issued;
use crate::graph::{Failure, Graph};
use crate::model::Flow;
use crate::speech;
use crate::tenant::Tenant;
use crate::terminal::harmless;

/// Meta, for a tenant, with what is needed to wait for it.
pub(in crate::commands) struct Meta<'a> {
    catalog: &'static Catalog,
    tenant: &'a Tenant,
    graph: Graph,
}

impl<'a> Meta<'a> {
    pub fn new(catalog: &'static Catalog, tenant: &'a Tenant, manner: &Manner) -> Self {
        Self {
            catalog,
            tenant,
            graph: manner.graph(tenant),
        }
    }

    /// Waits for a call. `what` is the key of what could not be done without it.
    pub fn wait(
        &self,
        what: &str,
        call: impl AsyncFnOnce(&Graph) -> Result<Issued, Failure>,
    ) -> Result<Issued> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .with_context(|| speech::error("error-cannot-start", &[]))?;
        let outcome = runtime.block_on(async {
            tokio::select! {
                result = call(&self.graph) => Some(result),
                () = interrupted() => None,
            }
        });
        match outcome {
            Some(Ok(issued)) => Ok(issued),
            Some(Err(failure)) => {
                let says = format!("{}: {}", speech::error(what, &[]), self.told(&failure));
                Err(match failure {
                    Failure::Refused(_) => Ending::refused(says),
                    Failure::Unreachable(_) => Ending::unknown(says),
                })
            }
            None => Err(Ending::interrupted(speech::error(
                "error-auth-interrupted",
                &[("what", &speech::error(what, &[]))],
            ))),
        }
    }

    /// A failure in words: what Meta's error means, if it is known, and the error itself.
    fn told(&self, failure: &Failure) -> String {
        match failure {
            Failure::Refused(error) => {
                let flow: Flow = self.tenant.expect.flow;
                let code = match error.subcode {
                    Some(subcode) => format!("{}/{subcode}", error.code),
                    None => error.code.to_string(),
                };
                let message = harmless(&error.message);
                let known = self.catalog.error(&error.signature(flow));
                let means = known.map(|row| format!("{} ", row.says(speech::of_errors())));
                let itself = speech::error(
                    "error-graph-code",
                    &[("code", &code), ("message", &message)],
                );
                format!("{}{itself}", means.unwrap_or_default())
            }
            Failure::Unreachable(trouble) => {
                let detail = harmless(&trouble.detail);
                speech::error("error-graph-no-answer", &[("detail", &detail)])
            }
        }
    }
}
