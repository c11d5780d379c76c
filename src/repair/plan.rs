//! From a report to fixes: causes before consequences, each with the exact change.

use super::change::{Change, Renewal, Webhook, united};
use crate::address::shown;
use crate::catalog::Catalog;
use crate::evidence::Saved;
use crate::evidence::subscription::ConnectedApp;
use crate::model::{FixKind, Flow, Outcome, TokenKind};
use crate::report::{CheckReport, Report};
use crate::tenant::Tenant;

/// One thing to mend.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// The check.
    pub check: String,
    /// Why it is broken.
    pub cause: String,
    /// How dangerous mending is.
    pub kind: FixKind,
    /// What would be written; none where a person must act.
    pub change: Option<Change>,
    /// Why it cannot be applied now.
    pub blocked: Option<Blocked>,
}

/// Why a fix that could be applied is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// The callback does not answer as Meta requires: Meta would refuse, or take the subscription away again.
    Callback,
    /// The verify token of the callback is not known: a wrong one breaks nothing, but the call would fail.
    VerifyToken,
    /// The app's id and secret are not known.
    AppSecret,
    /// The address that Meta should call is not known.
    CallbackUrl,
    /// Which app the token belongs to is not known.
    App,
    /// A Page's token is made anew by logging in, not renewed.
    PageToken,
}

impl Blocked {
    /// Every one.
    pub const ALL: [Self; 6] = [
        Self::Callback,
        Self::VerifyToken,
        Self::AppSecret,
        Self::CallbackUrl,
        Self::App,
        Self::PageToken,
    ];

    /// A stable word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Callback => "callback",
            Self::VerifyToken => "verify-token",
            Self::AppSecret => "app-secret",
            Self::CallbackUrl => "callback-url",
            Self::App => "app",
            Self::PageToken => "page-token",
        }
    }
}

/// What is to be mended, in the order of the report, which puts causes before consequences. What waits for the callback comes after it.
#[must_use]
pub fn plan(catalog: &Catalog, tenant: &Tenant, saved: &Saved, report: &Report) -> Vec<Fix> {
    let planner = Planner {
        tenant,
        saved,
        report,
    };
    let broken = |check: &&CheckReport| {
        matches!(check.outcome, Outcome::Fail | Outcome::Warn | Outcome::Ask)
    };
    let broken = report.checks.iter().filter(broken);
    let fixes = broken
        .filter_map(|check| {
            let cause = check.cause.as_deref()?;
            let kind = check.fix.as_ref()?.kind;
            let (change, blocked) = if kind == FixKind::Manual || check.outcome == Outcome::Ask {
                (None, None)
            } else {
                planner.change(catalog, check)
            };
            Some(Fix {
                check: check.id.clone(),
                cause: cause.to_owned(),
                kind: if change.is_some() || blocked.is_some() {
                    kind
                } else {
                    FixKind::Manual
                },
                change,
                blocked,
            })
        })
        .collect();
    callback_first(fixes)
}

/// Meta would take a subscription away again as long as the callback fails: the server comes first, then the subscription.
fn callback_first(fixes: Vec<Fix>) -> Vec<Fix> {
    let waits = |fix: &Fix| fix.blocked == Some(Blocked::Callback);
    let Some(callback) = fixes.iter().position(|fix| fix.check == CALLBACK) else {
        return fixes;
    };
    let mut placed: Vec<(usize, Fix)> = fixes.into_iter().enumerate().collect();
    placed.sort_by_key(|(place, fix)| match waits(fix) {
        true => ((*place).max(callback), 1),
        false => (*place, 0),
    });
    placed.into_iter().map(|(_, fix)| fix).collect()
}

/// The check of the server that Meta delivers to.
const CALLBACK: &str = "webhook-callback";

struct Planner<'a> {
    tenant: &'a Tenant,
    saved: &'a Saved,
    report: &'a Report,
}

impl Planner<'_> {
    /// The change that mends a check, and what stands in its way. Which question the check asks tells what is to be written.
    fn change(&self, catalog: &Catalog, check: &CheckReport) -> (Option<Change>, Option<Blocked>) {
        use crate::model::Question;
        let asks = |question: Question| {
            catalog
                .check(&check.id)
                .is_some_and(|facts| facts.asks.contains(&question))
        };
        if asks(Question::Subscription) {
            let change = self.fields();
            // Without the app's id nobody could see in the list what the write did.
            let unknown = matches!(
                change,
                Change::Fields {
                    flow: Flow::Facebook,
                    app_id: None,
                    ..
                }
            );
            let blocked = self.callback_fails().or(unknown.then_some(Blocked::App));
            (Some(change), blocked)
        } else if asks(Question::AppWebhooks) {
            self.webhook()
        } else if asks(Question::Token) {
            self.token()
        } else {
            (None, None)
        }
    }

    /// A subscription to a broken callback is one that Meta takes away again.
    fn callback_fails(&self) -> Option<Blocked> {
        let callback = |check: &&CheckReport| check.id == CALLBACK;
        let check = self.report.checks.iter().find(callback)?;
        (check.outcome == Outcome::Fail).then_some(Blocked::Callback)
    }

    fn fields(&self) -> Change {
        let expect = &self.saved.expect;
        let app_id = self.app_id();
        let before = self
            .saved
            .evidence
            .subscription
            .value()
            .and_then(|apps| own(apps, expect.flow, app_id.as_deref()))
            .map(|app| app.subscribed_fields.clone().unwrap_or_default());
        Change::Fields {
            flow: expect.flow,
            page_id: expect.page_id.clone(),
            app_id,
            after: united(
                before.as_deref().unwrap_or_default(),
                expect.account_fields(),
            ),
            before,
        }
    }

    /// The app that issued the token: seen, else expected.
    fn app_id(&self) -> Option<String> {
        let evidence = &self.saved.evidence;
        let token = evidence.token.value();
        token
            .and_then(|facts| facts.app_id.clone())
            .or_else(|| Some(evidence.issuer.value()?.id.clone()))
            .or_else(|| self.saved.expect.app_ids.first().cloned())
    }

    fn webhook(&self) -> (Option<Change>, Option<Blocked>) {
        let expect = &self.saved.expect;
        let keys = self.tenant.credentials.app.as_ref();
        let Some(app) = keys.filter(|keys| keys.secret.is_some()) else {
            return (None, Some(Blocked::AppSecret));
        };
        let object = expect.webhook_object();
        let webhooks = self.saved.evidence.app_webhooks.value();
        let ours = webhooks
            .into_iter()
            .flatten()
            .find(|webhook| webhook.object == object);
        let before = ours.map(|webhook| Webhook {
            active: webhook.active != Some(false),
            fields: webhook
                .fields
                .iter()
                .map(|field| field.name.clone())
                .collect(),
        });
        let address = ours
            .and_then(|webhook| webhook.callback_url.as_deref()?.parse().ok())
            .or_else(|| self.tenant.expect.callback_url.clone());
        let Some(address) = address else {
            return (None, Some(Blocked::CallbackUrl));
        };
        let there = before.as_ref().map(|before| before.fields.as_slice());
        let change = Change::Webhook {
            app_id: app.id.clone(),
            app_name: self
                .saved
                .evidence
                .app
                .value()
                .and_then(|app| app.name.clone()),
            object: object.to_owned(),
            callback: shown(&address),
            after: Webhook {
                active: true,
                fields: united(there.unwrap_or_default(), expect.webhook_fields()),
            },
            before,
        };
        let verify_token = self.tenant.credentials.verify_token.is_none();
        let blocked = self
            .callback_fails()
            .or(verify_token.then_some(Blocked::VerifyToken));
        (Some(change), blocked)
    }

    fn token(&self) -> (Option<Change>, Option<Blocked>) {
        let credentials = &self.tenant.credentials;
        if self.saved.expect.flow == Flow::Instagram {
            let how = Renewal::Refresh;
            return (Some(Change::Token { how }), None);
        }
        let seen = self
            .saved
            .evidence
            .token
            .value()
            .and_then(|facts| facts.kind);
        let how = Renewal::Exchange;
        let has_secret = credentials
            .app
            .as_ref()
            .is_some_and(|app| app.secret.is_some());
        let blocked = match seen.or(credentials.token_kind) {
            Some(TokenKind::Page) => Some(Blocked::PageToken),
            _ if !has_secret => Some(Blocked::AppSecret),
            _ => None,
        };
        (Some(Change::Token { how }), blocked)
    }
}

/// The token's own app in a list. In the instagram flow the list holds no other (graph-api 3.2).
pub(super) fn own<'a>(
    apps: &'a [ConnectedApp],
    flow: Flow,
    app_id: Option<&str>,
) -> Option<&'a ConnectedApp> {
    match flow {
        Flow::Instagram => apps.first(),
        Flow::Facebook => apps
            .iter()
            .find(|app| app_id.is_some() && app.app_id.as_deref() == app_id),
    }
}
