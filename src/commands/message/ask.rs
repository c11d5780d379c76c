//! Asking Meta about the conversation that the reply belongs to.

use anyhow::{Context, Result, bail, ensure};

use super::Flags;
use crate::catalog::Catalog;
use crate::commands::asking::{Shown, gather_for};
use crate::commands::check::no_token;
use crate::commands::connection::Whom;
use crate::commands::sandbox::find;
use crate::engine::{Errand, Manner};
use crate::evidence::Saved;
use crate::evidence::thread::Which;
use crate::plan::Plan;
use crate::sandbox::{self, Sandbox};
use crate::speech::error;
use crate::tenant::Tenant;

impl Flags {
    /// Asks about a conversation, of a tenant or of a world of the sandbox.
    ///
    /// # Errors
    /// When there is no token, or something does not fit together.
    pub(super) fn asked(
        &self,
        catalog: &'static Catalog,
        which: &Which,
        whom: &Whom,
    ) -> Result<Saved> {
        if let Some(world) = &self.sandbox {
            return self.asked_in_sandbox(world, which);
        }
        let manner = self.ask.manner()?;
        let held = self.tenant.tenant(catalog, whom)?;
        if held.tenant.credentials.token.is_none() {
            bail!(no_token(
                whom,
                &held,
                "error-message-begin",
                "error-message-no-token"
            ));
        }
        self.asked_of(&held.tenant, which, &manner)
    }

    fn asked_in_sandbox(&self, name: &str, which: &Which) -> Result<Saved> {
        let named = find(name).context("--sandbox")?;
        let world = (named.make)();
        let sandbox =
            Sandbox::start(world.clone()).with_context(|| error("error-sandbox-start", &[]))?;
        let (tenant, hints) = sandbox::tenant(named.name, &world, &sandbox)?;
        ensure!(
            tenant.credentials.token.is_some(),
            error("error-message-world", &[("world", &named.name)])
        );
        let manner = self.ask.manner_in(&hints);
        self.asked_of(&tenant, which, &manner)
    }

    fn asked_of(&self, tenant: &Tenant, which: &Which, manner: &Manner) -> Result<Saved> {
        let plan = Plan::of_thread(which.clone(), &tenant.expect);
        let language = self.look.language_for(tenant.expect.lang);
        let shown = Shown::new(&self.look, language, self.quiet, self.verbose);
        let errand = Errand {
            tenant,
            selection: &self.selection(),
            plan: &plan,
            manner,
            graph: &manner.graph(tenant),
        };
        gather_for(errand, shown)
    }
}
