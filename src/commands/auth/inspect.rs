//! A token is looked at before it is trusted: the checks that are about the token itself, asked of Meta with it.

use anyhow::Result;

use super::super::asking::{Shown, gather};
use super::super::ending::Ending;
use crate::catalog::{Catalog, Check};
use crate::engine::{self, Manner};
use crate::evidence::{Saved, Selection};
use crate::model::{Area, Arg, Language, Outcome, TokenKind};
use crate::plan::Plan;
use crate::report::human::{self, Options, Piece};
use crate::report::{self, CheckReport, Report};
use crate::speech;
use crate::tenant::Tenant;

/// Causes for which a token is not kept: it is not the one that belongs here.
const FOREIGN: [&str; 5] = [
    "wrong-app-token",
    "token-of-other-page",
    "token-of-other-account",
    "page-not-visible",
    "page-not-selected",
];

/// Causes for which Meta takes no call at all, whatever the token: they say nothing of it.
const NOT_ITS_FAULT: [&str; 4] = [
    "proof-required",
    "proof-invalid",
    "api-access-blocked",
    "tester-invite-pending",
];

/// The checks that are about the token itself: whether it lives and what it may do, and whether it is the one that belongs here.
fn checks(catalog: &Catalog) -> Vec<String> {
    let owns_foreign = |check: &Check| check.causes().any(|cause| FOREIGN.contains(&cause));
    let about_token = |check: &&Check| check.area == Area::Access || owns_foreign(check);
    let checks = catalog.checks().iter().filter(about_token);
    checks.map(|check| check.id.to_owned()).collect()
}

/// What was found of a token.
#[derive(Debug)]
pub(super) struct Inspection {
    pub saved: Saved,
    pub report: Report,
    pub pieces: Vec<Piece>,
}

/// Whether a token may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Judgement {
    /// Nothing is wrong with it.
    Good,
    /// It works, but something is missing.
    Lacking,
    /// It is not the one that belongs here.
    Foreign,
    /// Meta does not take it.
    Dead,
    /// Nobody can tell.
    Unknown,
}

/// Asks Meta about a tenant's token.
pub(super) fn inspect(
    catalog: &'static Catalog,
    tenant: &Tenant,
    manner: &Manner,
    shown: Shown,
    options: &Options,
    language: Language,
) -> Result<Inspection> {
    let selection = Selection {
        only: checks(catalog),
        ..Selection::default()
    };
    let saved = gather(catalog, tenant, &selection, manner, shown, None)?;
    let plan = Plan::new(catalog, &saved.selection, &saved.expect)?;
    let settled = engine::judge(catalog, &plan, &saved, None);
    let mut report = report::build(catalog, &saved, &settled, language);
    // What ran along is about the connection, not about the token.
    report
        .checks
        .retain(|check| selection.only.contains(&check.id));
    let pieces = human::render_findings(catalog, &saved.expect.platform, &report, options);
    Ok(Inspection {
        saved,
        report,
        pieces,
    })
}

impl Inspection {
    /// The same, unless somebody pressed Ctrl-C meanwhile; `key` is what is said then.
    pub fn whole(self, key: &str) -> Result<Self> {
        if self.saved.interrupted {
            return Err(Ending::interrupted(speech::error(key, &[])));
        }
        Ok(self)
    }

    fn check(&self, id: &str) -> Option<&CheckReport> {
        self.report.checks.iter().find(|check| check.id == id)
    }

    /// Whether the token may be kept.
    pub fn judgement(&self) -> Judgement {
        let outcome = |id: &str| self.check(id).map(|check| check.outcome);
        let foreign = |check: &CheckReport| {
            check.outcome == Outcome::Fail
                && check
                    .cause
                    .as_deref()
                    .is_some_and(|cause| FOREIGN.contains(&cause))
        };
        let broken = |check: &CheckReport| matches!(check.outcome, Outcome::Fail | Outcome::Warn);
        match outcome("token-valid") {
            Some(Outcome::Fail) if self.is_barred() => Judgement::Unknown,
            Some(Outcome::Fail) => Judgement::Dead,
            Some(Outcome::Pass) if self.report.checks.iter().any(foreign) => Judgement::Foreign,
            Some(Outcome::Pass) if self.report.checks.iter().any(broken) => Judgement::Lacking,
            Some(Outcome::Pass) => Judgement::Good,
            _ => Judgement::Unknown,
        }
    }

    /// Whether Meta takes no call, for a reason that is not the token's.
    fn is_barred(&self) -> bool {
        let valid = self.check("token-valid");
        valid
            .and_then(|check| check.cause.as_deref())
            .is_some_and(|cause| NOT_ITS_FAULT.contains(&cause))
    }

    /// Permissions that the platform needs and the token lacks; of several that would do, all.
    pub fn missing(&self) -> Vec<String> {
        let permissions = self
            .check("required-permissions")
            .filter(|check| check.outcome == Outcome::Fail)
            .and_then(|check| check.args.get("permissions"));
        match permissions {
            Some(Arg::List(names)) => names.clone(),
            _ => Vec::new(),
        }
    }

    /// Whose token it is, in the facebook flow, as far as Meta's answers show it.
    pub fn kind(&self) -> Option<TokenKind> {
        let evidence = &self.saved.evidence;
        if let Some(kind) = evidence.token.value().and_then(|facts| facts.kind) {
            return Some(kind);
        }
        let identity = evidence.identity.value()?;
        if identity.account.is_some() {
            None
        } else if evidence.permissions.value().is_some() {
            Some(TokenKind::User)
        } else {
            // A Page's token is the Page.
            let page = self.saved.expect.page_id.as_deref();
            (page == Some(identity.id.as_str())).then_some(TokenKind::Page)
        }
    }

    /// The app that issued it, as far as Meta's answers show it: id and name.
    pub fn app(&self) -> Option<(String, Option<String>)> {
        let evidence = &self.saved.evidence;
        let seen = evidence
            .token
            .value()
            .and_then(|facts| Some((facts.app_id.clone()?, facts.app_name.clone())));
        let issuer = || {
            let issuer = evidence.issuer.value()?;
            Some((issuer.id.clone(), issuer.name.clone()))
        };
        seen.or_else(issuer)
    }

    /// Id of the person, Page or account behind it.
    pub fn holder(&self) -> Option<&str> {
        let identity = self.saved.evidence.identity.value()?;
        Some(identity.id.as_str())
    }
}
