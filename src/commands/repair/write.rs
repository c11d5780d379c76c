//! Writing to Meta on behalf of a place: with the right token, and whatever an earlier run left open settled first.

use std::pin::pin;

use anyhow::{Context, Result};

use super::place::Place;
use crate::commands::signals::interrupted;
use crate::evidence::{Saved, pages};
use crate::graph::Graph;
use crate::model::{Arg, Flow, TokenKind};
use crate::repair::journal::Entry;
use crate::repair::{Applied, Change, Interrupted, Mender, is_open};
use crate::secret::Secret;
use crate::speech::{Speech, error};
use crate::tenant::Tenant;
use crate::terminal::{Listening, Prompt, say_stderr};

impl Place {
    /// What changes and takes back, with a token for the list of the Page or account.
    pub fn mender<'a>(&'a self, graph: &'a Graph, token: &'a Secret) -> Mender<'a> {
        let (credentials, expect) = (&self.tenant.credentials, &self.tenant.expect);
        Mender {
            graph,
            token,
            app: credentials.app.as_ref(),
            verify_token: credentials.verify_token.as_ref(),
            callback_url: expect.callback_url.as_ref().map(url::Url::as_str),
            patience: self.manner.timeout,
            journal: &self.journal,
        }
    }

    /// What an earlier run left open is read, and written down as what it turned out to be.
    /// Whoever is there says whether what happened is kept.
    pub fn settle_open_changes(&self, speech: &Speech, asker: Option<&Prompt<'_>>) -> Result<()> {
        let open: Vec<_> = self
            .journal
            .entries()?
            .into_iter()
            .filter(is_open)
            .collect();
        if open.is_empty() || self.tenant.credentials.token.is_none() {
            return Ok(());
        }
        let graph = self.manner.graph(&self.tenant);
        let runtime = runtime()?;
        for entry in open {
            let listening = Listening::begin();
            let settled = runtime.block_on(async {
                let token = list_token(&self.tenant, &entry.change, None, &graph).await?;
                anyhow::Ok(self.mender(&graph, &token).settle(&entry).await?)
            })?;
            let key = match settled {
                Interrupted::Happened => "repair-open-happened",
                Interrupted::NotHappened => "repair-open-not-happened",
                Interrupted::TakenBack => "repair-open-taken-back",
                Interrupted::Stays => "repair-open-stays",
                Interrupted::Unknown(_) => "repair-open-unknown",
            };
            let id = format!("{}:{}", self.name, entry.id);
            let args = [
                ("check", &Arg::from(entry.check.as_str())),
                ("id", &Arg::Text(id)),
            ];
            say_stderr(&speech.say_with(key, &args));
            drop(listening);
            if let (Interrupted::Happened, Some(asker)) = (&settled, asker)
                && !asker.yes_no(&speech.say("repair-open-keep"), Some(true))?
            {
                let key = match self.undo(&entry)? {
                    Applied::Done { .. } | Applied::Nothing => "undo-done",
                    _ => "repair-open-stays",
                };
                say_stderr(&speech.say_with(key, &args));
            }
        }
        Ok(())
    }

    /// Takes a change back.
    pub fn undo(&self, entry: &Entry) -> Result<Applied> {
        let graph = self.manner.graph(&self.tenant);
        // A write is not left half-way because somebody is impatient.
        let _listening = Listening::begin();
        runtime()?.block_on(async {
            let token = list_token(&self.tenant, &entry.change, None, &graph).await?;
            Ok(self.mender(&graph, &token).undo(entry).await?)
        })
    }
}

/// A write is not left half-way because somebody is impatient: it ends by its own time limit. Tells whether somebody was.
pub(super) async fn to_its_end<T>(write: impl Future<Output = T>) -> (T, bool) {
    let (mut write, mut signal) = (pin!(write), pin!(interrupted()));
    let mut stopped = false;
    loop {
        tokio::select! {
            () = &mut signal, if !stopped => stopped = true,
            done = &mut write => return (done, stopped),
        }
    }
}

/// Calls of a repair are made one after the other.
pub(super) fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .with_context(|| error("error-cannot-start", &[]))
}

/// The Page's own token, where a person's was given: only a Page's may write its list.
pub(super) async fn list_token(
    tenant: &Tenant,
    change: &Change,
    saved: Option<&Saved>,
    graph: &Graph,
) -> Result<Secret> {
    let token = tenant
        .credentials
        .token
        .clone()
        .with_context(|| error("error-repair-needs-token", &[]))?;
    let page = match change {
        Change::Fields { page_id, .. } => page_id.as_deref(),
        Change::Webhook { .. } | Change::Token { .. } => None,
    };
    let me = || saved?.evidence.identity.value().map(|me| me.id.as_str());
    let of_page = match tenant.credentials.token_kind {
        Some(kind) => kind == TokenKind::Page,
        None => page.is_some() && me() == page,
    };
    if tenant.expect.flow == Flow::Instagram || of_page || page.is_none() {
        return Ok(token);
    }
    // To a Page token the list of Pages is refused; then it is the Page's own already.
    let (_, mut tokens) = pages::ask(graph, &token, page, 1).await;
    Ok(page.and_then(|page| tokens.remove(page)).unwrap_or(token))
}
