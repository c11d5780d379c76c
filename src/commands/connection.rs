//! Whom a command is about: a tenant of the file, or what the flags describe; and what is held of it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use url::Url;

use super::flags::{meta_id, parse};
use super::held::Held;
use crate::address::{is_of_web_server, shown};
use crate::catalog::Catalog;
use crate::model::{Arg, Flow, Language};
use crate::secret::Source;
use crate::speech::{error, error_with};
use crate::tenant::effective::{Given, Named, Origin};
use crate::tenant::sources::{Chosen, Wanted, choose};
use crate::tenant::{self, TenantFile};
use crate::terminal::say_stderr;

/// Whom it is about.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "The connection")]
pub struct TenantFlags {
    /// Tenant, by its name in igdoctor.toml; flags go before what the file says
    pub tenant: Option<String>,
    /// The file of tenants; else igdoctor.toml in this folder, else in your configuration folder
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Messaging platform: an id (`igdoctor list --platforms`) or the path of a file of your own
    #[arg(long, value_name = "ID")]
    pub platform: Option<String>,
    /// How the account was connected: facebook (Facebook Login) or instagram (Instagram Login)
    #[arg(long, value_parser = parse::<Flow>)]
    pub flow: Option<Flow>,
    /// Id of the Facebook Page
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    pub page: Option<String>,
    /// Id of the Instagram account (1784…)
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    pub instagram: Option<String>,
    /// Id of the platform's Meta app; with its secret in IGDOCTOR_APP_SECRET more can be checked
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    pub app: Option<String>,
    /// Id of its Instagram app; with its secret in IGDOCTOR_INSTAGRAM_APP_SECRET calls of the instagram flow are signed
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    pub instagram_app: Option<String>,
    /// Address that Meta should call
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub callback_url: Option<Url>,
    /// Address for data deletion requests, for the check data-deletion-callback
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub data_deletion_url: Option<Url>,
    /// Address that Meta tells when a person removes the app, where the app's settings do not name it
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub deauthorize_url: Option<Url>,
    /// The platform's own address, where it has one
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub platform_url: Option<Url>,
    /// Id of the account as the platform stores it
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    pub stored_account_id: Option<String>,
    /// Read the token from this file, which only you may read
    #[arg(long, value_name = "FILE", conflicts_with_all = ["token_stdin", "no_token"])]
    pub token_file: Option<PathBuf>,
    /// Read the token from standard input
    #[arg(long, conflicts_with = "no_token")]
    pub token_stdin: bool,
    /// Check without a token: probe what is public, and list what a person must look at
    #[arg(long)]
    pub no_token: bool,
    /// Take private addresses for public ones, inside your own network
    #[arg(long)]
    pub allow_private: bool,
}

/// So many tenants are named where one must be chosen; a file may hold hundreds.
const MOST_NAMES: usize = 10;

/// Whom a command is about.
#[derive(Clone, Debug)]
pub enum Whom {
    /// What flags and environment describe.
    Described,
    /// A tenant of a file.
    Tenant {
        /// The file.
        file: TenantFile,
        /// Its name there.
        name: String,
    },
}

/// Chooses one of several names, if there is somebody who can.
pub type Choose<'a> = dyn Fn(&[String]) -> Result<Option<String>> + 'a;

/// The file of tenants, if there is one.
///
/// # Errors
/// When it cannot be used; the message has its line.
pub(super) fn file(named: Option<&Path>) -> Result<Option<TenantFile>> {
    let path = tenant::find(named)?;
    Ok(path.map(|path| TenantFile::read(&path)).transpose()?)
}

/// The file of tenants, which must be there.
///
/// # Errors
/// When there is none, or it cannot be used.
pub(super) fn must_have_file(named: Option<&Path>) -> Result<TenantFile> {
    file(named)?.with_context(|| error("error-no-file", &[]))
}

/// For commands that are about one tenant: several could be meant, and nobody can choose.
pub(super) fn which(names: &[String]) -> anyhow::Error {
    let (names, more) = first(names);
    let values = [("names", &names), ("more", &more)];
    anyhow::anyhow!(error_with("error-which-tenant", &values))
}

/// As many names as a line holds, and how many more there are.
fn first(names: &[String]) -> (Arg, Arg) {
    let more = names.len().saturating_sub(MOST_NAMES);
    let shown = names.get(..names.len() - more).unwrap_or_default();
    (Arg::Text(shown.join(", ")), more.into())
}

impl Whom {
    /// The language of the tenant's people.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        self.named()?.entry.lang
    }

    /// The tenant, if it is one of a file.
    #[must_use]
    pub fn named(&self) -> Option<Named<'_>> {
        match self {
            Self::Described => None,
            Self::Tenant { file, name } => Some(Named {
                name,
                entry: file.tenants.get(name)?,
                folder: file.folder(),
            }),
        }
    }
}

impl TenantFlags {
    /// Finds out whom the command is about.
    ///
    /// # Errors
    /// When there is no such tenant, or several could be meant and nobody can choose.
    pub fn whom(&self, choose: &Choose<'_>) -> Result<Whom> {
        if let Some(name) = &self.tenant {
            let file = must_have_file(self.config.as_deref())?;
            file.tenant(name)?;
            return Ok(Whom::Tenant {
                name: name.clone(),
                file,
            });
        }
        // Who names a file means one of its tenants.
        if self.describes_one() && self.config.is_none() {
            return Ok(Whom::Described);
        }
        let Some(file) = self.file()? else {
            return Ok(Whom::Described);
        };
        let names: Vec<String> = file.tenants.keys().cloned().collect();
        let name = match names.as_slice() {
            [] => return Ok(Whom::Described),
            [one] => one.clone(),
            several => choose(several)?.with_context(|| {
                let (names, more) = first(several);
                let path = Arg::Text(file.path.display().to_string());
                let count = Arg::Text(several.len().to_string());
                error_with(
                    "error-which-tenant-of",
                    &[
                        ("path", &path),
                        ("count", &count),
                        ("names", &names),
                        ("more", &more),
                    ],
                )
            })?,
        };
        Ok(Whom::Tenant { file, name })
    }

    /// The file of tenants, if there is one.
    fn file(&self) -> Result<Option<TenantFile>> {
        file(self.config.as_deref())
    }

    /// Whether the flags say which connection is meant, so that no tenant of a file can be.
    fn describes_one(&self) -> bool {
        let ids = [
            &self.platform,
            &self.page,
            &self.instagram,
            &self.app,
            &self.instagram_app,
        ];
        ids.into_iter().any(Option::is_some) || self.token_file.is_some() || self.token_stdin
    }

    /// What the flags say of the connection.
    #[must_use]
    pub fn given(&self) -> Given {
        Given {
            platform: self.platform.clone(),
            flow: self.flow,
            page: self.page.clone(),
            instagram: self.instagram.clone(),
            app: self.app.clone(),
            instagram_app: self.instagram_app.clone(),
            callback_url: self.callback_url.clone(),
            data_deletion_url: self.data_deletion_url.clone(),
            deauthorize_url: self.deauthorize_url.clone(),
            platform_url: self.platform_url.clone(),
            stored_account_id: self.stored_account_id.clone(),
            allow_private: self.allow_private,
        }
    }

    /// The source of a secret: the one that a flag names, else the tenant's, the environment's or the keyring's.
    #[must_use]
    pub fn source(&self, wanted: Wanted, named: Option<Named<'_>>) -> Option<Chosen> {
        let by_flag = |source, flag| {
            Some(Chosen {
                source,
                origin: Origin::Flag(flag),
            })
        };
        match (wanted, &self.token_file) {
            (Wanted::Token, Some(path)) => by_flag(
                Source::File {
                    path: path.clone(),
                    shared: false,
                },
                "--token-file",
            ),
            (Wanted::Token, None) if self.token_stdin => by_flag(Source::Stdin, "--token-stdin"),
            _ => choose(wanted, named, is_set),
        }
    }

    /// The tenant, with what is held of it.
    ///
    /// # Errors
    /// When something does not fit together, or a secret cannot be read.
    pub fn tenant(&self, catalog: &Catalog, whom: &Whom) -> Result<Held> {
        let named = whom.named();
        if let Some(named) = named {
            self.say_unused(named);
        }
        Held::read(self, catalog, named, &|wanted| self.source(wanted, named))
    }

    /// A variable of the environment that is passed over is told: whoever set it may think otherwise.
    fn say_unused(&self, tenant: Named<'_>) {
        let read = |wanted: &Wanted| !self.no_token || *wanted == Wanted::VerifyToken;
        for wanted in Wanted::ALL.into_iter().filter(read) {
            let variable = wanted.variable();
            let chosen = self.source(wanted, Some(tenant));
            if let Some(Chosen {
                source,
                origin: Origin::Tenant,
            }) = chosen
                && is_set(variable)
                && !tenant.entry.secrets.name_variable(variable)
            {
                say_stderr(&error(
                    "secret-variable-unused",
                    &[
                        ("variable", &variable),
                        ("tenant", &tenant.name),
                        ("what", &wanted.key()),
                        ("source", &source),
                    ],
                ));
            }
        }
    }
}

/// Whether a variable of the environment holds something.
pub(super) fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// The address of a web server.
pub(super) fn web_address(text: &str) -> Result<Url, String> {
    let url: Url = text
        .parse()
        .map_err(|fault: url::ParseError| error("error-address", &[("problem", &fault)]))?;
    if is_of_web_server(&url) {
        Ok(url)
    } else {
        Err(error(
            "error-address-no-server",
            &[("address", &shown(&url))],
        ))
    }
}
