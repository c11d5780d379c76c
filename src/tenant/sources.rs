//! Where each secret of a run comes from. A source that the tenant names is the only one tried.

use super::effective::{Named, Origin};
use crate::secret::Source;

/// A secret that a run may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The token, issued by the platform's app.
    Token,
    /// Secret of the Meta app.
    AppSecret,
    /// Secret of the Instagram app.
    InstagramAppSecret,
    /// Verify token of the callback.
    VerifyToken,
}

impl Wanted {
    /// Every one.
    pub const ALL: [Self; 4] = [
        Self::Token,
        Self::AppSecret,
        Self::InstagramAppSecret,
        Self::VerifyToken,
    ];

    /// Its key in the tenant's `secrets`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::AppSecret => "app_secret",
            Self::InstagramAppSecret => "instagram_app_secret",
            Self::VerifyToken => "verify_token",
        }
    }

    /// The variable of the environment that holds it where nothing else was said.
    #[must_use]
    pub const fn variable(self) -> &'static str {
        match self {
            Self::Token => "IGDOCTOR_TOKEN",
            Self::AppSecret => "IGDOCTOR_APP_SECRET",
            Self::InstagramAppSecret => "IGDOCTOR_INSTAGRAM_APP_SECRET",
            Self::VerifyToken => "IGDOCTOR_VERIFY_TOKEN",
        }
    }

    /// The source that the tenant names.
    #[must_use]
    pub fn named(self, tenant: Named<'_>) -> Option<Source> {
        let source = tenant.entry.secrets.of(self)?;
        Some(source.under(tenant.folder))
    }

    /// Where this secret of a tenant lies in the keyring, unless the tenant says otherwise.
    #[must_use]
    pub fn keyring_entry(self, tenant: &str) -> Source {
        Source::Keyring(format!("{tenant}/{}", self.key()))
    }
}

/// Where a secret is to be read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The place.
    pub source: Source,
    /// Who said so.
    pub origin: Origin,
}

/// Which source a secret is read from: the tenant's, else the environment, else, for a tenant's token, the keyring.
/// `is_set` tells whether a variable of the environment may be used and holds something.
#[must_use]
pub fn choose(
    wanted: Wanted,
    tenant: Option<Named<'_>>,
    is_set: impl Fn(&str) -> bool,
) -> Option<Chosen> {
    if let Some(source) = tenant.and_then(|tenant| wanted.named(tenant)) {
        return Some(Chosen {
            source,
            origin: Origin::Tenant,
        });
    }
    let variable = wanted.variable();
    if is_set(variable) {
        return Some(Chosen {
            source: Source::Environment(variable.to_owned()),
            origin: Origin::Environment(variable),
        });
    }
    // The keyring may ask its owner to unlock it, so it is tried for nothing but a tenant's token.
    let tenant = tenant.filter(|_| wanted == Wanted::Token)?;
    Some(Chosen {
        source: wanted.keyring_entry(tenant.name),
        origin: Origin::Default,
    })
}
