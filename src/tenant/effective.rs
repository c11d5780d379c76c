//! What holds for one run: flag, environment, tenant, platform, default, in this order, and which of them it was.

use std::path::Path;

use url::Url;

use super::confirmed::seen;
use super::entry::Entry;
use super::file::check_flow;
use super::{Expectation, Waiver};
use crate::catalog::Catalog;
use crate::model::Flow;
use crate::platform::{self, Platform, PlatformError};
use crate::speech::error;
use crate::toml_error::quoted;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// This flag of the command line.
    Flag(&'static str),
    /// This variable of the environment.
    Environment(&'static str),
    /// The tenant's entry in the file.
    Tenant,
    /// The platform's file.
    Platform,
    /// The looks of the token.
    Token,
    /// Nobody said otherwise.
    Default,
}

/// A value with its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// What holds.
    pub value: T,
    /// Why.
    pub origin: Origin,
}

/// What the command line says of a connection.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// `--platform`.
    pub platform: Option<String>,
    /// `--flow`.
    pub flow: Option<Flow>,
    /// `--page`.
    pub page: Option<String>,
    /// `--instagram`.
    pub instagram: Option<String>,
    /// `--app`.
    pub app: Option<String>,
    /// `--instagram-app`.
    pub instagram_app: Option<String>,
    /// `--callback-url`.
    pub callback_url: Option<Url>,
    /// `--data-deletion-url`.
    pub data_deletion_url: Option<Url>,
    /// `--deauthorize-url`.
    pub deauthorize_url: Option<Url>,
    /// `--platform-url`.
    pub platform_url: Option<Url>,
    /// `--stored-account-id`.
    pub stored_account_id: Option<String>,
    /// `--allow-private`.
    pub allow_private: bool,
}

/// A tenant of a file.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// Its name.
    pub name: &'a str,
    /// What the file says of it.
    pub entry: &'a Entry,
    /// The folder of the file: paths are seen from there.
    pub folder: &'a Path,
}

/// What holds for one run, each value with its origin.
#[derive(Clone, Debug)]
pub struct Effective {
    /// The messaging platform.
    pub platform: Sourced<Platform>,
    /// How the account was connected.
    pub flow: Sourced<Flow>,
    /// Id of the Page.
    pub page: Option<Sourced<String>>,
    /// Id of the Instagram account.
    pub instagram: Option<Sourced<String>>,
    /// Id of the Meta app.
    pub app: Option<Sourced<String>>,
    /// Id of the Instagram app.
    pub instagram_app: Option<Sourced<String>>,
    /// Address that Meta should call.
    pub callback_url: Option<Sourced<Url>>,
    /// Address that answers a person's wish to have their data deleted.
    pub data_deletion_url: Option<Sourced<Url>>,
    /// Address that is told when a person removes the app.
    pub deauthorize_url: Option<Sourced<Url>>,
    /// The platform's own address.
    pub platform_url: Option<Sourced<Url>>,
    /// Id of the account as the platform stores it.
    pub stored_account_id: Option<Sourced<String>>,
}

/// Why a connection cannot be what flags and file say.
#[derive(Debug, thiserror::Error)]
pub enum EffectiveError {
    /// There is no such platform, or its file is wrong.
    #[error(transparent)]
    Platform(#[from] PlatformError),
    /// The platform does not offer the flow.
    #[error("{}", error("error-tenant-said-flow", &[("said", said), ("flag", said), ("flow", flow), ("problem", problem)]))]
    Flow {
        /// Who said it: a flag, or `tenant`.
        said: &'static str,
        /// The flow.
        flow: Flow,
        /// What is offered.
        problem: String,
    },
    /// The token belongs to a flow that the platform does not offer.
    #[error("{}", error("error-tenant-token-flow", &[("flow", flow), ("problem", problem)]))]
    TokenFlow {
        /// Its flow.
        flow: Flow,
        /// What is offered.
        problem: String,
    },
    /// A confirmation names a question that the platform's own file does not have.
    #[error("{}", error("error-tenant-question", &[("question", &quoted(.0))]))]
    Question(String),
}

/// The first that was said.
fn pick<T>(flag: &'static str, given: Option<&T>, tenant: Option<&T>) -> Option<Sourced<T>>
where
    T: Clone,
{
    let of = |value: &T, origin| Sourced {
        value: value.clone(),
        origin,
    };
    given
        .map(|value| of(value, Origin::Flag(flag)))
        .or_else(|| tenant.map(|value| of(value, Origin::Tenant)))
}

impl Effective {
    /// Puts together what flags, tenant and platform say. `by_token` is the flow that the token's looks tell.
    ///
    /// # Errors
    /// When they do not fit together.
    pub fn new(
        given: &Given,
        tenant: Option<Named<'_>>,
        by_token: Option<Flow>,
    ) -> Result<Self, EffectiveError> {
        let entry = tenant.map(|tenant| tenant.entry);
        let platform = platform(given, tenant)?;
        let flow = flow(
            &platform.value,
            given.flow,
            entry.and_then(|entry| entry.flow),
            by_token,
        )?;
        let of_platform = |value: &String| Sourced {
            value: value.clone(),
            origin: Origin::Platform,
        };
        let app = pick(
            "--app",
            given.app.as_ref(),
            entry.and_then(|e| e.app.as_ref()),
        )
        .or_else(|| platform.value.app_ids.first().map(of_platform));
        let callback_url = pick(
            "--callback-url",
            given.callback_url.as_ref(),
            entry.and_then(|e| e.callback_url.as_ref()),
        );
        let of_all = |url: &Option<String>| {
            Some(Sourced {
                value: url.as_deref()?.parse().ok()?,
                origin: Origin::Platform,
            })
        };
        let platform_url = pick(
            "--platform-url",
            given.platform_url.as_ref(),
            entry.and_then(|e| e.platform_url.as_ref()),
        );
        Ok(Self {
            page: pick(
                "--page",
                given.page.as_ref(),
                entry.and_then(|e| e.page.as_ref()),
            ),
            instagram: pick(
                "--instagram",
                given.instagram.as_ref(),
                entry.and_then(|e| e.instagram.as_ref()),
            ),
            app,
            instagram_app: pick(
                "--instagram-app",
                given.instagram_app.as_ref(),
                entry.and_then(|e| e.instagram_app.as_ref()),
            ),
            callback_url: callback_url.or_else(|| of_all(&platform.value.callback_url)),
            data_deletion_url: pick(
                "--data-deletion-url",
                given.data_deletion_url.as_ref(),
                entry.and_then(|e| e.data_deletion_url.as_ref()),
            ),
            deauthorize_url: pick(
                "--deauthorize-url",
                given.deauthorize_url.as_ref(),
                entry.and_then(|e| e.deauthorize_url.as_ref()),
            ),
            platform_url: platform_url.or_else(|| of_all(&platform.value.platform_url)),
            stored_account_id: pick(
                "--stored-account-id",
                given.stored_account_id.as_ref(),
                entry.and_then(|e| e.stored_account_id.as_ref()),
            ),
            platform,
            flow,
        })
    }

    /// The same as what is expected of a check. What is held is not known here.
    ///
    /// # Errors
    /// When a confirmation names a question that does not exist.
    pub fn expectation(
        &self,
        catalog: &Catalog,
        given: &Given,
        tenant: Option<Named<'_>>,
    ) -> Result<Expectation, EffectiveError> {
        let value =
            |sourced: &Option<Sourced<String>>| sourced.as_ref().map(|one| one.value.clone());
        let url = |sourced: &Option<Sourced<Url>>| sourced.as_ref().map(|one| one.value.clone());
        let platform = &self.platform.value;
        let mut expect = Expectation {
            flow_stated: matches!(self.flow.origin, Origin::Flag(_) | Origin::Tenant),
            page_id: value(&self.page),
            instagram_id: value(&self.instagram),
            app_ids: self.app_ids(),
            callback_url: url(&self.callback_url),
            data_deletion_url: url(&self.data_deletion_url),
            deauthorize_url: url(&self.deauthorize_url),
            platform_url: url(&self.platform_url),
            stored_account_id: value(&self.stored_account_id),
            allow_private: given.allow_private,
            ..Expectation::new(platform.clone(), self.flow.value)
        };
        if let Some(Named { name, entry, .. }) = tenant {
            expect.name = Some(name.to_owned());
            expect.lang = entry.lang;
            expect.department.clone_from(&entry.department);
            expect.webhook_fields.clone_from(&entry.webhook_fields);
            expect.stored_username.clone_from(&entry.stored_username);
            expect.token_expires_at = entry.token_expires_at;
            expect.severity.clone_from(&entry.severity);
            expect.waivers = entry.waivers.iter().map(Waiver::from).collect();
            for confirmation in &entry.confirmations {
                expect
                    .answers
                    .extend(seen(catalog, platform, confirmation)?);
            }
        }
        Ok(expect)
    }

    /// Ids of the platform's app: those that were said, else the platform's own.
    fn app_ids(&self) -> Vec<String> {
        let said = |id: &Option<Sourced<String>>| {
            let said = id.as_ref().filter(|id| id.origin != Origin::Platform);
            said.map(|id| id.value.clone())
        };
        // Meta tells an Instagram token's app by the id of the Meta app (graph-api 3.2): against the other id alone nothing can be compared.
        let mut ids: Vec<String> = said(&self.app)
            .map(|app| [Some(app), said(&self.instagram_app)])
            .into_iter()
            .flatten()
            .flatten()
            .collect();
        if ids.is_empty() {
            ids.clone_from(&self.platform.value.app_ids);
        }
        ids
    }
}

fn platform(given: &Given, tenant: Option<Named<'_>>) -> Result<Sourced<Platform>, EffectiveError> {
    if let Some(named) = &given.platform {
        return Ok(Sourced {
            value: Platform::find(named)?,
            origin: Origin::Flag("--platform"),
        });
    }
    let of_tenant =
        tenant.and_then(|tenant| Some((tenant.entry.platform.as_deref()?, tenant.folder)));
    Ok(match of_tenant {
        Some((named, folder)) => Sourced {
            value: Platform::find_from(folder, named)?,
            origin: Origin::Tenant,
        },
        None => Sourced {
            value: Platform::find(platform::DEFAULT)?,
            origin: Origin::Default,
        },
    })
}

/// The flow: stated, else by the token's looks, else the platform's first. A token of a flow that the platform lacks is told at once.
fn flow(
    platform: &Platform,
    given: Option<Flow>,
    of_tenant: Option<Flow>,
    by_token: Option<Flow>,
) -> Result<Sourced<Flow>, EffectiveError> {
    let stated = pick("--flow", given.as_ref(), of_tenant.as_ref());
    if let Some(flow) = stated {
        let said = match flow.origin {
            Origin::Flag(flag) => flag,
            _ => "tenant",
        };
        return match check_flow(flow.value, platform) {
            Ok(()) => Ok(flow),
            Err(problem) => Err(EffectiveError::Flow {
                said,
                flow: flow.value,
                problem,
            }),
        };
    }
    if let Some(flow) = by_token {
        check_flow(flow, platform)
            .map_err(|problem| EffectiveError::TokenFlow { flow, problem })?;
        return Ok(Sourced {
            value: flow,
            origin: Origin::Token,
        });
    }
    Ok(Sourced {
        value: platform.flows.first().copied().unwrap_or(Flow::Facebook),
        origin: Origin::Platform,
    })
}
