//! What igdoctor knows, as data: the files of `checks/`, embedded, parsed once and validated.

mod check;
mod errors;
mod foreign;
mod free;
mod meaning;
mod texts;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::model::{Actor, Area, Cause, CheckId, FixKind, Language, Outcome, Severity};
use crate::packed::{packed, unpacked};
pub use check::{CauseWords, Check, Confirm, Refusal, Words};
pub use errors::{ErrorClass, ErrorRow, Signature};
pub use free::{FreeCause, FreeWords};
pub use meaning::Meaning;
pub use texts::{SymptomRow, TextRow, symptoms, texts};

/// Embeds the check files, in the order in which checks stand in every list where `needs` leave a choice.
macro_rules! embed {
    ($name:ident, $folder:literal: $($id:literal),+ $(,)?) => {
        const $name: &[(&str, &[u8])] = &[$(($id, packed!("checks/", $folder, $id, ".toml"))),+];
    };
}

embed![
    FILES, "":
    "token-valid",
    "token-lifetime",
    "token-app",
    "required-permissions",
    "permission-toggles",
    "instagram-professional",
    "page-instagram-link",
    "account-id-match",
    "connected-tools",
    "page-access",
    "page-published",
    "page-app-toggles",
    "inbox-access",
    "default-routing-app",
    "app-connected",
    "app-published",
    "advanced-access",
    "webhook-callback",
    "webhook-subscription",
    "webhook-fields",
    "account-fields",
    "data-deletion-callback",
    "platform-reachable",
    "platform-setup",
    "agents-online",
    "messages-readable",
    "comments-readable",
    "message-round-trip",
];

// The checks of one reply, which `message` makes and `check` does not.
embed![
    REPLY_FILES, "message/":
    "reply-window",
    "reply-target",
    "reply-content",
    "reply-bulk",
];

/// Ids that igdoctor once had. They stay listed so that nothing ever reuses them.
pub const RETIRED: &[&str] = &[];

/// A fault in an embedded file. Tests make sure that a released igdoctor has none.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// The file is not what the format asks for.
    #[error("checks/{file}: {problem}")]
    File {
        /// Name below `checks/`.
        file: String,
        /// What is wrong, with line and column where known.
        problem: String,
    },
}

impl CatalogError {
    fn new(file: impl Into<String>, problem: impl std::fmt::Display) -> Self {
        Self::File {
            file: file.into(),
            problem: problem.to_string(),
        }
    }
}

/// Everything in `checks/` but the platforms.
#[derive(Debug)]
pub struct Catalog {
    /// Those of a setup, then those of a reply.
    checks: Vec<Check>,
    owners: BTreeMap<String, usize>,
    free: BTreeMap<String, FreeCause>,
    errors: Vec<ErrorRow>,
}

/// What is known of one cause, whoever owns it: what the check says, overridden by what the cause says.
#[derive(Clone, Copy, Debug)]
pub struct CauseFacts {
    /// The outcome, unless a judge has a reason for another.
    pub outcome: Outcome,
    /// How much it counts when it is a `fail`.
    pub severity: Severity,
    /// Who can mend it.
    pub actor: Actor,
    /// What may be done about it.
    pub fix: FixKind,
}

static CATALOG: LazyLock<Result<Catalog, CatalogError>> = LazyLock::new(Catalog::parse);

/// The embedded catalog, parsed at first use.
///
/// # Errors
/// Only if igdoctor was built from broken files.
pub fn load() -> Result<&'static Catalog, &'static CatalogError> {
    CATALOG.as_ref()
}

impl Catalog {
    fn parse() -> Result<Self, CatalogError> {
        let mut checks = Vec::with_capacity(FILES.len() + REPLY_FILES.len());
        for (id, packed) in FILES.iter().chain(REPLY_FILES) {
            let text = &unpacked(packed);
            checks.push(
                Check::parse(id, text)
                    .map_err(|problem| CatalogError::new(format!("{id}.toml"), problem))?,
            );
        }
        let free = free::parse(&unpacked(packed!("checks/causes.toml")))
            .map_err(|problem| CatalogError::new("causes.toml", problem))?;
        let errors = errors::parse(&unpacked(packed!("checks/graph-errors.toml")))
            .map_err(|problem| CatalogError::new("graph-errors.toml", problem))?;
        let mut catalog = Self {
            checks,
            owners: BTreeMap::new(),
            free,
            errors,
        };
        catalog.link()?;
        Ok(catalog)
    }

    /// Finds the owner of every cause and refuses what does not fit together.
    fn link(&mut self) -> Result<(), CatalogError> {
        for (index, check) in self.checks.iter().enumerate() {
            for cause in check.causes() {
                if self.free.contains_key(cause)
                    || self.owners.insert(cause.to_owned(), index).is_some()
                {
                    return Err(CatalogError::new(
                        format!("{}.toml", check.id),
                        format!("cause `{cause}` has two owners"),
                    ));
                }
            }
            for need in &check.needs {
                if !FILES.iter().any(|(id, _)| id == need) {
                    return Err(CatalogError::new(
                        format!("{}.toml", check.id),
                        format!("needs `{need}`, which is no check"),
                    ));
                }
            }
        }
        Ok(())
    }

    /// Every check of a setup, in table order.
    #[must_use]
    pub fn checks(&self) -> &[Check] {
        self.checks.get(..FILES.len()).unwrap_or_default()
    }

    /// Every check of one reply, in table order.
    #[must_use]
    pub fn replies(&self) -> &[Check] {
        self.checks.get(FILES.len()..).unwrap_or_default()
    }

    /// Those of a setup and those of a reply, in table order.
    #[must_use]
    pub fn all(&self) -> &[Check] {
        &self.checks
    }

    /// The check of this id, of a setup or of a reply.
    #[must_use]
    pub fn check(&self, id: &str) -> Option<&Check> {
        self.checks.iter().find(|check| check.id == id)
    }

    /// Place of a check in table order; checks that do not exist come last.
    #[must_use]
    pub fn position(&self, id: &str) -> usize {
        self.checks
            .iter()
            .position(|check| check.id == id)
            .unwrap_or(usize::MAX)
    }

    /// The check that owns a cause.
    #[must_use]
    pub fn owner(&self, cause: &str) -> Option<&Check> {
        self.owners.get(cause).map(|index| &self.checks[*index])
    }

    /// A cause that no check owns.
    #[must_use]
    pub fn free_cause(&self, cause: &str) -> Option<&FreeCause> {
        self.free.get(cause)
    }

    /// Every cause that no check owns.
    pub fn free_causes(&self) -> impl Iterator<Item = (&str, &FreeCause)> {
        self.free
            .iter()
            .map(|(cause, facts)| (cause.as_str(), facts))
    }

    /// The one spelling of a cause that any file knows, for text that came from outside.
    #[must_use]
    pub fn cause(&'static self, cause: &str) -> Option<Cause> {
        let owned = self
            .owners
            .get_key_value(cause)
            .map(|(known, _)| known.as_str());
        owned.or_else(|| {
            self.free
                .get_key_value(cause)
                .map(|(known, _)| known.as_str())
        })
    }

    /// Whether `check` needs `other`, directly or through others.
    #[must_use]
    pub fn needs(&self, check: &str, other: &str) -> bool {
        self.check(check).is_some_and(|found| {
            found
                .needs
                .iter()
                .any(|need| *need == other || self.needs(need, other))
        })
    }

    /// Severity, actor and fix of a cause as it stands on a check.
    #[must_use]
    pub fn facts(&self, check: &Check, cause: &str) -> CauseFacts {
        let owner = self.owner(cause).unwrap_or(check);
        let special = owner.cause.get(cause);
        let free = self.free.get(cause);
        CauseFacts {
            outcome: special.and_then(|c| c.outcome).unwrap_or(Outcome::Fail),
            severity: special.and_then(|c| c.severity).unwrap_or(check.severity),
            actor: special
                .and_then(|c| c.actor)
                .or_else(|| free.map(|f| f.actor))
                .unwrap_or(owner.actor),
            fix: special.and_then(|c| c.fix).unwrap_or(if free.is_some() {
                FixKind::Manual
            } else {
                owner.fix.kind
            }),
        }
    }

    /// What an error means in general.
    #[must_use]
    pub fn error(&self, signature: &Signature<'_>) -> Option<&ErrorRow> {
        errors::find(&self.errors, signature)
    }

    /// Every row of `graph-errors.toml`.
    #[must_use]
    pub fn errors(&self) -> &[ErrorRow] {
        &self.errors
    }
}

/// Ids of all checks of a setup, in table order, without parsing anything.
#[must_use]
pub fn ids() -> Vec<CheckId> {
    FILES.iter().map(|(id, _)| *id).collect()
}

/// The one spelling of the id of a check of a setup.
#[must_use]
pub fn id(text: &str) -> Option<CheckId> {
    FILES.iter().map(|(id, _)| *id).find(|id| *id == text)
}

/// The one spelling of the id of a check of a reply.
#[must_use]
pub fn reply_id(text: &str) -> Option<CheckId> {
    reply_ids().find(|id| *id == text)
}

/// Ids of the checks of a reply, in table order.
pub fn reply_ids() -> impl Iterator<Item = CheckId> {
    REPLY_FILES.iter().map(|(id, _)| *id)
}

/// The words of a cause in a language, whoever owns it; English where that language has none.
#[derive(Clone, Copy, Debug)]
pub struct CauseText<'a> {
    /// What was seen.
    pub says: &'a str,
    /// What to do.
    pub steps: &'a [String],
}

impl Catalog {
    /// Words of a cause.
    #[must_use]
    pub fn cause_text(&self, cause: &str, language: Language) -> Option<CauseText<'_>> {
        if let Some(owner) = self.owner(cause) {
            let words = [language, Language::En]
                .into_iter()
                .find_map(|l| owner.words(l)?.cause.get(cause))?;
            return Some(CauseText {
                says: &words.says,
                steps: &words.steps,
            });
        }
        let free = self.free.get(cause)?;
        let words = free.words(language);
        Some(CauseText {
            says: &words.says,
            steps: &words.steps,
        })
    }

    /// Areas in path order with their checks.
    pub fn by_area(&self) -> impl Iterator<Item = (Area, impl Iterator<Item = &Check>)> {
        Area::ALL.iter().map(|area| {
            (
                *area,
                self.checks.iter().filter(move |check| check.area == *area),
            )
        })
    }
}
